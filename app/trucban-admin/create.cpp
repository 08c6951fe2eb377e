// SPDX-License-Identifier: GPL-3.0-or-later
// create, upgrade: a database from nothing, and from an older schema to this program's.
#include "command.h"
#include "storage/migrator.h"

#include <QTextStream>

namespace trucban::admin {

namespace {

void tell(const QString &words)
{
    QTextStream(stderr) << words << Qt::endl;
}

Result<QList<int>> upgradeAloud(const ConnectOptions &options)
{
    return Migrator(options).upgrade([](const schema::Migration &next) { tell(u"  schema %1: %2"_s.arg(next.number).arg(next.why)); });
}

QJsonArray asArray(const QList<int> &numbers)
{
    QJsonArray array;
    for (const int number : numbers)
        array.append(number);
    return array;
}

QString quoted(const QString &identifier)
{
    return u'"' + QString(identifier).replace(u'"', u"\"\""_s) + u'"';
}

QString literal(const QString &text)
{
    return u'\'' + QString(text).replace(u'\'', u"''"_s) + u'\'';
}

// CREATE DATABASE knows no transaction, so this speaks through a script of its own
Result<> makeDatabase(const ConnectOptions &server, const QString &name)
{
    Migrator outside(server);
    return outside.alone([&](Session &session) -> Result<> {
        const auto there = session.sql(u"SELECT count(*) AS n FROM pg_database WHERE datname = :name"_s).bind(u"name"_s, name).one([](const Row &row) {
            return row.get<int>(u"n");
        });
        if (!there)
            return failed(there.error());
        if (*there > 0)
            return {};
        const QString database = quoted(name);
        return session.script(u"CREATE DATABASE %1 OWNER trucban_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin LOCALE 'C.UTF-8'"_s.arg(database).toUtf8())
            .and_then([&] {
                return session.script(u"REVOKE ALL ON DATABASE %1 FROM PUBLIC; GRANT CONNECT ON DATABASE %1 TO trucban_person, trucban_gateway"_s.arg(database).toUtf8());
            });
    });
}

// as trucban_owner, so that the verbs of administrators may change this login later
Result<bool> makeAdministrator(Session &session, const QString &login, const QString &name, const QString &password)
{
    return session.sql(u"SELECT count(*) AS n FROM core.person WHERE login = :login"_s).bind(u"login"_s, login).one([](const Row &row) { return row.get<int>(u"n"); })
        .and_then([&](int there) -> Result<bool> {
            if (there > 0)
                return false;
            return session.passwordVerifier(password).and_then([&](const QString &verifier) {
                const QJsonObject person{{u"login"_s, login}, {u"name"_s, name}, {u"role"_s, u"admin"_s}};
                return session.query(u"admin/create_person"_s).bind(u"person"_s, person).bind(u"verifier"_s, verifier).run().transform([](int) { return true; });
            });
        });
}

Result<bool> makeGateway(Session &session, const QString &login, const QString &password)
{
    return session.sql(u"SELECT count(*) AS n FROM pg_roles WHERE rolname = :login"_s).bind(u"login"_s, login).one([](const Row &row) { return row.get<int>(u"n"); })
        .and_then([&](int there) -> Result<bool> {
            if (there > 0)
                return false;
            return session.passwordVerifier(password).and_then([&](const QString &verifier) {
                return session.script(u"CREATE ROLE %1 LOGIN PASSWORD %2 IN ROLE trucban_gateway"_s.arg(quoted(login), literal(verifier)).toUtf8()).transform([] { return true; });
            });
        });
}

Result<QJsonObject> create(Context &context)
{
    const QString name = context.arguments.value(u"name"_s, u"trucban"_s);
    const QString admin = context.arguments.value(u"admin"_s);
    const QString gateway = context.arguments.value(u"gateway"_s);
    if (!admin.isEmpty() && !context.arguments.has(u"admin-password-file"_s))
        return usage(u"--admin needs --admin-password-file"_s);
    if (!gateway.isEmpty() && !context.arguments.has(u"gateway-password-file"_s))
        return usage(u"--gateway needs --gateway-password-file"_s);
    QString adminPassword, gatewayPassword;
    for (const auto &[option, password] : {std::pair(u"admin-password-file"_s, &adminPassword), std::pair(u"gateway-password-file"_s, &gatewayPassword)}) {
        if (!context.arguments.has(option))
            continue;
        auto read = passwordFrom(context.arguments.value(option));
        if (!read)
            return failed(read.error());
        *password = *read;
    }
    ConnectOptions inside = context.options;
    inside.database = name;
    tell(u"Roles …"_s);
    return Migrator(context.options).makeRoles()
        .and_then([&] { tell(u"Database %1 …"_s.arg(name)); return makeDatabase(context.options, name); })
        .and_then([&] { return upgradeAloud(inside); })
        .and_then([&](const QList<int> &applied) {
            Database database(inside);
            return database.write([&](Session &session) -> Result<QJsonObject> {
                QJsonObject answer{{u"database"_s, name}, {u"applied"_s, asArray(applied)}, {u"schema"_s, schema::own()}};
                auto done = session.script("SET LOCAL ROLE trucban_owner");
                if (done && !admin.isEmpty())
                    done = makeAdministrator(session, admin, context.arguments.value(u"admin-name"_s, u"Quản trị"_s), adminPassword)
                               .transform([&](bool made) { answer[u"administrator"_s] = QJsonObject{{u"login"_s, admin}, {u"made"_s, made}}; });
                if (done && !gateway.isEmpty())
                    done = makeGateway(session, gateway, gatewayPassword).transform([&](bool made) {
                        answer[u"gateway"_s] = QJsonObject{{u"login"_s, gateway}, {u"made"_s, made}};
                    });
                return done.transform([&] { return answer; });
            }).result();
        });
}

Result<QJsonObject> upgrade(Context &context)
{
    const bool dry = context.arguments.has(u"dry-run"_s);
    Migrator migrator(context.options);
    return migrator.compare().and_then([&](const QList<schema::Migration> &all) -> Result<QJsonObject> {
        QList<int> missing;
        for (const schema::Migration &migration : all) {
            if (!migration.appliedAt.isValid())
                missing.append(migration.number);
        }
        if (dry)
            return QJsonObject{{u"missing"_s, asArray(missing)}, {u"schema"_s, schema::own()}};
        auto ready = context.arguments.has(u"roles"_s) ? migrator.makeRoles() : Result<>();
        return ready.and_then([&] { return upgradeAloud(context.options); }).transform([](const QList<int> &applied) {
            return QJsonObject{{u"applied"_s, asArray(applied)}, {u"schema"_s, schema::own()}};
        });
    });
}

} // namespace

std::vector<Command> createCommands()
{
    return {
        {u"create"_s, {}, u"Makes roles, database, schema and the first logins. --database names the server and a login that may create databases and roles."_s,
         {u"name"_s, u"admin"_s, u"admin-name"_s, u"admin-password-file"_s, u"gateway"_s, u"gateway-password-file"_s}, {}, create},
        {u"upgrade"_s, {}, u"Brings the database to this program's schema (as a superuser, or a login in trucban_owner); --dry-run only lists what is missing."_s, {},
         {u"dry-run"_s, u"roles"_s}, upgrade},
    };
}

} // namespace trucban::admin
