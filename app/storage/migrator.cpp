// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrator.h"

#include "storage/connection.h"

#include <QFile>

namespace trucban {

namespace {

// one upgrade at a time in a database, whoever starts it; held by the session
constexpr auto lockTheDoor = "SELECT pg_advisory_lock(hashtext('trucban.migration'))";

// what only the superuser or the owner of the database may give: the owner of everything makes its schemas, nobody else makes anything
constexpr auto letTheOwnerIn = R"(DO $$ BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'trucban_owner')
       AND pg_has_role(current_user, (SELECT datdba FROM pg_database WHERE datname = current_database()), 'USAGE') THEN
        EXECUTE format('GRANT CREATE ON DATABASE %I TO trucban_owner', current_database());
        EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
        REVOKE ALL ON SCHEMA public FROM PUBLIC;
        IF (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN    -- large objects belong to nobody's row-level security
            REVOKE EXECUTE ON FUNCTION pg_catalog.lo_creat(int), pg_catalog.lo_create(oid), pg_catalog.lo_from_bytea(oid, bytea) FROM PUBLIC;
        END IF;
    END IF;
END $$)";

// the owner of everything, so that no person's login owns a table
constexpr auto becomeOwner = R"(DO $$ BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'trucban_owner') AND pg_has_role(current_user, 'trucban_owner', 'MEMBER') THEN
        SET LOCAL ROLE trucban_owner;
    END IF;
END $$)";

constexpr auto makeLedger = R"(
    CREATE SCHEMA IF NOT EXISTS core;
    CREATE TABLE IF NOT EXISTS core.migration (
        number int PRIMARY KEY,
        name text NOT NULL,
        sha256 text NOT NULL,
        oldest_desk int NOT NULL,
        applied_at timestamptz NOT NULL DEFAULT clock_timestamp()
    );
    GRANT USAGE ON SCHEMA core TO PUBLIC;
    GRANT SELECT ON core.migration TO PUBLIC;)";

Result<> inTransaction(Session &session, const std::function<Result<>()> &work)
{
    return session.script("BEGIN")
        .and_then([&] { return session.script(becomeOwner); })
        .and_then(work)
        .and_then([&] { return session.script("COMMIT"); })
        .or_else([&](const Failure &failure) -> Result<> {
            (void)session.script("ROLLBACK");
            return failed(failure);
        });
}

} // namespace

Migrator::Migrator(const ConnectOptions &options, const QString &folder) : m_options(options), m_folder(folder) {}

template<typename F>
auto Migrator::connected(F work) -> std::invoke_result_t<F &, Session &>
{
    Connection connection;
    if (auto opened = connection.open(m_options); !opened)
        return failed(opened.error());
    Session session(connection);
    return work(session);
}

Result<> Migrator::makeRoles()
{
    QFile file(m_folder + u"/roles.sql"_s);
    if (!file.open(QIODevice::ReadOnly))
        return failed(Failure::Bug, u"no_roles"_s, file.fileName() + u" is not there"_s);
    return connected([&](Session &session) { return session.script(file.readAll()); });
}

Result<> Migrator::alone(const std::function<Result<>(Session &)> &work)
{
    return connected(work);
}

Result<> Migrator::prepareLedger(Session &session)
{
    return session.sql(u"SELECT to_regclass('core.migration') IS NOT NULL AS there"_s)
        .one([](const Row &row) { return row.get<bool>(u"there"); })
        .and_then([&](bool there) -> Result<> {
            if (there)
                return {};
            return inTransaction(session, [&] { return session.script(makeLedger); });
        });
}

Result<QList<schema::Migration>> Migrator::compareIn(Session &session) const
{
    auto shipped = schema::shipped(m_folder);
    if (!shipped)
        return shipped;
    const auto there = session.sql(u"SELECT to_regclass('core.migration') IS NOT NULL AS there"_s).one([](const Row &row) {
        return row.get<bool>(u"there");
    });
    if (!there)
        return failed(there.error());
    if (!*there)
        return shipped;
    const auto applied = session.query(u"storage/migrations"_s).all([](const Row &row) {
        return schema::Migration{row.get<int>(u"number"), row.get<QString>(u"name"), row.get<QString>(u"sha256").toLatin1(), {},
                                 row.get<int>(u"oldest_desk"), {}, row.get<QDateTime>(u"applied_at")};
    });
    if (!applied)
        return failed(applied.error());
    for (const schema::Migration &landed : *applied) {
        if (landed.number > shipped->size())
            return failed(Failure::Conflict, u"desk_too_old"_s, u"the database has schema %1, this program only %2"_s.arg(landed.number).arg(shipped->size()),
                          {{u"desk"_s, int(shipped->size())}, {u"server"_s, landed.number}});
        schema::Migration &ours = (*shipped)[landed.number - 1];
        if (ours.sha256 != landed.sha256)
            return failed(Failure::Conflict, u"migration_changed"_s,
                          u"%1 is not the file that was applied on %2: a landed migration is never edited, add a new one"_s
                              .arg(landed.fileName(), landed.appliedAt.toString(Qt::ISODate)),
                          {{u"number"_s, landed.number}});
        ours.appliedAt = landed.appliedAt;
    }
    return shipped;
}

Result<> Migrator::apply(Session &session, const schema::Migration &migration)
{
    return inTransaction(session, [&] {
        return session.script(migration.sql).and_then([&] {
            return session.query(u"storage/record_migration"_s)
                .bind(u"number"_s, migration.number).bind(u"name"_s, migration.name)
                .bind(u"sha256"_s, QString::fromLatin1(migration.sha256)).bind(u"oldest_desk"_s, migration.oldestDesk)
                .run().transform([](int) {});
        });
    }).transform_error([&](Failure failure) {
        failure.detail = migration.fileName() + u": "_s + failure.detail;
        return failure;
    });
}

Result<QList<schema::Migration>> Migrator::compare()
{
    return connected([this](Session &session) { return compareIn(session); });
}

Result<QList<int>> Migrator::upgrade(const Progress &beforeEach)
{
    return connected([&](Session &session) -> Result<QList<int>> {
        QList<int> done;
        const auto all = session.script(lockTheDoor).and_then([&] { return session.script(letTheOwnerIn); }).and_then([&] { return prepareLedger(session); }).and_then([&] { return compareIn(session); });
        if (!all)
            return failed(all.error());
        for (const schema::Migration &migration : *all) {
            if (migration.appliedAt.isValid())
                continue;
            if (beforeEach)
                beforeEach(migration);
            if (auto applied = apply(session, migration); !applied)
                return failed(applied.error());
            done.append(migration.number);
        }
        return done;
    });
}

} // namespace trucban
