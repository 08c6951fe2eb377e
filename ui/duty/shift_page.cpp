// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duty/shift_page.h"

#include "base/when_done.h"
#include "desk/request.h"
#include "paper/report.h"
#include "ui/duty/duty_layout.h"
#include "ui/duty/duty_tables.h"
#include "ui/duty/duty_words.h"
#include "ui/duty/export_bar.h"
#include "ui/duty/page_view.h"
#include "ui/duty/plan_dialog.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/notice_bar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTableWidget>

namespace trucban {

ShiftPage::ShiftPage(Workbench &bench, QWidget *parent) : QWidget(parent), m_bench(bench), m_desk(bench.database), m_notice(new NoticeBar(this))
{
    auto *column = new QVBoxLayout;
    column->setSpacing(Theme::space(3));
    column->setContentsMargins(Theme::space(4), Theme::space(3), Theme::space(3), Theme::space(4));
    column->addWidget(nowCard());
    column->addWidget(planCard());
    column->addWidget(bookCard(), 1);
    auto *inside = new QWidget;
    inside->setLayout(column);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    dutyLayout::fill(this, m_notice, scroll, {6, 600}, handoverSide(), {5, 500});
}

QWidget *ShiftPage::nowCard()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins({});
    m_title = new QLabel;
    m_title->setObjectName(u"shiftNow"_s);
    m_title->setFont(Theme::bold(TextSize::Heading));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_since = new QuietLabel;
    m_since->setWordWrap(true);
    m_seats = dutyTables::made(u"seats"_s, tr("Who sits where now"), {tr("On duty"), tr("Seat"), tr("Since")}, 0);
    m_seats->setFixedHeight(Theme::lineHeight(font()) * 6);
    m_seat = new QLineEdit;
    m_seat->setObjectName(u"seatName"_s);
    m_seat->setPlaceholderText(tr("Seat, such as Desk 2"));
    m_seat->setAccessibleName(tr("Name of your seat"));
    m_take = new QPushButton(tr("Take a seat"));
    m_take->setObjectName(u"takeSeat"_s);
    m_leave = new QPushButton(tr("Leave the seat"));
    connect(m_take, &QPushButton::clicked, this, &ShiftPage::takeSeat);
    connect(m_seat, &QLineEdit::returnPressed, this, &ShiftPage::takeSeat);
    connect(m_leave, &QPushButton::clicked, this, &ShiftPage::leaveSeat);
    auto *row = new QHBoxLayout;
    row->addWidget(m_seat, 1);
    row->addWidget(m_take);
    row->addWidget(m_leave);
    column->addWidget(m_title);
    column->addWidget(m_since);
    column->addWidget(m_seats);
    column->addLayout(row);
    return box;
}

QWidget *ShiftPage::planCard()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins({});
    auto *row = new QHBoxLayout;
    row->addWidget(dutyTables::heading(tr("Shifts")), 1);
    m_begin = new QPushButton(tr("Begin the shift"));
    m_begin->setObjectName(u"beginShift"_s);
    m_new = new QPushButton(Theme::icon(u"list-add"_s), tr("Plan a shift…"));
    m_new->setObjectName(u"planShift"_s);
    m_edit = new QPushButton(tr("Change…"));
    connect(m_begin, &QPushButton::clicked, this, &ShiftPage::begin);
    connect(m_new, &QPushButton::clicked, this, &ShiftPage::plan);
    connect(m_edit, &QPushButton::clicked, this, [this] { edit(chosen()); });
    row->addWidget(m_begin);
    row->addWidget(m_edit);
    row->addWidget(m_new);
    m_plan = dutyTables::made(u"shifts"_s, tr("Shifts"), {tr("Shift"), tr("Time"), tr("Leader"), tr("State")}, 2);
    m_plan->setFixedHeight(Theme::lineHeight(font()) * 7);
    connect(m_plan, &QTableWidget::itemSelectionChanged, this, &ShiftPage::openShift);
    column->addLayout(row);
    column->addWidget(m_plan);
    return box;
}

QWidget *ShiftPage::bookCard()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins({});
    column->addWidget(dutyTables::heading(tr("Shift book")));
    m_text = new QPlainTextEdit;
    m_text->setObjectName(u"entryText"_s);
    m_text->setPlaceholderText(tr("What did not come through the page: an order by phone, a visit, a fault of the line"));
    m_text->setAccessibleName(tr("Entry of the shift book"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(Theme::lineHeight(font()) * 3);
    m_kind = new QComboBox;
    m_kind->setAccessibleName(tr("Kind of the entry"));
    for (const QString &kind : {u"event"_s, u"order"_s, u"note"_s})
        m_kind->addItem(dutyWords::entryKind(kind), kind);
    m_told = new QLineEdit;
    m_told->setPlaceholderText(tr("Who was told"));
    m_told->setAccessibleName(tr("Who was told"));
    m_write = new QPushButton(tr("Write it down"));
    m_write->setObjectName(u"writeEntry"_s);
    connect(m_write, &QPushButton::clicked, this, &ShiftPage::writeEntry);
    auto *row = new QHBoxLayout;
    row->addWidget(m_kind);
    row->addWidget(m_told, 1);
    row->addWidget(m_write);
    m_entries = dutyTables::made(u"entries"_s, tr("Shift book"), {tr("At"), tr("Kind"), tr("What happened"), tr("Told")}, 2);
    m_entries->setWordWrap(true);
    m_entries->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_entries->setMinimumHeight(Theme::lineHeight(font()) * 6);
    column->addWidget(m_text);
    column->addLayout(row);
    column->addWidget(m_entries, 1);
    return box;
}

QWidget *ShiftPage::handoverSide()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(Theme::space(3), Theme::space(3), Theme::space(4), Theme::space(3));
    m_handoverTitle = dutyTables::heading(tr("Hand-over"));
    m_handoverState = new QuietLabel;
    m_handoverState->setWordWrap(true);
    m_next = new QComboBox;
    m_next->setObjectName(u"nextShift"_s);
    m_next->setAccessibleName(tr("The shift that comes"));
    m_prepare = new QPushButton(Theme::icon(u"view-refresh"_s), tr("Make the hand-over"));
    m_prepare->setObjectName(u"prepareHandover"_s);
    m_prepare->setToolTip(tr("From the journal as it is now; a signature given before falls away."));
    connect(m_prepare, &QPushButton::clicked, this, &ShiftPage::prepare);
    auto *row = new QHBoxLayout;
    row->addWidget(m_next, 1);
    row->addWidget(m_prepare);
    m_words = new QPlainTextEdit;
    m_words->setObjectName(u"handoverWords"_s);
    m_words->setTabChangesFocus(true);
    m_words->setFixedHeight(Theme::lineHeight(font()) * 3);
    m_words->setAccessibleName(tr("Your remarks"));
    m_sign = new QPushButton(tr("Sign"));
    m_sign->setObjectName(u"signHandover"_s);
    m_sign->setDefault(true);
    connect(m_sign, &QPushButton::clicked, this, &ShiftPage::sign);
    m_pages = new PageView;
    m_export = new ExportBar(m_desk, *m_notice);
    connect(m_pages, &PageView::refused, this, [this](const Failure &failure) { dutyWords::tell(*m_notice, failure); });
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_export, 1);
    foot->addWidget(m_sign);
    column->addWidget(m_handoverTitle);
    column->addWidget(m_handoverState);
    column->addLayout(row);
    column->addWidget(m_pages, 1);
    column->addWidget(m_words);
    column->addLayout(foot);
    return box;
}

bool ShiftPage::isSettled() const
{
    return m_read && m_waiting == 0 && m_pages->isSettled() && m_export->isSettled();
}

void ShiftPage::read()
{
    ++m_waiting;
    whenDone(m_desk.duty(), this, [this](const Result<DutyRoom> &room) {
        --m_waiting;
        m_read = true;
        if (!room)
            return dutyWords::tell(*m_notice, room.error());
        show(*room);
    });
}

void ShiftPage::show(const DutyRoom &room)
{
    m_room = room;
    showNow();
    showPlan();
    showHandover();
    Q_EMIT changed();
}

void ShiftPage::showNow()
{
    const ShiftRow *now = m_room.onDuty();
    m_title->setText(now ? now->name : tr("No shift is on duty"));
    m_since->setText(now ? tr("Led by %1 since %2, planned until %3").arg(dutyWords::person(now->leaderRank, now->leaderName), dutyWords::moment(now->startsAt), dutyWords::moment(now->endsAt))
                         : tr("Plan a shift; its leader begins it here."));
    QList<QStringList> seats;
    for (const SeatRow &row : m_room.seats)
        seats.append({dutyWords::person(row.rank, row.name), row.seat, dutyWords::moment(row.since)});
    dutyTables::fill(m_seats, seats);
    QList<QStringList> entries;
    for (const BookEntry &entry : m_room.entries)
        entries.append({dutyWords::moment(entry.at), dutyWords::entryKind(entry.kind), tr("%1 (%2)", "entry of the shift book, who wrote it").arg(entry.text, entry.who), entry.told});
    dutyTables::fill(m_entries, entries);
    const bool writer = m_bench.me.role != u"admin" && now;
    for (QWidget *part : {static_cast<QWidget *>(m_seat), static_cast<QWidget *>(m_take)})
        part->setEnabled(writer);
    m_leave->setEnabled(isSeated());
    for (QWidget *part : {static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_kind), static_cast<QWidget *>(m_told), static_cast<QWidget *>(m_write)})
        part->setEnabled(writer && (isSeated() || (now && isMine(now->leader)) || m_bench.me.role == u"supervisor"));
}

void ShiftPage::showPlan()
{
    const qint64 kept = chosen() ? chosen()->id : 0;
    QList<QStringList> rows;
    for (const ShiftRow &shift : m_room.shifts)
        rows.append({shift.name, dutyWords::span(shift.startsAt, shift.endedAt.isValid() ? shift.endedAt : shift.endsAt), dutyWords::person(shift.leaderRank, shift.leaderName), dutyWords::shiftState(shift.state)});
    const QSignalBlocker quiet(m_plan);
    dutyTables::fill(m_plan, rows);
    for (int i = 0; i < m_room.shifts.size(); ++i)
        if (m_room.shifts.at(i).id == kept)
            m_plan->selectRow(i);
    m_new->setVisible(mayPlan());
    m_edit->setVisible(mayPlan());
    m_edit->setEnabled(chosen() && chosen()->state != u"handed_over");
    m_begin->setVisible(mayBegin());
}

void ShiftPage::showHandover()
{
    const ShiftRow *now = m_room.onDuty();
    const qint64 kept = m_next->currentData().toLongLong();
    m_next->clear();
    for (const ShiftRow &shift : m_room.shifts)
        if (shift.state == u"planned")
            m_next->addItem(tr("to %1, led by %2").arg(shift.name, shift.leaderName), shift.id);
    const qint64 prepared = m_room.handover[u"to_shift_id"].toInteger();
    if (const int at = m_next->findData(prepared ? prepared : kept); at >= 0)
        m_next->setCurrentIndex(at);
    m_next->setEnabled(mayPrepare());
    m_prepare->setEnabled(mayPrepare() && m_next->count() > 0);
    const QString state = m_room.handover[u"state"].toString();
    if (!now)
        m_handoverState->setText(tr("A hand-over is made while a shift is on duty."));
    else if (state.isEmpty())
        m_handoverState->setText(m_next->count() > 0 ? tr("Not made yet: it gathers what is open, promised and burning.") : tr("No shift is planned after this one: a supervisor plans it first."));
    else if (state == u"prepared")
        m_handoverState->setText(tr("Made at %1, waits for the signature of %2.").arg(dutyWords::moment(QDateTime::fromString(m_room.handover[u"prepared_at"].toString(), Qt::ISODate)), m_room.handover[u"outgoing_leader"].toString()));
    else
        m_handoverState->setText(tr("Signed by %1, waits for the signature of %2. With it the next shift is on duty and the claims of those who go fall free.").arg(m_room.handover[u"outgoing_name"].toString(), m_room.handover[u"incoming_leader"].toString()));
    m_words->setVisible(maySign());
    m_words->setPlaceholderText(state == u"signed_out" ? tr("Your opinion as the leader who comes") : tr("Your remarks as the leader who goes"));
    m_sign->setVisible(maySign());
    if (!chosen() || chosen()->state == u"on_duty")
        showPaper(m_room.handover);
}

void ShiftPage::showPaper(const QJsonObject &handover)
{
    m_shown = handover;
    if (handover.isEmpty()) {
        m_pages->clear(tr("Here stands the hand-over once it is made."));
        m_export->setJob({});
        return;
    }
    PaperJob job = PaperJob::ofTable(handover[u"from_shift"].toString(), paper::Sheet(), [handover](paper::DocumentWriter &writer) {
        paper::writeHandover(handover, writer);
        return writer.end(paper::handoverSignatures(handover));
    });
    job.what = u"handover"_s;
    job.fileName = u"ban-giao-ca-%1"_s.arg(handover[u"id"].toInteger());
    job.facts = {{u"handover"_s, handover[u"id"]}};
    m_pages->show(job);
    m_export->setJob(job);
}

/// The paper of a shift that is over, or of the one on duty
void ShiftPage::openShift()
{
    const ShiftRow *shift = chosen();
    m_edit->setEnabled(shift && shift->state != u"handed_over");
    m_begin->setVisible(mayBegin());
    Q_EMIT changed();
    if (!shift || shift->state != u"handed_over")
        return showPaper(m_room.handover);
    ++m_waiting;
    whenDone(m_desk.handoverOf(shift->id), this, [this, asked = shift->id](const Result<QJsonObject> &handover) {
        --m_waiting;
        if (!handover)
            return dutyWords::tell(*m_notice, handover.error());
        if (chosen() && chosen()->id == asked)
            showPaper(*handover);
    });
}

const ShiftRow *ShiftPage::chosen() const
{
    const int row = m_plan->selectionModel()->hasSelection() ? m_plan->currentRow() : -1;
    return row >= 0 && row < m_room.shifts.size() ? &m_room.shifts.at(row) : nullptr;
}

/// The planned shift one leads and may begin: the chosen one, else the first
const ShiftRow *ShiftPage::next() const
{
    if (m_room.onDuty())
        return nullptr;
    if (const ShiftRow *shift = chosen(); shift && shift->state == u"planned" && isMine(shift->leader))
        return shift;
    for (const ShiftRow &shift : m_room.shifts)
        if (shift.state == u"planned" && isMine(shift.leader))
            return &shift;
    return nullptr;
}

bool ShiftPage::mayPlan() const
{
    return m_bench.me.role == u"supervisor" || m_bench.me.role == u"admin";
}

bool ShiftPage::mayBegin() const
{
    return next() != nullptr;
}

bool ShiftPage::isSeated() const
{
    return std::ranges::any_of(m_room.seats, [this](const SeatRow &row) { return isMine(row.person); });
}

bool ShiftPage::mayPrepare() const
{
    const ShiftRow *now = m_room.onDuty();
    return now && (isMine(now->leader) || isSeated()) && m_next->count() > 0;
}

bool ShiftPage::maySign() const
{
    const QString state = m_room.handover[u"state"].toString();
    return (state == u"prepared" && m_room.handover[u"outgoing_leader_id"].toInteger() == m_bench.me.id.value)
        || (state == u"signed_out" && m_room.handover[u"incoming_leader_id"].toInteger() == m_bench.me.id.value);
}

void ShiftPage::acted(const Result<QJsonObject> &outcome, const QString &goodWord)
{
    if (!outcome) {
        dutyWords::tell(*m_notice, outcome.error());
        if (outcome.error().kind == Failure::Conflict)
            read();
        return;
    }
    m_notice->confirm(goodWord);
    read();
}

void ShiftPage::plan()
{
    edit(nullptr);
}

void ShiftPage::edit(const ShiftRow *shift)
{
    auto *dialog = new PlanDialog(shift, m_room, m_bench.clock.now(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const qint64 id = shift ? shift->id : 0;
    const int seen = shift ? shift->revision : 0;
    connect(dialog, &QDialog::accepted, this, [this, dialog, id, seen] {
        whenDone(m_desk.planShift(id, seen, dialog->fields(), newRequest()), this, [this](const Result<QJsonObject> &done) { acted(done, tr("The shift is planned.")); });
    });
    connect(dialog, &PlanDialog::dropWanted, this, [this, id, seen] {
        whenDone(m_desk.planShift(id, seen, {{u"drop"_s, true}}, newRequest()), this, [this](const Result<QJsonObject> &done) { acted(done, tr("The shift is dropped.")); });
    });
    dialog->open();
}

void ShiftPage::begin()
{
    if (const ShiftRow *shift = next())
        whenDone(m_desk.beginShift(shift->id, newRequest()), this, [this](const Result<QJsonObject> &done) { acted(done, tr("The shift is on duty.")); });
}

void ShiftPage::takeSeat()
{
    whenDone(m_desk.takeSeat(m_seat->text().trimmed(), newRequest()), this, [this](const Result<QJsonObject> &done) { acted(done, tr("You sit.")); });
}

void ShiftPage::leaveSeat()
{
    whenDone(m_desk.leaveSeat(newRequest()), this, [this](const Result<QJsonObject> &done) { acted(done, tr("You have left the seat.")); });
}

void ShiftPage::writeEntry()
{
    if (m_text->toPlainText().trimmed().isEmpty())
        return m_text->setFocus();
    whenDone(m_desk.write(m_kind->currentData().toString(), m_text->toPlainText().trimmed(), m_told->text().trimmed(), newRequest()), this, [this](const Result<QJsonObject> &done) {
        if (done) {
            m_text->clear();
            m_told->clear();
        }
        acted(done, tr("Written down."));
    });
}

void ShiftPage::prepare()
{
    m_plan->clearSelection();
    ++m_waiting;
    whenDone(m_desk.prepareHandover(m_next->currentData().toLongLong(), m_room.handover[u"remarks"].toString(), newRequest()), this, [this](const Result<QJsonObject> &done) {
        --m_waiting;
        acted(done, tr("The hand-over is made. Read it, then sign."));
    });
}

void ShiftPage::sign()
{
    if (!maySign())
        return;
    ++m_waiting;
    whenDone(m_desk.signHandover(m_room.handover[u"id"].toInteger(), m_room.handover[u"revision"].toInt(), m_words->toPlainText().trimmed(), newRequest()), this, [this](const Result<QJsonObject> &done) {
        --m_waiting;
        if (done)
            m_words->clear();
        acted(done, done && (*done)[u"state"].toString() == u"signed" ? tr("Signed. Your shift is on duty.") : tr("Signed. Now the leader who comes signs."));
    });
}

} // namespace trucban
