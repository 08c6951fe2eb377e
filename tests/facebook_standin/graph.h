// SPDX-License-Identifier: GPL-3.0-or-later
// The Graph API as documented: versioned paths, tokens and proofs, nodes with field expansion, edges with cursors, errors by code.
#pragma once

#include "fields.h"
#include "happenings.h"

#include <QNetworkAccessManager>

namespace standin {

struct GraphError {
    int code = 100;
    int subcode = 0;
    QString message;
    int status = 400;
    QString type = QStringLiteral("OAuthException");
    QJsonValue transient;
    QJsonObject data;
    QString userTitle;
    QString userMessage;
};

// A node: its plain values, those it may have though not now, and its edges
struct Node {
    QString type;
    QJsonObject values;
    QStringList absent; // known names without a value here
    QStringList byDefault;
    QMap<QString, std::function<QJsonObject(const Field &)>> edges;
};

using ThenMedia = std::function<void(const QString &mediaId)>; // empty: could not be fetched

class Graph : public QObject
{
    Q_OBJECT
public:
    Graph(World &world, MediaStore &media, Webhooks &webhooks, Happenings &happenings, Faults &faults, QObject *parent = nullptr);
    void handle(const Request &request, Answer answer);

private:
    struct Call {
        Request request;
        Answer answer;
        QStringList path; // without the version
        QString version;
        QString name; // for faults and counts
        bool writes = false;
    };

    // the frame every call goes through
    void afterFaults(const Call &call);
    void route(const Call &call);
    bool routeNode(const Call &call);
    bool routePage(const Call &call);
    std::optional<GraphError> tokenTrouble(const Call &call) const;
    std::optional<GraphError> faultBefore(const Call &call);
    Answer guarded(const Call &call);
    QString nameOf(const QStringList &path) const;
    void usage(Reply &reply, const Call &call) const;
    static QString tokenOf(const Request &request);

    // answers
    void ok(const Call &call, const QJsonObject &body) const;
    void fail(const Call &call, const GraphError &error) const;
    Reply errorReply(const GraphError &error) const;
    void notFound(const Call &call, const QString &id) const;
    void node(const Call &call, const Node &node, const QJsonObject &first = {}) const;
    QJsonObject shown(const Node &node, const QList<Field> &fields, std::optional<GraphError> &error) const;
    void edge(const Call &call, const QList<Node> &all) const;
    QJsonObject edgePage(const QList<Node> &all, const Field &field) const;
    QJsonObject innerEdge(const QString &id, const QList<Node> &all, const Field &field) const;
    void written(const Call &call, const QString &id, const Node &node) const;

    // app and page
    void debugToken(const Call &call);
    void appSubscriptions(const Call &call);
    void subscribedApps(const Call &call);
    Node pageNode() const;
    Node profileNode(const Citizen &citizen) const;

    // Messenger
    void messages(const Call &call);
    void sendTo(const Call &call, Citizen &citizen, const QString &privateReplyTo);
    void privateReply(const Call &call, const QJsonObject &recipient);
    std::optional<GraphError> windowTrouble(const Call &call, const Citizen &citizen) const;
    void withAttachments(const Call &call, QList<QJsonObject> wanted, QList<Attachment> ready, std::function<void(QList<Attachment>)> then);
    void messageAttachments(const Call &call);
    void conversations(const Call &call);
    Node conversationNode(const Citizen &citizen) const;
    Node messageNode(const Message &message) const;
    Node messageIdOnly(const Message &message) const;
    QList<Node> messagesOf(const Citizen &citizen) const;
    QJsonObject attachmentData(const Attachment &attachment) const;

    // the wall
    void feed(const Call &call);
    void publishToFeed(const Call &call);
    std::optional<GraphError> readSchedule(const Call &call, PostDraft &draft) const;
    void postEdge(const Call &call, const QString &edge);
    void writePost(const Call &call, Post &post);
    Node postNode(const Post &post) const;
    void comments(const Call &call, Post &post, const QString &parent);
    void writeComment(const Call &call, Comment &comment);
    void addComment(const Call &call, Post &post, const QString &parent);
    QList<Node> commentsOf(const Post &post, const QString &parent, bool stream, bool newestFirst) const;
    Node commentNode(const Comment &comment) const;
    QJsonObject commentSummary(const Post &post, const QString &parent) const;

    // photos and videos
    void photos(const Call &call);
    void addPhoto(const Call &call, const QString &media);
    Node photoNode(const Photo &photo) const;
    void videos(const Call &call);
    void videoStart(const Call &call);
    void videoTransfer(const Call &call);
    void videoFinish(const Call &call);
    void addVideo(const Call &call, const QString &media, const QString &id);
    void writeVideo(const Call &call, Video &video);
    Node videoNode(const Video &video) const;
    void mediaFrom(const Call &call, const QString &part, const QString &urlParam, const QString &kind, int limitMs, ThenMedia then);
    void fetch(const QString &url, int limitMs, std::function<void(QByteArray, QString)> then);

    struct Upload {
        QString video;
        qint64 size = 0;
        QByteArray bytes;
    };

    World &m_world;
    MediaStore &m_media;
    Webhooks &m_webhooks;
    Happenings &m_happenings;
    Faults &m_faults;
    QNetworkAccessManager m_network;
    QMap<QString, Upload> m_uploads;
    QList<qint64> m_conversationCalls;
    int m_total = 0;
};

GraphError badParameter(const QString &message, int subcode = 0);

} // namespace standin
