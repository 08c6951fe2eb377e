// SPDX-License-Identifier: GPL-3.0-or-later
// DeskSession: everything on the glass of one person signed in: actions, places, window, pulse, tray.
#pragma once

#include "ui/frame/action_registry.h"
#include "ui/frame/place_registry.h"
#include "ui/frame/workbench.h"

#include <memory>

namespace trucban {

class IdleLock;
class MainWindow;
class Pulse;
class Tray;

class DeskSession : public QObject
{
    Q_OBJECT
public:
    DeskSession(Database &database, ChangeListener &changes, QSettings &settings, const Me &me);
    ~DeskSession() override;

    MainWindow &window() { return *m_window; }
    PlaceRegistry &places() { return m_places; }
    ActionRegistry &actions() { return m_actions; }
    Pulse &pulse() { return *m_pulse; }
    Tray &tray() { return *m_tray; }
    IdleLock &idleLock() { return *m_lock; }
    const Me &me() const { return m_bench.me; }

private:
    ActionRegistry m_actions;
    PlaceRegistry m_places;
    Workbench m_bench;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Pulse> m_pulse;
    std::unique_ptr<Tray> m_tray;
    std::unique_ptr<IdleLock> m_lock;
};

} // namespace trucban
