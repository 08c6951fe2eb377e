// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/row.h"

#include "storage/connection.h"

#include <QJsonDocument>
#include <QTimeZone>

namespace trucban {

namespace cell {

namespace {

// {one,"two, three",NULL}: PostgreSQL's text form of a one-dimensional array
QList<QByteArray> items(QByteArrayView text)
{
    QList<QByteArray> all;
    if (text.size() <= 2)
        return all;
    QByteArray item;
    bool quoted = false;
    for (qsizetype at = 1; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\\' && at + 1 < text.size()) {
            item += text[++at];
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && (c == ',' || c == '}')) {
            all.append(item);
            item.clear();
        } else {
            item += c;
        }
    }
    return all;
}

int digits(QByteArrayView text, qsizetype from, qsizetype count)
{
    int value = 0;
    for (qsizetype at = from; at < from + count && at < text.size(); ++at)
        value = value * 10 + (text[at] - '0');
    return value;
}

} // namespace

qint64 integer(QByteArrayView text)
{
    return text.toLongLong();
}

double real(QByteArrayView text)
{
    return text.toDouble();
}

QDateTime moment(QByteArrayView text) // 2026-11-24 08:12:29.123456+00
{
    if (text.size() < 19 || text[4] != '-')
        return {};
    int milliseconds = 0;
    qsizetype at = 19;
    if (at < text.size() && text[at] == '.') {
        int weight = 100;
        for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, weight /= 10)
            milliseconds += (text[at] - '0') * weight;
    }
    const QDate date(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
    const QTime time(digits(text, 11, 2), digits(text, 14, 2), digits(text, 17, 2), milliseconds);
    return QDateTime(date, time, QTimeZone::UTC);
}

QDate day(QByteArrayView text)
{
    return QDate(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
}

QByteArray bytes(QByteArrayView text)
{
    return text.startsWith("\\x") ? QByteArray::fromHex(QByteArray::fromRawData(text.data() + 2, text.size() - 2)) : text.toByteArray();
}

QJsonObject object(QByteArrayView text)
{
    return QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), text.size())).object();
}

QJsonArray array(QByteArrayView text)
{
    return QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), text.size())).array();
}

QStringList words(QByteArrayView text)
{
    QStringList all;
    for (const QByteArray &item : items(text))
        all.append(QString::fromUtf8(item));
    return all;
}

QList<qint64> integers(QByteArrayView text)
{
    QList<qint64> all;
    for (const QByteArray &item : items(text))
        all.append(item.toLongLong());
    return all;
}

} // namespace cell

std::optional<QByteArrayView> Row::value(QStringView column) const
{
    return m_answer.value(m_index, column);
}

QStringList Row::columns() const
{
    return m_answer.columns();
}

} // namespace trucban
