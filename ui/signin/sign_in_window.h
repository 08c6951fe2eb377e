// SPDX-License-Identifier: GPL-3.0-or-later
// SignInWindow: server, login, password. Each refusal in its own words; the window never freezes.
#pragma once

#include "storage/connect_options.h"
#include "ui/widgets/failure_words.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSettings;

namespace trucban {

class NoticeBar;
class PasswordKeeper;

class SignInWindow : public QWidget
{
    Q_OBJECT
public:
    SignInWindow(QSettings &settings, PasswordKeeper &keeper, QWidget *parent = nullptr);

    void setServer(const QString &server);
    /// The private cluster of this workstation: nothing to choose.
    void setLocal();
    /// The private database was just made: what to do first.
    void sayFirstStart();
    void setLogin(const QString &login);
    void setPassword(const QString &password);
    /// While something is under way: what is going on; empty ends it.
    void setBusy(const QString &sentence);
    void showFailure(const Failure &failure);
    /// The server has accepted: remembers server, login and, if wanted, the password; then calls back.
    void accepted(std::function<void()> then);

    static FailureWords wordsForSignIn(const Failure &failure);

public Q_SLOTS:
    void submit();

Q_SIGNALS:
    void attempt(const trucban::ConnectOptions &options);
    void cancelled();
    void languageWanted(const QString &code);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void makeForm();
    void recall();
    void recallPassword();
    QString keychainKey() const;
    void noticeCapsLock(const QString &letter, Qt::KeyboardModifiers modifiers);
    void refreshButton();

    QSettings &m_settings;
    PasswordKeeper &m_keeper;
    QComboBox *m_server;
    QLabel *m_serverLabel;
    QLineEdit *m_login;
    QLineEdit *m_password;
    QCheckBox *m_remember;
    QLabel *m_capsHint;
    QLabel *m_keychainHint;
    NoticeBar *m_notice;
    QProgressBar *m_progress;
    QLabel *m_doing;
    QPushButton *m_enter;
    QPushButton *m_cancel;
    bool m_busy = false;
    bool m_local = false;
};

} // namespace trucban
