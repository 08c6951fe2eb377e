// SPDX-License-Identifier: GPL-3.0-or-later
// A day on duty at the screen: a shift begins, hands over with two signatures, slips are signed and received, registers and reports leave as files.
#include "paper/paper_eyes.h"
#include "ui/assignment_bench.h"

#include "ui/duty/duty_place.h"
#include "ui/duty/export_bar.h"
#include "ui/duty/page_view.h"
#include "ui/duty/place.h"
#include "ui/duty/plan_dialog.h"
#include "ui/duty/reports_page.h"
#include "ui/duty/shift_page.h"
#include "ui/duty/slips_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/notice_bar.h"

#include <QApplication>
#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>

using namespace trucban;

namespace {

constexpr int patience = 20'000;

/// One person before the place
struct At {
    At(const ScratchDatabase &scratch, const QString &login) : desk(scratch, login), place(desk.bench)
    {
        place.widget()->resize(1366, 700);
        place.widget()->show();
        place.enter();
    }
    ~At() { delete place.widget(); }
    template<typename T>
    T *find(const QString &name = {}) { return place.widget()->findChild<T *>(name); }
    void press(const QString &name) { find<QPushButton>(name)->click(); }
    bool settles()
    {
        return QTest::qWaitFor([this] { return place.isSettled(); }, patience);
    }
    bool reads()
    {
        place.enter();
        return settles();
    }
    QString title() { return find<QLabel>(u"shiftNow"_s)->text(); }
    DeskBench desk;
    DutyPlace place;
};

QString scalar(const ScratchDatabase &scratch, const QString &sql)
{
    return scratch.ask(sql);
}

} // namespace

class DutyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::install(*qApp, Scheme::Light); }

    void aShiftIsPlannedBegunAndHandedOverByTwo()
    {
        ScratchDatabase scratch;
        At supervisor(scratch, u"supervisor1"_s);
        QVERIFY(supervisor.settles());
        // the supervisor plans two shifts: officer1's, then their own
        for (const QString &leader : {u"Nguyễn Hải An"_s, u"Lê Thu Hà"_s}) {
            const int before = int(supervisor.place.shift()->room().shifts.size());
            supervisor.press(u"planShift"_s);
            auto *dialog = qApp->activeModalWidget() ? qobject_cast<PlanDialog *>(qApp->activeModalWidget()) : supervisor.place.widget()->window()->findChild<PlanDialog *>();
            QVERIFY(dialog);
            auto *leaders = dialog->findChild<QComboBox *>(u"planLeader"_s);
            leaders->setCurrentIndex(leaders->findText(leader, Qt::MatchEndsWith));
            dialog->findChild<QPushButton *>(u"planSave"_s)->click();
            QTRY_COMPARE_WITH_TIMEOUT(int(supervisor.place.shift()->room().shifts.size()), before + 1, patience);
        }
        At officer(scratch, u"officer1"_s);
        QVERIFY(officer.settles());
        QVERIFY(officer.find<QPushButton>(u"beginShift"_s)->isVisible());
        QVERIFY(!officer.find<QPushButton>(u"planShift"_s)->isVisible());
        officer.press(u"beginShift"_s);
        QTRY_VERIFY_WITH_TIMEOUT(officer.place.shift()->room().onDuty(), patience);
        QVERIFY(officer.place.shift()->isSeated());
        officer.find<QPlainTextEdit>(u"entryText"_s)->setPlainText(u"Mất điện khu vực, đã chạy máy nổ"_s);
        officer.press(u"writeEntry"_s);
        QTRY_COMPARE_WITH_TIMEOUT(int(officer.place.shift()->room().entries.size()), 1, patience);

        // a case in the officer's hands
        const CaseId held = arrive(scratch, u"Ẫm ỹ ngoài phố"_s);
        QVERIFY(!officer.desk.call(u"SELECT desk.claim(%1, gen_random_uuid()) AS answer"_s.arg(held.value)).startsWith(u"refused"));
        QVERIFY(officer.reads());
        officer.press(u"prepareHandover"_s);
        QTRY_COMPARE_WITH_TIMEOUT(officer.place.shift()->room().handover[u"state"].toString(), u"prepared"_s, patience);
        QVERIFY(officer.settles());
        QVERIFY(officer.find<PageView>()->pages() >= 1);
        QVERIFY(officer.find<QPushButton>(u"signHandover"_s)->isVisible());
        QVERIFY(supervisor.reads());
        QVERIFY(!supervisor.find<QPushButton>(u"signHandover"_s)->isVisible()); // who goes signs first
        officer.find<QPlainTextEdit>(u"handoverWords"_s)->setPlainText(u"Một vụ đang xác minh"_s);
        officer.press(u"signHandover"_s);
        QTRY_COMPARE_WITH_TIMEOUT(officer.place.shift()->room().handover[u"state"].toString(), u"signed_out"_s, patience);
        QVERIFY(!officer.find<QPushButton>(u"signHandover"_s)->isVisible()); // not twice by one person
        QVERIFY(supervisor.reads());
        QVERIFY(supervisor.find<QPushButton>(u"signHandover"_s)->isVisible());
        supervisor.find<QPlainTextEdit>(u"handoverWords"_s)->setPlainText(u"Đã nhận đủ"_s);
        supervisor.press(u"signHandover"_s);
        QTRY_VERIFY_WITH_TIMEOUT(supervisor.place.shift()->room().onDuty() && supervisor.place.shift()->room().onDuty()->leaderName == u"Lê Thu Hà", patience);
        QCOMPARE(scalar(scratch, u"SELECT coalesce(holder_id::text, 'free') || ' ' || status FROM core.case WHERE id = %1"_s.arg(held.value)), u"free new"_s);

        // the paper of the shift that is over
        QVERIFY(supervisor.settles());
        auto *shifts = supervisor.find<QTableWidget>(u"shifts"_s);
        for (int i = 0; i < shifts->rowCount(); ++i)
            if (supervisor.place.shift()->room().shifts.at(i).state == u"handed_over")
                shifts->selectRow(i);
        QTRY_VERIFY_WITH_TIMEOUT(supervisor.place.shift()->exports().hasJob() && supervisor.place.isSettled(), patience);
        QSignalSpy saved(&supervisor.place.shift()->exports(), &ExportBar::saved);
        const QString file = m_folder.filePath(u"handover.pdf"_s);
        supervisor.place.shift()->exports().saveAs(u"pdf"_s, file);
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, patience);
        const QString words = paper::wordsOf(file).simplified();
        for (const QString &part : {u"BIÊN BẢN BÀN GIAO CA TRỰC"_s, u"Mất điện khu vực, đã chạy máy nổ"_s, u"Một vụ đang xác minh"_s, u"Đã nhận đủ"_s, u"TRƯỞNG CA GIAO"_s, u"đã ký điện tử lúc"_s, u"Ẫm ỹ ngoài phố"_s})
            QVERIFY2(words.contains(part), qPrintable(part + u" is not in "_s + words));
        QCOMPARE(scalar(scratch, u"SELECT count(*) FROM core.audit WHERE verb = 'log_export' AND object = 'export:handover'"_s), u"1"_s);
    }

    void aSlipIsPreparedSignedAndReceived()
    {
        ScratchDatabase scratch;
        At officer(scratch, u"officer1"_s);
        QList<CaseId> cases;
        for (const QString &words : {u"Đua xe trên phố"_s, u"Lấn chiếm vỉa hè"_s}) {
            const CaseId id = arrive(scratch, words);
            classify(officer.desk, id);
            QVERIFY(!officer.desk.call(u"SELECT desk.forward(%1, (SELECT revision FROM desk.cases WHERE id = %1), jsonb_build_array(jsonb_build_object('unit', (SELECT id FROM desk.units WHERE code = 'PC06'), 'lead', true)), 'Kiểm tra', gen_random_uuid()) AS answer"_s
                .arg(id.value)).startsWith(u"refused"));
            cases.append(id);
        }
        officer.place.open({u"slips"_s, cases.first().value, {}, {}});
        auto *table = officer.find<QTableWidget>(u"slips"_s);
        QTRY_COMPARE_WITH_TIMEOUT(table->rowCount(), 1, patience); // of the case one came from
        QVERIFY(!officer.find<QPushButton>(u"signSlip"_s)->isEnabled());
        officer.press(u"prepareSlip"_s);
        QTRY_COMPARE_WITH_TIMEOUT(scalar(scratch, u"SELECT string_agg(state, ' ') FROM core.slip"_s), u"prepared"_s, patience);
        QTRY_VERIFY_WITH_TIMEOUT(officer.place.isSettled() && officer.place.slips()->exports().hasJob(), patience);

        // the supervisor prepares the other one, takes both and signs them in one go
        At supervisor(scratch, u"supervisor1"_s);
        supervisor.place.go(DutyPlace::Slips);
        auto *list = supervisor.find<QTableWidget>(u"slips"_s);
        QTRY_COMPARE_WITH_TIMEOUT(list->rowCount(), 2, patience);
        list->selectAll();
        supervisor.press(u"prepareSlip"_s);
        QTRY_COMPARE_WITH_TIMEOUT(scalar(scratch, u"SELECT count(*) FROM core.slip WHERE state = 'prepared'"_s), u"2"_s, patience);
        QTRY_VERIFY_WITH_TIMEOUT(supervisor.place.isSettled() && supervisor.place.slips()->maySign(), patience);
        supervisor.press(u"signSlip"_s);
        QTRY_COMPARE_WITH_TIMEOUT(scalar(scratch, u"SELECT string_agg(number, ' ' ORDER BY ordinal) FROM core.slip"_s), u"01/PC-CAHN-PV01 02/PC-CAHN-PV01"_s, patience);
        QTRY_VERIFY_WITH_TIMEOUT(supervisor.place.isSettled() && supervisor.place.slips()->findChild<PageView *>()->pages() == 4, patience); // two slips, two copies each
        QSignalSpy saved(&supervisor.place.slips()->exports(), &ExportBar::saved);
        const QString file = m_folder.filePath(u"slips.pdf"_s);
        supervisor.place.slips()->exports().saveAs(u"pdf"_s, file);
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, patience);
        const QString words = paper::wordsOf(file).simplified();
        QVERIFY(words.contains(u"Số: 01/PC-CAHN-PV01"_s) && words.contains(u"Số: 02/PC-CAHN-PV01"_s) && words.contains(u"Đua xe trên phố"_s) && words.contains(u"Lấn chiếm vỉa hè"_s));
        QVERIFY(!words.contains(u"Nguyễn Thị Kín"_s)); // who wrote it stays sealed

        // the unit finds its slips and says that they are received
        At unit(scratch, u"unit1"_s);
        auto *theirs = unit.find<QTableWidget>(u"slips"_s);
        QTRY_COMPARE_WITH_TIMEOUT(theirs->rowCount(), 2, patience);
        QVERIFY(!unit.find<QPushButton>(u"signSlip"_s)->isVisible());
        theirs->selectRow(0);
        unit.press(u"receiveSlip"_s);
        QTRY_COMPARE_WITH_TIMEOUT(scalar(scratch, u"SELECT string_agg(received_by, ' ') FROM core.slip WHERE received_at IS NOT NULL"_s), u"Đỗ Văn Kiên"_s, patience);
        At other(scratch, u"unit2"_s);
        QVERIFY(other.settles());
        QCOMPARE(other.find<QTableWidget>(u"slips"_s)->rowCount(), 0);
    }

    void registersAndReportsLeaveAsFiles()
    {
        ScratchDatabase scratch;
        for (const QString &words : {u"=cmd|' /C calc'!A0"_s, u"Tin hai"_s, u"Tin ba"_s})
            arrive(scratch, words);
        At supervisor(scratch, u"supervisor1"_s);
        supervisor.place.go(DutyPlace::Registers);
        QVERIFY(supervisor.settles());
        auto *bar = supervisor.place.widget()->findChildren<ExportBar *>().last();
        QTRY_VERIFY_WITH_TIMEOUT(bar->hasTable() && supervisor.place.isSettled(), patience);
        QSignalSpy saved(bar, &ExportBar::saved);
        const QString csv = m_folder.filePath(u"register.csv"_s);
        bar->saveAs(u"csv"_s, csv);
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, patience);
        QFile file(csv);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QCOMPARE(content.count("\r\n"), 4);
        QVERIFY(content.contains("'=cmd"));

        supervisor.place.go(DutyPlace::Reports);
        QVERIFY(supervisor.settles());
        QCOMPARE(supervisor.place.reports()->count(), 0);
        supervisor.press(u"makeReport"_s);
        QTRY_COMPARE_WITH_TIMEOUT(supervisor.place.reports()->count(), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(supervisor.place.isSettled() && supervisor.place.reports()->exports().hasTable(), patience);
        QSignalSpy written(&supervisor.place.reports()->exports(), &ExportBar::saved);
        for (const QString &format : {u"pdf"_s, u"csv"_s, u"xlsx"_s}) {
            supervisor.place.reports()->exports().saveAs(format, m_folder.filePath(u"report."_s + format));
            QTRY_VERIFY_WITH_TIMEOUT(supervisor.place.reports()->exports().isSettled(), patience);
        }
        QCOMPARE(written.size(), 3);
        QVERIFY(paper::wordsOf(m_folder.filePath(u"report.pdf"_s)).contains(u"Vụ việc tiếp nhận"_s));
        QCOMPARE(scalar(scratch, u"SELECT count(*) FROM core.audit WHERE verb = 'log_export' AND login = 'supervisor1'"_s), u"4"_s);
    }

    void aRefusalHasItsWords()
    {
        ScratchDatabase scratch;
        At officer(scratch, u"officer2"_s);
        QVERIFY(officer.settles());
        officer.place.shift()->takeSeat();
        auto *notice = officer.place.shift()->findChild<NoticeBar *>();
        QTRY_VERIFY_WITH_TIMEOUT(notice->text().contains(u"No shift is on duty"_s), patience);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(DutyTest)
#include "test_duty.moc"
