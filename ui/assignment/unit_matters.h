// SPDX-License-Identifier: GPL-3.0-or-later
// UnitMatters: what hangs on a unit's forward: reminders, its questions to the citizen, its wishes for more time and what was decided.
#pragma once

#include "desk/assignment_values.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace trucban {

class UnitMatters : public QWidget
{
    Q_OBJECT
public:
    explicit UnitMatters(QWidget *parent = nullptr);
    void show(const AssignmentEntry &mine, const QList<UnitQuestion> &questions, const QList<UnitExtension> &extensions, const QDateTime &now);
    /// 0: none is open
    qint64 openQuestion() const { return m_openQuestion; }

Q_SIGNALS:
    void withdrawWanted(qint64 question);

private:
    QVBoxLayout *add(const QString &title, const QString &state, Meaning meaning, const QString &words);

    QVBoxLayout *m_column;
    qint64 m_openQuestion = 0;
};

} // namespace trucban
