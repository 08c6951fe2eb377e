// SPDX-License-Identifier: GPL-3.0-or-later
// All that exists on this Facebook: citizens, conversations, posts, comments, media files and the time it believes it is.
#pragma once

#include "config.h"

#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QMap>
#include <QObject>

namespace standin {

struct Media {
    QString id;
    QString path;    // on disk
    QString name;    // as the sender called it
    QString urlName; // as the CDN calls it
    QString mime;
    QString kind; // image video audio file
    qint64 bytes = 0;
    QByteArray sha256; // hex
    int width = 0;
    int height = 0;
};

struct Attachment {
    QString kind; // image video audio file sticker location link
    QString media;
    qint64 stickerId = 0;
    QJsonValue latitude;
    QJsonValue longitude;
    QString url;
    QString title;
};

struct Message {
    QString mid;
    QString citizen;
    QString by; // citizen, graph, suite
    QString text;
    qint64 at = 0;
    QList<Attachment> attachments;
    QString replyTo;
    QString quickReply;
    QString metadata;
    QJsonValue appId;
    QString messagingType;
    QString tag;
    QString privateReplyTo;
    QMap<QString, QString> reactions; // who -> emoji
    int edits = 0;
    bool deleted = false;
    bool delivered = false;
    bool read = false;
};

struct Citizen {
    QString psid;
    QString key;
    QString name;
    QString commentId; // the id comments carry; usually the psid
    QString conversation;
    qint64 lastActionAt = 0;  // opens the 24 hours
    qint64 lastMessageAt = 0; // opens the 7 days
    qint64 updatedAt = 0;
    bool blocked = false;
    QStringList mids; // oldest first
};

struct Comment {
    QString id;
    QString post;
    QString parent; // empty: top level
    QString by;     // citizen, graph
    QString author; // psid, or the page id
    QString message;
    QString media;
    qint64 at = 0;
    bool hidden = false;
    bool deleted = false;
    bool privateReplied = false;
    bool edited = false;
};

struct Post {
    QString id;
    QString by;     // graph, suite, visitor, mention
    QString author; // page id or psid
    QString item;   // status photo video post
    QString message;
    QString link;
    QStringList photos;
    QString video;
    qint64 at = 0;
    qint64 updatedAt = 0;
    qint64 scheduledAt = 0; // seconds; 0: not scheduled
    bool published = true;
    bool deleted = false;
    bool privateReplied = false;
    QStringList comments;
};

struct Photo {
    QString id;
    QString media;
    QString message;
    QString post; // empty: staged
    qint64 at = 0;
};

struct Video {
    QString id;
    QString media;
    QString post;
    QString title;
    QString description;
    qint64 readyAt = 0;
    bool published = true;
    qint64 scheduledAt = 0;
    bool failed = false;
    bool announced = false;
};

class World : public QObject
{
    Q_OBJECT
public:
    explicit World(const Config &config, QObject *parent = nullptr) : QObject(parent), config(config) {}

    const Config config;
    QMap<QString, Citizen> citizens;  // by psid
    QHash<QString, Message> messages; // by mid
    QMap<QString, Post> posts;
    QMap<QString, Comment> comments;
    QMap<QString, Photo> photos;
    QMap<QString, Video> videos;
    QHash<QString, Media> media;
    QMap<QString, QString> uploads; // attachment_id -> media
    QStringList sent;               // mids of what the page sent over the Graph API
    QJsonObject calls;
    QStringList policyWarnings;

    qint64 now() const; // milliseconds, on this Facebook's clock
    qint64 nowSeconds() const { return now() / 1000; }
    qint64 clockOffsetMs = 0;
    int autoReadMs = config.autoReadMs; // 0: citizens read only when told to

    QString newNumber(); // 17 digits, beyond 2^53
    QString newMid() const;
    Citizen *citizen(const QString &who); // psid, key or comment id
    Citizen *byConversation(const QString &id);
    QString conversationOf(const QString &psid) const;
    Post *latestPost();
    QString nameOf(const QString &author) const;
    bool isPage(const QString &id) const { return id == config.pageId; }
    bool hasDetails(const Message &message) const; // among the 20 newest of its conversation
    QString permalink(const Post &post) const;
    QString permalink(const Comment &comment) const;

    void touch(); // something changed that the web page shows
    qint64 revision() const { return m_revision; }
    void reset();

Q_SIGNALS:
    void changed();
    void clockMoved();

private:
    qint64 m_revision = 1;
    qint64 m_lastNumber = 0;
};

QString isoTime(qint64 milliseconds); // 2019-01-10T11:18:46+0000

} // namespace standin
