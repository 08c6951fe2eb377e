// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sheet_words.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>

namespace trucban {

using namespace Qt::StringLiterals;

namespace {

using Words = QHash<QString, QString>;

// other names of columns, as lists of units and wards that circulate have them
const Words &columnNames()
{
    static const Words names{{u"routing_topics"_s, u"topics"_s}, {u"police_unit_code"_s, u"unit_code"_s}, {u"old_units"_s, u"former_names"_s},
                             {u"default_unit_code"_s, u"default_unit"_s}, {u"day"_s, u"date"_s}, {u"category_code"_s, u"category"_s}};
    return names;
}

const Words &wordsOf(Sheet sheet, const QString &column)
{
    static const Words none;
    static const Words stages{{u"claim"_s, u"take_in"_s}, {u"release"_s, u"reply"_s}};
    static const Words units{{u"minute"_s, u"minutes"_s}, {u"hour"_s, u"hours"_s}, {u"day"_s, u"days"_s},
                             {u"working_day"_s, u"working_days"_s}, {u"month"_s, u"months"_s}};
    static const Words calendars{{u"continuous"_s, u"duty"_s}, {u"working"_s, u"office"_s}};
    static const Words days{{u"nghi_le"_s, u"holiday"_s}, {u"nghi_bu"_s, u"holiday"_s}, {u"nghi_hoan_doi"_s, u"swap_off"_s},
                            {u"lam_bu"_s, u"swap_work"_s}, {u"cho_quyet_dinh"_s, u"to_confirm"_s}, {u"cho_xac_nhan"_s, u"to_confirm"_s}};
    static const Words sources{{u"police_portal"_s, u"portal"_s}};
    if (sheet == Sheet::Deadlines)
        return column == u"stage" ? stages : column == u"unit" ? units : column == u"calendar" ? calendars : none;
    if (sheet == Sheet::Holidays && column == u"kind")
        return days;
    return sheet == Sheet::Sources && column == u"kind" ? sources : none;
}

QJsonObject fields(Sheet sheet, const CsvTable &table, const CsvRow &row)
{
    QJsonObject object{{u"line"_s, row.line}};
    for (const QString &column : table.header()) {
        const QString name = columnNames().value(column, column);
        const QString cell = table.cell(row, column);
        if (!object.contains(name) || object[name].toString().isEmpty())
            object[name] = wordsOf(sheet, name).value(cell, cell);
    }
    return object;
}

// a parent that stands further down moves up; a circle stays as it is, the database names it
QJsonArray parentsFirst(const QList<QJsonObject> &rows)
{
    QSet<QString> all, placed;
    for (const QJsonObject &row : rows)
        all.insert(row[u"code"_s].toString());
    QJsonArray sorted;
    QList<QJsonObject> left = rows;
    for (bool moved = true; moved && !left.isEmpty();) {
        moved = false;
        QList<QJsonObject> later;
        for (const QJsonObject &row : std::as_const(left)) {
            const QString parent = row[u"parent_code"_s].toString();
            if (parent.isEmpty() || !all.contains(parent) || placed.contains(parent)) {
                sorted.append(row);
                placed.insert(row[u"code"_s].toString());
                moved = true;
            } else {
                later.append(row);
            }
        }
        left = later;
    }
    for (const QJsonObject &row : std::as_const(left))
        sorted.append(row);
    return sorted;
}

} // namespace

QString importKind(Sheet sheet)
{
    switch (sheet) {
    case Sheet::People: return u"person"_s;
    case Sheet::Units: return u"unit"_s;
    case Sheet::Areas: return u"area"_s;
    case Sheet::Categories: return u"category"_s;
    case Sheet::Deadlines: return u"deadline"_s;
    case Sheet::Holidays: return u"holiday"_s;
    case Sheet::Templates: return u"template"_s;
    case Sheet::Sources: return u"source"_s;
    }
    return {};
}

QStringList neededColumns(Sheet sheet)
{
    switch (sheet) {
    case Sheet::People: return {u"login"_s, u"name"_s, u"role"_s};
    case Sheet::Units:
    case Sheet::Areas:
    case Sheet::Categories: return {u"code"_s, u"name"_s};
    case Sheet::Deadlines: return {u"stage"_s, u"amount"_s, u"unit"_s};
    case Sheet::Holidays: return {u"date"_s, u"kind"_s};
    case Sheet::Templates: return {u"code"_s, u"name"_s, u"body"_s};
    case Sheet::Sources: return {u"code"_s, u"name"_s, u"kind"_s};
    }
    return {};
}

QJsonArray importRows(Sheet sheet, const CsvTable &table)
{
    QList<QJsonObject> rows;
    for (const CsvRow &row : table.rows())
        rows.append(fields(sheet, table, row));
    return parentsFirst(rows);
}

} // namespace trucban
