// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/tree_fold.h"

#include "ui/administration/table_model.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QTableView>

namespace trucban {

TreeFold::TreeFold(QTableView *view, AdminTableModel *model) : QObject(view), m_view(view), m_model(model)
{
    view->installEventFilter(this);
    view->viewport()->installEventFilter(this);
    connect(model, &QAbstractItemModel::modelReset, this, &TreeFold::apply);
    connect(model, &QAbstractItemModel::rowsInserted, this, &TreeFold::apply);
}

int TreeFold::indentOf(int depth)
{
    return depth * Theme::space(4);
}

int TreeFold::depth(int row) const
{
    return m_model->index(row, 0).data(AdminTableModel::DepthRole).toInt();
}

qint64 TreeFold::idOf(int row) const
{
    const AdminRecord *record = m_model->record(m_model->index(row, 0));
    return record ? record->id : 0;
}

bool TreeFold::hasChildren(int row) const
{
    return row + 1 < m_model->rowCount() && depth(row + 1) > depth(row);
}

bool TreeFold::isFolded(int row) const
{
    return m_folded.contains(idOf(row));
}

int TreeFold::parentOf(int row) const
{
    const int own = depth(row);
    while (--row >= 0) {
        if (depth(row) < own)
            return row;
    }
    return -1;
}

void TreeFold::setFolded(int row, bool folded)
{
    if (folded == isFolded(row) || !hasChildren(row))
        return;
    if (folded)
        m_folded.insert(idOf(row));
    else
        m_folded.remove(idOf(row));
    apply();
}

void TreeFold::foldAll()
{
    while (m_model->canFetchMore({})) { // what is not read yet is read first: a branch may end there
        connect(m_model, &QAbstractItemModel::rowsInserted, this, &TreeFold::foldAll, Qt::SingleShotConnection);
        m_model->fetchMore({});
        return;
    }
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (hasChildren(row))
            m_folded.insert(idOf(row));
    }
    apply();
}

void TreeFold::unfoldAll()
{
    m_folded.clear();
    apply();
}

void TreeFold::apply()
{
    const bool tree = m_model->filter().isEmpty(); // what was searched for is shown wherever it lies
    int foldedAt = -1;                             // the depth of the nearest folded branch above
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const int here = depth(row);
        if (foldedAt >= 0 && here <= foldedAt)
            foldedAt = -1;
        const bool hidden = tree && foldedAt >= 0;
        if (m_view->isRowHidden(row) != hidden)
            m_view->setRowHidden(row, hidden);
        if (foldedAt < 0 && isFolded(row))
            foldedAt = here;
    }
    if (const int current = m_view->currentIndex().row(); current >= 0 && m_view->isRowHidden(current)) {
        int row = current;
        while (row >= 0 && m_view->isRowHidden(row))
            row = parentOf(row);
        if (row >= 0)
            m_view->setCurrentIndex(m_model->index(row, 0));
    }
    m_view->viewport()->update();
    Q_EMIT changed();
}

bool TreeFold::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int row = m_view->currentIndex().row();
        if (row < 0 || key->modifiers() != Qt::NoModifier)
            return false;
        if (key->key() == Qt::Key_Right && isFolded(row)) {
            setFolded(row, false);
            return true;
        }
        if (key->key() == Qt::Key_Left) {
            if (hasChildren(row) && !isFolded(row))
                setFolded(row, true);
            else if (const int parent = parentOf(row); parent >= 0)
                m_view->setCurrentIndex(m_model->index(parent, 0));
            return true;
        }
    } else if (watched == m_view->viewport() && event->type() == QEvent::MouseButtonPress) {
        const auto *press = static_cast<QMouseEvent *>(event);
        const QModelIndex index = m_view->indexAt(press->position().toPoint());
        if (!index.isValid() || index.column() != 0 || !hasChildren(index.row()))
            return false;
        const int at = press->position().toPoint().x() - m_view->visualRect(index).left() - indentOf(depth(index.row()));
        if (at >= 0 && at < Theme::space(5)) {
            setFolded(index.row(), !isFolded(index.row()));
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace trucban
