// SPDX-License-Identifier: GPL-3.0-or-later
// CommandPalette: Ctrl+K, some letters without marks, Enter. Runs actions, goes to places, opens a case by its number.
#pragma once

#include <QDialog>

class QLineEdit;
class QListWidget;

namespace trucban {

class ActionRegistry;
class PlaceRegistry;

class CommandPalette : public QDialog
{
    Q_OBJECT
public:
    CommandPalette(ActionRegistry &actions, PlaceRegistry &places, QWidget *parent = nullptr);
    void popUp();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fill();
    void choose();

    ActionRegistry &m_actions;
    PlaceRegistry &m_places;
    QLineEdit *m_field;
    QListWidget *m_list;
};

} // namespace trucban
