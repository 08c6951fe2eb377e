// SPDX-License-Identifier: GPL-3.0-or-later
// Calls of Facebook's Graph: what its answers mean, and that a write is never repeated behind our back.
#include "base/result.h"
#include "domain/refusals.h"
#include "gateway/graph/graph_client.h"
#include "gateway/graph/once_device.h"
#include "gateway/intake/health.h"
#include "gateway/intake/signature.h"

#include <QBuffer>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace trucban;
using namespace trucban::gateway;

namespace {

/// Answers every whole request with the same bytes; an empty answer closes the connection.
class FixedServer : public QTcpServer
{
public:
    QByteArray answer;
    bool silent = false;
    QList<QByteArray> requests; // whole ones
    QByteArray bytes; // all that came

    FixedServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, socket, [this, socket, request = QByteArray()]() mutable {
                    const QByteArray came = socket->readAll();
                    bytes += came;
                    request += came;
                    const qsizetype end = request.indexOf("\r\n\r\n");
                    const qsizetype at = request.toLower().indexOf("content-length: ");
                    const qsizetype length = at < 0 || at > end ? 0 : request.mid(at + 16, request.indexOf('\r', at) - at - 16).toLongLong();
                    if (end < 0 || request.size() < end + 4 + length)
                        return;
                    requests << std::exchange(request, {});
                    if (silent)
                        return;
                    socket->write(answer);
                    socket->disconnectFromHost();
                });
        });
    }
    void json(const QByteArray &body, const QByteArray &status = "200 OK", const QByteArray &headers = {})
    {
        answer = "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\n" + headers + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
};

// outside the class: moc loses its way in such literals
const QByteArray localisedRefusal = R"({"error":{"message":"(#551) 用户暂时收不到消息。","code":551,"error_subcode":1545041,"fbtrace_id":"x"}})";
const QByteArray rateRefusal = R"({"error":{"code":32,"message":"x"}})";
const QByteArray sevenMinutes = R"({"1":[{"type":"messenger","call_count":100,"estimated_time_to_regain_access":7}]})";

GraphError refusal(int code, int subcode = 0, std::optional<bool> transient = {}, bool write = true, int http = 400)
{
    return {.httpStatus = http, .code = code, .subcode = subcode, .transient = transient, .write = write};
}

} // namespace

class GraphTest : public QObject
{
    Q_OBJECT

    FixedServer m_server;
    QTemporaryDir m_folder;
    HealthBoard m_health;
    std::atomic<bool> m_stopping = false;
    QDateTime m_now;
    std::unique_ptr<PageToken> m_token;
    std::unique_ptr<Pacer> m_pacer;
    std::unique_ptr<GraphClient> m_client;

    /// What the sources of a room of the gateway say themselves.
    static QStringList wordsIn(const QString &room, const QRegularExpression &word)
    {
        QStringList words;
        for (QDirIterator files(QStringLiteral(TRUCBAN_SOURCE_DIR "/app/gateway/") + room, {u"*.cpp"_s, u"*.h"_s}); files.hasNext();) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QString text = QString::fromUtf8(file.readAll());
            for (auto found = word.globalMatch(text); found.hasNext();)
                words << found.next().captured(1);
        }
        return words;
    }
    void writeToken(const QByteArray &token)
    {
        QFile file(m_folder.filePath(u"token"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(token) == token.size());
    }

private Q_SLOTS:
    void init()
    {
        m_now = QDateTime::fromString(u"2026-11-24T08:00:00Z"_s, Qt::ISODate);
        writeToken("page-token-1\n");
        GraphSettings settings;
        settings.url = QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort()));
        settings.videoUrl = settings.url;
        settings.appSecret = "app-secret-1";
        settings.readTimeout = settings.writeTimeout = std::chrono::milliseconds(700);
        m_token = std::make_unique<PageToken>(m_folder.filePath(u"token"_s));
        m_pacer = std::make_unique<Pacer>(Clock([this] { return m_now; }));
        m_client = std::make_unique<GraphClient>(settings, *m_token, *m_pacer, m_health, m_stopping);
        m_server.requests.clear();
        m_server.bytes.clear();
        m_server.silent = false;
    }

    void tokenTravelsInTheHeaderWithItsProof()
    {
        m_server.json(R"({"id":"1"})");
        QVERIFY(m_client->get(u"me"_s, {{u"fields"_s, u"id,name"_s}}).has_value());
        const QByteArray request = m_server.requests.value(0);
        QVERIFY(request.startsWith("GET /v25.0/me?fields=id%2Cname&appsecret_proof=e17cc3f0898947da335ba22917d62b78810958c2beb8fc6bc57c45bd4c76c9be HTTP/1.1\r\n"));
        QVERIFY(request.contains("Bearer page-token-1\r\n"));
        QVERIFY(!request.left(request.indexOf("\r\n")).contains("page-token"));
    }

    void aNewTokenNeedsNoRestart()
    {
        m_server.json("{}");
        QVERIFY(m_client->get(u"me"_s).has_value());
        writeToken("page-token-2");
        QFile file(m_folder.filePath(u"token"_s));
        QVERIFY(file.open(QIODevice::Append) && file.setFileTime(QDateTime::currentDateTime().addSecs(2), QFile::FileModificationTime));
        QVERIFY(m_client->get(u"me"_s).has_value());
        QVERIFY(m_server.requests.value(1).contains("Bearer page-token-2\r\n"));
    }

    void aWriteIsNeverSentTwice()
    {
        m_server.answer.clear(); // reads the request, then hangs up
        const auto outcome = m_client->post(u"me/feed"_s, {{u"message"_s, u"một lần"_s}});
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().origin, GraphError::Unclear);
        QCOMPARE(judge(outcome.error()).action, GraphAction::CheckFirst);
        QCOMPARE(m_server.requests.size(), 1);
        QVERIFY(m_server.requests.first().endsWith("message=m%E1%BB%99t%20l%E1%BA%A7n"));
    }

    void whatIsLateDoesNotLeave_data()
    {
        QTest::addColumn<bool>("file");
        QTest::newRow("words") << false;
        QTest::newRow("a file") << true;
    }
    /// Between the answer "still yours" and the socket a gateway may have been frozen: another has sent it meanwhile.
    void whatIsLateDoesNotLeave()
    {
        QFETCH(bool, file);
        m_server.json(R"({"id":"1"})");
        GraphCall call{.verb = GraphCall::Post, .path = u"me/messages"_s, .fields = {{u"message"_s, u"hai lần"_s}}, .lastMoment = bootTime()};
        if (file) {
            auto data = std::make_shared<QBuffer>();
            data->setData(QByteArray(300000, 'v'));
            data->open(QIODevice::ReadOnly);
            call.parts << UploadPart{u"source"_s, u"a.mp4"_s, "video/mp4", data, 300000};
        }
        const auto outcome = m_client->call(call);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().origin, GraphError::TooLate);
        QTest::qWait(50); // whatever is on its way arrives
        QVERIFY(m_server.requests.isEmpty());
        QVERIFY(!m_server.bytes.contains("hai") && !m_server.bytes.contains("vvv"));
        call.lastMoment = bootTime() + std::chrono::minutes(1);
        QVERIFY(m_client->call(call).has_value());
        QCOMPARE(m_server.requests.size(), 1);
    }

    void whatBecomesLateOnItsWayIsNeverWhole()
    {
        OnceDevice body;
        body.append(QByteArray(100, 'a'));
        body.setLastMoment(bootTime() + std::chrono::milliseconds(80));
        body.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        QCOMPARE(body.read(40).size(), 40);
        QTest::qSleep(100);
        char rest[60];
        QCOMPARE(body.read(rest, 60), -1);
        QVERIFY(body.wasTooLate());
    }

    void aFileGoesUpOnceAndWhole()
    {
        m_server.json(R"({"attachment_id":"9"})");
        auto file = std::make_shared<QBuffer>();
        file->setData(QByteArray(300000, 'v'));
        file->open(QIODevice::ReadOnly);
        GraphCall call{.verb = GraphCall::Post, .path = u"me/videos"_s, .fields = {{u"upload_phase"_s, u"transfer"_s}}};
        call.parts << UploadPart{u"source"_s, u"a\".mp4"_s, "video/mp4", file, 300000};
        QVERIFY(m_client->call(call).has_value());
        QCOMPARE(m_server.requests.size(), 1);
        QCOMPARE(m_server.requests.first().count('v') > 300000, true);
        QVERIFY(m_server.requests.first().contains("filename=\"a_.mp4\"\r\nContent-Type: video/mp4\r\n\r\nvvv"));
    }

    void noAnswerIsUnclear()
    {
        m_server.silent = true;
        const auto outcome = m_client->post(u"me/messages"_s, {});
        QVERIFY(!outcome);
        QCOMPARE(judge(outcome.error()).action, GraphAction::CheckFirst);
        const auto read = m_client->get(u"me"_s);
        QCOMPARE(judge(read.error()).action, GraphAction::RetryLong);
    }

    void halfAnAnswerIsUnclear()
    {
        m_server.answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"id\":\"1";
        QCOMPARE(m_client->post(u"me/feed"_s, {}).error().origin, GraphError::Unclear);
        m_server.json("<html>502</html>", "502 Bad Gateway");
        QCOMPARE(m_client->post(u"me/feed"_s, {}).error().origin, GraphError::Unclear);
    }

    void nobodyThereIsNotSent()
    {
        GraphSettings settings = m_client->settings();
        settings.url = QUrl(u"http://127.0.0.1:1"_s);
        GraphClient client(settings, *m_token, *m_pacer, m_health, m_stopping);
        const auto outcome = client.post(u"me/feed"_s, {});
        QCOMPARE(outcome.error().origin, GraphError::NotSent);
        QCOMPARE(judge(outcome.error()).action, GraphAction::RetryLong);
    }

    void anErrorUnder200IsAnError()
    {
        m_server.json(localisedRefusal);
        const auto outcome = m_client->post(u"me/messages"_s, {});
        QVERIFY(!outcome);
        QCOMPARE(judge(outcome.error()).word, u"person_unavailable"_s);
    }

    void aRedirectIsNotFollowed()
    {
        m_server.answer = "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:" + QByteArray::number(m_server.serverPort()) + "/steal\r\nContent-Length: 0\r\n\r\n";
        QVERIFY(!m_client->get(u"me"_s));
        QCOMPARE(m_server.requests.size(), 1);
    }

    void codesBecomeActions_data()
    {
        QTest::addColumn<GraphError>("error");
        QTest::addColumn<int>("action");
        QTest::addColumn<QString>("word");
        using enum GraphAction;
        const auto row = [](const char *name, GraphError error, GraphAction action, QString word) { QTest::newRow(name) << error << int(action) << word; };
        row("expired", refusal(190, 463), StopSending, u"token_expired"_s);
        row("unknown sub-code of 190", refusal(190, 999), StopSending, u"token_invalid"_s);
        row("outside the window is no lost permission", refusal(10, 2018278), Refuse, u"outside_window"_s);
        row("permission", refusal(10), Configuration, u"permission_missing"_s);
        row("any of 200", refusal(283), Configuration, u"permission_missing"_s);
        row("200 with the text of 551", refusal(200, 1545041), Refuse, u"person_unavailable"_s);
        row("private reply used", refusal(10900, 2534025), Refuse, u"private_reply_used"_s);
        for (const int code : {4, 17, 32, 613, 80001, 80006})
            row(qPrintable(u"rate %1"_s.arg(code)), refusal(code, 0, true), Pause, u"rate_limited"_s);
        row("rate with sub-code", refusal(613, 1996), Pause, u"rate_limited"_s);
        row("write after 500", refusal(2, 0, true, true, 500), CheckFirst, u"facebook_down"_s);
        row("read after 500", refusal(2, 0, true, false, 500), RetryLong, u"facebook_down"_s);
        row("unknown failed write", refusal(1), CheckFirst, u"temporary"_s);
        row("unknown failed read", refusal(1, 0, {}, false), Retry, u"temporary"_s);
        row("unknown for good", refusal(1, 0, false), Refuse, u"unknown_refusal"_s);
        row("temporary before sending", refusal(1200), Retry, u"temporary"_s);
        row("transient whatever the code", refusal(100, 0, true, false), Retry, u"temporary"_s);
        row("no such person", refusal(100, 2018001), Refuse, u"no_such_person"_s);
        row("policy", refusal(368), StopForHours, u"policy_block"_s);
        row("same post", refusal(506), CheckFirst, u"duplicate_post"_s);
        row("video chunk", refusal(1363037), Resume, u"video_chunk"_s);
        row("never heard of", refusal(987654), Refuse, u"unknown_refusal"_s);
    }

    void codesBecomeActions()
    {
        QFETCH(GraphError, error);
        QFETCH(int, action);
        QFETCH(QString, word);
        QCOMPARE(int(judge(error).action), action);
        QCOMPARE(judge(error).word, word);
        QVERIFY(graphWords().contains(word));
    }

    /// The desk has a sentence for each word of the list (tests/ui/test_refusal_words.cpp): nothing may be said that is not on it.
    void everyWordIsOnTheListOfRefusals()
    {
        for (const QString &word : graphWords())
            QVERIFY2(refusals::ofOutbox().contains(word), qPrintable(word));
        const QStringList outbox = wordsIn(u"outbox"_s, QRegularExpression(u"(?:refused\\(|\\.word = )u\"(\\w+)\"_s"_s));
        QVERIFY(outbox.size() >= 8);
        for (const QString &word : outbox)
            QVERIFY2(refusals::ofOutbox().contains(word), qPrintable(word));
        const QStringList media = wordsIn(u"media"_s, QRegularExpression(u"u\"((?:refused_|link_|disk_|worker_|sandbox_)\\w+|no_link|not_allowed|unreachable)\"_s"_s));
        QVERIFY(media.size() >= 3);
        for (const QString &word : media)
            QVERIFY2(refusals::ofAttachments().contains(word), qPrintable(word));
    }

    void usageSlowsDownAndRefusalsPause()
    {
        QCOMPARE(m_pacer->waitBefore(Pacer::Pages).count(), 0);
        m_server.json("{}", "200 OK", "x-app-usage: {\"call_count\":88,\"total_time\":10}\r\n");
        QVERIFY(m_client->get(u"me"_s).has_value());
        QVERIFY(m_pacer->waitBefore(Pacer::Pages).count() > 500);
        QCOMPARE(m_pacer->waitBefore(Pacer::Messenger).count(), 0);

        m_server.json(rateRefusal, "400 Bad Request");
        QVERIFY(!m_client->get(u"me"_s));
        QVERIFY(m_pacer->waitBefore(Pacer::Pages) >= std::chrono::seconds(30));
        QVERIFY(!m_client->get(u"me"_s));
        QVERIFY(m_pacer->waitBefore(Pacer::Pages) >= std::chrono::seconds(60));
        QCOMPARE(m_pacer->waitBefore(Pacer::Messenger).count(), 0);
        m_now = m_now.addSecs(100);
        QVERIFY(m_pacer->waitBefore(Pacer::Pages) < std::chrono::seconds(3));

        m_pacer->learn(Pacer::Messenger, {}, sevenMinutes);
        QCOMPARE(m_pacer->waitBefore(Pacer::Messenger), std::chrono::minutes(7));
        m_pacer->learn(Pacer::Pages, "not json", "[[[");
    }

    void theBreakerOpensAfterFiveAndLetsOneTry()
    {
        for (int i = 0; i < 4; ++i)
            m_pacer->unreachable();
        QCOMPARE(m_pacer->waitBefore(Pacer::Pages).count(), 0);
        m_pacer->unreachable();
        QVERIFY(m_pacer->waitBefore(Pacer::Messenger) >= std::chrono::seconds(30));
        m_now = m_now.addSecs(60);
        QCOMPARE(m_pacer->waitBefore(Pacer::Messenger).count(), 0);
        m_pacer->unreachable();
        QVERIFY(m_pacer->waitBefore(Pacer::Messenger) >= std::chrono::seconds(60));
        m_pacer->succeeded(Pacer::Pages);
        QCOMPARE(m_pacer->waitBefore(Pacer::Messenger).count(), 0);
    }

    void theClockIsCompared()
    {
        m_server.json("{}", "200 OK", "Date: Tue, 24 Nov 2026 08:05:00 GMT\r\n");
        QVERIFY(m_client->get(u"me"_s).has_value());
        QCOMPARE(m_pacer->skew(), std::chrono::seconds(300));
    }
};

QTEST_GUILESS_MAIN(GraphTest)
#include "test_graph.moc"
