// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connection.h"

#include <array>

namespace trucban {

namespace {

bool startsName(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_';
}

bool continuesName(QChar c)
{
    return startsName(c) || (c >= u'0' && c <= u'9');
}

// the end of what must be copied untouched (string, identifier, comment, dollar quote); `from` itself when nothing such starts here
qsizetype endOfQuoted(QStringView sql, qsizetype from)
{
    const auto after = [&](QStringView end, qsizetype start) {
        const qsizetype at = sql.indexOf(end, start);
        return at < 0 ? sql.size() : at + end.size();
    };
    const QChar c = sql[from];
    const QChar next = from + 1 < sql.size() ? sql[from + 1] : QChar();
    if (c == u'\'' || c == u'"')
        return after(sql.mid(from, 1), from + 1); // '' inside is two strings side by side: the same text
    if (c == u'-' && next == u'-')
        return after(u"\n", from);
    if (c == u'/' && next == u'*')
        return after(u"*/", from + 2);
    if (c == u'$' && !(next >= u'0' && next <= u'9')) {
        qsizetype close = from + 1;
        while (close < sql.size() && continuesName(sql[close]))
            ++close;
        if (close < sql.size() && sql[close] == u'$')
            return after(sql.mid(from, close - from + 1), close + 1);
    }
    return from;
}

} // namespace

Statement Statement::from(const QString &sql)
{
    Statement statement;
    QString text;
    text.reserve(sql.size());
    for (qsizetype at = 0; at < sql.size();) {
        if (const qsizetype end = endOfQuoted(sql, at); end > at) {
            const bool comment = sql[at] == u'-' || sql[at] == u'/'; // QtSql would look for parameters inside it
            text += comment ? QStringView(u" ") : QStringView(sql).mid(at, end - at);
            at = end;
        } else if (sql[at] == u':' && at + 1 < sql.size() && sql[at + 1] == u':') {
            text += u"::"_s;
            at += 2;
        } else if (sql[at] == u':' && at + 1 < sql.size() && startsName(sql[at + 1])) {
            qsizetype end2 = at + 1;
            while (end2 < sql.size() && continuesName(sql[end2]))
                ++end2;
            const QString name = sql.mid(at + 1, end2 - at - 1);
            if (!statement.names.contains(name))
                statement.names.append(name);
            text += u'$' + QString::number(statement.names.indexOf(name) + 1);
            at = end2;
        } else {
            text += sql[at++];
        }
    }
    statement.text = text.toUtf8();
    return statement;
}

bool Statement::isQuery() const
{
    static constexpr std::array<QByteArrayView, 7> openings{"SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "VALUES", "MERGE"};
    const QByteArray opening = text.trimmed().left(6).toUpper();
    return std::any_of(openings.begin(), openings.end(), [&](QByteArrayView word) { return opening.startsWith(word); });
}

} // namespace trucban
