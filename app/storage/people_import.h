// SPDX-License-Identifier: GPL-3.0-or-later
// Many people from a sheet (login, name, rank, role, unit, password): every line or none, and each bad line by its number.
#pragma once

#include "base/result.h"
#include "domain/csv.h"

#include <QJsonArray>
#include <QJsonObject>

namespace trucban {

class Session;

struct PeopleImport {
    struct Added {
        QString login;
        QString role;
        QString unit;
        QString password;
        bool made = false; // by us, so it must be shown once
    };
    QList<Added> added;
    QJsonArray bad; // {line, code, facts}
};

/// Five groups a person can read out on the phone: no l, 1, o, 0.
QString madePassword();

/// A person with a login; the server gets the verifier, never the password.
Result<> addPerson(Session &session, const QJsonObject &person, const QString &password, const QString &request);

/// Tries each line in a savepoint of its own. Refused as "nothing_changed" when a line is bad or it is `dry`, so that the transaction
/// takes everything back; `import` holds what was found either way. Only verifiers go to the server.
Result<> importPeople(Session &session, const CsvTable &table, bool dry, PeopleImport &import);

} // namespace trucban
