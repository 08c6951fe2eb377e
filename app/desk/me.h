// SPDX-License-Identifier: GPL-3.0-or-later
// Me: the person signed in, as the database knows them.
#pragma once

#include "base/ids.h"
#include "base/result.h"

#include <QFuture>

namespace trucban {

class Database;

struct Me {
    PersonId id;
    QString login;
    QString name;
    QString rank;
    QString role; // officer, unit, supervisor, admin
    UnitId unit;
    QString unitCode;
    QString unitName;

    bool isUnit() const { return role == u"unit"; }
    bool isStaff() const { return !isUnit(); }
};

/// NotAllowed("unknown_person") when the login is good but belongs to nobody.
QFuture<Result<Me>> readMe(Database &database);

} // namespace trucban
