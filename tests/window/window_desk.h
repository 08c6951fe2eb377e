// SPDX-License-Identifier: GPL-3.0-or-later
// WindowDesk: the real window of one person over a scratch database.
#pragma once

#include "support/given_cases.h"

#include "app/trucban/desk_session.h"
#include "storage/change_listener.h"
#include "ui/inbox/inbox_list.h"
#include "ui/inbox/inbox_model.h"
#include "ui/inbox/inbox_widget.h"
#include "ui/shell/main_window.h"

#include <QSettings>
#include <QTest>

namespace trucban {

struct WindowDesk {
    WindowDesk(const ScratchDatabase &scratch, const QString &login, const QString &settingsFile)
        : settings(settingsFile, QSettings::IniFormat), database(scratch.connectAs(login)), changes(scratch.connectAs(login))
    {
        QObject::connect(&changes, &ChangeListener::listeningChanged, &changes, [this](bool now) { listening = now; });
        session = std::make_unique<DeskSession>(database, changes, settings, answerOf(readMe(database)).value());
        window().resize(1366, 768);
        window().show();
        window().activateWindow();
        untilSettled();
    }
    void untilSettled() { QTRY_VERIFY_WITH_TIMEOUT(listening && inbox().isSettled(), 15'000); }
    MainWindow &window() { return session->window(); }
    InboxWidget &inbox() { return *window().findChild<InboxWidget *>(); }
    InboxList &list() { return inbox().list(); }
    InboxModel &model() { return inbox().model(); }
    QStringList words()
    {
        QStringList all;
        for (int i = 0; i < model().rowCount(); ++i)
            all.append(model().index(i).data().toString());
        return all;
    }
    QSettings settings;
    Database database;
    ChangeListener changes;
    bool listening = false;
    std::unique_ptr<DeskSession> session;
};

} // namespace trucban
