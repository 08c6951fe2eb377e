// SPDX-License-Identifier: GPL-3.0-or-later
// Which units a case should go to, and why: what the rules say before all else, then the ward it lies in or names, what its category is for, where such cases went.
#pragma once

#include "desk/assignment_values.h"

namespace trucban {

struct SimilarCases {
    UnitId unit;
    int cases = 0;
    bool sameArea = false;
};

/// Best first, at most five, only units that may be sent to: valid, and not behind the wall of the unit complained of.
QList<Suggestion> suggestUnits(const UnitDirectory &directory, const AssignmentCase &subject, const QString &citizensWords,
                               const QList<SimilarCases> &similar, const QList<RuleProposal> &proposals = {});
/// Whether `unit` is `about` or lies below it.
bool isBehindWall(const UnitDirectory &directory, UnitId about, UnitId unit);

} // namespace trucban
