// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_process.h"

#include "base/result.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QMessageAuthenticationCode>
#include <QThread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>

namespace trucban::bench {

namespace {

constexpr auto secret = "bench-secret";

void put(const QString &file, const QByteArray &text)
{
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(text) < 0)
        qFatal("%s cannot be written", qPrintable(file));
}

} // namespace

GatewayProcess::GatewayProcess(Cluster &cluster)
{
    const QString folder = m_folder.path();
    put(folder + u"/secret"_s, secret);
    put(folder + u"/token"_s, "bench-token");
    put(folder + u"/verify"_s, "bench-verify");
    m_process.setStandardErrorFile(folder + u"/log"_s);
    m_process.start(QCoreApplication::applicationDirPath() + u"/trucban-gateway"_s,
                    {u"--database-url"_s, u"host=%1 port=%2 dbname=trucban user=gateway password=gateway"_s.arg(cluster.socketFolder()).arg(cluster.port()),
                     u"--graph-url"_s, u"http://127.0.0.1:9"_s, u"--page-id"_s, u"bench-page"_s, u"--app-id"_s, u"1"_s, u"--page-token-file"_s, folder + u"/token"_s,
                     u"--app-secret-file"_s, folder + u"/secret"_s, u"--verify-token-file"_s, folder + u"/verify"_s, u"--listen"_s, u"127.0.0.1:0"_s,
                     u"--port-file"_s, folder + u"/port"_s, u"--name"_s, u"bench"_s});
    for (int tries = 0; tries < 300 && m_port == 0; ++tries) {
        QFile file(folder + u"/port"_s);
        if (file.open(QIODevice::ReadOnly))
            m_port = file.readAll().trimmed().toUShort();
        if (m_port == 0)
            QThread::msleep(50);
        if (!m_process.waitForStarted(0) && m_process.state() == QProcess::NotRunning)
            break;
    }
    if (m_port == 0) {
        QFile log(folder + u"/log"_s);
        qFatal("the gateway did not start: %s", log.open(QIODevice::ReadOnly) ? log.readAll().constData() : "");
    }
}

GatewayProcess::~GatewayProcess()
{
    if (m_socket >= 0)
        close(m_socket);
    m_process.terminate();
    if (!m_process.waitForFinished(10'000))
        m_process.kill();
}

bool GatewayProcess::deliver(const std::string &request)
{
    if (m_socket < 0) {
        m_socket = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_port = htons(m_port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
            return false;
    }
    char answer[2048];
    return send(m_socket, request.data(), request.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(request.size())
        && recv(m_socket, answer, sizeof answer, 0) > 12 && std::string_view(answer, 12) == "HTTP/1.1 200";
}

double GatewayProcess::residentMegabytes() const
{
    return bench::residentMegabytes(m_process.processId());
}

double residentMegabytes(qint64 pid)
{
    QFile file(u"/proc/%1/smaps_rollup"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("Rss:"))
            return line.simplified().split(' ').value(1).toDouble() / 1024.0;
    }
    return 0;
}

std::string messageBody(const QString &psid, const QString &mid, const QString &text)
{
    QByteArray escaped;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            escaped += '\\' + QByteArray(1, c.toLatin1());
        else if (c.unicode() < 0x20 || c.unicode() > 0x7e)
            escaped += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
        else
            escaped += c.toLatin1();
    }
    const QByteArray now = QByteArray::number(QDateTime::currentMSecsSinceEpoch());
    return ("{\"object\":\"page\",\"entry\":[{\"id\":\"bench-page\",\"time\":" + now + ",\"messaging\":[{\"sender\":{\"id\":\"" + psid.toLatin1()
            + "\"},\"recipient\":{\"id\":\"bench-page\"},\"timestamp\":" + now + ",\"message\":{\"mid\":\"" + mid.toLatin1() + "\",\"text\":\"" + escaped + "\"}}]}]}")
        .toStdString();
}

std::string signedRequest(const std::string &body)
{
    const QByteArray bytes = QByteArray::fromStdString(body);
    const QByteArray mark = QMessageAuthenticationCode::hash(bytes, secret, QCryptographicHash::Sha256).toHex();
    return ("POST /webhook/facebook HTTP/1.1\r\nHost: gateway\r\nContent-Type: application/json\r\nX-Hub-Signature-256: sha256=" + mark + "\r\nContent-Length: "
            + QByteArray::number(bytes.size()) + "\r\n\r\n" + bytes)
        .toStdString();
}

} // namespace trucban::bench
