// SPDX-License-Identifier: GPL-3.0-or-later
// The actions of the window itself, and the menus made of everybody's actions.
#include "ui/frame/action_registry.h"
#include "ui/frame/place_registry.h"
#include "ui/shell/main_window.h"
#include "ui/shell/state_words.h"
#include "ui/theme/theme.h"

#include <QActionGroup>
#include <QApplication>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>

namespace trucban {

void MainWindow::makeActions()
{
    ActionRegistry &actions = m_bench.actions;
    actions.add(u"palette.open"_s).text(tr("Find a command…")).icon(u"search"_s).menu(u"go"_s).keys(QKeySequence(u"Ctrl+K"_s)).run(
        this, &MainWindow::openPalette);
    int number = 0;
    for (Place *place : m_bench.places.all(Place::Bar)) {
        if (!place->isFor(m_bench.me))
            continue;
        ++number;
        actions.add(u"go."_s + place->id()).text(tr("Go to %1").arg(place->title())).icon(place->iconName()).menu(u"go"_s)
            .keys(number < 10 ? QKeySequence(u"Alt+%1"_s.arg(number)) : QKeySequence()).run(this, [this, place] { bring(place); });
    }
    actions.add(u"program.sign_out"_s).text(tr("Sign out")).icon(u"system-log-out"_s).menu(u"program"_s).run(this, &MainWindow::signOutWanted);
    actions.add(u"program.quit"_s).text(tr("&Quit")).icon(u"application-exit"_s).menu(u"program"_s).keys(QKeySequence(u"Ctrl+Q"_s)).run(
        this, &QWidget::close);
    actions.add(u"help.keys"_s).text(tr("Keys of this place")).icon(u"input-keyboard"_s).menu(u"help"_s).keys(Qt::Key_F1).run(
        this, &MainWindow::openKeyPage);
    actions.add(u"help.change_keys"_s).text(tr("Change keys…")).icon(u"configure-shortcuts"_s).menu(u"help"_s).run(
        this, &MainWindow::openShortcutPage);
}

void MainWindow::makeViewActions()
{
    ActionRegistry &actions = m_bench.actions;
    auto *schemes = new QActionGroup(this);
    const auto scheme = [&](Scheme value, const QString &id, const QString &words) {
        QAction *action = actions.add(id).text(words).menu(u"view"_s).checkable(Theme::scheme() == value)
                              .run(this, [this, value] { chooseScheme(int(value)); });
        schemes->addAction(action);
    };
    scheme(Scheme::System, u"view.scheme_system"_s, tr("Colours as the system"));
    scheme(Scheme::Light, u"view.scheme_light"_s, tr("Light colours"));
    scheme(Scheme::Dark, u"view.scheme_dark"_s, tr("Dark colours"));
    QAction *dense = actions.add(u"view.dense"_s).text(tr("Dense rows")).icon(u"view-list-details"_s).menu(u"view"_s)
                         .checkable(Theme::density() == Density::Dense).run(this, [] {});
    connect(dense, &QAction::toggled, this, &MainWindow::chooseDensity);
    QAction *tear = actions.add(u"view.tear_off"_s).text(tr("Case in its own window")).icon(u"window-new"_s).menu(u"view"_s)
                        .checkable().enabledWhen([this] { return m_side != nullptr; }).run(this, [] {});
    connect(tear, &QAction::toggled, this, &MainWindow::tearOff);
    actions.add(u"view.vietnamese"_s).text(tr("Tiếng Việt")).menu(u"view"_s).run(this, [this] { Q_EMIT languageWanted(u"vi"_s); });
    actions.add(u"view.english"_s).text(tr("English")).menu(u"view"_s).run(this, [this] { Q_EMIT languageWanted(u"en"_s); });
    actions.add(u"view.sound"_s).text(tr("Sound for urgent cases")).icon(u"audio-volume-high"_s).menu(u"view"_s)
        .checkable(m_bench.settings.value(u"notify/sound"_s, true).toBool())
        .run(this, [this](bool on) { m_bench.settings.setValue(u"notify/sound"_s, on); });
    actions.add(u"view.full_screen"_s).text(tr("Full screen")).icon(u"view-fullscreen"_s).menu(u"view"_s).keys(Qt::Key_F11)
        .run(this, [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
}

void MainWindow::makeMenus()
{
    const QList<std::pair<QString, QString>> menus{
        {u"program"_s, tr("&Program")}, {u"go"_s, tr("&Go")},           {u"view"_s, tr("&View")},   {u"inbox"_s, tr("&Inbox")},
        {u"case"_s, tr("&Case")},       {u"media"_s, tr("&Media")},   {u"publish"_s, tr("P&ublish")}, {u"tools"_s, tr("&Tools")}, {u"help"_s, tr("&Help")},
    };
    for (const auto &[id, title] : menus) {
        QMenu *menu = menuBar()->addMenu(title);
        connect(menu, &QMenu::aboutToShow, this, [this, menu, id] { // places add theirs when they are made
            menu->clear();
            m_bench.actions.refresh();
            m_bench.actions.fill(menu, id);
        });
        const auto hideIfEmpty = [this, menu, id] {
            const auto entries = m_bench.actions.entries();
            menu->menuAction()->setVisible(std::ranges::any_of(entries, [&](const auto *entry) { return entry->menu == id; }));
        };
        hideIfEmpty();
        connect(&m_bench.actions, &ActionRegistry::changed, menu, hideIfEmpty);
    }
}

QMenu *makePersonMenu(const ActionRegistry &actions, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    for (const auto id : {u"view.vietnamese", u"view.english", u"", u"help.change_keys", u"", u"program.lock", u"program.sign_out"}) {
        if (QStringView(id).isEmpty())
            menu->addSeparator();
        else if (QAction *action = actions.action(id))
            menu->addAction(action);
    }
    return menu;
}

} // namespace trucban
