// SPDX-License-Identifier: GPL-3.0-or-later
#include "fields.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace standin {

namespace {
class Reader
{
public:
    explicit Reader(const QString &text) : m_text(text) {}

    std::optional<QList<Field>> all()
    {
        const auto fields = list();
        return fields && m_at == m_text.size() ? fields : std::nullopt;
    }

private:
    QChar next() const { return m_at < m_text.size() ? m_text.at(m_at) : QChar(); }
    bool skip(QChar wanted)
    {
        if (next() != wanted)
            return false;
        ++m_at;
        return true;
    }

    QString word()
    {
        const qsizetype start = m_at;
        while (next().isLetterOrNumber() || next() == u'_')
            ++m_at;
        return m_text.sliced(start, m_at - start);
    }

    std::optional<Field> field()
    {
        Field field {.name = word()};
        if (field.name.isEmpty())
            return {};
        while (skip(u'.')) {
            const QString modifier = word();
            if (!skip(u'('))
                return {};
            const qsizetype end = m_text.indexOf(u')', m_at);
            if (end < 0)
                return {};
            field.modifiers.insert(modifier, m_text.sliced(m_at, end - m_at));
            m_at = end + 1;
        }
        if (skip(u'{')) {
            const qsizetype start = m_at;
            const auto inner = list();
            if (!inner || !skip(u'}'))
                return {};
            field.inner = *inner;
            field.innerText = m_text.sliced(start, m_at - 1 - start);
        }
        return field;
    }

    std::optional<QList<Field>> list()
    {
        QList<Field> fields;
        do {
            while (next().isSpace())
                ++m_at;
            auto one = field();
            if (!one)
                return {};
            fields.append(*one);
        } while (skip(u','));
        return fields;
    }

    const QString m_text;
    qsizetype m_at = 0;
};
} // namespace

std::optional<QList<Field>> parseFields(const QString &text)
{
    return text.isEmpty() ? QList<Field>() : Reader(text).all();
}

static QJsonObject pickedObject(const QJsonObject &object, const QList<Field> &fields)
{
    QJsonObject out;
    if (object.contains(u"id"_s))
        out.insert(u"id"_s, object.value(u"id"_s));
    for (const Field &field : fields) {
        if (object.contains(field.name))
            out.insert(field.name, picked(object.value(field.name), field.inner));
    }
    return out;
}

QJsonValue picked(const QJsonValue &value, const QList<Field> &fields)
{
    if (fields.isEmpty() || !(value.isObject() || value.isArray()))
        return value;
    if (value.isArray()) {
        QJsonArray out;
        for (const QJsonValue &one : value.toArray())
            out.append(picked(one, fields));
        return out;
    }
    QJsonObject object = value.toObject();
    if (!object.value(u"data"_s).isArray())
        return pickedObject(object, fields);
    object.insert(u"data"_s, picked(object.value(u"data"_s), fields));
    return object;
}

} // namespace standin
