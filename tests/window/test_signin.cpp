// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in to a real server: each refusal in its own words, and the window answers all the while.
#include "support/scratch_database.h"

#include "app/trucban/desktop.h"
#include "app/trucban/desk_session.h"
#include "ui/shell/main_window.h"
#include "ui/signin/password_keeper.h"
#include "ui/signin/server_address.h"
#include "ui/signin/sign_in_window.h"
#include "ui/widgets/notice_bar.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace trucban;

namespace {

class Keeper : public PasswordKeeper
{
public:
    explicit Keeper(Answer answer) : m_answer(answer) {}
    void read(const QString &key, std::function<void(Answer, const QString &)> then) override
    {
        const bool there = m_answer == Kept && kept.contains(key);
        then(m_answer == Kept && !there ? Empty : m_answer, kept.value(key));
    }
    void write(const QString &key, const QString &password, std::function<void(Answer)> then) override
    {
        if (m_answer == Kept)
            kept.insert(key, password);
        then(m_answer);
    }
    void forget(const QString &key) override { kept.remove(key); }
    QHash<QString, QString> kept;

private:
    Answer m_answer;
};

} // namespace

class SignInTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

    QString file() const { return m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u".ini"_s); }
    static QString serverOf(const ScratchDatabase &scratch)
    {
        const ConnectOptions options = scratch.connectAs(u"officer1"_s);
        return u"host=%1 dbname=%2"_s.arg(options.host, options.database);
    }
    static QString noticeOf(const SignInWindow &window) { return window.findChild<NoticeBar *>()->text(); }
    static DesktopOptions optionsFor(const ScratchDatabase &scratch, const QString &login, const QString &password)
    {
        DesktopOptions options;
        options.server = serverOf(scratch);
        options.user = login;
        options.password = password;
        options.language = u"en"_s;
        options.scheme = Scheme::Light;
        return options;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"trucban-test"_s);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        Theme::install(*qApp, Scheme::Light);
        QApplication::setQuitOnLastWindowClosed(false);
    }

    void theRightPasswordOpensTheWindow()
    {
        const ScratchDatabase scratch;
        Desktop desktop(optionsFor(scratch, u"officer1"_s, u"officer1"_s));
        QSignalSpy entered(&desktop, &Desktop::entered);
        desktop.start();
        QTRY_COMPARE_WITH_TIMEOUT(entered.size(), 1, 15'000);
        QVERIFY(desktop.session()->window().isVisible());
        QCOMPARE(desktop.session()->me().role, u"officer"_s);
    }

    void aWrongPasswordIsSaidAndNothingIsLost()
    {
        const ScratchDatabase scratch;
        Desktop desktop(optionsFor(scratch, u"officer1"_s, u"wrong"_s));
        desktop.start();
        QTRY_VERIFY_WITH_TIMEOUT(noticeOf(*desktop.signIn()).contains(u"Login or password is not right"), 15'000);
        auto *password = desktop.signIn()->findChild<QLineEdit *>(u"password"_s);
        QCOMPARE(desktop.signIn()->findChild<QLineEdit *>(u"login"_s)->text(), u"officer1"_s);
        QCOMPARE(password->selectedText(), u"wrong"_s); // typing replaces it
        QSignalSpy entered(&desktop, &Desktop::entered);
        password->setText(u"officer1"_s);
        QTest::keyClick(password, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(entered.size(), 1, 15'000);
    }

    void aServerThatDoesNotAnswerDoesNotFreezeTheWindow()
    {
        QTcpServer deaf; // accepts and says nothing
        QVERIFY(deaf.listen(QHostAddress::LocalHost));
        DesktopOptions options;
        options.server = u"127.0.0.1:%1"_s.arg(deaf.serverPort());
        options.user = u"officer1"_s;
        options.password = u"x"_s;
        options.language = u"en"_s;
        Desktop desktop(options);
        desktop.start();
        QElapsedTimer watch;
        watch.start();
        int beats = 0;
        QTimer heart;
        connect(&heart, &QTimer::timeout, this, [&] { ++beats; });
        heart.start(20);
        QTRY_VERIFY_WITH_TIMEOUT(noticeOf(*desktop.signIn()).contains(u"The server does not answer"), 20'000);
        QVERIFY2(beats >= watch.elapsed() / 20 / 2, qPrintable(u"%1 beats in %2 ms"_s.arg(beats).arg(watch.elapsed())));
    }

    void aLoginThatIsNobodyIsToldSo()
    {
        const ScratchDatabase scratch;
        Desktop desktop(optionsFor(scratch, u"gateway"_s, u"gateway"_s));
        desktop.start();
        QTRY_VERIFY_WITH_TIMEOUT(!noticeOf(*desktop.signIn()).isEmpty(), 15'000);
        QVERIFY(!desktop.session());
    }

    void eachRefusalHasItsOwnWords()
    {
        QSet<QString> words;
        const QStringList codes{u"wrong_password"_s, u"unreachable"_s, u"no_such_database"_s, u"desk_too_old"_s, u"desk_too_new"_s, u"unknown_person"_s};
        for (const QString &code : codes) {
            const FailureWords said = SignInWindow::wordsForSignIn({Failure::Conflict, code, {}, {{u"desk"_s, 3}, {u"server"_s, 9}, {u"oldest_desk"_s, 7}}});
            QVERIFY(!said.next.isEmpty());
            words.insert(said.happened);
        }
        QCOMPARE(words.size(), codes.size());
        QVERIFY(SignInWindow::wordsForSignIn({Failure::Conflict, u"desk_too_old"_s, {}, {{u"desk"_s, 3}, {u"server"_s, 9}, {u"oldest_desk"_s, 7}}})
                    .happened.contains(u"program 3, server 9, oldest allowed 7"));
    }

    void serverAndLoginAreRememberedAndThePasswordIfWanted()
    {
        QSettings settings(file(), QSettings::IniFormat);
        Keeper keeper(PasswordKeeper::Kept);
        {
            SignInWindow window(settings, keeper);
            window.setServer(u"trucban.cahn.local"_s);
            window.setLogin(u"an"_s);
            window.setPassword(u"s3cret"_s);
            window.findChild<QCheckBox *>()->setChecked(true);
            bool done = false;
            window.accepted([&] { done = true; });
            QVERIFY(done);
        }
        SignInWindow again(settings, keeper);
        QCOMPARE(again.findChild<QComboBox *>()->currentText(), u"trucban.cahn.local"_s);
        QCOMPARE(again.findChild<QLineEdit *>(u"login"_s)->text(), u"an"_s);
        QCOMPARE(again.findChild<QLineEdit *>(u"password"_s)->text(), u"s3cret"_s);
        QFile kept(settings.fileName());
        settings.sync();
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QVERIFY(!kept.readAll().contains("s3cret")); // never beside the other settings
    }

    void aMissingKeychainIsSaidPlainly()
    {
        QSettings settings(file(), QSettings::IniFormat);
        settings.setValue(u"signin/login"_s, u"an"_s);
        settings.setValue(u"signin/keep_password"_s, true);
        Keeper keeper(PasswordKeeper::NoKeychain);
        SignInWindow window(settings, keeper);
        window.show();
        const auto labels = window.findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) { return label->isVisible() && label->text().contains(u"no keychain"); }));
    }

    void capsLockIsHintedAt()
    {
        QSettings settings(file(), QSettings::IniFormat);
        Keeper keeper(PasswordKeeper::Empty);
        SignInWindow window(settings, keeper);
        window.show();
        auto *password = window.findChild<QLineEdit *>(u"password"_s);
        const auto hinted = [&] {
            const auto labels = window.findChildren<QLabel *>();
            return std::ranges::any_of(labels, [](const QLabel *label) { return label->isVisible() && label->text().contains(u"Caps Lock"); });
        };
        QTest::keyClicks(password, u"a"_s);
        QVERIFY(!hinted());
        QKeyEvent locked(QEvent::KeyPress, Qt::Key_B, Qt::NoModifier, u"B"_s); // upper case without Shift
        QApplication::sendEvent(password, &locked);
        QVERIFY(hinted());
    }

    void whatIsTypedAsServerIsUnderstood()
    {
        QCOMPARE(optionsForServer(u"trucban.cahn.local"_s).host, u"trucban.cahn.local"_s);
        QCOMPARE(optionsForServer(u"trucban.cahn.local"_s).database, u"trucban"_s);
        QCOMPARE(optionsForServer(u"10.0.0.5:5433/demo"_s).port, 5433);
        QCOMPARE(optionsForServer(u"10.0.0.5:5433/demo"_s).database, u"demo"_s);
        QCOMPARE(optionsForServer(u"postgresql://a,b/trucban"_s).url, u"postgresql://a,b/trucban"_s);
        QCOMPARE(optionsForServer(u"/run/postgresql"_s).host, u"/run/postgresql"_s);
    }
};

QTEST_MAIN(SignInTest)
#include "test_signin.moc"
