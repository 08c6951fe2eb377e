// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignment/forwards_list.h"

#include "ui/assignment/assignment_words.h"
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

void ForwardsList::showAll(const QList<AssignmentEntry> &assignments, const QList<UnitAnswer> &answers, const QDateTime &now,
                        const WorkCalendar &calendar, bool mayAct)
{
    m_assignments = assignments;
    m_answers = answers;
    m_now = now;
    m_calendar = calendar;
    m_mayAct = mayAct;
    refresh();
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
    for (const AssignmentEntry &entry : std::as_const(m_assignments)) {
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
    if (const QString why = assignmentWords::whyEnded(entry); !why.isEmpty())
        column->addWidget(wrapped(tr("Reason: %1").arg(why), frame));
    for (const UnitAnswer &answer : std::as_const(m_answers)) {
        if (answer.assignment == entry.id)
            column->addWidget(answerBox(answer));
    }
    if (m_mayAct && (entry.isOpen() || entry.state == u"answered"))
        column->addWidget(step(u"withdraw:%1"_s.arg(entry.id.value), tr("Withdraw…"), tr("Why is %1 to give the case back?").arg(unitName),
                               [this, id = entry.id](const QString &reason) { Q_EMIT withdrawWanted(id, reason); }));
    return frame;
}

QWidget *ForwardsList::answerBox(const UnitAnswer &answer)
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(Theme::space(2), 0, 0, 0);
    column->setSpacing(Theme::space(1));
    column->addWidget(new QuietLabel(tr("Answer of %1, %2 (%3)")
                                         .arg(person(answer.personRank, answer.personName), assignmentWords::moment(answer.answeredAt),
                                              assignmentWords::state(answer.state)), box));
    column->addWidget(wrapped(answer.text, box));
    for (const AnswerFile &file : answer.files) {
        column->addWidget(fileRow(file, answer.state != u"returned", box));
    }
    if (!answer.reason.isEmpty())
        column->addWidget(wrapped(tr("Returned because: %1").arg(answer.reason), box));
    if (m_mayAct && answer.state == u"submitted")
        column->addWidget(step(u"return:%1"_s.arg(answer.id), tr("Return to the unit…"), tr("What is missing in this answer?"),
                               [this, id = answer.id](const QString &reason) { Q_EMIT returnWanted(id, reason); }));
    return box;
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
    if (m_mayAct && maySend) {
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

QWidget *ForwardsList::step(const QString &key, const QString &verb, const QString &question, std::function<void(const QString &)> run)
{
    if (m_open != key) {
        auto *button = new QPushButton(verb, this);
        button->setObjectName(key);
        button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        connect(button, &QPushButton::clicked, this, [this, key] {
            m_open = key;
            refresh();
            if (auto *line = findChild<ReasonLine *>(key))
                line->begin();
        });
        return button;
    }
    auto *line = new ReasonLine(question, verb.chopped(verb.endsWith(u'…') ? 1 : 0), this);
    line->setObjectName(key);
    line->setWords(m_words.value(key));
    connect(line, &ReasonLine::edited, this, [this, key](const QString &words) { m_words[key] = words; });
    connect(line, &ReasonLine::dropped, this, [this] {
        m_open.clear();
        refresh();
    });
    connect(line, &ReasonLine::given, this, [run = std::move(run)](const QString &reason) { run(reason); });
    return line;
}

} // namespace trucban
