// SPDX-License-Identifier: GPL-3.0-or-later
// KeyPage (F1): the keys of the place one is in. ShortcutPage: every action, its keys to be changed.
#pragma once

#include <QDialog>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace trucban {

class ActionRegistry;
class Place;

class KeyPage : public QDialog
{
    Q_OBJECT
public:
    KeyPage(const ActionRegistry &actions, const Place *place, QWidget *parent = nullptr);
};

class ShortcutPage : public QDialog
{
    Q_OBJECT
public:
    explicit ShortcutPage(ActionRegistry &actions, QWidget *parent = nullptr);

private:
    void fill();
    void showCurrent();
    void assign();
    QString currentId() const;

    ActionRegistry &m_actions;
    QLineEdit *m_filter;
    QTreeWidget *m_tree;
    QKeySequenceEdit *m_keys;
    QPushButton *m_assign;
    QPushButton *m_reset;
    QLabel *m_note;
};

} // namespace trucban
