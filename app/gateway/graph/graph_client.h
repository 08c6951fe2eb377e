// SPDX-License-Identifier: GPL-3.0-or-later
// Calls of the Graph API from a worker thread: each call waits for its answer, so that a send reads like the list of its steps.
#pragma once

#include "gateway/graph/boot_clock.h"
#include "gateway/graph/graph_error.h"
#include "gateway/graph/pacer.h"

#include <QIODevice>
#include <QUrl>

#include <atomic>
#include <expected>
#include <memory>

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace trucban::gateway {

class HealthBoard;
class OnceDevice;

/// The page's token, read from its file again whenever the file changes: a new token needs no restart.
class PageToken
{
public:
    explicit PageToken(QString file, QByteArray value = {}) : m_file(std::move(file)), m_value(std::move(value)) {}
    QByteArray value();

private:
    std::mutex m_mutex;
    QString m_file;
    QDateTime m_readAt;
    QByteArray m_value;
};

struct GraphSettings {
    QUrl url{QStringLiteral("https://graph.facebook.com")};
    QUrl videoUrl{QStringLiteral("https://graph-video.facebook.com")};
    QString version = QStringLiteral("v25.0");
    QString pageId;
    QString appId;
    QByteArray appSecret;
    std::chrono::milliseconds readTimeout{20'000};
    std::chrono::milliseconds writeTimeout{30'000};
    std::chrono::milliseconds uploadTimeout{300'000};
};

struct UploadPart {
    QString name;
    QString fileName;
    QByteArray mime;
    std::shared_ptr<QIODevice> data;
    qint64 size = 0;
};

struct GraphCall {
    enum Verb { Get, Post, Delete };
    Verb verb = Get;
    QString path; // without version: "me/messages"
    QList<std::pair<QString, QString>> fields; // query of a Get, form of a Post
    QJsonObject json;                          // a Post with this has a JSON body instead
    QList<UploadPart> parts;                   // a Post with these is multipart
    Pacer::Family family = Pacer::Pages;
    bool videoHost = false;
    QByteArray tokenInstead; // debug_token uses the app's own
    std::optional<BootTime> lastMoment; // of a Post: its body does not leave later than this
};

using GraphOutcome = std::expected<QJsonObject, GraphError>;

class GraphClient
{
public:
    /// Lives on the thread that uses it. `stopping` ends waits early.
    GraphClient(const GraphSettings &settings, PageToken &token, Pacer &pacer, HealthBoard &health, const std::atomic<bool> &stopping);
    ~GraphClient();

    GraphOutcome call(const GraphCall &call);
    GraphOutcome get(const QString &path, const QList<std::pair<QString, QString>> &query = {}, Pacer::Family family = Pacer::Pages);
    GraphOutcome post(const QString &path, const QList<std::pair<QString, QString>> &form, Pacer::Family family = Pacer::Pages);

    const GraphSettings &settings() const { return m_settings; }
    QByteArray token() { return m_token.value(); }
    Pacer &pacer() { return m_pacer; }

private:
    QNetworkRequest requestFor(const GraphCall &call) const;
    std::shared_ptr<OnceDevice> bodyOf(const GraphCall &call, QNetworkRequest &request) const;
    QNetworkReply *start(const GraphCall &call, QNetworkRequest request, OnceDevice *body);
    std::chrono::milliseconds timeoutFor(const GraphCall &call) const;
    /// false when it did not finish in time
    bool waitFor(QNetworkReply &reply, std::chrono::milliseconds timeout);
    GraphOutcome read(QNetworkReply &reply, const GraphCall &call, bool inTime);
    void learn(const QNetworkReply &reply, const GraphCall &call, const GraphOutcome &outcome);

    GraphSettings m_settings;
    PageToken &m_token;
    Pacer &m_pacer;
    HealthBoard &m_health;
    const std::atomic<bool> &m_stopping;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

} // namespace trucban::gateway
