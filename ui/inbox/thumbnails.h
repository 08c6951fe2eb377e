// SPDX-License-Identifier: GPL-3.0-or-later
// Thumbnails: small pictures fetched once when first painted, the least looked-at forgotten.
#pragma once

#include "base/ids.h"
#include "desk/inbox/inbox_feed.h"

#include <QCache>
#include <QObject>
#include <QPixmap>
#include <QSet>

namespace trucban {

class Thumbnails : public QObject
{
    Q_OBJECT
public:
    explicit Thumbnails(InboxFeed &feed, QObject *parent = nullptr);
    /// Null until it has arrived; then arrived() is emitted.
    QPixmap get(MediaId media);
    bool isLoading() const { return !m_asked.isEmpty(); }

Q_SIGNALS:
    void arrived();

private:
    static constexpr int side = 128;
    InboxFeed &m_feed;
    QCache<qint64, QPixmap> m_kept{400};
    QSet<qint64> m_asked;
};

} // namespace trucban
