// SPDX-License-Identifier: GPL-3.0-or-later
// Why something did not leave for Facebook, or did not come from it, as one stable word: the gateway writes these words and no others,
// the desk has a sentence and a next step for each of them.
#pragma once

#include <QStringList>

namespace trucban::refusals {

/// Of answers, comments and posts (`outbox.error_word`, `bulletin.failure`).
QStringList ofOutbox();
/// Of a citizen's files (`attachment.failure`).
QStringList ofAttachments();

} // namespace trucban::refusals
