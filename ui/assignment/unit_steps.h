// SPDX-License-Identifier: GPL-3.0-or-later
// UnitSteps: what a unit does beside answering, one form at a time, in its place: hand back, hand on, ask the citizen, ask for more time.
#pragma once

#include "desk/assignment_values.h"

#include <QWidget>

class QComboBox;
class QDateTimeEdit;
class QPlainTextEdit;
class QPushButton;

namespace trucban {

class ReasonLine;

class UnitSteps : public QWidget
{
    Q_OBJECT
public:
    enum Step { None, HandBack, HandOn, AskCitizen, MoreTime };

    explicit UnitSteps(QWidget *parent = nullptr);
    /// Its reasons and the units a case may be handed on to.
    void setDirectory(const UnitDirectory &directory);
    void setAssignment(const AssignmentEntry &mine, const QDateTime &now);
    void begin(Step step);
    /// The form goes away; after a step went through with what was typed.
    void leave(bool forget = false);
    Step step() const { return m_step; }

Q_SIGNALS:
    void handBackWanted(const QString &code, const QString &words);
    void handOnWanted(trucban::UnitId to, const QString &code, const QString &words);
    void questionWanted(const QString &words);
    void extensionWanted(const QDateTime &until, const QString &reason);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeHandOn();
    QWidget *makeQuestion();
    QWidget *makeMoreTime();
    void fillUnits();
    UnitId chosenUnit() const;
    void refresh();

    UnitDirectory m_directory;
    AssignmentEntry m_mine;
    Step m_step = None;

    ReasonLine *m_back;
    QWidget *m_onForm = nullptr;
    QComboBox *m_unit = nullptr;
    ReasonLine *m_on = nullptr;
    QWidget *m_askForm = nullptr;
    QPlainTextEdit *m_question = nullptr;
    QPushButton *m_ask = nullptr;
    QWidget *m_timeForm = nullptr;
    QDateTimeEdit *m_until = nullptr;
    ReasonLine *m_time = nullptr;
};

} // namespace trucban
