// SPDX-License-Identifier: GPL-3.0-or-later
// Which schema the database has, which one this program was made for, and whether the two may work together.
#pragma once

#include "storage/session.h"

#include <QDateTime>

namespace trucban::schema {

struct Migration {
    int number = 0;
    QString name;
    QByteArray sha256; // hex
    QString why;
    int oldestDesk = 0; // desks older than this schema number are asked to update
    QByteArray sql;
    QDateTime appliedAt; // invalid: not applied
    QString fileName() const { return u"%1_%2.sql"_s.arg(number, 4, 10, QLatin1Char('0')).arg(name); }
};

struct Version {
    int number = 0;
    int oldestDesk = 0;
};

/// The migrations inside this program, in order; Invalid when a file name, a header or the numbering is wrong.
Result<QList<Migration>> shipped(const QString &folder = u":/schema"_s);
/// The highest number inside this program
int own();
Result<Version> ofDatabase(Session &session);
/// Conflict("desk_too_old") or Conflict("desk_too_new") with facts desk, server, oldest_desk
Result<> mayUse(Session &session);
Result<> mayUse(Version database, int desk);

} // namespace trucban::schema
