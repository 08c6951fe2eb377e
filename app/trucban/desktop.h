// SPDX-License-Identifier: GPL-3.0-or-later
// Desktop: signs somebody in, gives them their window, makes it anew when the language changes, and lets them go again.
#pragma once

#include "desktop_options.h"

#include "desk/me.h"
#include "ui/frame/language.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QSettings;

namespace trucban {

class ChangeListener;
class Database;
class DeskSession;
class LocalCluster;
class PasswordKeeper;
class PictureWalk;
class SignInWindow;
struct ConnectOptions;

class Desktop : public QObject
{
    Q_OBJECT
public:
    explicit Desktop(DesktopOptions options, QObject *parent = nullptr);
    ~Desktop() override;

    void start();
    /// For tests: null before somebody is in.
    DeskSession *session() const { return m_session.get(); }
    SignInWindow *signIn() const;

Q_SIGNALS:
    void entered();

private:
    void showSignIn();
    void startLocal();
    void attempt(const ConnectOptions &wanted);
    void greet(const Result<Me> &me);
    void enter();
    void changeLanguage(const QString &code);
    void signOut();
    void walk();
    void reportStart();

    DesktopOptions m_options;
    std::unique_ptr<QSettings> m_settings;
    Language m_language;
    std::unique_ptr<PasswordKeeper> m_keeper;
    std::unique_ptr<LocalCluster> m_cluster;
    QPointer<SignInWindow> m_signIn;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<ChangeListener> m_changes;
    Me m_me;
    std::unique_ptr<DeskSession> m_session;
    std::unique_ptr<PictureWalk> m_walk;
};

} // namespace trucban
