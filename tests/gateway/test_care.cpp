// SPDX-License-Identifier: GPL-3.0-or-later
// What nobody tells the gateway: lost subscriptions, outages, links that ended, claims that expired; and two gateways at once.
#include "gateway/stage.h"

#include <QImage>
#include <QTemporaryDir>

using namespace trucban;

class CareTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Stage> m_stage;
    QTemporaryDir m_folder;

    QString picture(const QString &name)
    {
        QImage image(64, 48, QImage::Format_RGB32);
        image.fill(qRgb(20, 120, 200));
        const QString path = m_folder.filePath(name);
        image.save(path);
        return path;
    }
    QJsonObject withFile(const QString &path) { return {{u"attachments"_s, QJsonArray{QJsonObject{{u"path"_s, path}}}}}; }

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<Stage>();
    }
    void cleanup()
    {
        if (m_stage)
            QVERIFY(m_stage->gateway.stop());
        m_stage.reset();
    }

    void anAttachmentIsStoredByItsBytes()
    {
        QVERIFY(m_stage->open());
        const QString lan = m_stage->citizen(u"Lan"_s);
        const auto said = m_stage->control(u"citizens/%1/messages"_s.arg(lan), withFile(picture(u"ảnh.png"_s))).json();
        const QString sha = said[u"attachments"_s][0][u"sha256"_s].toString();
        QVERIFY(m_stage->becomes(u"SELECT a.state || ' ' || encode(m.sha256, 'hex') || ' ' || m.mime FROM core.attachment a JOIN core.media m ON m.id = a.media_id"_s,
                                 u"stored %1 image/png"_s.arg(sha)));
        QVERIFY(m_stage->becomes(u"SELECT string_agg(kind, ' ' ORDER BY kind) FROM core.media_derivative"_s, u"screen thumbnail"_s, 30000));
    }

    void namesAreAskedForOnceAndKeptApart()
    {
        QVERIFY(m_stage->open());
        m_stage->writes(m_stage->citizen(u"Trần Văn Bình"_s), u"alo"_s);
        QVERIFY(m_stage->becomes(u"SELECT name FROM core.citizen_identity"_s, u"Trần Văn Bình"_s));
        m_stage->fault({{u"hidden_profiles"_s, true}});
        m_stage->writes(m_stage->citizen(u"Kín"_s), u"alo"_s);
        QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.citizen_identity WHERE name IS NULL AND profile @> '{\"hidden\": true}'"_s, u"1"_s));
    }

    void aBrokenFetchIsTriedAgain_data()
    {
        QTest::addColumn<QString>("mode");
        for (const QString &mode : {u"cut"_s, u"500"_s})
            QTest::newRow(qPrintable(mode)) << mode;
    }
    void aBrokenFetchIsTriedAgain()
    {
        QFETCH(QString, mode);
        QVERIFY(m_stage->open());
        m_stage->fault({{u"broken_media"_s, QJsonObject{{u"mode"_s, mode}, {u"times"_s, 2}}}});
        m_stage->control(u"citizens/%1/messages"_s.arg(m_stage->citizen(u"Lan"_s)), withFile(picture(u"a.jpg"_s)));
        QVERIFY(m_stage->becomes(u"SELECT state || (attempts > 1)::text FROM core.attachment"_s, u"storedtrue"_s)); // Qt asks once more by itself
    }

    void aDeadLinkIsShownAndTheTextIsThere()
    {
        QVERIFY(m_stage->open());
        m_stage->fault({{u"broken_media"_s, QJsonObject{{u"mode"_s, u"404"_s}}}});
        QJsonObject message = withFile(picture(u"b.jpg"_s));
        message[u"text"_s] = u"có ảnh kèm"_s;
        m_stage->control(u"citizens/%1/messages"_s.arg(m_stage->citizen(u"Lan"_s)), message);
        QVERIFY(m_stage->becomes(u"SELECT state || ' ' || failure FROM core.attachment"_s, u"failed link_dead"_s));
        QCOMPARE(m_stage->database.ask(u"SELECT text FROM core.message"_s), u"có ảnh kèm"_s);
        m_stage->noFaults(); // the officer asks again
        m_stage->database.ask(u"UPDATE core.attachment SET state = 'waiting', attempts = 0, fetch_after = clock_timestamp()"_s);
        QVERIFY(m_stage->becomes(u"SELECT state FROM core.attachment"_s, u"stored"_s));
    }

    void anAddressThatIsNotMetasIsNotFetched()
    {
        QVERIFY(m_stage->open());
        const QByteArray body = QByteArrayLiteral("{\"object\":\"page\",\"entry\":[{\"id\":\"110322572167401\",\"time\":1,\"messaging\":[{\"sender\":{\"id\":\"77\"},\"recipient\":{\"id\":\"110322572167401\"},"
                                                  "\"message\":{\"mid\":\"m_h\",\"attachments\":[{\"type\":\"image\",\"payload\":{\"url\":\"http://169.254.169.254/latest/meta-data\"}}]}}]}]}");
        QCOMPARE(m_stage->deliver(body).status, 200);
        QVERIFY(m_stage->becomes(u"SELECT state || ' ' || failure FROM core.attachment"_s, u"refused not_allowed"_s));
    }

    void whatLooksLikeAPictureAndIsNotIsRefused()
    {
        QVERIFY(m_stage->open());
        const QString path = m_folder.filePath(u"script.jpg"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("#!/bin/sh\nrm -rf /\n") > 0);
        file.close();
        m_stage->control(u"citizens/%1/messages"_s.arg(m_stage->citizen(u"Lan"_s)), withFile(path));
        QVERIFY(m_stage->becomes(u"SELECT state FROM core.attachment"_s, u"refused"_s));
    }

    void aLostSubscriptionIsRenewedAndTheGapFilled()
    {
        QVERIFY(m_stage->open());
        const QString lan = m_stage->citizen(u"Lan"_s);
        m_stage->writes(lan, u"trước"_s);
        QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.message"_s, u"1"_s));
        m_stage->control(u"webhooks"_s, {{u"subscribed"_s, false}});
        m_stage->control(u"citizens/%1/messages"_s.arg(lan), {{u"text"_s, u"không ai báo"_s}, {u"silent"_s, true}});
        QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.message WHERE text = 'không ai báo'"_s, u"1"_s, 20000));
        QVERIFY(m_stage->becomes(u"SELECT facts ? 'renewed_at' OR state = 'good' FROM core.health WHERE key = 'subscription'"_s, u"t"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!m_stage->control(u"webhooks"_s).json()[u"subscribed_fields"_s].toArray().isEmpty(), 20'000); // the gap may be filled first
    }

    void aStartWhileFacebookIsUnwellSubscribesAsSoonAsItIsWell()
    {
        QVERIFY(m_stage->facebook.start({}));
        m_stage->fault({{u"error_before"_s, QJsonObject{{u"times"_s, 2}, {u"status"_s, 500}, {u"on"_s, u"subscribed_apps"_s}}}});
        QVERIFY(m_stage->gateway.start(m_stage->database.urlFor(u"gateway"_s), m_stage->facebook.url(), {u"--check-every-ms"_s, u"600000"_s})); // the next look is far away
        QVERIFY(m_stage->connectTo(m_stage->gateway));
        QTRY_VERIFY_WITH_TIMEOUT(!m_stage->control(u"webhooks"_s).json()[u"subscribed_fields"_s].toArray().isEmpty(), 30'000);
        QVERIFY(m_stage->becomes(u"SELECT state FROM core.health WHERE key = 'subscription'"_s, u"good"_s));
    }

    void afterAnOutageWhatIsMissingComesAndNothingTwice()
    {
        QVERIFY(m_stage->open());
        const QString lan = m_stage->citizen(u"Lan"_s);
        m_stage->writes(lan, u"một"_s);
        QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.message"_s, u"1"_s));
        QVERIFY(m_stage->becomes(u"SELECT facts ? 'complete_until' FROM core.duty WHERE key = 'backfill'"_s, u"t"_s));
        QVERIFY(m_stage->gateway.stop());
        const auto silently = [&](QJsonObject more) { more[u"silent"_s] = true; return more; };
        m_stage->control(u"citizens/%1/messages"_s.arg(lan), silently({{u"text"_s, u"hai, không ai nhận"_s}}));
        QJsonObject file = withFile(picture(u"c.png"_s));
        m_stage->control(u"citizens/%1/messages"_s.arg(lan), silently(file));
        const QString post = m_stage->control(u"page/posts"_s, {{u"message"_s, u"Thông báo"_s}, {u"silent"_s, true}}).json()[u"id"_s].toString();
        m_stage->control(u"posts/%1/comments"_s.arg(post), silently({{u"citizen"_s, lan}, {u"message"_s, u"bình luận lỡ"_s}}));
        m_stage->control(u"visitor_posts"_s, silently({{u"citizen"_s, lan}, {u"message"_s, u"bài lỡ"_s}}));
        m_stage->control(u"mentions"_s, silently({{u"citizen"_s, lan}, {u"message"_s, u"@Trang, nhắc ở nơi khác mà lỡ"_s}}));
        QVERIFY(m_stage->gateway.start(m_stage->database.urlFor(u"gateway"_s), m_stage->facebook.url()));
        QVERIFY(m_stage->connectTo(m_stage->gateway));
        QVERIFY(m_stage->becomes(u"SELECT string_agg(kind, ' ' ORDER BY kind) FROM core.message"_s, u"comment image mention post text text"_s));
        QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.attachment WHERE state = 'stored'"_s, u"1"_s));
        QCOMPARE(m_stage->database.ask(u"SELECT string_agg(platform_user_id || ' ' || coalesce(name, ''), ', ' ORDER BY id) FROM core.citizen_identity WHERE platform_user_id <> '_unknown'"_s), lan + u" Lan"_s);

        QVERIFY(m_stage->gateway.stop()); // and again: nothing is new
        QVERIFY(m_stage->gateway.start(m_stage->database.urlFor(u"gateway"_s), m_stage->facebook.url()));
        QVERIFY(m_stage->becomes(u"SELECT (facts ->> 'messages_missing') || ' ' || (facts ->> 'comments_missing') || ' ' || (facts ->> 'posts_missing') || ' ' || (facts ->> 'mentions_missing') FROM core.health WHERE key = 'backfill'"_s, u"0 0 0 0"_s));
        QCOMPARE(m_stage->number(u"SELECT count(*) FROM core.message"_s), 6);
    }

    void whatLiesBeyondTheNewestTwentyIsAKnownGap()
    {
        QVERIFY(m_stage->facebook.start({u"--subscribed"_s}));
        const QString lan = m_stage->citizen(u"Lan"_s);
        for (int i = 0; i < 25; ++i)
            m_stage->control(u"citizens/%1/messages"_s.arg(lan), {{u"text"_s, u"tin %1"_s.arg(i)}, {u"silent"_s, true}});
        QVERIFY(m_stage->gateway.start(m_stage->database.urlFor(u"gateway"_s), m_stage->facebook.url()));
        QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.message"_s, u"20"_s, 20000));
        QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.gap WHERE why = 'beyond_the_newest_20'"_s, u"5"_s));
        QCOMPARE(m_stage->number(u"SELECT count(*) FROM core.message WHERE deleted_at IS NOT NULL"_s), 0);
    }

    void withoutADatabaseFacebookIsAskedToComeAgain()
    {
        QVERIFY(m_stage->open());
        QVERIFY(m_stage->database.cutOff() >= 0);
        m_stage->database.ask(u"ALTER ROLE gateway NOLOGIN"_s);
        m_stage->database.cutOff();
        const int refused = m_stage->deliver("{\"object\":\"page\",\"entry\":[]}").status;
        m_stage->database.ask(u"ALTER ROLE gateway LOGIN"_s);
        QCOMPARE(refused, 503);
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->deliver("{\"object\":\"page\",\"entry\":[]}").status, 200, 15000);
    }

    void twoGatewaysShareTheWork()
    {
        QVERIFY(m_stage->open());
        GatewayProcess second;
        QVERIFY(second.start(m_stage->database.urlFor(u"gateway"_s), m_stage->facebook.url(), {}, u"two"_s));
        QStringList people;
        for (int i = 0; i < 10; ++i)
            people << m_stage->citizen(u"Người %1"_s.arg(i));
        for (int i = 0; i < 60; ++i)
            m_stage->writes(people.at(i % 10), u"tin %1"_s.arg(i));
        QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.message"_s, u"60"_s));
        QCOMPARE(m_stage->number(u"SELECT count(*) FROM core.case"_s), 10);
        QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.journal WHERE state = 'pending'"_s, u"0"_s));
        m_stage->gateway.kill(); // one dies: the other takes over
        QVERIFY(m_stage->connectTo(second));
        m_stage->writes(people.first(), u"sau đó"_s);
        QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.message"_s, u"61"_s));
        QVERIFY(second.stop());
    }

    void anExpiredClaimFallsFreeOnce()
    {
        QVERIFY(m_stage->open());
        GatewayProcess second;
        QVERIFY(second.start(m_stage->database.urlFor(u"gateway"_s), m_stage->facebook.url(), {}, u"two"_s));
        m_stage->writes(m_stage->citizen(u"Lan"_s), u"một vụ"_s);
        QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.case"_s, u"1"_s));
        m_stage->database.ask(u"UPDATE core.case SET status = 'claimed', holder_id = (SELECT id FROM core.person WHERE login = 'officer1'), lease_until = core.now() - interval '1 second'"_s);
        QVERIFY(m_stage->becomes(u"SELECT status || (holder_id IS NULL)::text FROM core.case"_s, u"newtrue"_s));
        QTest::qWait(1500);
        QCOMPARE(m_stage->number(u"SELECT count(*) FROM core.case_event WHERE verb = 'claim_expired'"_s), 1);
        QVERIFY(second.stop());
    }

    void itStaysSmallAndEndsWell()
    {
        QVERIFY(m_stage->open());
        m_stage->control(u"burst"_s, {{u"count"_s, 500}, {u"per_second"_s, 250}, {u"citizens"_s, 50}});
        QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.message"_s, u"500"_s, 60000));
        QVERIFY2(m_stage->gateway.residentKilobytes() < 100 * 1024, qPrintable(QString::number(m_stage->gateway.residentKilobytes())));
        QVERIFY(m_stage->gateway.stop());
    }
};

QTEST_GUILESS_MAIN(CareTest)
#include "test_care.moc"
