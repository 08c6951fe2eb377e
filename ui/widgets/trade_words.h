// SPDX-License-Identifier: GPL-3.0-or-later
// How the words of the trade (status, urgency, clock, channel …) read on the screen; one wording for every place.
#pragma once

#include "ui/theme/theme.h"

#include <QString>

namespace trucban {

namespace tradeWords {

// each takes the word as the database spells it; an unknown word is shown as it is
QString status(const QString &word);
Meaning meaningOfStatus(const QString &word);
QString urgency(const QString &word);
Meaning meaningOfUrgency(const QString &word);
/// The clock that burns first: a stage, window_24h or window_7d
QString clock(const QString &word);
QString channel(const QString &word);
QString assignmentState(const QString &word);
QString outboxState(const QString &word);
QString bulletinState(const QString &word);
QString role(const QString &word);
/// The English name on an English screen, where there is one
QString inLanguage(const QString &name, const QString &nameEn);
/// "Citizen #4821": never a name
QString citizenAlias(qint64 citizenId);

} // namespace tradeWords

} // namespace trucban
