// SPDX-License-Identifier: GPL-3.0-or-later
// How forwards, their states, the reasons of a suggestion and every refusal read in words.
#pragma once

#include "desk/assignment_values.h"
#include "ui/widgets/failure_words.h"
#include "ui/theme/theme.h"

namespace trucban {

namespace assignmentWords {

QString state(QStringView state);
Meaning meaning(QStringView state);
QString role(bool lead);
QString urgency(QStringView urgency);
/// Why a unit let the case go: the entry of the list and the words beside it.
QString whyEnded(const AssignmentEntry &entry);
QString questionState(QStringView state);
Meaning questionMeaning(QStringView state);
QString extensionState(QStringView state);
Meaning extensionMeaning(QStringView state);
/// "Reminded 2 times, the last time 5 minutes ago"; empty when nobody did.
QString reminded(const AssignmentEntry &entry, const QDateTime &now);
/// What a rule proposes beside the unit: "urgency high · by 17:00 27/11/2026"
QString proposed(const RuleProposal &proposal);
/// "because the citizen writes “đua xe”; …"
QString because(const RuleProposal &proposal);
/// Its name in the language of the screen
QString category(const AssignmentCase &subject);
QString reason(const Suggestion::Reason &reason);
/// "because: …; …"
QString because(const Suggestion &suggestion);
/// The refusal as a whole: what happened, what is safe, what to do next.
FailureWords refusal(const Failure &failure);
/// "7 working days", of a deadline in the table
QString term(int amount, QStringView unit);
/// "in 4 hours, of which 1 is an office hour", "in 7 working days (9 days)", "overdue"
QString until(const QDateTime &due, const QDateTime &now, const WorkCalendar &calendar);
/// 22:41 14/11/2026, Hanoi time
QString moment(const QDateTime &when);
QString fileSize(qint64 bytes);
QString fileKind(QStringView kind);

} // namespace assignmentWords
} // namespace trucban
