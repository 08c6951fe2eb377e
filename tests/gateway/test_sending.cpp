// SPDX-License-Identifier: GPL-3.0-or-later
// From rows to Facebook: every reply and every post once, whatever goes wrong between.
#include "gateway/stage.h"

#include <QImage>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace trucban;

class SendingTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Stage> m_stage;
    QString m_lan;
    QTemporaryDir m_folder;

    void given(const QString &text = u"Ngõ tôi mất điện"_s)
    {
        m_lan = m_stage->citizen(u"Lan"_s);
        m_stage->writes(m_lan, text);
        QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.case WHERE channel = 'messenger'"_s, u"1"_s));
    }
    QJsonObject messageTo(const QString &text)
    {
        for (const QJsonValue &one : m_stage->state()[u"citizens"_s].toArray())
            for (const QJsonValue &message : one[u"messages"_s].toArray())
                if (message[u"text"_s].toString() == text)
                    return message.toObject();
        return {};
    }
    QString comment(const QString &text)
    {
        m_lan = m_stage->citizen(u"Lan"_s);
        const QString post = m_stage->control(u"page/posts"_s, {{u"message"_s, u"Thông báo"_s}}).json()[u"id"_s].toString();
        const QString id = m_stage->control(u"posts/%1/comments"_s.arg(post), {{u"citizen"_s, m_lan}, {u"message"_s, text}}).json()[u"id"_s].toString();
        [&] { QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.case WHERE channel = 'comment'"_s, u"1"_s)); }();
        return id;
    }
    QList<QJsonObject> commentsByPage()
    {
        QList<QJsonObject> found;
        for (const QJsonValue &post : m_stage->state()[u"posts"_s].toArray())
            for (const QJsonValue &one : post[u"comments"_s].toArray())
                if (one[u"by"_s].toString() == u"graph"_s)
                    found << one.toObject();
        return found;
    }
    QString word(const QString &id) { return m_stage->database.ask(u"SELECT error_word FROM core.outbox WHERE id = '%1'"_s.arg(id)); }

    /// A medium in the store, as a citizen's file becomes one.
    QString given(const QString &file, const QByteArray &kind)
    {
        if (kind == "video")
            QProcess::execute(u"ffmpeg"_s, {u"-v"_s, u"error"_s, u"-y"_s, u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc=size=640x480:rate=30:duration=12"_s, u"-b:v"_s, u"3M"_s, m_folder.filePath(file)});
        else {
            QImage image(320, 240, QImage::Format_RGB32);
            image.fill(uint(qHash(file)));
            image.save(m_folder.filePath(file));
        }
        const auto said = m_stage->control(u"citizens/%1/messages"_s.arg(m_stage->citizen(u"Kho"_s)),
                                           {{u"attachments"_s, QJsonArray{QJsonObject{{u"path"_s, m_folder.filePath(file)}}}}}).json();
        const QString sha = said[u"attachments"_s][0][u"sha256"_s].toString();
        const QString ask = u"SELECT id FROM core.media WHERE encode(sha256, 'hex') = '%1' AND complete"_s.arg(sha);
        return QTest::qWaitFor([&] { return m_stage->number(ask) > 0; }, 20000) ? m_stage->database.ask(ask) : u"0"_s;
    }
    QString shaOf(const QString &media) { return m_stage->database.ask(u"SELECT encode(sha256, 'hex') FROM core.media WHERE id = %1"_s.arg(media)); }

    const QStringList hasty{u"--write-timeout-ms"_s, u"1500"_s, u"--lease-s"_s, u"6"_s};
    /// The gateway again, with little patience: stories about time need not last minutes.
    bool startHasty()
    {
        return m_stage->gateway.stop() && m_stage->gateway.start(m_stage->database.urlFor(u"gateway"_s), m_stage->facebook.url(), hasty)
            && m_stage->connectTo(m_stage->gateway);
    }

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

    void aReplyIsSentDeliveredSeen()
    {
        given();
        const QString id = m_stage->queue(u"reply"_s, u"messenger"_s, u"Đã tiếp nhận"_s);
        QVERIFY(m_stage->becomes(u"SELECT state IN ('sent', 'delivered') FROM core.outbox WHERE id = '%1'"_s.arg(id), u"t"_s));
        QVERIFY(m_stage->outboxBecomes(id, u"delivered"_s));
        m_stage->control(u"citizens/%1/read"_s.arg(m_lan));
        QVERIFY(m_stage->outboxBecomes(id, u"seen"_s));
        QCOMPARE(m_stage->saidTo(m_lan), QStringList{u"Đã tiếp nhận"_s});
        QCOMPARE(messageTo(u"Đã tiếp nhận"_s)[u"messaging_type"_s].toString(), u"RESPONSE"_s);
        QCOMPARE(m_stage->number(u"SELECT count(*) FROM core.message"_s), 2); // its echo is no second message
        QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.message WHERE direction = 'out' AND platform_id IS NOT NULL"_s, u"1"_s));
    }

    void aLongReplyGoesInParts()
    {
        given();
        QString text;
        for (int i = 0; text.size() < 4500; ++i)
            text += u"Câu số %1 của bài trả lời dài. "_s.arg(i);
        const QString id = m_stage->queue(u"reply"_s, u"messenger"_s, text.trimmed());
        QVERIFY(m_stage->becomes(u"SELECT state IN ('sent', 'delivered') FROM core.outbox WHERE id = '%1'"_s.arg(id), u"t"_s));
        const QStringList said = m_stage->saidTo(m_lan);
        QCOMPARE(said.size(), 3);
        for (const QString &part : said)
            QVERIFY(part.size() <= 2000 && part.endsWith(u'.'));
        QCOMPARE(said.join(u' '), text.trimmed());
    }

    void noAnswerMeansOneReply_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<bool>("echo");
        for (const QString &fault : {u"error_after_publish"_s, u"cut_answer"_s, u"error_before"_s})
            for (const bool echo : {true, false})
                QTest::newRow(qPrintable(fault + (echo ? u" with echo"_s : u" without echo"_s))) << fault << echo;
    }
    void noAnswerMeansOneReply()
    {
        QFETCH(QString, fault);
        QFETCH(bool, echo);
        given();
        m_stage->fault({{fault, QJsonObject{{u"times"_s, 1}, {u"status"_s, 500}, {u"on"_s, u"messages"_s}}}, {u"no_echo"_s, !echo}});
        const QString first = m_stage->queue(u"reply"_s, u"messenger"_s, u"Một lần thôi"_s);
        QVERIFY(m_stage->becomes(u"SELECT state IN ('sent', 'delivered') FROM core.outbox WHERE id = '%1'"_s.arg(first), u"t"_s));
        const QString second = m_stage->queue(u"reply"_s, u"messenger"_s, u"Một lần thôi"_s); // the same words again are another reply
        QVERIFY(m_stage->becomes(u"SELECT state IN ('sent', 'delivered') FROM core.outbox WHERE id = '%1'"_s.arg(second), u"t"_s));
        QCOMPARE(m_stage->saidTo(m_lan), (QStringList{u"Một lần thôi"_s, u"Một lần thôi"_s}));
        QCOMPARE(m_stage->number(u"SELECT count(*) FROM core.message WHERE direction <> 'in'"_s), 2);
    }

    void aLateReplyCarriesTheTag()
    {
        given();
        m_stage->control(u"clock"_s, {{u"advance_seconds"_s, 25 * 3600}});
        const QString id = m_stage->queue(u"reply"_s, u"messenger"_s, u"Trả lời muộn"_s);
        QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.outbox WHERE id = '%1' AND (state IN ('sent', 'delivered') AND tag = 'HUMAN_AGENT')"_s.arg(id), u"1"_s));
        QCOMPARE(messageTo(u"Trả lời muộn"_s)[u"tag"_s].toString(), u"HUMAN_AGENT"_s);
    }

    void whoIsOutsideTheWindowGetsNothing()
    {
        given();
        m_stage->database.ask(u"UPDATE core.thread SET last_inbound_at = core.now() - interval '8 days'"_s);
        const QString id = m_stage->queue(u"reply"_s, u"messenger"_s, u"Quá muộn"_s);
        QVERIFY(m_stage->outboxBecomes(id, u"failed outside_window"_s));
        // a machine's words never carry the human tag
        m_stage->database.ask(u"UPDATE core.thread SET last_inbound_at = core.now() - interval '2 days'"_s);
        m_stage->database.ask(u"ALTER TABLE core.outbox ALTER human SET DEFAULT false"_s);
        QVERIFY(m_stage->outboxBecomes(m_stage->queue(u"reply"_s, u"messenger"_s, u"Tự động"_s), u"failed outside_window"_s));
        QVERIFY(m_stage->saidTo(m_lan).isEmpty());
    }

    void aRefusalIsInWords()
    {
        given();
        m_stage->control(u"citizens/%1/block"_s.arg(m_lan));
        const QString id = m_stage->queue(u"reply"_s, u"messenger"_s, u"Có ai không"_s);
        QVERIFY(m_stage->outboxBecomes(id, u"failed person_unavailable"_s));
        QCOMPARE(m_stage->number(u"SELECT error_code FROM core.outbox WHERE id = '%1'"_s.arg(id)), 551);
    }

    void aDeadTokenStopsSendingAndNothingElse()
    {
        given();
        m_stage->fault({{u"expired_token"_s, true}});
        const QString id = m_stage->queue(u"reply"_s, u"messenger"_s, u"Chờ mã mới"_s);
        QVERIFY(m_stage->becomes(u"SELECT state || ' ' || code FROM core.health WHERE key = 'facebook_token'"_s, u"bad token_expired"_s));
        m_stage->writes(m_lan, u"vẫn nhận tin"_s);
        QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.message WHERE direction = 'in'"_s, u"2"_s));
        QVERIFY(m_stage->becomes(u"SELECT state FROM core.outbox WHERE id = '%1'"_s.arg(id), u"queued"_s));
        m_stage->noFaults();
        QVERIFY(m_stage->becomes(u"SELECT state FROM core.health WHERE key = 'facebook_token'"_s, u"good"_s));
        QVERIFY(m_stage->becomes(u"SELECT state IN ('sent', 'delivered') FROM core.outbox WHERE id = '%1'"_s.arg(id), u"t"_s));
        QCOMPARE(m_stage->saidTo(m_lan), QStringList{u"Chờ mã mới"_s});
    }

    void aRateLimitIsWaitedOut()
    {
        given();
        m_stage->fault({{u"rate_limit"_s, QJsonObject{{u"code"_s, 613}, {u"times"_s, 2}, {u"minutes"_s, 0}, {u"on"_s, u"messages"_s}}}});
        const QString id = m_stage->queue(u"reply"_s, u"messenger"_s, u"Từ từ"_s);
        QVERIFY(m_stage->becomes(u"SELECT state IN ('sent', 'delivered') FROM core.outbox WHERE id = '%1'"_s.arg(id), u"t"_s, 30000));
        QCOMPARE(m_stage->saidTo(m_lan), QStringList{u"Từ từ"_s});
        QCOMPARE(m_stage->state()[u"calls"_s].toObject()[u"POST messages"_s].toInt(), 3); // refused twice, then taken
        QCOMPARE(m_stage->database.ask(u"SELECT attempts FROM core.outbox WHERE id = '%1'"_s.arg(id)), u"3"_s);
    }

    void commentsAreAnsweredHiddenAndAnsweredPrivatelyOnce()
    {
        const QString id = comment(u"Cho tôi hỏi"_s);
        const QString answer = m_stage->queue(u"comment_reply"_s, u"comment"_s, u"Mời bạn nhắn tin"_s);
        QVERIFY(m_stage->outboxBecomes(answer, u"sent"_s));
        QCOMPARE(commentsByPage().size(), 1);
        QCOMPARE(commentsByPage().first()[u"parent"_s].toString(), id);
        QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.message WHERE direction <> 'in'"_s, u"1"_s)); // no echo beside it

        const QString secret = m_stage->queue(u"private_reply"_s, u"comment"_s, u"Riêng với bạn"_s);
        QVERIFY(m_stage->outboxBecomes(secret, u"sent"_s));
        QCOMPARE(m_stage->saidTo(m_lan), QStringList{u"Riêng với bạn"_s});

        const QString hide = m_stage->queue(u"hide_comment"_s, u"comment"_s, {});
        QVERIFY(m_stage->outboxBecomes(hide, u"sent"_s));
        QVERIFY(m_stage->becomes(u"SELECT hidden FROM core.message WHERE platform_id = '%1'"_s.arg(id), u"t"_s));
    }

    void whateverFacebookAnswersItHappensOnce_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("call");
        QTest::addColumn<QString>("fault");
        const std::pair<QString, QString> kinds[] = {{u"reply"_s, u"messages"_s}, {u"comment_reply"_s, u"comments"_s}, {u"private_reply"_s, u"messages"_s},
                                                     {u"hide_comment"_s, u"comment"_s}, {u"post"_s, u"feed"_s}};
        for (const auto &[kind, call] : kinds)
            for (const QString &fault : {u"error_after_publish"_s, u"cut_answer"_s, u"timeout_after_send"_s})
                QTest::newRow(qPrintable(kind + u' ' + fault)) << kind << call << fault;
        QTest::newRow("link error_after_publish") << u"link"_s << u"feed"_s << u"error_after_publish"_s;
    }
    /// Facebook does it and says 500, half an answer, or nothing at all.
    void whateverFacebookAnswersItHappensOnce()
    {
        QFETCH(QString, kind);
        QFETCH(QString, call);
        QFETCH(QString, fault);
        QVERIFY(startHasty());
        const bool post = kind == u"post"_s || kind == u"link"_s;
        if (kind == u"reply"_s)
            given();
        else if (!post)
            comment(u"Cho tôi hỏi"_s);
        const qsizetype before = m_stage->posts().size();
        m_stage->fault({{fault, QJsonObject{{u"times"_s, 1}, {u"status"_s, 500}, {u"on"_s, call}}}});
        const QString words = kind == u"hide_comment"_s ? QString() : u"Một lần thôi"_s;
        const QString id = post ? m_stage->queuePost(words, u"{}"_s, u"NULL"_s, kind == u"link"_s ? u"https://congan.hanoi.gov.vn/ket-qua"_s : QString())
                                : m_stage->queue(kind, kind == u"reply"_s ? u"messenger"_s : u"comment"_s, words);
        QVERIFY(m_stage->becomes(u"SELECT state IN ('sent', 'delivered') FROM core.outbox WHERE id = '%1'"_s.arg(id), u"t"_s, 30000));
        QVERIFY(!m_stage->state()[u"faults"_s].toObject().contains(fault)); // it did go wrong
        QCOMPARE(m_stage->saidTo(m_lan).size(), kind == u"reply"_s || kind == u"private_reply"_s ? 1 : 0);
        QCOMPARE(commentsByPage().size(), kind == u"comment_reply"_s ? 1 : 0);
        QCOMPARE(m_stage->posts().size() - before, post ? 1 : 0);
        if (kind == u"hide_comment"_s)
            QVERIFY(m_stage->becomes(u"SELECT hidden FROM core.message WHERE direction = 'in'"_s, u"t"_s));
        if (post)
            QCOMPARE(m_stage->database.ask(u"SELECT permalink FROM core.bulletin"_s), m_stage->posts().first()[u"permalink_url"_s].toString());
    }

    void aLinkIsPublishedWithItsWordsOnce()
    {
        const QString link = u"https://congan.hanoi.gov.vn/ket-qua?so=26-000001&muc=1"_s;
        const QString id = m_stage->queuePost(u"Kết quả xử lý"_s, u"{}"_s, u"NULL"_s, link);
        QVERIFY(m_stage->outboxBecomes(id, u"sent"_s, 20000));
        QCOMPARE(m_stage->posts().size(), 1);
        QCOMPARE(m_stage->posts().first()[u"link"_s].toString(), link);
        QCOMPARE(m_stage->posts().first()[u"message"_s].toString(), u"Kết quả xử lý"_s);
        QCOMPARE(m_stage->database.ask(u"SELECT state || ' ' || permalink FROM core.bulletin"_s), u"published "_s + m_stage->posts().first()[u"permalink_url"_s].toString());
    }

    void aPostIsPublishedOnceAndItsAddressComesBack_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("in peace") << QString();
        QTest::newRow("500 before") << u"error_before"_s;
    }
    void aPostIsPublishedOnceAndItsAddressComesBack()
    {
        QFETCH(QString, fault);
        if (!fault.isEmpty())
            m_stage->fault({{fault, QJsonObject{{u"times"_s, 1}, {u"status"_s, 500}, {u"on"_s, u"feed"_s}}}});
        const QString id = m_stage->queuePost(u"KẾT QUẢ XỬ LÝ #CongAnHaNoi"_s);
        QVERIFY(m_stage->outboxBecomes(id, u"sent"_s));
        QCOMPARE(m_stage->posts().size(), 1);
        QCOMPARE(m_stage->database.ask(u"SELECT state FROM core.bulletin"_s), u"published"_s);
        QCOMPARE(m_stage->database.ask(u"SELECT permalink FROM core.bulletin"_s), m_stage->posts().first()[u"permalink_url"_s].toString());
        QCOMPARE(m_stage->database.ask(u"SELECT platform_id FROM core.bulletin"_s), m_stage->posts().first()[u"id"_s].toString());
    }

    void photosAlbumsAndVideosAreOnePostEach_data()
    {
        QTest::addColumn<bool>("trouble");
        QTest::newRow("in peace") << false;
        QTest::newRow("500 after publishing") << true;
    }
    void photosAlbumsAndVideosAreOnePostEach()
    {
        QFETCH(bool, trouble);
        const QString one = given(u"một.jpg"_s, "image"), two = given(u"hai.png"_s, "image"), clip = given(u"clip.mp4"_s, "video");
        const auto troubleOn = [&](const QString &call) {
            if (trouble)
                m_stage->fault({{u"error_after_publish"_s, QJsonObject{{u"times"_s, 1}, {u"status"_s, 500}, {u"on"_s, call}}}});
        };
        troubleOn(u"photos"_s);
        QVERIFY(m_stage->outboxBecomes(m_stage->queuePost(u"Một ảnh"_s, u"{%1}"_s.arg(one)), u"sent"_s));
        troubleOn(u"feed"_s);
        QVERIFY(m_stage->outboxBecomes(m_stage->queuePost(u"Hai ảnh"_s, u"{%1,%2}"_s.arg(one, two)), u"sent"_s));
        QVERIFY(m_stage->outboxBecomes(m_stage->queuePost(u"Một clip"_s, u"{%1}"_s.arg(clip)), u"sent"_s, 30000));
        QVERIFY(m_stage->outboxBecomes(m_stage->queuePost(u"Lẫn lộn"_s, u"{%1,%2}"_s.arg(one, clip)), u"failed video_stands_alone"_s));
        QMap<QString, QJsonObject> posts;
        for (const QJsonObject &post : m_stage->posts())
            posts.insert(post[u"message"_s].toString(), post);
        QCOMPARE(m_stage->posts().size(), 3);
        QCOMPARE(posts[u"Một ảnh"_s][u"photos"_s].toArray().size(), 1);
        QCOMPARE(posts[u"Hai ảnh"_s][u"photos"_s].toArray().size(), 2);
        QCOMPARE(posts[u"Hai ảnh"_s][u"photos"_s][1][u"sha256"_s].toString(), shaOf(two));
        QCOMPARE(posts[u"Một clip"_s][u"video"_s][u"sha256"_s].toString(), shaOf(clip));
        QCOMPARE(m_stage->number(u"SELECT count(*) FROM core.bulletin WHERE state = 'published' AND permalink LIKE 'http%'"_s), 3);
        if (!trouble)
            QVERIFY(m_stage->state()[u"unused_photos"_s].toArray().isEmpty());
    }

    void aReplyMayCarryAFile()
    {
        given();
        const QString picture = given(u"trả lời.jpg"_s, "image");
        const QString id = m_stage->queue(u"reply"_s, u"messenger' AND c.id = (SELECT min(id) FROM core.case) AND c.channel = 'messenger"_s, u"Xem ảnh"_s, u"{%1}"_s.arg(picture),
                                          u"{\"names\": [\"biên bản.png\"]}"_s);
        QVERIFY(m_stage->becomes(u"SELECT state IN ('sent', 'delivered') FROM core.outbox WHERE id = '%1'"_s.arg(id), u"t"_s));
        QCOMPARE(m_stage->saidTo(m_lan), (QStringList{u"Xem ảnh"_s, QString()}));
        QVERIFY(QJsonDocument(m_stage->state()).toJson().contains("biên bản.jpg")); // called as the officer called it, with the ending of its bytes
        QCOMPARE(m_stage->number(u"SELECT count(*) FROM core.message WHERE direction = 'echo'"_s), 0);
    }

    void theSamePostTwiceInARowIsSaid()
    {
        m_stage->fault({{u"refuse_repeat"_s, true}});
        QVERIFY(m_stage->outboxBecomes(m_stage->queuePost(u"Một bài"_s), u"sent"_s));
        QVERIFY(m_stage->outboxBecomes(m_stage->queuePost(u"Một bài"_s), u"failed duplicate_post"_s));
        QCOMPARE(m_stage->posts().size(), 1);
    }

    void aScheduledPostWaitsAndThenIsOut()
    {
        const QString id = m_stage->queuePost(u"Hẹn giờ"_s, u"{}"_s, u"date_trunc('second', core.now()) + interval '20 minutes'"_s);
        QVERIFY(m_stage->outboxBecomes(id, u"sent"_s));
        QCOMPARE(m_stage->database.ask(u"SELECT state FROM core.bulletin"_s), u"scheduled"_s);
        QCOMPARE(m_stage->posts().first()[u"state"_s].toString(), u"scheduled"_s);
        m_stage->control(u"clock"_s, {{u"advance_seconds"_s, 21 * 60}});
        QVERIFY(m_stage->becomes(u"SELECT state FROM core.bulletin"_s, u"published"_s, 20000));
    }

    void killedInTheMiddleNothingIsLostOrDoubled()
    {
        given();
        m_stage->fault({{u"slow_graph_ms"_s, 1500}});
        const QString id = m_stage->queue(u"reply"_s, u"messenger"_s, u"Đang gửi thì chết"_s);
        QVERIFY(m_stage->becomes(u"SELECT state FROM core.outbox WHERE id = '%1'"_s.arg(id), u"sending"_s));
        QTest::qWait(300); // the call is under way
        m_stage->gateway.kill();
        m_stage->noFaults();
        m_stage->database.ask(u"UPDATE core.outbox SET taken_until = clock_timestamp()"_s); // two minutes pass
        QVERIFY(m_stage->gateway.start(m_stage->database.urlFor(u"gateway"_s), m_stage->facebook.url()));
        QVERIFY(m_stage->connectTo(m_stage->gateway));
        QVERIFY(m_stage->becomes(u"SELECT state IN ('sent', 'delivered') FROM core.outbox WHERE id = '%1'"_s.arg(id), u"t"_s));
        QCOMPARE(m_stage->saidTo(m_lan), QStringList{u"Đang gửi thì chết"_s});
    }

    void aFrozenGatewayDoesNotSendWhatAnotherSent_data()
    {
        QTest::addColumn<bool>("told");
        QTest::newRow("frozen before it is told whether the item is still its own") << false;
        QTest::newRow("frozen between that answer and the socket") << true;
    }
    /// The gateway is frozen while the database holds its question; what happens then is decided here, not by chance.
    void aFrozenGatewayDoesNotSendWhatAnotherSent()
    {
        QFETCH(bool, told);
        QVERIFY(startHasty());
        given();
        if (told)
            m_stage->holdCommitOfLease();
        else
            m_stage->hold(u"outbox_keep"_s, {u"uuid"_s, u"text"_s, u"integer"_s});
        const QString id = m_stage->queue(u"reply"_s, u"messenger"_s, u"Hai cổng một lời"_s);
        QVERIFY(m_stage->isHeld());
        QVERIFY(m_stage->gateway.freeze());
        if (!told) // its lease ends before it has asked
            m_stage->database.ask(u"UPDATE core.outbox SET taken_until = clock_timestamp() WHERE id = '%1'"_s.arg(id));
        m_stage->letGo(); // told: yes, for six seconds; the answer waits in its socket
        QVERIFY(m_stage->becomes(u"SELECT taken_until < clock_timestamp() FROM core.outbox WHERE id = '%1'"_s.arg(id), u"t"_s));
        GatewayProcess second;
        QVERIFY(second.start(m_stage->database.urlFor(u"gateway"_s), m_stage->facebook.url(), hasty, u"two"_s));
        QVERIFY(m_stage->connectTo(second));
        QVERIFY(m_stage->becomes(u"SELECT state IN ('sent', 'delivered') FROM core.outbox WHERE id = '%1'"_s.arg(id), u"t"_s, 30000));
        QVERIFY(m_stage->gateway.thaw());
        QVERIFY(m_stage->gateway.stop()); // it has ended what it had begun
        QCOMPARE(m_stage->saidTo(m_lan), QStringList{u"Hai cổng một lời"_s});
        QVERIFY(second.stop());
    }

    /// What a gateway that was held up says at last must not put back into the queue what another is sending.
    void whoIsLateDoesNotDisturbWhoSendsNow()
    {
        QVERIFY(startHasty());
        given();
        m_stage->hold(u"outbox_later"_s, {u"uuid"_s, u"text"_s, u"timestamptz"_s, u"text"_s, u"text"_s});
        m_stage->fault({{u"rate_limit"_s, QJsonObject{{u"code"_s, 613}, {u"times"_s, 1}, {u"minutes"_s, 0}, {u"on"_s, u"messages"_s}}}});
        const QString id = m_stage->queue(u"reply"_s, u"messenger"_s, u"Không ai giành của ai"_s);
        QVERIFY(m_stage->isHeld()); // refused once, and about to say "later"
        m_stage->database.ask(u"UPDATE core.outbox SET state = 'uncertain', taken_by = 'another', taken_until = clock_timestamp() + interval '1 hour' WHERE id = '%1'"_s.arg(id));
        m_stage->letGo();
        const QString after = m_stage->queue(u"reply"_s, u"messenger"_s, u"Đứng sau"_s);
        QVERIFY(m_stage->becomes(u"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'"_s, u"0"_s, 20000));
        QVERIFY(m_stage->gateway.stop()); // all is said
        QCOMPARE(m_stage->database.ask(u"SELECT state || ' ' || taken_by FROM core.outbox WHERE id = '%1'"_s.arg(id)), u"uncertain another"_s);
        QCOMPARE(m_stage->database.ask(u"SELECT state FROM core.outbox WHERE id = '%1'"_s.arg(after)), u"queued"_s); // one at a time
        QVERIFY(m_stage->saidTo(m_lan).isEmpty());
    }
};

QTEST_GUILESS_MAIN(SendingTest)
#include "test_sending.moc"
