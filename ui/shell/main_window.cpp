// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "storage/database.h"
#include "ui/frame/action_registry.h"
#include "ui/frame/command_palette.h"
#include "ui/frame/key_pages.h"
#include "ui/frame/place_registry.h"
#include "ui/shell/side_window.h"
#include "ui/shell/state_words.h"
#include "ui/shell/top_bar.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/memory_splitter.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/page_stack.h"

#include <QApplication>
#include <QCloseEvent>
#include <QSettings>
#include <QStatusBar>
#include <QVBoxLayout>

namespace trucban {

MainWindow::MainWindow(Workbench &bench, QWidget *parent)
    : QMainWindow(parent), m_bench(bench)
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Trực Ban"));
    m_bench.actions.setWindow(this);
    makeActions();
    makeViewActions();
    makeFrame();
    makeStatusBar();
    makeMenus();
    connect(&m_bench.places, &PlaceRegistry::wanted, this, &MainWindow::bring);
    // queued: the focus also leaves widgets that are going, and no rule may ask those
    connect(qApp, &QApplication::focusChanged, &m_bench.actions, &ActionRegistry::refresh, Qt::QueuedConnection);
    m_palette = new CommandPalette(m_bench.actions, m_bench.places, this);
    if (!restoreGeometry(m_bench.settings.value(u"window/geometry"_s).toByteArray()))
        resize(1366, 768);
    showConnection(m_bench.database.state());
    showPulse({});
    const auto inBar = m_bench.places.all(Place::Bar);
    const auto first = std::ranges::find_if(inBar, [this](const Place *place) { return place->isFor(m_bench.me); });
    if (first != inBar.end())
        bring(*first);
}

MainWindow::~MainWindow() = default;

void MainWindow::makeFrame()
{
    auto *middle = new QWidget(this);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_top = new TopBar(m_bench.me, makePersonMenu(m_bench.actions, this), middle);
    for (Place *place : m_bench.places.all(Place::Bar)) {
        if (place->isFor(m_bench.me))
            m_top->addPlace(place);
    }
    connect(m_top, &TopBar::placeChosen, this, &MainWindow::bring);
    connect(m_top, &TopBar::paletteWanted, this, &MainWindow::openPalette);
    m_banner = new NoticeBar(middle);
    m_panes = new MemorySplitter(u"window"_s, m_bench.settings, Qt::Horizontal, middle);
    m_stack = new PageStack;
    m_sideHolder = new QWidget;
    m_sideStack = new PageStack(m_sideHolder);
    auto *side = new QVBoxLayout(m_sideHolder);
    side->setContentsMargins(0, 0, 0, 0);
    side->addWidget(m_sideStack);
    m_panes->addWidget(m_stack);
    m_panes->addWidget(m_sideHolder);
    m_panes->restore({11, 9});
    m_sideHolder->hide();
    column->addWidget(m_top);
    for (Place *place : m_bench.places.all(Place::Corner)) {
        if (!place->isFor(m_bench.me))
            continue;
        m_top->addCorner(place->widget());
        if (QWidget *strip = place->strip())
            column->addWidget(strip);
    }
    column->addWidget(m_banner);
    column->addWidget(m_panes, 1);
    setCentralWidget(middle);
}

void MainWindow::makeStatusBar()
{
    m_sending = new QuietLabel(QString(), this);
    m_journal = new QuietLabel(QString(), this);
    m_latency = new QuietLabel(QString(), this);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(Theme::space(2), 0, Theme::space(2), 0);
    for (QLabel *label : {m_sending, m_journal, m_latency}) {
        label->setContentsMargins(0, 0, Theme::space(3), 0);
        statusBar()->addWidget(label);
    }
    statusBar()->addPermanentWidget(new QuietLabel(tr("Keys of this place: F1"), this));
}

void MainWindow::bring(Place *place)
{
    if (place->where() == Place::Side) {
        showSide(place);
        return;
    }
    if (place->where() == Place::CasePanel || place->where() == Place::Corner)
        return; // the case place, or the frame, shows it
    QWidget *widget = place->widget();
    if (m_stack->indexOf(widget) < 0)
        m_stack->addWidget(widget);
    m_stack->setCurrentWidget(widget);
    m_top->setCurrent(place);
    if (place->wantsSide() && !m_side) {
        const auto sides = m_bench.places.all(Place::Side);
        if (!sides.isEmpty())
            showSide(sides.first());
    }
    m_sideHolder->setVisible(m_tornOff || (place->wantsSide() && m_side));
    m_bench.places.setCurrent(place);
    setWindowTitle(tr("%1 – Trực Ban", "title of the window: the place").arg(place->title()));
    m_bench.actions.refresh();
    place->enter();
}

void MainWindow::showSide(Place *place)
{
    m_side = place;
    QWidget *widget = place->widget();
    if (m_sideStack->indexOf(widget) < 0)
        m_sideStack->addWidget(widget);
    m_sideStack->setCurrentWidget(widget);
    const Place *current = m_bench.places.current();
    if (m_tornOff) {
        m_sideHolder->show();
        m_sideHolder->raise();
    } else if (current && !current->wantsSide()) { // asked for from afar: go where it has its pane
        for (Place *other : m_bench.places.all(Place::Bar)) {
            if (other->wantsSide() && other->isFor(m_bench.me)) {
                bring(other);
                break;
            }
        }
    }
    m_sideHolder->show();
    m_bench.actions.refresh();
}

void MainWindow::tearOff(bool off)
{
    if (m_tornOff == off || !m_side)
        return;
    m_tornOff = off;
    if (off) {
        auto *window = new SideWindow(m_side->title(), m_bench.settings, this);
        window->hold(m_sideHolder);
        for (const auto *entry : m_bench.actions.entries()) { // the keys of the window work there too
            if (!entry->scope)
                window->addAction(entry->action);
        }
        connect(window, &SideWindow::closed, this, [this] { m_bench.actions.action(u"view.tear_off")->setChecked(false); });
        window->show();
        m_sideHolder->show();
    } else {
        QWidget *window = m_sideHolder->window();
        m_panes->addWidget(m_sideHolder);
        const Place *current = m_bench.places.current();
        m_sideHolder->setVisible(current && current->wantsSide());
        if (window != this)
            window->deleteLater();
    }
}

void MainWindow::showConnection(const ConnectionState &state)
{
    const StateWords words = connectionWords(state);
    m_top->connectionLight().say(words.word, words.meaning, words.why);
    if (state == ConnectionState::Lost) {
        m_banner->tell(Meaning::Soon, {words.why, tr("What you typed is kept."), tr("The program reconnects by itself.")});
        m_bannerCode = u"connection"_s;
    } else if (state == ConnectionState::Connected && m_bannerCode == u"connection") {
        m_bannerCode.clear();
        m_banner->confirm(tr("Connected again. Everything on screen has been read anew."));
    }
}

void MainWindow::showPulse(const PulseReading &reading)
{
    const StateWords facebook = facebookWords(reading);
    m_top->facebookLight().say(facebook.word, facebook.meaning, facebook.why);
    m_sending->setText(sendingWords(reading));
    m_journal->setText(journalWords(reading));
    m_latency->setText(reading.latencyMs < 0 ? tr("PostgreSQL …") : tr("PostgreSQL %1 ms").arg(reading.latencyMs));
    const QString code = reading.facebook == PulseReading::Trouble || reading.facebook == PulseReading::Down ? reading.facebookCode : QString();
    if (code == m_bannerCode || m_bannerCode == u"connection")
        return;
    m_bannerCode = code;
    if (code.isEmpty())
        m_banner->clear();
    else
        m_banner->tell(reading.facebook == PulseReading::Down ? Meaning::Burning : Meaning::Soon, healthWords(reading));
}

void MainWindow::openPalette()
{
    m_palette->popUp();
}

void MainWindow::openKeyPage()
{
    KeyPage page(m_bench.actions, m_bench.places.current(), this);
    if (page.exec() == 2)
        openShortcutPage();
}

void MainWindow::openShortcutPage()
{
    ShortcutPage(m_bench.actions, this).exec();
}

void MainWindow::chooseScheme(int scheme)
{
    m_bench.settings.setValue(u"look/scheme"_s, scheme);
    Theme::setScheme(Scheme(scheme));
}

void MainWindow::chooseDensity(bool dense)
{
    m_bench.settings.setValue(u"look/dense"_s, dense);
    Theme::setDensity(dense ? Density::Dense : Density::Comfortable);
}

void MainWindow::keepGeometry()
{
    m_bench.settings.setValue(u"window/geometry"_s, saveGeometry());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    keepGeometry();
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (m_top)
        m_top->setNarrow(width() < 1200);
}

} // namespace trucban
