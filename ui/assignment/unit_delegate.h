// SPDX-License-Identifier: GPL-3.0-or-later
// UnitDelegate: name and code on one line, why it is there on a second; struck through when it no longer exists.
#pragma once

#include <QStyledItemDelegate>

namespace trucban {

class UnitDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace trucban
