// SPDX-License-Identifier: GPL-3.0-or-later
// The door over real sockets: what is answered, when, and what never gets in.
#include "gateway/intake/health.h"
#include "gateway/intake/http_server.h"
#include "gateway/intake/journal_writer.h"

#include <QJsonDocument>
#include <QTcpSocket>
#include <QTest>

using namespace trucban;
using namespace trucban::gateway;

namespace {

/// A journal that commits when it is told to.
class HeldJournal : public JournalSink
{
public:
    void append(Arrival arrival) override
    {
        const std::lock_guard lock(m_mutex);
        m_arrivals.push_back(std::move(arrival));
        if (m_atOnce)
            finish(m_commits);
    }
    void commitAtOnce(bool commits) { const std::lock_guard lock(m_mutex); m_atOnce = true; m_commits = commits; finish(commits); }
    qsizetype size() { const std::lock_guard lock(m_mutex); return qsizetype(m_arrivals.size()); }
    QByteArray body(size_t at) { const std::lock_guard lock(m_mutex); return QByteArray::fromStdString(m_arrivals.at(at).body); }
    QByteArray headers(size_t at) { const std::lock_guard lock(m_mutex); return QByteArray::fromStdString(m_arrivals.at(at).headers); }

private:
    void finish(bool committed)
    {
        for (Arrival &arrival : m_arrivals)
            if (arrival.done)
                std::exchange(arrival.done, nullptr)(committed);
    }
    std::mutex m_mutex;
    std::vector<Arrival> m_arrivals;
    bool m_atOnce = false;
    bool m_commits = true;
};

const QByteArray secret = "app-secret";

QByteArray signedPost(const QByteArray &body, const QByteArray &more = {})
{
    return "POST /webhook/facebook HTTP/1.1\r\nHost: x\r\nX-Hub-Signature-256: sha256="
        + hmacSha256(secret.toStdString(), body.toStdString()).toHex() + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + more + "\r\n" + body;
}

} // namespace

class HttpServerTest : public QObject
{
    Q_OBJECT

    HealthBoard m_health;
    std::unique_ptr<HeldJournal> m_journal;
    std::unique_ptr<HttpServer> m_server;
    quint16 m_port = 0;

    void open(HttpServer::Settings settings)
    {
        settings.signature = SignatureCheck(secret);
        settings.verifyToken = "let me in";
        m_server = std::make_unique<HttpServer>(std::move(settings), *m_journal, m_health);
        const auto port = m_server->start();
        QVERIFY(port.has_value());
        m_port = *port;
    }

    std::unique_ptr<QTcpSocket> connection(const QByteArray &request)
    {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(u"127.0.0.1"_s, m_port);
        if (socket->waitForConnected(5000))
            socket->write(request);
        return socket;
    }

    static QByteArray answerOn(QTcpSocket &socket)
    {
        QByteArray answer;
        while (!answer.contains("\r\n\r\n") && socket.waitForReadyRead(5000))
            answer += socket.readAll();
        const qsizetype at = answer.toLower().indexOf("content-length: ");
        const qsizetype length = at < 0 ? 0 : answer.mid(at + 16, answer.indexOf('\r', at) - at - 16).toLongLong();
        while (answer.size() < answer.indexOf("\r\n\r\n") + 4 + length && socket.waitForReadyRead(5000))
            answer += socket.readAll();
        return answer;
    }

    QByteArray ask(const QByteArray &request) { return answerOn(*connection(request)); }
    static int statusOf(const QByteArray &answer) { return answer.mid(9, 3).toInt(); }
    static QByteArray bodyOf(const QByteArray &answer) { return answer.mid(answer.indexOf("\r\n\r\n") + 4); }

private Q_SLOTS:
    void init()
    {
        m_journal = std::make_unique<HeldJournal>();
        open({});
    }

    void cleanup()
    {
        m_server.reset();
        m_journal.reset();
    }

    void whoBroughtItIsKeptAsPlainText()
    {
        m_journal->commitAtOnce(true);
        QCOMPARE(statusOf(ask(signedPost("{}", "User-Agent: facebook\xff \xe1\xba\xa1\r\nX-Forwarded-For: " + QByteArray(5000, '1') + "\r\nCookie: secret\r\n"))), 200);
        const QByteArray kept = m_journal->headers(0);
        QVERIFY(kept.startsWith("from 127.0.0.1\n"));
        QVERIFY(kept.contains("\nX-Hub-Signature-256: sha256=" + hmacSha256(secret.toStdString(), "{}").toHex()));
        QVERIFY(kept.contains("\nUser-Agent: facebook?")); // nothing in it that a database would refuse
        QVERIFY(std::ranges::all_of(kept, [](char c) { return c == '\n' || (c >= 0x20 && c < 0x7f); }));
        QVERIFY(kept.size() < 1000 && !kept.contains("secret"));
    }

    void facebookChecksTheAddress()
    {
        const QByteArray right = ask("GET /webhook/facebook?hub.mode=subscribe&hub.verify_token=let%20me+in&hub.challenge=1158201444 HTTP/1.1\r\nHost: x\r\n\r\n");
        QCOMPARE(statusOf(right), 200);
        QCOMPARE(bodyOf(right), QByteArray("1158201444"));
        QCOMPARE(statusOf(ask("GET /webhook/facebook?hub.mode=subscribe&hub.verify_token=guess&hub.challenge=1 HTTP/1.1\r\nHost: x\r\n\r\n")), 403);
        QCOMPARE(statusOf(ask("GET /webhook/facebook?hub.mode=subscribe&hub.challenge=1 HTTP/1.1\r\nHost: x\r\n\r\n")), 403);
        QCOMPARE(statusOf(ask("GET /webhook/facebook HTTP/1.1\r\nHost: x\r\n\r\n")), 403);
    }

    void noAnswerBeforeTheCommit()
    {
        auto socket = connection(signedPost("{\"first\":1}"));
        QTRY_COMPARE(m_journal->size(), 1);
        QVERIFY(!socket->waitForReadyRead(200));
        m_journal->commitAtOnce(true);
        QCOMPARE(statusOf(answerOn(*socket)), 200);
        QCOMPARE(m_journal->body(0), QByteArray("{\"first\":1}"));
    }

    void whatIsNotCommittedIsAskedForAgain()
    {
        m_journal->commitAtOnce(false);
        QCOMPARE(statusOf(ask(signedPost("{}"))), 503);
    }

    void wrongSignaturesLeaveNothingButANumber()
    {
        m_journal->commitAtOnce(true);
        const quint64 before = m_health.value(Count::WrongSignature);
        QCOMPARE(statusOf(ask("POST /webhook/facebook HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}")), 403);
        QCOMPARE(statusOf(ask("POST /webhook/facebook HTTP/1.1\r\nHost: x\r\nX-Hub-Signature: sha1=0123456789012345678901234567890123456789\r\nContent-Length: 2\r\n\r\n{}")), 403);
        QCOMPARE(statusOf(ask(signedPost("{}").replace("{}", "[]"))), 403);
        QCOMPARE(m_health.value(Count::WrongSignature), before + 3);
        QCOMPARE(m_journal->size(), 0);
    }

    void bodiesAreKeptByteForByte()
    {
        m_journal->commitAtOnce(true);
        const QByteArray odd("\x00\xff{\"a\":\"\\u00e0\\/\"}\r\n", 18);
        QCOMPARE(statusOf(ask(signedPost(odd))), 200);
        QCOMPARE(m_journal->body(0), odd);
        const QByteArray chunked = "POST /webhook/facebook HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nX-Hub-Signature-256: sha256="
            + hmacSha256(secret.toStdString(), "abcdef").toHex() + "\r\n\r\n3\r\nabc\r\n3\r\ndef\r\n0\r\n\r\n";
        QCOMPARE(statusOf(ask(chunked)), 200);
        QCOMPARE(m_journal->body(1), QByteArray("abcdef"));
    }

    void tooLargeIsRefusedAndNotStored()
    {
        m_server.reset();
        open({.bodyLimit = 1000});
        m_journal->commitAtOnce(true);
        QCOMPARE(statusOf(ask(signedPost(QByteArray(1000, ' ')))), 200);
        QCOMPARE(statusOf(ask(signedPost(QByteArray(1001, ' ')))), 413);
        QCOMPARE(statusOf(ask("POST /webhook/facebook HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 99999999999\r\n\r\n")), 413);
        QCOMPARE(statusOf(ask("POST /webhook/facebook HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n7d0\r\n" + QByteArray(2000, 'x') + "\r\n0\r\n\r\n")), 413);
        QCOMPARE(m_journal->size(), 1);
        QCOMPARE(m_health.value(Count::TooLarge), quint64(3));
    }

    void manyUnfinishedBodiesDoNotEatTheMemory()
    {
        m_server.reset();
        open({.bodyLimit = 1000, .inFlightLimit = 2500});
        m_journal->commitAtOnce(true);
        const QByteArray slow = "POST /webhook/facebook HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 1000\r\n\r\n";
        const auto first = connection(slow), second = connection(slow);
        QVERIFY(answerOn(*first).startsWith("HTTP/1.1 100"));
        QVERIFY(answerOn(*second).startsWith("HTTP/1.1 100"));
        QCOMPARE(statusOf(ask(slow)), 503);
        QCOMPARE(statusOf(ask(signedPost("{}"))), 200);
    }

    void oneConnectionCarriesManyRequests()
    {
        m_journal->commitAtOnce(true);
        auto socket = connection(signedPost("{\"a\":1}") + signedPost("{\"a\":2}") + "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
        QByteArray answers;
        while (answers.count("HTTP/1.1") < 3 && socket->waitForReadyRead(5000))
            answers += socket->readAll();
        QCOMPARE(answers.count("HTTP/1.1 200 OK"), 2);
        QCOMPARE(m_journal->size(), 2);
    }

    void nonsenseIsRefused()
    {
        QCOMPARE(statusOf(ask("\x16\x03\x01\x02\x00 hello\r\n\r\n")), 400);
        QCOMPARE(statusOf(ask("GET / HTTP/1.1\r\nX: " + QByteArray(20'000, 'x') + "\r\n\r\n")), 431);
        QCOMPARE(statusOf(ask("GET /elsewhere HTTP/1.1\r\nHost: x\r\n\r\n")), 404);
        QCOMPARE(statusOf(ask("DELETE /webhook/facebook HTTP/1.1\r\nHost: x\r\n\r\n")), 405);
    }

    void healthIsSaid()
    {
        m_health.setDatabase(false);
        QCOMPARE(statusOf(ask("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")), 503);
        m_health.setDatabase(true);
        m_health.setToken(u"token_expired"_s);
        const QByteArray answer = ask("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
        QCOMPARE(statusOf(answer), 200);
        const QJsonObject health = QJsonDocument::fromJson(bodyOf(answer)).object();
        QCOMPARE(health[u"status"_s], u"degraded"_s);
        QCOMPARE(health[u"graph_token"_s], u"token_expired"_s);
        for (const QString &key : {u"database"_s, u"last_event"_s, u"outbox_depth"_s, u"journal_pending"_s})
            QVERIFY(health.contains(key));
        const QByteArray metrics = bodyOf(ask("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n"));
        QVERIFY(metrics.contains("\ntrucban_gateway_webhooks_received_total "));
        QVERIFY(metrics.contains("\ntrucban_gateway_database_up 1"));
    }

    void takenAddressIsSaid()
    {
        HttpServer second({.port = m_port}, *m_journal, m_health);
        QCOMPARE(second.start().error().code, u"address_in_use"_s);
        HttpServer nowhere({.address = u"the moon"_s}, *m_journal, m_health);
        QCOMPARE(nowhere.start().error().code, u"not_an_address"_s);
    }

    void stoppingAnswersWhatIsUnderWay()
    {
        auto socket = connection(signedPost("{}"));
        QTRY_COMPARE(m_journal->size(), 1);
        std::thread commit([this] { m_journal->commitAtOnce(true); });
        m_server->stop();
        commit.join();
        QCOMPARE(statusOf(answerOn(*socket)), 200);
    }
};

QTEST_GUILESS_MAIN(HttpServerTest)
#include "test_http_server.moc"
