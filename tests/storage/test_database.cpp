// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scratch_database.h"
#include "support/scratch_server.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace trucban;

class DatabaseTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void valuesComeBackAsTheyWent();
    void nothingIsNotTheEmptyText();
    void anArrayKeepsCommasAndQuotes();
    void oneMaybeAndAll();
    void aReadMayNotWrite();
    void aWriteThatFailsLeavesNothing();
    void twoWhoCollideBothSucceed();
    void aVerbsRefusalKeepsItsFacts();
    void refusalsHaveTheirKind_data();
    void refusalsHaveTheirKind();
    void aDefectIsNamed();
    void aWrongPasswordIsSaid();
    void aServerThatIsNotThereIsSaid();
    void aConnectionKilledInTheMiddleIsOfflineAndHealsItself();
    void aServerThatRestartsIsFoundAgain();
    void anIdleConnectionThatWasCutIsReplacedUnseen();
    void slowWorkIsGivenUp();
    void aPlanOlderThanAMigrationIsMadeAgain();
    void workNobodyWantsAnyMoreDoesNotRun();
};

namespace {

template<typename T>
Result<T> echo(Database &database, const QString &type, const auto &value)
{
    return answerOf(database.read([&](Session &session) {
        return session.sql(u"SELECT :value::%1 AS back"_s.arg(type)).bind(u":value"_s, value).one([](const Row &row) { return row.get<T>(u"back"); });
    }));
}

Result<qint64> number(Database &database, const QString &sql)
{
    return answerOf(database.read([&](Session &session) { return session.sql(sql).one([](const Row &row) { return row.get<qint64>(u"n"); }); }));
}

Result<int> run(Session &session, const QString &sql)
{
    return session.sql(sql).run();
}

} // namespace

void DatabaseTest::valuesComeBackAsTheyWent()
{
    ScratchDatabase scratch(ScratchDatabase::Empty);
    Database database(scratch.asSuperuser());
    const QString text = u"Mất điện ở phường 7, \"đường\" 'Lê Lợi' \\ :tên 😀"_s;
    QCOMPARE(echo<QString>(database, u"text"_s, text), text);
    QCOMPARE(echo<qint64>(database, u"bigint"_s, Q_INT64_C(9007199254740993)), Q_INT64_C(9007199254740993));
    QCOMPARE(echo<bool>(database, u"boolean"_s, true), true);
    QCOMPARE(echo<double>(database, u"float8"_s, 0.1), 0.1);
    QCOMPARE(echo<CaseId>(database, u"bigint"_s, CaseId{42}), CaseId{42});
    QByteArray every;
    for (int byte = 0; byte < 256; ++byte)
        every.append(static_cast<char>(byte));
    QCOMPARE(echo<QByteArray>(database, u"bytea"_s, every), every);
    const QDateTime moment(QDate(2026, 3, 1), QTime(23, 59, 59, 123), QTimeZone("Asia/Ho_Chi_Minh"));
    QCOMPARE(echo<QDateTime>(database, u"timestamptz"_s, moment), moment.toUTC());
    const QJsonObject object{{u"tên"_s, u"Lan"_s}, {u"n"_s, 3}};
    QCOMPARE(echo<QJsonObject>(database, u"jsonb"_s, object), object);
    QCOMPARE(echo<QList<qint64>>(database, u"bigint[]"_s, QList<qint64>{1, -2, 3}), (QList<qint64>{1, -2, 3}));
    QCOMPARE(echo<QList<CaseId>>(database, u"bigint[]"_s, QList<CaseId>{{7}, {8}}), (QList<CaseId>{{7}, {8}}));
}

void DatabaseTest::nothingIsNotTheEmptyText()
{
    ScratchDatabase scratch(ScratchDatabase::Empty);
    Database database(scratch.asSuperuser());
    using Maybe = std::optional<QString>;
    QCOMPARE(echo<Maybe>(database, u"text"_s, nullptr).value(), Maybe());
    QCOMPARE(echo<Maybe>(database, u"text"_s, QString()).value(), Maybe(QString()));
    QCOMPARE(echo<std::optional<qint64>>(database, u"bigint"_s, CaseId{}).value(), std::optional<qint64>());
    QCOMPARE(echo<std::optional<qint64>>(database, u"bigint"_s, Revision{0}).value(), std::optional<qint64>(0));
    QCOMPARE(echo<std::optional<QDateTime>>(database, u"timestamptz"_s, QDateTime()).value(), std::optional<QDateTime>());
}

void DatabaseTest::anArrayKeepsCommasAndQuotes()
{
    ScratchDatabase scratch(ScratchDatabase::Empty);
    Database database(scratch.asSuperuser());
    const QStringList words{u"a,b"_s, u"\"quoted\""_s, u"back\\slash"_s, u""_s, u"{brace}"_s, u"NULL"_s};
    QCOMPARE(echo<QStringList>(database, u"text[]"_s, words), words);
    QCOMPARE(echo<QStringList>(database, u"text[]"_s, QStringList()), QStringList());
}

void DatabaseTest::oneMaybeAndAll()
{
    ScratchDatabase scratch(ScratchDatabase::Empty);
    Database database(scratch.asSuperuser());
    const auto toNumber = [](const Row &row) { return row.get<int>(u"n"); };
    const auto three = answerOf(database.read([&](Session &session) { return session.sql(u"SELECT generate_series(1, 3) AS n"_s).all(toNumber); }));
    QCOMPARE(three, (QList<int>{1, 2, 3}));
    const auto none = answerOf(database.read([&](Session &session) { return session.sql(u"SELECT 1 AS n WHERE false"_s).maybe(toNumber); }));
    QVERIFY(none && !*none);
    const auto gone = answerOf(database.read([&](Session &session) { return session.sql(u"SELECT 1 AS n WHERE false"_s).one(toNumber, Failure::Conflict); }));
    QCOMPARE(gone.error().kind, Failure::Conflict);
    QCOMPARE(gone.error().code, u"no_row"_s);
}

void DatabaseTest::aReadMayNotWrite()
{
    ScratchDatabase scratch(ScratchDatabase::Empty);
    Database database(scratch.asSuperuser());
    const auto refused = answerOf(database.read([](Session &session) { return run(session, u"CREATE TABLE sneaked (n int)"_s); }));
    QCOMPARE(refused.error().kind, Failure::NotAllowed);
    QCOMPARE(scratch.ask(u"SELECT to_regclass('sneaked')"_s), QString());
}

void DatabaseTest::aWriteThatFailsLeavesNothing()
{
    ScratchDatabase scratch(ScratchDatabase::Empty);
    Database database(scratch.asSuperuser());
    scratch.ask(u"CREATE TABLE note (n int)"_s);
    const auto withdrawn = answerOf(database.write([](Session &session) -> Result<> {
        return run(session, u"INSERT INTO note VALUES (1)"_s).and_then([](int) -> Result<> { return failed(Failure::NotAllowed, u"second_thoughts"_s); });
    }));
    QCOMPARE(withdrawn.error().code, u"second_thoughts"_s);
    QCOMPARE(scratch.ask(u"SELECT count(*) FROM note"_s), u"0"_s);
    QCOMPARE(answerOf(database.write([](Session &session) { return run(session, u"INSERT INTO note VALUES (1), (2)"_s); })), 2);
    QCOMPARE(scratch.ask(u"SELECT count(*) FROM note"_s), u"2"_s);
}

void DatabaseTest::twoWhoCollideBothSucceed()
{
    ScratchDatabase scratch(ScratchDatabase::Empty);
    scratch.ask(u"CREATE TABLE box (id int PRIMARY KEY, n int)"_s);
    scratch.ask(u"INSERT INTO box VALUES (1, 0), (2, 0)"_s);
    Database database(scratch.asSuperuser());
    std::atomic_int runs = 0;
    // each takes the boxes in its own order: a deadlock whenever both are in the middle together, and PostgreSQL fells one
    const auto add = [&runs](const QString &order) {
        return [&runs, order](Session &session) -> Result<int> {
            ++runs;
            const QStringList ids = order.split(u' ');
            return run(session, u"UPDATE box SET n = n + 1 WHERE id = %1"_s.arg(ids[0]))
                .and_then([&](int) { return run(session, u"SELECT pg_sleep(0.05)"_s); })
                .and_then([&](int) { return run(session, u"UPDATE box SET n = n + 1 WHERE id = %1"_s.arg(ids[1])); });
        };
    };
    auto there = database.write(add(u"1 2"_s));
    auto back = database.write(add(u"2 1"_s));
    QVERIFY(answerOf(there));
    QVERIFY(answerOf(back));
    QCOMPARE_GT(runs.load(), 2); // one was felled and ran again
    QCOMPARE(scratch.ask(u"SELECT sum(n) FROM box"_s), u"4"_s);
}

void DatabaseTest::aVerbsRefusalKeepsItsFacts()
{
    ScratchDatabase scratch(ScratchDatabase::Empty);
    Database database(scratch.asSuperuser());
    const auto stale = answerOf(database.write([](Session &session) {
        return session.script("DO $$ BEGIN RAISE 'stale_revision' USING ERRCODE = 'TB409', DETAIL = '{\"holder\": \"Lan\", \"revision\": 7}'; END $$");
    }));
    QCOMPARE(stale.error().kind, Failure::Conflict);
    QCOMPARE(stale.error().code, u"stale_revision"_s);
    QCOMPARE(stale.error().facts[u"holder"_s], u"Lan"_s);
    QCOMPARE(stale.error().facts[u"revision"_s], 7);
}

void DatabaseTest::refusalsHaveTheirKind_data()
{
    QTest::addColumn<QString>("sqlstate");
    QTest::addColumn<int>("kind");
    QTest::newRow("conflict") << u"TB409"_s << int(Failure::Conflict);
    QTest::newRow("not found") << u"TB404"_s << int(Failure::NotFound);
    QTest::newRow("not allowed") << u"TB403"_s << int(Failure::NotAllowed);
    QTest::newRow("invalid") << u"TB422"_s << int(Failure::Invalid);
    QTest::newRow("privilege") << u"42501"_s << int(Failure::NotAllowed);
    QTest::newRow("unique") << u"23505"_s << int(Failure::Invalid);
    QTest::newRow("check") << u"23514"_s << int(Failure::Invalid);
    QTest::newRow("bad text") << u"22P02"_s << int(Failure::Invalid);
    QTest::newRow("shutdown") << u"57P01"_s << int(Failure::Offline);
    QTest::newRow("division") << u"XX000"_s << int(Failure::Bug);
}

void DatabaseTest::refusalsHaveTheirKind()
{
    QFETCH(QString, sqlstate);
    QFETCH(int, kind);
    static ScratchDatabase scratch(ScratchDatabase::Empty);
    Database database(scratch.asSuperuser());
    const auto refused = answerOf(database.write([&](Session &session) {
        return session.script(u"DO $$ BEGIN RAISE 'why' USING ERRCODE = '%1'; END $$"_s.arg(sqlstate).toUtf8());
    }));
    QCOMPARE(int(refused.error().kind), kind);
}

void DatabaseTest::aDefectIsNamed()
{
    ScratchDatabase scratch(ScratchDatabase::Empty);
    Database database(scratch.asSuperuser());
    const auto code = [&](auto work) { return answerOf(database.read(work)).error().code; };
    QCOMPARE(code([](Session &session) { return session.query(u"no/such"_s).run(); }), u"no_statement"_s);
    QCOMPARE(code([](Session &session) { return run(session, u"SELECT :a::int"_s); }), u"unbound"_s);
    QCOMPARE(code([](Session &session) { return session.sql(u"SELECT 1"_s).bind(u"a"_s, 1).run(); }), u"unknown_parameter"_s);
    QCOMPARE(code([](Session &session) { return session.sql(u"SELECT 1 AS n"_s).one([](const Row &row) { return row.get<int>(u"m"); }); }), u"no_column"_s);
    QCOMPARE(code([](Session &session) { return run(session, u"SELEKT 1"_s); }), u"sql"_s);
}

void DatabaseTest::aWrongPasswordIsSaid()
{
    ScratchDatabase scratch(ScratchDatabase::Empty);
    ConnectOptions options = scratch.connectAs(u"officer1"_s);
    {
        Database database(options);
        QCOMPARE(number(database, u"SELECT 1 AS n"_s), 1);
    }
    for (const QString &wrong : {u"guess"_s, QString()}) {
        options.password = wrong;
        Database database(options);
        const auto refused = answerOf(database.open());
        QCOMPARE(refused.error().kind, Failure::NotAllowed);
        QCOMPARE(refused.error().code, u"wrong_password"_s);
        QVERIFY(database.state() == ConnectionState::Lost);
    }
}

void DatabaseTest::aServerThatIsNotThereIsSaid()
{
    ConnectOptions options;
    options.url = u"postgresql://lan@127.0.0.1:1/trucban"_s;
    Database database(options);
    const auto refused = answerOf(database.open());
    QCOMPARE(refused.error().kind, Failure::Offline);
    QCOMPARE(refused.error().code, u"unreachable"_s);
    ScratchDatabase scratch(ScratchDatabase::Empty);
    options = scratch.asSuperuser();
    options.database = u"elsewhere"_s;
    Database wrong(options);
    QCOMPARE(answerOf(wrong.open()).error().code, u"no_such_database"_s);
}

void DatabaseTest::aConnectionKilledInTheMiddleIsOfflineAndHealsItself()
{
    ScratchDatabase scratch(ScratchDatabase::Empty);
    ConnectOptions options = scratch.asSuperuser();
    options.application = u"victim"_s;
    options.workers = 1;
    Database database(options);
    QCOMPARE(number(database, u"SELECT 1 AS n"_s), 1);
    QList<ConnectionState::Phase> phases;
    connect(&database, &Database::stateChanged, this, [&](const ConnectionState &state) { phases.append(state.phase); });
    auto slow = database.write([](Session &session) { return run(session, u"SELECT pg_sleep(30)"_s); });
    QTRY_COMPARE(scratch.ask(u"SELECT count(*) FROM pg_stat_activity WHERE application_name = 'victim' AND wait_event = 'PgSleep'"_s), u"1"_s);
    QCOMPARE(scratch.cutOff(u"victim"_s), 1);
    QCOMPARE(answerOf(slow).error().kind, Failure::Offline);
    QTRY_COMPARE(phases, (QList{ConnectionState::Lost, ConnectionState::Connected}));
    QCOMPARE(number(database, u"SELECT 2 AS n"_s), 2);
}

void DatabaseTest::aServerThatRestartsIsFoundAgain()
{
    ScratchDatabase scratch(ScratchDatabase::Empty);
    Database database(scratch.asSuperuser());
    QCOMPARE(number(database, u"SELECT 1 AS n"_s), 1);
    ScratchServer::instance().stop();
    const auto away = number(database, u"SELECT 2 AS n"_s);
    QCOMPARE(away.error().kind, Failure::Offline);
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(number(database, u"SELECT 3 AS n"_s).error().kind, Failure::Offline);
    QCOMPARE_LT(clock.elapsed(), 1000); // said at once, not after a timeout
    QSignalSpy spy(&database, &Database::stateChanged);
    ScratchServer::instance().start();
    QTRY_VERIFY_WITH_TIMEOUT(database.state() == ConnectionState::Connected, 10000); // nobody asked: it comes back by itself
    QCOMPARE(number(database, u"SELECT 4 AS n"_s), 4);
}

void DatabaseTest::anIdleConnectionThatWasCutIsReplacedUnseen()
{
    ScratchDatabase scratch(ScratchDatabase::Empty);
    ConnectOptions options = scratch.asSuperuser();
    options.application = u"idler"_s;
    Database database(options);
    QCOMPARE(number(database, u"SELECT 1 AS n"_s), 1);
    QCOMPARE_GE(scratch.cutOff(u"idler"_s), 1);
    QCOMPARE(number(database, u"SELECT 2 AS n"_s), 2);
}

void DatabaseTest::slowWorkIsGivenUp()
{
    ScratchDatabase scratch(ScratchDatabase::Empty);
    ConnectOptions options = scratch.asSuperuser();
    options.readTimeout = std::chrono::milliseconds(50);
    Database database(options);
    const auto sleepy = [](Session &session) { return run(session, u"SELECT pg_sleep(0.3)"_s); };
    QCOMPARE(answerOf(database.read(sleepy)).error().code, u"too_slow"_s);
    QVERIFY(answerOf(database.read(sleepy, Database::Long)));
}

void DatabaseTest::aPlanOlderThanAMigrationIsMadeAgain()
{
    ScratchDatabase scratch(ScratchDatabase::Empty);
    scratch.ask(u"CREATE TABLE unit (n int)"_s);
    scratch.ask(u"INSERT INTO unit VALUES (1)"_s);
    ConnectOptions options = scratch.asSuperuser();
    options.workers = 1;
    Database database(options);
    QCOMPARE(number(database, u"SELECT * FROM unit"_s), 1);
    scratch.ask(u"ALTER TABLE unit ADD COLUMN name text"_s);
    QCOMPARE(number(database, u"SELECT * FROM unit"_s), 1);
}

void DatabaseTest::workNobodyWantsAnyMoreDoesNotRun()
{
    ScratchDatabase scratch(ScratchDatabase::Empty);
    ConnectOptions options = scratch.asSuperuser();
    options.workers = 1;
    Database database(options);
    auto first = database.read([](Session &session) { return run(session, u"SELECT pg_sleep(0.2)"_s); });
    std::atomic_bool ran = false;
    auto unwanted = database.read([&ran](Session &session) {
        ran = true;
        return run(session, u"SELECT 1"_s);
    });
    unwanted.cancel();
    QVERIFY(answerOf(first));
    QCOMPARE(number(database, u"SELECT 5 AS n"_s), 5);
    QVERIFY(!ran);
}

QTEST_GUILESS_MAIN(DatabaseTest)
#include "test_database.moc"
