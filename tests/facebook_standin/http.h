// SPDX-License-Identifier: GPL-3.0-or-later
// The door: one HTTP server whose requests carry their parameters ready (query, form, multipart, JSON) and may be answered later,
// never, or by a connection cut in the middle.
#pragma once

#include <functional>
#include <QAbstractHttpServer>
#include <QHttpHeaders>
#include <QHttpServerResponder>
#include <QJsonObject>
#include <QMap>
#include <QTcpServer>
#include <QUrlQuery>

namespace standin {

struct Part {
    QString name;
    QString fileName;
    QString mime;
    QByteArray bytes;
};

struct Request {
    QByteArray method;
    QString path;
    QStringList steps; // the path without empty steps, decoded
    QUrlQuery query;
    QHttpHeaders headers;
    QByteArray body;
    QJsonObject json; // body of a JSON request, else empty
    QMap<QString, QString> form;
    QList<Part> files;

    bool has(const QString &name) const;
    QString param(const QString &name, const QString &otherwise = {}) const; // query, form or JSON; objects as compact JSON
    QJsonValue jsonParam(const QString &name) const;                         // a JSON value, also when it came as text
    bool flag(const QString &name, bool otherwise) const;
    const Part *file(const QString &name) const;
};

struct Reply {
    int status = 200;
    QByteArray body;
    QByteArray type = "application/json; charset=UTF-8";
    QHttpHeaders headers;
    enum Delivery { Whole, CutInHalf, Never } delivery = Whole;
};

using Answer = std::function<void(Reply)>;
using Handler = std::function<void(const Request &, Answer)>;

class HttpServer : public QAbstractHttpServer
{
    Q_OBJECT
public:
    explicit HttpServer(Handler handler, QObject *parent = nullptr);
    quint16 listen(const QString &host, quint16 port); // 0 when the port cannot be had

protected:
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
    void missingHandler(const QHttpServerRequest &request, QHttpServerResponder &responder) override;

private:
    void cut(quint16 peerPort, const Reply &reply);

    Handler m_handler;
    std::unique_ptr<QTcpServer> m_tcp;
    QHash<quint16, QPointer<QTcpSocket>> m_sockets;
    QList<std::shared_ptr<QHttpServerResponder>> m_neverAnswered;
};

} // namespace standin
