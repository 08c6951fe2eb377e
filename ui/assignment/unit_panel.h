// SPDX-License-Identifier: GPL-3.0-or-later
// UnitPanel: the unit officer's side of a case: what is asked, until when; confirm, hand back or on, ask, answer with files.
// Who the citizen is never comes here: the database does not give it to a unit.
#pragma once

#include "desk/assignment_desk.h"
#include "desk/unit_desk_work.h"
#include "ui/assignment/unit_steps.h"
#include "ui/frame/workbench.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace trucban {

class AnswerFiles;
class Chip;
class EmptyState;
class ForwardsList;
class NoticeBar;
class UnitMatters;

class UnitPanel : public QWidget
{
    Q_OBJECT
public:
    explicit UnitPanel(Workbench &bench, QWidget *parent = nullptr);

    void showCase(CaseId id);
    void beginWork();
    bool isSettled() const { return m_waiting == 0; }
    NoticeBar &notice() { return *m_notice; }
    AnswerFiles &files() { return *m_files; }
    UnitSteps &steps() { return *m_steps; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeLayout();
    QWidget *makeAnswerBox(QWidget *parent);
    QLayout *makeStepButtons();
    void makeActions();
    void makeStepActions();
    void load();
    void readDirectory();
    void readRoom();
    void showRoom(const AssignmentRoom &room);
    void showGone(const Failure &failure);
    void readDraft();
    void keepDraft();
    void saveDraftOnServer();
    void confirm();
    void begin(UnitSteps::Step step);
    /// A step of a form: when it went through, its form goes away with what was typed.
    void took(QFuture<Result<>> outcome, const QString &goodWord);
    void withdrawQuestion();
    void attach();
    void openFile(const AnswerFile &file);
    void answer(bool partial);
    void acted(const Result<> &outcome, const QString &goodWord);
    void refresh();
    QString draftKey() const;

    Workbench &m_bench;
    AssignmentDesk m_room;
    UnitDesk m_desk;
    CaseId m_case;
    AssignmentEntry m_mine; // the forward this officer answers; none: nothing to do here
    UnitDirectory m_directory;
    bool m_haveDirectory = false;
    qint64 m_openQuestion = 0;
    bool m_waitsForTime = false;
    QString m_request; // of the answer being sent: the same until its outcome is known
    bool m_requestIsPart = false;
    int m_waiting = 0;
    bool m_restoring = false;
    bool m_asleep = false;
    QTimer m_again;
    QTimer m_toServer;

    NoticeBar *m_notice;
    EmptyState *m_empty;
    QWidget *m_work = nullptr;
    QLabel *m_asked = nullptr;
    QLabel *m_due = nullptr;
    Chip *m_state = nullptr;
    Chip *m_role = nullptr;
    QPushButton *m_confirm = nullptr;
    QPushButton *m_handBack = nullptr;
    QPushButton *m_handOn = nullptr;
    QPushButton *m_ask = nullptr;
    QPushButton *m_time = nullptr;
    UnitSteps *m_steps = nullptr;
    UnitMatters *m_matters = nullptr;
    QWidget *m_answerBox = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QLabel *m_kept = nullptr;
    AnswerFiles *m_files = nullptr;
    QPushButton *m_sendPart = nullptr;
    QPushButton *m_send = nullptr;
    ForwardsList *m_history = nullptr;
};

} // namespace trucban
