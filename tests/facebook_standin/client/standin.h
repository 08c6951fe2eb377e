// SPDX-License-Identifier: GPL-3.0-or-later
// The stand-in as a test meets it: a process of its own, spoken to over HTTP, and a listener in the place of a gateway.
// Header only, for any test program that links Qt6::Network (and Qt6::HttpServer for Listener).
#pragma once

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QHttpMultiPart>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrlQuery>

namespace standin_test {

using namespace Qt::StringLiterals;

struct Answer {
    int status = 0;
    QByteArray body;
    QByteArray type;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QList<QNetworkReply::RawHeaderPair> headers;

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    QJsonArray data() const { return json().value(u"data"_s).toArray(); }
    int code() const { return json().value(u"error"_s).toObject().value(u"code"_s).toInt(); }
    int subcode() const { return json().value(u"error"_s).toObject().value(u"error_subcode"_s).toInt(); }
    QByteArray header(const QByteArray &name) const
    {
        for (const auto &[key, value] : headers) {
            if (key.compare(name, Qt::CaseInsensitive) == 0)
                return value;
        }
        return {};
    }
};

class Standin
{
public:
    explicit Standin(const QString &binary) : m_binary(binary) {}
    ~Standin() { stop(); }

    bool start(const QStringList &more = {})
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(m_binary, QStringList {u"--port"_s, u"0"_s, u"--data"_s, m_data.path()} + more);
        QByteArray line;
        while (!line.contains('\n') && m_process.waitForReadyRead(15'000))
            line += m_process.readAllStandardOutput();
        m_url = QString::fromLatin1(line.trimmed().split(' ').last());
        return m_url.startsWith(u"http://");
    }

    void stop()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.terminate();
        if (!m_process.waitForFinished(3000))
            m_process.kill();
        m_process.waitForFinished(3000);
    }

    QString url() const { return m_url; }
    QString token = u"EAAstandinpagetoken"_s;
    QString page = u"110322572167401"_s;

    // control
    QJsonObject control(const QString &path, const QJsonObject &body) { return post(m_url + u"/control/"_s + path, body).json(); }
    QJsonObject look(const QString &path) { return send("GET", m_url + u"/control/"_s + path).json(); }
    QJsonObject state() { return look(u"state"_s); }
    QString citizen(const QString &name, const QString &key = {})
    {
        return control(u"citizens"_s, {{u"name"_s, name}, {u"key"_s, key}}).value(u"psid"_s).toString();
    }
    QJsonObject writes(const QString &psid, const QString &text)
    {
        return control(u"citizens/%1/messages"_s.arg(psid), {{u"text"_s, text}});
    }

    // Graph
    Answer get(const QString &path, const QMap<QString, QString> &query = {}) { return send("GET", graph(path, query)); }
    Answer post(const QString &path, const QMap<QString, QString> &query, const QJsonObject &body)
    {
        return post(graph(path, query), body);
    }
    Answer remove(const QString &path) { return send("DELETE", graph(path, {})); }
    Answer say(const QString &psid, const QString &text, const QString &type = u"RESPONSE"_s, const QString &tag = {})
    {
        QJsonObject body {
            {u"recipient"_s, QJsonObject {{u"id"_s, psid}}}, {u"messaging_type"_s, type}, {u"message"_s, QJsonObject {{u"text"_s, text}}}};
        if (!tag.isEmpty())
            body.insert(u"tag"_s, tag);
        return post(page + u"/messages"_s, {}, body);
    }
    Answer form(const QString &path, const QMap<QString, QString> &fields, const QString &fileField = {}, const QByteArray &file = {},
                const QString &fileName = u"a.bin"_s, const QString &mime = u"application/octet-stream"_s)
    {
        auto *parts = new QHttpMultiPart(QHttpMultiPart::FormDataType);
        for (auto it = fields.begin(); it != fields.end(); ++it) {
            QHttpPart part;
            part.setHeader(QNetworkRequest::ContentDispositionHeader, u"form-data; name=\"%1\""_s.arg(it.key()));
            part.setBody(it.value().toUtf8());
            parts->append(part);
        }
        if (!fileField.isEmpty()) {
            QHttpPart part;
            part.setHeader(QNetworkRequest::ContentDispositionHeader,
                           u"form-data; name=\"%1\"; filename=\"%2\""_s.arg(fileField, fileName));
            part.setHeader(QNetworkRequest::ContentTypeHeader, mime);
            part.setBody(file);
            parts->append(part);
        }
        QNetworkReply *reply = m_network.post(QNetworkRequest(QUrl(graph(path, {}))), parts);
        parts->setParent(reply);
        return finish(reply);
    }

    Answer send(const QByteArray &method, const QString &url, const QByteArray &body = {}, const QMap<QByteArray, QByteArray> &headers = {})
    {
        QNetworkRequest request {QUrl(url)};
        request.setTransferTimeout(timeoutMs);
        for (auto it = headers.begin(); it != headers.end(); ++it)
            request.setRawHeader(it.key(), it.value());
        return finish(m_network.sendCustomRequest(request, method, body));
    }
    Answer post(const QString &url, const QJsonObject &body)
    {
        return send("POST", url, QJsonDocument(body).toJson(QJsonDocument::Compact), {{"Content-Type", "application/json"}});
    }
    QString graph(const QString &path, QMap<QString, QString> query) const
    {
        QUrlQuery items;
        if (!query.contains(u"access_token"_s))
            query.insert(u"access_token"_s, token);
        for (auto it = query.begin(); it != query.end(); ++it)
            items.addQueryItem(it.key(), QString::fromLatin1(QUrl::toPercentEncoding(it.value())));
        return m_url + u"/v25.0/"_s + path + u'?' + items.toString(QUrl::FullyEncoded);
    }

    int timeoutMs = 20'000;

private:
    static Answer finish(QNetworkReply *reply)
    {
        if (!reply->isFinished()) {
            QEventLoop loop;
            QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
            loop.exec();
        }
        const Answer answer {.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                             .body = reply->readAll(),
                             .type = reply->header(QNetworkRequest::ContentTypeHeader).toByteArray(),
                             .error = reply->error(),
                             .headers = reply->rawHeaderPairs()};
        reply->deleteLater();
        return answer;
    }

    QString m_binary;
    QTemporaryDir m_data;
    QProcess m_process;
    QString m_url;
    QNetworkAccessManager m_network;
};

} // namespace standin_test
