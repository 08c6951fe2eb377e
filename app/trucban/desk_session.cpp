// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk_session.h"

#include "desk/pulse.h"
#include "storage/change_listener.h"
#include "storage/database.h"
#include "ui/shell/idle_lock.h"
#include "ui/shell/main_window.h"
#include "ui/shell/tray.h"

namespace trucban {

void addAllPlaces(PlaceRegistry &registry, Workbench &bench);

DeskSession::DeskSession(Database &database, ChangeListener &changes, QSettings &settings, const Me &me)
    : m_actions(settings), m_bench{database, changes, m_actions, m_places, settings, me}
{
    addAllPlaces(m_places, m_bench);
    m_window = std::make_unique<MainWindow>(m_bench);
    m_pulse = std::make_unique<Pulse>(database, changes);
    m_tray = std::make_unique<Tray>(m_bench, *m_window);
    m_lock = std::make_unique<IdleLock>(m_bench, *m_window);
    connect(&database, &Database::stateChanged, m_window.get(), &MainWindow::showConnection);
    connect(m_pulse.get(), &Pulse::beat, m_window.get(), &MainWindow::showPulse);
    connect(m_pulse.get(), &Pulse::urgentCase, m_tray.get(), &Tray::announce);
    connect(m_lock.get(), &IdleLock::lockedChanged, m_tray.get(), &Tray::setLocked);
    connect(m_lock.get(), &IdleLock::otherPersonWanted, m_window.get(), &MainWindow::signOutWanted);
}

DeskSession::~DeskSession()
{
    m_lock.reset();
    m_tray.reset();
    m_pulse.reset();
    m_window.reset(); // the widgets of the places go with it, before the places themselves
}

} // namespace trucban
