// SPDX-License-Identifier: GPL-3.0-or-later
// The only place that knows the column names of a case.
#pragma once

#include "desk/case_values.h"
#include "storage/session.h"

namespace trucban::caseRows {

Result<CaseRow> row(Session &session, CaseId id);
/// older than `before`; nullptr: the newest
Result<MessagePage> messages(Session &session, CaseId id, const CaseMessage *before, int most);
Result<QList<CaseStep>> steps(Session &session, CaseId id);
Result<QList<CaseNote>> notes(Session &session, CaseId id);
Result<QList<AnswerOfUnit>> answers(Session &session, CaseId id);
Result<CitizenFile> citizen(Session &session, CaseId id);
Result<CaseReference> reference(Session &session);

} // namespace trucban::caseRows
