// SPDX-License-Identifier: GPL-3.0-or-later
// The window around the places: it locks itself, its numbers open their cases, everything in it has a name.
#include "window_desk.h"

#include "desk/pulse.h"
#include "ui/dashboard/bar_list.h"
#include "ui/dashboard/number_tile.h"
#include "ui/dashboard/waiting_row.h"
#include "ui/frame/action_registry.h"
#include "ui/inbox/filter_bar.h"
#include "ui/inbox/keep_filter_dialog.h"
#include "ui/inbox/views_pane.h"
#include "ui/shell/idle_lock.h"
#include "ui/shell/lock_screen.h"
#include "ui/shell/tray.h"
#include "ui/widgets/search_field.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextEdit>
#include <QToolButton>

using namespace trucban;

class ShellTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    QString file() const { return m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u".ini"_s); }

    /// A desk with cases in every queue: three to take in, one of them late; one in hand, two with a unit, one answered.
    static void giveCases(const ScratchDatabase &scratch)
    {
        QList<CaseId> ids;
        for (int i = 0; i < 7; ++i)
            ids.append(given(scratch, {u"psid-%1"_s.arg(i), u"Tin số %1"_s.arg(i), u"medium"_s, QDateTime::currentDateTimeUtc(), {}}));
        const auto set = [&](int index, const QString &what) { scratch.ask(u"UPDATE core.case SET %1 WHERE id = %2 RETURNING 1"_s.arg(what).arg(ids.at(index).value)); };
        scratch.ask(u"SELECT core.save_row('category', '{\"code\": \"ANTT\", \"name\": \"An ninh\", \"name_en\": \"Security\"}')"_s);
        set(0, u"burns_at = now() - interval '1 hour'"_s);
        set(3, u"status = 'claimed', queue = 2, category_id = (SELECT id FROM core.category WHERE code = 'ANTT')"_s);
        for (const int index : {4, 5})
            set(index, u"status = 'forwarded', queue = 3, lead_unit_id = (SELECT id FROM core.unit WHERE code = 'PC06')"_s);
        set(6, u"status = 'answered', queue = 4"_s);
    }

private Q_SLOTS:
    void initTestCase() { Theme::install(*qApp, Scheme::Light); }

    void aDeskNobodyTouchesLocksAndNothingIsLost()
    {
        const ScratchDatabase scratch;
        given(scratch, {u"a"_s, u"Người báo tin: ông A, ngõ 5"_s, u"medium"_s, QDateTime::currentDateTimeUtc(), {}});
        WindowDesk desk(scratch, u"officer1"_s, file());
        QTRY_COMPARE(desk.model().rowCount(), 1);
        auto &search = desk.inbox().bar().search();
        search.setFocus();
        search.setText(u"đang gõ dở"_s);
        IdleLock &lock = desk.session->idleLock();
        QSignalSpy locked(&lock, &IdleLock::lockedChanged);
        const QImage open = desk.window().grab().toImage();
        QVERIFY(desk.session->actions().trigger(u"program.lock"));
        QVERIFY(lock.isLocked());
        QCOMPARE(locked.size(), 1);
        auto *cover = desk.window().findChild<QWidget *>(u"lockCover"_s);
        QVERIFY(cover && cover->isVisible());
        QTRY_COMPARE(cover->size(), desk.window().size());
        const QImage shut = desk.window().grab().toImage(); // of one colour: nobody's words
        for (int y = 5; y < shut.height(); y += 7) {
            for (int x = 5; x < shut.width(); x += 7)
                QCOMPARE(shut.pixel(x, y), shut.pixel(5, 5));
        }
        QVERIFY(open != shut);
        QVERIFY(QApplication::activeModalWidget() == lock.screen()); // keys of the window behind it are dead

        // an emergency is told, without a citizen's words
        given(scratch, {u"b"_s, u"Cháy nhà ở ngõ 5"_s, u"emergency"_s, QDateTime::currentDateTimeUtc(), {}});
        QTRY_VERIFY_WITH_TIMEOUT(desk.session->tray().lastTitle().startsWith(u"Emergency"), 15'000);
        QVERIFY(desk.session->tray().lastWords().isEmpty());

        lock.screen()->password().setText(u"falsch"_s);
        QTest::keyClick(&lock.screen()->password(), Qt::Key_Return);
        QVERIFY(lock.isLocked());
        QVERIFY(lock.screen()->findChild<QLabel *>(u"lockWhy"_s)->text().contains(u"not the password"));
        QVERIFY(!lock.screen()->close() || lock.isLocked()); // no way round
        lock.screen()->password().setText(u"officer1"_s); // as everybody's in a scratch database
        QTest::mouseClick(lock.screen()->findChild<QPushButton *>(u"lockOpen"_s), Qt::LeftButton);
        QTRY_VERIFY(!lock.isLocked());
        QVERIFY(!desk.window().findChild<QWidget *>(u"lockCover"_s));
        QCOMPARE(search.text(), u"đang gõ dở"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.inbox().views().countOf(u"new"_s) == 2, 15'000); // what came meanwhile is there
    }

    void theNoticeOfAnEmergencyOpensItsCase()
    {
        const ScratchDatabase scratch;
        WindowDesk desk(scratch, u"officer1"_s, file());
        const CaseId fire = given(scratch, {u"b"_s, u"Cháy nhà ở ngõ 5"_s, u"emergency"_s, QDateTime::currentDateTimeUtc(), {}});
        Tray &tray = desk.session->tray();
        QTRY_COMPARE_WITH_TIMEOUT(tray.lastCase(), fire, 15'000);
        QCOMPARE(tray.lastWords(), u"Cháy nhà ở ngõ 5"_s);
        QVERIFY(desk.session->places().go(u"dashboard"));
        desk.window().showMinimized();
        tray.openLast();
        QVERIFY(!desk.window().isMinimized());
        QTRY_VERIFY_WITH_TIMEOUT(scratch.ask(u"SELECT count(*) FROM core.reading WHERE case_id = %1"_s.arg(fire.value)) == u"1"_s, 15'000); // it is shown
    }

    void itLocksByItselfAndAKeyPutsItOff()
    {
        const ScratchDatabase scratch;
        WindowDesk desk(scratch, u"officer1"_s, file());
        IdleLock &lock = desk.session->idleLock();
        QCOMPARE(lock.minutes(), IdleLock::minutesWhenNotSaid);
        QVERIFY(desk.session->actions().trigger(u"program.lock_after_30"));
        QCOMPARE(lock.minutes(), 30);
        QVERIFY(lock.remainingMs() > 29 * 60'000);
        lock.setIdleMs(1500);
        QTRY_VERIFY_WITH_TIMEOUT(lock.remainingMs() < 1000 || lock.isLocked(), 15'000);
        if (!lock.isLocked()) {
            const int before = lock.remainingMs();
            QTest::keyClick(&desk.list(), Qt::Key_Home);
            QVERIFY(lock.remainingMs() > before); // begun anew
        }
        QTRY_VERIFY_WITH_TIMEOUT(lock.isLocked(), 15'000);
    }

    void fiveWrongPasswordsSignTheDeskOut()
    {
        const ScratchDatabase scratch;
        WindowDesk desk(scratch, u"officer1"_s, file());
        QSignalSpy out(&desk.window(), &MainWindow::signOutWanted);
        IdleLock &lock = desk.session->idleLock();
        lock.lock();
        for (int i = 0; i < 5; ++i) {
            lock.screen()->password().setText(u"falsch %1"_s.arg(i));
            QTest::keyClick(&lock.screen()->password(), Qt::Key_Return);
        }
        QTRY_COMPARE(out.size(), 1);
        QVERIFY(lock.isLocked());
    }

    void everyNumberOfTheDashboardOpensItsCases()
    {
        const ScratchDatabase scratch;
        giveCases(scratch);
        WindowDesk desk(scratch, u"supervisor1"_s, file());
        auto &places = desk.session->places();
        const auto dashboard = [&] {
            QVERIFY(places.go(u"dashboard"));
            QTRY_VERIFY_WITH_TIMEOUT(places.current()->isSettled(), 15'000);
        };
        dashboard();
        const QHash<QString, int> expected{{u"overdue"_s, 1}, {u"new"_s, 3}, {u"in_hand"_s, 1}, {u"waiting"_s, 2}, {u"answered"_s, 1}};
        for (auto it = expected.begin(); it != expected.end(); ++it) {
            dashboard();
            auto *tile = desk.window().findChild<NumberTile *>(u"tile_"_s + it.key());
            QVERIFY2(tile, qPrintable(it.key()));
            QTRY_VERIFY2_WITH_TIMEOUT(tile->accessibleName().contains(u": %1."_s.arg(it.value())), qPrintable(tile->accessibleName()), 15'000);
            QVERIFY(!tile->accessibleDescription().isEmpty());
            tile->setFocus();
            QTest::keyClick(tile, Qt::Key_Space);
            QTRY_COMPARE(places.current()->id(), u"inbox"_s);
            desk.untilSettled();
            QCOMPARE(desk.inbox().filter().view, it.key());
            QTRY_COMPARE_WITH_TIMEOUT(desk.model().rowCount(), it.value(), 15'000);
        }
        // the bars: each says how many it opens
        for (int list = 0; list < 3; ++list) {
            dashboard();
            const int bars = int(desk.window().findChildren<BarList *>().at(list)->rows().size());
            QVERIFY(bars > 0);
            for (int bar = 0; bar < bars; ++bar) {
                dashboard();
                BarRow *row = desk.window().findChildren<BarList *>().at(list)->rows().at(bar);
                const qint64 cases = row->bar().cases;
                QVERIFY2(row->accessibleName().contains(QString::number(cases)), qPrintable(row->accessibleName()));
                row->click();
                QTRY_COMPARE(places.current()->id(), u"inbox"_s);
                desk.untilSettled();
                QTRY_COMPARE_WITH_TIMEOUT(desk.model().rowCount(), int(cases), 15'000);
            }
        }
        dashboard();
        const auto oldest = desk.window().findChildren<WaitingRow *>();
        QVERIFY(!oldest.isEmpty());
        QVERIFY(oldest.first()->accessibleName().contains(u"Tin số 0"));
        oldest.first()->click();
        QTRY_VERIFY(places.current()->id() != u"dashboard");
    }

    void theDashboardCountsOnByItselfAndNeedsNoScrolling()
    {
        const ScratchDatabase scratch;
        giveCases(scratch);
        WindowDesk desk(scratch, u"supervisor1"_s, file());
        auto &places = desk.session->places();
        QVERIFY(places.go(u"dashboard"));
        auto *fresh = desk.window().findChild<NumberTile *>(u"tile_new"_s);
        QTRY_VERIFY_WITH_TIMEOUT(fresh->accessibleName().contains(u": 3."), 15'000);
        given(scratch, {u"later"_s, u"Tin mới"_s, u"medium"_s, QDateTime::currentDateTimeUtc(), {}});
        QTRY_VERIFY_WITH_TIMEOUT(fresh->accessibleName().contains(u": 4."), 15'000);
        // as much as a day can bring
        for (int i = 0; i < 12; ++i) {
            scratch.ask(u"SELECT core.save_row('category', jsonb_build_object('code', 'C%1', 'name', 'Danh mục có tên rất dài số %1, để xem có vừa không'))"_s.arg(i));
            const CaseId id = given(scratch, {u"many-%1"_s.arg(i), u"Một tin rất dài để xem có vừa không, dài hơn một dòng của danh sách"_s, u"high"_s, QDateTime::currentDateTimeUtc(), {}});
            scratch.ask(u"UPDATE core.case SET category_id = (SELECT id FROM core.category WHERE code = 'C%1'), burns_at = now() + interval '%1 minutes' WHERE id = %2 RETURNING 1"_s.arg(i).arg(id.value));
        }
        QVERIFY(desk.session->actions().trigger(u"dashboard.refresh"));
        QTRY_VERIFY_WITH_TIMEOUT(fresh->accessibleName().contains(u": 16."), 15'000);
        for (const QSize size : {QSize(1366, 768), QSize(1920, 1080)}) {
            desk.window().resize(size);
            QTest::qWait(0);
            auto *scroll = desk.window().findChild<QScrollArea *>(u"dashboardNow"_s);
            QVERIFY2(scroll, qPrintable(places.current()->id()));
            QTRY_COMPARE(scroll->verticalScrollBar()->maximum(), 0);
            QCOMPARE(scroll->horizontalScrollBar()->maximum(), 0);
            QDir().mkpath(QStringLiteral(TRUCBAN_BINARY_DIR "/../pictures"));
            desk.window().grab().save(QStringLiteral(TRUCBAN_BINARY_DIR "/../pictures/dashboard-full-%1.png").arg(size.width()));
        }
    }

    void aSupervisorGivesEverybodyAFilter()
    {
        const ScratchDatabase scratch;
        given(scratch, {u"a"_s, u"Đua xe ở Tương Mai"_s, u"medium"_s, QDateTime::currentDateTimeUtc(), {}});
        given(scratch, {u"b"_s, u"Hỏi giờ tiếp dân"_s, u"medium"_s, QDateTime::currentDateTimeUtc(), {}});
        WindowDesk officer(scratch, u"officer1"_s, file() + u"o"_s);
        WindowDesk supervisor(scratch, u"supervisor1"_s, file());
        supervisor.inbox().bar().search().ask(u"dua xe"_s);
        QTRY_COMPARE_WITH_TIMEOUT(supervisor.model().rowCount(), 1, 15'000);
        QVERIFY(supervisor.session->actions().trigger(u"inbox.keep_filter"));
        auto *dialog = supervisor.window().findChild<KeepFilterDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>(u"filterName"_s)->setText(u"Đua xe"_s);
        dialog->findChild<QCheckBox *>(u"filterShared"_s)->setChecked(true);
        dialog->findChild<QPushButton *>(u"filterKeep"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(officer.inbox().views().saved().size(), 1, 15'000); // on the other desk by itself
        QVERIFY(officer.inbox().views().saved().first().shared);
        QVERIFY(officer.session->actions().trigger(u"inbox.saved.1"));
        QTRY_COMPARE_WITH_TIMEOUT(officer.words(), QStringList{u"Đua xe ở Tương Mai"_s}, 15'000);

        officer.session->actions().trigger(u"inbox.keep_filter");
        auto *own = officer.window().findChild<KeepFilterDialog *>();
        QVERIFY(own && own->findChild<QCheckBox *>(u"filterShared"_s)->isHidden()); // an officer keeps filters for themselves
        own->reject();
    }

    void aCaseNobodyChoseIsNotOpenedByTheFocus()
    {
        const ScratchDatabase scratch;
        given(scratch, {u"a"_s, u"một"_s, u"medium"_s, QDateTime::currentDateTimeUtc(), {}});
        WindowDesk desk(scratch, u"officer1"_s, file());
        QTRY_COMPARE(desk.model().rowCount(), 1);
        auto &places = desk.session->places();
        for (int round = 0; round < 3; ++round) { // back and forth, as with Alt+Tab
            QVERIFY(places.go(u"dashboard"));
            QTRY_VERIFY_WITH_TIMEOUT(places.current()->isSettled(), 15'000);
            QVERIFY(places.go(u"inbox"));
            desk.untilSettled();
        }
        QVERIFY(!desk.list().currentIndex().isValid());
        desk.list().setFocus();
        QTest::keyClick(&desk.list(), Qt::Key_Down); // this is choosing
        QCOMPARE(desk.list().currentIndex().row(), 0);
        QVERIFY(places.go(u"dashboard")); // and going on at once is not answered by going back
        QTRY_VERIFY_WITH_TIMEOUT(places.current()->isSettled(), 15'000);
        QTRY_VERIFY(!desk.list().isResting());
        QCOMPARE(places.current()->id(), u"dashboard"_s);
        QCOMPARE(scratch.ask(u"SELECT count(*) FROM core.reading"_s), u"0"_s);
    }

    void lettersGoThroughTheListAndCtrlKIsThePalette()
    {
        const ScratchDatabase scratch;
        for (int i = 0; i < 3; ++i)
            given(scratch, {u"k-%1"_s.arg(i), u"Tin %1"_s.arg(i), u"medium"_s, QDateTime::currentDateTimeUtc(), {}});
        WindowDesk desk(scratch, u"officer1"_s, file());
        QTRY_COMPARE(desk.model().rowCount(), 3);
        QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
        desk.inbox().focusList();
        QTRY_VERIFY(desk.list().hasFocus());
        desk.list().setCurrentIndex(desk.model().index(0));
        QTest::keyClick(&desk.list(), Qt::Key_J);
        QTRY_COMPARE(desk.list().currentIndex().row(), 1);
        QTest::keyClick(&desk.list(), Qt::Key_J, Qt::ControlModifier);
        QTRY_COMPARE(desk.list().currentIndex().row(), 2);
        QTest::keyClick(&desk.list(), Qt::Key_K);
        QTRY_COMPARE(desk.list().currentIndex().row(), 1);
        QTest::keyClick(&desk.list(), Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(desk.list().currentIndex().row(), 0);
        QCOMPARE(desk.session->actions().keys(u"palette.open").value(0), QKeySequence(u"Ctrl+K"_s));
    }

    void everyControlOfEveryPlaceHasAName_data()
    {
        QTest::addColumn<QString>("login");
        for (const char *login : {"officer1", "supervisor1", "admin1"})
            QTest::newRow(login) << QString::fromLatin1(login);
    }
    void everyControlOfEveryPlaceHasAName()
    {
        QFETCH(QString, login);
        const ScratchDatabase scratch;
        given(scratch, {u"a"_s, u"một"_s, u"medium"_s, QDateTime::currentDateTimeUtc(), {}});
        WindowDesk desk(scratch, login, file() + login);
        QStringList nameless;
        int looked = 0;
        for (Place *place : desk.session->places().all(Place::Bar)) {
            if (!place->isFor(desk.session->me()))
                continue;
            desk.session->places().go(place->id());
            for (const QString &state : place->states()) {
                place->showState(state);
                QTRY_VERIFY_WITH_TIMEOUT(place->isSettled(), 15'000);
                for (const QWidget *widget : place->widget()->findChildren<QWidget *>()) {
                    if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(u"qt_"))
                        continue;
                    const bool inside = qobject_cast<const QLineEdit *>(widget->parentWidget()) || qobject_cast<const QComboBox *>(widget->parentWidget())
                        || widget->inherits("QScrollBar") || widget->inherits("QHeaderView") || widget->inherits("QTabBar") || widget->inherits("QTableCornerButton");
                    const auto *button = qobject_cast<const QAbstractButton *>(widget);
                    const bool counts = button || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractItemView *>(widget)
                        || qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget) || widget->inherits("QAbstractSpinBox");
                    if (inside || !counts)
                        continue;
                    ++looked;
                    if (widget->accessibleName().isEmpty() && (!button || button->text().isEmpty()) && !hasBuddy(widget))
                        nameless.append(u"%1 %2 in %3 of %4"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
                                                                QString::fromLatin1(widget->parentWidget()->metaObject()->className()), place->id()));
                }
            }
        }
        nameless.removeDuplicates();
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
        QVERIFY2(looked > 20, qPrintable(QString::number(looked)));
    }

private:
    static bool hasBuddy(const QWidget *widget)
    {
        const auto labels = widget->parentWidget()->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [widget](const QLabel *label) { return label->buddy() == widget; });
    }
};

QTEST_MAIN(ShellTest)
#include "test_shell.moc"
