// SPDX-License-Identifier: GPL-3.0-or-later
// ActionStrip: the steps of a case as buttons over the actions of the window; the next sensible one stands out.
#pragma once

#include <QHash>
#include <QWidget>

class QPushButton;
class QToolButton;

namespace trucban {

class ActionRegistry;
struct CaseRow;

class ActionStrip : public QWidget
{
    Q_OBJECT
public:
    ActionStrip(ActionRegistry &actions, QWidget *parent = nullptr);
    /// the id of the step that makes sense next; empty: none
    void setNext(const QString &id);
    QString next() const { return m_next; }
    QPushButton *button(const QString &id) const { return m_buttons.value(id); }
    /// what follows for a case as it stands
    static QString nextOf(const CaseRow &row, bool mine);

private:
    void refresh();

    ActionRegistry &m_actions;
    QHash<QString, QPushButton *> m_buttons;
    QToolButton *m_more;
    QString m_next;
};

} // namespace trucban
