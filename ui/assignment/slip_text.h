// SPDX-License-Identifier: GPL-3.0-or-later
// The slip that goes with a forward (phiếu chuyển tin): an official paper, Vietnamese in either language of the screen.
#pragma once

#include "desk/assignment_values.h"

namespace trucban {

struct SlipFacts {
    AssignmentCase subject;
    QString leadUnit;
    QStringList coUnits;
    QDateTime dueAt;
    QString instruction;
    QString officer;
    QDateTime now;
};

/// Never who the citizen is. The number is given when it is signed.
QString slipText(const SlipFacts &facts);
/// `{{case}}`, `{{deadline}}`, `{{unit}}` filled; what is not known stays as it is.
QString filledInstruction(const QString &text, const SlipFacts &facts);

} // namespace trucban
