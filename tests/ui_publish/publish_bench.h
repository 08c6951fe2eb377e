// SPDX-License-Identifier: GPL-3.0-or-later
// What the stories of the publish place share: desks, and words that pass the gate.
#pragma once

#include "support/scratch_database.h"

#include "desk/publish/publish_desk.h"
#include "storage/change_listener.h"
#include "ui/frame/action_registry.h"
#include "ui/frame/place_registry.h"
#include "ui/frame/workbench.h"
#include "ui/publish/bulletin_editor.h"
#include "ui/publish/place.h"
#include "ui/publish/post_edit.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMainWindow>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

namespace trucban {

/// One desk: its own connection, listener, actions and window.
struct Desk {
    Desk(ScratchDatabase &scratch, const QString &login, const QString &role, const QString &settingsFile)
        : database(scratch.connectAs(login)), changes(scratch.connectAs(login)), settings(settingsFile, QSettings::IniFormat), actions(settings),
          bench{database, changes, actions, places, settings,
                {.id = PersonId{scratch.ask(u"SELECT id FROM core.person WHERE login = '%1'"_s.arg(login)).toLongLong()}, .login = login, .name = login, .role = role}}
    {
        if (listening.isEmpty() && !listening.wait(10000))
            qFatal("not listening");
        actions.setWindow(&window);
        auto made = trucban::places::publish(bench);
        place = made.get();
        places.add(std::move(made));
        window.setCentralWidget(place->widget());
        window.resize(1366, 740);
        window.show();
    }
    template<typename T>
    T *find(const QString &name = {}) const
    {
        T *found = window.findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    BulletinEditor &editor() const { return *find<BulletinEditor>(); }
    PostEdit &edit() const { return *find<PostEdit>(u"postSource"_s); }
    void type(const QString &text)
    {
        edit().setFocus();
        edit().textCursor().insertText(text);
    }
    void chooseSource(const QString &name, const QString &url)
    {
        auto *box = find<QComboBox>(u"sourceChoice"_s);
        box->setCurrentIndex(box->findText(name));
        auto *link = find<QLineEdit>(u"sourceLink"_s);
        link->clear();
        QTest::keyClicks(link, url);
    }
    void click(const QString &name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    bool settled() const { return place->isSettled(); }

    Database database;
    ChangeListener changes;
    QSignalSpy listening{&changes, &ChangeListener::listeningChanged}; // made at once: it hears from another thread
    QSettings settings;
    ActionRegistry actions;
    PlaceRegistry places;
    Workbench bench;
    Place *place = nullptr;
    QMainWindow window;
};

inline const QString goodText = u"# Kiểm tra bãi xe\n\nCông an phường đã kiểm tra, xử lý.\n\n#CongAnHaNoi"_s;


} // namespace trucban
