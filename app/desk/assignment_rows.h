// SPDX-License-Identifier: GPL-3.0-or-later
// The only place that knows the column names of sql/assignment.
#pragma once

#include "desk/assignment_suggest.h"
#include "storage/session.h"

namespace trucban::assignmentRows {

Result<UnitDirectory> directory(Session &session);
Result<AssignmentCase> subject(Session &session, CaseId id);
Result<QList<AssignmentEntry>> assignments(Session &session, CaseId id);
Result<QList<UnitAnswer>> answers(Session &session, CaseId id);
Result<QString> citizensWords(Session &session, CaseId id);
Result<QList<UnitQuestion>> questions(Session &session, CaseId id);
Result<QList<UnitExtension>> extensions(Session &session, CaseId id);
Result<QList<RuleProposal>> proposals(Session &session, CaseId id);
Result<QList<SimilarCases>> similar(Session &session, const AssignmentCase &subject);

} // namespace trucban::assignmentRows
