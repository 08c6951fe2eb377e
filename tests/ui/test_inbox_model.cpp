// SPDX-License-Identifier: GPL-3.0-or-later
// The window of rows that slides over any number of cases, against a real database.
#include "support/given_cases.h"

#include "storage/change_listener.h"
#include "ui/inbox/inbox_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace trucban;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

} // namespace

class InboxModelTest : public QObject
{
    Q_OBJECT

    struct Desk {
        explicit Desk(const ScratchDatabase &scratch, const QString &login)
            : database(scratch.connectAs(login)), changes(scratch.connectAs(login)),
              heard(QObject::connect(&changes, &ChangeListener::listeningChanged, &changes, [this](bool now) { listening = now; })), feed(database, answerOf(readMe(database)).value()), model(feed, &changes),
              tester(std::make_unique<QAbstractItemModelTester>(&model, fatal))
        {
        }
        void untilListening() { QTRY_VERIFY(listening); }
        void show(const InboxFilter &filter)
        {
            model.setFilter(filter);
            settle();
        }
        void settle() { QTRY_VERIFY(!model.isLoading()); }
        QStringList words() const
        {
            QStringList all;
            for (int i = 0; i < model.rowCount(); ++i)
                all.append(model.index(i).data().toString());
            return all;
        }
        Database database;
        ChangeListener changes;
        bool listening = false;
        QMetaObject::Connection heard; // before anything waits for an answer, and so lets time pass
        InboxFeed feed;
        InboxModel model;
        std::unique_ptr<QAbstractItemModelTester> tester;
    };

    static InboxFilter all()
    {
        InboxFilter filter;
        filter.view = u"all"_s;
        filter.sort = InboxSort::Newest;
        return filter;
    }

private Q_SLOTS:
    void pagesFollowEachOtherWithoutGapOrDouble()
    {
        const ScratchDatabase scratch;
        givenMany(scratch, 700);
        Desk desk(scratch, u"officer1"_s);
        desk.show(all());
        QVERIFY(desk.model.rowCount() <= 2 * InboxFeed::pageSize); // the tester may have asked for one more
        QSet<QString> seen;
        QString newest;
        while (true) { // walk to the end, remembering all
            for (const QString &words : desk.words())
                seen.insert(words);
            QVERIFY(desk.model.rowCount() <= InboxModel::window); // never all of them
            if (!desk.model.canFetchMore({}))
                break;
            desk.model.fetchMore({});
            desk.settle();
        }
        QCOMPARE(seen.size(), 700);
        QCOMPARE(desk.words().constLast(), u"Tin số 1"_s);
        QVERIFY(desk.model.hasMoreAbove());
        desk.tester.reset(); // it fetches at the end whenever it can, and would pull the window down again
        while (desk.model.hasMoreAbove()) { // and back up again
            desk.model.fetchAbove();
            desk.settle();
            QVERIFY(desk.model.rowCount() <= InboxModel::window);
        }
        QCOMPARE(desk.words().constFirst(), u"Tin số 700"_s);
        QCOMPARE(desk.words().mid(0, 3), (QStringList{u"Tin số 700"_s, u"Tin số 699"_s, u"Tin số 698"_s}));
    }

    void whatBurnsFirstStandsFirst()
    {
        const ScratchDatabase scratch;
        given(scratch, {u"a"_s, u"Hỏi thủ tục căn cước"_s, u"low"_s, QDateTime::currentDateTimeUtc(), {}});
        given(scratch, {u"b"_s, u"Có đánh nhau ở ngã tư"_s, u"emergency"_s, QDateTime::currentDateTimeUtc(), {}});
        Desk desk(scratch, u"officer1"_s);
        desk.show(InboxFilter{});
        QCOMPARE(desk.words(), (QStringList{u"Có đánh nhau ở ngã tư"_s, u"Hỏi thủ tục căn cước"_s}));
        QCOMPARE(desk.model.row(0).burnsClock, u"take_in"_s);
    }

    void aNewCaseComesInByItself()
    {
        const ScratchDatabase scratch;
        Desk desk(scratch, u"officer1"_s);
        desk.show(InboxFilter{});
        QCOMPARE(desk.model.rowCount(), 0);
        desk.untilListening();
        given(scratch, {u"live"_s, u"Alo trực ban ơi"_s, u"high"_s, QDateTime::currentDateTimeUtc(), {}});
        QTRY_COMPARE(desk.model.rowCount(), 1);
        QCOMPARE(desk.words().constFirst(), u"Alo trực ban ơi"_s);
    }

    void aClaimedCaseLeavesTheViewOfTheOthersButNotUnderTheHand()
    {
        const ScratchDatabase scratch;
        const CaseId first = given(scratch, {u"a"_s, u"một"_s, u"medium"_s, QDateTime::currentDateTimeUtc(), {}});
        const CaseId second = given(scratch, {u"b"_s, u"hai"_s, u"medium"_s, QDateTime::currentDateTimeUtc(), {}});
        Desk mine(scratch, u"officer1"_s);
        Desk other(scratch, u"officer2"_s);
        mine.show(InboxFilter{});
        other.show(InboxFilter{});
        mine.model.pin(first);
        QVERIFY(answerOf(mine.feed.claim(first)));
        mine.model.touch({first.value, second.value});
        other.model.touch({first.value, second.value});
        mine.settle();
        other.settle();
        QCOMPARE(other.words(), QStringList{u"hai"_s});
        QCOMPARE(mine.model.rowCount(), 2); // it is selected here: it stays, marked
        QVERIFY(mine.model.hasLeft(first));
        mine.model.pin(second);
        QCOMPARE(mine.words(), QStringList{u"hai"_s});
        QCOMPARE(answerOf(other.feed.claim(first)).error().code, u"held_by_other"_s);
    }

    void aRowMovesWhenItsClockDoes()
    {
        const ScratchDatabase scratch;
        const QDateTime now = QDateTime::currentDateTimeUtc();
        given(scratch, {u"a"_s, u"một"_s, u"medium"_s, now.addSecs(-300), {}});
        given(scratch, {u"b"_s, u"hai"_s, u"medium"_s, now.addSecs(-200), {}});
        given(scratch, {u"c"_s, u"ba"_s, u"medium"_s, now.addSecs(-100), {}});
        Desk desk(scratch, u"officer1"_s);
        desk.show(all());
        QCOMPARE(desk.words(), (QStringList{u"ba"_s, u"hai"_s, u"một"_s}));
        QSignalSpy moved(&desk.model, &QAbstractItemModel::rowsMoved);
        const CaseId oldest = given(scratch, {u"a"_s, u"thêm"_s, u"medium"_s, now, {}}); // the oldest citizen writes again
        desk.model.touch({oldest.value});
        QTRY_COMPARE(desk.words(), (QStringList{u"một"_s, u"ba"_s, u"hai"_s}));
        QVERIFY(!moved.isEmpty());
        QCOMPARE(desk.model.row(0).unread, 2);
    }

    void searchFindsWithAndWithoutMarksAndInBothForms()
    {
        const ScratchDatabase scratch;
        given(scratch, {u"a"_s, u"Tôi bị mất xe máy ở phường Tương Mai"_s, u"medium"_s, QDateTime::currentDateTimeUtc(), {}});
        given(scratch, {u"b"_s, u"Hỏi về hộ khẩu"_s, u"medium"_s, QDateTime::currentDateTimeUtc(), {}});
        Desk desk(scratch, u"officer1"_s);
        for (const QString &typed : {u"mat xe may"_s, u"mất xe máy"_s, u"mất xe máy"_s.normalized(QString::NormalizationForm_D), u"Tuong Mai"_s}) {
            InboxFilter filter = all();
            filter.text = typed;
            desk.show(filter);
            QCOMPARE(desk.words(), QStringList{u"Tôi bị mất xe máy ở phường Tương Mai"_s});
        }
    }

    void aNumberSaidOnThePhoneFindsItsCase()
    {
        const ScratchDatabase scratch;
        given(scratch, {u"a"_s, u"một"_s, u"medium"_s, QDateTime::currentDateTimeUtc(), {}});
        given(scratch, {u"b"_s, u"hai"_s, u"medium"_s, QDateTime::currentDateTimeUtc(), {}});
        const QString number = scratch.ask(u"SELECT number FROM core.case WHERE first_words = 'hai'"_s);
        Desk desk(scratch, u"officer1"_s);
        InboxFilter filter;
        filter.view = u"waiting"_s; // wherever one stands
        desk.show(withTyped(filter, u"#"_s + number, {}));
        QCOMPARE(desk.words(), QStringList{u"hai"_s});
    }

    void aPhoneNumberWithDashesIsSearchedAndNotTakenForACase()
    {
        const ScratchDatabase scratch;
        given(scratch, {u"a"_s, u"Gọi tôi số 0912 345 678"_s, u"medium"_s, QDateTime::currentDateTimeUtc(), {}});
        given(scratch, {u"b"_s, u"không có số"_s, u"medium"_s, QDateTime::currentDateTimeUtc(), {}});
        Desk desk(scratch, u"officer1"_s);
        InboxFilter filter = all();
        filter.text = u"0912-345-678"_s;
        desk.show(filter);
        QCOMPARE(desk.words(), QStringList{u"Gọi tôi số 0912 345 678"_s});
    }

    void operatorsAreFiltersAndTheRestIsText()
    {
        const InboxChoices choices{{{7, u"ANTT"_s, u"An ninh, trật tự"_s, {}}}, {{3, u"PC02"_s, u"Phòng Cảnh sát hình sự"_s, {}}}, {{5, u"00004"_s, u"Tương Mai"_s, {}}}};
        const InboxFilter made = withTyped({}, u"unit:pc02 đua xe khẩn:cao area:tương-mai dm:antt nick:la"_s, choices);
        QCOMPARE(made.unit, UnitId{3});
        QCOMPARE(made.area, AreaId{5});
        QCOMPARE(made.category, CategoryId{7});
        QCOMPARE(made.urgency, u"high"_s);
        QCOMPARE(made.text, u"đua xe nick:la"_s);
        QCOMPARE(InboxFilter::fromJson(made.toJson()), made);
    }

    void aUnitSeesOnlyWhatWasForwardedToIt()
    {
        const ScratchDatabase scratch;
        given(scratch, {u"a"_s, u"một"_s, u"medium"_s, QDateTime::currentDateTimeUtc(), {}});
        Desk unit(scratch, u"unit1"_s);
        InboxFilter filter;
        for (const QString &view : {u"my_unit"_s, u"all"_s, u"overdue"_s, u"answered"_s}) {
            filter.view = view;
            unit.show(filter);
            QCOMPARE(unit.model.rowCount(), 0);
        }
    }

    void afterALossTheListIsReadAnew()
    {
        const ScratchDatabase scratch;
        given(scratch, {u"a"_s, u"một"_s, u"medium"_s, QDateTime::currentDateTimeUtc(), {}});
        Desk desk(scratch, u"officer1"_s);
        desk.show(InboxFilter{});
        QSignalSpy missed(&desk.changes, &ChangeListener::mayHaveMissedSome);
        desk.untilListening();
        QVERIFY(scratch.cutOff() > 0);
        given(scratch, {u"b"_s, u"hai"_s, u"emergency"_s, QDateTime::currentDateTimeUtc(), {}});
        QTRY_VERIFY_WITH_TIMEOUT(!missed.isEmpty(), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(desk.words(), (QStringList{u"hai"_s, u"một"_s}), 20'000);
    }

    void anotherFilterIsNotAnsweredByTheFirst()
    {
        const ScratchDatabase scratch;
        given(scratch, {u"a"_s, u"một"_s, u"medium"_s, QDateTime::currentDateTimeUtc(), {}});
        Desk desk(scratch, u"officer1"_s);
        InboxFilter none;
        none.view = u"answered"_s;
        desk.model.setFilter(InboxFilter{});
        desk.model.setFilter(none); // before the first has answered
        desk.settle();
        QCOMPARE(desk.model.rowCount(), 0);
    }

    void aRowCanBeSpoken()
    {
        const ScratchDatabase scratch;
        given(scratch, {u"a"_s, u"Cứu với"_s, u"emergency"_s, QDateTime::currentDateTimeUtc(), {}});
        Desk desk(scratch, u"officer1"_s);
        desk.show(InboxFilter{});
        const QString spoken = desk.model.index(0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.contains(u"Emergency") && spoken.contains(u"Cứu với") && spoken.contains(u"Take in"), qPrintable(spoken));
    }

    void aKeptFilterComesBack()
    {
        const ScratchDatabase scratch;
        Desk desk(scratch, u"officer1"_s);
        InboxFilter filter = all();
        filter.urgency = u"high"_s;
        const auto id = answerOf(desk.feed.saveFilter({0, u"Đua xe"_s, filter, 0, false}));
        QVERIFY(id);
        const auto kept = answerOf(desk.feed.savedFilters()).value();
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.first().filter, filter);
        Desk other(scratch, u"officer2"_s);
        QCOMPARE(answerOf(other.feed.savedFilters()).value().size(), 0); // personal
        QCOMPARE(answerOf(other.feed.forgetFilter(*id)).error().kind, Failure::NotFound);
        QVERIFY(answerOf(desk.feed.forgetFilter(*id)));
        QCOMPARE(answerOf(desk.feed.savedFilters()).value().size(), 0);
    }
};

QTEST_MAIN(InboxModelTest)
#include "test_inbox_model.moc"
