// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/change_listener.h"
#include "support/scratch_database.h"
#include "support/scratch_server.h"

#include <QSignalSpy>
#include <QTest>

#include <signal.h>

using namespace trucban;
using namespace std::chrono_literals;

class ChangeListenerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itHearsWhichRow();
    void aNoticeOfAWithdrawnTransactionIsNotHeard();
    void whenItsConnectionIsKilledItAdmitsAGap();
    void whenItsServerGoesSilentItNotices();
};

namespace {

struct Heard {
    explicit Heard(const ConnectOptions &options, std::chrono::milliseconds ping = 4s) : listener(options, nullptr, ping)
    {
        QObject::connect(&listener, &ChangeListener::changed, &listener, [this](const Change &change) { changes.append(change); });
        QObject::connect(&listener, &ChangeListener::mayHaveMissedSome, &listener, [this] { ++gaps; });
        QObject::connect(&listener, &ChangeListener::listeningChanged, &listener, [this](bool now) { listening = now; });
    }
    bool listening = false;
    int gaps = 0;
    QList<Change> changes;
    ChangeListener listener;
};

} // namespace

void ChangeListenerTest::itHearsWhichRow()
{
    ScratchDatabase scratch(ScratchDatabase::Empty);
    Heard heard(scratch.asSuperuser());
    QTRY_VERIFY(heard.listening);
    scratch.ask(u"NOTIFY trucban, 'case:42'"_s);
    scratch.ask(u"NOTIFY trucban, 'without a colon'"_s);
    scratch.ask(u"NOTIFY trucban, 'message:9007199254740993'"_s);
    QTRY_COMPARE(heard.changes, (QList<Change>{{u"case"_s, 42}, {u"message"_s, Q_INT64_C(9007199254740993)}}));
    QCOMPARE(heard.gaps, 0);
}

void ChangeListenerTest::aNoticeOfAWithdrawnTransactionIsNotHeard()
{
    ScratchDatabase scratch(ScratchDatabase::Empty);
    Heard heard(scratch.asSuperuser());
    QTRY_VERIFY(heard.listening);
    scratch.ask(u"BEGIN; NOTIFY trucban, 'case:1'; ROLLBACK"_s);
    scratch.ask(u"NOTIFY trucban, 'case:2'"_s);
    QTRY_COMPARE(heard.changes, (QList<Change>{{u"case"_s, 2}}));
}

void ChangeListenerTest::whenItsConnectionIsKilledItAdmitsAGap()
{
    ScratchDatabase scratch(ScratchDatabase::Empty);
    ConnectOptions options = scratch.asSuperuser();
    options.application = u"ear"_s;
    Heard heard(options);
    QTRY_VERIFY(heard.listening);
    QCOMPARE(scratch.cutOff(u"ear"_s), 1);
    QTRY_COMPARE(heard.gaps, 1);
    QVERIFY(heard.listening);
    scratch.ask(u"NOTIFY trucban, 'case:43'"_s);
    QTRY_COMPARE(heard.changes, (QList<Change>{{u"case"_s, 43}}));
}

void ChangeListenerTest::whenItsServerGoesSilentItNotices()
{
    ScratchDatabase scratch(ScratchDatabase::Empty);
    ConnectOptions options = scratch.asSuperuser();
    options.application = u"ear"_s;
    Heard heard(options, 100ms);
    QTRY_VERIFY(heard.listening);
    // a stopped process holds its connection open and answers nothing, as a machine behind a dead switch does
    const QString pid = scratch.ask(u"SELECT pid FROM pg_stat_activity WHERE application_name = 'ear'"_s);
    QVERIFY(::kill(static_cast<pid_t>(pid.toInt()), SIGSTOP) == 0);
    QTRY_COMPARE(heard.gaps, 1); // the new connection gets a new process
    scratch.ask(u"NOTIFY trucban, 'case:44'"_s);
    QTRY_COMPARE(heard.changes, (QList<Change>{{u"case"_s, 44}}));
    QVERIFY(::kill(static_cast<pid_t>(pid.toInt()), SIGCONT) == 0);
}

QTEST_GUILESS_MAIN(ChangeListenerTest)
#include "test_change_listener.moc"
