// SPDX-License-Identifier: GPL-3.0-or-later
// Two journeys of responsibility. A complaint about officers goes to the inspectorate, and their own unit never learns of it, though its desk stands open.
// An overdue case climbs the ladder by the gateway's clock, rings at the desks of those who answer for it, and the wall shows why.
#include "journey/desk.h"

#include "ui/assignment/assignment_panel.h"
#include "ui/assignment/forward_form.h"
#include "ui/cases/classify_popup.h"
#include "ui/charts/linked_canvas.h"
#include "ui/clocks/clocks_panel.h"
#include "ui/inbox/filter_bar.h"
#include "ui/inbox/inbox_model.h"
#include "ui/inbox/inbox_widget.h"
#include "ui/notices/notice_panel.h"
#include "ui/notices/notices_place.h"
#include "ui/theme/theme.h"
#include "ui/wall/wall_view.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/search_field.h"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QStandardPaths>
#include <QTreeView>

using namespace trucban;

class ResponsibilityJourney : public QObject
{
    Q_OBJECT

    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<Desk> m_officer, m_unit, m_inspector, m_supervisor;
    CaseId m_case;

    QString ask(const QString &sql) { return m_stage->database.ask(sql); }
    QString status() { return ask(u"SELECT status FROM core.case WHERE id = %1"_s.arg(m_case.value)); }
    static NoticeBoard &board(Desk &desk) { return dynamic_cast<NoticesPlace *>(desk.session->places().byId(u"notices"))->board(); }
    /// As somebody with psql and this login would ask.
    Result<QString> asLogin(const QString &login, const QString &sql)
    {
        Database database(m_stage->database.connectAs(login));
        return answerOf(database.write([&](Session &session) {
            return session.sql(u"SELECT (%1)::text AS answer"_s.arg(sql)).one([](const Row &row) { return row.get<QString>(u"answer"); });
        }));
    }
    void later(const QString &interval)
    {
        ask(u"INSERT INTO core.setting VALUES ('test_now', to_jsonb(core.now() + interval '%1')) ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s.arg(interval));
    }
    bool arrives(const QString &who, const QString &text)
    {
        const QString psid = m_stage->citizen(who);
        if (m_stage->writes(psid, text).isEmpty())
            return false;
        return QTest::qWaitFor([&] {
            m_case = CaseId{ask(u"SELECT coalesce(max(case_id), 0) FROM core.message WHERE text = '%1'"_s.arg(text)).toLongLong()};
            return bool(m_case);
        }, patience);
    }
    void takeAndClassify(const QString &category, const QString &aboutUnit)
    {
        QVERIFY(m_officer->session->places().open(m_case));
        QTRY_COMPARE_WITH_TIMEOUT(m_officer->view().subject().id, m_case, patience);
        QVERIFY(m_officer->does("case.claim"));
        QTRY_VERIFY_WITH_TIMEOUT(m_officer->view().isMine(), patience);
        QVERIFY(m_officer->does("case.classify"));
        ClassifyPopup *popup = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((popup = m_officer->view().findChild<ClassifyPopup *>()), patience);
        popup->choose(category, u"high"_s);
        if (!aboutUnit.isEmpty()) {
            for (auto *box : popup->findChildren<QComboBox *>()) {
                if (box->accessibleName().startsWith(u"Unit complained of"_s))
                    box->setCurrentIndex(box->findData(ask(u"SELECT id FROM core.unit WHERE code = '%1'"_s.arg(aboutUnit)).toLongLong()));
            }
        }
        popup->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_officer->view().subject().status, u"classified"_s, patience);
    }
    AssignmentPanel *pick(const QString &unit)
    {
        if (!m_officer->does("case.forward"))
            return nullptr;
        AssignmentPanel *panel = nullptr;
        if (!QTest::qWaitFor([&] { return (panel = m_officer->find<AssignmentPanel>()) && panel->isVisible() && panel->isSettled(); }, patience))
            return nullptr;
        panel->search(unit);
        auto *tree = panel->findChild<QTreeView *>();
        QTest::keyClick(panel->findChild<SearchField *>(), Qt::Key_Down);
        QTest::keyClick(tree, Qt::Key_Return);
        return panel;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        Theme::install(*qApp, Scheme::Light);
        m_stage = std::make_unique<Stage>();
        QVERIFY(m_stage->open());
        ask(u"SELECT core.save_row('unit', '{\"code\": \"PX05\", \"name\": \"Thanh tra Công an thành phố\", \"level\": \"department\", \"parent_code\": \"CAHN\"}')"_s);
        ask(u"UPDATE core.person SET unit_id = (SELECT id FROM core.unit WHERE code = 'PX05') WHERE login = 'unit2'"_s);
        ask(u"UPDATE core.category SET default_unit_id = (SELECT id FROM core.unit WHERE code = 'PX05') WHERE code = 'TAC_PHONG'"_s);
        ask(u"INSERT INTO core.unit_head (unit_id, name, rank, post, from_at) SELECT id, 'Hoàng Văn Đức', 'Thượng tá', 'Trưởng phòng', '2026-01-01' FROM core.unit WHERE code = 'PC06'"_s);
        ask(u"UPDATE core.setting SET value = '864000' WHERE key = 'lease_seconds'"_s);
        m_officer = std::make_unique<Desk>(m_stage->database, u"officer1"_s);
        m_unit = std::make_unique<Desk>(m_stage->database, u"unit1"_s);
        m_inspector = std::make_unique<Desk>(m_stage->database, u"unit2"_s);
        m_supervisor = std::make_unique<Desk>(m_stage->database, u"supervisor1"_s);
    }
    void cleanupTestCase()
    {
        m_supervisor.reset();
        m_inspector.reset();
        m_unit.reset();
        m_officer.reset();
        if (m_stage)
            QVERIFY(m_stage->gateway.stop());
        m_stage.reset();
    }

    void aComplaintGoesToTheInspectorateAndNotToTheUnitItIsAbout()
    {
        QVERIFY(arrives(u"Người tố cáo"_s, u"Cán bộ PC06 đòi tiền khi làm căn cước cho tôi"_s));
        takeAndClassify(u"TAC_PHONG"_s, u"PC06"_s);
        AssignmentPanel *panel = pick(u"pc06"_s);
        QVERIFY(panel);
        QVERIFY(panel->findChild<ForwardForm *>()->units().picks().isEmpty());
        QVERIFY(panel->notice().text().contains(u"may not be sent there"_s));
        panel = pick(u"px05"_s);
        QVERIFY(panel);
        QTRY_COMPARE_WITH_TIMEOUT(panel->findChild<ForwardForm *>()->units().picks().size(), 1, patience);
        QVERIFY(m_officer->does("assignment.send"));
        QTRY_COMPARE_WITH_TIMEOUT(status(), u"forwarded"_s, patience);
        // the inspectorate sees it at once
        auto *theirs = m_inspector->find<InboxWidget>();
        QTRY_COMPARE_WITH_TIMEOUT(theirs->model().rowCount(), 1, patience);
        QCOMPARE(theirs->model().row(0).id, m_case);
    }

    void itsLadderRingsThereAndNotAtTheUnit()
    {
        later(u"2 hours 1 minute"_s); // an urgent one is confirmed within two hours
        QTRY_VERIFY_WITH_TIMEOUT(!board(*m_inspector).waiting().isEmpty(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!board(*m_supervisor).waiting().isEmpty(), patience);
        QCOMPARE(board(*m_inspector).waiting().first().caseId, m_case);
        QCOMPARE(board(*m_inspector).waiting().first().facts[u"stage"].toString(), u"confirm"_s);
        QVERIFY(board(*m_unit).isSettled() && board(*m_unit).waiting().isEmpty());
    }

    void theUnitFindsNothingWhateverItTries()
    {
        auto *inbox = m_unit->find<InboxWidget>();
        for (const QString &view : {u"all"_s, u"my_unit"_s}) {
            inbox->showView(view);
            QTRY_VERIFY_WITH_TIMEOUT(inbox->isSettled(), patience);
            QCOMPARE(inbox->model().rowCount(), 0);
        }
        inbox->bar().search().ask(u"đòi tiền"_s);
        QTRY_VERIFY_WITH_TIMEOUT(inbox->isSettled(), patience);
        QCOMPARE(inbox->model().rowCount(), 0);
        m_unit->session->places().open(Target::ofCaseNumber(ask(u"SELECT number FROM core.case WHERE id = %1"_s.arg(m_case.value))));
        QTRY_VERIFY_WITH_TIMEOUT(m_unit->view().isSettled(), patience);
        for (const auto *label : m_unit->session->window().findChildren<QLabel *>())
            QVERIFY2(!label->text().contains(u"đòi tiền"_s), qPrintable(label->text()));
        // nor with psql
        for (const QString &sql : {u"SELECT count(*) FROM desk.cases"_s, u"SELECT count(*) FROM desk.assignments"_s, u"SELECT count(*) FROM desk.events"_s, u"SELECT count(*) FROM desk.notices"_s,
                                   u"SELECT count(*) FROM desk.charges"_s, u"SELECT count(*) FROM desk.search('doi tien')"_s, u"SELECT count(*) FROM core.notice"_s})
            QCOMPARE(asLogin(u"unit1"_s, sql).value(), u"0"_s);
        QCOMPARE(asLogin(u"unit1"_s, u"desk.clocks(%1)"_s.arg(m_case.value)).error().code, u"case_not_found"_s);
        QVERIFY(!asLogin(u"unit1"_s, u"desk.metric('misrouted', now() - interval '1 day', now(), 'unit')"_s));
        QCOMPARE(asLogin(u"unit1"_s, u"desk.confirm((SELECT max(x) FROM generate_series(1, 1) x), gen_random_uuid())"_s).error().code, u"assignment_not_found"_s);
    }

    void theInspectorateAnswersAndTheLedgerNamesIt()
    {
        QVERIFY(m_inspector->session->places().open(m_case));
        QTRY_COMPARE_WITH_TIMEOUT(m_inspector->view().subject().id, m_case, patience);
        QVERIFY(m_inspector->does("unit.confirm"));
        QTRY_COMPARE_WITH_TIMEOUT(ask(u"SELECT string_agg(u.code || ' ' || g.stage, ', ' ORDER BY g.id) FROM core.charge g JOIN core.unit u ON u.id = g.unit_id WHERE case_id = %1"_s.arg(m_case.value)),
                                  u"PX05 confirm, PX05 answer"_s, patience);
        QTRY_VERIFY_WITH_TIMEOUT(board(*m_inspector).waiting().isEmpty(), patience); // confirmed: it rings no more
    }

    void anOverdueCaseClimbsTheLadderAndTheWallShowsWhy()
    {
        QVERIFY(arrives(u"Người báo tin"_s, u"Nhiều xe đỗ chặn cổng trường học"_s));
        takeAndClassify(u"ANTT"_s, {});
        AssignmentPanel *panel = pick(u"pc06"_s);
        QVERIFY(panel);
        QTRY_COMPARE_WITH_TIMEOUT(panel->findChild<ForwardForm *>()->units().picks().size(), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(panel->isSettled() && m_officer->view().isSettled(), patience);
        // told that the case has changed since it was looked at, a person looks and sends again
        QVERIFY2(QTest::qWaitFor([&] {
            if (status() != u"forwarded" && panel->isSettled())
                m_officer->session->actions().trigger(u"assignment.send");
            return status() == u"forwarded";
        }, patience), qPrintable(panel->notice().text()));

        const auto rungs = [this] {
            return ask(u"SELECT string_agg(rung, ' ' ORDER BY e.id) FROM core.escalation e JOIN core.charge g ON g.id = e.charge_id WHERE e.case_id = %1 AND g.stage = 'confirm'"_s.arg(m_case.value));
        };
        later(u"61 minutes"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rungs(), u"50"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(board(*m_unit).waiting().size(), 1, patience);
        later(u"40 minutes"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rungs(), u"50 80"_s, patience);
        later(u"30 minutes"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rungs(), u"50 80 100"_s, patience);
        later(u"24 hours"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rungs(), u"50 80 100 after_24h"_s, patience);
        // one notice, the highest, where it burns
        QTRY_VERIFY_WITH_TIMEOUT(board(*m_unit).waiting().size() == 1 && board(*m_unit).waiting().first().severity == DeskNotice::Alarm, patience);
        QVERIFY(ask(u"SELECT string_agg(x ->> 'name', ', ') FROM core.escalation e, jsonb_array_elements(told) x WHERE case_id = %1 AND rung = 'after_24h'"_s.arg(m_case.value)).contains(u"Hoàng Văn Đức"_s));

        // the wall: the case is red, with its holder and the head of the unit
        const QString number = ask(u"SELECT number FROM core.case WHERE id = %1"_s.arg(m_case.value));
        m_supervisor->front();
        m_supervisor->session->places().go(u"wall");
        WallView *wall = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((wall = m_supervisor->find<WallView>()) && wall->isVisible(), patience);
        auto *red = wall->findChild<LinkedCanvas *>(u"wallRed"_s);
        const LinkedCanvas::Link *link = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT(([&] {
            const auto found = std::ranges::find_if(red->links(), [&](const auto &one) { return one.words.contains(number); });
            link = found == red->links().end() ? nullptr : &*found;
            return link != nullptr;
        })(), patience);
        QVERIFY2(link->words.contains(u"Hoàng Văn Đức"_s), qPrintable(link->words));

        // and a click says why: whose minutes, by how much
        QTest::mouseClick(red, Qt::LeftButton, {}, link->box.center().toPoint());
        ClocksPanel *clocks = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((clocks = m_supervisor->find<ClocksPanel>()) && clocks->isVisible() && clocks->isSettled(), patience);
        QTRY_VERIFY2_WITH_TIMEOUT(clocks->summary().contains(u"Thượng tá Hoàng Văn Đức"_s) && clocks->summary().contains(u"overdue by 1 d 00 h"_s), qPrintable(clocks->summary()), patience);
    }
};

QTEST_MAIN(ResponsibilityJourney)
#include "test_responsibility.moc"
