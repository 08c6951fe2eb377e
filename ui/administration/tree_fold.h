// SPDX-License-Identifier: GPL-3.0-or-later
// TreeFold: lets the branches of a list fold that is a table with depths. Left folds, Right unfolds, the arrow does both.
#pragma once

#include <QObject>
#include <QSet>

class QTableView;

namespace trucban {

class AdminTableModel;

class TreeFold : public QObject
{
    Q_OBJECT
public:
    TreeFold(QTableView *view, AdminTableModel *model);

    bool hasChildren(int row) const;
    bool isFolded(int row) const;
    void setFolded(int row, bool folded);
    void foldAll();
    void unfoldAll();
    bool anyFolded() const { return !m_folded.isEmpty(); }
    /// where the arrow of a row stands
    static int indentOf(int depth);

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int depth(int row) const;
    int parentOf(int row) const;
    qint64 idOf(int row) const;
    void apply();

    QTableView *m_view;
    AdminTableModel *m_model;
    QSet<qint64> m_folded;
};

} // namespace trucban
