// SPDX-License-Identifier: GPL-3.0-or-later
// How times read on the glass: 04:12 left, 2 h 10 left, 3 days, overdue by 01:05; ago; and the exact moment.
#pragma once

#include "ui/theme/theme.h"

#include <QDateTime>

namespace trucban {

namespace clockText {

/// What is left until `due`: `04:12` (minutes:seconds) under an hour, `2 h 10` under two days, `5 d` beyond. Overdue says so.
QString left(const QDateTime &due, const QDateTime &now);
/// Burning when overdue, soon within the last `soonSeconds`, else quiet.
Meaning meaning(const QDateTime &due, const QDateTime &now, int soonSeconds = 3600);
/// "just now", "12 min ago", "3 h ago", "yesterday 21:40", "14/11/2026"
QString ago(const QDateTime &when, const QDateTime &now);
/// The local moment in full, for tooltips: "Saturday 14/11/2026 22:41:07"
QString exact(const QDateTime &when);
/// 0:47, 1:02:03
QString duration(qint64 milliseconds);
/// 22:41
QString hourMinute(const QDateTime &when);

} // namespace clockText

} // namespace trucban
