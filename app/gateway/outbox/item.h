// SPDX-License-Identifier: GPL-3.0-or-later
// One thing that shall happen at Facebook, as intake.take_outbox gives it.
#pragma once

#include "base/ids.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace trucban::gateway {

struct BulletinToPost {
    BulletinId id;
    QString text;
    QString link;
    QList<MediaId> media;
    QDateTime scheduledFor; // invalid: at once
    QString platformId;
};

struct OutboxItem {
    QString id; // travels as metadata
    QString kind; // reply comment_reply private_reply hide_comment post
    bool uncertain = false; // Facebook must be read before anything is sent
    int attempts = 0;
    int partsSent = 0;
    QStringList platformIds; // what Facebook is known to have of it
    QString text;
    QList<MediaId> media;
    bool human = true;
    QJsonObject facts;
    QDateTime queuedAt;
    QString channel;
    QString recipient; // psid
    QString postId;
    QString rootId;
    bool privateReplySpent = false;
    QString target;    // platform id of the message answered or hidden
    QDateTime targetSentAt;
    QDateTime lastInboundAt;
    std::optional<BulletinToPost> bulletin;

    static OutboxItem fromJson(const QJsonObject &json);
    /// Parts Facebook has: told by answers of calls and by echoes.
    int partsKnown() const { return int(qMax<qsizetype>(partsSent, platformIds.size())); }
};

} // namespace trucban::gateway
