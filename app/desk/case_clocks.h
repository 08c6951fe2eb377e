// SPDX-License-Identifier: GPL-3.0-or-later
// CaseClocks: who held a case in each stage, for how long, what was due when, and who was told: why it is red.
#pragma once

#include "base/ids.h"
#include "base/result.h"

#include <QDateTime>
#include <QFuture>
#include <QList>

namespace trucban {

class Database;

struct CaseClocks {
    struct Stage {
        QString stage;  // take_in classify forward confirm answer review reply publish
        QString holder; // desk unit citizen channel
        QString holderName, unit, unitNameEn, head, headRank, shift;
        QDateTime from, to, dueAt; // to: invalid while it runs; dueAt: invalid without a limit
        qint64 seconds = 0, lateSeconds = 0;
        QString state; // met late running overdue no_limit
    };
    struct HandedBack {
        QDateTime at;
        QString unitName, reason;
        bool on = false; // to another unit, not to the centre
    };
    struct Rung {
        QString rung, stage, severity;
        QDateTime at;
        QStringList told; // names
        bool superseded = false;
    };

    std::optional<qint64> ageSeconds; // the centre's to know
    QList<Stage> stages;
    QList<HandedBack> handedBack;
    QList<Rung> ladder;
};

/// NotFound("case_not_found") when this person may not read it; a unit is told its own stages only.
QFuture<Result<CaseClocks>> readClocks(Database &database, CaseId id);

} // namespace trucban
