// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/list_keys.h"

#include <QAbstractItemView>
#include <QKeyEvent>

#include <algorithm>

namespace trucban {

namespace {

class ListKeys : public QObject
{
public:
    explicit ListKeys(QAbstractItemView *view) : QObject(view), m_view(view) { view->installEventFilter(this); }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
            return false;
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool down = key->keyCombination() == QKeyCombination(Qt::ControlModifier, Qt::Key_J);
        const bool up = key->keyCombination() == QKeyCombination(Qt::ControlModifier | Qt::ShiftModifier, Qt::Key_J);
        if (!down && !up)
            return false;
        if (event->type() == QEvent::KeyPress)
            moveRow(m_view, down ? 1 : -1);
        event->accept();
        return true;
    }

private:
    QAbstractItemView *m_view;
};

} // namespace

void addListKeys(QAbstractItemView *view)
{
    new ListKeys(view);
}

void moveRow(QAbstractItemView *view, int by)
{
    const auto *model = view->model();
    if (!model || model->rowCount(view->rootIndex()) == 0)
        return;
    const QModelIndex now = view->currentIndex();
    const int row = std::clamp(now.isValid() ? now.row() + by : 0, 0, model->rowCount(view->rootIndex()) - 1);
    QModelIndex next = model->index(row, now.isValid() ? now.column() : 0, view->rootIndex());
    while (next.isValid() && next != now && view->visualRect(next).isEmpty()) // folded away
        next = next.siblingAtRow(next.row() + (by < 0 ? -1 : 1)).isValid() ? next.siblingAtRow(next.row() + (by < 0 ? -1 : 1)) : now;
    view->setCurrentIndex(next);
}

} // namespace trucban
