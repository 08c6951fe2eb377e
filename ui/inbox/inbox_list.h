// SPDX-License-Identifier: GPL-3.0-or-later
// InboxList: the list of cases. Nothing jumps: selection and scroll stand still while rows come, go and move.
#pragma once

#include "base/ids.h"

#include <QListView>
#include <QTimer>

class QPushButton;

namespace trucban {

class InboxModel;

class InboxList : public QListView
{
    Q_OBJECT
public:
    explicit InboxList(InboxModel &model, QWidget *parent = nullptr);

    CaseId currentCase() const;
    bool select(CaseId id);
    bool isAtTop() const;
    int waitingAbove() const { return m_newAbove; }
    void toTop();
    /// a choice waits for the next key before it is opened
    bool isResting() const { return m_rest.isActive(); }

Q_SIGNALS:
    /// The selection has rested on a case.
    void chosen(trucban::CaseId id);
    /// Enter or a double click
    void entered(trucban::CaseId id);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    void keepAnchor();
    void restoreAnchor(int newOnes);
    void scrolled();
    void showPill();

    InboxModel &m_model;
    QPushButton *m_pill;
    QTimer m_rest;
    QTimer m_tick;
    CaseId m_anchor;
    int m_anchorOffset = 0;
    bool m_wasAtTop = true;
    bool m_moving = false;
    int m_newAbove = 0;
};

} // namespace trucban
