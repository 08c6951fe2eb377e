// SPDX-License-Identifier: GPL-3.0-or-later
// Terms over a calendar with Tết, swap days and days nobody has confirmed yet.
#include "domain/deadlines.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace trucban;

class DeadlinesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hoursRunThroughTet();
    void daysEndAtMidnightAndDoNotCountTheFirst();
    void workingDaysSkipTetAndWeekends();
    void madeUpSaturdayIsWorked();
    void civilTermMovesOffADayOff();
    void monthEndsOnItsLastDay();
    void unconfirmedDaysCountAsNothing();
    void dayIsHanoisDay();
};

static WorkCalendar year2026()
{
    QHash<QDate, DayKind> days;
    for (int day = 16; day <= 20; ++day)
        days.insert(QDate(2026, 2, day), DayKind::Holiday);
    days.insert(QDate(2026, 1, 1), DayKind::Holiday);
    days.insert(QDate(2026, 1, 2), DayKind::Swapped);
    days.insert(QDate(2026, 1, 10), DayKind::MadeUp);
    days.insert(QDate(2026, 4, 26), DayKind::Holiday);
    days.insert(QDate(2026, 4, 27), DayKind::Compensation);
    days.insert(QDate(2026, 11, 24), DayKind::AwaitingConfirmation);
    return WorkCalendar(days);
}

static QDateTime hanoi(const QString &local)
{
    return QDateTime::fromString(local + u"+07:00"_s, Qt::ISODate);
}

static QDateTime ends(const QString &from, Term term)
{
    return termEnd(hanoi(from), term, year2026());
}

void DeadlinesTest::hoursRunThroughTet()
{
    QCOMPARE(ends(u"2026-02-16T22:30:00"_s, {24, Term::Hours}), hanoi(u"2026-02-17T22:30:00"_s));
    QCOMPARE(ends(u"2026-02-16T22:30:00"_s, {15, Term::Minutes}), hanoi(u"2026-02-16T22:45:00"_s));
}

void DeadlinesTest::daysEndAtMidnightAndDoNotCountTheFirst()
{
    // 20 days of criminal procedure, ending on a Saturday: not extended
    QCOMPARE(ends(u"2026-11-08T09:00:00"_s, {20, Term::Days}), hanoi(u"2026-11-29T00:00:00"_s));
}

void DeadlinesTest::workingDaysSkipTetAndWeekends()
{
    // Friday 13 February: Tết closes 16–20, the third working day is Wednesday 25
    QCOMPARE(ends(u"2026-02-13T10:00:00"_s, {3, Term::WorkingDays}), hanoi(u"2026-02-26T00:00:00"_s));
}

void DeadlinesTest::madeUpSaturdayIsWorked()
{
    QVERIFY(year2026().isWorkingDay(QDate(2026, 1, 10)));
    QCOMPARE(ends(u"2026-01-09T10:00:00"_s, {1, Term::WorkingDays}), hanoi(u"2026-01-11T00:00:00"_s));
}

void DeadlinesTest::civilTermMovesOffADayOff()
{
    // ends on Sunday 26 April, the festival; Monday is the compensation; Tuesday it is
    QCOMPARE(ends(u"2026-04-16T08:00:00"_s, {10, Term::Days, true}), hanoi(u"2026-04-29T00:00:00"_s));
}

void DeadlinesTest::monthEndsOnItsLastDay()
{
    QCOMPARE(ends(u"2026-12-31T08:00:00"_s, {2, Term::Months}), hanoi(u"2027-03-01T00:00:00"_s));
    QCOMPARE(ends(u"2026-12-28T08:00:00"_s, {2, Term::Months, true}), hanoi(u"2027-03-02T00:00:00"_s)); // 28 February 2027 is a Sunday
}

void DeadlinesTest::unconfirmedDaysCountAsNothing()
{
    QVERIFY(year2026().isWorkingDay(QDate(2026, 11, 24)));
    QCOMPARE(dayKindFromWord(u"cho_xac_nhan"), std::optional(DayKind::AwaitingConfirmation));
    QVERIFY(!dayKindFromWord(u"nghi"));
}

void DeadlinesTest::dayIsHanoisDay()
{
    // 18:30 UTC on the 14th is already the 15th in Hanoi
    QCOMPARE(termEnd(QDateTime::fromString(u"2026-11-14T18:30:00Z"_s, Qt::ISODate), {1, Term::Days}, {}), hanoi(u"2026-11-17T00:00:00"_s));
}

QTEST_APPLESS_MAIN(DeadlinesTest)
#include "test_deadlines.moc"
