// SPDX-License-Identifier: GPL-3.0-or-later
// The stage of the gateway's stories: a real database, the Facebook stand-in and gateways, each a process of its own.
#pragma once

#include "facebook_standin/client/standin.h"
#include "gateway/intake/signature.h"
#include "support/scratch_database.h"

#include <QProcess>
#include <QTest>

#include <csignal>

namespace trucban {

class GatewayProcess
{
public:
    ~GatewayProcess() { stop(); }

    bool start(const QString &databaseUrl, const QString &graphUrl, const QStringList &more = {}, const QString &name = u"one"_s)
    {
        const QString portFile = m_folder.filePath(u"port"_s);
        QFile::remove(portFile);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TRUCBAN_APP_SECRET"_s, u"truc-ban-test-secret"_s);
        environment.insert(u"TRUCBAN_VERIFY_TOKEN"_s, u"truc-ban-verify"_s);
        environment.insert(u"TRUCBAN_DATABASE_URL"_s, databaseUrl);
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedChannels);
        m_process.start(QStringLiteral(TRUCBAN_BINARY_DIR "/bin/trucban-gateway"),
                        QStringList{u"--graph-url"_s, graphUrl, u"--page-id"_s, u"110322572167401"_s, u"--app-id"_s, u"1234567890123456"_s,
                                    u"--page-token-file"_s, tokenFile(), u"--listen"_s, u"127.0.0.1:0"_s, u"--port-file"_s, portFile,
                                    u"--retry-base-ms"_s, u"200"_s, u"--check-every-ms"_s, u"500"_s, u"--backfill-every-ms"_s, u"1000000"_s,
                                    u"--name"_s, name} + more);
        return m_process.waitForStarted() && QTest::qWaitFor([&] { return readPort(portFile) || m_process.state() == QProcess::NotRunning; }, 20000) && m_port > 0;
    }
    /// SIGTERM; true when it ended well
    bool stop()
    {
        if (m_process.state() == QProcess::NotRunning)
            return true;
        m_process.terminate();
        return m_process.waitForFinished(20000) && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
    }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    void freeze() const { ::kill(pid_t(m_process.processId()), SIGSTOP); }
    void thaw() const { ::kill(pid_t(m_process.processId()), SIGCONT); }
    quint16 port() const { return m_port; }
    QString callback() const { return u"http://127.0.0.1:%1/webhook/facebook"_s.arg(m_port); }
    qint64 processId() const { return m_process.processId(); }
    QString tokenFile() const
    {
        const QString path = m_folder.filePath(u"token"_s);
        if (QFile file(path); !file.exists() && file.open(QIODevice::WriteOnly))
            file.write("EAAstandinpagetoken");
        return path;
    }
    qint64 residentKilobytes() const
    {
        QFile status(u"/proc/%1/status"_s.arg(m_process.processId()));
        if (!status.open(QIODevice::ReadOnly))
            return -1;
        const QByteArray text = status.readAll();
        return text.mid(text.indexOf("VmRSS:") + 6, 20).trimmed().split(' ').first().toLongLong();
    }

private:
    bool readPort(const QString &path)
    {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            m_port = file.readAll().trimmed().toUShort();
        return m_port > 0;
    }
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

class Stage
{
public:
    Stage() : facebook(QStringLiteral(TRUCBAN_BINARY_DIR "/bin/facebook-standin")) {}

    bool open(const QStringList &gatewayOptions = {}, const QStringList &facebookOptions = {})
    {
        return facebook.start(QStringList{u"--subscribed"_s} + facebookOptions) && gateway.start(database.urlFor(u"gateway"_s), facebook.url(), gatewayOptions)
            && connectTo(gateway);
    }
    bool connectTo(const GatewayProcess &which)
    {
        return control(u"callback"_s, {{u"url"_s, which.callback()}}).status == 200;
    }
    standin_test::Answer control(const QString &path, const QJsonObject &body = {}) { return facebook.post(facebook.url() + u"/control/"_s + path, body); }
    QJsonObject state() { return facebook.state(); }
    QString citizen(const QString &name)
    {
        return control(u"citizens"_s, {{u"name"_s, name}, {u"key"_s, name}}).json()[u"psid"_s].toString();
    }
    QString writes(const QString &who, const QString &text, QJsonObject more = {})
    {
        more[u"text"_s] = text;
        return control(u"citizens/%1/messages"_s.arg(who), more).json()[u"mid"_s].toString();
    }
    qint64 number(const QString &sql) { return database.ask(sql).toLongLong(); }
    /// Waits until a query answers this.
    bool becomes(const QString &sql, const QString &expected, int milliseconds = 10000)
    {
        const bool good = QTest::qWaitFor([&] { return database.ask(sql) == expected; }, milliseconds);
        if (!good)
            qWarning().noquote() << sql << "is" << database.ask(sql) << "and not" << expected;
        return good;
    }
    /// Straight to the door, signed.
    standin_test::Answer deliver(const QByteArray &body, const QByteArray &signature = {})
    {
        const QByteArray mine = "sha256=" + gateway::hmacSha256("truc-ban-test-secret", body.toStdString()).toHex();
        QNetworkRequest request(QUrl(gateway.callback()));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
        request.setRawHeader("X-Hub-Signature-256", signature.isEmpty() ? mine : signature);
        QNetworkAccessManager network;
        const std::unique_ptr<QNetworkReply> reply(network.post(request, body));
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 15000))
            return {};
        return {.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), .body = reply->readAll()};
    }

    ScratchDatabase database;
    standin_test::Standin facebook;
    GatewayProcess gateway;
};

} // namespace trucban
