// SPDX-License-Identifier: GPL-3.0-or-later
#include "http.h"

#include <QHttpServerRequest>
#include <QHttpServerResponse>
#include <QJsonDocument>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace standin {

// ---- requests ---------------------------------------------------------------------------------------------------------------

static QString asText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isDouble())
        return value.toInteger(-1) == -1 && value.toDouble() != -1 ? QString::number(value.toDouble(), 'g', 17)
                                                                   : QString::number(value.toInteger());
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return {};
}

bool Request::has(const QString &name) const
{
    return query.hasQueryItem(name) || form.contains(name) || json.contains(name);
}

QString Request::param(const QString &name, const QString &otherwise) const
{
    if (json.contains(name))
        return asText(json.value(name));
    if (form.contains(name))
        return form.value(name);
    return query.hasQueryItem(name) ? query.queryItemValue(name, QUrl::FullyDecoded) : otherwise;
}

QJsonValue Request::jsonParam(const QString &name) const
{
    if (json.contains(name))
        return json.value(name);
    const QByteArray wrapped = "[" + param(name).toUtf8() + "]";
    const QJsonDocument document = QJsonDocument::fromJson(wrapped);
    return document.isArray() && document.array().size() == 1 ? document.array().first() : QJsonValue(param(name));
}

bool Request::flag(const QString &name, bool otherwise) const
{
    if (!has(name))
        return otherwise;
    const QString text = param(name).toLower();
    return text == u"true" || text == u"1";
}

const Part *Request::file(const QString &name) const
{
    for (const Part &part : files) {
        if (part.name == name)
            return &part;
    }
    return nullptr;
}

static QMap<QByteArray, QByteArray> dispositionOf(const QByteArray &line)
{
    QMap<QByteArray, QByteArray> found;
    qsizetype at = line.indexOf(';');
    while (at >= 0) {
        const qsizetype equals = line.indexOf('=', at);
        if (equals < 0)
            break;
        const QByteArray key = line.sliced(at + 1, equals - at - 1).trimmed().toLower();
        qsizetype end;
        if (equals + 1 < line.size() && line.at(equals + 1) == '"') {
            end = line.indexOf('"', equals + 2);
            found[key] = line.mid(equals + 2, end < 0 ? -1 : end - equals - 2);
        } else {
            end = line.indexOf(';', equals);
            found[key] = line.mid(equals + 1, end < 0 ? -1 : end - equals - 1).trimmed();
        }
        at = end < 0 ? -1 : line.indexOf(';', end);
    }
    return found;
}

static Part partFrom(const QByteArray &head, const QByteArray &content)
{
    Part part;
    part.bytes = content;
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &raw : lines) {
        const QByteArray line = raw.trimmed();
        if (line.toLower().startsWith("content-disposition:")) {
            const auto values = dispositionOf(line);
            part.name = QString::fromUtf8(values.value("name"));
            part.fileName = QString::fromUtf8(values.value("filename"));
            if (values.contains("filename*"))
                part.fileName = QUrl::fromPercentEncoding(values.value("filename*").mid(values.value("filename*").lastIndexOf('\'') + 1));
        } else if (line.toLower().startsWith("content-type:")) {
            part.mime = QString::fromLatin1(line.mid(13).trimmed());
        }
    }
    return part;
}

static void readMultipart(Request &request, const QByteArray &boundary)
{
    const QByteArray mark = "--" + boundary;
    qsizetype at = request.body.indexOf(mark);
    while (at >= 0) {
        qsizetype start = at + mark.size();
        if (request.body.mid(start, 2) == "--")
            return;
        start = request.body.indexOf('\n', start) + 1;
        const qsizetype headEnd = request.body.indexOf("\r\n\r\n", start);
        const qsizetype next = request.body.indexOf("\r\n" + mark, headEnd < 0 ? start : headEnd);
        if (start <= 0 || headEnd < 0 || next < 0)
            return;
        Part part = partFrom(request.body.sliced(start, headEnd - start),
                             request.body.sliced(headEnd + 4, qMax<qsizetype>(0, next - headEnd - 4)));
        if (part.fileName.isEmpty())
            request.form.insert(part.name, QString::fromUtf8(part.bytes));
        else
            request.files.append(part);
        at = next + 2;
    }
}

static QByteArray boundaryOf(const QByteArray &type)
{
    const qsizetype at = type.toLower().indexOf("boundary=");
    if (at < 0)
        return {};
    QByteArray boundary = type.mid(at + 9);
    boundary = boundary.startsWith('"') ? boundary.mid(1, boundary.indexOf('"', 1) - 1) : boundary.split(';').first().trimmed();
    return boundary;
}

static void readForm(Request &request)
{
    QByteArray text = request.body;
    for (const QByteArray &pair : text.replace('+', ' ').split('&')) {
        const qsizetype equals = pair.indexOf('=');
        if (equals > 0)
            request.form.insert(QUrl::fromPercentEncoding(pair.first(equals)), QUrl::fromPercentEncoding(pair.sliced(equals + 1)));
    }
}

static QByteArray nameOf(QHttpServerRequest::Method method)
{
    switch (method) {
    case QHttpServerRequest::Method::Get: return "GET";
    case QHttpServerRequest::Method::Post: return "POST";
    case QHttpServerRequest::Method::Put: return "PUT";
    case QHttpServerRequest::Method::Delete: return "DELETE";
    case QHttpServerRequest::Method::Head: return "HEAD";
    case QHttpServerRequest::Method::Options: return "OPTIONS";
    case QHttpServerRequest::Method::Patch: return "PATCH";
    default: return "OTHER";
    }
}

static Request understood(const QHttpServerRequest &from)
{
    Request request;
    request.method = nameOf(from.method());
    request.path = from.url().path();
    for (const QString &step : from.url().path(QUrl::FullyEncoded).split(u'/', Qt::SkipEmptyParts))
        request.steps.append(QUrl::fromPercentEncoding(step.toUtf8()));
    request.query = QUrlQuery(from.url().query(QUrl::FullyEncoded).replace(u'+', u"%20"_s));
    request.headers = from.headers();
    request.body = from.body();
    const QByteArray type = request.headers.value(QHttpHeaders::WellKnownHeader::ContentType).toByteArray();
    if (type.startsWith("multipart/form-data"))
        readMultipart(request, boundaryOf(type));
    else if (type.startsWith("application/x-www-form-urlencoded") && !request.body.startsWith('{')) // curl -d '{…}' says form
        readForm(request);
    else if (!request.body.isEmpty())
        request.json = QJsonDocument::fromJson(request.body).object();
    return request;
}

// ---- answers ----------------------------------------------------------------------------------------------------------------

namespace {
class ListeningServer : public QTcpServer // knows its sockets, so that a connection can be cut on purpose
{
public:
    explicit ListeningServer(QHash<quint16, QPointer<QTcpSocket>> &sockets) : m_sockets(sockets) {}

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QTcpSocket(this);
        if (!socket->setSocketDescriptor(descriptor)) {
            delete socket;
            return;
        }
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_sockets.insert(socket->peerPort(), socket);
        addPendingConnection(socket);
    }

private:
    QHash<quint16, QPointer<QTcpSocket>> &m_sockets;
};
} // namespace

HttpServer::HttpServer(Handler handler, QObject *parent)
    : QAbstractHttpServer(parent), m_handler(std::move(handler)), m_tcp(std::make_unique<ListeningServer>(m_sockets))
{}

quint16 HttpServer::listen(const QString &host, quint16 port)
{
    if (!m_tcp->listen(QHostAddress(host), port))
        return 0;
    const quint16 taken = m_tcp->serverPort();
    return bind(m_tcp.release()) ? taken : 0;
}

void HttpServer::cut(quint16 peerPort, const Reply &reply)
{
    const QPointer<QTcpSocket> socket = m_sockets.value(peerPort);
    if (!socket)
        return;
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + " OK\r\nContent-Type: " + reply.type
                      + "\r\nContent-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    for (qsizetype i = 0; i < reply.headers.size(); ++i)
        head += QByteArray(reply.headers.nameAt(i).latin1(), reply.headers.nameAt(i).size()) + ": " + reply.headers.valueAt(i).toByteArray()
                + "\r\n";
    socket->write(head + "\r\n" + reply.body.first(reply.body.size() / 2));
    socket->flush();
    QTimer::singleShot(50, socket, &QTcpSocket::abort);
}

bool HttpServer::handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder)
{
    auto shared = std::make_shared<QHttpServerResponder>(std::move(responder));
    const quint16 peerPort = request.remotePort();
    m_handler(understood(request), [this, shared, peerPort](const Reply &reply) {
        if (reply.delivery != Reply::Whole)
            m_neverAnswered.append(shared);
        if (reply.delivery == Reply::CutInHalf)
            cut(peerPort, reply);
        if (reply.delivery != Reply::Whole)
            return;
        QHttpHeaders headers = reply.headers;
        headers.append(QHttpHeaders::WellKnownHeader::ContentType, reply.type);
        shared->write(reply.body, headers, QHttpServerResponder::StatusCode(reply.status));
    });
    return true;
}

void HttpServer::missingHandler(const QHttpServerRequest &, QHttpServerResponder &responder)
{
    responder.write(QHttpServerResponder::StatusCode::NotFound);
}

} // namespace standin
