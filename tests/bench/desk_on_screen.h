// SPDX-License-Identifier: GPL-3.0-or-later
// A whole desk in a real window, signed in to the benchmarks' database.
#pragma once

#include "cluster.h"

#include "desk_session.h"
#include "storage/change_listener.h"
#include "storage/database.h"

#include <QSettings>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace trucban {
class InboxWidget;
}

namespace trucban::bench {

class DeskOnScreen
{
public:
    DeskOnScreen(Cluster &cluster, const QString &login);
    ~DeskOnScreen();
    DeskSession &session() { return *m_session; }
    InboxWidget &inbox();

private:
    QTemporaryDir m_folder;
    QSettings m_settings;
    Database m_database;
    ChangeListener m_changes;
    std::unique_ptr<DeskSession> m_session;
};

/// Runs the event loop until it is true; ends the run when that takes too long.
void waitUntil(const std::function<bool()> &reached, const char *what, int patienceMs = 20'000);

} // namespace trucban::bench
