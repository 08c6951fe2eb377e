// SPDX-License-Identifier: GPL-3.0-or-later
// From Facebook to rows, over real HTTP into a real database.
#include "gateway/stage.h"

using namespace trucban;

class IntakeTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Stage> m_stage;

    QString mid(const QString &kind) { return m_stage->database.ask(u"SELECT platform_id FROM core.message WHERE kind = '%1' ORDER BY id DESC LIMIT 1"_s.arg(kind)); }

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<Stage>();
        QVERIFY(m_stage->open());
    }
    void cleanup()
    {
        if (m_stage)
            QVERIFY(m_stage->gateway.stop());
        m_stage.reset();
    }

    void aMessageBecomesACase()
    {
        const QString lan = m_stage->citizen(u"Nguyễn Thị Lan"_s);
        const QString first = m_stage->writes(lan, u"Ngõ 12 đang có đánh nhau 🚨"_s);
        QVERIFY(m_stage->becomes(u"SELECT text FROM core.message WHERE platform_id = '%1'"_s.arg(first), u"Ngõ 12 đang có đánh nhau 🚨"_s));
        m_stage->writes(lan, u"Họ chạy rồi"_s);
        QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.message"_s, u"2"_s));
        QCOMPARE(m_stage->number(u"SELECT count(*) FROM core.case"_s), 1); // the open case of a thread takes further messages
        QCOMPARE(m_stage->number(u"SELECT count(*) FROM core.journal WHERE state <> 'processed'"_s), 0);
    }

    void repetitionsAndReversedOrderChangeNothing()
    {
        m_stage->control(u"faults"_s, {{u"double_webhooks"_s, true}, {u"out_of_order"_s, true}});
        const QString lan = m_stage->citizen(u"Lan"_s);
        const QString said = m_stage->control(u"citizens/%1/messages"_s.arg(lan), {{u"text"_s, u"một"_s}, {u"edit_first"_s, u"một, đã sửa"_s}}).json()[u"mid"_s].toString();
        m_stage->control(u"citizens/%1/reaction"_s.arg(lan), {{u"mid"_s, said}, {u"reaction"_s, u"love"_s}, {u"emoji"_s, u"❤"_s}});
        m_stage->writes(lan, u"hai"_s);
        QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.message"_s, u"2"_s));
        QVERIFY(m_stage->becomes(u"SELECT text || ' ' || edits FROM core.message WHERE platform_id = '%1'"_s.arg(said), u"một, đã sửa 1"_s));
        QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.message WHERE reactions <> '{}'"_s, u"1"_s));
        QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.parked"_s, u"0"_s));
        QCOMPARE(m_stage->number(u"SELECT count(*) FROM core.case"_s), 1);
    }

    void everyKindArrives()
    {
        const QString lan = m_stage->citizen(u"Lan"_s);
        const QString who = u"citizens/%1/"_s.arg(lan);
        m_stage->control(who + u"get_started"_s);
        m_stage->control(who + u"postback"_s, {{u"title"_s, u"Hướng dẫn"_s}, {u"payload"_s, u"HELP"_s}});
        m_stage->control(who + u"referral"_s, {{u"ref"_s, u"QR-01"_s}, {u"seconds"_s, true}});
        m_stage->writes(lan, {}, {{u"attachments"_s, QJsonArray{QJsonObject{{u"kind"_s, u"sticker"_s}}}}});
        m_stage->writes(lan, {}, {{u"attachments"_s, QJsonArray{QJsonObject{{u"kind"_s, u"location"_s}, {u"lat"_s, 21.02}, {u"long"_s, 105.85}}}}});
        m_stage->writes(lan, u"xem https://example.vn"_s, {{u"attachments"_s, QJsonArray{QJsonObject{{u"kind"_s, u"link"_s}, {u"url"_s, u"https://example.vn"_s}, {u"title"_s, u"Tin"_s}}}}});
        const QString asked = m_stage->writes(lan, u"hỏi"_s);
        m_stage->writes(lan, u"Đúng"_s, {{u"reply_to"_s, asked}, {u"quick_reply"_s, u"YES"_s}});
        m_stage->control(who + u"unsend"_s, {{u"mid"_s, asked}});
        m_stage->control(who + u"event"_s, {{u"field"_s, u"messages"_s}, {u"event"_s, QJsonObject{{u"hologram"_s, QJsonObject{{u"beam"_s, 1}}}}}});
        QVERIFY(m_stage->becomes(u"SELECT string_agg(kind, ' ' ORDER BY kind) FROM core.message"_s,
                                 u"location postback postback referral sticker text text text unsupported"_s));
        QVERIFY(m_stage->becomes(u"SELECT deleted_at IS NOT NULL FROM core.message WHERE platform_id = '%1'"_s.arg(asked), u"t"_s));
        QCOMPARE(m_stage->number(u"SELECT count(*) FROM core.attachment WHERE kind = 'sticker'"_s), 1);
        QCOMPARE(m_stage->database.ask(u"SELECT reply_to FROM core.message WHERE text = 'Đúng'"_s), asked);
        QVERIFY(m_stage->database.ask(u"SELECT extra ->> 'raw' FROM core.message WHERE kind = 'unsupported'"_s).contains(u"hologram"_s));
        QVERIFY(m_stage->number(u"SELECT count(*) FROM core.message WHERE sent_at < now() - interval '1 day'"_s) == 0); // seconds are seconds
        QCOMPARE(m_stage->number(u"SELECT count(*) FROM core.case"_s), 1);
    }

    void oneCitizenOneFile()
    {
        const QString lan = m_stage->citizen(u"Lan"_s);
        m_stage->writes(lan, u"nhắn tin"_s);
        const QString post = m_stage->control(u"page/posts"_s, {{u"message"_s, u"Thông báo"_s}}).json()[u"id"_s].toString();
        const QString comment = m_stage->control(u"posts/%1/comments"_s.arg(post), {{u"citizen"_s, lan}, {u"message"_s, u"bình luận"_s}}).json()[u"id"_s].toString();
        QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.case"_s, u"2"_s));
        QCOMPARE(m_stage->number(u"SELECT count(*) FROM core.citizen"_s), 1);
        const QString wall = m_stage->control(u"visitor_posts"_s, {{u"citizen"_s, lan}, {u"message"_s, u"trên tường"_s}}).json()[u"id"_s].toString();
        QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.case WHERE channel = 'visitor_post'"_s, u"1"_s));
        m_stage->control(u"posts/%1/comments"_s.arg(wall), {{u"citizen"_s, lan}, {u"message"_s, u"thêm dưới bài của tôi"_s}});
        QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.message m JOIN core.thread t ON t.id = m.thread_id WHERE t.channel = 'visitor_post'"_s, u"2"_s));

        m_stage->control(u"comments/%1/edit"_s.arg(comment), {{u"message"_s, u"bình luận đã sửa"_s}});
        QVERIFY(m_stage->becomes(u"SELECT text FROM core.message WHERE platform_id = '%1'"_s.arg(comment), u"bình luận đã sửa"_s));
        m_stage->control(u"comments/%1/remove"_s.arg(comment));
        QVERIFY(m_stage->becomes(u"SELECT deleted_at IS NOT NULL FROM core.message WHERE platform_id = '%1'"_s.arg(comment), u"t"_s));
        m_stage->control(u"mentions"_s, {{u"citizen"_s, lan}, {u"message"_s, u"@Trang xem giúp"_s}});
        QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.case WHERE channel = 'mention'"_s, u"1"_s));
        QCOMPARE(m_stage->number(u"SELECT count(*) FROM core.journal WHERE state = 'rejected'"_s), 0);
    }

    void answersFromElsewhereStopTheClock()
    {
        const QString lan = m_stage->citizen(u"Lan"_s);
        m_stage->writes(lan, u"alo"_s);
        QVERIFY(m_stage->becomes(u"SELECT awaiting_reply FROM core.case"_s, u"t"_s));
        m_stage->control(u"page/messages"_s, {{u"to"_s, lan}, {u"text"_s, u"Trả lời từ Business Suite"_s}});
        QVERIFY(m_stage->becomes(u"SELECT awaiting_reply::text || answered_elsewhere::text FROM core.case"_s, u"falsetrue"_s));
        QCOMPARE(m_stage->database.ask(u"SELECT direction FROM core.message ORDER BY id DESC LIMIT 1"_s), u"echo"_s);
    }

    void whatCannotBeUnderstoodIsKeptAndSeen()
    {
        const QList<QByteArray> hostile{"{\"object\":\"page\",\"entry\":[{", QByteArray(50000, '['), "\xff\xfe\x00", R"({"object":"instagram","entry":[]})",
                                        R"({"object":"page","entry":[{"id":"999","time":1,"messaging":[{"sender":{"id":"1"},"message":{"mid":"m_x","text":"x"}}]}]})"};
        for (const QByteArray &body : hostile)
            QCOMPARE(m_stage->deliver(body).status, 200);
        QVERIFY(m_stage->becomes(u"SELECT string_agg(error, ' ' ORDER BY id) FROM core.journal WHERE state = 'rejected'"_s, u"not_json too_deep not_utf8 other_object other_page"_s));
        m_stage->writes(m_stage->citizen(u"Lan"_s), u"sau đó"_s); // and nothing is held up
        QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.message"_s, u"1"_s));
        QCOMPARE(m_stage->deliver("{}", "sha256=0000000000000000000000000000000000000000000000000000000000000000").status, 403);
        QCOMPARE(m_stage->number(u"SELECT count(*) FROM core.journal"_s), 6);
    }

    void aHostileTextIsStoredWhole()
    {
        const QByteArray body = QByteArrayLiteral("{\"object\":\"page\",\"entry\":[{\"id\":\"110322572167401\",\"time\":1,\"messaging\":[{\"sender\":{\"id\":\"77\"},\"recipient\":{\"id\":\"110322572167401\"},"
                                                  "\"message\":{\"mid\":\"m_h\",\"text\":\"a\\u0000b\\ud83dc \\u202Etxt.exe =cmd|' /C calc'!A0\"}}]}]}");
        QCOMPARE(m_stage->deliver(body).status, 200);
        QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.message WHERE platform_id = 'm_h' AND raw_text LIKE '%=cmd|%'"_s, u"1"_s));
    }
};

QTEST_GUILESS_MAIN(IntakeTest)
#include "test_intake.moc"
