// SPDX-License-Identifier: GPL-3.0-or-later
// IdleLock: a desk nobody touches shows nobody's words. Covers every window and asks for the password again; nothing behind it
// is closed or lost. The next shift signs in as itself instead.
#pragma once

#include "ui/shell/lock_screen.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace trucban {

class MainWindow;
struct Workbench;

class IdleLock : public QObject
{
    Q_OBJECT
public:
    static constexpr int minutesWhenNotSaid = 10;

    IdleLock(Workbench &bench, MainWindow &window);
    ~IdleLock() override;

    /// 0: never by itself
    void setMinutes(int minutes);
    void setIdleMs(int ms);
    int minutes() const { return m_idle.interval() / 60'000; }
    /// until it locks; -1: it does not
    int remainingMs() const { return m_idle.remainingTime(); }
    void lock();
    bool isLocked() const { return !m_screen.isNull(); }
    LockScreen *screen() const { return m_screen; }

Q_SIGNALS:
    void lockedChanged(bool locked);
    void otherPersonWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeActions();
    void cover(QWidget *window);
    void tryPassword(const QString &password);
    void unlock();

    Workbench &m_bench;
    MainWindow &m_window;
    QTimer m_idle;
    QPointer<LockScreen> m_screen;
    QPointer<QWidget> m_focus; // where the person was
    QList<QPointer<QWidget>> m_covers;
    int m_wrong = 0;
};

} // namespace trucban
