// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignment/unit_panel.h"

#include "base/when_done.h"
#include "storage/change_listener.h"
#include "ui/assignment/answer_files.h"
#include "ui/assignment/assignment_words.h"
#include "ui/assignment/forwards_list.h"
#include "ui/assignment/unit_matters.h"
#include "ui/frame/action_registry.h"
#include "ui/frame/place_registry.h"
#include "ui/widgets/clock_text.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/notice_bar.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>

namespace trucban {

UnitPanel::UnitPanel(Workbench &bench, QWidget *parent)
    : QWidget(parent), m_bench(bench), m_room(bench.database), m_desk(bench.database), m_notice(new NoticeBar(this)), m_empty(new EmptyState(this))
{
    setObjectName(u"unitPanel"_s);
    makeLayout();
    makeActions();
    m_again.setSingleShot(true);
    m_again.setInterval(40);
    connect(&m_again, &QTimer::timeout, this, &UnitPanel::load);
    m_toServer.setSingleShot(true);
    m_toServer.setInterval(1500);
    connect(&m_toServer, &QTimer::timeout, this, &UnitPanel::saveDraftOnServer);
    connect(&m_bench.changes, &ChangeListener::changed, this, [this](const Change &change) {
        if (change.kind == u"admin")
            m_haveDirectory = false;
        if (change.kind == u"admin" || ((change.kind == u"case" || change.kind == u"assignment") && change.id == m_case.value))
            m_again.start();
    });
    connect(&m_bench.changes, &ChangeListener::mayHaveMissedSome, this, [this] { m_again.start(); });
    refresh();
}

void UnitPanel::makeLayout()
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    m_work = new QWidget(scroll);
    auto *column = new QVBoxLayout(m_work);
    column->setContentsMargins(Theme::space(3), Theme::space(2), Theme::space(3), Theme::space(3));
    column->setSpacing(Theme::space(2));
    auto *top = new QHBoxLayout;
    m_role = new Chip(m_work);
    m_state = new Chip(m_work);
    m_due = new QLabel(m_work);
    m_due->setTextFormat(Qt::PlainText);
    m_due->setFont(Theme::tabular());
    m_due->setWordWrap(true);
    top->addWidget(m_role);
    top->addWidget(m_state);
    top->addWidget(m_due, 1);
    m_asked = new QLabel(m_work);
    m_asked->setWordWrap(true);
    m_asked->setTextFormat(Qt::PlainText);
    m_asked->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_steps = new UnitSteps(m_work);
    m_matters = new UnitMatters(m_work);
    m_history = new ForwardsList(m_work);
    column->addLayout(top);
    column->addWidget(m_asked);
    column->addLayout(makeStepButtons());
    column->addWidget(m_steps);
    column->addWidget(m_matters);
    column->addWidget(m_answerBox = makeAnswerBox(m_work), 20);
    column->addWidget(m_history);
    column->addStretch(1);
    scroll->setWidget(m_work);
    outer->addWidget(m_notice);
    outer->addWidget(scroll, 1);
    outer->addWidget(m_empty, 1);
    connect(m_steps, &UnitSteps::handBackWanted, this, [this](const QString &code, const QString &words) {
        took(m_desk.handBack(m_mine.id, code, words, newRequest()), tr("Handed back. The command centre sees your reason."));
    });
    connect(m_steps, &UnitSteps::handOnWanted, this, [this](UnitId to, const QString &code, const QString &words) {
        took(m_desk.handOn(m_mine.id, to, code, words, newRequest()), tr("Handed on. The other unit has the case now."));
    });
    connect(m_steps, &UnitSteps::questionWanted, this, [this](const QString &words) {
        took(m_desk.askCitizen(m_mine.id, words, newRequest()), tr("The command centre has your question and asks the citizen."));
    });
    connect(m_steps, &UnitSteps::extensionWanted, this, [this](const QDateTime &until, const QString &reason) {
        took(m_desk.askExtension(m_mine.id, until, reason, newRequest()), tr("A supervisor decides about the time you asked for."));
    });
    connect(m_matters, &UnitMatters::withdrawWanted, this, &UnitPanel::withdrawQuestion);
    connect(m_history, &ForwardsList::fileWanted, this, &UnitPanel::openFile);
}

QLayout *UnitPanel::makeStepButtons()
{
    auto *row = new QHBoxLayout;
    const auto add = [this, row](const QString &icon, const QString &words) {
        auto *button = new QPushButton(Theme::icon(icon), words, m_work);
        row->addWidget(button);
        return button;
    };
    m_confirm = add(u"dialog-ok-apply"_s, tr("&Confirm: we have it"));
    m_ask = add(u"question"_s, tr("&Ask the citizen…"));
    m_time = add(u"chronometer"_s, tr("&More time…"));
    m_handOn = add(u"go-next"_s, tr("Hand &on…"));
    m_handBack = add(u"edit-undo"_s, tr("&Hand back…"));
    row->addStretch(1);
    return row;
}

QWidget *UnitPanel::makeAnswerBox(QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(1));
    auto *title = new QLabel(tr("Answer to the command centre"), box);
    title->setFont(Theme::bold());
    m_text = new QPlainTextEdit(box);
    m_text->setObjectName(u"answerText"_s);
    m_text->setAccessibleName(tr("Answer to the command centre"));
    m_text->setPlaceholderText(tr("What was checked, what was found, what was done. The command centre words it for the citizen."));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(Theme::lineHeight(font()) * 5);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // it takes what the others leave
    m_kept = new QuietLabel({}, box);
    m_files = new AnswerFiles(m_bench.database, box);
    auto *row = new QHBoxLayout;
    auto *attach = new QPushButton(Theme::icon(u"mail-attachment"_s), tr("&Attach files…"), box);
    m_sendPart = new QPushButton(tr("Send as a &part"), box);
    m_sendPart->setToolTip(tr("The command centre reads it; the case stays with your unit until the whole answer is sent"));
    m_send = new QPushButton(tr("&Send the answer"), box);
    m_send->setToolTip(tr("Sends the answer to the command centre (Ctrl+Enter)"));
    row->addWidget(attach);
    row->addWidget(m_kept, 1);
    row->addWidget(m_sendPart);
    row->addWidget(m_send);
    column->addWidget(title);
    column->addWidget(m_text, 1);
    column->addWidget(m_files);
    column->addLayout(row);
    connect(m_text, &QPlainTextEdit::textChanged, this, &UnitPanel::keepDraft);
    connect(m_files, &AnswerFiles::changed, this, &UnitPanel::refresh);
    connect(attach, &QPushButton::clicked, this, &UnitPanel::attach);
    return box;
}

void UnitPanel::makeActions()
{
    ActionRegistry &actions = m_bench.actions;
    QAction *confirm = actions.add(u"unit.confirm"_s).text(tr("Confirm the case for your unit")).icon(u"dialog-ok-apply"_s).menu(u"case"_s).place(u"cases"_s)
        .keys(QKeySequence(u"Ctrl+Shift+N"_s)).enabledWhen([this] { return m_mine.state == u"sent"; }).run(this, &UnitPanel::confirm);
    QAction *send = actions.add(u"unit.answer"_s).text(tr("Send the answer")).icon(u"document-send"_s).menu(u"case"_s).place(u"cases"_s)
        .keys(QList<QKeySequence>{QKeySequence(u"Ctrl+Return"_s), QKeySequence(u"Ctrl+Enter"_s)}).in(this)
        .enabledWhen([this] { return m_send->isEnabled(); }).run(this, [this] { answer(false); });
    QAction *part = actions.add(u"unit.answer_part"_s).text(tr("Send a part of the answer")).hint(tr("The case stays with your unit until the whole answer is sent."))
        .icon(u"document-send"_s).menu(u"case"_s).place(u"cases"_s).enabledWhen([this] { return m_send->isEnabled(); }).run(this, [this] { answer(true); });
    actions.add(u"unit.attach"_s).text(tr("Attach files to the answer…")).icon(u"mail-attachment"_s).menu(u"case"_s).place(u"cases"_s)
        .enabledWhen([this] { return m_mine.isOpen(); }).run(this, &UnitPanel::attach);
    connect(m_confirm, &QPushButton::clicked, confirm, &QAction::trigger);
    connect(m_send, &QPushButton::clicked, send, &QAction::trigger);
    connect(m_sendPart, &QPushButton::clicked, part, &QAction::trigger);
    makeStepActions();
}

void UnitPanel::makeStepActions()
{
    const auto open = [this] { return m_mine.isOpen(); };
    const auto add = [this](const QString &id, const QString &words, const QString &hint, const QString &icon, std::function<bool()> rule, UnitSteps::Step step, QPushButton *button) {
        QAction *action = m_bench.actions.add(id).text(words).hint(hint).icon(icon).menu(u"case"_s).place(u"cases"_s).enabledWhen(std::move(rule)).run(this, [this, step] { begin(step); });
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
    };
    add(u"unit.ask_citizen"_s, tr("Ask the citizen a question…"), tr("The command centre asks for you; your deadline waits meanwhile."), u"question"_s,
        [this] { return m_mine.isOpen() && m_openQuestion == 0; }, UnitSteps::AskCitizen, m_ask);
    add(u"unit.ask_time"_s, tr("Ask for more time…"), tr("A supervisor decides."), u"chronometer"_s, [this] { return m_mine.isOpen() && !m_waitsForTime; }, UnitSteps::MoreTime, m_time);
    add(u"unit.hand_on"_s, tr("Hand the case on to another unit…"), tr("The other unit has it at once, with the same deadline."), u"go-next"_s, open, UnitSteps::HandOn, m_handOn);
    add(u"unit.hand_back"_s, tr("Hand the case back…"), tr("The command centre has it again, with your reason."), u"edit-undo"_s, open, UnitSteps::HandBack, m_handBack);
    m_bench.actions.add(u"unit.withdraw_question"_s).text(tr("Take the question to the citizen back")).icon(u"edit-undo"_s).menu(u"case"_s).place(u"cases"_s)
        .enabledWhen([this] { return m_openQuestion != 0; }).run(this, &UnitPanel::withdrawQuestion);
}

QString UnitPanel::draftKey() const
{
    return u"draft/answer/%1"_s.arg(m_mine.id.value);
}

void UnitPanel::showCase(CaseId id)
{
    if (id == m_case)
        return;
    if (m_toServer.isActive()) {
        m_toServer.stop();
        saveDraftOnServer();
    }
    m_case = id;
    m_mine = {};
    m_request.clear();
    m_notice->clear();
    m_steps->leave(true);
    m_files->clear();
    m_restoring = true;
    m_text->clear();
    m_restoring = false;
    refresh();
    load();
}

void UnitPanel::beginWork()
{
    if (m_confirm->isVisible())
        m_confirm->setFocus();
    else
        m_text->setFocus();
}

void UnitPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_asleep)
        load();
}

void UnitPanel::load()
{
    m_asleep = m_case && !isVisible(); // a tab nobody looks at reads nothing
    if (!m_case || m_asleep)
        return;
    if (m_haveDirectory)
        readRoom();
    else
        readDirectory();
}

void UnitPanel::readDirectory()
{
    ++m_waiting;
    whenDone(m_room.directory(), this, [this](const Result<UnitDirectory> &directory) {
        --m_waiting;
        if (!directory) {
            m_notice->tell(directory.error());
            return;
        }
        m_directory = *directory;
        m_haveDirectory = true;
        m_steps->setDirectory(m_directory);
        readRoom();
    });
}

void UnitPanel::readRoom()
{
    ++m_waiting;
    whenDone(m_room.room(m_case, m_directory, false), this, [this, asked = m_case](const Result<AssignmentRoom> &room) {
        --m_waiting;
        if (asked != m_case)
            return;
        if (room)
            showRoom(*room);
        else if (room.error().kind == Failure::NotFound)
            showGone(room.error());
        else
            m_notice->tell(room.error());
    });
}

void UnitPanel::showRoom(const AssignmentRoom &room)
{
    // one's own open forward first, else the one that was answered
    const auto open = std::ranges::find_if(room.assignments, &AssignmentEntry::isOpen);
    const AssignmentId before = m_mine.id;
    m_mine = open != room.assignments.end() ? *open : room.assignments.value(0);
    m_role->say(assignmentWords::role(m_mine.lead), m_mine.lead ? Meaning::Accent : Meaning::Quiet);
    m_state->say(assignmentWords::state(m_mine.state), assignmentWords::meaning(m_mine.state));
    m_asked->setText(m_mine.instruction.isEmpty() ? tr("The command centre (%1) asks your unit to handle this case.").arg(m_mine.sentBy)
                                                  : tr("The command centre (%1) asks: %2").arg(m_mine.sentBy, m_mine.instruction));
    const QDateTime now = room.subject.now;
    m_due->setText(m_mine.isOpen() && m_mine.dueAt.isValid()
                       ? tr("Answer due %1 (%2)").arg(assignmentWords::moment(m_mine.dueAt), clockText::left(m_mine.dueAt, now)) : QString());
    QPalette shade = palette();
    if (const Meaning burns = clockText::meaning(m_mine.dueAt, now); m_mine.isOpen() && burns != Meaning::Quiet)
        shade.setColor(QPalette::WindowText, Theme::colour(burns));
    m_due->setPalette(shade);
    m_steps->setAssignment(m_mine, now);
    m_matters->show(m_mine, room.questions, room.extensions, now);
    m_openQuestion = m_matters->openQuestion();
    m_waitsForTime = std::ranges::any_of(room.extensions, [this](const UnitExtension &wish) { return wish.assignment == m_mine.id && wish.state == u"asked"; });
    m_history->showAll(room, {}, {});
    m_history->setVisible(!room.answers.isEmpty());
    if (before != m_mine.id)
        readDraft();
    refresh();
}

void UnitPanel::showGone(const Failure &failure)
{
    m_mine = {};
    m_steps->leave(true);
    const FailureWords words = assignmentWords::refusal(failure);
    m_empty->say(u"document-send"_s, words.happened, words.next);
    refresh();
}

void UnitPanel::readDraft()
{
    const QString local = m_bench.settings.value(draftKey()).toString();
    if (!local.isEmpty()) {
        m_restoring = true;
        m_text->setPlainText(local);
        m_restoring = false;
        return;
    }
    whenDone(m_desk.draft(m_mine.id), this, [this, asked = m_mine.id](const Result<QString> &draft) {
        if (asked != m_mine.id || !draft || draft->isEmpty() || !m_text->toPlainText().isEmpty())
            return;
        m_restoring = true;
        m_text->setPlainText(*draft);
        m_restoring = false;
        m_kept->setText(tr("Your draft from another workstation."));
        refresh();
    });
}

void UnitPanel::keepDraft()
{
    refresh();
    if (m_restoring || !m_mine.id)
        return;
    m_request.clear(); // other words are another act
    m_bench.settings.setValue(draftKey(), m_text->toPlainText());
    m_kept->setText(tr("Kept on this machine."));
    m_toServer.start();
}

void UnitPanel::saveDraftOnServer()
{
    if (!m_mine.id)
        return;
    whenDone(m_desk.saveDraft(m_mine.id, m_text->toPlainText()), this, [this](const Result<> &outcome) {
        m_kept->setText(outcome ? tr("Draft kept on the server.") : tr("Kept on this machine; the server will have it later."));
        if (!outcome && outcome.error().kind == Failure::Offline)
            m_toServer.start();
    });
}

void UnitPanel::confirm()
{
    ++m_waiting;
    whenDone(m_desk.confirm(m_mine.id, newRequest()), this, [this](const Result<> &outcome) { acted(outcome, tr("Confirmed. The command centre sees that your unit has it.")); });
}

void UnitPanel::begin(UnitSteps::Step step)
{
    m_bench.places.open({u"assignment"_s, m_case.value, {}, {}}); // from another tab, too
    m_steps->begin(step);
    refresh();
}

void UnitPanel::took(QFuture<Result<>> outcome, const QString &goodWord)
{
    ++m_waiting;
    refresh();
    whenDone(outcome, this, [this, goodWord](const Result<> &outcome) {
        if (outcome)
            m_steps->leave(true);
        acted(outcome, goodWord);
    });
}

void UnitPanel::withdrawQuestion()
{
    if (m_openQuestion != 0)
        took(m_desk.withdrawQuestion(m_openQuestion, newRequest()), tr("The question is taken back."));
}

void UnitPanel::attach()
{
    m_files->add(QFileDialog::getOpenFileNames(this, tr("Files for the answer")));
}

void UnitPanel::openFile(const AnswerFile &file)
{
    if (m_bench.places.open({u"media"_s, file.id.value, file.name, {}}))
        return;
    const QString path = QFileDialog::getSaveFileName(this, tr("Save a copy of this file"), file.name);
    if (path.isEmpty())
        return;
    ++m_waiting;
    whenDone(m_room.saveFile(file.id, file.bytes, path), this, [this](const Result<> &outcome) { acted(outcome, tr("The copy is saved.")); });
}

void UnitPanel::answer(bool partial)
{
    if (!m_send->isEnabled())
        return;
    if (m_request.isEmpty() || m_requestIsPart != partial)
        m_request = newRequest();
    m_requestIsPart = partial;
    m_toServer.stop();
    ++m_waiting;
    refresh();
    whenDone(m_desk.answer(m_mine.id, m_text->toPlainText().trimmed(), m_files->files(), partial, m_request), this,
             [this, partial, asked = m_mine.id](const Result<> &outcome) {
                 if (outcome || outcome.error().kind != Failure::Offline)
                     m_request.clear();
                 if (outcome) {
                     m_bench.settings.remove(u"draft/answer/%1"_s.arg(asked.value));
                     if (asked == m_mine.id) {
                         m_restoring = true;
                         m_text->clear();
                         m_restoring = false;
                         m_kept->clear();
                         m_files->clear();
                     }
                 }
                 acted(outcome, partial ? tr("The command centre reads this part. The case stays with your unit.")
                                        : tr("Answered. The command centre reviews it and tells the citizen."));
             });
}

void UnitPanel::acted(const Result<> &outcome, const QString &goodWord)
{
    --m_waiting;
    refresh();
    if (outcome) {
        m_notice->confirm(goodWord);
        load();
    } else {
        m_notice->tell(outcome.error().kind == Failure::NotAllowed ? Meaning::Information : Meaning::Soon, assignmentWords::refusal(outcome.error()));
    }
}

void UnitPanel::refresh()
{
    const bool work = bool(m_mine.id);
    m_work->parentWidget()->parentWidget()->setVisible(work);
    m_empty->setVisible(!work);
    if (!work && m_empty->title().isEmpty())
        m_empty->say(u"document-send"_s, tr("No case is open."), tr("Open one from your unit's inbox."));
    m_confirm->setVisible(m_mine.state == u"sent");
    for (QPushButton *button : {m_ask, m_time, m_handOn, m_handBack})
        button->setVisible(m_mine.isOpen());
    m_ask->setEnabled(m_openQuestion == 0);
    m_time->setEnabled(!m_waitsForTime);
    m_answerBox->setVisible(m_mine.isOpen());
    m_send->setEnabled(m_mine.isOpen() && m_waiting == 0 && !m_text->toPlainText().trimmed().isEmpty() && !m_files->isBusy());
    m_sendPart->setEnabled(m_send->isEnabled());
    m_bench.actions.refresh();
}

} // namespace trucban
