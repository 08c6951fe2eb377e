// SPDX-License-Identifier: GPL-3.0-or-later
// A decoder taken over by a hostile file tries to get out.
#include "media/sandbox.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace trucban;
using namespace trucban::media;
using namespace std::chrono_literals;

class SandboxTest : public QObject
{
    Q_OBJECT

private:
    static SandboxSettings hostile()
    {
        SandboxSettings settings;
        settings.worker = QStringLiteral(TRUCBAN_BINARY_DIR "/tests/hostile-worker");
        settings.limits.wall = 20s;
        return settings;
    }
    static Result<SandboxOutcome> attempt(const QString &deed, const SandboxSettings &settings = hostile())
    {
        return Sandbox(settings).run("the original", {deed});
    }
    static QString said(const SandboxOutcome &outcome)
    {
        for (const Frame &frame : outcome.frames) {
            if (frame.name == "facts.json")
                return QJsonDocument::fromJson(frame.content)[u"outcome"].toString();
        }
        return {};
    }

private Q_SLOTS:
    void whatOnlyAnAttackerWantsEndsTheWorker_data()
    {
        QTest::addColumn<QString>("deed");
        for (const char *deed : {"socket", "ptrace", "unshare"})
            QTest::newRow(deed) << QString::fromLatin1(deed);
    }
    void whatOnlyAnAttackerWantsEndsTheWorker()
    {
        QFETCH(QString, deed);
        const auto outcome = attempt(deed);
        QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().detail));
        QVERIFY(outcome->ended);
        QCOMPARE(outcome->ended->code, u"worker_crashed"_s);
        QCOMPARE(outcome->ended->detail, u"the worker made a forbidden system call"_s);
        QCOMPARE(said(*outcome), QString());
    }

    void theRestIsRefused_data()
    {
        QTest::addColumn<QString>("deed");
        for (const char *deed : {"clone-namespace", "write-outside", "read-secrets", "change-original", "signal-parent", "eat-memory", "fill-scratch", "environment"})
            QTest::newRow(deed) << QString::fromLatin1(deed);
    }
    void theRestIsRefused()
    {
        QFETCH(QString, deed);
        qputenv("TRUCBAN_TEST_SECRET", "password");
        SandboxSettings settings = hostile();
        settings.limits.memoryBytes = 512 * mebibyte;
        settings.limits.scratchBytes = 16 * mebibyte;
        const auto outcome = attempt(deed, settings);
        QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().detail));
        QVERIFY2(!outcome->ended, qPrintable(outcome->ended ? outcome->ended->detail : QString()));
        QCOMPARE(said(*outcome), u"held"_s);
    }

    void timeRunsOutOnTheWall_data()
    {
        QTest::addColumn<QString>("deed");
        QTest::newRow("spin") << u"spin"_s;
        QTest::newRow("sleep") << u"sleep"_s;
    }
    void timeRunsOutOnTheWall()
    {
        QFETCH(QString, deed);
        SandboxSettings settings = hostile();
        settings.limits.wall = 700ms;
        QElapsedTimer timer;
        timer.start();
        const auto outcome = attempt(deed, settings);
        QVERIFY(outcome && outcome->ended);
        QCOMPARE(outcome->ended->code, u"worker_timeout"_s);
        QVERIFY2(timer.elapsed() < 5000, "the worker outlived its time");
    }

    void processorTimeRunsOut()
    {
        SandboxSettings settings = hostile();
        settings.limits.cpuSeconds = 1;
        const auto outcome = attempt(u"spin"_s, settings);
        QVERIFY(outcome && outcome->ended);
        QCOMPARE(outcome->ended->code, u"worker_crashed"_s);
    }

    void aBreachOfTheProtocolEndsTheWorker_data()
    {
        QTest::addColumn<QString>("deed");
        QTest::addColumn<QString>("why");
        QTest::newRow("unknown name") << u"unknown-output"_s << u"an output of an unknown name"_s;
        QTest::newRow("too large") << u"huge-output"_s << u"an output larger than its limit: thumbnail.jpg"_s;
        QTest::newRow("cut off") << u"half-output"_s << u"the last output is not complete"_s;
        QTest::newRow("abort") << u"crash"_s << u"the worker was ended by signal 6"_s;
    }
    void aBreachOfTheProtocolEndsTheWorker()
    {
        QFETCH(QString, deed);
        QFETCH(QString, why);
        const auto outcome = attempt(deed);
        QVERIFY(outcome && outcome->ended);
        QCOMPARE(outcome->ended->code, u"worker_crashed"_s);
        QCOMPARE(outcome->ended->detail, why);
    }

    void withoutBubblewrapNothingRuns()
    {
        SandboxSettings settings = hostile();
        settings.bubblewrap = u"no-such-bwrap"_s;
        QCOMPARE(attempt(u"environment"_s, settings).error().code, u"sandbox_unavailable"_s);
        settings = hostile();
        settings.worker = u"/no/such/worker"_s;
        QCOMPARE(attempt(u"environment"_s, settings).error().code, u"sandbox_unavailable"_s);
    }

    void theWorkerRefusesToRunOutside()
    {
        QProcess worker;
        worker.start(Sandbox::findWorker(), {u"0"_s, u"image"_s, u"image/png"_s, u"1000"_s});
        QVERIFY(worker.waitForFinished());
        QCOMPARE(worker.exitCode(), 2);
    }
};

QTEST_GUILESS_MAIN(SandboxTest)
#include "test_media_sandbox.moc"
