// SPDX-License-Identifier: GPL-3.0-or-later
// The stand-in alone, over real HTTP: what it promises must be what Meta documents.
#include "story.h"

using namespace standin_test;

static const QByteArray EscapedVector =
    R"({"object":"page","entry":[{"id":"1","time":1,"messaging":[{"message":{"mid":"m_1","text":"Ch\u00e0o c\u00e1c \u0111\u1ed3ng ch\u00ed"}}]}]})";
static const QByteArray PlainVector =
    R"({"object":"page","entry":[{"id":"1","time":1,"messaging":[{"message":{"mid":"m_1","text":"Chào các đồng chí"}}]}]})";

class FacebookStandinTest : public Story
{
    Q_OBJECT

private Q_SLOTS:
    void bodiesAreSignedAsMetaSignsThem();
    void vietnameseIsEscapedInLowerCaseHex();
    void aSignatureCanBeWrongMissingOrOld();
    void subscribingVerifiesTheCallback();
    void tokenAndProofAreChecked();
    void aMessageArrivesWithItsAttachments();
    void stickersComeTwice();
    void anEditCanOvertakeItsMessage();
    void secondsInChangesMillisecondsInMessaging();
    void theEchoNamesThePersonAsRecipient();
    void deliveriesAndReadsFollow();
    void theWindowsAreKept();
    void longTextIsRefused();
    void errorAfterPublishHasPublished();
    void noAnswerAfterSending();
    void errorsKeepMetasShape();
    void errorUnderHttp200();
    void pagingWalksEveryConversation();
    void onlyTwentyMessagesHaveDetails();
    void failuresAreRepeatedThenDropped();
    void anHourOfFailureUnsubscribes();
    void lostDoubledReversed();
    void burstDeliversAll();
};

void FacebookStandinTest::bodiesAreSignedAsMetaSignsThem()
{
    const QJsonObject escaped = QJsonDocument::fromJson(standin.send("POST", standin.url() + u"/control/raw"_s, PlainVector).body).object();
    QCOMPARE(escaped.value(u"signature"_s).toString(), u"sha256=12dbd00c6e8efa9319be97d59cb7f0239a52ebc011bca448d23e472d9c21e441"_s);
    QCOMPARE(escaped.value(u"sent_bytes"_s).toInt(), 139);
    QCOMPARE(listener.deliveries.last().body, EscapedVector);

    const QJsonObject plain = QJsonDocument::fromJson(standin.send("POST", standin.url() + u"/control/raw?as_is=1"_s, PlainVector).body)
                                  .object();
    QCOMPARE(plain.value(u"signature"_s).toString(), u"sha256=33b0343e1bd2ee2fbf3d5c805d7db1ab15d0f5d17a1b6b8788b8ce67f591d659"_s);
    QCOMPARE(plain.value(u"sent_bytes"_s).toInt(), 120);
    QCOMPARE(listener.deliveries.last().signature, "sha256=33b0343e1bd2ee2fbf3d5c805d7db1ab15d0f5d17a1b6b8788b8ce67f591d659"_ba);
}

void FacebookStandinTest::vietnameseIsEscapedInLowerCaseHex()
{
    standin.writes(standin.citizen(u"Lan"_s), u"Cháy ở http://a.vn/b 😢"_s);
    QCOMPARE(told(u"message"_s).size(), 1);
    const Delivered one = listener.deliveries.first();
    QVERIFY(one.body.contains(R"(Ch\u00e1y \u1edf http:\/\/a.vn\/b \ud83d\ude22)"));
    QCOMPARE(one.signature, signed256(one.body));
    QVERIFY(one.legacy.startsWith("sha1=") && one.legacy.size() == 45);
}

void FacebookStandinTest::aSignatureCanBeWrongMissingOrOld()
{
    const QString lan = standin.citizen(u"Lan"_s);
    for (const QString &name : {u"wrong_signature"_s, u"no_signature"_s, u"legacy_signature_only"_s}) {
        fault({{name, 1}});
        standin.writes(lan, name);
        told();
    }
    QCOMPARE(listener.deliveries.size(), 3);
    QVERIFY(!listener.deliveries.at(0).signature.isEmpty()
            && listener.deliveries.at(0).signature != signed256(listener.deliveries.at(0).body));
    QVERIFY(listener.deliveries.at(1).signature.isEmpty() && listener.deliveries.at(1).legacy.isEmpty());
    QVERIFY(listener.deliveries.at(2).signature.isEmpty() && !listener.deliveries.at(2).legacy.isEmpty());
}

void FacebookStandinTest::subscribingVerifiesTheCallback()
{
    const QString path = standin.page + u"/subscribed_apps"_s;
    QVERIFY(standin.remove(path).json().value(u"success"_s).toBool());
    QVERIFY(standin.get(path).data().isEmpty());
    standin.writes(standin.citizen(u"Lan"_s), u"chưa ai nghe"_s);
    QVERIFY(told().isEmpty());

    const Answer wrong = standin.post(path, {{u"subscribed_fields"_s, u"messages,message_seen"_s}}, {});
    QCOMPARE(wrong.code(), 100);
    QVERIFY(wrong.body.contains("Param subscribed_fields[1] must be one of"));

    listener.verifies = false;
    QCOMPARE(standin.post(path, {{u"subscribed_fields"_s, u"messages,feed"_s}}, {}).code(), 2200);
    listener.verifies = true;
    QVERIFY(standin.post(path, {{u"subscribed_fields"_s, u"messages,feed"_s}}, {}).json().value(u"success"_s).toBool());
    QCOMPARE(listener.asked.queryItemValue(u"hub.verify_token"_s), u"truc-ban-verify"_s);
    QCOMPARE(standin.get(path).data().first().toObject().value(u"subscribed_fields"_s).toArray().size(), 2);
}

void FacebookStandinTest::tokenAndProofAreChecked()
{
    QCOMPARE(standin.get(u"me"_s, {{u"access_token"_s, u"other"_s}}).code(), 190);
    QCOMPARE(standin.get(u"me"_s, {{u"access_token"_s, u""_s}}).code(), 104);
    QCOMPARE(standin.get(u"me"_s, {{u"appsecret_proof"_s, u"00"_s}}).code(), 100);
    const QString proof = QString::fromLatin1(
        QMessageAuthenticationCode::hash(standin.token.toUtf8(), Secret, QCryptographicHash::Sha256).toHex());
    QCOMPARE(standin.get(u"me"_s, {{u"appsecret_proof"_s, proof}}).json().value(u"id"_s).toString(), standin.page);
    QCOMPARE(standin.send("GET", standin.url() + u"/v25.0/me"_s, {}, {{"Authorization", "Bearer " + standin.token.toUtf8()}}).status, 200);

    const QMap<QString, QString> debug {{u"input_token"_s, standin.token}, {u"access_token"_s, u"1234567890123456|truc-ban-test-secret"_s}};
    QVERIFY(standin.get(u"debug_token"_s, debug).json().value(u"data"_s).toObject().value(u"is_valid"_s).toBool());
    fault({{u"expired_token"_s, true}});
    QCOMPARE(standin.get(u"me"_s).subcode(), 463);
    QVERIFY(!standin.get(u"debug_token"_s, debug).json().value(u"data"_s).toObject().value(u"is_valid"_s).toBool());
}

void FacebookStandinTest::aMessageArrivesWithItsAttachments()
{
    const QString lan = standin.citizen(u"Lan"_s);
    const Answer sent = [&] {
        auto *parts = new QHttpMultiPart(QHttpMultiPart::FormDataType);
        QHttpPart json, file;
        json.setHeader(QNetworkRequest::ContentDispositionHeader, u"form-data; name=\"json\""_s);
        json.setBody(
            R"({"text":"ảnh đây","attachments":[{"file":0},{"kind":"location","lat":21,"long":105.85},{"kind":"link","url":"https://example.vn/x","title":"X"}]})");
        file.setHeader(QNetworkRequest::ContentDispositionHeader, u"form-data; name=\"file\"; filename=\"a.png\""_s);
        file.setHeader(QNetworkRequest::ContentTypeHeader, u"image/png"_s);
        file.setBody(png());
        parts->append(json);
        parts->append(file);
        QNetworkAccessManager network;
        QNetworkReply *reply = network.post(QNetworkRequest(QUrl(standin.url() + u"/control/citizens/%1/messages"_s.arg(lan))), parts);
        parts->setParent(reply);
        QEventLoop loop;
        connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        return Answer {.status = 200, .body = reply->readAll()};
    }();
    const QString sha = QString::fromLatin1(QCryptographicHash::hash(png(), QCryptographicHash::Sha256).toHex());
    QCOMPARE(sent.json().value(u"attachments"_s).toArray().first().toObject().value(u"sha256"_s).toString(), sha);

    const QJsonObject event = told(u"message"_s).first();
    QCOMPARE(event.value(u"sender"_s).toObject().value(u"id"_s).toString(), lan);
    QCOMPARE(event.value(u"recipient"_s).toObject().value(u"id"_s).toString(), standin.page);
    const QJsonArray items = event.value(u"message"_s).toObject().value(u"attachments"_s).toArray();
    QCOMPARE(items.size(), 3);
    QCOMPARE(items.at(1).toObject().value(u"payload"_s).toObject().value(u"coordinates"_s).toObject().value(u"long"_s).toDouble(), 105.85);
    QCOMPARE(items.at(2).toObject().value(u"type"_s).toString(), u"fallback"_s);
    const Answer file = standin.send("GET", items.at(0).toObject().value(u"payload"_s).toObject().value(u"url"_s).toString());
    QCOMPARE(file.body, png());
    QCOMPARE(file.type, "image/png"_ba);
}

void FacebookStandinTest::stickersComeTwice()
{
    standin.control(u"citizens/%1/messages"_s.arg(standin.citizen(u"Lan"_s)),
                    {{u"attachments"_s, QJsonArray {QJsonObject {{u"kind"_s, u"sticker"_s}}}}});
    const QJsonObject message = told(u"message"_s).first().value(u"message"_s).toObject();
    const QJsonArray items = message.value(u"attachments"_s).toArray();
    QCOMPARE(items.size(), 2);
    QCOMPARE(items.at(0).toObject().value(u"type"_s).toString(), u"image"_s);
    QCOMPARE(items.at(1).toObject().value(u"type"_s).toString(), u"sticker"_s);
    QCOMPARE(items.at(0).toObject().value(u"payload"_s), items.at(1).toObject().value(u"payload"_s));
    QCOMPARE(message.value(u"sticker_id"_s).toInteger(), 369239263222822);
}

void FacebookStandinTest::anEditCanOvertakeItsMessage()
{
    const QString lan = standin.citizen(u"Lan"_s);
    const QString mid = standin.control(u"citizens/%1/messages"_s.arg(lan), {{u"text"_s, u"sai"_s}, {u"edit_first"_s, u"đúng"_s}})
                            .value(u"mid"_s)
                            .toString();
    standin.control(u"citizens/%1/unsend"_s.arg(lan), {{u"mid"_s, mid}});
    const QList<QJsonObject> events = told();
    QCOMPARE(events.size(), 3);
    QCOMPARE(events.at(0).value(u"message_edit"_s).toObject().value(u"mid"_s).toString(), mid);
    QCOMPARE(events.at(1).value(u"message"_s).toObject().value(u"text"_s).toString(), u"sai"_s);
    QVERIFY(events.at(2).value(u"message"_s).toObject().value(u"is_deleted"_s).toBool());
}

void FacebookStandinTest::secondsInChangesMillisecondsInMessaging()
{
    const QString lan = standin.citizen(u"Lan"_s);
    standin.writes(lan, u"x"_s);
    standin.control(u"posts/latest/comments"_s, {{u"citizen"_s, lan}, {u"message"_s, u"bình luận"_s}});
    standin.control(u"citizens/%1/referral"_s.arg(lan), {{u"ref"_s, u"qr"_s}, {u"seconds"_s, true}});
    told();
    int checked = 0;
    for (const Delivered &one : std::as_const(listener.deliveries)) {
        const QJsonObject entry = QJsonDocument::fromJson(one.body).object().value(u"entry"_s).toArray().first().toObject();
        const qint64 time = entry.value(u"time"_s).toInteger();
        const bool changes = entry.contains(u"changes"_s);
        QVERIFY(changes ? time < 100'000'000'000 : time > 100'000'000'000);
        checked += changes;
    }
    QVERIFY(checked >= 1);
    QVERIFY(told(u"referral"_s).first().value(u"timestamp"_s).toInteger() < 100'000'000'000);
}

void FacebookStandinTest::theEchoNamesThePersonAsRecipient()
{
    const QString lan = standin.citizen(u"Lan"_s);
    standin.writes(lan, u"alo"_s);
    const Answer sent = standin.post(standin.page + u"/messages"_s, {},
                                     {{u"recipient"_s, QJsonObject {{u"id"_s, lan}}},
                                      {u"messaging_type"_s, u"RESPONSE"_s},
                                      {u"message"_s, QJsonObject {{u"text"_s, u"Đã tiếp nhận"_s}, {u"metadata"_s, u"019-abc"_s}}}});
    QCOMPARE(sent.json().value(u"recipient_id"_s).toString(), lan);
    standin.control(u"page/messages"_s, {{u"to"_s, lan}, {u"text"_s, u"từ Business Suite"_s}});
    const QList<QJsonObject> all = told(u"message"_s);
    QCOMPARE(all.size(), 3);
    const QJsonObject echo = all.at(1), message = echo.value(u"message"_s).toObject();
    QCOMPARE(echo.value(u"recipient"_s).toObject().value(u"id"_s).toString(), lan);
    QCOMPARE(echo.value(u"sender"_s).toObject().value(u"id"_s).toString(), standin.page);
    QVERIFY(message.value(u"is_echo"_s).toBool());
    QVERIFY(message.value(u"app_id"_s).isDouble());
    QCOMPARE(message.value(u"metadata"_s).toString(), u"019-abc"_s);
    QCOMPARE(message.value(u"mid"_s), sent.json().value(u"message_id"_s));
    QVERIFY(!all.at(2).value(u"message"_s).toObject().contains(u"app_id"_s));
}

void FacebookStandinTest::deliveriesAndReadsFollow()
{
    const QString lan = standin.citizen(u"Lan"_s);
    standin.writes(lan, u"alo"_s);
    const QJsonValue mid = standin.say(lan, u"vâng"_s).json().value(u"message_id"_s);
    QTRY_COMPARE(told(u"delivery"_s).size(), 1);
    QCOMPARE(told(u"delivery"_s).first().value(u"delivery"_s).toObject().value(u"mids"_s).toArray().first(), mid);
    standin.control(u"citizens/%1/read"_s.arg(lan), {});
    QVERIFY(told(u"read"_s).first().value(u"read"_s).toObject().value(u"watermark"_s).toInteger() > 0);
}

void FacebookStandinTest::theWindowsAreKept()
{
    const QString lan = standin.citizen(u"Lan"_s);
    QCOMPARE(standin.say(u"999"_s, u"ai đó"_s).subcode(), 2018001);
    QCOMPARE(standin.say(lan, u"chưa từng viết"_s).subcode(), 2018278);
    standin.writes(lan, u"alo"_s);
    QCOMPARE(standin.say(lan, u"ngay"_s).status, 200);
    advance(Day + 60);
    const Answer late = standin.say(lan, u"muộn"_s);
    QCOMPARE(late.code(), 10);
    QCOMPARE(late.subcode(), 2018278);
    QCOMPARE(standin.say(lan, u"muộn"_s, u"MESSAGE_TAG"_s, u"ACCOUNT_UPDATE"_s).code(), 100);
    QCOMPARE(standin.say(lan, u"muộn"_s, u"MESSAGE_TAG"_s, u"HUMAN_AGENT"_s).status, 200);
    advance(6 * Day);
    QCOMPARE(standin.say(lan, u"quá muộn"_s, u"MESSAGE_TAG"_s, u"HUMAN_AGENT"_s).subcode(), 2018278);
    standin.control(u"citizens/%1/reaction"_s.arg(lan), {{u"mid"_s, u"m_x"_s}});
    QCOMPARE(standin.say(lan, u"mở lại"_s).status, 200);
    standin.control(u"citizens/%1/block"_s.arg(lan), {});
    QCOMPARE(standin.say(lan, u"bị chặn"_s).code(), 551);
}

void FacebookStandinTest::longTextIsRefused()
{
    const QString lan = standin.citizen(u"Lan"_s);
    standin.writes(lan, u"alo"_s);
    QCOMPARE(standin.say(lan, QString(2000, u'ạ')).status, 200);
    QCOMPARE(standin.say(lan, QString(2001, u'ạ')).code(), 100);
    QCOMPARE(standin.say(lan, {}).subcode(), 2018034);
}

void FacebookStandinTest::errorAfterPublishHasPublished()
{
    fault({{u"error_after_publish"_s, QJsonObject {{u"times"_s, 1}, {u"status"_s, 500}, {u"on"_s, u"feed"_s}}}});
    const Answer failed = standin.post(standin.page + u"/feed"_s, {}, {{u"message"_s, u"đã lên trang"_s}});
    QCOMPARE(failed.status, 500);
    QVERIFY(failed.type.startsWith("text/html"));
    const QJsonArray posts = standin.get(standin.page + u"/published_posts"_s, {{u"fields"_s, u"id,message,permalink_url"_s}}).data();
    QCOMPARE(posts.size(), 1);
    QCOMPARE(posts.first().toObject().value(u"message"_s).toString(), u"đã lên trang"_s);
    QVERIFY(!post(u"lần sau"_s).isEmpty());
}

void FacebookStandinTest::noAnswerAfterSending()
{
    const QString lan = standin.citizen(u"Lan"_s);
    standin.writes(lan, u"alo"_s);
    fault({{u"timeout_after_send"_s, QJsonObject {{u"times"_s, 1}}}});
    standin.timeoutMs = 300;
    QCOMPARE(standin.say(lan, u"có đến không"_s).status, 0);
    standin.timeoutMs = 20'000;
    QCOMPARE(standin.state().value(u"sent"_s).toArray().size(), 1);
    fault({{u"cut_answer"_s, QJsonObject {{u"times"_s, 1}}}});
    const Answer cut = standin.say(lan, u"nửa câu"_s);
    QVERIFY(cut.error != QNetworkReply::NoError || cut.json().isEmpty());
    QCOMPARE(standin.state().value(u"sent"_s).toArray().size(), 2);
}

void FacebookStandinTest::errorsKeepMetasShape()
{
    fault({{u"rate_limit"_s, QJsonObject {{u"code"_s, 613}, {u"times"_s, 2}}}});
    const Answer limited = standin.get(u"me"_s);
    const QJsonObject error = limited.json().value(u"error"_s).toObject();
    QCOMPARE(limited.status, 400);
    QCOMPARE(error.value(u"type"_s).toString(), u"OAuthException"_s);
    QVERIFY(!error.value(u"fbtrace_id"_s).toString().isEmpty());
    const QJsonObject use =
        QJsonDocument::fromJson(limited.header("X-Business-Use-Case-Usage")).object().value(standin.page).toArray().first().toObject();
    QCOMPARE(use.value(u"type"_s).toString(), u"pages"_s);
    QCOMPARE(standin.get(u"me"_s).code(), 613);
    QCOMPARE(standin.get(u"me"_s).status, 200);
    QVERIFY(QJsonDocument::fromJson(standin.get(u"me"_s).header("X-App-Usage")).object().contains(u"call_count"_s));
    QVERIFY(standin.get(standin.page, {{u"fields"_s, u"id,shoe_size"_s}}).body.contains("nonexisting field (shoe_size)"));
}

void FacebookStandinTest::errorUnderHttp200()
{
    fault({{u"error"_s, QJsonObject {{u"code"_s, 36000}, {u"status"_s, 200}, {u"times"_s, 1}, {u"on"_s, u"write"_s}}}});
    QCOMPARE(standin.get(u"me"_s).status, 200);
    const Answer refused = standin.post(standin.page + u"/feed"_s, {}, {{u"message"_s, u"x"_s}});
    QCOMPARE(refused.status, 200);
    QCOMPARE(refused.code(), 36000);
}

void FacebookStandinTest::pagingWalksEveryConversation()
{
    for (int i = 0; i < 7; ++i)
        standin.writes(standin.citizen(u"Người %1"_s.arg(i)), u"tin %1"_s.arg(i));
    QString next = standin.graph(standin.page + u"/conversations"_s,
                                 {{u"platform"_s, u"messenger"_s},
                                  {u"limit"_s, u"3"_s},
                                  {u"fields"_s, u"id,updated_time,participants,messages.limit(1){id,message,created_time,from}"_s}});
    QStringList seen;
    int pages = 0;
    while (!next.isEmpty()) {
        const Answer page = standin.send("GET", next);
        ++pages;
        for (const QJsonValue &one : page.data()) {
            seen.append(one.toObject()
                            .value(u"messages"_s)
                            .toObject()
                            .value(u"data"_s)
                            .toArray()
                            .first()
                            .toObject()
                            .value(u"message"_s)
                            .toString());
            QVERIFY(one.toObject().value(u"updated_time"_s).toString().endsWith(u"+0000"));
        }
        next = page.json().value(u"paging"_s).toObject().value(u"next"_s).toString();
    }
    QCOMPARE(pages, 3);
    QCOMPARE(seen.size(), 7);
    QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), 7);
}

void FacebookStandinTest::onlyTwentyMessagesHaveDetails()
{
    const QString lan = standin.citizen(u"Lan"_s);
    QStringList mids;
    for (int i = 0; i < 22; ++i)
        mids.append(standin.writes(lan, u"tin %1"_s.arg(i)).value(u"mid"_s).toString());
    QCOMPARE(standin.get(mids.at(1)).status, 400);
    QCOMPARE(standin.get(mids.at(2), {{u"fields"_s, u"message"_s}}).json().value(u"message"_s).toString(), u"tin 2"_s);
    const QString conversation =
        standin.look(u"citizens"_s).value(u"citizens"_s).toArray().first().toObject().value(u"conversation"_s).toString();
    const QJsonArray all = standin.get(conversation + u"/messages"_s, {{u"fields"_s, u"id,message"_s}, {u"limit"_s, u"50"_s}}).data();
    QCOMPARE(all.size(), 22);
    QVERIFY(!all.last().toObject().contains(u"message"_s));
}

void FacebookStandinTest::failuresAreRepeatedThenDropped()
{
    listener.status = 503;
    standin.writes(standin.citizen(u"Lan"_s), u"không ai nhận"_s);
    standin.look(u"idle"_s);
    QCOMPARE(listener.deliveries.size(), 4);
    QCOMPARE(standin.look(u"webhooks"_s).value(u"failed"_s).toInt(), 1);
    standin.control(u"posts/latest/comments"_s, {{u"citizen"_s, standin.citizen(u"Lan"_s)}, {u"message"_s, u"bình luận"_s}});
    standin.look(u"idle"_s);
    QVERIFY(standin.look(u"webhooks"_s).value(u"later"_s).toInt() >= 1);
    listener.status = 200;
    listener.deliveries.clear();
    advance(10 * 60);
    QTRY_VERIFY(!listener.events(u"comment_id"_s).isEmpty());
}

void FacebookStandinTest::anHourOfFailureUnsubscribes()
{
    const QString lan = standin.citizen(u"Lan"_s);
    listener.status = 500;
    standin.writes(lan, u"một"_s);
    standin.look(u"idle"_s);
    advance(50 * 60);
    standin.writes(lan, u"hai"_s);
    standin.look(u"idle"_s);
    QVERIFY(!standin.get(standin.page + u"/subscribed_apps"_s).data().isEmpty());
    advance(11 * 60);
    standin.writes(lan, u"ba"_s);
    standin.look(u"idle"_s);
    QVERIFY(standin.get(standin.page + u"/subscribed_apps"_s).data().isEmpty());
    QVERIFY(standin.look(u"webhooks"_s).value(u"disabled"_s).toBool());
}

void FacebookStandinTest::lostDoubledReversed()
{
    const QString lan = standin.citizen(u"Lan"_s);
    fault({{u"lose_webhooks"_s, 1}});
    standin.writes(lan, u"mất"_s);
    standin.writes(lan, u"còn"_s);
    QCOMPARE(told(u"message"_s).size(), 1);
    fault({{u"double_webhooks"_s, true}});
    standin.writes(lan, u"hai lần"_s);
    QCOMPARE(told(u"message"_s).size(), 3);
    fault({{u"double_webhooks"_s, false}, {u"out_of_order"_s, true}});
    listener.deliveries.clear();
    for (const QString &text : {u"1"_s, u"2"_s, u"3"_s})
        standin.writes(lan, text);
    QString order;
    for (const QJsonObject &event : told(u"message"_s))
        order += event.value(u"message"_s).toObject().value(u"text"_s).toString();
    QCOMPARE(order, u"321"_s);
}

void FacebookStandinTest::burstDeliversAll()
{
    standin.control(u"burst"_s, {{u"count"_s, 150}, {u"per_second"_s, 500}, {u"citizens"_s, 7}});
    QTRY_VERIFY_WITH_TIMEOUT(!standin.look(u"burst"_s).value(u"running"_s).toBool(), 15'000);
    QCOMPARE(standin.look(u"burst"_s).value(u"delivered"_s).toInt(), 150);
    QCOMPARE(listener.events(u"message"_s).size(), 150);
}

QTEST_GUILESS_MAIN(FacebookStandinTest)
#include "test_facebook_standin.moc"
