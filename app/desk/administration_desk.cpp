// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/administration_desk.h"

#include "base/json_time.h"
#include "storage/database.h"
#include "storage/people_import.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>
#include <QUuid>

namespace trucban {

namespace {

QString statementOf(AdminList list)
{
    switch (list) {
    case AdminList::People: return u"administration/people"_s;
    case AdminList::Units: return u"administration/units"_s;
    case AdminList::Heads: return u"administration/unit_heads"_s;
    case AdminList::Areas: return u"administration/areas"_s;
    case AdminList::Categories: return u"administration/categories"_s;
    case AdminList::Tracks: return u"administration/legal_tracks"_s;
    case AdminList::Deadlines: return u"administration/deadlines"_s;
    case AdminList::Calendars: return u"administration/calendars"_s;
    case AdminList::Holidays: return u"administration/holidays"_s;
    case AdminList::Rungs: return u"administration/rungs"_s;
    case AdminList::Templates: return u"administration/templates"_s;
    case AdminList::Sources: return u"administration/sources"_s;
    case AdminList::Settings: return u"administration/settings"_s;
    }
    return {};
}

QString saverOf(AdminList list)
{
    switch (list) {
    case AdminList::Heads: return u"administration/save_unit_head"_s;
    case AdminList::Tracks: return u"administration/save_legal_track"_s;
    case AdminList::Calendars: return u"administration/save_calendar"_s;
    case AdminList::Rungs: return u"administration/save_rung"_s;
    default: return u"administration/save_"_s + importKind(*sheetOf(list));
    }
}

DueMoves toMoves(const QJsonObject &answer)
{
    DueMoves moves{.moved = answer[u"moved"].toInt(), .cases = {}};
    for (const QJsonValue &row : answer[u"cases"].toArray())
        moves.cases.append({row[u"number"].toString(), timeOf(row[u"now"])});
    return moves;
}

AdminRecord toRecord(const Row &row)
{
    return {row.get<qint64>(u"id"), row.get<int>(u"revision"), row.get<int>(u"depth"), row.get<QString>(u"sort"), row.get<QJsonObject>(u"fields")};
}

const auto done = [](int) {};

Query pageQuery(Session &session, AdminList list, std::optional<qint64> id, const QString &filter, const AdminRecord &last, int limit)
{
    Query query = session.query(statementOf(list));
    query.bind(u":id"_s, id).bind(u":filter"_s, filter).bind(u":after"_s, last.sort).bind(u":after_id"_s, last.sort.isEmpty() ? -1 : last.id)
        .bind(u":limit"_s, limit);
    return query;
}

// a setting keeps the type it has
QByteArray settingJson(const QJsonObject &fields)
{
    const QString value = fields[u"value"].toVariant().toString();
    const QString type = fields[u"type"].toString();
    if (type == u"number" || type == u"boolean")
        return value.toUtf8();
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

Result<> saveSetting(Session &session, const QJsonObject &fields, const QString &request)
{
    return session.query(u"administration/save_setting"_s)
        .bind(u":key"_s, fields[u"key"].toString()).bind(u":value"_s, QString::fromUtf8(settingJson(fields))).bind(u":request"_s, request)
        .run().transform(done);
}

QString textOf(const QJsonValue &value)
{
    return value.isBool() ? (value.toBool() ? u"true"_s : u"false"_s) : value.toVariant().toString();
}

Result<CsvTable> readTable(Sheet sheet, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failed(Failure::Invalid, u"file_not_readable"_s, file.errorString());
    if (file.size() > 32 * 1024 * 1024)
        return failed(Failure::Invalid, u"file_too_large"_s);
    const QByteArray bytes = file.readAll();
    if (!bytes.isValidUtf8())
        return failed(Failure::Invalid, u"not_utf8"_s);
    const CsvTable table = CsvTable::fromUtf8(bytes);
    for (const QString &column : neededColumns(sheet)) {
        if (!table.has(column))
            return failed(Failure::Invalid, u"column_missing"_s, column, {{u"column"_s, column}});
    }
    return table;
}

ImportReport toReport(const QJsonObject &answer, qsizetype lines)
{
    ImportReport report{.dryRun = answer[u"dry_run"].toBool(), .lines = int(lines)};
    report.good = std::max(answer[u"saved"].toInt(), answer[u"would_save"].toInt());
    report.dueMoves = toMoves(answer);
    for (const QJsonValue &bad : answer[u"bad"].toArray())
        report.bad.append({bad[u"line"].toInt(), bad[u"code"].toString(), bad[u"facts"].toObject()});
    std::ranges::sort(report.bad, {}, &ImportReport::Bad::line);
    return report;
}

} // namespace

std::optional<Sheet> sheetOf(AdminList list)
{
    switch (list) {
    case AdminList::Units: return Sheet::Units;
    case AdminList::Areas: return Sheet::Areas;
    case AdminList::Categories: return Sheet::Categories;
    case AdminList::Deadlines: return Sheet::Deadlines;
    case AdminList::Holidays: return Sheet::Holidays;
    case AdminList::Templates: return Sheet::Templates;
    case AdminList::Sources: return Sheet::Sources;
    case AdminList::People: return Sheet::People;
    case AdminList::Heads:
    case AdminList::Tracks:
    case AdminList::Calendars:
    case AdminList::Rungs:
    case AdminList::Settings: break;
    }
    return {};
}

QFuture<Result<AdminPage>> AdministrationDesk::page(AdminList list, const QString &filter, const AdminRecord &last, int limit)
{
    return m_database.read([=](Session &session) {
        return pageQuery(session, list, {}, filter, last, limit + 1).all(toRecord).transform([limit](QList<AdminRecord> records) {
            const bool more = records.size() > limit;
            if (more)
                records.removeLast();
            return AdminPage{std::move(records), more};
        });
    });
}

QFuture<Result<AdminRecord>> AdministrationDesk::record(AdminList list, qint64 id)
{
    return m_database.read([=](Session &session) { return pageQuery(session, list, id, {}, {}, 1).one(toRecord); });
}

QFuture<Result<DueMoves>> AdministrationDesk::save(AdminList list, const AdminRecord &row, const QString &request)
{
    return m_database.write([=](Session &session) -> Result<DueMoves> {
        if (list == AdminList::Settings)
            return saveSetting(session, row.fields, request).transform([] { return DueMoves(); });
        QJsonObject fields = row.fields;
        std::optional<int> seen;
        if (row.id != 0 && list != AdminList::Holidays) {
            fields[u"id"_s] = row.id;
            seen = row.revision;
        }
        return session.query(saverOf(list)).bind(u":row"_s, fields).bind(u":seen"_s, seen).bind(u":request"_s, request)
            .one([](const Row &saved) { return toMoves(saved.get<QJsonObject>(u"answer")); });
    }, Database::Long); // a change of the calendar works out every open due date anew
}

QFuture<Result<>> AdministrationDesk::addPerson(const QJsonObject &person, const QString &password, const QString &request)
{
    return m_database.write([=](Session &session) { return trucban::addPerson(session, person, password, request); });
}

QFuture<Result<>> AdministrationDesk::changePerson(const AdminRecord &seen, const QJsonObject &changes, const QString &password, const QString &request)
{
    // a second act in the same transaction wants a request of its own, the same one each time
    const QString second = QUuid::createUuidV5(QUuid::fromString(request), u"password"_s).toString(QUuid::WithoutBraces);
    return m_database.write([=](Session &session) -> Result<> {
        if (!changes.isEmpty()) {
            const auto changed = session.query(u"admin/change_person"_s)
                .bind(u":person"_s, seen.id).bind(u":seen"_s, seen.revision).bind(u":changes"_s, changes).bind(u":request"_s, request).run();
            if (!changed)
                return failed(changed.error());
        }
        if (password.isEmpty())
            return {};
        return session.passwordVerifier(password).and_then([&](const QString &verifier) {
            return session.query(u"admin/set_password"_s)
                .bind(u":person"_s, seen.id).bind(u":verifier"_s, verifier).bind(u":request"_s, second).run().transform(done);
        });
    });
}

QFuture<Result<ImportReport>> AdministrationDesk::importPeopleFile(const QString &path, bool dryRun)
{
    struct Found {
        PeopleImport import;
        int lines = 0;
    };
    auto found = std::make_shared<Found>();
    return m_database.write([=](Session &session) -> Result<> {
        return readTable(Sheet::People, path).and_then([&](const CsvTable &table) {
            found->lines = int(table.rows().size());
            return importPeople(session, table, dryRun, found->import);
        });
    }, Database::Long).then([=](const Result<> &outcome) -> Result<ImportReport> {
        if (!outcome && outcome.error().code != u"nothing_changed")
            return failed(outcome.error());
        const PeopleImport &import = found->import;
        ImportReport report = toReport({{u"bad"_s, import.bad}, {u"dry_run"_s, dryRun}, {u"saved"_s, import.added.size()}}, found->lines);
        for (const PeopleImport::Added &one : import.added) {
            if (outcome && one.made)
                report.passwords.append({one.login, one.password});
        }
        return report;
    });
}

QFuture<Result<ImportReport>> AdministrationDesk::importFile(Sheet sheet, const QString &path, bool dryRun, const QString &request)
{
    if (sheet == Sheet::People)
        return importPeopleFile(path, dryRun);
    return m_database.write([=](Session &session) {
        return readTable(sheet, path).transform([sheet](const CsvTable &table) { return importRows(sheet, table); }).and_then([&](const QJsonArray &rows) {
            return session.query(u"administration/import_rows"_s)
                .bind(u":kind"_s, importKind(sheet)).bind(u":rows"_s, rows).bind(u":dry_run"_s, dryRun).bind(u":request"_s, request)
                .one([&](const Row &row) { return toReport(row.get<QJsonObject>(u"answer"), rows.size()); });
        });
    }, Database::Long);
}

QFuture<Result<int>> AdministrationDesk::exportTo(AdminList list, const QStringList &columns, const QString &path)
{
    return m_database.read([=](Session &session) -> Result<int> {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return failed(Failure::Invalid, u"file_not_writable"_s, file.errorString());
        file.write("\xEF\xBB\xBF" + csvLine(columns).toUtf8());
        int written = 0;
        AdminRecord last;
        for (bool more = true; more;) {
            const auto records = pageQuery(session, list, {}, {}, last, 1000).all(toRecord);
            if (!records)
                return failed(records.error());
            for (const AdminRecord &record : *records) {
                QStringList cells;
                for (const QString &column : columns)
                    cells.append(textOf(record.fields[column]));
                file.write(csvLine(cells).toUtf8());
            }
            written += int(records->size());
            more = records->size() == 1000;
            if (more)
                last = records->last();
        }
        if (!file.commit())
            return failed(Failure::Invalid, u"file_not_writable"_s, file.errorString());
        return written;
    }, Database::Long);
}

} // namespace trucban
