// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/dashboard_place.h"

#include "base/when_done.h"
#include "storage/change_listener.h"
#include "ui/dashboard/bar_list.h"
#include "ui/dashboard/behind_page.h"
#include "ui/dashboard/card.h"
#include "ui/dashboard/figures_pane.h"
#include "ui/dashboard/hour_chart.h"
#include "ui/dashboard/number_tile.h"
#include "ui/dashboard/place.h"
#include "ui/dashboard/waiting_row.h"
#include "ui/frame/action_registry.h"
#include "ui/frame/place_registry.h"
#include "ui/frame/workbench.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/trade_words.h"

#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace trucban {

std::unique_ptr<Place> places::dashboard(Workbench &bench)
{
    return std::make_unique<DashboardPlace>(bench);
}

namespace {

enum Page { Now, Figures, Behind };

} // namespace

DashboardPlace::DashboardPlace(Workbench &bench) : m_bench(bench)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(2000);
    m_minute.setInterval(60'000);
    connect(&m_soon, &QTimer::timeout, this, &DashboardPlace::read);
    connect(&m_minute, &QTimer::timeout, this, &DashboardPlace::read);
    connect(&bench.changes, &ChangeListener::changed, this, [this](const Change &change) {
        const bool counted = change.kind == u"case" || change.kind == u"new_case" || change.kind == u"assignment" || change.kind == u"bulletin";
        if (counted && m_widget && m_widget->isVisible() && !m_soon.isActive())
            m_soon.start();
    });
    connect(&bench.changes, &ChangeListener::mayHaveMissedSome, this, &DashboardPlace::read);
    m_bench.actions.add(u"dashboard.refresh"_s).text(tr("Read the dashboard again")).icon(u"view-refresh"_s).menu(u"tools"_s).place(id()).run(this, &DashboardPlace::read);
}

bool DashboardPlace::isFor(const Me &me) const
{
    return me.isStaff();
}

QWidget *DashboardPlace::widget()
{
    if (!m_widget)
        build();
    return m_widget;
}

void DashboardPlace::build()
{
    auto *whole = new QWidget;
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    m_tabs = new QTabBar;
    m_tabs->setObjectName(u"dashboardTabs"_s);
    m_tabs->setDrawBase(false);
    m_tabs->addTab(tr("Now"));
    m_tabs->addTab(tr("Figures"));
    m_tabs->setAccessibleName(tr("Pages of the dashboard"));
    m_pages = new QStackedWidget;
    m_now = pageOfNow();
    m_figures = new FiguresPane(m_bench.database);
    m_behind = new BehindPage(m_bench.database);
    m_pages->addWidget(m_now);
    m_pages->addWidget(m_figures);
    m_pages->addWidget(m_behind);
    layout->addWidget(m_tabs);
    layout->addWidget(m_pages, 1);
    whole->setFocusProxy(m_new);
    m_widget = whole;
    connect(m_tabs, &QTabBar::currentChanged, this, &DashboardPlace::turnTo);
    connect(m_tabs, &QTabBar::tabBarClicked, this, &DashboardPlace::turnTo); // also from the cases behind a number
    connect(m_figures, &FiguresPane::chosen, this, &DashboardPlace::showBehind);
    connect(m_behind, &BehindPage::caseChosen, this, [this](CaseId id) { m_bench.places.open(id); });
    connect(m_behind, &BehindPage::closed, this, [this] { turnTo(m_tabs->currentIndex()); });
}

void DashboardPlace::turnTo(int page)
{
    if (page < 0)
        return;
    m_pages->setCurrentIndex(page);
    m_tabs->setCurrentIndex(page);
    if (page == Figures)
        m_figures->read();
    m_pages->currentWidget()->setFocus();
}

void DashboardPlace::showBehind(const QJsonObject &filter, const QString &title)
{
    m_pages->setCurrentIndex(Behind);
    m_behind->open(filter, title);
}

void DashboardPlace::open(const Target &target)
{
    widget();
    if (!m_minute.isActive())
        m_minute.start();
    showBehind(target.facts, target.text);
}

bool DashboardPlace::isSettled() const
{
    const int page = m_pages ? m_pages->currentIndex() : 0;
    return page == Figures ? m_figures->isSettled() : page == Behind ? m_behind->isSettled() : m_settled;
}

void DashboardPlace::showState(const QString &state)
{
    widget();
    if (state.isEmpty()) {
        turnTo(Now);
    } else if (state.startsWith(u"figures"_s)) {
        turnTo(Figures);
        m_figures->verticalScrollBar()->setValue(state == u"figures_below" ? m_figures->verticalScrollBar()->maximum() : 0);
    } else {
        showBehind({{u"metric"_s, u"load"_s}}, {});
    }
}

QScrollArea *DashboardPlace::pageOfNow()
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(Theme::space(6), Theme::space(4), Theme::space(6), Theme::space(6));
    layout->setSpacing(Theme::space(5));
    m_notice = new NoticeBar;
    layout->addWidget(m_notice);
    layout->addWidget(tiles());
    layout->addWidget(lists(), 1);
    layout->addWidget(below(), 1);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"dashboardNow"_s);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    scroll->setFocusProxy(m_new);
    scroll->installEventFilter(this);
    return scroll;
}

bool DashboardPlace::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_now && event->type() == QEvent::Resize)
        fit();
    return Place::eventFilter(watched, event);
}

// a small screen shows fewer rows and not a scroll bar: the numbers are looked at from afar
void DashboardPlace::fit()
{
    m_roomy = m_now->height() >= Theme::space(210);
    for (BarList *list : {m_statuses, m_categories, m_units})
        list->setMost(m_roomy ? 8 : 5);
    if (m_settled)
        showOldest(m_last.oldest, m_last.now);
}

QWidget *DashboardPlace::tiles()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::space(4));
    const auto add = [&](NumberTile *&tile, const QString &name, const QString &view) {
        tile = new NumberTile(name);
        tile->setObjectName(u"tile_"_s + view);
        connect(tile, &NumberTile::clicked, this, [this, view] { openInbox(view); });
        layout->addWidget(tile);
    };
    add(m_overdue, tr("Overdue"), u"overdue"_s);
    add(m_new, tr("To take in"), u"new"_s);
    add(m_inHand, tr("In hand"), u"in_hand"_s);
    add(m_waiting, tr("With units"), u"waiting"_s);
    add(m_answered, tr("Answered, to be released"), u"answered"_s);
    return row;
}

QWidget *DashboardPlace::lists()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::space(4));
    const QString nothing = tr("No open case. New messages appear here as they come in.");
    m_statuses = new BarList(tr("Open cases by state"), nothing);
    m_categories = new BarList(tr("Open cases by category"), nothing);
    m_units = new BarList(tr("Units that have cases now"), tr("No case is with a unit. Forwarded cases appear here."));
    connect(m_statuses, &BarList::chosen, this, [this](const NamedBar &bar) { bar.stands ? openInbox(u"open"_s) : openInbox(u"all"_s, {{u"status"_s, bar.code}}); });
    connect(m_categories, &BarList::chosen, this, [this](const NamedBar &bar) { bar.stands ? openInbox(u"open"_s) : openInbox(u"all"_s, {{u"category"_s, bar.code}, {u"open"_s, true}}); });
    connect(m_units, &BarList::chosen, this, [this](const NamedBar &bar) { bar.stands ? openInbox(u"waiting"_s) : openInbox(u"waiting"_s, {{u"unit"_s, bar.code}}); });
    for (BarList *list : {m_statuses, m_categories, m_units})
        layout->addWidget(card(list), 1);
    return row;
}

QWidget *DashboardPlace::below()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::space(4));
    auto *chartBox = new QWidget;
    auto *chartLayout = new QVBoxLayout(chartBox);
    chartLayout->setContentsMargins({});
    auto *chartTitle = new QLabel(tr("New cases by the hour, last 24 hours"));
    chartTitle->setFont(Theme::bold());
    m_chart = new HourChart;
    chartLayout->addWidget(chartTitle);
    chartLayout->addWidget(new QuietLabel(tr("Bar: taken in. Line: the usual number of that hour, mean of the last seven days.")));
    chartLayout->addWidget(m_chart, 1);
    m_oldest = new QWidget;
    m_oldestRows = new QVBoxLayout(m_oldest);
    m_oldestRows->setContentsMargins({});
    m_oldestRows->setSpacing(0);
    layout->addWidget(card(chartBox), 1);
    layout->addWidget(card(m_oldest), 1);
    return row;
}

void DashboardPlace::enter()
{
    if (!m_minute.isActive())
        m_minute.start();
    read();
    if (m_pages->currentIndex() == Figures)
        m_figures->read();
    m_pages->currentWidget()->setFocus();
}

void DashboardPlace::read()
{
    if (!m_widget || m_reading)
        return;
    m_reading = true;
    whenDone(readDashboard(m_bench.database), this, [this](const Result<DashboardReading> &reading) {
        m_reading = false;
        if (!m_widget)
            return;
        if (reading) {
            m_notice->clear();
            show(*reading);
        } else {
            m_notice->tell(reading.error());
        }
        m_settled = true;
    });
}

void DashboardPlace::show(const DashboardReading &reading)
{
    const QLocale locale;
    m_overdue->show(reading.overdue, reading.overdue > 0 ? tr("their clock has run out") : tr("nothing is late"), Meaning::Burning);
    //: beneath the number of cases to take in: how many came in today, and on the same day a week ago until this hour
    m_new->show(reading.fresh, tr("%1 today, %2 a week ago by now").arg(locale.toString(reading.arrivedToday), locale.toString(reading.arrivedLastWeek)), Meaning::Information);
    m_inHand->show(reading.inHand, tr("claimed by a desk"));
    m_waiting->show(reading.waiting, tr("waiting for an answer"), Meaning::Waiting);
    m_answered->show(reading.answered, tr("today %1 released, %2 published").arg(locale.toString(reading.releasedToday), locale.toString(reading.publishedToday)), Meaning::Good);

    QList<NamedBar> statuses, categories, units;
    for (const auto &count : reading.statuses)
        statuses.append({count.code, tradeWords::status(count.code), count.cases, 0, tradeWords::meaningOfStatus(count.code)});
    const bool english = locale.language() == QLocale::English;
    for (const auto &count : reading.categories)
        categories.append({count.code, count.code.isEmpty() ? tr("Not classified yet") : english && !count.nameEn.isEmpty() ? count.nameEn : count.name, count.cases, count.overdue});
    for (const auto &count : reading.units)
        units.append({count.code, english && !count.nameEn.isEmpty() ? count.nameEn : count.name, count.cases, count.overdue, Meaning::Waiting});
    m_statuses->show(statuses);
    m_categories->show(categories);
    m_units->show(units);
    m_chart->show(reading.hours);
    m_last = reading;
    showOldest(reading.oldest, reading.now);
}

void DashboardPlace::showOldest(const QList<DashboardReading::Waiting> &oldest, const QDateTime &now)
{
    CaseId focused;
    if (auto *row = qobject_cast<WaitingRow *>(m_oldest->focusWidget()); row && row->hasFocus())
        focused = row->caseId();
    while (QLayoutItem *item = m_oldestRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    auto *title = new QLabel(tr("Longest over time, or next to burn"));
    title->setFont(Theme::bold());
    title->setContentsMargins(Theme::space(2), 0, 0, Theme::space(2));
    m_oldestRows->addWidget(title);
    if (oldest.isEmpty()) {
        auto *nothing = new QuietLabel(tr("Nothing is waiting. Cases with a running clock appear here."), nullptr, TextSize::Body);
        nothing->setWordWrap(true);
        m_oldestRows->addWidget(nothing);
    }
    for (const auto &waiting : oldest.mid(0, m_roomy ? 6 : 3)) {
        auto *row = new WaitingRow(waiting, now);
        connect(row, &WaitingRow::clicked, this, [this, id = waiting.id] { m_bench.places.open(id); });
        m_oldestRows->addWidget(row);
        if (waiting.id == focused)
            row->setFocus();
    }
    m_oldestRows->addStretch(1);
}

void DashboardPlace::openInbox(const QString &view, const QJsonObject &filters)
{
    m_bench.places.open(Target::inbox(view, filters));
}

} // namespace trucban
