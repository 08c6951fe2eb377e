// SPDX-License-Identifier: GPL-3.0-or-later
// Slips, reports and registers from the command line, without a screen.
#include "admin_process.h"
#include "paper/paper_eyes.h"

#include "support/given_cases.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace trucban;
using paper::wordsOf;

namespace {

/// A case forwarded to PC06 by officer1; answers its number
QString forwarded(const ScratchDatabase &scratch, const QString &text, const QString &citizen = u"psid-1"_s)
{
    const CaseId id = given(scratch, {.citizen = citizen, .text = text});
    Database desk(scratch.connectAs(u"officer1"_s));
    const auto call = [&](const QString &sql) {
        const auto done = answerOf(desk.write([&](Session &session) { return session.sql(sql).run(); }));
        if (!done)
            qFatal("%s: %s", qPrintable(sql), qPrintable(done.error().code));
    };
    const QString revision = u"(SELECT revision FROM desk.cases WHERE id = %1)"_s.arg(id.value);
    call(u"SELECT desk.claim(%1, gen_random_uuid())"_s.arg(id.value));
    call(u"SELECT desk.classify(%1, %2, '{\"category\": \"ANTT\", \"urgency\": \"high\"}', gen_random_uuid())"_s.arg(id.value).arg(revision));
    call(u"SELECT desk.forward(%1, %2, jsonb_build_array(jsonb_build_object('unit', (SELECT id FROM desk.units WHERE code = 'PC06'), 'lead', true)), 'Kiểm tra, xử lý', gen_random_uuid())"_s.arg(id.value).arg(revision));
    return scratch.ask(u"SELECT number FROM core.case WHERE id = %1"_s.arg(id.value));
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class AdminPapersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wrongUsageIsTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("which case") << QStringList{u"slip"_s, u"--pdf"_s, u"/tmp/x.pdf"_s};
        QTest::newRow("into which file") << QStringList{u"slip"_s, u"26-000001"_s};
        QTest::newRow("which code") << QStringList{u"slip"_s, u"check"_s, u"26-000001"_s};
        QTest::newRow("which report") << QStringList{u"report"_s, u"yearly"_s, u"/tmp/x.pdf"_s};
        QTest::newRow("which format") << QStringList{u"report"_s, u"daily"_s, u"--format"_s, u"odt"_s, u"/tmp/x.odt"_s};
        QTest::newRow("which day") << QStringList{u"report"_s, u"daily"_s, u"--date"_s, u"yesterday"_s, u"/tmp/x.pdf"_s};
        QTest::newRow("report into which file") << QStringList{u"report"_s, u"daily"_s};
        QTest::newRow("which register") << QStringList{u"register"_s, u"secrets"_s, u"/tmp/x.csv"_s};
    }
    void wrongUsageIsTwo()
    {
        QFETCH(QStringList, arguments);
        QCOMPARE(admin(u"postgresql://nobody@127.0.0.1:1/x"_s, arguments).code, 2);
    }

    void aSlipIsADraftUntilItIsSigned()
    {
        ScratchDatabase scratch;
        const QString number = forwarded(scratch, u"Ẫm ỹ ở ngã tư, Ữ Ộ"_s), file = m_folder.filePath(u"slip.pdf"_s);
        const Outcome draft = admin(scratch.urlFor(u"admin1"_s), {u"slip"_s, number, u"--pdf"_s, file});
        QVERIFY2(draft.code == 0, qPrintable(draft.words));
        QCOMPARE(draft.json[u"file"_s].toString(), file);
        QCOMPARE(draft.json[u"draft"_s], true);
        QVERIFY(draft.json[u"pages"_s].toInt() >= 2);
        QString words = wordsOf(file).simplified();
        QVERIFY(words.contains(u"BẢN NHÁP"_s) && words.contains(number) && words.contains(u"Ẫm ỹ ở ngã tư, Ữ Ộ"_s) && words.contains(u"Phòng Cảnh sát quản lý hành chính"_s));

        scratch.ask(u"SET SESSION AUTHORIZATION officer1; SELECT desk.prepare_slip((SELECT max(id) FROM desk.assignments), false, gen_random_uuid())"_s);
        scratch.ask(u"SET SESSION AUTHORIZATION supervisor1; SELECT desk.sign_slip((SELECT max(id) FROM desk.slips), 1, gen_random_uuid())"_s);
        const Outcome done = admin(scratch.urlFor(u"admin1"_s), {u"slip"_s, number, u"--pdf"_s, file});
        QVERIFY2(done.code == 0, qPrintable(done.words));
        QCOMPARE(done.json[u"number"_s], u"01/PC-CAHN-PV01"_s);
        QCOMPARE(done.json[u"draft"_s], false);
        words = wordsOf(file).simplified();
        QVERIFY(words.contains(u"Số: 01/PC-CAHN-PV01"_s) && words.contains(u"Lê Thu Hà"_s) && !words.contains(u"NHÁP"_s));
        // the same code on the draft and on the paper, and it is known as a true one
        QCOMPARE(done.json[u"code"_s], draft.json[u"code"_s]);
        QTemporaryDir pictures;
        QVERIFY(paper::pictureOf(file, 1).save(pictures.filePath(u"p.png"_s)));
        QCOMPARE(paper::run(u"zbarimg"_s, {u"-q"_s, u"--raw"_s, pictures.filePath(u"p.png"_s)}).trimmed(), number + u' ' + done.json[u"code"_s].toString());
        const Outcome known = admin(scratch.urlFor(u"admin1"_s), {u"slip"_s, u"check"_s, number, done.json[u"code"_s].toString()});
        QCOMPARE(known.code, 0);
        QCOMPARE(known.json[u"slips"_s][0][u"number"_s], u"01/PC-CAHN-PV01"_s);
        QCOMPARE(admin(scratch.urlFor(u"admin1"_s), {u"slip"_s, u"check"_s, number, u"AAAA-BBBB-CCCC"_s}).code, 1);
        QCOMPARE(admin(scratch.urlFor(u"admin1"_s), {u"papers"_s, u"verify"_s}).json[u"checked"_s], 1);
        // what somebody changed behind the verbs is found
        scratch.ask(u"ALTER TABLE core.slip DISABLE TRIGGER signed_stays; UPDATE core.slip SET content = content || '{\"instruction\": \"Khác\"}'"_s);
        const Outcome found = admin(scratch.urlFor(u"admin1"_s), {u"papers"_s, u"verify"_s});
        QCOMPARE(found.code, 1);
        QCOMPARE(found.json[u"first_fault"_s][u"why"_s], u"changed"_s);
        QCOMPARE(scratch.ask(u"SELECT count(*) FROM core.audit WHERE verb = 'log_export' AND object = 'export:slip' AND login = 'admin1'"_s), u"2"_s);
    }

    void aCaseWithoutAForwardIsRefused()
    {
        ScratchDatabase scratch;
        given(scratch, {.text = u"Mới"_s});
        const QString file = m_folder.filePath(u"none.pdf"_s);
        const Outcome refused = admin(scratch.urlFor(u"admin1"_s), {u"slip"_s, scratch.ask(u"SELECT max(number) FROM core.case"_s), u"--pdf"_s, file});
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.words.contains(u"not_forwarded"_s), qPrintable(refused.words));
        QVERIFY(!QFile::exists(file));
        QVERIFY(admin(scratch.urlFor(u"admin1"_s), {u"slip"_s, u"99-000001"_s, u"--pdf"_s, file}).words.contains(u"case_not_found"_s));
        QCOMPARE(admin(scratch.urlFor(u"unit1"_s), {u"slip"_s, u"26-000001"_s, u"--pdf"_s, file}).code, 1);
    }

    void aReportIsWrittenInThreeFormats()
    {
        ScratchDatabase scratch;
        forwarded(scratch, u"Một"_s);
        for (const QString &kind : {u"daily"_s, u"weekly"_s, u"monthly"_s}) {
            for (const QString &format : {u"pdf"_s, u"csv"_s, u"xlsx"_s}) {
                const QString file = m_folder.filePath(kind + u'.' + format);
                const Outcome done = admin(scratch.urlFor(u"admin1"_s), {u"report"_s, kind, u"--date"_s, scratch.ask(u"SELECT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date"_s), u"--format"_s, format, file});
                QVERIFY2(done.code == 0, qPrintable(done.words));
                QVERIFY(done.json[u"rows"_s].toInt() > 20);
                QCOMPARE(done.json[u"file"_s].toString(), file);
                QVERIFY(!contentOf(file).isEmpty());
            }
        }
        QVERIFY(wordsOf(m_folder.filePath(u"daily.pdf"_s)).contains(u"BÁO CÁO NGÀY"_s));
        QVERIFY(contentOf(m_folder.filePath(u"daily.csv"_s)).startsWith("\xEF\xBB\xBF"));
        QVERIFY(QString::fromUtf8(contentOf(m_folder.filePath(u"daily.csv"_s))).contains(u"\r\nVụ việc tiếp nhận,1,0,1\r\n"_s));
        QVERIFY(contentOf(m_folder.filePath(u"daily.xlsx"_s)).startsWith("PK"));
        QCOMPARE(scratch.ask(u"SELECT count(*) FROM core.audit WHERE object = 'export:report'"_s), u"9"_s);
        QVERIFY(admin(scratch.urlFor(u"admin1"_s), {u"report"_s, u"daily"_s, u"--date"_s, u"2099-01-01"_s, m_folder.filePath(u"x.pdf"_s)}).words.contains(u"period_invalid"_s));
        QVERIFY(admin(scratch.urlFor(u"admin1"_s), {u"report"_s, u"daily"_s, u"/nowhere/at/all.pdf"_s}).words.contains(u"file_not_writable"_s));
    }

    void aRegisterHoldsEveryRow()
    {
        ScratchDatabase scratch;
        givenMany(scratch, 1203, u"=1+1 tin %"_s);
        const QString file = m_folder.filePath(u"register.csv"_s);
        const QString today = scratch.ask(u"SELECT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date"_s), before = scratch.ask(u"SELECT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date - 7"_s);
        const Outcome done = admin(scratch.urlFor(u"admin1"_s), {u"register"_s, u"intake"_s, u"--from"_s, before, u"--to"_s, today, u"--format"_s, u"csv"_s, file});
        QVERIFY2(done.code == 0, qPrintable(done.words));
        QCOMPARE(done.json[u"rows"_s], 1203);
        const QByteArray csv = contentOf(file);
        QCOMPARE(csv.count("\r\n"), 1204);
        QVERIFY(csv.contains("'=1+1 tin 1203"));
        for (const QString &kind : {u"crime"_s, u"visits"_s, u"outgoing"_s, u"shift_book"_s})
            QCOMPARE(admin(scratch.urlFor(u"admin1"_s), {u"register"_s, kind, m_folder.filePath(kind + u".pdf"_s)}).code, 0);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(AdminPapersTest)
#include "test_admin_papers.moc"
