// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duty/reports_page.h"

#include "base/when_done.h"
#include "desk/request.h"
#include "domain/deadlines.h"
#include "paper/report.h"
#include "ui/duty/duty_layout.h"
#include "ui/duty/duty_tables.h"
#include "ui/duty/duty_words.h"
#include "ui/duty/export_bar.h"
#include "ui/duty/page_view.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/notice_bar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QPushButton>
#include <QTableWidget>

namespace trucban {

ReportsPage::ReportsPage(Workbench &bench, QWidget *parent) : QWidget(parent), m_bench(bench), m_desk(bench.database), m_notice(new NoticeBar(this))
{
    m_kind = new QComboBox;
    m_kind->setObjectName(u"reportKind"_s);
    m_kind->setAccessibleName(tr("Kind of report"));
    for (const QString &kind : {u"daily"_s, u"weekly"_s, u"monthly"_s})
        m_kind->addItem(dutyWords::reportKind(kind), kind);
    m_day = new QDateEdit(bench.clock.now().toTimeZone(hanoiZone()).date());
    m_day->setDisplayFormat(u"dd/MM/yyyy"_s);
    m_day->setCalendarPopup(true);
    m_day->setAccessibleName(tr("A day of the period"));
    m_make = new QPushButton(Theme::icon(u"list-add"_s), tr("Make a report"));
    m_make->setObjectName(u"makeReport"_s);
    connect(m_make, &QPushButton::clicked, this, &ReportsPage::make);
    m_table = dutyTables::made(u"reports"_s, tr("Reports"), {tr("Report"), tr("Period"), tr("Made"), tr("By")}, 3);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &ReportsPage::choose);
    m_pages = new PageView;
    m_export = new ExportBar(m_desk, *m_notice);
    connect(m_pages, &PageView::refused, this, [this](const Failure &failure) { dutyWords::tell(*m_notice, failure); });
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(Theme::space(4), Theme::space(3), Theme::space(3), Theme::space(3));
    column->setSpacing(Theme::space(3));
    auto *row = new QHBoxLayout;
    row->addWidget(m_kind);
    row->addWidget(m_day);
    row->addWidget(m_make);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_table, 1);
    column->addWidget(scheduleBox());
    dutyLayout::fill(this, m_notice, left, {4, 450}, dutyLayout::paperSide(m_pages, m_export), {6, 650});
    m_pages->clear(tr("Choose a report, or make one."));
}

QWidget *ReportsPage::scheduleBox()
{
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins({});
    grid->addWidget(dutyTables::heading(tr("Made by themselves on the first day after")), 0, 0, 1, 3);
    const bool may = m_bench.me.role == u"supervisor" || m_bench.me.role == u"admin";
    for (const QString &kind : {u"daily"_s, u"weekly"_s, u"monthly"_s}) {
        const int line = int(m_lines.size());
        auto *enabled = new QCheckBox(dutyWords::reportKind(kind));
        auto *at = new QTimeEdit;
        at->setDisplayFormat(u"HH:mm"_s);
        at->setAccessibleName(tr("Hour of the report: %1").arg(dutyWords::reportKind(kind)));
        enabled->setEnabled(may);
        at->setEnabled(may);
        connect(enabled, &QCheckBox::clicked, this, [this, line] { keepSchedule(line); });
        connect(at, &QTimeEdit::editingFinished, this, [this, line] { keepSchedule(line); });
        grid->addWidget(enabled, line + 1, 0);
        grid->addWidget(at, line + 1, 1);
        m_lines.append({kind, enabled, at});
    }
    grid->setColumnStretch(2, 1);
    return box;
}

bool ReportsPage::isSettled() const
{
    return m_read && m_waiting == 0 && m_pages->isSettled() && m_export->isSettled();
}

void ReportsPage::read()
{
    ++m_waiting;
    whenDone(m_desk.reports(), this, [this](const Result<ReportRoom> &room) {
        --m_waiting;
        m_read = true;
        if (!room)
            return dutyWords::tell(*m_notice, room.error());
        show(*room);
    });
}

void ReportsPage::open(qint64 report)
{
    m_wanted = report;
    read();
}

void ReportsPage::show(const ReportRoom &room)
{
    qint64 kept = m_wanted;
    if (!kept && m_table->selectionModel()->hasSelection() && m_table->currentRow() < m_room.reports.size())
        kept = m_room.reports.at(m_table->currentRow()).id;
    m_wanted = 0;
    m_room = room;
    QList<QStringList> rows;
    for (const ReportRow &row : room.reports)
        rows.append({dutyWords::reportKind(row.kind), dutyWords::period(row.kind, row.from, row.to), dutyWords::moment(row.madeAt), row.scheduled ? tr("the gateway's clock") : row.madeBy});
    int at = room.reports.isEmpty() ? -1 : 0;
    for (int i = 0; i < room.reports.size(); ++i)
        if (room.reports.at(i).id == kept)
            at = i;
    {
        const QSignalBlocker quiet(m_table);
        dutyTables::fill(m_table, rows);
        if (at >= 0)
            m_table->selectRow(at);
    }
    for (ScheduleLine &line : m_lines) {
        for (const ReportSchedule &schedule : room.schedules) {
            if (schedule.kind != line.kind || line.at->hasFocus())
                continue;
            line.enabled->setChecked(schedule.enabled);
            line.at->setTime(QTime::fromString(schedule.atTime, u"HH:mm"_s));
            line.revision = schedule.revision;
        }
    }
    choose();
}

void ReportsPage::choose()
{
    const int row = m_table->selectionModel()->hasSelection() ? m_table->currentRow() : -1;
    if (row < 0 || row >= m_room.reports.size()) {
        m_export->setJob({});
        return m_pages->clear(tr("No report is kept yet. Make one, or wait for the hour of the schedule."));
    }
    const ReportRow chosen = m_room.reports.at(row);
    ++m_waiting;
    whenDone(m_desk.report(chosen.id), this, [this, chosen](const Result<QJsonObject> &data) {
        --m_waiting;
        const int now = m_table->currentRow();
        if (now < 0 || now >= m_room.reports.size() || m_room.reports.at(now).id != chosen.id)
            return;
        if (!data)
            return dutyWords::tell(*m_notice, data.error());
        PaperJob job = PaperJob::ofTable(paper::reportTitle(*data), paper::Sheet(), [data = *data](paper::DocumentWriter &writer) {
            paper::writeReport(data, writer);
            return writer.end();
        });
        job.what = u"report"_s;
        job.fileName = u"bao-cao-%1-%2"_s.arg(chosen.kind == u"daily" ? u"ngay"_s : chosen.kind == u"weekly" ? u"tuan"_s : u"thang"_s, chosen.from.toTimeZone(hanoiZone()).toString(u"yyyyMMdd"_s));
        job.facts = {{u"report"_s, chosen.id}, {u"kind"_s, chosen.kind}};
        m_pages->show(job);
        m_export->setJob(job);
    });
}

void ReportsPage::make()
{
    ++m_waiting;
    m_make->setEnabled(false);
    whenDone(m_desk.makeReport(m_kind->currentData().toString(), m_day->date(), newRequest()), this, [this](const Result<QJsonObject> &made) {
        --m_waiting;
        m_make->setEnabled(true);
        if (!made)
            return dutyWords::tell(*m_notice, made.error());
        m_notice->confirm(tr("The report is made and kept."));
        open((*made)[u"id"].toInteger());
    });
}

void ReportsPage::keepSchedule(int line)
{
    const ScheduleLine &wanted = m_lines.at(line);
    for (const ReportSchedule &schedule : m_room.schedules)
        if (schedule.kind == wanted.kind && schedule.enabled == wanted.enabled->isChecked() && schedule.atTime == wanted.at->time().toString(u"HH:mm"_s))
            return;
    whenDone(m_desk.setSchedule(wanted.kind, wanted.revision, {{u"enabled"_s, wanted.enabled->isChecked()}, {u"at_time"_s, wanted.at->time().toString(u"HH:mm"_s)}}, newRequest()), this,
             [this](const Result<QJsonObject> &done) {
                 if (!done)
                     dutyWords::tell(*m_notice, done.error());
                 else
                     m_notice->confirm(tr("The schedule is kept."));
                 read();
             });
}

} // namespace trucban
