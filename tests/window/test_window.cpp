// SPDX-License-Identifier: GPL-3.0-or-later
// The real window over a real database: rows come in live and nothing jumps under the hand.
#include "window_desk.h"

#include "desk/pulse.h"
#include "ui/frame/command_palette.h"
#include "ui/inbox/filter_bar.h"
#include "ui/inbox/inbox_list.h"
#include "ui/inbox/inbox_model.h"
#include "ui/inbox/inbox_widget.h"
#include "ui/inbox/views_pane.h"
#include "ui/shell/main_window.h"
#include "ui/shell/top_bar.h"
#include "ui/shell/tray.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/search_field.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace trucban;

class WindowTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

    using Desk = WindowDesk;

    QString file() const { return m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u".ini"_s); }

private Q_SLOTS:
    void initTestCase() { Theme::install(*qApp, Scheme::Light); }

    void theFirstDeskIsNotEmptyOfWords()
    {
        const ScratchDatabase scratch;
        Desk desk(scratch, u"officer1"_s, file());
        auto *empty = desk.inbox().findChild<EmptyState *>();
        QTRY_VERIFY(empty->isVisible());
        QCOMPARE(empty->title(), u"Nothing is waiting to be taken in"_s);
        QVERIFY(!empty->accessibleDescription().isEmpty());
    }

    void aMessageAppearsOnASecondDeskWithoutAsking()
    {
        const ScratchDatabase scratch;
        Desk one(scratch, u"officer1"_s, file());
        Desk two(scratch, u"officer2"_s, file() + u"2"_s);
        given(scratch, {u"a"_s, u"Alo trực ban ơi, có khoảng 20 thanh niên cầm hung khí"_s, u"emergency"_s, QDateTime::currentDateTimeUtc(), {}});
        for (Desk *desk : {&one, &two}) {
            QTRY_COMPARE(desk->model().rowCount(), 1);
            QTRY_VERIFY(desk->list().isVisible());
            QVERIFY(desk->model().index(0).data(Qt::AccessibleTextRole).toString().contains(u"Alo trực ban ơi"));
            QTRY_COMPARE(desk->inbox().views().countOf(u"new"_s), 1);
        }
    }

    void newRowsComeAboveWithoutMovingWhatIsRead()
    {
        const ScratchDatabase scratch;
        givenMany(scratch, 200);
        Desk desk(scratch, u"officer1"_s, file());
        desk.inbox().showView(u"all"_s);
        desk.untilSettled();
        auto *bar = desk.list().verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        desk.list().setCurrentIndex(desk.model().index(20));
        desk.list().scrollTo(desk.model().index(20), QAbstractItemView::PositionAtTop);
        const QModelIndex top = desk.list().indexAt(QPoint(5, 5));
        const QString topWords = top.data().toString();
        const int topAt = desk.list().visualRect(top).top();
        const CaseId selected = desk.list().currentCase();
        for (int i = 0; i < 3; ++i)
            given(scratch, {u"new-%1"_s.arg(i), u"Tin mới"_s, u"medium"_s, QDateTime::currentDateTimeUtc(), {}});
        QTRY_COMPARE(desk.list().waitingAbove(), 3);
        const QModelIndex now = desk.list().indexAt(QPoint(5, 5));
        QCOMPARE(now.data().toString(), topWords);
        QCOMPARE(desk.list().visualRect(now).top(), topAt);
        QCOMPARE(desk.list().currentCase(), selected);
        auto *pill = desk.list().findChild<QPushButton *>();
        QVERIFY(pill->isVisible());
        QCOMPARE(pill->text(), u"3 new"_s);
        pill->click();
        QCOMPARE(desk.list().waitingAbove(), 0);
        QCOMPARE(desk.list().indexAt(QPoint(5, 5)).data().toString(), u"Tin mới"_s);
    }

    void scrollingPagesOnAndOn()
    {
        const ScratchDatabase scratch;
        givenMany(scratch, 900);
        Desk desk(scratch, u"officer1"_s, file());
        desk.inbox().showView(u"all"_s);
        desk.untilSettled();
        auto *bar = desk.list().verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        const auto lastShown = [&] { return desk.words().constLast(); };
        for (int pushes = 0; pushes < 100 && lastShown() != u"Tin số 1"; ++pushes) {
            bar->setValue(bar->maximum());
            desk.untilSettled();
            QVERIFY(desk.model().rowCount() <= InboxModel::window);
        }
        QCOMPARE(lastShown(), u"Tin số 1"_s);
        for (int pushes = 0; pushes < 100 && desk.model().hasMoreAbove(); ++pushes) {
            bar->setValue(0);
            desk.untilSettled();
        }
        QCOMPARE(desk.words().constFirst(), u"Tin số 900"_s);
    }

    void searchByKeysFindsAndEscapeComesBack()
    {
        const ScratchDatabase scratch;
        given(scratch, {u"a"_s, u"Mất xe máy ở Tương Mai"_s, u"medium"_s, QDateTime::currentDateTimeUtc(), {}});
        given(scratch, {u"b"_s, u"Hỏi giờ tiếp dân"_s, u"medium"_s, QDateTime::currentDateTimeUtc(), {}});
        Desk desk(scratch, u"officer1"_s, file());
        QTRY_COMPARE(desk.model().rowCount(), 2);
        QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
        QTest::keyClick(&desk.window(), Qt::Key_F3);
        auto &search = desk.inbox().bar().search();
        QTRY_VERIFY(search.hasFocus());
        QTest::keyClicks(&search, u"mat xe"_s);
        QTRY_COMPARE(desk.words(), QStringList{u"Mất xe máy ở Tương Mai"_s});
        QTest::keyClick(&search, Qt::Key_Down);
        QTRY_VERIFY(desk.list().hasFocus());
        QTest::keyClick(&desk.list(), Qt::Key_Escape);
        QTRY_COMPARE(desk.model().rowCount(), 2);
    }

    void aLetterClaimsInTheListAndIsALetterInTheSearch()
    {
        const ScratchDatabase scratch;
        const CaseId id = given(scratch, {u"a"_s, u"một"_s, u"medium"_s, QDateTime::currentDateTimeUtc(), {}});
        Desk desk(scratch, u"officer1"_s, file());
        QTRY_COMPARE(desk.model().rowCount(), 1);
        QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
        auto &search = desk.inbox().bar().search();
        search.setFocus();
        QTest::keyClick(&search, Qt::Key_N);
        QCOMPARE(search.text(), u"n"_s);
        search.ask({});
        desk.untilSettled();
        QTRY_COMPARE(desk.model().rowCount(), 1);
        desk.inbox().focusList();
        QTRY_VERIFY(desk.list().hasFocus());
        QTest::keyClick(&desk.list(), Qt::Key_N);
        QTRY_COMPARE(scratch.ask(u"SELECT status FROM core.case WHERE id = %1"_s.arg(id.value)), u"claimed"_s);
    }

    void anotherPlaceOpensTheInboxWithItsFilter()
    {
        const ScratchDatabase scratch;
        given(scratch, {u"a"_s, u"một"_s, u"medium"_s, QDateTime::currentDateTimeUtc(), {}});
        Desk desk(scratch, u"officer1"_s, file());
        auto &places = desk.session->places();
        QVERIFY(places.open(Target::inbox(u"all"_s, {{u"category"_s, QString()}, {u"open"_s, true}})));
        desk.untilSettled();
        QCOMPARE(desk.inbox().filter().view, u"open"_s);
        QCOMPARE(desk.inbox().filter().category, InboxFilter::unclassified);
        QCOMPARE(desk.model().rowCount(), 1);
        QVERIFY(places.open(Target::inbox(u"all"_s, {{u"status"_s, u"forwarded"_s}})));
        desk.untilSettled();
        QCOMPARE(desk.inbox().filter().status, u"forwarded"_s);
        QCOMPARE(desk.model().rowCount(), 0);
        QVERIFY(places.open(Target::inbox(u"waiting"_s, {{u"unit"_s, u"PC06"_s}})));
        desk.untilSettled();
        QCOMPARE(QString::number(desk.inbox().filter().unit.value), scratch.ask(u"SELECT id FROM core.unit WHERE code = 'PC06'"_s));
        QVERIFY(desk.inbox().filter().status.isEmpty());
    }

    void thePaletteKnowsEveryPlaceAndView()
    {
        const ScratchDatabase scratch;
        Desk desk(scratch, u"officer1"_s, file());
        QVERIFY(desk.session->actions().trigger(u"palette.open"));
        auto *palette = desk.window().findChild<CommandPalette *>();
        QVERIFY(palette->isVisible());
        auto *field = palette->findChild<QLineEdit *>();
        QTest::keyClicks(field, u"inbox waiting"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(desk.inbox().filter().view, u"waiting"_s);
    }

    void everyControlHasAName()
    {
        const ScratchDatabase scratch;
        Desk desk(scratch, u"officer1"_s, file());
        QStringList nameless;
        const auto buttons = desk.window().findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons) {
            const bool inside = button->objectName().startsWith(u"qt_") || qobject_cast<const QLineEdit *>(button->parentWidget());
            if (button->isVisible() && !inside && button->text().isEmpty() && button->accessibleName().isEmpty())
                nameless.append(button->objectName() + u" in "_s + QString::fromLatin1(button->parentWidget()->metaObject()->className()));
        }
        const auto boxes = desk.window().findChildren<QComboBox *>();
        for (const QComboBox *box : boxes) {
            if (box->isVisible() && box->accessibleName().isEmpty())
                nameless.append(QString::fromLatin1(box->parentWidget()->metaObject()->className()));
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u", "_s)));
    }

    void everyActionHasAWordAndItsKeysAreItsOwn()
    {
        const ScratchDatabase scratch;
        Desk desk(scratch, u"officer1"_s, file());
        for (Place *place : desk.session->places().all(Place::Bar))
            desk.session->places().go(place->id());
        const auto entries = desk.session->actions().entries();
        QVERIFY(entries.size() > 20);
        for (const auto *entry : entries) {
            QVERIFY2(!ActionRegistry::plainText(entry->action).isEmpty(), qPrintable(entry->id));
            for (const QKeySequence &keys : desk.session->actions().keys(entry->id)) {
                const auto *other = desk.session->actions().conflict(entry->id, keys);
                QVERIFY2(!other, qPrintable(u"%1 and %2 share %3"_s.arg(entry->id, other ? other->id : QString(), keys.toString())));
            }
        }
    }

    void aLostConnectionIsSaidAndComesBack()
    {
        const ScratchDatabase scratch;
        Desk desk(scratch, u"officer1"_s, file());
        desk.inbox().bar().search().setText(u"đang gõ dở"_s);
        desk.window().showConnection({ConnectionState::Lost, {Failure::Offline, u"lost"_s, {}, {}}});
        QVERIFY(desk.window().banner().isVisible());
        QVERIFY(desk.window().banner().text().contains(u"What you typed is kept"));
        desk.window().showConnection({ConnectionState::Connected, {}});
        QVERIFY(desk.window().banner().text().contains(u"Connected again"));
        QCOMPARE(desk.inbox().bar().search().text(), u"đang gõ dở"_s);
    }

    void tokenTroubleRaisesABannerOnTheDesk()
    {
        const ScratchDatabase scratch;
        Desk desk(scratch, u"officer1"_s, file());
        scratch.ask(u"SELECT intake.health('facebook_token', 'bad', 'token_invalid')"_s);
        QTRY_VERIFY(desk.window().banner().isVisible());
        QVERIFY(desk.window().banner().text().contains(u"access token"));
        scratch.ask(u"SELECT intake.health('facebook_token', 'good')"_s);
        QTRY_VERIFY(!desk.window().banner().isVisible());
    }

    void anEmergencyIsAnnounced()
    {
        const ScratchDatabase scratch;
        Desk desk(scratch, u"officer1"_s, file());
        Pulse *pulse = &desk.session->pulse();
        QList<UrgentCase> heard;
        connect(pulse, &Pulse::urgentCase, this, [&](const UrgentCase &urgent) { heard.append(urgent); });
        given(scratch, {u"a"_s, u"Hỏi giờ tiếp dân"_s, u"low"_s, QDateTime::currentDateTimeUtc(), {}});
        const CaseId fire = given(scratch, {u"b"_s, u"Cháy nhà"_s, u"emergency"_s, QDateTime::currentDateTimeUtc(), {}});
        QTRY_COMPARE(heard.size(), 1);
        QCOMPARE(heard.first().id, fire);
        QVERIFY(desk.session->tray().lastTitle().startsWith(u"Emergency"));
    }

    void theWindowSpeaksVietnamese()
    {
        const ScratchDatabase scratch;
        QTranslator catalogue; // the program carries it as a resource; here it is read from where it is made
        QVERIFY(catalogue.load(QStringLiteral(TRUCBAN_BINARY_DIR "/translations/trucban_vi.qm")));
        QCoreApplication::installTranslator(&catalogue);
        {
            Desk desk(scratch, u"officer1"_s, file());
            QCOMPARE(desk.session->actions().action(u"view.scheme_dark")->text(), u"Màu tối"_s);
            QTRY_COMPARE(desk.inbox().findChild<EmptyState *>()->title(), u"Không có tin nào chờ tiếp nhận"_s);
        }
        QCoreApplication::removeTranslator(&catalogue);
    }

    void whatWasChosenIsThereAgain()
    {
        const ScratchDatabase scratch;
        {
            Desk desk(scratch, u"officer1"_s, file());
            desk.inbox().showView(u"answered"_s);
            desk.window().resize(1200, 700);
            desk.window().close();
        }
        Desk again(scratch, u"officer1"_s, file());
        QCOMPARE(again.inbox().filter().view, u"answered"_s);
    }
};

QTEST_MAIN(WindowTest)
#include "test_window.moc"
