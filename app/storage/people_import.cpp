// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/people_import.h"

#include "storage/session.h"

#include <QRandomGenerator>
#include <QUuid>

namespace trucban {

Result<> addPerson(Session &session, const QJsonObject &person, const QString &password, const QString &request)
{
    return session.passwordVerifier(password).and_then([&](const QString &verifier) {
        return session.query(u"admin/add_person"_s).bind(u"person"_s, person).bind(u"verifier"_s, verifier).bind(u"request"_s, request).run().transform([](int) {});
    });
}

QString madePassword()
{
    static const QString letters = u"abcdefghjkmnpqrstuvwxyz23456789"_s;
    QString password;
    for (int at = 0; at < 20; ++at) {
        if (at > 0 && at % 4 == 0)
            password += u'-';
        password += letters[QRandomGenerator::system()->bounded(int(letters.size()))];
    }
    return password;
}

Result<> importPeople(Session &session, const CsvTable &table, bool dry, PeopleImport &import)
{
    import = {};
    for (const CsvRow &row : table.rows()) {
        QJsonObject person;
        for (const QString &column : {u"login"_s, u"name"_s, u"rank"_s, u"role"_s, u"unit"_s})
            person[column] = table.cell(row, column);
        const QString given = table.cell(row, u"password"_s);
        const QString password = given.isEmpty() ? madePassword() : given;
        const auto added = session.script("SAVEPOINT line").and_then([&] { return addPerson(session, person, password, QUuid::createUuid().toString(QUuid::WithoutBraces)); });
        if (added) {
            import.added.append({person[u"login"_s].toString(), person[u"role"_s].toString(), person[u"unit"_s].toString(), password, given.isEmpty()});
            continue;
        }
        if (added.error().kind == Failure::Offline)
            return added;
        import.bad.append(QJsonObject{{u"line"_s, row.line}, {u"code"_s, added.error().code}, {u"facts"_s, added.error().facts}});
        if (auto back = session.script("ROLLBACK TO SAVEPOINT line"); !back)
            return back;
    }
    return dry || !import.bad.isEmpty() ? failed(Failure::Invalid, u"nothing_changed"_s) : Result<>();
}

} // namespace trucban
