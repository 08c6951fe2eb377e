// SPDX-License-Identifier: GPL-3.0-or-later
// InboxDelegate: paints one case, two lines dense, three comfortable. Overdue is a bar and a clock, never a red block.
#pragma once

#include "base/clock.h"
#include "desk/inbox/inbox_row.h"
#include "desk/me.h"

#include <QStyledItemDelegate>

namespace trucban {

class Thumbnails;

class InboxDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    InboxDelegate(Me me, Clock clock, Thumbnails &thumbnails, QObject *parent = nullptr);
    void setQuery(const QString &query) { m_query = query; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Pen; // the painter with the place still free on a line
    void paintClock(Pen &line, const InboxRow &row, const QDateTime &now) const;
    void paintWho(Pen &line, const InboxRow &row) const;
    void paintTags(Pen &line, const InboxRow &row) const;
    void paintWords(Pen &line, const InboxRow &row) const;
    void paintFoot(Pen &line, const InboxRow &row, const QDateTime &now) const;
    QString holderWords(const InboxRow &row) const;

    Me m_me;
    Clock m_clock;
    Thumbnails &m_thumbnails;
    QString m_query;
};

} // namespace trucban
