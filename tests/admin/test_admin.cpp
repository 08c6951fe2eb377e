// SPDX-License-Identifier: GPL-3.0-or-later
// The real program, started as an administrator starts it, against a real database.
#include "admin_process.h"
#include "support/scratch_server.h"

#include <QTest>

using namespace trucban;

namespace {

QString asSuperuser(const QString &database)
{
    return u"postgresql://postgres@/%1?host=%2"_s.arg(database, ScratchServer::instance().options(database).host);
}

} // namespace

class AdminTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wrongUsageIsTwo_data();
    void wrongUsageIsTwo();
    void aServerThatIsNotThereIsOne();
    void createMakesADatabaseAndSecondTimeChangesNothing();
    void aCaseIsListedAndShownWhole();
    void casesPageByCursor();
    void casesAreFoundWithoutMarks();
    void clocksAddUpToTheAge();
    void aTermEndsWhereTheCalendarSays_data();
    void aTermEndsWhereTheCalendarSays();
    void aTermThatMakesNoSenseIsUsage();
    void onlyAdministratorsInspect();
    void theJournalIsCountedShownAndReprocessed();
    void replayPutsFilesIntoTheJournal();
    void aPersonIsAddedSignsInAndIsDisabled();
    void peopleAreImportedAllOrNone();
    void aDryRunNamesEveryBadLine();
    void theWordsPeopleUseAreUnderstood();
    void theSampleIsImported();
    void aDatabaseOfAnotherSchemaIsNotTouched();
    void aBrokenAuditChainIsFound();
    void damagedMediaIsFound();
    void statusSaysHowTheServerStands();
};

void AdminTest::wrongUsageIsTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("unknown command") << QStringList{u"cake"_s};
    QTest::newRow("unknown option") << QStringList{u"cases"_s, u"--colour"_s, u"red"_s};
    QTest::newRow("no value") << QStringList{u"cases"_s, u"--limit"_s};
    QTest::newRow("not a number") << QStringList{u"cases"_s, u"--limit=many"_s};
    QTest::newRow("no status of ours") << QStringList{u"cases"_s, u"--status"_s, u"lost"_s};
    QTest::newRow("which case") << QStringList{u"case"_s};
    QTest::newRow("which entry") << QStringList{u"journal"_s, u"show"_s, u"first"_s};
    QTest::newRow("no file") << QStringList{u"replay"_s};
    QTest::newRow("unreadable URL") << QStringList{u"status"_s, u"--database"_s, u"postgresql://[x"_s};
    QTest::newRow("half a command") << QStringList{u"people"_s};
}

void AdminTest::wrongUsageIsTwo()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = admin(u"postgresql://nobody@127.0.0.1:1/x"_s, arguments);
    QCOMPARE(outcome.code, 2);
    QVERIFY(outcome.words.contains(u"usage"_s));
}

void AdminTest::aServerThatIsNotThereIsOne()
{
    const Outcome outcome = admin(u"postgresql://nobody@127.0.0.1:1/x"_s, {u"status"_s});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.words.contains(u"unreachable"_s), qPrintable(outcome.words));
}

void AdminTest::createMakesADatabaseAndSecondTimeChangesNothing()
{
    const ConnectOptions server = ScratchServer::instance().options(u"postgres"_s);
    const Folder folder;
    const QString adminFile = folder.write(u"admin"_s, "a long password\n");
    const QString gatewayFile = folder.write(u"gateway"_s, "another long password\n");
    const QStringList create{u"create"_s, u"--name"_s, u"made_here"_s, u"--admin"_s, u"boss1"_s, u"--admin-password-file"_s, adminFile,
                             u"--gateway"_s, u"trucban_gateway_9"_s, u"--gateway-password-file"_s, gatewayFile};
    const Outcome first = admin(asSuperuser(u"postgres"_s), create);
    QVERIFY2(first.code == 0, qPrintable(first.words));
    QCOMPARE_GT(first.json[u"applied"_s].toArray().size(), 0);
    const Outcome second = admin(asSuperuser(u"postgres"_s), create);
    QVERIFY2(second.code == 0, qPrintable(second.words));
    QVERIFY(second.json[u"applied"_s].toArray().isEmpty());
    QCOMPARE(second.json[u"administrator"_s][u"made"_s], false);

    // the administrator made so may do an administrator's work, and owns nothing
    const QString boss = u"postgresql://boss1@/made_here?host=%1"_s.arg(server.host);
    QCOMPARE(admin(boss, {u"status"_s, u"--password-file"_s, adminFile}).code, 0);
    const Outcome colleague = admin(boss, {u"people"_s, u"add"_s, u"colleague1"_s, u"--role"_s, u"officer"_s}, {}, {u"TRUCBAN_PASSWORD_FILE="_s + adminFile});
    QVERIFY2(colleague.code == 0, qPrintable(colleague.words));
    // and so may be given a new password by it
    QCOMPARE(admin(boss, {u"people"_s, u"password"_s, u"boss1"_s, u"--password-file"_s, u"-"_s}, "third password\n", {u"TRUCBAN_PASSWORD=a long password"_s}).code, 0);
    QCOMPARE(admin(boss, {u"status"_s, u"--password-file"_s, adminFile}).code, 1);
    QCOMPARE(ScratchServer::instance().ask(u"SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = 'boss1'"_s, u"made_here"_s), u"0"_s);
    ScratchServer::instance().ask(u"DROP DATABASE made_here WITH (FORCE)"_s);
}

void AdminTest::aCaseIsListedAndShownWhole()
{
    ScratchDatabase scratch;
    citizenWrites(scratch, u"m_1"_s, u"Mất điện ở phường 7"_s);
    const QString url = scratch.urlFor(u"admin1"_s);
    const Outcome list = admin(url, {u"cases"_s});
    QVERIFY2(list.code == 0, qPrintable(list.words));
    QCOMPARE(list.json[u"cases"_s].toArray().size(), 1);
    const QJsonObject row = list.json[u"cases"_s][0].toObject();
    QCOMPARE(row[u"status"_s], u"new"_s);
    QCOMPARE(row[u"channel"_s], u"messenger"_s);
    QCOMPARE(row[u"last_text"_s], u"Mất điện ở phường 7"_s);
    for (const QString &key : {u"number"_s, u"category"_s, u"urgency"_s, u"unit"_s, u"citizen"_s, u"received_at"_s, u"due_at"_s})
        QVERIFY2(row.contains(key), qPrintable(key));
    const Outcome one = admin(url, {u"case"_s, row[u"number"_s].toString()});
    QCOMPARE(one.code, 0);
    QCOMPARE(one.json[u"messages"_s][0][u"platform_id"_s], u"m_1"_s);
    for (const QString &key : {u"events"_s, u"assignments"_s, u"outbox"_s, u"posts"_s})
        QVERIFY2(one.json[key].isArray(), qPrintable(key));
    QCOMPARE(admin(url, {u"case"_s, u"99-000001"_s}).code, 1);
    QCOMPARE(scratch.ask(u"SELECT count(*) FROM core.reading"_s), u"1"_s);
}

void AdminTest::casesPageByCursor()
{
    ScratchDatabase scratch;
    for (int person = 1; person <= 5; ++person)
        citizenWrites(scratch, u"m_%1"_s.arg(person), u"Tin %1"_s.arg(person), u"70%1"_s.arg(person));
    QStringList seen;
    QString after;
    int pages = 0;
    do {
        QStringList arguments{u"cases"_s, u"--limit"_s, u"2"_s};
        if (!after.isEmpty())
            arguments += {u"--after"_s, after};
        const Outcome page = admin(scratch.urlFor(u"admin1"_s), arguments);
        QCOMPARE(page.code, 0);
        for (const QJsonValue &row : page.json[u"cases"_s].toArray())
            seen.append(row[u"last_text"_s].toString());
        after = page.json[u"next"_s].toString();
        ++pages;
    } while (!after.isEmpty() && pages < 10);
    QCOMPARE(seen, (QStringList{u"Tin 5"_s, u"Tin 4"_s, u"Tin 3"_s, u"Tin 2"_s, u"Tin 1"_s}));
    QCOMPARE(pages, 3);
}

void AdminTest::casesAreFoundWithoutMarks()
{
    ScratchDatabase scratch;
    citizenWrites(scratch, u"m_1"_s, u"Mất xe máy ở Ba Đình"_s);
    citizenWrites(scratch, u"m_2"_s, u"Ồn ào quá khuya"_s, u"13579"_s);
    for (const QString &text : {u"mat xe may"_s, u"mất xe máy"_s}) {
        const Outcome found = admin(scratch.urlFor(u"admin1"_s), {u"cases"_s, u"--search"_s, text});
        QCOMPARE(found.json[u"cases"_s].toArray().size(), 1);
        QCOMPARE(found.json[u"cases"_s][0][u"last_text"_s], u"Mất xe máy ở Ba Đình"_s);
    }
    QCOMPARE(admin(scratch.urlFor(u"admin1"_s), {u"cases"_s, u"--unit"_s, u"NOWHERE"_s}).code, 1);
    QVERIFY(admin(scratch.urlFor(u"admin1"_s), {u"cases"_s, u"--unit"_s, u"PC06"_s}).json[u"cases"_s].toArray().isEmpty());
}

void AdminTest::clocksAddUpToTheAge()
{
    const ScratchDatabase scratch;
    scratch.ask(u"INSERT INTO core.setting VALUES ('test_now', '\"2026-11-24T08:00:30Z\"')"_s);
    citizenWrites(scratch, u"m_1"_s, u"Help"_s);
    scratch.ask(u"UPDATE core.setting SET value = '\"2026-11-24T09:10:00Z\"' WHERE key = 'test_now'"_s);
    const QString number = scratch.ask(u"SELECT number FROM core.case"_s);
    const Outcome told = admin(scratch.urlFor(u"admin1"_s), {u"clocks"_s, number});
    QCOMPARE(told.code, 0);
    QCOMPARE(told.json[u"age_s"_s].toInteger(), 4200); // from Facebook's time, 08:00:00
    const QJsonObject stage = told.json[u"stages"_s].toArray().first().toObject();
    QCOMPARE(stage[u"stage"_s].toString(), u"take_in"_s);
    QCOMPARE(stage[u"holder"_s].toString(), u"desk"_s);
    QCOMPARE(stage[u"seconds"_s].toInteger(), 4200);
    QCOMPARE(stage[u"state"_s].toString(), u"overdue"_s);
    for (const QString &key : {u"unit"_s, u"head"_s, u"from"_s, u"to"_s, u"due_at"_s})
        QVERIFY2(stage.contains(key), qPrintable(key));
    QCOMPARE(admin(scratch.urlFor(u"admin1"_s), {u"clocks"_s, u"26-999999"_s}).code, 1);
    QCOMPARE(admin(scratch.urlFor(u"admin1"_s), {u"clocks"_s}).code, 2);
}

void AdminTest::aTermEndsWhereTheCalendarSays_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("dueAt");
    QTest::addColumn<QStringList>("skipped");
    QTest::newRow("hours run on") << QStringList{u"24"_s, u"hours"_s, u"2026-09-01T22:00:00+07:00"_s, u"duty"_s} << u"2026-09-02T22:00:00+07:00"_s << QStringList();
    QTest::newRow("days end at 24:00") << QStringList{u"2"_s, u"working_days"_s, u"2026-08-28T09:00:00+07:00"_s, u"office"_s} << u"2026-09-03T23:59:59+07:00"_s
                                       << QStringList{u"2026-08-29"_s, u"2026-08-30"_s, u"2026-09-01"_s, u"2026-09-02"_s};
    QTest::newRow("from another zone") << QStringList{u"1"_s, u"days"_s, u"2026-10-06T20:00:00Z"_s, u"duty"_s} << u"2026-10-08T23:59:59+07:00"_s << QStringList();
    QTest::newRow("without a zone it is Hanoi") << QStringList{u"90"_s, u"minutes"_s, u"2026-10-06T20:00:00"_s, u"duty"_s} << u"2026-10-06T21:30:00+07:00"_s << QStringList();
    QTest::newRow("months") << QStringList{u"1"_s, u"months"_s, u"2027-01-31T20:00:00+07:00"_s, u"criminal"_s} << u"2027-03-01T23:59:59+07:00"_s << QStringList{u"2027-02-28"_s};
}

void AdminTest::aTermEndsWhereTheCalendarSays()
{
    QFETCH(QStringList, options);
    const ScratchDatabase scratch;
    scratch.ask(u"INSERT INTO core.holiday (day, kind, name) VALUES ('2026-09-01', 'holiday', 'Quốc khánh'), ('2026-09-02', 'holiday', 'Quốc khánh')"_s);
    const Outcome told = admin(scratch.urlFor(u"admin1"_s), {u"due"_s, u"--amount"_s, options[0], u"--unit"_s, options[1], u"--from"_s, options[2], u"--calendar"_s, options[3]});
    QCOMPARE(told.code, 0);
    QTEST(told.json[u"due_at"_s].toString(), "dueAt");
    QStringList days;
    for (const QJsonValue &day : told.json[u"skipped"_s].toArray()) {
        days.append(day[u"date"_s].toString());
        QVERIFY(!day[u"why"_s].toString().isEmpty());
    }
    QTEST(days, "skipped");
}

void AdminTest::aTermThatMakesNoSenseIsUsage()
{
    const ScratchDatabase scratch;
    const QString url = scratch.urlFor(u"admin1"_s);
    QCOMPARE(admin(url, {u"due"_s}).code, 2);
    QCOMPARE(admin(url, {u"due"_s, u"--amount"_s, u"3"_s, u"--unit"_s, u"weeks"_s, u"--from"_s, u"2026-10-06"_s}).code, 2);
    QCOMPARE(admin(url, {u"due"_s, u"--amount"_s, u"-3"_s, u"--unit"_s, u"hours"_s, u"--from"_s, u"2026-10-06T00:00:00Z"_s}).code, 2);
    QCOMPARE(admin(url, {u"due"_s, u"--amount"_s, u"3"_s, u"--unit"_s, u"hours"_s, u"--from"_s, u"yesterday"_s}).code, 2);
    const Outcome unknown = admin(url, {u"due"_s, u"--amount"_s, u"3"_s, u"--unit"_s, u"hours"_s, u"--from"_s, u"2026-10-06T00:00:00Z"_s, u"--calendar"_s, u"lunar"_s});
    QCOMPARE(unknown.code, 1);
    QVERIFY(unknown.words.contains(u"calendar_unknown"_s));
}

void AdminTest::onlyAdministratorsInspect()
{
    ScratchDatabase scratch;
    for (const QString &login : {u"officer1"_s, u"unit1"_s, u"gateway"_s}) {
        for (const QStringList &words : {QStringList{u"cases"_s}, {u"journal"_s}, {u"status"_s}, {u"journal"_s, u"reprocess"_s}, {u"media"_s, u"verify"_s}}) {
            const Outcome refused = admin(scratch.urlFor(login), words);
            QCOMPARE(refused.code, 1);
            QVERIFY2(refused.words.contains(u"role_may_not"_s) || refused.words.contains(u"not_allowed"_s), qPrintable(refused.words));
        }
    }
}

void AdminTest::theJournalIsCountedShownAndReprocessed()
{
    ScratchDatabase scratch;
    const QString url = scratch.urlFor(u"admin1"_s);
    scratch.ask(u"SELECT intake.journal(ARRAY['{\"a\": \"đ\"}'::bytea, '\\xff00'::bytea])"_s.replace(u"'{\"a\": \"đ\"}'::bytea"_s, u"convert_to('{\"a\": \"đ\"}', 'UTF8')"_s));
    scratch.ask(u"SELECT intake.finish_journal(2, 'rejected', 'not JSON')"_s);
    const auto counts = [&] { return admin(url, {u"journal"_s}).json; };
    QCOMPARE(counts(), (QJsonObject{{u"received"_s, 2}, {u"processed"_s, 0}, {u"rejected"_s, 1}, {u"pending"_s, 1}}));
    QCOMPARE(admin(url, {u"journal"_s, u"show"_s, u"1"_s}).json[u"body"_s], u"{\"a\": \"đ\"}"_s);
    QCOMPARE(admin(url, {u"journal"_s, u"show"_s, u"2"_s}).json[u"body_base64"_s], QString::fromLatin1(QByteArray("\xff\x00", 2).toBase64()));
    QCOMPARE(admin(url, {u"journal"_s, u"show"_s, u"3"_s}).code, 1);
    QCOMPARE(admin(url, {u"journal"_s, u"list"_s, u"--state"_s, u"rejected"_s}).json[u"entries"_s].toArray().size(), 1);
    QCOMPARE(admin(url, {u"journal"_s, u"reprocess"_s}).json[u"reprocessed"_s], 1);
    QCOMPARE(counts()[u"pending"_s], 2);
    QCOMPARE(scratch.ask(u"SELECT count(*) FROM core.audit WHERE verb = 'inspect_journal'"_s), u"2"_s);
}

void AdminTest::replayPutsFilesIntoTheJournal()
{
    ScratchDatabase scratch;
    const Folder folder;
    folder.write(u"b.json"_s, "{\"second\": 2}");
    folder.write(u"a.json"_s, "{\"first\": \"\\u0111 \\\"quoted\\\"\"}");
    folder.write(u"notes.txt"_s, "not a webhook");
    const Outcome outcome = admin(scratch.urlFor(u"admin1"_s), {u"replay"_s, folder.path()});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.words));
    QCOMPARE(outcome.json[u"journalled"_s], 2);
    QCOMPARE(scratch.ask(u"SELECT string_agg(convert_from(body, 'UTF8'), ' ' ORDER BY id) FROM core.journal WHERE origin = 'replay'"_s),
             u"{\"first\": \"\\u0111 \\\"quoted\\\"\"} {\"second\": 2}"_s);
    QCOMPARE(admin(scratch.urlFor(u"admin1"_s), {u"replay"_s, folder.path() + u"/none.json"_s}).code, 1);
    QCOMPARE(admin(scratch.urlFor(u"officer1"_s), {u"replay"_s, folder.path()}).code, 1);
}

void AdminTest::aPersonIsAddedSignsInAndIsDisabled()
{
    ScratchDatabase scratch;
    const QString url = scratch.urlFor(u"admin1"_s);
    const QStringList add{u"people"_s, u"add"_s, u"new_unit_officer"_s, u"--name"_s, u"Bùi Văn Mới"_s, u"--role"_s, u"unit"_s, u"--unit"_s, u"PC06"_s};
    const Outcome added = admin(url, add + QStringList{u"--password-file"_s, u"-"_s}, "mật khẩu dài\n");
    QVERIFY2(added.code == 0, qPrintable(added.words));
    QVERIFY(!added.json.contains(u"password"_s));
    const auto signsIn = [&](const QString &password) {
        ConnectOptions options = scratch.connectAs(u"new_unit_officer"_s);
        options.password = password;
        Database database(options);
        return answerOf(database.open()).has_value();
    };
    QVERIFY(signsIn(u"mật khẩu dài"_s));
    QVERIFY(!signsIn(u"another"_s));
    QCOMPARE(admin(url, add).code, 1); // the login is taken
    QCOMPARE(admin(url, {u"people"_s, u"add"_s, u"x9"_s, u"--role"_s, u"king"_s}).code, 2);
    QCOMPARE(admin(url, {u"people"_s, u"disable"_s, u"new_unit_officer"_s}).code, 0);
    QVERIFY(!signsIn(u"mật khẩu dài"_s));
    bool listed = false;
    for (const QJsonValue &person : admin(url, {u"people"_s, u"list"_s}).json[u"people"_s].toArray())
        listed |= person[u"login"_s] == u"new_unit_officer"_s && !person[u"active"_s].toBool() && person[u"unit"_s] == u"PC06"_s;
    QVERIFY(listed);
    QCOMPARE(admin(url, {u"people"_s, u"disable"_s, u"nobody"_s}).code, 1);
    scratch.ask(u"DROP OWNED BY new_unit_officer; DROP ROLE new_unit_officer"_s);
}

void AdminTest::peopleAreImportedAllOrNone()
{
    ScratchDatabase scratch;
    const Folder folder;
    const QByteArray header = "login,name,role,unit,password\n";
    const QByteArray good = "import_a,Một,officer,PV01-TTCH,\nimport_b,Hai,unit,PC06,given-one\n";
    const QString bad = folder.write(u"bad.csv"_s, header + good + "import_c,Ba,unit,NOWHERE,\nBad Login,Bốn,officer,,\n");
    const Outcome refused = admin(scratch.urlFor(u"admin1"_s), {u"people"_s, u"import"_s, bad});
    QCOMPARE(refused.code, 1);
    QCOMPARE(refused.json[u"bad"_s].toArray().size(), 2);
    QCOMPARE(refused.json[u"bad"_s][0][u"line"_s], 4);
    QCOMPARE(refused.json[u"bad"_s][1][u"line"_s], 5);
    QCOMPARE(scratch.ask(u"SELECT count(*) FROM core.person WHERE login LIKE 'import%'"_s), u"0"_s);
    const Outcome imported = admin(scratch.urlFor(u"admin1"_s), {u"people"_s, u"import"_s, folder.write(u"good.csv"_s, header + good)});
    QVERIFY2(imported.code == 0, qPrintable(imported.words));
    QCOMPARE(imported.json[u"people"_s][1][u"password"_s], u"given-one"_s);
    QVERIFY(imported.json[u"people"_s][0][u"password"_s].toString().size() >= 20);
    scratch.ask(u"DROP ROLE import_a; DROP ROLE import_b"_s);
}

void AdminTest::aDryRunNamesEveryBadLine()
{
    ScratchDatabase scratch;
    const Folder folder;
    const QString file = folder.write(u"units.csv"_s, "code,name,parent_code,valid_from\n"
                                                      "PC20,Đội mới,PC21,2026-01-01\n" // its parent stands below
                                                      "PC21,Phòng mới,CAHN,2026-01-01\n"
                                                      "PC22,,CAHN,\n"
                                                      "PC23,Ngày sai,CAHN,2026-02-30\n"
                                                      "PC24,Cha không có,NOWHERE,\n");
    const QString before = scratch.ask(u"SELECT count(*) FROM core.unit"_s);
    const Outcome outcome = admin(scratch.urlFor(u"admin1"_s), {u"units"_s, u"import"_s, file, u"--dry-run"_s});
    QCOMPARE(outcome.code, 1);
    QStringList lines;
    for (const QJsonValue &bad : outcome.json[u"bad"_s].toArray())
        lines.append(QString::number(bad[u"line"_s].toInt()) + u' ' + bad[u"code"_s].toString());
    lines.sort();
    QCOMPARE(lines, (QStringList{u"4 name_missing"_s, u"5 field_invalid"_s, u"6 unit_unknown"_s}));
    QCOMPARE(scratch.ask(u"SELECT count(*) FROM core.unit"_s), before);
    QCOMPARE(admin(scratch.urlFor(u"admin1"_s), {u"units"_s, u"import"_s, folder.write(u"x.csv"_s, "name\nA\n")}).code, 1);
}

void AdminTest::theWordsPeopleUseAreUnderstood()
{
    ScratchDatabase scratch;
    const Folder folder;
    const QString deadlines = folder.write(u"deadlines.csv"_s, "\xef\xbb\xbf" "category;urgency;stage;amount;unit;calendar\n;emergency;claim;7;minute;continuous\n");
    QCOMPARE(admin(scratch.urlFor(u"admin1"_s), {u"deadlines"_s, u"import"_s, deadlines}).code, 0);
    QCOMPARE(scratch.ask(u"SELECT amount || unit || calendar FROM core.deadline WHERE urgency = 'emergency' AND stage = 'take_in'"_s), u"7minutesduty"_s);
    const QString holidays = folder.write(u"holidays.csv"_s, "date,kind,name\n2027-01-01,nghi_le,Tết Dương lịch\n");
    QCOMPARE(admin(scratch.urlFor(u"admin1"_s), {u"holidays"_s, u"import"_s, holidays}).code, 0);
    QCOMPARE(scratch.ask(u"SELECT kind FROM core.holiday WHERE day = '2027-01-01'"_s), u"holiday"_s);
}

void AdminTest::aDatabaseOfAnotherSchemaIsNotTouched()
{
    ScratchDatabase scratch;
    scratch.ask(u"INSERT INTO core.migration (number, name, sha256, oldest_desk) VALUES (9999, 'future', '', 9999)"_s);
    const Outcome older = admin(scratch.urlFor(u"admin1"_s), {u"journal"_s, u"reprocess"_s});
    QCOMPARE(older.code, 1);
    QVERIFY2(older.words.contains(u"desk_too_old"_s), qPrintable(older.words));
    scratch.ask(u"DELETE FROM core.migration WHERE number > 1"_s);
    QVERIFY(admin(scratch.urlFor(u"admin1"_s), {u"journal"_s}).words.contains(u"desk_too_new"_s));
}

void AdminTest::theSampleIsImported()
{
    ScratchDatabase scratch;
    const QString sample = QStringLiteral(TRUCBAN_SOURCE_DIR) + u"/resources/sample/"_s;
    for (const QString &list : {u"units"_s, u"areas"_s, u"categories"_s, u"deadlines"_s, u"holidays"_s, u"templates"_s, u"sources"_s}) {
        const Outcome outcome = admin(scratch.urlFor(u"admin1"_s), {list, u"import"_s, sample + list + u".csv"_s});
        QVERIFY2(outcome.code == 0, qPrintable(list + u": "_s + outcome.words + QString::fromUtf8(QJsonDocument(outcome.json).toJson())));
        QCOMPARE(outcome.json[u"saved"_s], outcome.json[u"lines"_s]);
    }
    QCOMPARE(scratch.ask(u"SELECT count(*) FROM core.area WHERE valid_from = '2025-07-01'"_s), u"126"_s);
}

void AdminTest::aBrokenAuditChainIsFound()
{
    ScratchDatabase scratch;
    const QString url = scratch.urlFor(u"admin1"_s);
    QCOMPARE(admin(url, {u"journal"_s, u"reprocess"_s}).code, 0);
    QCOMPARE(admin(url, {u"journal"_s, u"reprocess"_s}).code, 0);
    const Outcome whole = admin(url, {u"audit"_s, u"verify"_s});
    QCOMPARE(whole.code, 0);
    QCOMPARE(whole.json[u"checked"_s], 2);
    scratch.ask(u"ALTER TABLE core.audit DISABLE TRIGGER ALL; UPDATE core.audit SET login = 'officer1' WHERE id = (SELECT min(id) FROM core.audit)"_s);
    const Outcome broken = admin(url, {u"audit"_s, u"verify"_s});
    QCOMPARE(broken.code, 1);
    QVERIFY(!broken.json[u"first_fault"_s].isNull());
}

void AdminTest::damagedMediaIsFound()
{
    ScratchDatabase scratch;
    const QString url = scratch.urlFor(u"admin1"_s);
    scratch.ask(uR"(INSERT INTO core.media (sha256, bytes, mime, kind, complete) SELECT sha256(convert_to('tin ' || n, 'UTF8')), 5, 'text/plain', 'file', true FROM generate_series(1, 7) n;
        INSERT INTO core.media_chunk SELECT n, 0, convert_to('tin ' || n, 'UTF8') FROM generate_series(1, 7) n)"_s);
    const Outcome whole = admin(url, {u"media"_s, u"verify"_s});
    QVERIFY2(whole.code == 0, qPrintable(whole.words));
    QCOMPARE(whole.json[u"checked"_s], 7);
    scratch.ask(u"ALTER TABLE core.media_chunk DISABLE TRIGGER ALL; UPDATE core.media_chunk SET data = 'tin 9' WHERE media_id = 3"_s);
    const Outcome damaged = admin(url, {u"media"_s, u"verify"_s});
    QCOMPARE(damaged.code, 1);
    QCOMPARE(damaged.json[u"first_fault"_s][u"media"_s], 3);
}

void AdminTest::statusSaysHowTheServerStands()
{
    ScratchDatabase scratch;
    citizenWrites(scratch, u"m_1"_s, u"Xin hỏi"_s);
    const Outcome outcome = admin(scratch.urlFor(u"admin1"_s), {u"status"_s});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.words));
    QCOMPARE(outcome.json[u"cases"_s][u"new"_s], 1);
    QCOMPARE(outcome.json[u"schema"_s][u"number"_s], outcome.json[u"program_schema"_s]);
    QCOMPARE(outcome.json[u"roles"_s][u"officer"_s], 2);
    QCOMPARE(outcome.json[u"lag"_s][u"journal_seconds"_s], 0);
    QCOMPARE_GT(outcome.json[u"bytes"_s][u"database"_s].toInteger(), 1000000);
}

QTEST_GUILESS_MAIN(AdminTest)
#include "test_admin.moc"
