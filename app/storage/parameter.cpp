// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/parameter.h"

#include <QJsonDocument>

namespace trucban {

Parameter toParameter(std::nullptr_t)
{
    return Parameter::null();
}

Parameter toParameter(std::nullopt_t)
{
    return Parameter::null();
}

Parameter toParameter(const QString &value)
{
    QByteArray text = value.toUtf8();
    text.replace('\0', QByteArrayView()); // PostgreSQL's text cannot hold it; the raw bytes are in the journal
    return Parameter::text(text);
}

Parameter toParameter(QStringView value)
{
    return toParameter(value.toString());
}

Parameter toParameter(const QByteArray &value)
{
    return {false, true, value};
}

Parameter toParameter(const QDateTime &value)
{
    if (!value.isValid())
        return Parameter::null();
    return Parameter::text(value.toUTC().toString(u"yyyy-MM-dd HH:mm:ss.zzz+00").toLatin1());
}

Parameter toParameter(QDate value)
{
    return value.isValid() ? Parameter::text(value.toString(Qt::ISODate).toLatin1()) : Parameter::null();
}

Parameter toParameter(const QJsonObject &value)
{
    return Parameter::text(QJsonDocument(value).toJson(QJsonDocument::Compact));
}

Parameter toParameter(const QJsonArray &value)
{
    return Parameter::text(QJsonDocument(value).toJson(QJsonDocument::Compact));
}

Parameter toParameter(const QStringList &value)
{
    QByteArray text("{");
    for (const QString &item : value) {
        QByteArray inner = item.toUtf8();
        inner.replace('\0', QByteArrayView()).replace('\\', "\\\\").replace('"', "\\\"");
        text += (text.size() > 1 ? ",\"" : "\"") + inner + '"';
    }
    return Parameter::text(text + '}');
}

Parameter toParameter(const QList<qint64> &value)
{
    QByteArray text("{");
    for (const qint64 number : value)
        text += (text.size() > 1 ? "," : "") + QByteArray::number(number);
    return Parameter::text(text + '}');
}

Parameter toParameter(const QList<QByteArray> &value)
{
    QByteArray text("{");
    for (const QByteArray &bytes : value)
        text += (text.size() > 1 ? ",\"\\\\x" : "\"\\\\x") + bytes.toHex() + '"';
    return Parameter::text(text + '}');
}

} // namespace trucban
