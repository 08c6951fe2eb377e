// SPDX-License-Identifier: GPL-3.0-or-later
// The wall over a whole screen and the figures of the dashboard: opened by their names, closed by Esc, every number a way to its cases.
#include "window_desk.h"

#include "ui/charts/area_map.h"
#include "ui/charts/bar_table.h"
#include "ui/charts/heat_map.h"
#include "ui/dashboard/behind_page.h"
#include "ui/dashboard/figures_pane.h"
#include "ui/frame/action_registry.h"
#include "ui/wall/wall_blocks.h"
#include "ui/wall/wall_view.h"
#include "ui/wall/wall_window.h"

#include <QApplication>
#include <QDir>
#include <QListWidget>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>

using namespace trucban;

class WallTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    QString file() const { return m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u".ini"_s); }

    /// Three cases came in just now, two of them are late, one with a unit since long
    static QList<CaseId> giveCases(const ScratchDatabase &scratch)
    {
        QList<CaseId> ids;
        for (int i = 0; i < 3; ++i)
            ids.append(given(scratch, {u"psid-%1"_s.arg(i), u"Tin số %1"_s.arg(i), u"medium"_s, QDateTime::currentDateTimeUtc().addSecs(-1), {}}));
        scratch.ask(u"UPDATE core.case SET urgency = 'high' WHERE id = %1 RETURNING 1"_s.arg(ids[0].value));
        scratch.ask(u"UPDATE core.case SET burns_at = now() - interval '65 minutes' WHERE id = %1 RETURNING 1"_s.arg(ids[0].value));
        scratch.ask(u"UPDATE core.case SET burns_at = now() - interval '3 days' WHERE id = %1 RETURNING 1"_s.arg(ids[1].value));
        scratch.ask(uR"(INSERT INTO core.charge (case_id, stage, holder, unit_id, from_at, to_at, due_at) SELECT %1, 'answer', 'unit', id, now() - interval '2 days', now() - interval '1 hour', now() - interval '1 day'
            FROM core.unit WHERE code = 'PC06' RETURNING 1)"_s.arg(ids[0].value));
        return ids;
    }
    static WallView *wallOf(const WindowDesk &)
    {
        for (QWidget *top : QApplication::topLevelWidgets()) {
            if (auto *window = qobject_cast<WallWindow *>(top); window && window->isVisible())
                return &window->view();
        }
        return nullptr;
    }
    template<typename Block>
    static Block *block(QWidget *within)
    {
        auto *found = within->findChild<Block *>();
        if (found)
            found->grab();
        return found;
    }

private Q_SLOTS:
    void initTestCase() { Theme::install(*qApp, Scheme::Light); }

    void theWallFillsAScreenTellsWhoHoldsWhatAndEscClosesIt()
    {
        const ScratchDatabase scratch;
        const auto ids = giveCases(scratch);
        WindowDesk desk(scratch, u"supervisor1"_s, file());
        QVERIFY(desk.session->actions().action(u"wall.open"));
        QVERIFY(desk.session->actions().trigger(u"wall.open"));
        WallView *wall = wallOf(desk);
        QVERIFY(wall);
        QVERIFY(wall->window()->windowState() & Qt::WindowFullScreen);
        const auto linksOf = [](LinkedCanvas *canvas) {
            canvas->grab();
            return canvas->links();
        };
        auto *red = wall->findChild<RedCases *>();
        QTRY_COMPARE_WITH_TIMEOUT(linksOf(red).size(), 2, 15'000);
        QVERIFY2(red->links().first().words.contains(u"1 h 05"_s), qPrintable(red->links().first().words)); // the urgent one first, then the latest
        QVERIFY(red->links().last().words.contains(u"3 d"_s));
        auto *load = wall->findChild<LoadStrip *>();
        QVERIFY2(linksOf(load).first().words.contains(u": 2,"_s), qPrintable(load->links().first().words));
        auto *units = wall->findChild<BarTable *>();
        QCOMPARE(linksOf(units).size(), 1);
        QVERIFY2(units->links().first().words.contains(u"0 of 1"_s), qPrintable(units->links().first().words));
        QVERIFY(!wall->findChild<EmergencyBanner *>()->isVisible());
        QTest::keyClick(red, Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!wallOf(desk), 15'000);
        QVERIFY(desk.window().isVisible());
    }

    void anEmergencyNobodyTookInIsTheOneThingThatBlinks()
    {
        const ScratchDatabase scratch;
        WindowDesk desk(scratch, u"officer1"_s, file());
        QVERIFY(desk.session->actions().trigger(u"wall.open"));
        WallView *wall = wallOf(desk);
        QVERIFY(wall);
        auto *banner = wall->findChild<EmergencyBanner *>();
        QTRY_VERIFY_WITH_TIMEOUT(wall->standing().contains(u"as of"_s), 15'000);
        QVERIFY(!banner->isVisible());
        const CaseId fire = given(scratch, {u"f"_s, u"Cháy nhà"_s, u"emergency"_s, QDateTime::currentDateTimeUtc(), {}});
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), 15'000); // by itself
        QCOMPARE(banner->isBlinking(), Theme::motion());
        banner->grab();
        QCOMPARE(banner->links().first().target[u"case"_s].toInteger(), fire.value);
        scratch.ask(u"UPDATE core.case SET status = 'claimed', holder_id = (SELECT id FROM core.person WHERE login = 'officer1'), lease_until = now() + interval '5 minutes' WHERE id = %1 RETURNING pg_notify('trucban', 'case:' || id)"_s.arg(fire.value));
        QTRY_VERIFY_WITH_TIMEOUT(!banner->isVisible(), 15'000);
        QVERIFY(!banner->isBlinking());
        wall->window()->close();
    }

    void aNumberOfTheWallOpensItsCasesAtTheDesk()
    {
        const ScratchDatabase scratch;
        giveCases(scratch);
        WindowDesk desk(scratch, u"supervisor1"_s, file());
        QVERIFY(desk.session->actions().trigger(u"wall.open"));
        WallView *wall = wallOf(desk);
        QVERIFY(wall);
        auto *units = wall->findChild<BarTable *>();
        QTRY_VERIFY_WITH_TIMEOUT((units->grab(), units->links().size() == 1), 15'000);
        QTest::keyClick(units, Qt::Key_Home);
        QTest::keyClick(units, Qt::Key_Return);
        QTRY_COMPARE(desk.session->places().current()->id(), u"dashboard"_s);
        auto *behind = desk.window().findChild<BehindPage *>();
        QTRY_COMPARE_WITH_TIMEOUT(behind->shown(), 1, 15'000);
        auto *load = wall->findChild<LoadStrip *>();
        QTest::keyClick(load, Qt::Key_Home);
        QTest::keyClick(load, Qt::Key_Return);
        QTRY_COMPARE(desk.session->places().current()->id(), u"inbox"_s);
        desk.untilSettled();
        QCOMPARE(desk.inbox().filter().view, u"overdue"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.model().rowCount(), 2, 15'000);
        wall->window()->close();
    }

    void theFiguresOfAPeriodOpenTheirCases()
    {
        const ScratchDatabase scratch;
        const auto ids = giveCases(scratch);
        WindowDesk desk(scratch, u"supervisor1"_s, file());
        auto &places = desk.session->places();
        QVERIFY(places.go(u"dashboard"));
        desk.window().findChild<QTabBar *>(u"dashboardTabs"_s)->setCurrentIndex(1);
        auto *figures = desk.window().findChild<FiguresPane *>();
        QTRY_VERIFY_WITH_TIMEOUT(figures->isVisible() && figures->isSettled(), 15'000);
        auto *trends = figures->findChild<NumberStrip *>();
        trends->grab();
        QVERIFY2(trends->links().first().words.contains(u": 3,"_s), qPrintable(trends->links().first().words)); // what came in
        auto *heat = block<HeatMap>(figures);
        QVERIFY(!heat->links().isEmpty());
        for (const QSize size : {QSize(1366, 768), QSize(1920, 1080)}) { // calm: it scrolls down, never sideways
            desk.window().resize(size);
            QTRY_COMPARE(figures->horizontalScrollBar()->maximum(), 0);
            QDir().mkpath(QStringLiteral(TRUCBAN_BINARY_DIR "/../pictures"));
            figures->widget()->grab().save(QStringLiteral(TRUCBAN_BINARY_DIR "/../pictures/figures-%1.png").arg(size.width()));
        }
        QTest::keyClick(heat, Qt::Key_Home);
        QTest::keyClick(heat, Qt::Key_Return);
        auto *behind = desk.window().findChild<BehindPage *>();
        QTRY_VERIFY_WITH_TIMEOUT(behind->isVisible() && behind->shown() > 0, 15'000);
        auto *list = desk.window().findChild<QListWidget *>(u"behindList"_s);
        QTest::keyClick(list, Qt::Key_Escape);
        QTRY_VERIFY(figures->isVisible());
        QTest::keyClick(trends, Qt::Key_Home);
        QTest::keyClick(trends, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(behind->shown(), 3, 15'000);
        list->setCurrentRow(0);
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(scratch.ask(u"SELECT count(*) FROM core.reading WHERE case_id = %1"_s.arg(ids.last().value)), u"1"_s, 15'000); // the newest is shown
    }

    void aUnitHasNoWall()
    {
        const ScratchDatabase scratch;
        WindowDesk desk(scratch, u"unit1"_s, file());
        QVERIFY(!desk.session->actions().action(u"wall.open"));
    }
};

QTEST_MAIN(WallTest)
#include "test_wall.moc"
