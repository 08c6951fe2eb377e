// SPDX-License-Identifier: GPL-3.0-or-later
// units, areas, categories and the other lists: import from CSV, all lines or none, with a dry run that names every bad line.
#include "boundaries.h"
#include "command.h"
#include "domain/csv.h"
#include "domain/sheet_words.h"

#include <QFile>

namespace trucban::admin {

namespace {

Result<QJsonObject> importBoundaries(const QByteArray &content, Context &context)
{
    const auto boundaries = boundariesFrom(content);
    if (!boundaries)
        return failed(boundaries.error());
    const QString attribution = context.arguments.value(u"attribution"_s, boundaries->attribution);
    return context.ask(u"admin/boundaries"_s, [&](Query &query) {
        query.bind(u"features"_s, boundaries->features).bind(u"attribution"_s, attribution).bind(u"dry_run"_s, context.arguments.has(u"dry-run"_s)).bind(u"request"_s, newRequest());
    }, Database::Long).transform([&](QJsonObject answer) {
        answer[u"attribution"_s] = attribution;
        answer[u"wrong"_s] = !answer[u"bad"_s].toArray().isEmpty();
        return answer;
    });
}

Result<QJsonObject> import(Sheet sheet, Context &context)
{
    if (context.words.size() != 1)
        return usage(u"which file?"_s);
    QFile file(context.words.first());
    if (!file.open(QIODevice::ReadOnly))
        return failed(Failure::Invalid, u"file_unreadable"_s, u"%1: %2"_s.arg(file.fileName(), file.errorString()));
    if (sheet == Sheet::Areas && file.fileName().endsWith(u"json"_s, Qt::CaseInsensitive))
        return importBoundaries(file.readAll(), context);
    const CsvTable table = CsvTable::fromUtf8(file.readAll());
    for (const QString &column : neededColumns(sheet)) {
        if (!table.has(column))
            return failed(Failure::Invalid, u"column_missing"_s, u"the first line of %1 names no column %2"_s.arg(file.fileName(), column), {{u"column"_s, column}});
    }
    const QJsonArray rows = importRows(sheet, table);
    const bool dry = context.arguments.has(u"dry-run"_s);
    return context.ask(u"admin/import"_s, [&](Query &query) {
        query.bind(u"kind"_s, importKind(sheet)).bind(u"rows"_s, rows).bind(u"dry_run"_s, dry).bind(u"request"_s, newRequest());
    }, Database::Long).transform([&](QJsonObject answer) {
        answer[u"lines"_s] = rows.size();
        answer[u"wrong"_s] = !answer[u"bad"_s].toArray().isEmpty();
        return answer;
    });
}

Command importCommand(const QString &list, Sheet sheet)
{
    const bool areas = sheet == Sheet::Areas;
    const QString boundaries = areas ? u" A .geojson brings their boundaries instead, with the attribution of its metadata."_s : QString();
    return {list + u" import"_s, areas ? u"FILE.csv|FILE.geojson"_s : u"FILE.csv"_s,
            u"Imports %1: every line or none. --dry-run changes nothing and names each bad line."_s.arg(list) + boundaries,
            areas ? QStringList{u"attribution"_s} : QStringList{}, {u"dry-run"_s},
            [sheet](Context &context) { return import(sheet, context); }};
}

} // namespace

std::vector<Command> importCommands()
{
    return {importCommand(u"units"_s, Sheet::Units),         importCommand(u"areas"_s, Sheet::Areas),         importCommand(u"categories"_s, Sheet::Categories),
            importCommand(u"deadlines"_s, Sheet::Deadlines), importCommand(u"holidays"_s, Sheet::Holidays),   importCommand(u"templates"_s, Sheet::Templates),
            importCommand(u"sources"_s, Sheet::Sources)};
}

} // namespace trucban::admin
