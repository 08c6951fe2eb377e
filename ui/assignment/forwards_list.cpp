// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignment/forwards_list.h"

#include "ui/assignment/assignment_words.h"
#include "ui/assignment/matter_lines.h"
#include "ui/assignment/reason_line.h"
#include "ui/widgets/clock_text.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/trade_words.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace trucban {

namespace {

QLabel *wrapped(const QString &words, QWidget *parent)
{
    auto *label = new QLabel(words, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QString person(const QString &rank, const QString &name)
{
    return rank.isEmpty() ? name : rank + u' ' + name;
}

} // namespace

ForwardsList::ForwardsList(QWidget *parent)
    : QWidget(parent), m_column(new QVBoxLayout(this))
{
    setAccessibleName(tr("Units that have or had this case"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Theme::space(2));
}

void ForwardsList::showAll(const AssignmentRoom &room, const WorkCalendar &calendar, Rights rights)
{
    m_room = room;
    m_now = room.subject.now;
    m_calendar = calendar;
    m_rights = rights;
    refresh();
}

void ForwardsList::settle()
{
    m_words.remove(m_open);
    m_open.clear();
}

void ForwardsList::fold()
{
    m_open.clear();
    refresh();
}

void ForwardsList::unfold(const QString &key)
{
    m_open = key;
    refresh();
    QWidget *form = findChild<QWidget *>(key);
    if (auto *line = qobject_cast<ReasonLine *>(form))
        line->begin();
    else if (auto *words = qobject_cast<WordsLine *>(form))
        words->begin();
    else if (auto *moment = qobject_cast<MomentLine *>(form))
        moment->begin();
}

void ForwardsList::refresh()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    for (const AssignmentEntry &entry : std::as_const(m_room.assignments)) {
        QWidget *made = card(entry);
        m_column->addWidget(made);
        made->show(); // at once: a question in it wants the focus
    }
}

QWidget *ForwardsList::card(const AssignmentEntry &entry)
{
    auto *frame = new QFrame(this);
    frame->setFrameShape(QFrame::StyledPanel);
    const QString unitName = tradeWords::inLanguage(entry.unitName, entry.unitNameEn);
    frame->setAccessibleName(tr("%1, %2, %3").arg(unitName, assignmentWords::role(entry.lead), assignmentWords::state(entry.state)));
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(Theme::space(2), Theme::space(2), Theme::space(2), Theme::space(2));
    column->setSpacing(Theme::space(1));
    auto *top = new QHBoxLayout;
    auto *name = new ElidedLabel(unitName, frame);
    name->setFont(Theme::bold());
    name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *role = new Chip(frame);
    role->say(assignmentWords::role(entry.lead), entry.lead ? Meaning::Accent : Meaning::Quiet);
    auto *state = new Chip(frame);
    state->say(assignmentWords::state(entry.state), assignmentWords::meaning(entry.state));
    top->addWidget(name, 1);
    top->addWidget(role);
    top->addWidget(state);
    column->addLayout(top);

    QStringList facts{tr("Sent by %1, %2").arg(entry.sentBy, clockText::ago(entry.sentAt, m_now))};
    if (entry.confirmedAt.isValid())
        facts.append(tr("confirmed by %1, %2").arg(entry.confirmedBy, clockText::ago(entry.confirmedAt, m_now)));
    column->addWidget(wrapped(facts.join(u" · "_s), frame));
    if (entry.isOpen() && entry.dueAt.isValid()) {
        auto *due = wrapped(tr("Answer due %1: %2").arg(assignmentWords::moment(entry.dueAt), clockText::left(entry.dueAt, m_now)), frame);
        if (const Meaning burns = clockText::meaning(entry.dueAt, m_now); burns != Meaning::Quiet) {
            QPalette shade = due->palette();
            shade.setColor(QPalette::WindowText, Theme::colour(burns));
            due->setPalette(shade);
        }
        column->addWidget(due);
    }
    if (const QString reminded = assignmentWords::reminded(entry, m_now); !reminded.isEmpty() && entry.isOpen())
        column->addWidget(wrapped(entry.reminder.isEmpty() ? reminded : tr("%1: %2", "when reminded, with which words").arg(reminded, entry.reminder), frame));
    if (const QString why = assignmentWords::whyEnded(entry); !why.isEmpty() && entry.state != u"answered" && entry.state != u"accepted")
        column->addWidget(wrapped(tr("Reason: %1").arg(why), frame));
    addMatters(column, entry, frame);
    return frame;
}

void ForwardsList::addMatters(QVBoxLayout *column, const AssignmentEntry &entry, QWidget *frame)
{
    for (const UnitQuestion &question : std::as_const(m_room.questions)) {
        if (m_rights.act && question.assignment == entry.id)
            column->addWidget(questionBox(question, frame));
    }
    for (const UnitExtension &wish : std::as_const(m_room.extensions)) {
        if (m_rights.act && wish.assignment == entry.id)
            column->addWidget(extensionBox(wish, frame));
    }
    for (const UnitAnswer &answer : std::as_const(m_room.answers)) {
        if (answer.assignment == entry.id)
            column->addWidget(answerBox(answer, frame));
    }
    if (!m_rights.act || !(entry.isOpen() || entry.state == u"answered"))
        return;
    QList<Step> may;
    const QString unitName = tradeWords::inLanguage(entry.unitName, entry.unitNameEn);
    if (entry.isOpen())
        may.append(reasonStep(u"remind:%1"_s.arg(entry.id.value), tr("Remind…"), tr("What should %1 be reminded of?").arg(unitName),
                              [this, id = entry.id](const QString &words) { Q_EMIT remindWanted(id, words); }, tr("Words to the unit, if they help")));
    may.append(reasonStep(u"withdraw:%1"_s.arg(entry.id.value), tr("Withdraw…"), tr("Why is %1 to give the case back?").arg(unitName),
                          [this, id = entry.id](const QString &reason) { Q_EMIT withdrawWanted(id, reason); }));
    column->addWidget(steps(may, frame));
}

namespace {

struct Box {
    QWidget *widget;
    QVBoxLayout *column;
};

/// A matter inside a card: what it is, how it stands, its words
Box boxOf(const QString &title, const QString &state, Meaning meaning, const QString &words, QWidget *parent)
{
    auto *box = new QWidget(parent);
    box->setAccessibleName(ForwardsList::tr("%1, %2", "a matter, its state").arg(title, state));
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(Theme::space(2), 0, 0, 0);
    column->setSpacing(Theme::space(1));
    auto *row = new QHBoxLayout;
    auto *head = new QuietLabel(title, box);
    head->setWordWrap(true);
    auto *chip = new Chip(box);
    chip->say(state, meaning);
    row->addWidget(head, 1);
    row->addWidget(chip, 0, Qt::AlignTop);
    column->addLayout(row);
    column->addWidget(wrapped(words, box));
    return {box, column};
}

} // namespace

QWidget *ForwardsList::questionBox(const UnitQuestion &question, QWidget *parent)
{
    const Box box = boxOf(tr("%1 asks the citizen, %2").arg(question.personName, clockText::ago(question.askedAt, m_now)), assignmentWords::questionState(question.state),
                          assignmentWords::questionMeaning(question.state), question.text, parent);
    if (!question.reason.isEmpty())
        box.column->addWidget(wrapped(tr("Reason: %1").arg(question.reason), box.widget));
    if (question.state == u"asked")
        box.column->addWidget(steps({wordsStep(question), reasonStep(u"refuse:%1"_s.arg(question.id), tr("Do not send…"), tr("Why is this question not sent? The unit reads it."),
                                                                    [this, id = question.id](const QString &reason) { Q_EMIT refuseWanted(id, reason); })}, box.widget));
    return box.widget;
}

QWidget *ForwardsList::extensionBox(const UnitExtension &wish, QWidget *parent)
{
    const QString was = wish.wasDueAt.isValid() ? tr("Until %1 instead of %2: %3").arg(assignmentWords::moment(wish.wantedUntil), assignmentWords::moment(wish.wasDueAt), wish.reason)
                                                : tr("Until %1: %2").arg(assignmentWords::moment(wish.wantedUntil), wish.reason);
    const Box box = boxOf(tr("%1 asks for more time, %2").arg(wish.askedByName, clockText::ago(wish.askedAt, m_now)), assignmentWords::extensionState(wish.state),
                          assignmentWords::extensionMeaning(wish.state), was, parent);
    if (wish.grantedUntil.isValid())
        box.column->addWidget(wrapped(tr("%1 granted it until %2.").arg(wish.decidedBy, assignmentWords::moment(wish.grantedUntil)), box.widget));
    if (!wish.decision.isEmpty())
        box.column->addWidget(wrapped(tr("%1: %2", "who decided, their words").arg(wish.decidedBy, wish.decision), box.widget));
    if (wish.state == u"asked" && m_rights.decide)
        box.column->addWidget(steps({momentStep(wish), reasonStep(u"deny:%1"_s.arg(wish.id), tr("Refuse…"), tr("Why is the present deadline kept?"),
                                                                 [this, id = wish.id](const QString &reason) { Q_EMIT decideWanted(id, false, {}, reason); })}, box.widget));
    return box.widget;
}

QWidget *ForwardsList::answerBox(const UnitAnswer &answer, QWidget *parent)
{
    const QString who = person(answer.personRank, answer.personName), when = assignmentWords::moment(answer.answeredAt);
    const Box box = boxOf(answer.partial ? tr("A part of the answer, by %1, %2").arg(who, when) : tr("Answer of %1, %2").arg(who, when),
                          assignmentWords::state(answer.state), assignmentWords::meaning(answer.state), answer.text, parent);
    for (const AnswerFile &file : answer.files)
        box.column->addWidget(fileRow(file, answer.state != u"returned", box.widget));
    if (!answer.reason.isEmpty())
        box.column->addWidget(wrapped(tr("Returned because: %1").arg(answer.reason), box.widget));
    if (answer.state == u"approved" && answer.approvedText != answer.text)
        box.column->addWidget(wrapped(tr("Words approved by %1: %2").arg(answer.approvedBy, answer.approvedText), box.widget));
    if (!m_rights.act || (answer.state != u"submitted" && answer.state != u"approved"))
        return box.widget;
    QList<Step> may;
    if (!answer.partial)
        may.append({u"review:%1"_s.arg(answer.id), tr("Review…"), {}, [this, id = answer.id] { Q_EMIT reviewWanted(id); }});
    may.append(reasonStep(u"return:%1"_s.arg(answer.id), tr("Return to the unit…"), tr("What is missing in this answer?"),
                          [this, id = answer.id](const QString &reason) { Q_EMIT returnWanted(id, reason); }));
    box.column->addWidget(steps(may, box.widget));
    return box.widget;
}

QWidget *ForwardsList::fileRow(const AnswerFile &file, bool maySend, QWidget *parent)
{
    auto *holder = new QWidget(parent);
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::space(1));
    const QString name = file.name.isEmpty() ? assignmentWords::fileKind(file.kind) : file.name;
    const QString words = tr("%1, %2", "name of a file, size").arg(name, assignmentWords::fileSize(file.bytes));
    auto *open = new QPushButton(Theme::icon(u"mail-attachment"_s), fontMetrics().elidedText(words, Qt::ElideMiddle, Theme::space(70)), holder);
    open->setToolTip(tr("Opens %1 of the answer").arg(name));
    open->setAccessibleName(words);
    connect(open, &QPushButton::clicked, this, [this, file] { Q_EMIT fileWanted(file); });
    row->addWidget(open);
    if (m_rights.act && maySend) {
        auto *send = new QToolButton(holder);
        send->setIcon(Theme::icon(u"mail-reply-sender"_s));
        send->setText(tr("To the reply"));
        send->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        send->setToolTip(tr("Attach %1 to the reply").arg(name));
        send->setAccessibleName(send->toolTip());
        send->setAutoRaise(true);
        connect(send, &QToolButton::clicked, this, [this, file] { Q_EMIT replyFileWanted(file); });
        row->addWidget(send);
    }
    row->addStretch(1);
    return holder;
}

QWidget *ForwardsList::steps(const QList<Step> &steps, QWidget *parent)
{
    auto *holder = new QWidget(parent);
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(1));
    auto *row = new QHBoxLayout;
    column->addLayout(row);
    for (const Step &step : steps) {
        if (step.form && m_open == step.key) {
            column->addWidget(step.form(holder));
            continue;
        }
        auto *button = new QPushButton(step.verb, holder);
        button->setObjectName(step.key);
        connect(button, &QPushButton::clicked, this, [this, step] { step.form ? unfold(step.key) : step.run(); });
        row->addWidget(button);
    }
    row->addStretch(1);
    return holder;
}

ForwardsList::Step ForwardsList::reasonStep(const QString &key, const QString &verb, const QString &question, std::function<void(const QString &)> run, const QString &optional)
{
    return {key, verb, [=, this](QWidget *parent) -> QWidget * {
        auto *line = new ReasonLine(question, verb.chopped(verb.endsWith(u'…') ? 1 : 0), parent);
        line->setObjectName(key);
        if (!optional.isEmpty())
            line->setOptional(optional);
        line->setWords(m_words.value(key));
        connect(line, &ReasonLine::edited, this, [this, key](const QString &words) { m_words[key] = words; });
        connect(line, &ReasonLine::dropped, this, &ForwardsList::fold);
        connect(line, &ReasonLine::given, this, [run](const QString &words) { run(words); });
        return line;
    }, {}};
}

ForwardsList::Step ForwardsList::wordsStep(const UnitQuestion &question)
{
    const QString key = u"relay:%1"_s.arg(question.id);
    return {key, tr("Send to the citizen…"), [=, this](QWidget *parent) -> QWidget * {
        auto *line = new WordsLine(tr("The question as the citizen will read it"), m_words.value(key, question.text), tr("Send to the citizen"), parent);
        line->setObjectName(key);
        connect(line, &WordsLine::edited, this, [this, key](const QString &words) { m_words[key] = words; });
        connect(line, &WordsLine::dropped, this, &ForwardsList::fold);
        connect(line, &WordsLine::given, this, [this, id = question.id](const QString &words) { Q_EMIT relayWanted(id, words); });
        return line;
    }, {}};
}

ForwardsList::Step ForwardsList::momentStep(const UnitExtension &wish)
{
    const QString key = u"grant:%1"_s.arg(wish.id);
    return {key, tr("Grant…"), [=, this](QWidget *parent) -> QWidget * {
        auto *line = new MomentLine(tr("Until when may the unit take its time?"), wish.wantedUntil, tr("Grant"), parent);
        line->setObjectName(key);
        connect(line, &MomentLine::dropped, this, &ForwardsList::fold);
        connect(line, &MomentLine::given, this, [this, id = wish.id](const QDateTime &until, const QString &words) { Q_EMIT decideWanted(id, true, until, words); });
        return line;
    }, {}};
}

} // namespace trucban
