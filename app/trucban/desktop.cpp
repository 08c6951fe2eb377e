// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop.h"

#include "desk_session.h"
#include "local_cluster.h"
#include "picture_walk.h"

#include "base/logging.h"
#include "base/when_done.h"
#include "storage/change_listener.h"
#include "storage/database.h"
#include "ui/shell/main_window.h"
#include "ui/signin/password_keeper.h"
#include "ui/signin/server_address.h"
#include "ui/signin/sign_in_window.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

namespace trucban {

Desktop::Desktop(DesktopOptions options, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_keeper(std::make_unique<PasswordKeeper>())
{
    m_settings = m_options.screenshots.isEmpty()
        ? std::make_unique<QSettings>()
        : std::make_unique<QSettings>(m_options.screenshots + u"/.walk.ini"_s, QSettings::IniFormat); // a walk starts from nothing
    m_language.use(m_options.language.isEmpty() ? m_settings->value(u"look/language"_s, u"vi"_s).toString() : m_options.language);
    Theme::setScheme(m_options.scheme.value_or(Scheme(m_settings->value(u"look/scheme"_s).toInt())));
    Theme::setDensity(m_settings->value(u"look/dense"_s).toBool() ? Density::Dense : Density::Comfortable);
}

Desktop::~Desktop() = default;

SignInWindow *Desktop::signIn() const
{
    return m_signIn;
}

void Desktop::start()
{
    showSignIn();
    if (m_options.local)
        startLocal();
    else if (!m_options.user.isEmpty() && !m_options.password.isEmpty())
        m_signIn->submit();
}

void Desktop::showSignIn()
{
    m_signIn = new SignInWindow(*m_settings, *m_keeper);
    m_signIn->setAttribute(Qt::WA_DeleteOnClose);
    if (!m_options.server.isEmpty())
        m_signIn->setServer(m_options.server);
    if (!m_options.user.isEmpty())
        m_signIn->setLogin(m_options.user);
    if (!m_options.password.isEmpty())
        m_signIn->setPassword(m_options.password);
    if (m_options.local)
        m_signIn->setLocal();
    connect(m_signIn, &SignInWindow::attempt, this, &Desktop::attempt);
    connect(m_signIn, &SignInWindow::cancelled, this, [this] { m_database.reset(); });
    connect(m_signIn, &SignInWindow::languageWanted, this, &Desktop::changeLanguage);
    m_signIn->show();
}

void Desktop::startLocal()
{
    m_cluster = std::make_unique<LocalCluster>();
    connect(m_cluster.get(), &LocalCluster::doing, m_signIn, &SignInWindow::setBusy);
    connect(m_cluster.get(), &LocalCluster::failed, m_signIn, &SignInWindow::showFailure);
    connect(m_cluster.get(), &LocalCluster::ready, m_signIn, [this](const QString &login, const QString &password) {
        m_signIn->setBusy({});
        if (!login.isEmpty())
            m_signIn->sayFirstStart();
        if (!login.isEmpty() && m_options.user.isEmpty()) {
            m_signIn->setLogin(login);
            m_signIn->setPassword(password);
        }
        if (!m_options.user.isEmpty() && !m_options.password.isEmpty())
            m_signIn->submit();
    });
    m_cluster->start();
}

void Desktop::attempt(const ConnectOptions &wanted)
{
    ConnectOptions options = wanted;
    if (m_cluster) {
        options.url.clear();
        options.host = m_cluster->socketFolder();
        options.database = u"trucban"_s;
    }
    options.application = u"trucban"_s;
    m_database = std::make_unique<Database>(options);
    whenDone(m_database->open(), m_database.get(), [this](const Result<> &opened) {
        if (!opened) {
            m_signIn->showFailure(opened.error());
            m_database.release()->deleteLater();
            return;
        }
        whenDone(readMe(*m_database), m_database.get(), [this](const Result<Me> &me) { greet(me); });
    });
}

void Desktop::greet(const Result<Me> &me)
{
    if (!me) {
        m_signIn->showFailure(me.error());
        m_database.release()->deleteLater();
        return;
    }
    m_me = *me;
    m_changes = std::make_unique<ChangeListener>(m_database->options());
    m_signIn->accepted([this] { enter(); });
}

void Desktop::enter()
{
    m_session = std::make_unique<DeskSession>(*m_database, *m_changes, *m_settings, m_me);
    connect(&m_session->window(), &MainWindow::languageWanted, this, &Desktop::changeLanguage, Qt::QueuedConnection);
    connect(&m_session->window(), &MainWindow::signOutWanted, this, &Desktop::signOut, Qt::QueuedConnection);
    m_session->window().show();
    if (m_signIn)
        m_signIn->close();
    qCInfo(lcUi) << "signed in, role" << m_me.role;
    Q_EMIT entered();
    if (!m_options.screenshots.isEmpty() && !m_walk)
        walk();
    if (qEnvironmentVariableIsSet("TRUCBAN_REPORT_START"))
        reportStart();
}

// for ./dev bench: says so once the first place stands painted with what it has read
void Desktop::reportStart()
{
    if (Place *place = m_session->places().current(); place && place->isSettled()) {
        m_session->window().repaint();
        std::puts("first inbox painted");
        std::fflush(stdout);
        return;
    }
    QTimer::singleShot(2, this, &Desktop::reportStart);
}

void Desktop::walk()
{
    m_walk = std::make_unique<PictureWalk>(m_options);
    connect(m_walk.get(), &PictureWalk::languageWanted, this, [this](const QString &code) {
        changeLanguage(code);
        m_walk->go(*m_session, code);
    });
    connect(m_walk.get(), &PictureWalk::finished, this, [](bool good) { QApplication::exit(good ? 0 : 1); });
    QTimer::singleShot(0, m_walk.get(), &PictureWalk::start);
}

void Desktop::changeLanguage(const QString &code)
{
    m_settings->setValue(u"look/language"_s, code);
    const QByteArray geometry = m_session ? m_session->window().saveGeometry() : QByteArray();
    const bool lastQuits = QApplication::quitOnLastWindowClosed();
    QApplication::setQuitOnLastWindowClosed(false);
    m_language.use(code);
    if (m_session) {
        m_session.reset();
        enter();
        m_session->window().restoreGeometry(geometry);
    } else {
        m_options.language = code;
        m_database.reset();
        delete m_signIn;
        showSignIn();
    }
    QApplication::setQuitOnLastWindowClosed(lastQuits);
}

void Desktop::signOut()
{
    m_options.password.clear();
    const bool lastQuits = QApplication::quitOnLastWindowClosed();
    QApplication::setQuitOnLastWindowClosed(false);
    m_session.reset();
    m_changes.reset();
    m_database.reset();
    showSignIn();
    QApplication::setQuitOnLastWindowClosed(lastQuits);
}

} // namespace trucban
