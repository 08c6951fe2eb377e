// SPDX-License-Identifier: GPL-3.0-or-later
// How a notice reads: what happened, in one line, and its severity by word, colour and shape.
#pragma once

#include "desk/notice_board.h"
#include "ui/theme/theme.h"

namespace trucban {

namespace noticeWords {

QString title(const DeskNotice &notice);
enum Whose { WithWords, WithoutWords };
/// The case it is about and who holds it; a citizen's words only where nobody looks over the shoulder
QString about(const DeskNotice &notice, const QDateTime &now, Whose words = WithWords);
QString severity(DeskNotice::Severity severity);
Meaning meaning(DeskNotice::Severity severity);
QString iconName(DeskNotice::Severity severity);
/// One sentence a screen reader can say
QString spoken(const DeskNotice &notice, const QDateTime &now);

} // namespace noticeWords

} // namespace trucban
