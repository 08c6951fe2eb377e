// SPDX-License-Identifier: GPL-3.0-or-later
// Stands where a gateway would: keeps the raw bytes and headers of every webhook, answers what the test wants.
#pragma once

#include <QHttpHeaders>
#include <QHttpServer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QUrlQuery>

namespace standin_test {

struct Delivered {
    QByteArray body;
    QByteArray signature;
    QByteArray legacy;
};

class Listener : public QObject
{
    Q_OBJECT
public:
    Listener()
    {
        m_server.route(QStringLiteral("/hook"), QHttpServerRequest::Method::Get, [this](const QHttpServerRequest &request) {
            const QUrlQuery query(request.url());
            asked = query;
            const bool good = verifies && query.queryItemValue(QStringLiteral("hub.mode")) == u"subscribe";
            return QHttpServerResponse("text/plain",
                                       good ? query.queryItemValue(QStringLiteral("hub.challenge")).toLatin1() : QByteArray("no"),
                                       good ? QHttpServerResponse::StatusCode::Ok : QHttpServerResponse::StatusCode::Forbidden);
        });
        m_server.route(QStringLiteral("/hook"), QHttpServerRequest::Method::Post, [this](const QHttpServerRequest &request) {
            deliveries.append({request.body(), request.value("X-Hub-Signature-256"), request.value("X-Hub-Signature")});
            Q_EMIT arrived();
            return QHttpServerResponse(QHttpServerResponse::StatusCode(status));
        });
        auto *tcp = new QTcpServer;
        tcp->listen(QHostAddress::LocalHost);
        m_port = tcp->serverPort();
        m_server.bind(tcp);
    }

    QString url() const { return QStringLiteral("http://127.0.0.1:%1/hook").arg(m_port); }

    // the events as a gateway would see them, in the order of arrival: messaging events, or values of changes with their `field`
    QList<QJsonObject> events(const QString &key = {}) const
    {
        QList<QJsonObject> found;
        for (const Delivered &one : deliveries) {
            for (const QJsonValue &entry : QJsonDocument::fromJson(one.body).object().value(QStringLiteral("entry")).toArray()) {
                for (const QJsonValue &event : entry.toObject().value(QStringLiteral("messaging")).toArray())
                    append(found, event.toObject(), key);
                for (const QJsonValue &change : entry.toObject().value(QStringLiteral("changes")).toArray()) {
                    QJsonObject value = change.toObject().value(QStringLiteral("value")).toObject();
                    value.insert(QStringLiteral("field"), change.toObject().value(QStringLiteral("field")));
                    append(found, value, key);
                }
            }
        }
        return found;
    }

    QList<Delivered> deliveries;
    QUrlQuery asked;
    int status = 200;
    bool verifies = true;

Q_SIGNALS:
    void arrived();

private:
    static void append(QList<QJsonObject> &found, const QJsonObject &event, const QString &key)
    {
        if (key.isEmpty() || event.contains(key))
            found.append(event);
    }

    QHttpServer m_server;
    quint16 m_port = 0;
};

} // namespace standin_test
