// SPDX-License-Identifier: GPL-3.0-or-later
// Desk: one person's whole desktop, signed in, over the stage of a journey: the real gateway, a faithful Facebook, a real database.
#pragma once

#include "gateway/stage.h"

#include "desk/me.h"
#include "desk_session.h"
#include "storage/change_listener.h"
#include "ui/cases/case_view.h"
#include "ui/publish/bulletin_editor.h"
#include "ui/shell/main_window.h"

#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>

namespace trucban {

inline constexpr int patience = 45'000;

/// One person's whole desktop, signed in.
struct Desk {
    Desk(const ScratchDatabase &scratch, const QString &login)
        : settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat), database(scratch.connectAs(login)), changes(scratch.connectAs(login))
    {
        if (listening.isEmpty() && !listening.wait(20'000))
            qFatal("%s does not hear", qPrintable(login));
        const auto me = answerOf(readMe(database));
        if (!me)
            qFatal("%s cannot sign in: %s", qPrintable(login), qPrintable(me.error().detail));
        session = std::make_unique<DeskSession>(database, changes, settings, *me);
        session->window().resize(1500, 950);
        session->window().show();
        session->places().go(u"inbox");
    }
    template<typename T>
    T *find(const QString &name = {}) const
    {
        return session->window().findChild<T *>(name);
    }
    CaseView &view() const { return *qobject_cast<CaseView *>(session->places().byId(u"cases")->widget()); }
    BulletinEditor &editor() const { return *find<BulletinEditor>(); }
    void front() const
    {
        session->window().raise();
        session->window().activateWindow();
        (void)QTest::qWaitForWindowActive(&session->window(), 5000);
    }
    /// Waits until the action may be used, as a person would.
    bool does(const char *id) const
    {
        const QString name = QString::fromLatin1(id);
        return QTest::qWaitFor([&] {
            session->actions().refresh();
            const QAction *action = session->actions().action(name);
            return action && action->isEnabled();
        }, patience) && session->actions().trigger(name);
    }
    bool clicks(const QString &name) const
    {
        QPushButton *button = nullptr;
        const bool there = QTest::qWaitFor([&] {
            button = find<QPushButton>(name);
            return button && button->isVisible() && button->isEnabled();
        }, patience);
        if (there)
            button->click();
        return there;
    }

    QTemporaryDir folder;
    QSettings settings;
    Database database;
    ChangeListener changes;
    QSignalSpy listening{&changes, &ChangeListener::listeningChanged};
    std::unique_ptr<DeskSession> session;
};

} // namespace trucban
