// SPDX-License-Identifier: GPL-3.0-or-later
// The life of a case, its number on the phone, Facebook's window, and long answers in pieces.
#include "domain/case.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace trucban;

class CaseTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wordsGoThereAndBack();
    void theWholeRoadIsAllowed();
    void shortCutsAreNot();
    void numbersAreSaidAndTyped();
    void windowClosesInTwoSteps();
    void windowWithoutPermissionClosesAfterADay();
    void longAnswerIsCutAtSentences();
    void noPieceBreaksALetter();
    void nothingIsLostBetweenPieces();
};

template<typename Type>
static void checkWords()
{
    for (size_t i = 0; i < wordsOf<Type>.size(); ++i)
        QCOMPARE(fromWord<Type>(toWord(Type(i))), std::optional(Type(i)));
    QVERIFY(!fromWord<Type>(u"no such word"));
}

void CaseTest::wordsGoThereAndBack()
{
    checkWords<CaseStatus>();
    checkWords<Urgency>();
    checkWords<Channel>();
    checkWords<MessageKind>();
    checkWords<OutboxState>();
    checkWords<BulletinState>();
    QCOMPARE(toWord(CaseStatus::HandedBack), u"handed_back"_s);
    QCOMPARE(toWord(CaseStatus::Reopened), u"reopened"_s);
    QCOMPARE(toWord(MessageKind::Mixed), u"mixed"_s);
    QCOMPARE(toWord(OutboxState::Cancelled), u"cancelled"_s);
}

void CaseTest::theWholeRoadIsAllowed()
{
    using enum CaseStatus;
    const QList<CaseStatus> road{New, Claimed, Classified, Forwarded, Answered, Released, Published, Closed, Reopened, Claimed, Classified, Forwarded, HandedBack, Forwarded};
    for (qsizetype i = 0; i + 1 < road.size(); ++i)
        QVERIFY2(mayFollow(road.at(i), road.at(i + 1)), qPrintable(toWord(road.at(i)) + u" → "_s + toWord(road.at(i + 1))));
}

void CaseTest::shortCutsAreNot()
{
    using enum CaseStatus;
    QVERIFY(!mayFollow(New, Released));
    QVERIFY(!mayFollow(New, Forwarded));
    QVERIFY(!mayFollow(Forwarded, Published));
    QVERIFY(!mayFollow(Closed, Released));
    QVERIFY(!mayFollow(Published, Published));
    QVERIFY(isOpen(Reopened) && !isOpen(Duplicate));
}

void CaseTest::numbersAreSaidAndTyped()
{
    QCOMPARE((CaseNumber{2026, 4217}).toString(), u"26-004217"_s);
    QCOMPARE((CaseNumber{2026, 1234567}).toString(), u"26-1234567"_s);
    for (const QString &typed : {u"26-004217"_s, u"#26-4217"_s, u" vụ 26–004217 "_s, u"2026/4217"_s, u"26 004217"_s})
        QCOMPARE(CaseNumber::fromString(typed), std::optional(CaseNumber{2026, 4217}));
    for (const QString &typed : {u""_s, u"26-"_s, u"26-000000"_s, u"004217"_s, u"mất xe"_s, u"1926-12"_s})
        QVERIFY2(!CaseNumber::fromString(typed), qPrintable(typed));
}

static QDateTime at(const QString &time)
{
    return QDateTime::fromString(time, Qt::ISODate);
}

void CaseTest::windowClosesInTwoSteps()
{
    const QDateTime wrote = at(u"2026-11-14T22:41:07Z"_s);
    const auto first = replyWindow(wrote, wrote.addSecs(3600), true);
    QCOMPARE(first.kind, ReplyWindow::Standard);
    QCOMPARE(first.remaining, std::chrono::hours(23));
    QCOMPARE(first.tag(), QString());
    QCOMPARE(replyWindow(wrote, wrote.addSecs(24 * 3600 - 1), true).kind, ReplyWindow::Standard);
    const auto second = replyWindow(wrote, wrote.addSecs(24 * 3600), true);
    QCOMPARE(second.kind, ReplyWindow::HumanAgent);
    QCOMPARE(second.tag(), u"HUMAN_AGENT"_s);
    QCOMPARE(second.until, wrote.addDays(7));
    QCOMPARE(replyWindow(wrote, wrote.addDays(7), true).kind, ReplyWindow::Closed);
}

void CaseTest::windowWithoutPermissionClosesAfterADay()
{
    const QDateTime wrote = at(u"2026-11-14T22:41:07Z"_s);
    QCOMPARE(replyWindow(wrote, wrote.addSecs(24 * 3600), false).kind, ReplyWindow::Closed);
    QCOMPARE(replyWindow({}, wrote, true).kind, ReplyWindow::Closed);
}

void CaseTest::longAnswerIsCutAtSentences()
{
    const QString sentence = u"Công an thành phố Hà Nội đã tiếp nhận phản ánh của anh/chị và chuyển đơn vị xử lý."_s;
    const QString answer = (sentence + u' ').repeated(40).trimmed();
    const QStringList pieces = splitMessage(answer);
    QCOMPARE(pieces.size(), 2);
    for (const QString &piece : pieces) {
        QVERIFY(piece.size() <= 2000);
        QVERIFY(piece.endsWith(u"xử lý."));
        QVERIFY(piece.startsWith(u"Công an"));
    }
    QCOMPARE(splitMessage(u"  ngắn  "_s), QStringList{u"ngắn"_s});
    QCOMPARE(splitMessage(u" \n "_s), QStringList());
}

void CaseTest::noPieceBreaksALetter()
{
    const QString endless = u"👮‍♀️"_s.repeated(600); // no space anywhere
    for (const QString &piece : splitMessage(endless)) {
        QVERIFY(piece.size() <= 2000);
        QCOMPARE(piece.size() % u"👮‍♀️"_s.size(), 0);
    }
    const QString words = u"phường "_s.repeated(700);
    for (const QString &piece : splitMessage(words, 1000))
        QVERIFY(piece.startsWith(u"phường") && piece.endsWith(u"phường"));
}

void CaseTest::nothingIsLostBetweenPieces()
{
    QString text;
    for (int i = 0; i < 900; ++i)
        text += u"%1%2"_s.arg(i).arg(i % 13 == 0 ? u".\n\n"_s : i % 7 == 0 ? u"! "_s : i % 5 == 0 ? u"… "_s : u" "_s);
    QString joined = splitMessage(text, 97).join(u' ');
    QCOMPARE(joined.simplified(), text.simplified());
}

QTEST_APPLESS_MAIN(CaseTest)
#include "test_case.moc"
