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
    /// What was announced last; for tests, where no tray is.
    QString lastTitle() const { return m_lastTitle; }
    CaseId lastCase() const { return m_lastCase; }
    void openLast();

private:
    void bringForward();

    Workbench &m_bench;
    MainWindow &m_window;
    QSystemTrayIcon m_icon;
    QString m_lastTitle;
    CaseId m_lastCase;
};

} // namespace trucban
