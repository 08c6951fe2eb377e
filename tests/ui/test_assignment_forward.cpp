// SPDX-License-Identifier: GPL-3.0-or-later
// An officer forwards: the real panel, the real database, two units that look.
#include "assignment_bench.h"

#include "desk/assignment_desk.h"
#include "desk/assignment_suggest.h"
#include "domain/deadlines.h"
#include "support/widget_words.h"
#include "ui/assignment/assignment_panel.h"
#include "ui/assignment/assignment_place.h"
#include "ui/assignment/assignment_words.h"
#include "ui/assignment/forward_form.h"
#include "ui/assignment/forwards_list.h"
#include "ui/assignment/reason_line.h"
#include "ui/assignment/slip_text.h"
#include "ui/assignment/unit_tree_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/search_field.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeView>

using namespace trucban;

class AssignmentForwardTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ScratchDatabase> m_scratch;
    std::unique_ptr<DeskBench> m_officer;
    std::unique_ptr<AssignmentPanel> m_panel;

    void open(CaseId id)
    {
        m_panel->showCase(id);
        QTRY_VERIFY(m_panel->isSettled());
    }
    QTreeView *tree() { return m_panel->findChild<QTreeView *>(); }
    SearchField *field() { return m_panel->findChild<SearchField *>(); }
    ForwardForm *form() { return m_panel->findChild<ForwardForm *>(); }

private Q_SLOTS:
    void initTestCase() { Theme::install(*qApp, Scheme::Light); }

    void init()
    {
        m_scratch = std::make_unique<ScratchDatabase>();
        m_scratch->ask(u"SELECT core.save_row('unit', '{\"code\": \"PC05\", \"name\": \"Phòng cũ\", \"level\": \"department\", \"parent_code\": \"CAHN\", \"valid_from\": \"2019-01-01\", \"valid_to\": \"2025-02-28\"}')"_s);
        m_scratch->ask(u"SELECT core.save_row('unit', '{\"code\": \"PC05\", \"name\": \"Phòng mới\", \"level\": \"department\", \"parent_code\": \"CAHN\", \"valid_from\": \"2025-03-01\"}')"_s);
        m_scratch->ask(u"SELECT core.save_row('template', '{\"code\": \"CHI_DAO\", \"stage\": \"instruction\", \"name\": \"Đề nghị kiểm tra\", \"body\": \"Đề nghị kiểm tra {{case}} trước {{deadline}}.\"}')"_s);
        m_officer = std::make_unique<DeskBench>(*m_scratch, u"officer1"_s);
        m_panel = std::make_unique<AssignmentPanel>(m_officer->bench);
        m_panel->resize(1200, 800);
        m_officer->bench.actions.setWindow(m_panel.get());
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        m_panel->activateWindow();
    }
    void cleanup()
    {
        m_panel.reset();
        m_officer.reset();
        m_scratch.reset();
    }

    void theModelKeepsItsPromises()
    {
        UnitTreeModel model;
        QAbstractItemModelTester tester(&model);
        AssignmentDesk desk(m_officer->bench.database);
        const auto directory = answerOf(desk.directory());
        QVERIFY(directory);
        model.setDirectory(*directory);
        QVERIFY(model.rowCount() > 0);
        model.setSuggestions({{directory->units.first().id, 1, {{Suggestion::AreaOfCase, u"Ba Đình"_s}}}}, {});
        model.setQuery(u"ba dinh"_s);
        QVERIFY(model.firstUnit().isValid());
        model.setQuery({});
    }

    void keysAloneForwardToLeadAndCoHandlingAndBothUnitsSeeIt()
    {
        const CaseId id = arrive(*m_scratch, u"Nhóm thanh niên gây rối ở phường Ba Đình"_s);
        classify(*m_officer, id);
        open(id);
        field()->setFocus();
        QTest::keyClicks(field(), u"pc06"_s);
        QTest::keyClick(field(), Qt::Key_Down);
        QTRY_VERIFY(tree()->hasFocus());
        QTest::keyClick(tree(), Qt::Key_Return);
        field()->setFocus();
        field()->selectAll();
        QTest::keyClicks(field(), u"giao thong"_s);
        QTest::keyClick(field(), Qt::Key_Down);
        QTest::keyClick(tree(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(form()->units().picks().size(), 2);
        QVERIFY(form()->units().picks().at(0).lead);
        QCOMPARE(form()->units().picks().at(0).code, u"PC06"_s);
        QVERIFY(!form()->units().picks().at(1).lead);
        QVERIFY(form()->slip().contains(u"Đơn vị chủ trì: Phòng Cảnh sát quản lý hành chính"_s));
        QVERIFY(form()->slip().contains(u"Đơn vị phối hợp: Phòng Cảnh sát giao thông"_s));
        QVERIFY(!form()->slip().contains(u"Nguyễn Thị Kín"_s)); // never who the citizen is
        auto *instruction = form()->findChildren<QPlainTextEdit *>().first();
        instruction->setFocus();
        QTest::keyClicks(instruction, u"Den ngay"_s);
        QTest::keyClick(instruction, Qt::Key_Return, Qt::ControlModifier); // one key forwards
        QTRY_VERIFY(m_panel->notice().text().contains(u"Forwarded to"_s));
        QTRY_VERIFY(m_panel->isSettled());
        QCOMPARE(m_scratch->ask(u"SELECT status FROM core.case WHERE id = %1"_s.arg(id.value)), u"forwarded"_s);
        QCOMPARE(m_scratch->ask(u"SELECT string_agg(u.code || ' ' || a.lead || ' ' || a.instruction, ', ' ORDER BY a.id) FROM core.assignment a JOIN core.unit u ON u.id = a.unit_id"_s),
                 u"PC06 true Den ngay, PC08 false Den ngay"_s);
        for (const QString &login : {u"unit1"_s, u"unit2"_s}) {
            DeskBench unit(*m_scratch, login);
            QCOMPARE(unit.call(u"SELECT count(*)::text AS answer FROM desk.cases"_s), u"1"_s);
        }
        QVERIFY(form()->units().picks().isEmpty()); // and the form is ready for the next
    }

    void theSuggestionSaysWhyInWords()
    {
        const CaseId id = arrive(*m_scratch, u"Xin hỏi công an phường Trúc Bạch quận Ba Đình"_s); // a former ward
        classify(*m_officer, id);
        open(id);
        const auto *model = qobject_cast<UnitTreeModel *>(tree()->model());
        const QModelIndex first = model->firstUnit();
        QCOMPARE(first.data().toString(), u"Công an phường Ba Đình"_s);
        QVERIFY2(first.data(UnitTreeModel::HintRole).toString().contains(u"a former ward"_s), qPrintable(first.data(UnitTreeModel::HintRole).toString()));
        tree()->setFocus();
        QTest::keyClick(tree(), Qt::Key_Return);
        QCOMPARE(form()->units().picks().value(0).code, u"CAP-00004"_s);
    }

    void whereSuchCasesWentCountsToo()
    {
        const CaseId before = arrive(*m_scratch, u"Mất xe"_s);
        classify(*m_officer, before);
        QVERIFY(!m_officer->call(u"SELECT desk.forward(%1, (SELECT revision FROM desk.cases WHERE id = %1), jsonb_build_array(jsonb_build_object('unit', (SELECT id FROM desk.units WHERE code = 'PC08'), 'lead', true)), '', gen_random_uuid()) AS answer"_s.arg(before.value)).startsWith(u"refused"));
        const CaseId id = arrive(*m_scratch, u"Mất xe nữa"_s);
        classify(*m_officer, id);
        open(id);
        const QModelIndex first = qobject_cast<UnitTreeModel *>(tree()->model())->firstUnit();
        QCOMPARE(first.data(UnitTreeModel::CodeRole).toString(), u"PC08"_s);
        QVERIFY(first.data(UnitTreeModel::HintRole).toString().contains(u"last month"_s));
    }

    void searchFindsOldWardsWithAndWithoutMarks()
    {
        const CaseId id = arrive(*m_scratch, u"Xin chào"_s);
        open(id);
        for (const QString &query : {u"truc bach"_s, u"Trúc Bạch"_s, u"ba đình"_s, u"cap-00004"_s}) {
            m_panel->search(query);
            QCOMPARE(tree()->model()->index(0, 0).data(UnitTreeModel::CodeRole).toString(), u"CAP-00004"_s);
        }
        m_panel->search(u"không có đâu"_s);
        QCOMPARE(tree()->model()->rowCount(), 0);
    }

    void aUnitThatEndedIsStruckWithItsSuccessorAndNotPicked()
    {
        const CaseId id = arrive(*m_scratch, u"Xin chào"_s);
        classify(*m_officer, id);
        open(id);
        m_panel->search(u"phong cu"_s);
        const QModelIndex old = tree()->model()->index(0, 0);
        QCOMPARE(old.data().toString(), u"Phòng cũ"_s);
        QVERIFY(!old.data(UnitTreeModel::ValidRole).toBool());
        QVERIFY(old.data(UnitTreeModel::HintRole).toString().contains(u"Phòng mới"_s));
        tree()->setFocus();
        QTest::keyClick(tree(), Qt::Key_Return);
        QVERIFY(form()->units().picks().isEmpty());
        QVERIFY(m_panel->notice().text().contains(u"no longer exists"_s));
    }

    void theUnitComplainedOfIsRefusedInWordsHereAndByTheServer()
    {
        const CaseId id = arrive(*m_scratch, u"Cán bộ PC06 có thái độ không đúng mực"_s);
        const QString unit = m_scratch->ask(u"SELECT id FROM core.unit WHERE code = 'PC06'"_s);
        classify(*m_officer, id, uR"({"category": "ANTT", "urgency": "high", "about_unit": %1})"_s.arg(unit));
        open(id);
        m_panel->search(u"pc06"_s);
        tree()->setFocus();
        QTest::keyClick(tree(), Qt::Key_Return);
        QVERIFY(form()->units().picks().isEmpty());
        QVERIFY(m_panel->notice().text().contains(u"may not be sent there"_s));
        AssignmentDesk desk(m_officer->bench.database); // a desk that does not ask itself is refused all the same
        const int revision = m_scratch->ask(u"SELECT revision FROM core.case WHERE id = %1"_s.arg(id.value)).toInt();
        const auto outcome = answerOf(desk.forward(id, Revision{revision}, {{UnitId{unit.toLongLong()}, true}}, {}, {}, newRequest()));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, u"conflict_of_interest"_s);
        QVERIFY(assignmentWords::refusal(outcome.error()).happened.contains(u"Phòng Cảnh sát quản lý hành chính"_s));
    }

    void whoDoesNotHoldTheCaseIsToldWhoDoes()
    {
        DeskBench other(*m_scratch, u"officer2"_s);
        const CaseId id = arrive(*m_scratch, u"Đánh nhau"_s);
        classify(other, id);
        open(id);
        m_panel->search(u"pc08"_s);
        tree()->setFocus();
        QTest::keyClick(tree(), Qt::Key_Return);
        button(m_panel.get(), u"Forward"_s)->click();
        QTRY_VERIFY(m_panel->notice().text().contains(u"Trần Minh Châu holds this case"_s));
        QCOMPARE(form()->units().picks().size(), 1); // what was chosen is kept
    }

    void aStaleForwardSaysWhatChanged()
    {
        const CaseId id = arrive(*m_scratch, u"Đánh nhau"_s);
        classify(*m_officer, id);
        AssignmentDesk desk(m_officer->bench.database);
        const auto outcome = answerOf(desk.forward(id, Revision{1}, {}, {}, {}, newRequest()));
        QCOMPARE(outcome.error().code, u"stale_revision"_s);
        const QString words = assignmentWords::refusal(outcome.error()).happened;
        QVERIFY2(words.contains(u"Nguyễn Hải An claimed it"_s) && words.contains(u"classified it"_s), qPrintable(words));
    }

    void theSameRequestForwardsOnce()
    {
        const CaseId id = arrive(*m_scratch, u"Đánh nhau"_s);
        classify(*m_officer, id);
        AssignmentDesk desk(m_officer->bench.database);
        const Revision seen{m_scratch->ask(u"SELECT revision FROM core.case WHERE id = %1"_s.arg(id.value)).toInt()};
        const UnitId unit{m_scratch->ask(u"SELECT id FROM core.unit WHERE code = 'PC08'"_s).toLongLong()};
        const QString request = newRequest();
        QVERIFY(answerOf(desk.forward(id, seen, {{unit, true}}, {}, {}, request)));
        QVERIFY(answerOf(desk.forward(id, seen, {{unit, true}}, {}, {}, request)));
        QCOMPARE(m_scratch->ask(u"SELECT count(*) FROM core.assignment"_s), u"1"_s);
    }

    void theTemplateFillsItselfAndALooseVariableStops()
    {
        const CaseId id = arrive(*m_scratch, u"Đánh nhau"_s);
        classify(*m_officer, id);
        open(id);
        auto *instruction = form()->findChildren<QPlainTextEdit *>().first();
        instruction->setPlainText(u"Đề nghị kiểm tra {{case}} trước {{deadline}}."_s);
        QVERIFY(form()->instruction().contains(m_scratch->ask(u"SELECT number FROM core.case"_s)));
        QVERIFY(!form()->instruction().contains(u"{{"_s));
        instruction->setPlainText(u"Báo cho {{ai}}"_s);
        m_panel->search(u"pc08"_s);
        tree()->setFocus();
        QTest::keyClick(tree(), Qt::Key_Return);
        button(m_panel.get(), u"Forward"_s)->click();
        QVERIFY(m_panel->notice().text().contains(u"“ai”"_s));
        QCOMPARE(m_scratch->ask(u"SELECT count(*) FROM core.assignment"_s), u"0"_s);
    }

    void whatWasChosenComesBackWithTheCase()
    {
        const CaseId id = arrive(*m_scratch, u"Đánh nhau"_s);
        const CaseId other = arrive(*m_scratch, u"Mất xe"_s);
        classify(*m_officer, id);
        open(id);
        m_panel->search(u"pc08"_s);
        tree()->setFocus();
        QTest::keyClick(tree(), Qt::Key_Space);
        open(other);
        QVERIFY(form()->units().picks().isEmpty());
        open(id);
        QCOMPARE(form()->units().picks().size(), 1);
    }

    void withdrawNeedsAReasonAndTheUnitSeesItNoMore()
    {
        const CaseId id = arrive(*m_scratch, u"Đánh nhau"_s);
        classify(*m_officer, id);
        open(id);
        m_panel->search(u"pc08"_s);
        tree()->setFocus();
        QTest::keyClick(tree(), Qt::Key_Return);
        button(m_panel.get(), u"Forward"_s)->click();
        QTRY_VERIFY(button(m_panel.get(), u"Withdraw…"_s));
        button(m_panel.get(), u"Withdraw…"_s)->click();
        auto *line = m_panel->findChild<ReasonLine *>();
        QVERIFY(line);
        QVERIFY(!button(line, u"Withdraw"_s)->isEnabled());
        QTest::keyClicks(line->findChild<QLineEdit *>(), u"Gui nham don vi"_s);
        QTest::keyClick(line->findChild<QLineEdit *>(), Qt::Key_Return);
        QTRY_COMPARE(m_scratch->ask(u"SELECT state || ': ' || reason FROM core.assignment"_s), u"withdrawn: Gui nham don vi"_s);
        DeskBench unit(*m_scratch, u"unit2"_s);
        QCOMPARE(unit.call(u"SELECT count(*)::text AS answer FROM desk.cases"_s), u"0"_s);
    }

    void deadlinesReadAsPeopleSayThem()
    {
        const WorkCalendar calendar;
        const QDateTime night(QDate(2026, 11, 24), QTime(3, 0), hanoiZone()); // a Tuesday
        QCOMPARE(assignmentWords::until(night.addSecs(4 * 3600), night, calendar), u"in 4 hours, none of it office time"_s);
        QCOMPARE(assignmentWords::until(night.addSecs(7 * 3600), night, calendar), u"in 7 hours, of which 2 hours of office time"_s);
        const QDateTime due = termEnd(night, {7, Term::WorkingDays}, calendar);
        QVERIFY(assignmentWords::until(due, night, calendar).startsWith(u"in 7 working days, to the end of"_s));
        QCOMPARE(assignmentWords::until(night.addSecs(-1), night, calendar), u"This moment has passed."_s);
    }

    void theActionOpensThePanelOfTheCaseShown()
    {
        AssignmentPlace place(m_officer->bench);
        QVERIFY(!m_officer->bench.actions.trigger(u"case.forward")); // no case, nothing to forward
        place.open(Target::ofCase(arrive(*m_scratch, u"Đánh nhau"_s)));
        QVERIFY(m_officer->bench.actions.trigger(u"case.forward"));
        QCOMPARE(m_officer->bench.actions.keys(u"case.forward"), QList<QKeySequence>{Qt::Key_F4});
    }
};

QTEST_MAIN(AssignmentForwardTest)
#include "test_assignment_forward.moc"
