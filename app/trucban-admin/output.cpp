// SPDX-License-Identifier: GPL-3.0-or-later
#include "output.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>

namespace trucban::admin {

namespace {

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

QString oneLine(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return u"–"_s;
    case QJsonValue::Bool:
        return value.toBool() ? u"yes"_s : u"no"_s;
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'f', value.toDouble() == value.toInteger() ? 0 : 2);
    case QJsonValue::String:
        return value.toString().simplified();
    case QJsonValue::Array:
        return value.toArray().isEmpty() ? u"–"_s : QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Object:
        break;
    }
    QStringList parts;
    const QJsonObject object = value.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        parts.append(entry.key() + u' ' + oneLine(entry.value()));
    return parts.join(u", "_s);
}

// columns as wide as their widest cell, none wider than a screen can bear
void printTable(const QString &title, const QJsonArray &rows)
{
    constexpr qsizetype widest = 48;
    QStringList columns;
    for (const QJsonValue &row : rows) {
        for (const QString &key : row.toObject().keys()) {
            if (!columns.contains(key))
                columns.append(key);
        }
    }
    QList<qsizetype> widths;
    for (const QString &column : columns) {
        qsizetype width = column.size();
        for (const QJsonValue &row : rows)
            width = std::max(width, std::min(widest, oneLine(row[column]).size()));
        widths.append(width);
    }
    out() << title << Qt::endl;
    const auto printRow = [&](const auto &cellOf) {
        QString line = u" "_s;
        for (qsizetype at = 0; at < columns.size(); ++at) {
            QString cell = cellOf(columns[at]);
            if (cell.size() > widest)
                cell = cell.left(widest - 1) + u'…';
            line += u' ' + cell.leftJustified(widths[at]);
        }
        while (line.endsWith(u' '))
            line.chop(1);
        out() << line << Qt::endl;
    };
    printRow([](const QString &column) { return column; });
    for (const QJsonValue &row : rows)
        printRow([&](const QString &column) { return oneLine(row[column]); });
}

} // namespace

void printJson(const QJsonObject &answer)
{
    out() << QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Indented));
    out().flush();
}

void printForPeople(const QJsonObject &answer)
{
    for (auto entry = answer.begin(); entry != answer.end(); ++entry) {
        const QJsonArray rows = entry.value().toArray();
        if (!rows.isEmpty() && rows.first().isObject())
            printTable(entry.key(), rows);
        else
            out() << entry.key() << ": " << oneLine(entry.value()) << Qt::endl;
    }
    out().flush();
}

void printFailure(const Failure &failure, bool asJson)
{
    QTextStream err(stderr);
    if (asJson) {
        const QJsonObject error{{u"code"_s, failure.code}, {u"detail"_s, failure.detail}, {u"facts"_s, failure.facts}};
        err << QString::fromUtf8(QJsonDocument(QJsonObject{{u"error"_s, error}}).toJson(QJsonDocument::Compact)) << Qt::endl;
        return;
    }
    err << "trucban-admin: " << failure.code;
    if (!failure.facts.isEmpty())
        err << " (" << oneLine(failure.facts) << ')';
    if (!failure.detail.isEmpty())
        err << Qt::endl << "  " << failure.detail;
    err << Qt::endl;
}

} // namespace trucban::admin
