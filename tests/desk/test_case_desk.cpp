// SPDX-License-Identifier: GPL-3.0-or-later
// The life of a case as an officer lives it, against the real database.
#include "desk/case_desk.h"
#include "desk/assignment_desk.h"
#include "desk/citizen_play.h"

#include <QTest>
#include <QUuid>

using namespace trucban;
using tests::CitizenPlay;

class CaseDeskTest : public QObject
{
    Q_OBJECT

    template<typename T>
    static T good(const QFuture<Result<T>> &future)
    {
        const auto outcome = answerOf(future);
        if (!outcome)
            qWarning() << outcome.error().code << outcome.error().detail;
        return outcome.value_or(T{});
    }
    static QString refusal(const QFuture<Result<>> &future)
    {
        const auto outcome = answerOf(future);
        return outcome ? QString() : outcome.error().code;
    }

private Q_SLOTS:
    void fromTheFirstWordToTheReply()
    {
        ScratchDatabase scratch;
        CitizenPlay citizen(scratch);
        const CaseId id = citizen.writes(u"Alo trực ban ơi, có đánh nhau ở chợ"_s, 30);
        citizen.writes(u"Chúng nó bỏ chạy rồi"_s, 10);
        QVERIFY(id);
        Database database(scratch.connectAs(u"officer1"_s));
        CaseDesk desk(database);

        CaseRoom room = good(desk.open(id));
        QCOMPARE(room.subject.status, u"new"_s);
        QCOMPARE(room.newest.messages.size(), 2);
        QCOMPARE(room.newest.messages.first().text, u"Alo trực ban ơi, có đánh nhau ở chợ"_s);
        QVERIFY(room.newest.reachesBeginning);
        QVERIFY(room.subject.isFree(room.subject.now));
        QCOMPARE(room.subject.window(room.subject.now).kind, ReplyWindow::Standard);

        QCOMPARE(refusal(desk.classify(id, room.subject.revision, {u"ANTT"_s, u"high"_s, {}, {}}, newRequest())), u"not_holder"_s);
        const QString request = newRequest();
        QCOMPARE(refusal(desk.claim(id, request)), QString());
        QCOMPARE(refusal(desk.claim(id, request)), QString()); // sent again after an unclear failure
        QVERIFY(good(desk.renew(id)).isValid());
        QCOMPARE(refusal(desk.classify(id, room.subject.revision, {u"ANTT"_s, u"high"_s, {}, {}}, newRequest())), u"stale_revision"_s);
        room = good(desk.open(id));
        QCOMPARE(room.subject.status, u"claimed"_s);
        const auto reference = good(desk.reference());
        QVERIFY(reference.categories.size() >= 5 && !reference.areas.isEmpty() && !reference.units.isEmpty());
        QCOMPARE(refusal(desk.classify(id, room.subject.revision, {u"ANTT"_s, u"high"_s, AreaId{reference.areas.first().id}, {}}, newRequest())), QString());
        room = good(desk.open(id));
        QCOMPARE(room.subject.category, u"ANTT"_s);
        QCOMPARE(room.subject.urgency, u"high"_s);

        ReplyWords words{CaseDesk::newOutboxId(), u"reply"_s, u"Chào {{name}}"_s, false, {}};
        QVERIFY(!QUuid::fromString(words.outbox).isNull() && words.outbox.at(14) == u'7');
        QCOMPARE(refusal(desk.reply(id, room.subject.revision, words)), u"empty_variable"_s);
        words.text = u"Chúng tôi đã nhận tin."_s;
        QCOMPARE(refusal(desk.reply(id, room.subject.revision, words)), QString());
        QCOMPARE(refusal(desk.reply(id, room.subject.revision, words)), QString());
        room = good(desk.open(id));
        QCOMPARE(room.newest.messages.size(), 3);
        QCOMPARE(room.newest.messages.last().outboxState, u"queued"_s);
        QCOMPARE(room.newest.messages.last().personName, u"Nguyễn Hải An"_s);
        QVERIFY(room.newest.messages.last().isOurs());

        words = {CaseDesk::newOutboxId(), u"reply"_s, u"Kết quả xác minh."_s, true, {}};
        QCOMPARE(refusal(desk.reply(id, room.subject.revision, words)), u"answer_or_decision_needed"_s);
        words.ownDecision = u"Trả lời ngay, không cần đơn vị"_s;
        QCOMPARE(refusal(desk.reply(id, room.subject.revision, words)), QString());
        room = good(desk.open(id));
        QCOMPARE(room.subject.status, u"released"_s);
        QCOMPARE(room.steps.last().verb, u"release"_s);
        QCOMPARE(refusal(desk.close(id, room.subject.revision, {}, newRequest())), u"still_sending"_s);
    }

    void ofTwoOfficersOneHasTheCase()
    {
        ScratchDatabase scratch;
        CitizenPlay citizen(scratch);
        const CaseId id = citizen.writes(u"Mất xe máy"_s);
        Database first(scratch.connectAs(u"officer1"_s)), second(scratch.connectAs(u"officer2"_s));
        CaseDesk an(first), chau(second);
        QCOMPARE(refusal(an.claim(id, newRequest())), QString());
        const auto late = answerOf(chau.claim(id, newRequest()));
        QCOMPARE(late.error().code, u"held_by_other"_s);
        QCOMPARE(late.error().facts[u"holder_name"].toString(), u"Nguyễn Hải An"_s);
        const auto room = good(chau.open(id));
        QVERIFY(!room.subject.isFree(room.subject.now));
        QCOMPARE(refusal(chau.takeOver(id, room.subject.revision, {}, newRequest())), u"reason_missing"_s);
        QCOMPARE(refusal(chau.takeOver(id, room.subject.revision, u"Đồng chí An hết ca"_s, newRequest())), QString());
        QCOMPARE(refusal(an.release(id, newRequest())), u"not_holder"_s);
        QCOMPARE(answerOf(an.renew(id)).error().code, u"claim_expired"_s);
        QCOMPARE(refusal(chau.release(id, newRequest())), QString());
    }

    void moderationNotesAndDuplicates()
    {
        ScratchDatabase scratch;
        CitizenPlay citizen(scratch);
        const CaseId one = citizen.writes(u"Đua xe"_s, 5, u"a"_s);
        const CaseId two = citizen.writes(u"Đua xe kìa"_s, 4, u"b"_s);
        const CaseId junk = citizen.writes(u"quảng cáo"_s, 3, u"c"_s);
        Database database(scratch.connectAs(u"officer1"_s));
        CaseDesk desk(database);
        for (const CaseId id : {two, junk})
            QCOMPARE(refusal(desk.claim(id, newRequest())), QString());
        const QString number = good(desk.open(one)).subject.number;
        QCOMPARE(refusal(desk.markDuplicate(two, good(desk.open(two)).subject.revision, u"99-999999"_s, u"cùng vụ"_s, newRequest())), u"no_row"_s);
        QCOMPARE(refusal(desk.markDuplicate(two, good(desk.open(two)).subject.revision, u"#"_s + number, u"cùng vụ"_s, newRequest())), QString());
        QCOMPARE(good(desk.open(two)).subject.duplicateNumber, number);
        QCOMPARE(refusal(desk.reject(junk, good(desk.open(junk)).subject.revision, u"Quảng cáo"_s, newRequest())), QString());
        QCOMPARE(good(desk.open(junk)).subject.decision, u"Quảng cáo"_s);
        QCOMPARE(refusal(desk.reopen(junk, good(desk.open(junk)).subject.revision, u"Xem lại"_s, newRequest())), QString());
        QCOMPARE(refusal(desk.addNote(one, u"Đã gọi 113"_s, newRequest())), QString());
        QCOMPARE(good(desk.open(one)).notes.first().text, u"Đã gọi 113"_s);
    }

    void identityStaysSealedUntilThereIsAReason()
    {
        ScratchDatabase scratch;
        CitizenPlay citizen(scratch);
        const CaseId id = citizen.writes(u"Xin giấu tên"_s);
        Database database(scratch.connectAs(u"officer1"_s)), unit(scratch.connectAs(u"unit1"_s));
        CaseDesk desk(database);
        QCOMPARE(answerOf(desk.openIdentity(id, u"xem"_s, newRequest())).error().code, u"reason_too_short"_s);
        const auto who = good(desk.openIdentity(id, u"Cần liên hệ xác minh nhân chứng"_s, newRequest()));
        QCOMPARE(who.size(), 1);
        QCOMPARE(who.first().name, u"Nguyễn Văn Kín"_s);
        QCOMPARE(scratch.ask(u"SELECT reason FROM core.reading WHERE what = 'identity'"_s), u"Cần liên hệ xác minh nhân chứng"_s);
        QVERIFY(!answerOf(CaseDesk(unit).openIdentity(id, u"Cần liên hệ xác minh nhân chứng"_s, newRequest())));
        QVERIFY(!answerOf(CaseDesk(unit).open(id)));
    }

    void aLongConversationIsReadPageByPage()
    {
        ScratchDatabase scratch;
        CitizenPlay citizen(scratch);
        CaseId id;
        for (int i = 0; i < 150; ++i)
            id = citizen.writes(u"tin %1"_s.arg(i), 200 - i);
        Database database(scratch.connectAs(u"officer1"_s));
        CaseDesk desk(database);
        QStringList seen;
        MessagePage page = good(desk.open(id)).newest;
        for (int turn = 0; turn < 5; ++turn) {
            QStringList texts;
            for (const CaseMessage &message : page.messages)
                texts.append(message.text);
            seen = texts + seen;
            if (page.reachesBeginning)
                break;
            page = good(desk.older(id, page.messages.first()));
        }
        QCOMPARE(seen.size(), 150);
        QCOMPARE(seen.first(), u"tin 0"_s);
        QCOMPARE(seen.last(), u"tin 149"_s);
        QCOMPARE(QSet(seen.begin(), seen.end()).size(), 150);
    }

    void aDraftIsKeptOnTheServer()
    {
        ScratchDatabase scratch;
        CitizenPlay citizen(scratch);
        const CaseId id = citizen.writes(u"Hỏi thủ tục"_s);
        Database database(scratch.connectAs(u"officer1"_s)), other(scratch.connectAs(u"officer2"_s));
        CaseDesk desk(database);
        const ReplyDraft kept{u"Chào anh/chị"_s, {{MediaId{7}, u"biên bản.pdf"_s, ReplyFile::Answer, {}}}};
        QCOMPARE(refusal(desk.saveDraft(id, kept)), QString());
        QCOMPARE(good(desk.draft(id)), kept);
        QVERIFY(good(CaseDesk(other).draft(id)).isEmpty());
        QCOMPARE(refusal(desk.saveDraft(id, {})), QString());
        QVERIFY(good(desk.draft(id)).isEmpty());
    }

    void mediaThatDidNotComeIsAskedForAgain()
    {
        ScratchDatabase scratch;
        CitizenPlay citizen(scratch);
        const CaseId id = citizen.writes({}, 0, u"p"_s, {QJsonObject{{u"kind"_s, u"video"_s}, {u"url"_s, u"https://cdn.example/v"_s}}});
        scratch.ask(u"SELECT intake.attachment_failed(id, 'link_expired', NULL) FROM core.attachment"_s);
        Database database(scratch.connectAs(u"officer1"_s));
        CaseDesk desk(database);
        const CaseAttachment lost = good(desk.open(id)).newest.messages.first().attachments.first();
        QCOMPARE(lost.state, u"failed"_s);
        QCOMPARE(lost.failure, u"link_expired"_s);
        QCOMPARE(refusal(desk.retryMedia(lost.id, newRequest())), QString());
        QCOMPARE(good(desk.open(id)).newest.messages.first().attachments.first().state, u"waiting"_s);
    }
};

QTEST_GUILESS_MAIN(CaseDeskTest)
#include "test_case_desk.moc"
