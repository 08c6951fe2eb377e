// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scratch_people.h"

#include "storage/connection.h"

namespace trucban {

namespace {

// login, and the group role it belongs to
constexpr std::pair<const char *, const char *> people[] = {
    {"officer1", "trucban_officer"}, {"officer2", "trucban_officer"},       {"unit1", "trucban_unit"},
    {"unit2", "trucban_unit"},       {"supervisor1", "trucban_supervisor"}, {"admin1", "trucban_admin"},
    {"gateway", "trucban_gateway"},
};

} // namespace

QString peopleRecipe()
{
    QString text;
    for (const auto &[login, role] : people)
        text += QString::fromLatin1(login) + QString::fromLatin1(role);
    return text;
}

Result<> makePeople(const ConnectOptions &asSuperuser)
{
    Connection connection;
    auto done = connection.open(asSuperuser);
    for (const auto &[login, role] : people) {
        const QString sql = uR"(
            CREATE ROLE %1 LOGIN PASSWORD '%1';
            DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = '%2') THEN GRANT %2 TO %1; END IF; END $$;)"_s
                                .arg(QString::fromLatin1(login), QString::fromLatin1(role));
        done = done.and_then([&] { return connection.run(sql.toUtf8()).transform([](const Answer &) {}); });
    }
    return done;
}

} // namespace trucban
