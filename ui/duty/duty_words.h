// SPDX-License-Identifier: GPL-3.0-or-later
// How the words of slips, shifts and reports read on the screen.
#pragma once

#include "base/result.h"
#include "ui/theme/theme.h"

#include <QDateTime>
#include <QString>

namespace trucban {

class NoticeBar;

namespace dutyWords {

QString slipState(const QString &word, bool received);
Meaning meaningOfSlip(const QString &word, bool received);
QString shiftState(const QString &word);
QString entryKind(const QString &word);
QString reportKind(const QString &word);
/// "24/11 14:05", with the year where it is another
QString moment(const QDateTime &when);
/// "24/11 22:30 – 06:30"
QString span(const QDateTime &from, const QDateTime &to);
QString day(const QDateTime &when);
/// The day, the week or the month a report is about
QString period(const QString &kind, const QDateTime &from, const QDateTime &to);
QString person(const QString &rank, const QString &name);
/// Refusals of slips, shifts and reports have words of their own.
void tell(NoticeBar &notice, const Failure &failure);

} // namespace dutyWords

} // namespace trucban
