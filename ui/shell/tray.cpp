// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tray.h"

#include "desk/pulse.h"
#include "ui/frame/action_registry.h"
#include "ui/frame/place_registry.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QMenu>
#include <QSettings>

namespace trucban {

Tray::Tray(Workbench &bench, MainWindow &window)
    : m_bench(bench), m_window(window)
{
    m_icon.setIcon(Theme::icon(u"dialog-messages"_s, Meaning::Accent));
    m_icon.setToolTip(tr("Trực Ban"));
    auto *menu = new QMenu(&window);
    menu->addAction(tr("Open the window"), this, &Tray::bringForward);
    menu->addSeparator();
    menu->addAction(bench.actions.action(u"view.sound"));
    menu->addAction(bench.actions.action(u"program.quit"));
    m_icon.setContextMenu(menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, &Tray::bringForward);
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &Tray::openLast);
    if (QSystemTrayIcon::isSystemTrayAvailable())
        m_icon.show();
}

void Tray::announce(const UrgentCase &urgent)
{
    const QString where = urgent.area.isEmpty() ? urgent.number : tr("%1, %2", "case number, area").arg(urgent.number, urgent.area);
    m_lastTitle = urgent.urgency == u"emergency" ? tr("Emergency: case %1").arg(where) : tr("Urgent: case %1").arg(where);
    m_lastWords = m_locked ? QString() : urgent.firstWords;
    m_lastCase = urgent.id;
    if (m_icon.isVisible())
        m_icon.showMessage(m_lastTitle, m_lastWords, QSystemTrayIcon::Warning, 20'000);
    if (m_bench.settings.value(u"notify/sound"_s, true).toBool())
        QApplication::beep();
    QApplication::alert(&m_window);
}

void Tray::openLast()
{
    bringForward();
    if (m_lastCase)
        m_bench.places.open(m_lastCase);
}

void Tray::bringForward()
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

} // namespace trucban
