// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of event against a written-down answer, and bytes nobody would send in good faith.
#include "gateway/channels/facebook/parse.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace trucban;
using namespace trucban::gateway;

namespace {

const QMap<EventKind, QString> kindNames{
    {EventKind::Message, u"message"_s}, {EventKind::Echo, u"echo"_s}, {EventKind::Edit, u"edit"_s}, {EventKind::Unsend, u"unsend"_s},
    {EventKind::Reaction, u"reaction"_s}, {EventKind::Delivery, u"delivery"_s}, {EventKind::Read, u"read"_s}, {EventKind::Comment, u"comment"_s},
    {EventKind::Post, u"post"_s}, {EventKind::Mention, u"mention"_s}, {EventKind::PageTrouble, u"page_trouble"_s},
    {EventKind::Ignored, u"ignored"_s}, {EventKind::Unsupported, u"unsupported"_s}};

void put(QJsonObject &object, const QString &key, const QString &value)
{
    if (!value.isEmpty())
        object[key] = value;
}

QJsonObject written(const IncomingAttachment &attachment)
{
    QJsonObject object{{u"kind"_s, attachment.kind}};
    put(object, u"url"_s, attachment.url);
    put(object, u"title"_s, attachment.title);
    put(object, u"sticker"_s, attachment.stickerId);
    if (attachment.latitude && attachment.longitude)
        object[u"at"_s] = QJsonArray{*attachment.latitude, *attachment.longitude};
    return object;
}

QJsonObject written(const Event &event)
{
    QJsonObject object{{u"event"_s, kindNames.value(event.kind)}};
    const std::initializer_list<std::pair<const char *, const QString &>> words{
        {"channel", event.channel}, {"direction", event.direction}, {"kind", event.messageKind}, {"verb", event.verb}, {"page", event.pageId},
        {"person", event.personId}, {"name", event.personName}, {"thread", event.threadKey}, {"id", event.platformId}, {"target", event.targetId},
        {"post", event.postId}, {"parent", event.parentId}, {"root", event.rootId}, {"reply_to", event.replyTo}, {"permalink", event.permalink},
        {"at_given", event.at.given}, {"reaction", event.reaction}, {"emoji", event.emoji}, {"payload", event.payload},
        {"referral", event.referral}, {"app", event.appId}, {"metadata", event.metadata}, {"reason", event.reason}};
    for (const auto &[key, value] : words)
        put(object, QString::fromLatin1(key), value);
    if (event.at.utc.isValid())
        object[u"at"_s] = event.at.utc.toString(Qt::ISODateWithMs);
    if (event.watermark.utc.isValid())
        object[u"watermark"_s] = event.watermark.utc.toString(Qt::ISODateWithMs);
    if (event.hasText)
        object[u"text"_s] = event.text;
    if (event.editNumber)
        object[u"edit_number"_s] = event.editNumber;
    if (event.published)
        object[u"published"_s] = *event.published;
    if (event.byPage)
        object[u"by_page"_s] = true;
    if (event.standby)
        object[u"standby"_s] = true;
    if (!event.mids.isEmpty())
        object[u"mids"_s] = QJsonArray::fromStringList(event.mids);
    QJsonArray attachments;
    for (const IncomingAttachment &attachment : event.attachments)
        attachments << written(attachment);
    if (!attachments.isEmpty())
        object[u"attachments"_s] = attachments;
    return object;
}

QJsonObject written(const Result<QList<Event>> &outcome)
{
    if (!outcome)
        return {{u"refused"_s, outcome.error().code}};
    QJsonArray events;
    for (const Event &event : *outcome)
        events << written(event);
    return {{u"events"_s, events}};
}

QByteArray fileOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString codeOf(const QByteArray &body)
{
    const auto outcome = facebook::parse(body);
    return outcome ? u"%1 events"_s.arg(outcome->size()) : outcome.error().code;
}

QByteArray wrapped(const QByteArray &event)
{
    return R"({"object":"page","entry":[{"id":"1","time":1796000000000,"messaging":[)" + event + "]}]}";
}

QByteArray feedWrapped(const QByteArray &value)
{
    return R"({"object":"page","entry":[null,{"id":"1","time":1796000000,"changes":[{"field":"feed","value":)" + value + "}]}]}";
}

} // namespace

class ParseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goldenBodies_data()
    {
        QTest::addColumn<QString>("path");
        const QDir golden(QStringLiteral(TRUCBAN_SOURCE_DIR "/tests/gateway/golden"));
        const QStringList bodies = golden.entryList({u"*.json"_s});
        QVERIFY(bodies.size() > 50);
        for (const QString &name : bodies)
            QTest::newRow(qPrintable(name)) << golden.filePath(name);
    }

    void goldenBodies()
    {
        QFETCH(QString, path);
        const QByteArray is = QJsonDocument(written(facebook::parse(fileOf(path)))).toJson();
        const QString expected = QString(path).replace(u".json"_s, u".expected"_s);
        if (const QString folder = qEnvironmentVariable("TRUCBAN_WRITE_GOLDEN"); !folder.isEmpty()) {
            QFile file(QDir(folder).filePath(QFileInfo(expected).fileName()));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(is) == is.size());
            return;
        }
        QCOMPARE(QString::fromUtf8(is), QString::fromUtf8(fileOf(expected)));
    }

    void sharedFixturesAreUnderstood_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("body");
        const QDir folder(qEnvironmentVariable("TRUCBAN_FIXTURES", QStringLiteral(TRUCBAN_SOURCE_DIR "/../shared/fixtures")));
        const QJsonArray fixtures = QJsonDocument::fromJson(fileOf(folder.filePath(u"index.json"_s)))[u"fixtures"_s].toArray();
        QTest::newRow("without the collection") << u"message_text"_s << wrapped(R"({"sender":{"id":"2"},"recipient":{"id":"1"},"timestamp":1,"message":{"mid":"m","text":"x"}})");
        for (const QJsonValue &fixture : fixtures) {
            QByteArray body = fileOf(folder.filePath(fixture[u"file"_s].toString()));
            const QString shape = fixture[u"shape"_s].toString();
            if (shape == u"messaging_event"_s)
                body = wrapped(body);
            else if (shape == u"feed_change"_s)
                body = R"({"object":"page","entry":[{"id":"1","time":1796000000,"changes":[)" + body + "]}]}";
            else if (shape == u"feed_change_value"_s)
                body = feedWrapped(QJsonDocument(QJsonDocument::fromJson(body)[u"value"_s].toObject()).toJson());
            else if (shape != u"webhook_envelope"_s)
                continue;
            QTest::newRow(qPrintable(fixture[u"file"_s].toString())) << fixture[u"kind"_s].toString() << body;
        }
    }

    void sharedFixturesAreUnderstood()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, body);
        static const QMap<QString, EventKind> beginnings{
            {u"message_"_s, EventKind::Message}, {u"quick_reply"_s, EventKind::Message}, {u"postback"_s, EventKind::Message},
            {u"referral"_s, EventKind::Message}, {u"batched"_s, EventKind::Message}, {u"echo"_s, EventKind::Echo},
            {u"delivery"_s, EventKind::Delivery}, {u"read"_s, EventKind::Read}, {u"reaction"_s, EventKind::Reaction},
            {u"optin"_s, EventKind::Ignored}, {u"handover"_s, EventKind::Ignored}, {u"account_linking"_s, EventKind::Ignored},
            {u"feed_comment"_s, EventKind::Comment}, {u"feed_post"_s, EventKind::Post}, {u"feed_photo"_s, EventKind::Post},
            {u"feed_video"_s, EventKind::Post}, {u"feed_visitor"_s, EventKind::Post}, {u"feed_share"_s, EventKind::Ignored},
            {u"feed_reaction"_s, EventKind::Ignored}, {u"feed_like"_s, EventKind::Ignored}, {u"feed_event"_s, EventKind::Ignored},
            {u"feed_unknown"_s, EventKind::Unsupported}, {u"ratings"_s, EventKind::Unsupported}, {u"mention"_s, EventKind::Mention}};
        const auto outcome = facebook::parse(body);
        QVERIFY2(outcome.has_value(), outcome ? "" : qPrintable(outcome.error().code));
        QVERIFY(!outcome->isEmpty());
        for (const auto &[beginning, expected] : beginnings.asKeyValueRange())
            if (kind.startsWith(beginning)) {
                QCOMPARE(kindNames.value(outcome->first().kind), kindNames.value(expected));
                return;
            }
        QFAIL(qPrintable(u"no expectation for %1"_s.arg(kind)));
    }

    void hostileBodiesAreRefusedByName()
    {
        QCOMPARE(codeOf(""), u"not_json"_s);
        QCOMPARE(codeOf("{\"object\":\"page\",\"entry\":[{\"id\":"), u"not_json"_s);
        QCOMPARE(codeOf("[]"), u"not_an_envelope"_s);
        QCOMPARE(codeOf("null"), u"not_json"_s);
        QCOMPARE(codeOf("{}"), u"not_an_envelope"_s);
        QCOMPARE(codeOf(R"({"object":"page","entry":{}})"), u"not_an_envelope"_s);
        QCOMPARE(codeOf(R"({"object":"instagram","entry":[]})"), u"other_object"_s);
        QCOMPARE(codeOf(R"({"object":"page","entry":[]})"), u"0 events"_s);
        QCOMPARE(codeOf(wrapped("{\"message\":{\"text\":\"\xC3\x28\"}}")), u"not_utf8"_s);
        QCOMPARE(codeOf(wrapped("{\"message\":{\"text\":\"\xED\xA0\x80\"}}")), u"not_utf8"_s); // a surrogate in UTF-8
        QCOMPARE(codeOf(QByteArray(100'000, '[')), u"too_deep"_s);
        QCOMPARE(codeOf(wrapped(R"({"message":)" + QByteArray(5'000, '[') + QByteArray(5'000, ']') + "}")), u"too_deep"_s);
        QByteArray many = "{}";
        for (int i = 0; i < 6'000; ++i)
            many += ",{}";
        QCOMPARE(codeOf(wrapped(many)), u"too_many_events"_s);
    }

    void oddNumbersAreNoTimes()
    {
        for (const QByteArray time : {"-1", "0", "1e300", "99999999999999999999", "\"soon\"", "null", "[]", "{}", "true"}) {
            const auto outcome = facebook::parse(wrapped(R"({"sender":{"id":"2"},"timestamp":)" + time + R"(,"message":{"mid":"m","text":"x"}})"));
            QVERIFY2(outcome && outcome->size() == 1, time.constData());
            QCOMPARE(outcome->first().at.utc.toMSecsSinceEpoch(), 1796000000000); // that of the entry
        }
    }

    void wrongTypesEverywhereAreNoCrash()
    {
        const QList<QByteArray> values{"null", "true", "-0.5", "\"\"", "[]", "{}", "[[{}]]", "{\"id\":{}}"};
        for (const QByteArray key : {"message", "postback", "referral", "reaction", "delivery", "read", "message_edit", "sender", "policy_enforcement"})
            for (const QByteArray &value : values)
                QVERIFY(facebook::parse(wrapped("{\"" + key + "\":" + value + "}")).has_value());
        for (const QByteArray key : {"item", "verb", "post_id", "comment_id", "parent_id", "from", "message", "photos", "post", "published"})
            for (const QByteArray &value : values)
                QVERIFY(facebook::parse(feedWrapped("{\"item\":\"comment\",\"verb\":\"add\",\"" + key + "\":" + value + "}")).has_value());
    }

    void theSameEventHasTheSameKey()
    {
        const QByteArray body = wrapped(R"({"sender":{"id":"2"},"recipient":{"id":"1"},"timestamp":1796000000000,"postback":{"payload":"A"}})");
        const QByteArray other = QByteArray(body).replace("\"A\"", "\"B\"");
        QCOMPARE(facebook::parse(body)->first().platformId, facebook::parse(body)->first().platformId);
        QVERIFY(facebook::parse(body)->first().platformId != facebook::parse(other)->first().platformId);
    }
};

QTEST_APPLESS_MAIN(ParseTest)
#include "test_parse.moc"
