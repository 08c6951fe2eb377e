// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duty/duty_place.h"

#include "storage/change_listener.h"
#include "ui/duty/export_bar.h"
#include "ui/duty/place.h"
#include "ui/duty/registers_page.h"
#include "ui/duty/reports_page.h"
#include "ui/duty/shift_page.h"
#include "ui/duty/slips_page.h"
#include "ui/frame/action_registry.h"
#include "ui/frame/place_registry.h"
#include "ui/theme/theme.h"
#include "ui/widgets/page_stack.h"

#include <QHBoxLayout>
#include <QListWidget>

namespace trucban {

std::unique_ptr<Place> places::duty(Workbench &bench)
{
    return std::make_unique<DutyPlace>(bench);
}

namespace {

struct Entry {
    const char *state;
    const char *title;
    const char *icon;
};
constexpr Entry entries[] = {{"shift", QT_TRANSLATE_NOOP("trucban::DutyPlace", "Shift book"), "view-calendar-day"},
                             {"slips", QT_TRANSLATE_NOOP("trucban::DutyPlace", "Transfer slips"), "document-send"},
                             {"registers", QT_TRANSLATE_NOOP("trucban::DutyPlace", "Registers"), "view-list-details"},
                             {"reports", QT_TRANSLATE_NOOP("trucban::DutyPlace", "Reports"), "office-report"}};

} // namespace

DutyPlace::DutyPlace(Workbench &bench) : m_bench(bench)
{
    m_shown = bench.me.isUnit() ? QList<Page>{Slips} : QList<Page>{Shift, Slips, Registers, Reports};
    makeActions();
    m_soon.setSingleShot(true);
    m_soon.setInterval(400);
    connect(&m_soon, &QTimer::timeout, this, &DutyPlace::readCurrent);
    connect(&bench.changes, &ChangeListener::changed, this, [this](const Change &change) {
        const bool slips = change.kind == u"assignment", desk = change.kind == u"admin";
        if (m_widget && m_widget->isVisible() && ((slips && isAt(Slips)) || (desk && (isAt(Shift) || isAt(Reports)))))
            m_soon.start();
    });
    connect(&bench.changes, &ChangeListener::mayHaveMissedSome, this, [this] {
        if (m_widget && m_widget->isVisible())
            m_soon.start();
    });
}

void DutyPlace::makeActions()
{
    ActionRegistry &actions = m_bench.actions;
    const auto at = [this](Page page) { return m_widget && m_widget->isVisible() && isAt(page); };
    const auto make = [&](const QString &name, const QString &words, const QString &icon) { return actions.add(u"duty."_s + name).text(words).icon(icon).menu(u"tools"_s).place(id()); };
    make(u"slips"_s, tr("Transfer slips"), u"document-send"_s).run(this, [this] {
        m_bench.places.go(id());
        go(Slips);
    });
    make(u"receive"_s, tr("The slip was received"), u"mail-mark-read"_s).enabledWhen([=, this] { return at(Slips) && m_slips->mayReceive(); }).run(this, [this] { m_slips->receive(); });
    make(u"print"_s, tr("Print this paper…"), u"document-print"_s).keys(QKeySequence(u"Ctrl+P"_s)).enabledWhen([this] { return exports() && exports()->hasJob(); }).run(this, [this] { exports()->print(); });
    make(u"pdf"_s, tr("Save this paper as PDF…"), u"document-save-as"_s).keys(QKeySequence(u"Ctrl+Shift+S"_s)).enabledWhen([this] { return exports() && exports()->hasJob(); }).run(this, [this] { exports()->save(u"pdf"_s); });
    make(u"check"_s, tr("Check a paper by its code…"), u"dialog-ok-apply"_s).run(this, [this] {
        m_bench.places.go(id());
        go(Slips);
        m_slips->check();
    });
    if (m_bench.me.isUnit())
        return;
    make(u"prepare"_s, tr("Prepare the slip"), u"document-new"_s).keys(QKeySequence(u"Ctrl+Shift+P"_s)).enabledWhen([=, this] { return at(Slips) && m_slips->mayPrepare(); }).run(this, [this] { m_slips->prepare(); });
    make(u"sign_slip"_s, tr("Sign the slip"), u"document-sign"_s).enabledWhen([=, this] { return at(Slips) && m_slips->maySign(); }).run(this, [this] { m_slips->sign(); });
    make(u"void"_s, tr("Make the slip void…"), u"edit-delete"_s).enabledWhen([=, this] { return at(Slips) && m_slips->mayVoid(); }).run(this, [this] { m_slips->makeVoid(); });
    make(u"open_case"_s, tr("Open the case of the slip"), u"document-open"_s).enabledWhen([=, this] { return at(Slips) && m_slips->hasSelection(); }).run(this, [this] { m_slips->openCase(); });
    for (const auto &[name, page, words, icon] : {std::tuple(u"shift"_s, Shift, tr("Shift book"), u"view-calendar-day"_s), std::tuple(u"registers"_s, Registers, tr("Registers"), u"view-list-details"_s),
                                                  std::tuple(u"reports"_s, Reports, tr("Reports"), u"office-report"_s)})
        make(name, words, icon).run(this, [this, page] {
            m_bench.places.go(id());
            go(page);
        });
    make(u"csv"_s, tr("Save this table as CSV…"), u"text-csv"_s).enabledWhen([this] { return exports() && exports()->hasTable(); }).run(this, [this] { exports()->save(u"csv"_s); });
    make(u"xlsx"_s, tr("Save this table as Excel workbook…"), u"x-office-spreadsheet"_s).enabledWhen([this] { return exports() && exports()->hasTable(); }).run(this, [this] { exports()->save(u"xlsx"_s); });
    make(u"plan"_s, tr("Plan a shift…"), u"list-add"_s).enabledWhen([=, this] { return at(Shift) && m_shift->mayPlan(); }).run(this, [this] { m_shift->plan(); });
    make(u"begin"_s, tr("Begin the shift"), u"media-playback-start"_s).enabledWhen([=, this] { return at(Shift) && m_shift->mayBegin(); }).run(this, [this] { m_shift->begin(); });
    make(u"seat"_s, tr("Take a seat"), u"user"_s).enabledWhen([=, this] { return at(Shift) && m_shift->room().onDuty(); }).run(this, [this] { m_shift->takeSeat(); });
    make(u"leave"_s, tr("Leave the seat"), u"system-log-out"_s).enabledWhen([=, this] { return at(Shift) && m_shift->isSeated(); }).run(this, [this] { m_shift->leaveSeat(); });
    make(u"handover"_s, tr("Make the hand-over"), u"view-refresh"_s).enabledWhen([=, this] { return at(Shift) && m_shift->mayPrepare(); }).run(this, [this] { m_shift->prepare(); });
    make(u"sign"_s, tr("Sign the hand-over"), u"document-sign"_s).enabledWhen([=, this] { return at(Shift) && m_shift->maySign(); }).run(this, [this] { m_shift->sign(); });
    make(u"report"_s, tr("Make a report"), u"office-report"_s).enabledWhen([=] { return at(Reports); }).run(this, [this] { m_reports->make(); });
}

QWidget *DutyPlace::widget()
{
    if (m_widget)
        return m_widget;
    m_widget = new QWidget;
    m_widget->setObjectName(u"duty"_s);
    auto *row = new QHBoxLayout(m_widget);
    row->setContentsMargins({});
    row->setSpacing(0);
    m_list = new QListWidget;
    m_list->setAccessibleName(tr("Pages of duty"));
    m_list->setFixedWidth(Theme::space(42));
    m_list->setSpacing(Theme::space(1) / 2);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVisible(m_shown.size() > 1);
    for (const Page page : std::as_const(m_shown))
        m_list->addItem(new QListWidgetItem(Theme::icon(QString::fromLatin1(entries[page].icon)), tr(entries[page].title)));
    m_stack = new PageStack;
    row->addWidget(m_list);
    row->addWidget(m_stack, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &DutyPlace::choose);
    m_list->setCurrentRow(0);
    return m_widget;
}

QWidget *DutyPlace::pageOf(Page page)
{
    const auto refresh = [this] { m_bench.actions.refresh(); };
    const auto keep = [this](auto *made) {
        m_stack->addWidget(made);
        return made;
    };
    switch (page) {
    case Shift:
        if (!m_shift) {
            m_shift = keep(new ShiftPage(m_bench));
            connect(m_shift, &ShiftPage::changed, this, refresh);
        }
        return m_shift;
    case Slips:
        if (!m_slips) {
            m_slips = keep(new SlipsPage(m_bench));
            connect(m_slips, &SlipsPage::changed, this, refresh);
            connect(&m_slips->exports(), &ExportBar::jobChanged, this, refresh);
        }
        return m_slips;
    case Registers:
        if (!m_registers) {
            m_registers = keep(new RegistersPage(m_bench));
            connect(&m_registers->exports(), &ExportBar::jobChanged, this, refresh);
        }
        return m_registers;
    case Reports:
        break;
    }
    if (!m_reports) {
        m_reports = keep(new ReportsPage(m_bench));
        connect(&m_reports->exports(), &ExportBar::jobChanged, this, refresh);
    }
    return m_reports;
}

void DutyPlace::choose(int row)
{
    if (row < 0)
        return;
    m_stack->setCurrentWidget(pageOf(m_shown.at(row)));
    readCurrent();
    m_bench.actions.refresh();
}

void DutyPlace::readCurrent()
{
    if (isAt(Shift))
        m_shift->read();
    else if (isAt(Slips))
        m_slips->read();
    else if (isAt(Registers))
        m_registers->read();
    else if (isAt(Reports))
        m_reports->read();
}

bool DutyPlace::isAt(Page page) const
{
    if (!m_stack || !m_widget)
        return false;
    const QWidget *now = m_stack->currentWidget();
    return now && now == (page == Shift ? static_cast<QWidget *>(m_shift) : page == Slips ? static_cast<QWidget *>(m_slips) : page == Registers ? static_cast<QWidget *>(m_registers) : static_cast<QWidget *>(m_reports));
}

ExportBar *DutyPlace::exports() const
{
    if (!m_widget || !m_widget->isVisible())
        return nullptr;
    return isAt(Slips) ? &m_slips->exports() : isAt(Registers) ? &m_registers->exports() : isAt(Reports) ? &m_reports->exports() : isAt(Shift) ? &m_shift->exports() : nullptr;
}

void DutyPlace::go(Page page)
{
    widget();
    if (const auto at = m_shown.indexOf(page); at >= 0)
        m_list->setCurrentRow(int(at));
}

void DutyPlace::enter()
{
    readCurrent();
    if (m_list->isVisible())
        m_list->setFocus();
    m_bench.actions.refresh();
}

bool DutyPlace::opens(const Target &target) const
{
    return target.kind == u"slips" || (!m_bench.me.isUnit() && (target.kind == u"report" || target.kind == u"handover"));
}

void DutyPlace::open(const Target &target)
{
    if (target.kind == u"slips") {
        go(Slips);
        m_slips->showCase(CaseId{target.id});
    } else if (target.kind == u"report") {
        go(Reports);
        m_reports->open(target.id);
    } else {
        go(Shift);
    }
}

QStringList DutyPlace::states() const
{
    QStringList all;
    for (const Page page : m_shown)
        all.append(QString::fromLatin1(entries[page].state));
    return all;
}

void DutyPlace::showState(const QString &state)
{
    widget();
    for (const Page page : std::as_const(m_shown))
        if (state == QLatin1StringView(entries[page].state))
            go(page);
    if (state == u"slips" && m_slips)
        m_slips->selectFirst();
}

bool DutyPlace::isSettled() const
{
    return (!isAt(Shift) || m_shift->isSettled()) && (!isAt(Slips) || m_slips->isSettled()) && (!isAt(Registers) || m_registers->isSettled()) && (!isAt(Reports) || m_reports->isSettled());
}

} // namespace trucban
