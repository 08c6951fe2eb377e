// SPDX-License-Identifier: GPL-3.0-or-later
// What can happen on this Facebook, whoever caused it: each changes the world and tells the webhooks as Meta would.
#pragma once

#include "media_store.h"
#include "webhooks.h"
#include "world.h"

#include <QTimer>

namespace standin {

struct Outgoing { // what the page says
    QString text;
    QList<Attachment> attachments;
    QString metadata;
    QJsonValue appId;
    QString by = QStringLiteral("graph");
    QString replyTo;
    QString messagingType;
    QString tag;
    QString privateReplyTo;
};

struct Incoming { // what a citizen says
    QString text;
    QList<Attachment> attachments;
    QString replyTo;
    QString quickReply;
    QJsonObject referral;
    QString editFirst; // an edit that overtakes its message
    qint64 at = 0;
    bool silent = false;
};

struct PostDraft {
    QString by = QStringLiteral("graph");
    QString author;
    QString item = QStringLiteral("status");
    QString message;
    QString link;
    QStringList photos;
    QString video;
    bool published = true;
    qint64 scheduledAt = 0;
    qint64 at = 0;
    bool silent = false;
};

class Happenings : public QObject
{
    Q_OBJECT
public:
    Happenings(World &world, MediaStore &media, Webhooks &webhooks, Faults &faults, QObject *parent = nullptr);

    // citizens and their conversation
    Citizen &citizenFor(const QString &name, const QString &key, const QString &psid, const QString &commentAs);
    Message citizenWrites(Citizen &citizen, const Incoming &said);
    QString postback(Citizen &citizen, const QString &title, const QString &payload, const QJsonObject &referral, qint64 at);
    void referral(Citizen &citizen, const QJsonObject &referral, bool seconds, qint64 at);
    void reaction(Citizen &citizen, const QString &mid, const QString &name, const QString &emoji, bool react);
    int edit(Citizen &citizen, const QString &mid, const QString &text);
    void unsend(Citizen &citizen, const QString &mid);
    void reads(Citizen &citizen);
    void event(Citizen &citizen, const QString &field, QJsonObject event, qint64 at);
    Message pageSends(Citizen &to, const Outgoing &said);

    // the page's wall
    Post &publish(const PostDraft &draft);
    void editPost(Post &post, const QString &message);
    void publishNow(Post &post);
    void removePost(Post &post);
    Comment &comment(Post &post, const QString &author, const QString &message, const QString &media, const QString &parent, qint64 at,
                     bool silent);
    void editComment(Comment &comment, const QString &message);
    void removeComment(Comment &comment);
    void hideComment(Comment &comment, bool hidden);
    void commentReaction(Comment &comment, const QString &author, const QString &reaction);
    void mention(const QString &author, const QString &message, bool inComment, bool silent = false);
    void change(const QString &field, const QJsonObject &value);
    void videoArrived(Video &video);

    QString photoUrl(const QString &photoId) const;

private:
    void tell(Citizen &citizen, const QString &field, QJsonObject event, qint64 at, bool fromPage = false, int delayMs = 0);
    void tellChange(const QString &field, const QJsonObject &value, const QString &thread);
    void tellPost(const Post &post, const QString &verb);
    void tellComment(const Comment &comment, const QString &verb, const QString &actor);
    void acted(Citizen &citizen, qint64 at);
    void remember(Citizen &citizen, const Message &message);
    QJsonArray attachmentsOf(const QList<Attachment> &attachments);
    QJsonObject person(const QString &id) const;
    void deliverAndRead(const QString &psid, const QString &mid);
    void tick();
    void finishVideos();

    World &m_world;
    MediaStore &m_media;
    Webhooks &m_webhooks;
    Faults &m_faults;
    QTimer m_ticks;
};

} // namespace standin
