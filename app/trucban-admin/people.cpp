// SPDX-License-Identifier: GPL-3.0-or-later
// people: who may sign in. A password is read from a file, standard input or the environment, never from the command line,
// and only its SCRAM verifier goes to the server.
#include "command.h"
#include "domain/csv.h"
#include "domain/sheet_words.h"
#include "storage/people_import.h"

#include <QFile>

namespace trucban::admin {

namespace {

const QStringList roles{u"officer"_s, u"unit"_s, u"supervisor"_s, u"admin"_s};

struct NewPassword {
    QString text;
    bool made = false; // by us, so it must be shown once
};

Result<NewPassword> newPassword(const Context &context)
{
    if (context.arguments.has(u"password-file"_s))
        return passwordFrom(context.arguments.value(u"password-file"_s)).transform([](const QString &text) { return NewPassword{text, false}; });
    if (const QString given = qEnvironmentVariable("TRUCBAN_NEW_PASSWORD"); !given.isEmpty())
        return NewPassword{given, false};
    return NewPassword{madePassword(), true};
}

QJsonObject toPerson(const Row &row)
{
    return {{u"login"_s, row.get<QString>(u"login")}, {u"name"_s, row.get<QString>(u"name")}, {u"rank"_s, row.get<QString>(u"rank")},
            {u"role"_s, row.get<QString>(u"role")}, {u"unit"_s, row.isNull(u"unit") ? QJsonValue() : QJsonValue(row.get<QString>(u"unit"))},
            {u"active"_s, row.get<bool>(u"active")}};
}

Result<QString> loginOf(const Context &context)
{
    if (context.words.size() == 1)
        return context.words.first();
    if (context.words.isEmpty() && context.arguments.has(u"login"_s))
        return context.arguments.value(u"login"_s);
    return usage(u"whose login?"_s);
}

Result<QJsonObject> add(Context &context)
{
    const auto login = loginOf(context);
    if (!login)
        return failed(login.error());
    const QString role = context.arguments.value(u"role"_s);
    if (!roles.contains(role))
        return usage(u"--role is one of "_s + roles.join(u", "_s));
    const auto password = newPassword(context);
    if (!password)
        return failed(password.error());
    const QJsonObject person{{u"login"_s, *login}, {u"name"_s, context.arguments.value(u"name"_s, *login)}, {u"rank"_s, context.arguments.value(u"rank"_s)},
                             {u"role"_s, role}, {u"unit"_s, context.arguments.value(u"unit"_s)}};
    return context.write([&](Session &session) { return addPerson(session, person, password->text, newRequest()); }).transform([&] {
        QJsonObject answer{{u"login"_s, *login}, {u"role"_s, role}, {u"unit"_s, person[u"unit"_s]}};
        if (password->made)
            answer[u"password"_s] = password->text;
        return answer;
    });
}

Result<QJsonObject> changeActive(Context &context, bool active)
{
    const auto login = loginOf(context);
    if (!login)
        return failed(login.error());
    return context.write([&](Session &session) {
        return session.query(u"admin/person"_s).bind(u"login"_s, *login)
            .one([](const Row &row) { return std::pair(row.get<qint64>(u"id"), row.get<int>(u"revision")); })
            .and_then([&](const std::pair<qint64, int> &found) {
                return session.query(u"admin/change_person"_s).bind(u"person"_s, found.first).bind(u"seen"_s, found.second)
                    .bind(u"changes"_s, QJsonObject{{u"active"_s, active}}).bind(u"request"_s, newRequest()).run();
            })
            .transform([&](int) { return QJsonObject{{u"login"_s, *login}, {u"active"_s, active}}; });
    });
}

Result<QJsonObject> setPassword(Context &context)
{
    const auto login = loginOf(context);
    if (!login)
        return failed(login.error());
    const auto password = newPassword(context);
    if (!password)
        return failed(password.error());
    return context.write([&](Session &session) {
        return session.query(u"admin/person"_s).bind(u"login"_s, *login).one([](const Row &row) { return row.get<qint64>(u"id"); })
            .and_then([&](qint64 id) {
                return session.passwordVerifier(password->text).and_then([&](const QString &verifier) {
                    return session.query(u"admin/set_password"_s).bind(u"person"_s, id).bind(u"verifier"_s, verifier).bind(u"request"_s, newRequest()).run();
                });
            })
            .transform([&](int) {
                QJsonObject answer{{u"login"_s, *login}};
                if (password->made)
                    answer[u"password"_s] = password->text;
                return answer;
            });
    });
}

Result<QJsonObject> list(Context &context)
{
    if (!context.words.isEmpty())
        return usage(u"people list takes no operand"_s);
    return context.write([](Session &session) { return session.query(u"admin/people"_s).all(toPerson); }).transform([](const QList<QJsonObject> &people) {
        QJsonArray array;
        for (const QJsonObject &person : people)
            array.append(person);
        return QJsonObject{{u"people"_s, array}};
    });
}

Result<QJsonObject> importPeople(Context &context)
{
    if (context.words.size() != 1)
        return usage(u"which file?"_s);
    QFile file(context.words.first());
    if (!file.open(QIODevice::ReadOnly))
        return failed(Failure::Invalid, u"file_unreadable"_s, u"%1: %2"_s.arg(file.fileName(), file.errorString()));
    const CsvTable table = CsvTable::fromUtf8(file.readAll());
    for (const QString &column : neededColumns(Sheet::People)) {
        if (!table.has(column))
            return failed(Failure::Invalid, u"column_missing"_s, u"the first line of %1 names no column %2"_s.arg(file.fileName(), column), {{u"column"_s, column}});
    }
    const bool dry = context.arguments.has(u"dry-run"_s);
    PeopleImport import;
    const auto done = context.write([&](Session &session) { return trucban::importPeople(session, table, dry, import); }, Database::Long);
    if (!done && done.error().code != u"nothing_changed")
        return failed(done.error());
    QJsonObject answer{{u"bad"_s, import.bad}, {u"dry_run"_s, dry}, {u"lines"_s, table.rows().size()}, {u"saved"_s, done ? import.added.size() : 0}};
    if (!done)
        answer[u"would_save"_s] = import.added.size();
    QJsonArray people;
    for (const PeopleImport::Added &one : std::as_const(import.added))
        people.append(QJsonObject{{u"login"_s, one.login}, {u"password"_s, one.password}, {u"role"_s, one.role}, {u"unit"_s, one.unit}});
    if (done)
        answer[u"people"_s] = people;
    answer[u"wrong"_s] = !import.bad.isEmpty();
    return answer;
}

} // namespace

std::vector<Command> peopleCommands()
{
    const QString passwordWords = u" The password: --password-file (- is standard input), TRUCBAN_NEW_PASSWORD, else one is made and shown once."_s;
    return {
        {u"people add"_s, u"LOGIN"_s, u"Adds a person with a login."_s + passwordWords, {u"login"_s, u"name"_s, u"rank"_s, u"role"_s, u"unit"_s}, {}, add, true},
        {u"people disable"_s, u"LOGIN"_s, u"Takes the login away; what the person did stays."_s, {u"login"_s}, {}, [](Context &context) { return changeActive(context, false); }},
        {u"people enable"_s, u"LOGIN"_s, u"Gives the login back."_s, {u"login"_s}, {}, [](Context &context) { return changeActive(context, true); }},
        {u"people password"_s, u"LOGIN"_s, u"Gives a person a new password."_s + passwordWords, {u"login"_s}, {}, setPassword, true},
        {u"people list"_s, {}, u"Lists people."_s, {}, {}, list},
        {u"people import"_s, u"FILE.csv"_s, u"Adds many people (login, name, rank, role, unit, password): every line or none."_s, {}, {u"dry-run"_s}, importPeople},
    };
}

} // namespace trucban::admin
