// SPDX-License-Identifier: GPL-3.0-or-later
// The page's wall on the stand-in: posts, photos, videos, comments, and what is told of them.
#include "story.h"

using namespace standin_test;

class FacebookWallTest : public Story
{
    Q_OBJECT

private Q_SLOTS:
    void privateReplyWorksOnce();
    void commentsAreAnsweredHiddenAndDeleted();
    void scheduledPostsGoOutAtTheirTime();
    void visitorPostsAndMentionsAreTold();
    void aCommentWithAPhotoOnly();
    void editsRemovalsAndReactionsAreTold();
    void repeatsAreRefusedWhenAsked();
    void theFeedIsReadBackByTime();
    void hiddenProfilesHaveNoAuthor();
    void severalEventsCanShareABody();
};

void FacebookWallTest::privateReplyWorksOnce()
{
    const QString lan = standin.citizen(u"Lan"_s);
    const QString id = post(u"Thông báo"_s);
    const QString comment = standin.control(u"posts/%1/comments"_s.arg(id), {{u"citizen"_s, lan}, {u"message"_s, u"tôi bị mất xe"_s}})
                                .value(u"id"_s)
                                .toString();
    QCOMPARE(comment.section(u'_', 0, 0), id.section(u'_', 1));
    const QJsonObject reply {{u"recipient"_s, QJsonObject {{u"comment_id"_s, comment}}},
                             {u"message"_s, QJsonObject {{u"text"_s, u"Mời bạn nhắn tin"_s}}}};
    QCOMPARE(standin.post(standin.page + u"/messages"_s, {}, reply).json().value(u"recipient_id"_s).toString(), lan);
    QCOMPARE(standin.post(standin.page + u"/messages"_s, {}, reply).subcode(), 2534025);
    QCOMPARE(standin.say(lan, u"cửa sổ chưa mở"_s).subcode(), 2018278);

    const QString old =
        standin.control(u"posts/%1/comments"_s.arg(id), {{u"citizen"_s, lan}, {u"message"_s, u"cũ"_s}}).value(u"id"_s).toString();
    advance(8 * Day);
    QCOMPARE(standin
                 .post(standin.page + u"/messages"_s, {},
                       {{u"recipient"_s, QJsonObject {{u"comment_id"_s, old}}}, {u"message"_s, QJsonObject {{u"text"_s, u"muộn"_s}}}})
                 .code(),
             10);
}

void FacebookWallTest::commentsAreAnsweredHiddenAndDeleted()
{
    const QString lan = standin.citizen(u"Lan"_s), id = post(u"Thông báo"_s);
    const QString comment =
        standin.control(u"posts/%1/comments"_s.arg(id), {{u"citizen"_s, lan}, {u"message"_s, u"câu hỏi"_s}}).value(u"id"_s).toString();
    const QString own = standin.post(comment + u"/comments"_s, {{u"fields"_s, u"id,permalink_url"_s}}, {{u"message"_s, u"trả lời"_s}})
                            .json()
                            .value(u"id"_s)
                            .toString();
    QCOMPARE(standin.post(own, {}, {{u"is_hidden"_s, true}}).code(), 200);
    QVERIFY(standin.post(comment, {}, {{u"is_hidden"_s, true}}).json().value(u"success"_s).toBool());
    QList<QJsonObject> events = told(u"comment_id"_s);
    QCOMPARE(events.at(0).value(u"parent_id"_s).toString(), id);
    QCOMPARE(events.at(1).value(u"parent_id"_s).toString(), comment);
    QCOMPARE(events.at(1).value(u"from"_s).toObject().value(u"id"_s).toString(), standin.page);
    QCOMPARE(events.at(2).value(u"verb"_s).toString(), u"hide"_s);
    QCOMPARE(events.at(2).value(u"from"_s).toObject().value(u"id"_s).toString(), standin.page);
    QCOMPARE(standin.get(id + u"/comments"_s, {{u"filter"_s, u"stream"_s}, {u"fields"_s, u"id,parent{id},is_hidden"_s}}).data().size(), 2);
    QCOMPARE(standin.get(id + u"/comments"_s).data().size(), 1);
    QVERIFY(standin.remove(comment).json().value(u"success"_s).toBool());
    QCOMPARE(standin.get(comment).subcode(), 33);
    QVERIFY(!told(u"comment_id"_s).last().contains(u"message"_s));
}

void FacebookWallTest::scheduledPostsGoOutAtTheirTime()
{
    const auto schedule = [this](qint64 ahead) {
        return standin.post(standin.page + u"/feed"_s, {{u"fields"_s, u"id,permalink_url"_s}},
                            {{u"message"_s, u"hẹn giờ"_s}, {u"published"_s, false}, {u"scheduled_publish_time"_s, now() / 1000 + ahead}});
    };
    QCOMPARE(schedule(5 * 60).code(), 100);
    QCOMPARE(schedule(31 * Day).code(), 100);
    const Answer made = schedule(20 * 60);
    const QString id = made.json().value(u"id"_s).toString();
    QVERIFY(!made.json().value(u"permalink_url"_s).toString().isEmpty());
    QCOMPARE(told(u"item"_s).last().value(u"published"_s).toInt(-1), 0);
    QCOMPARE(standin.get(standin.page + u"/scheduled_posts"_s).data().size(), 1);
    QVERIFY(standin.get(standin.page + u"/published_posts"_s).data().isEmpty());
    advance(21 * 60);
    QTRY_COMPARE(told(u"item"_s).last().value(u"published"_s).toInt(-1), 1);
    QCOMPARE(told(u"item"_s).last().value(u"verb"_s).toString(), u"add"_s);
    QVERIFY(standin.get(id, {{u"fields"_s, u"is_published"_s}}).json().value(u"is_published"_s).toBool());
    QVERIFY(standin.remove(id).json().value(u"success"_s).toBool());
    QCOMPARE(told(u"item"_s).last().value(u"verb"_s).toString(), u"remove"_s);
}

void FacebookWallTest::visitorPostsAndMentionsAreTold()
{
    const QString lan = standin.citizen(u"Lan"_s);
    const QString id = standin.control(u"visitor_posts"_s, {{u"citizen"_s, lan}, {u"message"_s, u"Đèn hỏng"_s}}).value(u"id"_s).toString();
    standin.control(u"posts/%1/edit"_s.arg(id), {{u"message"_s, u"Đèn hỏng ở ngã tư"_s}});
    standin.control(u"mentions"_s, {{u"citizen"_s, lan}, {u"message"_s, u"@Công an xem giúp"_s}, {u"item"_s, u"comment"_s}});
    standin.control(u"posts/%1/remove"_s.arg(id), {});
    const QList<QJsonObject> events = told(u"item"_s);
    QCOMPARE(events.size(), 4);
    const auto of = [&events](const QString &verb, const QString &field) {
        for (const QJsonObject &event : events) {
            if (event.value(u"verb"_s) == verb && event.value(u"field"_s) == field)
                return event;
        }
        return QJsonObject();
    };
    QCOMPARE(of(u"add"_s, u"feed"_s).value(u"from"_s).toObject().value(u"id"_s).toString(), lan);
    QCOMPARE(of(u"edit"_s, u"feed"_s).value(u"message"_s).toString(), u"Đèn hỏng ở ngã tư"_s);
    QVERIFY(!of(u"remove"_s, u"feed"_s).contains(u"message"_s));
    QVERIFY(!of(u"add"_s, u"mention"_s).contains(u"from"_s));
    QVERIFY(of(u"add"_s, u"mention"_s).contains(u"comment_id"_s));
    QVERIFY(standin.get(standin.page + u"/tagged"_s).data().isEmpty()); // it lists posts only
    standin.control(u"mentions"_s, {{u"citizen"_s, lan}, {u"message"_s, u"@Công an"_s}, {u"silent"_s, true}});
    const QJsonArray tagged = standin.get(standin.page + u"/tagged"_s, {{u"fields"_s, u"id,message,from"_s}}).data();
    QCOMPARE(tagged.size(), 1);
    QVERIFY(!tagged.first()[u"from"_s].isObject());
}

void FacebookWallTest::aCommentWithAPhotoOnly()
{
    const QString lan = standin.citizen(u"Lan"_s);
    const QJsonObject made = standin.control(u"posts/latest/comments"_s,
                                             {{u"citizen"_s, lan}, {u"photo"_s, QJsonObject {{u"path"_s, onDisk(u"a.png"_s, png())}}}});
    const QJsonObject event = told(u"comment_id"_s).first();
    QVERIFY(!event.contains(u"message"_s));
    QCOMPARE(standin.send("GET", event.value(u"photo"_s).toString()).body, png());
    const QJsonObject read = standin.get(made.value(u"id"_s).toString(), {{u"fields"_s, u"from,attachment,can_reply_privately,parent"_s}})
                                 .json();
    QCOMPARE(
        standin
            .send(
                "GET",
                read.value(u"attachment"_s).toObject().value(u"media"_s).toObject().value(u"image"_s).toObject().value(u"src"_s).toString())
            .body,
        png());
    QVERIFY(read.value(u"can_reply_privately"_s).toBool());
    QVERIFY(!read.contains(u"parent"_s));
}

void FacebookWallTest::editsRemovalsAndReactionsAreTold()
{
    const QString lan = standin.citizen(u"Lan"_s), id = post(u"Thông báo"_s);
    const QString comment =
        standin.control(u"posts/%1/comments"_s.arg(id), {{u"citizen"_s, lan}, {u"message"_s, u"a"_s}}).value(u"id"_s).toString();
    standin.control(u"comments/%1/edit"_s.arg(comment), {{u"message"_s, u"b"_s}});
    standin.control(u"comments/%1/reaction"_s.arg(comment), {{u"citizen"_s, lan}});
    standin.control(u"comments/%1/remove"_s.arg(comment), {});
    QStringList order;
    for (const QJsonObject &event : told(u"comment_id"_s))
        order.append(event.value(u"item"_s).toString() + u' ' + event.value(u"verb"_s).toString());
    QCOMPARE(order, (QStringList {u"comment add"_s, u"comment edited"_s, u"reaction add"_s, u"comment remove"_s}));
    standin.post(id, {}, {{u"message"_s, u"Thông báo, đã sửa"_s}});
    QCOMPARE(told(u"item"_s).last().value(u"verb"_s).toString(), u"edited"_s);
}

void FacebookWallTest::repeatsAreRefusedWhenAsked()
{
    QVERIFY(!post(u"một"_s).isEmpty());
    fault({{u"refuse_repeat"_s, true}});
    QCOMPARE(standin.post(standin.page + u"/feed"_s, {}, {{u"message"_s, u"một"_s}}).code(), 506);
    QCOMPARE(standin.get(standin.page + u"/published_posts"_s).data().size(), 1);
}

void FacebookWallTest::theFeedIsReadBackByTime()
{
    const QString lan = standin.citizen(u"Lan"_s), old = post(u"cũ"_s);
    const qint64 before = now() / 1000 + 60;
    advance(2 * Hour);
    const QString fresh = post(u"mới"_s);
    standin.control(u"visitor_posts"_s, {{u"citizen"_s, lan}, {u"message"_s, u"của người dân"_s}});
    standin.control(u"posts/%1/comments"_s.arg(old), {{u"citizen"_s, lan}, {u"message"_s, u"trên bài cũ"_s}});
    const QMap<QString, QString> query {{u"fields"_s, u"id,message,from,created_time,permalink_url,comments.limit(5){id,message,from}"_s},
                                        {u"since"_s, QString::number(before)}};
    const QJsonArray feed = standin.get(standin.page + u"/feed"_s, query).data();
    QCOMPARE(feed.size(), 2); // `since` is about the post: a new comment on an old one stays out of sight
    QCOMPARE(standin.get(standin.page + u"/feed"_s).data().size(), 3);
    QCOMPARE(standin.get(standin.page + u"/published_posts"_s).data().size(), 2);
    const QJsonObject one = standin.get(old, {{u"fields"_s, u"comments.limit(5){message,from}"_s}}).json();
    QCOMPARE(one.value(u"comments"_s).toObject().value(u"data"_s).toArray().first().toObject().value(u"message"_s).toString(),
             u"trên bài cũ"_s);
    QVERIFY(standin.get(fresh + u"/comments"_s).data().isEmpty());
    QVERIFY(!standin.get(fresh + u"/comments"_s).json().contains(u"paging"_s));
}

void FacebookWallTest::hiddenProfilesHaveNoAuthor()
{
    const QString lan = standin.citizen(u"Lan"_s);
    fault({{u"hidden_profiles"_s, true}});
    const QJsonObject made = standin.control(u"posts/latest/comments"_s, {{u"citizen"_s, lan}, {u"message"_s, u"ai đó"_s}});
    QVERIFY(!told(u"comment_id"_s).first().contains(u"from"_s));
    QVERIFY(!standin.get(made.value(u"id"_s).toString(), {{u"fields"_s, u"from,message"_s}}).json().contains(u"from"_s));
    QCOMPARE(standin.get(lan, {{u"fields"_s, u"name"_s}}).subcode(), 2018218);
}

void FacebookWallTest::severalEventsCanShareABody()
{
    const QString lan = standin.citizen(u"Lan"_s);
    standin.control(u"webhooks"_s, {{u"paused"_s, true}});
    fault({{u"batch_webhooks"_s, 3}, {u"numeric_ids"_s, true}});
    for (const QString &text : {u"1"_s, u"2"_s, u"3"_s})
        standin.writes(lan, text);
    standin.control(u"webhooks"_s, {{u"paused"_s, false}});
    QCOMPARE(told(u"message"_s).size(), 3);
    QCOMPARE(listener.deliveries.size(), 1);
    QVERIFY(told(u"message"_s).first().value(u"sender"_s).toObject().value(u"id"_s).isDouble());
    QCOMPARE(QString::number(told(u"message"_s).first().value(u"sender"_s).toObject().value(u"id"_s).toInteger()), lan);
}

QTEST_GUILESS_MAIN(FacebookWallTest)
#include "test_facebook_wall.moc"
