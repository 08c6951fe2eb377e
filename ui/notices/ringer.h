// SPDX-License-Identifier: GPL-3.0-or-later
// Ringer: when a desk sounds. Once for what is new, again after its time until it is acknowledged; of several the most severe.
#pragma once

#include "base/clock.h"
#include "desk/notice_board.h"

#include <QHash>

#include <optional>

namespace trucban {

class Ringer
{
public:
    explicit Ringer(Clock clock) : m_clock(std::move(clock)) {}

    /// What sounds now, if anything; called when the notices changed and every second while some repeat.
    std::optional<DeskNotice::Severity> listen(const QList<DeskNotice> &waiting);
    bool repeats(const QList<DeskNotice> &waiting) const;

private:
    Clock m_clock;
    QHash<qint64, QDateTime> m_rang; // by notice, when last
};

} // namespace trucban
