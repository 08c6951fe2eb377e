// SPDX-License-Identifier: GPL-3.0-or-later
// From Facebook to rows, over real HTTP into a real database.
#include "gateway/stage.h"

#include <QJsonDocument>

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

    /// Everything that can happen to a comment and a message, told backwards.
    void whatComesBackwardsEndsAsItWas()
    {
        const auto change = [](const QString &verb, const QString &id, qint64 at, const QString &text = {}) {
            QJsonObject value{{u"item"_s, u"comment"_s}, {u"verb"_s, verb}, {u"comment_id"_s, id}, {u"post_id"_s, u"110322572167401_7"_s},
                              {u"parent_id"_s, u"110322572167401_7"_s}, {u"created_time"_s, at}, {u"from"_s, QJsonObject{{u"id"_s, u"555"_s}, {u"name"_s, u"Lan"_s}}}};
            if (!text.isEmpty())
                value[u"message"_s] = text;
            return QJsonObject{{u"changes"_s, QJsonArray{QJsonObject{{u"field"_s, u"feed"_s}, {u"value"_s, value}}}}};
        };
        const auto event = [](qint64 at, QJsonObject what) {
            what[u"sender"_s] = QJsonObject{{u"id"_s, u"555"_s}};
            what[u"recipient"_s] = QJsonObject{{u"id"_s, u"110322572167401"_s}};
            what[u"timestamp"_s] = at * 1000;
            return QJsonObject{{u"messaging"_s, QJsonArray{what}}};
        };
        const auto reaction = [](const QString &action) { return QJsonObject{{u"reaction"_s, QJsonObject{{u"mid"_s, u"m_1"_s}, {u"action"_s, action}, {u"emoji"_s, u"❤"_s}, {u"reaction"_s, u"love"_s}}}}; };
        const qint64 now = QDateTime::currentSecsSinceEpoch() - 1000;
        const QList<QJsonObject> inOrder{change(u"add"_s, u"7_1"_s, now, u"một"_s), change(u"edited"_s, u"7_1"_s, now + 10, u"một, sửa"_s), change(u"edited"_s, u"7_1"_s, now + 20, u"một, sửa lần hai"_s),
            change(u"hide"_s, u"7_1"_s, now + 30), change(u"unhide"_s, u"7_1"_s, now + 40),
            change(u"add"_s, u"7_2"_s, now + 50, u"hai"_s), change(u"remove"_s, u"7_2"_s, now + 60),
            event(now + 70, {{u"message"_s, QJsonObject{{u"mid"_s, u"m_1"_s}, {u"text"_s, u"ba"_s}}}}), event(now + 80, {{u"message_edit"_s, QJsonObject{{u"mid"_s, u"m_1"_s}, {u"text"_s, u"ba, sửa"_s}, {u"num_edit"_s, 1}}}}),
            event(now + 90, reaction(u"react"_s)), event(now + 100, reaction(u"unreact"_s)),
            event(now + 110, {{u"message"_s, QJsonObject{{u"mid"_s, u"m_2"_s}, {u"text"_s, u"bốn"_s}}}}), event(now + 120, {{u"message"_s, QJsonObject{{u"mid"_s, u"m_2"_s}, {u"is_deleted"_s, true}}}}),
            event(now + 130, {{u"read"_s, QJsonObject{{u"watermark"_s, (now + 130) * 1000}}}})};
        const QString end = u"SELECT string_agg(concat_ws(' ', platform_id, text, edits, hidden, deleted_at IS NOT NULL, reactions), ' | ' ORDER BY platform_id) FROM core.message"_s;
        const QString expected = u"7_1 một, sửa lần hai 1 f f {} | 7_2 hai 0 f t {} | m_1 ba, sửa 1 f f {} | m_2 bốn 0 f t {}"_s;
        for (int round = 0; round < 2; ++round) { // and all of it once more
            for (qsizetype i = inOrder.size() - 1; i >= 0; --i) {
                QJsonObject entry = inOrder.at(i);
                entry[u"id"_s] = u"110322572167401"_s;
                entry[u"time"_s] = now;
                QCOMPARE(m_stage->deliver(QJsonDocument(QJsonObject{{u"object"_s, u"page"_s}, {u"entry"_s, QJsonArray{entry}}}).toJson()).status, 200);
                QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.journal WHERE state = 'pending'"_s, u"0"_s)); // one after the other, as told
            }
            QVERIFY(m_stage->becomes(end, expected));
            QCOMPARE(m_stage->database.ask(u"SELECT count(*) FROM core.parked"_s), u"0"_s);
            QCOMPARE(m_stage->number(u"SELECT count(*) FROM core.journal WHERE state = 'rejected'"_s), 0);
        }
        QCOMPARE(m_stage->number(u"SELECT count(*) FROM core.citizen"_s), 1);
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

    void whoBroughtAWebhookIsKnownAfterwards()
    {
        m_stage->writes(m_stage->citizen(u"Lan"_s), u"có chữ ký"_s);
        QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.message"_s, u"1"_s));
        const QStringList lines = m_stage->database.ask(u"SELECT headers FROM core.journal ORDER BY id LIMIT 1"_s).split(u'\n');
        QCOMPARE(lines.first(), u"from 127.0.0.1"_s);
        const QByteArray body = QByteArray::fromHex(m_stage->database.ask(u"SELECT encode(body, 'hex') FROM core.journal ORDER BY id LIMIT 1"_s).toLatin1());
        const QByteArray signature = gateway::hmacSha256("truc-ban-test-secret", body.toStdString()).toHex();
        QVERIFY(lines.contains(u"X-Hub-Signature-256: sha256="_s + QString::fromLatin1(signature))); // it can be proved again
        QVERIFY(lines.contains(u"Content-Type: application/json"_s));
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
