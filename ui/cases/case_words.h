// SPDX-License-Identifier: GPL-3.0-or-later
// CaseWords: what the case place says: steps, refusals and Facebook's answers in an officer's words.
#pragma once

#include "desk/case_values.h"
#include "ui/widgets/failure_words.h"

namespace trucban::caseWords {

/// "Nguyễn Hải An classified the case"
QString step(const CaseStep &step);
/// Queued, sent, seen …, and for a failure why
QString delivery(const CaseMessage &message);
/// Facebook's refusal: what happened, and what to do next
QString refusal(const QString &word);
QString nextAfter(const QString &word);
FailureWords words(const Failure &failure);
QString category(const CaseRow &row);
/// "22:41", and both clocks when ours is later than Facebook's
QString clocks(const CaseMessage &message);
/// Who wrote it, as the desk calls them
QString sender(const CaseMessage &message, CitizenId citizen);
/// One sentence for a screen reader
QString spoken(const CaseMessage &message, CitizenId citizen);
/// kind without words of its own: a sticker, a postback, something we do not support yet
QString kindWords(const CaseMessage &message);

} // namespace trucban::caseWords
