// SPDX-License-Identifier: GPL-3.0-or-later
// Tray: tells of a new urgent case when nobody looks at the window, with a sound if wanted.
#pragma once

#include "base/ids.h"
#include "ui/frame/workbench.h"

#include <QObject>
#include <QSystemTrayIcon>

namespace trucban {

class MainWindow;
struct UrgentCase;

class Tray : public QObject
{
    Q_OBJECT
public:
    Tray(Workbench &bench, MainWindow &window);
    void announce(const UrgentCase &urgent);
    /// On a locked desk only that something is burning is told, and where; not a citizen's words.
    void setLocked(bool locked) { m_locked = locked; }
    /// What was announced last; for tests, where no tray is.
    QString lastTitle() const { return m_lastTitle; }
    QString lastWords() const { return m_lastWords; }
    CaseId lastCase() const { return m_lastCase; }
    void openLast();

private:
    void bringForward();

    Workbench &m_bench;
    MainWindow &m_window;
    QSystemTrayIcon m_icon;
    QString m_lastTitle;
    QString m_lastWords;
    CaseId m_lastCase;
    bool m_locked = false;
};

} // namespace trucban
