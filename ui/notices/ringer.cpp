// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notices/ringer.h"

namespace trucban {

std::optional<DeskNotice::Severity> Ringer::listen(const QList<DeskNotice> &waiting)
{
    const QDateTime now = m_clock.now();
    std::optional<DeskNotice::Severity> worst;
    QHash<qint64, QDateTime> rang;
    for (const DeskNotice &notice : waiting) {
        QDateTime last = m_rang.value(notice.id);
        const bool due = !last.isValid() || (notice.repeatSeconds > 0 && last.secsTo(now) >= notice.repeatSeconds);
        if (due) {
            worst = std::max(worst.value_or(notice.severity), notice.severity);
            last = now; // the one that sounds speaks for all that are due
        }
        rang.insert(notice.id, last);
    }
    m_rang = rang;
    return worst;
}

bool Ringer::repeats(const QList<DeskNotice> &waiting) const
{
    return std::ranges::any_of(waiting, [](const DeskNotice &notice) { return notice.repeatSeconds > 0; });
}

} // namespace trucban
