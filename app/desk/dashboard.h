// SPDX-License-Identifier: GPL-3.0-or-later
// Dashboard: the live numbers of the desk, each with the filter that opens its cases.
#pragma once

#include "base/ids.h"
#include "base/result.h"

#include <QDateTime>
#include <QFuture>
#include <QList>

namespace trucban {

class Database;

struct DashboardReading {
    struct Count {
        QString code; // status, category or unit; empty: cases that have none yet
        QString name;
        QString nameEn;
        qint64 cases = 0;
        qint64 overdue = 0;
    };
    struct Waiting {
        CaseId id;
        QString number, status, clock, category, unit, firstWords;
        QDateTime openedAt, dueAt;
    };
    struct Hour {
        QDateTime at;
        qint64 cases = 0;
        double usual = 0; // mean of the same hour on the seven days before
    };

    QDateTime now;
    qint64 fresh = 0, inHand = 0, waiting = 0, answered = 0, overdue = 0;
    qint64 arrivedToday = 0, arrivedLastWeek = 0, releasedToday = 0, publishedToday = 0;
    QList<Count> statuses, categories, units;
    QList<Waiting> oldest;
    QList<Hour> hours;
};

/// NotAllowed("role_may_not") for unit officers.
QFuture<Result<DashboardReading>> readDashboard(Database &database, int hours = 24);

} // namespace trucban
