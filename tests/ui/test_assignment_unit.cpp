// SPDX-License-Identifier: GPL-3.0-or-later
// A unit officer at work: confirms, hands back, answers with a file; the draft survives; the citizen stays unknown.
#include "assignment_bench.h"

#include "support/widget_words.h"
#include "ui/assignment/answer_files.h"
#include "ui/assignment/assignment_panel.h"
#include "ui/assignment/reason_line.h"
#include "ui/assignment/unit_panel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/notice_bar.h"

#include <QApplication>
#include <QComboBox>
#include <QCryptographicHash>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace trucban;

class AssignmentUnitTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ScratchDatabase> m_scratch;
    std::unique_ptr<DeskBench> m_officer;
    std::unique_ptr<DeskBench> m_unit;
    std::unique_ptr<UnitPanel> m_panel;
    CaseId m_case;

    void forward(const QString &unit = u"PC06"_s)
    {
        const QString answer = m_officer->call(
            u"SELECT desk.forward(%1, (SELECT revision FROM desk.cases WHERE id = %1), jsonb_build_array(jsonb_build_object('unit', (SELECT id FROM desk.units WHERE code = '%2'), 'lead', true)), 'Kiểm tra ngay', gen_random_uuid()) AS answer"_s
                .arg(m_case.value).arg(unit));
        QVERIFY2(!answer.startsWith(u"refused"), qPrintable(answer));
    }
    void makePanel()
    {
        m_panel = std::make_unique<UnitPanel>(m_unit->bench);
        m_panel->resize(900, 700);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        m_panel->showCase(m_case);
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled(), 15000);
    }
    QPlainTextEdit *text() { return m_panel->findChild<QPlainTextEdit *>(u"answerText"_s); }
    QString state() { return m_scratch->ask(u"SELECT state FROM core.assignment ORDER BY id DESC LIMIT 1"_s); }

private Q_SLOTS:
    void initTestCase() { Theme::install(*qApp, Scheme::Light); }

    void init()
    {
        m_scratch = std::make_unique<ScratchDatabase>();
        m_officer = std::make_unique<DeskBench>(*m_scratch, u"officer1"_s);
        m_unit = std::make_unique<DeskBench>(*m_scratch, u"unit1"_s);
        m_case = arrive(*m_scratch, u"Đánh nhau ở ngõ"_s);
        classify(*m_officer, m_case);
        forward();
        makePanel();
    }
    void cleanup()
    {
        m_panel.reset();
        m_unit.reset();
        m_officer.reset();
        m_scratch.reset();
    }

    void theUnitConfirmsAndTheOfficerSeesWho()
    {
        QVERIFY(allWords(m_panel.get()).contains(u"Kiểm tra ngay"_s));
        QVERIFY(!allWords(m_panel.get()).contains(u"Nguyễn Thị Kín"_s));
        AssignmentPanel officer(m_officer->bench);
        officer.resize(1200, 800);
        officer.show();
        officer.showCase(m_case);
        QTRY_VERIFY_WITH_TIMEOUT(allWords(&officer).contains(u"Sent by Nguyễn Hải An"_s), 15000);
        button(m_panel.get(), u"Confirm: we have it"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(state(), u"confirmed"_s, 15000);
        QTRY_VERIFY_WITH_TIMEOUT(!button(m_panel.get(), u"Confirm: we have it"_s), 15000); // done is done
        QTRY_VERIFY_WITH_TIMEOUT(allWords(&officer).contains(u"confirmed by Đỗ Văn Kiên"_s), 15000); // live, without asking
    }

    void theUnitHandsBackWithAReasonAndSeesTheCaseNoMore()
    {
        button(m_panel.get(), u"Hand back…"_s)->click();
        auto *line = m_panel->findChild<ReasonLine *>();
        QVERIFY(!button(line, u"Hand back"_s)->isEnabled());
        auto *list = line->findChild<QComboBox *>();
        list->setCurrentIndex(list->findData(u"too_little"_s));
        QVERIFY(!button(line, u"Hand back"_s)->isEnabled()); // this reason needs words
        list->setCurrentIndex(list->findData(u"wrong_area"_s));
        QVERIFY(button(line, u"Hand back"_s)->isEnabled());
        QTest::keyClicks(line->findChild<QLineEdit *>(), u"thuoc phuong khac"_s);
        button(line, u"Hand back"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(state(), u"handed_back"_s, 15000);
        QCOMPARE(m_scratch->ask(u"SELECT reason_code || ' ' || reason FROM core.assignment"_s), u"wrong_area thuoc phuong khac"_s);
        QCOMPARE(m_scratch->ask(u"SELECT status FROM core.case"_s), u"handed_back"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->findChild<EmptyState *>()->isVisible(), 15000);
        QVERIFY(m_panel->findChild<EmptyState *>()->title().contains(u"no longer with your unit"_s));
    }

    void theUnitAnswersWithAFile()
    {
        QTemporaryDir folder;
        QByteArray bytes = QByteArrayLiteral("%PDF-1.4\n");
        bytes.append(QByteArray(3 * 1024 * 1024 + 17, 'x'));
        QFile file(folder.filePath(u"biên bản.pdf"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        text()->setPlainText(u"Đã kiểm tra, lập biên bản."_s);
        m_panel->files().add({file.fileName()});
        QVERIFY(!button(m_panel.get(), u"Send the answer"_s)->isEnabled()); // while it is still on its way
        QTRY_VERIFY_WITH_TIMEOUT(button(m_panel.get(), u"Send the answer"_s)->isEnabled(), 10000);
        button(m_panel.get(), u"Send the answer"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(state(), u"answered"_s, 15000);
        QCOMPARE(m_scratch->ask(u"SELECT status FROM core.case"_s), u"answered"_s);
        QCOMPARE(m_scratch->ask(u"SELECT n.text || ' ' || m.mime || ' ' || m.bytes || ' ' || encode(m.sha256, 'hex') || ' ' || m.complete FROM core.unit_answer n JOIN core.media m ON m.id = ANY (n.media_ids)"_s),
                 u"Đã kiểm tra, lập biên bản. application/pdf %1 %2 true"_s.arg(bytes.size()).arg(QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex())));
        QCOMPARE(m_scratch->ask(u"SELECT count(*) FROM core.draft"_s), u"0"_s);
        AssignmentPanel officer(m_officer->bench);
        officer.resize(1200, 800);
        officer.show();
        officer.showCase(m_case);
        QTRY_VERIFY_WITH_TIMEOUT(allWords(&officer).contains(u"lập biên bản"_s), 15000);
        QTRY_VERIFY_WITH_TIMEOUT(button(&officer, u"biên bản.pdf, 3.0 MB"_s), 15000);
    }

    void aProgramIsRefusedInWordsAndTheAnswerStillGoes()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"ảnh.jpg"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\nrm -rf /\n");
        file.close();
        m_panel->files().add({file.fileName()});
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->files().hasRefused(), 15000);
        QVERIFY(allWords(m_panel.get()).contains(u"Programs and scripts are not accepted"_s));
        text()->setPlainText(u"Đã kiểm tra."_s);
        QVERIFY(button(m_panel.get(), u"Send the answer"_s)->isEnabled());
    }

    void everyKeystrokeIsKeptHereAndSoonOnTheServer()
    {
        QTest::keyClicks(text(), u"Dang xac minh"_s);
        const QString assignment = m_scratch->ask(u"SELECT id FROM core.assignment"_s);
        QCOMPARE(m_unit->bench.settings.value(u"draft/answer/"_s + assignment).toString(), u"Dang xac minh"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_scratch->ask(u"SELECT coalesce(max(place || ' ' || text), '') FROM core.draft"_s), u"answer:%1 Dang xac minh"_s.arg(assignment), 8000);
        m_panel.reset();
        DeskBench elsewhere(*m_scratch, u"unit1"_s); // another workstation of the same officer
        UnitPanel again(elsewhere.bench);
        again.show();
        again.showCase(m_case);
        QTRY_COMPARE_WITH_TIMEOUT(again.findChild<QPlainTextEdit *>(u"answerText"_s)->toPlainText(), u"Dang xac minh"_s, 15000);
    }

    void aReturnedAnswerShowsWhy()
    {
        text()->setPlainText(u"Đã xong."_s);
        button(m_panel.get(), u"Send the answer"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(state(), u"answered"_s, 15000);
        AssignmentPanel officer(m_officer->bench);
        officer.resize(1200, 800);
        officer.show();
        officer.showCase(m_case);
        QTRY_VERIFY_WITH_TIMEOUT(button(&officer, u"Return to the unit…"_s), 15000);
        button(&officer, u"Return to the unit…"_s)->click();
        auto *line = officer.findChild<ReasonLine *>();
        QTest::keyClicks(line->findChild<QLineEdit *>(), u"Thieu ket qua"_s);
        button(line, u"Return to the unit"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(state(), u"returned"_s, 15000);
        QTRY_VERIFY_WITH_TIMEOUT(allWords(m_panel.get()).contains(u"Returned because: Thieu ket qua"_s), 15000);
        QVERIFY(text()->isVisible()); // and may be answered again
    }

    void theUnitHandsOnAndTheOtherUnitHasIt()
    {
        button(m_panel.get(), u"Hand on…"_s)->click();
        auto *units = m_panel->findChild<QComboBox *>(u"handOnUnit"_s);
        QVERIFY(units->isVisible());
        QVERIFY(units->findText(u"Phòng Cảnh sát quản lý hành chính"_s, Qt::MatchContains) < 0); // not to itself
        auto *line = m_panel->steps().findChildren<ReasonLine *>().at(1);
        auto *list = line->findChild<QComboBox *>();
        list->setCurrentIndex(list->findData(u"not_competent"_s));
        const qint64 other = m_scratch->ask(u"SELECT id FROM core.unit WHERE code = 'PC08'"_s).toLongLong();
        units->setCurrentIndex(units->findData(other));
        QVERIFY(units->currentIndex() >= 0);
        button(line, u"Hand on"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_scratch->ask(u"SELECT string_agg(state, ' ' ORDER BY id) FROM core.assignment"_s), u"handed_on sent"_s, 15000);
        QCOMPARE(m_scratch->ask(u"SELECT unit_id FROM core.assignment WHERE state = 'sent'"_s).toLongLong(), other);
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->findChild<EmptyState *>()->isVisible(), 15000);
    }

    void aQuestionGoesOverTheCentreAndMayBeTakenBack()
    {
        button(m_panel.get(), u"Ask the citizen…"_s)->click();
        auto *question = m_panel->findChild<QPlainTextEdit *>(u"questionToCitizen"_s);
        QVERIFY(!button(m_panel.get(), u"Ask the citizen"_s)->isEnabled());
        question->setPlainText(u"Nhà số mấy?"_s);
        button(m_panel.get(), u"Ask the citizen"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_scratch->ask(u"SELECT string_agg(text || ' ' || state, '; ') FROM core.question"_s), u"Nhà số mấy? asked"_s, 15000);
        QTRY_VERIFY_WITH_TIMEOUT(allWords(m_panel.get()).contains(u"Nhà số mấy?"_s), 15000);
        QTRY_VERIFY_WITH_TIMEOUT(!button(m_panel.get(), u"Ask the citizen…"_s)->isEnabled(), 15000); // one at a time
        QVERIFY(!m_unit->bench.actions.action(u"unit.ask_citizen")->isEnabled());
        QVERIFY(m_unit->bench.actions.trigger(u"unit.withdraw_question"));
        QTRY_COMPARE_WITH_TIMEOUT(m_scratch->ask(u"SELECT state FROM core.question"_s), u"withdrawn"_s, 15000);
        QTRY_VERIFY_WITH_TIMEOUT(button(m_panel.get(), u"Ask the citizen…"_s)->isEnabled(), 15000);
    }

    void aPartIsSentAndTheWorkGoesOn()
    {
        text()->setPlainText(u"Đã đến nơi, đang xác minh."_s);
        button(m_panel.get(), u"Send as a part"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_scratch->ask(u"SELECT string_agg(text || ' ' || partial, '; ') FROM core.unit_answer"_s), u"Đã đến nơi, đang xác minh. true"_s, 15000);
        QCOMPARE(state(), u"confirmed"_s);
        QTRY_VERIFY_WITH_TIMEOUT(allWords(m_panel.get()).contains(u"A part of the answer"_s), 15000);
        QVERIFY(text()->isVisible() && text()->toPlainText().isEmpty());
        text()->setPlainText(u"Xong."_s);
        QTRY_VERIFY_WITH_TIMEOUT(button(m_panel.get(), u"Send the answer"_s)->isEnabled(), 15000);
        button(m_panel.get(), u"Send the answer"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(state(), u"answered"_s, 15000);
    }

    void moreTimeIsAskedForAndTheDecisionIsSeen()
    {
        button(m_panel.get(), u"More time…"_s)->click();
        auto *line = m_panel->steps().findChildren<ReasonLine *>().last();
        QTest::keyClicks(line->findChild<QLineEdit *>(), u"Nhan chung di vang"_s);
        button(line, u"Ask for more time"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_scratch->ask(u"SELECT reason || ' ' || state FROM core.extension"_s), u"Nhan chung di vang asked"_s, 15000);
        QTRY_VERIFY_WITH_TIMEOUT(!button(m_panel.get(), u"More time…"_s)->isEnabled(), 15000);
        DeskBench supervisor(*m_scratch, u"supervisor1"_s);
        const QString answer = supervisor.call(u"SELECT desk.decide_extension((SELECT id FROM desk.extensions), false, NULL, 'Một tuần là đủ', gen_random_uuid()) AS answer"_s);
        QVERIFY2(!answer.startsWith(u"refused"), qPrintable(answer));
        QTRY_VERIFY_WITH_TIMEOUT(allWords(m_panel.get()).contains(u"The command centre: Một tuần là đủ"_s), 15000); // live, without asking
        QTRY_VERIFY_WITH_TIMEOUT(button(m_panel.get(), u"More time…"_s)->isEnabled(), 15000);
    }

    void aReminderIsSeenAtOnce()
    {
        const QString answer = m_officer->call(u"SELECT desk.remind((SELECT id FROM desk.assignments), 'Gấp, báo chí hỏi', gen_random_uuid()) AS answer"_s);
        QVERIFY2(!answer.startsWith(u"refused"), qPrintable(answer));
        QTRY_VERIFY_WITH_TIMEOUT(allWords(m_panel.get()).contains(u"Reminded once"_s), 15000);
        QVERIFY(allWords(m_panel.get()).contains(u"Gấp, báo chí hỏi"_s));
    }

    void escapeLeavesTheFormAndForgetsNothing()
    {
        button(m_panel.get(), u"Ask the citizen…"_s)->click();
        auto *question = m_panel->findChild<QPlainTextEdit *>(u"questionToCitizen"_s);
        question->setPlainText(u"Lúc mấy giờ?"_s);
        QTest::keyClick(question, Qt::Key_Escape);
        QVERIFY(!question->isVisible());
        QVERIFY(m_unit->bench.actions.trigger(u"unit.ask_citizen"));
        QVERIFY(question->isVisible());
        QCOMPARE(question->toPlainText(), u"Lúc mấy giờ?"_s);
    }

    void anotherUnitSeesNothing()
    {
        DeskBench other(*m_scratch, u"unit2"_s);
        UnitPanel panel(other.bench);
        panel.show();
        panel.showCase(m_case);
        QTRY_VERIFY_WITH_TIMEOUT(panel.isSettled(), 15000);
        QTRY_VERIFY_WITH_TIMEOUT(panel.findChild<EmptyState *>()->title().contains(u"no longer with your unit"_s), 15000);
    }
};

QTEST_MAIN(AssignmentUnitTest)
#include "test_assignment_unit.moc"
