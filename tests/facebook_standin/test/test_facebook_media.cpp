// SPDX-License-Identifier: GPL-3.0-or-later
// Media on the stand-in: links that end, byte ranges, uploads, staged photos, videos in chunks.
#include "story.h"

using namespace standin_test;

class FacebookMediaTest : public Story
{
    Q_OBJECT

private Q_SLOTS:
    void linksExpire();
    void rangesAndBrokenMedia();
    void uploadsAreSentAsAttachments();
    void photosAreStagedThenPublished();
    void videoComesInChunks();
    void aVideoFromAnAddressBecomesAPost();
};

void FacebookMediaTest::linksExpire()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"clip.mp4"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("not really a film");
    file.close();
    const QJsonObject sent = standin.control(
        u"citizens/%1/messages"_s.arg(standin.citizen(u"Lan"_s)),
        {{u"attachments"_s,
          QJsonArray {QJsonObject {{u"path"_s, file.fileName()}, {u"kind"_s, u"video"_s}, {u"mime"_s, u"video/mp4"_s}}}}});
    const QString url = sent.value(u"attachments"_s).toArray().first().toObject().value(u"url"_s).toString();
    const qint64 expiry = QUrlQuery(QUrl(url)).queryItemValue(u"oe"_s).toLongLong(nullptr, 16);
    QVERIFY(qAbs(expiry - now() / 1000 - 28 * Hour) < 60);
    QCOMPARE(standin.send("GET", url).status, 200);
    QCOMPARE(standin.send("GET", QString(url).replace(u"&oe="_s, u"&oe=7"_s)).status, 403);
    advance(28 * Hour + 5);
    const Answer expired = standin.send("GET", url);
    QCOMPARE(expired.status, 403);
    QCOMPARE(expired.body, "URL signature expired"_ba);
    const QJsonObject again = standin.get(sent.value(u"mid"_s).toString(), {{u"fields"_s, u"attachments"_s}}).json();
    const QJsonObject data = again.value(u"attachments"_s).toObject().value(u"data"_s).toArray().first().toObject();
    QCOMPARE(standin.send("GET", data.value(u"video_data"_s).toObject().value(u"url"_s).toString()).body, "not really a film"_ba);
}

void FacebookMediaTest::rangesAndBrokenMedia()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"a.pdf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("0123456789");
    file.close();
    const QJsonObject sent = standin.control(
        u"citizens/%1/messages"_s.arg(standin.citizen(u"Lan"_s)),
        {{u"attachments"_s, QJsonArray {QJsonObject {{u"path"_s, file.fileName()}, {u"mime"_s, u"application/pdf"_s}}}}});
    const QString url = sent.value(u"attachments"_s).toArray().first().toObject().value(u"url"_s).toString();
    const Answer part = standin.send("GET", url, {}, {{"Range", "bytes=4-6"}});
    QCOMPARE(part.status, 206);
    QCOMPARE(part.body, "456"_ba);
    QCOMPARE(part.header("Content-Range"), "bytes 4-6/10"_ba);
    QCOMPARE(standin.send("GET", url, {}, {{"Range", "bytes=10-"}}).status, 416);
    fault({{u"broken_media"_s, QJsonObject {{u"times"_s, 1}}}});
    const Answer cut = standin.send("GET", url);
    QCOMPARE(cut.header("Content-Length"), "10"_ba); // Qt's client reports no error here: whoever fetches must count
    QCOMPARE(cut.body, "01234"_ba);
    QCOMPARE(standin.send("GET", url).body, "0123456789"_ba);
}

void FacebookMediaTest::uploadsAreSentAsAttachments()
{
    const QString lan = standin.citizen(u"Lan"_s);
    standin.writes(lan, u"alo"_s);
    const QMap<QString, QString> image {{u"message"_s, u"{\"attachment\":{\"type\":\"image\",\"payload\":{\"is_reusable\":true}}}"_s}};
    QCOMPARE(standin.form(standin.page + u"/message_attachments"_s, image, u"filedata"_s, png(), u"a.png"_s, u"text/plain"_s).subcode(),
             2018047);
    const QString id = standin.form(standin.page + u"/message_attachments"_s, image, u"filedata"_s, png(), u"a.png"_s, u"image/png"_s)
                           .json()
                           .value(u"attachment_id"_s)
                           .toString();
    QVERIFY(!id.isEmpty());
    const QJsonObject attachment {{u"type"_s, u"image"_s}, {u"payload"_s, QJsonObject {{u"attachment_id"_s, id}}}};
    const Answer sent = standin.post(standin.page + u"/messages"_s, {},
                                     {{u"recipient"_s, QJsonObject {{u"id"_s, lan}}},
                                      {u"messaging_type"_s, u"RESPONSE"_s},
                                      {u"message"_s, QJsonObject {{u"attachment"_s, attachment}}}});
    QCOMPARE(sent.status, 200);
    const QString mid = sent.json().value(u"message_id"_s).toString();
    const Answer read = standin.get(mid, {{u"fields"_s, u"from,attachments{id,mime_type,image_data}"_s}});
    const QJsonObject data = read.json().value(u"attachments"_s).toObject().value(u"data"_s).toArray().first().toObject();
    QCOMPARE(data.value(u"mime_type"_s).toString(), u"image/png"_s);
    const QString url = data.value(u"image_data"_s).toObject().value(u"url"_s).toString();
    QCOMPARE(standin.send("GET", url).body, png());

    const QJsonObject fetched {{u"type"_s, u"image"_s}, {u"payload"_s, QJsonObject {{u"url"_s, url}}}};
    const Answer album = standin.post(standin.page + u"/messages"_s, {},
                                      {{u"recipient"_s, QJsonObject {{u"id"_s, lan}}},
                                       {u"messaging_type"_s, u"RESPONSE"_s},
                                       {u"message"_s, QJsonObject {{u"attachments"_s, QJsonArray {attachment, fetched, fetched}}}}});
    QCOMPARE(album.status, 200);
    QCOMPARE(told(u"message"_s).last().value(u"message"_s).toObject().value(u"attachments"_s).toArray().size(), 3);
}

void FacebookMediaTest::photosAreStagedThenPublished()
{
    QJsonArray media;
    for (int i = 0; i < 2; ++i) {
        const Answer staged = standin.form(standin.page + u"/photos"_s, {{u"published"_s, u"false"_s}}, u"source"_s, png(), u"a.png"_s,
                                           u"image/png"_s);
        QVERIFY(!staged.json().contains(u"post_id"_s));
        media.append(QJsonObject {{u"media_fbid"_s, staged.json().value(u"id"_s)}});
    }
    QVERIFY(told(u"item"_s).isEmpty());
    QVERIFY(
        standin.post(standin.page + u"/feed"_s, {}, {{u"message"_s, u"album"_s}, {u"attached_media"_s, media}}).json().contains(u"id"_s));
    QCOMPARE(told(u"item"_s).last().value(u"photos"_s).toArray().size(), 2);
    QCOMPARE(standin.post(standin.page + u"/feed"_s, {}, {{u"message"_s, u"hai lần"_s}, {u"attached_media"_s, media}}).code(), 100);
    const Answer one = standin.form(standin.page + u"/photos"_s, {{u"message"_s, u"một ảnh"_s}}, u"source"_s, png(), u"a.png"_s,
                                    u"image/png"_s);
    QVERIFY(one.json().value(u"post_id"_s).toString().startsWith(standin.page + u'_'));
    QCOMPARE(standin.form(standin.page + u"/photos"_s, {}, u"source"_s, "text", u"a.txt"_s, u"text/plain"_s).code(), 324);
}

void FacebookMediaTest::videoComesInChunks()
{
    const QByteArray film(1024 * 1024 * 2 + 77, 'v');
    const QString path = standin.page + u"/videos"_s;
    const QJsonObject begun = standin.form(path, {{u"upload_phase"_s, u"start"_s}, {u"file_size"_s, QString::number(film.size())}}).json();
    const QString session = begun.value(u"upload_session_id"_s).toString(), video = begun.value(u"video_id"_s).toString();
    QVERIFY(begun.value(u"end_offset"_s).isString());
    const auto transfer = [&](qint64 from, qint64 to) {
        return standin.form(
            path, {{u"upload_phase"_s, u"transfer"_s}, {u"upload_session_id"_s, session}, {u"start_offset"_s, QString::number(from)}},
            u"video_file_chunk"_s, film.mid(from, to - from));
    };
    const Answer wrong = transfer(5, 100);
    QCOMPARE(wrong.subcode(), 1363037);
    QCOMPARE(wrong.json().value(u"error"_s).toObject().value(u"error_data"_s).toObject().value(u"start_offset"_s).toString(), u"0"_s);
    qint64 from = 0, to = begun.value(u"end_offset"_s).toString().toLongLong();
    int chunks = 0;
    while (from < to) {
        const QJsonObject next = transfer(from, to).json();
        ++chunks;
        from = next.value(u"start_offset"_s).toString().toLongLong();
        to = next.value(u"end_offset"_s).toString().toLongLong();
    }
    QCOMPARE(chunks, 3);
    QVERIFY(standin.form(path, {{u"upload_phase"_s, u"finish"_s}, {u"upload_session_id"_s, session}, {u"description"_s, u"phim"_s}})
                .json()
                .value(u"success"_s)
                .toBool());
    const auto read = [&] { return standin.get(video, {{u"fields"_s, u"status,post_id,permalink_url"_s}}).json(); };
    QCOMPARE(read().value(u"status"_s).toObject().value(u"video_status"_s).toString(), u"processing"_s);
    QVERIFY(!read().contains(u"post_id"_s));
    QCOMPARE(told(u"item"_s).first().value(u"verb"_s).toString(), u"edited"_s);
    QCOMPARE(told(u"item"_s).first().value(u"published"_s).toInt(-1), 0);
    QTRY_VERIFY(read().contains(u"post_id"_s));
    QCOMPARE(read().value(u"status"_s).toObject().value(u"video_status"_s).toString(), u"ready"_s);
    QVERIFY(read().value(u"permalink_url"_s).toString().startsWith(u'/'));
    QCOMPARE(told(u"item"_s).last().value(u"published"_s).toInt(-1), 1);
}

void FacebookMediaTest::aVideoFromAnAddressBecomesAPost()
{
    const QJsonObject lent = standin.control(
        u"citizens/%1/messages"_s.arg(standin.citizen(u"Lan"_s)),
        {{u"attachments"_s, QJsonArray {QJsonObject {{u"path"_s, onDisk(u"a.mp4"_s, "film")}, {u"mime"_s, u"video/mp4"_s}}}}});
    const QString url = lent.value(u"attachments"_s).toArray().first().toObject().value(u"url"_s).toString();
    const QString video = standin.post(standin.page + u"/videos"_s, {}, {{u"file_url"_s, url}, {u"description"_s, u"phim"_s}})
                              .json()
                              .value(u"id"_s)
                              .toString();
    QTRY_VERIFY(standin.get(video, {{u"fields"_s, u"post_id"_s}}).json().contains(u"post_id"_s));
    const QString id = standin.get(video, {{u"fields"_s, u"post_id"_s}}).json().value(u"post_id"_s).toString();
    QCOMPARE(standin.get(id, {{u"fields"_s, u"message,permalink_url,is_published"_s}}).json().value(u"message"_s).toString(), u"phim"_s);
    QCOMPARE(standin.post(standin.page + u"/videos"_s, {}, {{u"file_url"_s, standin.url() + u"/nowhere"_s}}).code(), 6000);
}

QTEST_GUILESS_MAIN(FacebookMediaTest)
#include "test_facebook_media.moc"
