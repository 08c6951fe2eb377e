// SPDX-License-Identifier: GPL-3.0-or-later
// Me: the person signed in, as the database knows them.
#pragma once

#include "base/ids.h"

#include <QString>

namespace trucban {

struct Me {
    PersonId id;
    QString login;
    QString name;
    QString role; // officer, unit, supervisor, admin
    UnitId unit;
    QString unitCode;
    QString unitName;
};

} // namespace trucban
