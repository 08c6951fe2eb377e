// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk_on_screen.h"

#include "desk/me.h"
#include "ui/inbox/inbox_widget.h"
#include "ui/shell/main_window.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace trucban::bench {

void waitUntil(const std::function<bool()> &reached, const char *what, int patienceMs)
{
    QElapsedTimer clock;
    clock.start();
    while (!reached()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
        if (clock.elapsed() > patienceMs)
            qFatal("waited %d ms for %s", patienceMs, what);
    }
}

namespace {

template<typename T>
T awaited(QFuture<T> future, const char *what)
{
    waitUntil([&] { return future.isFinished(); }, what);
    const T answer = future.result();
    if (!answer)
        qFatal("%s: %s", what, qPrintable(answer.error().detail));
    return answer;
}

} // namespace

DeskOnScreen::DeskOnScreen(Cluster &cluster, const QString &login)
    : m_settings(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat), m_database(cluster.as(login)), m_changes(cluster.as(login))
{
    awaited(m_database.open(), "sign in");
    const auto me = awaited(readMe(m_database), "who signs in");
    m_session = std::make_unique<DeskSession>(m_database, m_changes, m_settings, *me);
    m_session->window().resize(1366, 768);
    m_session->window().show();
    m_session->places().go(u"inbox");
    waitUntil([&] { return m_session->places().byId(u"inbox")->isSettled(); }, "the inbox");
}

DeskOnScreen::~DeskOnScreen() = default;

InboxWidget &DeskOnScreen::inbox()
{
    auto *widget = m_session->window().findChild<InboxWidget *>();
    if (!widget)
        qFatal("there is no inbox in the window");
    return *widget;
}

} // namespace trucban::bench
