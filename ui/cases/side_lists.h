// SPDX-License-Identifier: GPL-3.0-or-later
// Beside the conversation: notes for colleagues, and every step of the case.
#pragma once

#include "desk/case_values.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QTreeWidget;

namespace trucban {

class NotesPanel : public QWidget
{
    Q_OBJECT
public:
    explicit NotesPanel(QWidget *parent = nullptr);
    void begin();
    void show(const QList<CaseNote> &notes);
    void kept(); // the note that was typed is stored
    void focusField();
    void add(const QString &text);

Q_SIGNALS:
    void noteWanted(const QString &text);

private:
    QLabel *m_none;
    QListWidget *m_list;
    QLineEdit *m_field;
};

class HistoryPanel : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryPanel(QWidget *parent = nullptr);
    void show(const QList<CaseStep> &steps);
    int count() const;

private:
    QTreeWidget *m_tree;
};

} // namespace trucban
