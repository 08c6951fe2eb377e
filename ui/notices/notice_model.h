// SPDX-License-Identifier: GPL-3.0-or-later
// NoticeModel: the notices that wait, as a list paints and a screen reader says them.
#pragma once

#include "base/clock.h"
#include "desk/notice_board.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace trucban {

class NoticeModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { AboutRole = Qt::UserRole, SeverityRole, WhenRole };

    explicit NoticeModel(Clock clock, QObject *parent = nullptr) : QAbstractListModel(parent), m_clock(std::move(clock)) {}

    void show(const QList<DeskNotice> &notices);
    const DeskNotice *notice(const QModelIndex &index) const;
    const QList<DeskNotice> &notices() const { return m_notices; }
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_notices.size()); }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    Clock m_clock;
    QList<DeskNotice> m_notices;
};

/// Two lines a notice: what happened, in the colour of its severity with its shape; below it the case.
class NoticeDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace trucban
