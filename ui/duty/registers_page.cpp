// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duty/registers_page.h"

#include "base/when_done.h"
#include "domain/deadlines.h"
#include "paper/registers.h"
#include "ui/duty/duty_words.h"
#include "ui/duty/export_bar.h"
#include "ui/duty/page_view.h"
#include "ui/widgets/notice_bar.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>

namespace trucban {

RegistersPage::RegistersPage(Workbench &bench, QWidget *parent) : QWidget(parent), m_bench(bench), m_desk(bench.database), m_notice(new NoticeBar(this))
{
    m_kind = new QComboBox;
    m_kind->setObjectName(u"registerKind"_s);
    m_kind->setAccessibleName(tr("Register"));
    m_kind->addItem(tr("Messages taken in through the page"), u"intake"_s);
    m_kind->addItem(tr("Reports of crimes (form 294)"), u"crime"_s);
    m_kind->addItem(tr("Reception of citizens (form 03/TCD)"), u"visits"_s);
    m_kind->addItem(tr("Outgoing papers"), u"outgoing"_s);
    m_kind->addItem(tr("Shift book"), u"shift_book"_s);
    const QDate today = bench.clock.now().toTimeZone(hanoiZone()).date();
    const auto dateField = [&](const QString &name, const QDate &day) {
        auto *field = new QDateEdit(day);
        field->setDisplayFormat(u"dd/MM/yyyy"_s);
        field->setCalendarPopup(true);
        field->setAccessibleName(name);
        connect(field, &QDateEdit::dateChanged, &m_soon, qOverload<>(&QTimer::start));
        return field;
    };
    m_from = dateField(tr("From the day"), today.addDays(1 - today.day()));
    m_to = dateField(tr("To the day"), today);
    m_pages = new PageView;
    m_export = new ExportBar(m_desk, *m_notice);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Theme::space(4), Theme::space(3), Theme::space(4), 0);
    row->addWidget(m_kind);
    row->addWidget(new QLabel(tr("from")));
    row->addWidget(m_from);
    row->addWidget(new QLabel(tr("to")));
    row->addWidget(m_to);
    row->addSpacing(Theme::space(4));
    row->addWidget(m_export, 1);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(m_notice);
    outer->addLayout(row);
    outer->addWidget(m_pages, 1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(250);
    connect(&m_soon, &QTimer::timeout, this, &RegistersPage::read);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &RegistersPage::read);
    connect(m_pages, &PageView::refused, this, [this](const Failure &failure) { dutyWords::tell(*m_notice, failure); });
}

bool RegistersPage::isSettled() const
{
    return m_read && m_waiting == 0 && !m_soon.isActive() && m_pages->isSettled() && m_export->isSettled();
}

void RegistersPage::read()
{
    if (m_from->date() > m_to->date())
        return m_notice->tell(Meaning::Soon, {tr("The first day is after the last."), {}, tr("Choose a period that begins before it ends.")});
    m_notice->clear();
    ++m_waiting;
    const int asked = ++m_asked;
    whenDone(m_desk.head(), this, [this, asked](const Result<QJsonObject> &head) {
        --m_waiting;
        m_read = true;
        if (asked != m_asked)
            return;
        if (!head)
            return dutyWords::tell(*m_notice, head.error());
        show(*head);
    });
}

/// Runs on the thread that draws: it asks for one page of rows after another and waits for each.
PaperJob RegistersPage::job(const QJsonObject &head) const
{
    const paper::RegisterSpec *spec = paper::registerOf(m_kind->currentData().toString());
    const QDate from = m_from->date(), to = m_to->date();
    const QDateTime now = m_bench.clock.now();
    Database &database = m_bench.database;
    PaperJob made = PaperJob::ofTable(spec->title, paper::Sheet::registerSheet(), [=, &database](paper::DocumentWriter &writer) -> Result<> {
        PaperDesk desk(database);
        writer.begin(paper::registerHead(*spec, from, to, head, now.toTimeZone(hanoiZone())));
        writer.section({}, {}, spec->columns);
        QString after;
        do {
            const auto page = desk.registerPage(spec->kind, from, to, after, 300).result();
            if (!page)
                return failed(page.error());
            for (const QJsonValue &row : (*page)[u"rows"].toArray())
                writer.row(spec->cells(writer.rows() + 1, row.toObject()));
            after = (*page)[u"next"].toString();
        } while (!after.isEmpty() && !writer.stopped());
        return writer.end();
    });
    made.what = u"register"_s;
    made.fileName = u"so-%1-%2-%3"_s.arg(QString(spec->kind).replace(u'_', u'-'), from.toString(u"yyyyMMdd"_s), to.toString(u"yyyyMMdd"_s));
    made.facts = {{u"kind"_s, spec->kind}, {u"from"_s, from.toString(Qt::ISODate)}, {u"to"_s, to.toString(Qt::ISODate)}};
    return made;
}

void RegistersPage::show(const QJsonObject &head)
{
    const PaperJob made = job(head);
    m_pages->show(made);
    m_export->setJob(made);
}

} // namespace trucban
