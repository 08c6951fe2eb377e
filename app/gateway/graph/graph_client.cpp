// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/graph/graph_client.h"

#include "base/logging.h"
#include "base/result.h"
#include "gateway/graph/once_device.h"
#include "gateway/intake/health.h"
#include "gateway/intake/signature.h"

#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>
#include <QUrlQuery>
#include <QUuid>

namespace trucban::gateway {

namespace {

constexpr qint64 largestAnswer = 16 << 20;

QByteArray encoded(const QList<std::pair<QString, QString>> &fields)
{
    QByteArray text;
    for (const auto &[name, value] : fields)
        text += (text.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    return text;
}

std::shared_ptr<OnceDevice> multipart(const GraphCall &call, const QByteArray &boundary)
{
    auto body = std::make_shared<OnceDevice>();
    for (const auto &[name, value] : call.fields)
        body->append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name.toUtf8() + "\"\r\n\r\n" + value.toUtf8() + "\r\n");
    for (const UploadPart &part : call.parts) {
        QByteArray fileName = part.fileName.toUtf8();
        fileName.replace('"', '_').replace('\r', '_').replace('\n', '_');
        body->append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part.name.toUtf8() + "\"; filename=\"" + fileName
                     + "\"\r\nContent-Type: " + part.mime + "\r\n\r\n");
        body->append(part.data, part.size);
        body->append("\r\n");
    }
    body->append("--" + boundary + "--\r\n");
    return body;
}

/// Errors that mean no connection was ever made.
bool neverSent(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::ProtocolUnknownError:
        return true;
    default:
        return false;
    }
}

} // namespace

QByteArray PageToken::value()
{
    const std::lock_guard lock(m_mutex);
    if (m_file.isEmpty())
        return m_value;
    const QDateTime changed = QFileInfo(m_file).lastModified();
    if (changed == m_readAt && !m_value.isEmpty())
        return m_value;
    QFile file(m_file);
    if (file.open(QIODevice::ReadOnly))
        m_value = file.read(1 << 16).trimmed();
    m_readAt = changed;
    return m_value;
}

GraphClient::GraphClient(const GraphSettings &settings, PageToken &token, Pacer &pacer, HealthBoard &health, const std::atomic<bool> &stopping)
    : m_settings(settings), m_token(token), m_pacer(pacer), m_health(health), m_stopping(stopping), m_network(std::make_unique<QNetworkAccessManager>())
{
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy); // a redirect must not carry the token elsewhere
}

GraphClient::~GraphClient() = default;

GraphOutcome GraphClient::get(const QString &path, const QList<std::pair<QString, QString>> &query, Pacer::Family family)
{
    return call({.verb = GraphCall::Get, .path = path, .fields = query, .family = family});
}

GraphOutcome GraphClient::post(const QString &path, const QList<std::pair<QString, QString>> &form, Pacer::Family family)
{
    return call({.verb = GraphCall::Post, .path = path, .fields = form, .family = family});
}

QNetworkRequest GraphClient::requestFor(const GraphCall &call) const
{
    const QByteArray token = call.tokenInstead.isEmpty() ? m_token.value() : call.tokenInstead;
    QList<std::pair<QString, QString>> query = call.verb == GraphCall::Post ? QList<std::pair<QString, QString>>() : call.fields;
    if (!m_settings.appSecret.isEmpty() && call.tokenInstead.isEmpty())
        query << std::pair(u"appsecret_proof"_s, QString::fromLatin1(appSecretProof(m_settings.appSecret, token)));
    QUrl url = call.videoHost ? m_settings.videoUrl : m_settings.url;
    url.setPath(url.path() + u'/' + m_settings.version + u'/' + call.path, QUrl::DecodedMode);
    url.setQuery(QString::fromLatin1(encoded(query)), QUrl::StrictMode);
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + token); // in the header, so that it is in no log of addresses
    request.setRawHeader("Accept", "application/json");
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    return request;
}

/// What a Post sends; null of the others.
std::shared_ptr<OnceDevice> GraphClient::bodyOf(const GraphCall &call, QNetworkRequest &request) const
{
    if (call.verb != GraphCall::Post)
        return nullptr;
    std::shared_ptr<OnceDevice> body;
    if (!call.parts.isEmpty()) {
        const QByteArray boundary = "trucban" + QUuid::createUuid().toByteArray(QUuid::Id128);
        body = multipart(call, boundary);
        request.setHeader(QNetworkRequest::ContentTypeHeader, "multipart/form-data; boundary=" + boundary);
    } else {
        body = std::make_shared<OnceDevice>();
        body->append(call.json.isEmpty() ? encoded(call.fields) : QJsonDocument(call.json).toJson(QJsonDocument::Compact));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray(call.json.isEmpty() ? "application/x-www-form-urlencoded" : "application/json"));
    }
    body->setLastMoment(call.lastMoment);
    body->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    request.setHeader(QNetworkRequest::ContentLengthHeader, body->length());
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    return body;
}

QNetworkReply *GraphClient::start(const GraphCall &call, QNetworkRequest request, OnceDevice *body)
{
    if (call.verb == GraphCall::Get)
        return m_network->get(request);
    if (call.verb == GraphCall::Delete)
        return m_network->deleteResource(request);
    return m_network->post(request, body);
}

std::chrono::milliseconds GraphClient::timeoutFor(const GraphCall &call) const
{
    if (!call.parts.isEmpty())
        return m_settings.uploadTimeout;
    return call.verb == GraphCall::Get ? m_settings.readTimeout : m_settings.writeTimeout;
}

bool GraphClient::waitFor(QNetworkReply &reply, std::chrono::milliseconds timeout)
{
    if (reply.isFinished())
        return true;
    QEventLoop loop;
    QTimer deadline, look;
    bool inTime = true;
    QObject::connect(&reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QObject::connect(&deadline, &QTimer::timeout, &loop, [&] { inTime = false; loop.quit(); });
    // a write under way is waited for even when stopping: its fate is worth a few seconds
    QObject::connect(&look, &QTimer::timeout, &loop, [&] { if (m_stopping && reply.operation() == QNetworkAccessManager::GetOperation) { inTime = false; loop.quit(); } });
    deadline.setSingleShot(true);
    deadline.start(timeout);
    look.start(std::chrono::milliseconds(200));
    loop.exec();
    if (!inTime)
        reply.abort();
    return inTime;
}

GraphOutcome GraphClient::call(const GraphCall &call)
{
    QNetworkRequest request = requestFor(call);
    const std::shared_ptr<OnceDevice> body = bodyOf(call, request); // lives longer than its request
    const std::unique_ptr<QNetworkReply> reply(start(call, request, body.get()));
    const bool inTime = waitFor(*reply, timeoutFor(call));
    GraphOutcome outcome = read(*reply, call, inTime);
    if (!outcome && body && body->wasTooLate())
        return std::unexpected(GraphError{.origin = GraphError::TooLate, .message = u"the item was not ours any more when it should have left"_s, .write = true});
    learn(*reply, call, outcome);
    return outcome;
}

GraphOutcome GraphClient::read(QNetworkReply &reply, const GraphCall &call, bool inTime)
{
    GraphError none{.origin = GraphError::Unclear, .write = call.verb != GraphCall::Get};
    none.httpStatus = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (!inTime) {
        none.message = u"no answer in time"_s;
        return std::unexpected(none);
    }
    const QByteArray body = reply.read(largestAnswer);
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (none.httpStatus > 0 && document.isObject()) {
        const QJsonObject object = document.object();
        if (object[u"error"_s].isObject()) // also under HTTP 200
            return std::unexpected(graphErrorFrom(object[u"error"_s].toObject(), none.httpStatus, none.write));
        if (none.httpStatus >= 200 && none.httpStatus < 300)
            return object;
    }
    none.message = reply.errorString().left(200);
    if (none.httpStatus == 0 && neverSent(reply.error()))
        none.origin = GraphError::NotSent;
    else if (none.httpStatus >= 300 && none.httpStatus < 500 && none.httpStatus != 408)
        none.origin = GraphError::Refused; // a proxy or a wrong address: refused, not unclear
    return std::unexpected(none);
}

void GraphClient::learn(const QNetworkReply &reply, const GraphCall &call, const GraphOutcome &outcome)
{
    m_health.add(Count::GraphCalls);
    m_pacer.learn(call.family, reply.rawHeader("X-App-Usage"), reply.rawHeader("X-Business-Use-Case-Usage"));
    m_pacer.learnDate(reply.rawHeader("Date"));
    m_health.setGauge(call.family == Pacer::Messenger ? u"graph_usage_messenger_percent"_s : u"graph_usage_pages_percent"_s, m_pacer.usage(call.family));
    m_health.setGauge(u"clock_skew_seconds"_s, double(m_pacer.skew().count()));
    if (outcome)
        return m_pacer.succeeded(call.family);
    m_health.add(Count::GraphErrors);
    qCWarning(lcGateway).noquote() << "graph" << call.path.section(u'/', -1) << logLine(outcome.error());
    const GraphVerdict verdict = judge(outcome.error());
    if (verdict.action == GraphAction::Pause)
        m_pacer.refused(call.family);
    else if (outcome.error().origin != GraphError::Refused || verdict.word == u"facebook_down"_s)
        m_pacer.unreachable();
    else
        m_pacer.succeeded(call.family); // it answered: the line is good
}

} // namespace trucban::gateway
