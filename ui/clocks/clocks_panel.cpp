// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clocks/clocks_panel.h"

#include "base/when_done.h"
#include "storage/change_listener.h"
#include "ui/clocks/clock_row.h"
#include "ui/widgets/clock_text.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/trade_words.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace trucban {

namespace {

QLabel *heading(const QString &words, QWidget *parent)
{
    auto *label = new QLabel(words, parent);
    label->setFont(Theme::bold());
    label->setContentsMargins(Theme::space(2), Theme::space(2), Theme::space(2), 0);
    return label;
}

QLabel *sentence(const QString &words, QWidget *parent)
{
    auto *label = new QuietLabel(words, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setContentsMargins(Theme::space(2), 0, Theme::space(2), 0);
    return label;
}

} // namespace

ClocksPanel::ClocksPanel(Workbench &bench, QWidget *parent)
    : QWidget(parent), m_bench(bench), m_notice(new NoticeBar(this)), m_summary(new QLabel(this)), m_scroll(new QScrollArea(this))
{
    setObjectName(u"clocksPanel"_s);
    m_summary->setObjectName(u"clocksSummary"_s);
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setContentsMargins(Theme::space(2), Theme::space(2), Theme::space(2), Theme::space(1));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Who held the case, for how long"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_summary);
    column->addWidget(m_scroll, 1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(120);
    m_every.setInterval(30'000);
    connect(&m_soon, &QTimer::timeout, this, &ClocksPanel::read);
    connect(&m_every, &QTimer::timeout, this, [this] {
        if (isVisible())
            read();
    });
    connect(&bench.changes, &ChangeListener::changed, this, [this](const Change &change) {
        if ((change.kind == u"case" || change.kind == u"assignment") && change.id == m_case.value) {
            m_stale = true;
            if (isVisible())
                m_soon.start();
        }
    });
    connect(&bench.changes, &ChangeListener::mayHaveMissedSome, this, [this] {
        m_stale = true;
        if (isVisible())
            m_soon.start();
    });
    m_every.start();
}

void ClocksPanel::showCase(CaseId id)
{
    if (m_case == id)
        return;
    m_case = id;
    m_stale = true;
    m_notice->clear();
    m_summary->clear();
    m_scroll->setWidget(new QWidget);
    if (isVisible())
        read();
}

void ClocksPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        read();
}

void ClocksPanel::read()
{
    if (!m_case)
        return;
    m_stale = false;
    ++m_waiting;
    whenDone(readClocks(m_bench.database, m_case), this, [this, id = m_case](const Result<CaseClocks> &clocks) {
        --m_waiting;
        if (id != m_case)
            return;
        if (clocks)
            show(*clocks);
        else
            m_notice->tell(clocks.error());
    });
}

QString ClocksPanel::summary() const
{
    return m_summary->text();
}

QString ClocksPanel::summaryOf(const CaseClocks &clocks)
{
    QStringList parts;
    if (clocks.ageSeconds)
        parts << tr("Open for %1 altogether.").arg(ClockRow::duration(*clocks.ageSeconds));
    if (!clocks.stages.isEmpty()) {
        const CaseClocks::Stage &last = clocks.stages.last();
        if (!last.to.isValid())
            parts << tr("Now: %1 – %2, %3.", "stage, holder, how it stands").arg(tradeWords::clock(last.stage), ClockRow::holderWords(last), ClockRow::stateWords(last));
    }
    qint64 late = 0;
    QStringList whose;
    for (const CaseClocks::Stage &stage : clocks.stages) {
        if (stage.lateSeconds > 0 && (stage.state == u"late" || stage.state == u"overdue")) {
            late += stage.lateSeconds;
            if (const QString words = ClockRow::holderWords(stage); !whose.contains(words))
                whose.append(words);
        }
    }
    if (late > 0)
        parts << tr("Lost beyond its limits: %1, by %2.", "how long, who held it then").arg(ClockRow::duration(late), whose.join(u"; "_s));
    else if (!clocks.stages.isEmpty())
        parts << tr("Every limit was kept so far.");
    return parts.join(u' ');
}

void ClocksPanel::show(const CaseClocks &clocks)
{
    m_summary->setText(summaryOf(clocks));
    const int at = m_scroll->verticalScrollBar()->value();
    m_scroll->setWidget(makeContent(clocks));
    m_scroll->verticalScrollBar()->setValue(at);
}

QWidget *ClocksPanel::makeContent(const CaseClocks &clocks)
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(Theme::space(1), 0, Theme::space(1), Theme::space(2));
    column->setSpacing(0);
    qint64 longest = 0;
    for (const CaseClocks::Stage &stage : clocks.stages)
        longest = std::max(longest, stage.seconds);
    for (const CaseClocks::Stage &stage : clocks.stages)
        column->addWidget(new ClockRow(stage, longest, content));
    if (!clocks.handedBack.isEmpty()) {
        column->addWidget(heading(tr("Handed back"), content));
        for (const CaseClocks::HandedBack &one : clocks.handedBack) {
            const QString words = one.on ? tr("%1: %2 handed it on", "moment, unit") : tr("%1: %2 handed it back", "moment, unit");
            column->addWidget(sentence(words.arg(clockText::exact(one.at), one.unitName) + (one.reason.isEmpty() ? QString() : u" – "_s + one.reason), content));
        }
    }
    if (!clocks.ladder.isEmpty()) {
        column->addWidget(heading(tr("Who was told"), content));
        for (const CaseClocks::Rung &rung : clocks.ladder) {
            bool counted = false;
            rung.rung.toInt(&counted);
            const QString step = counted ? tr("%1 % of %2", "percent, stage").arg(rung.rung, tradeWords::clock(rung.stage)) : tr("long after %1 was due", "stage").arg(tradeWords::clock(rung.stage));
            const QString whom = rung.superseded ? tr("passed over by the next rung") : rung.told.isEmpty() ? tr("nobody to tell") : rung.told.join(u", "_s);
            column->addWidget(sentence(tr("%1: %2 – %3", "moment, rung of the ladder, people").arg(clockText::exact(rung.at), step, whom), content));
        }
    }
    column->addStretch(1);
    return content;
}

} // namespace trucban
