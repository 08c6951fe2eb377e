// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/outbox/item.h"

#include "base/result.h"

#include <QJsonArray>

namespace trucban::gateway {

namespace {

QDateTime moment(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

QList<MediaId> mediaIds(const QJsonValue &value)
{
    QList<MediaId> ids;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &id : array)
        ids << MediaId{id.toInteger()};
    return ids;
}

BulletinToPost bulletinFrom(const QJsonObject &json)
{
    return {.id = {json[u"id"_s].toInteger()},
            .text = json[u"text"_s].toString(),
            .link = json[u"link"_s].toString(),
            .media = mediaIds(json[u"media_ids"_s]),
            .scheduledFor = moment(json[u"scheduled_for"_s]),
            .platformId = json[u"platform_id"_s].toString()};
}

} // namespace

OutboxItem OutboxItem::fromJson(const QJsonObject &json)
{
    OutboxItem item{.id = json[u"id"_s].toString(),
                    .kind = json[u"kind"_s].toString(),
                    .uncertain = json[u"state"_s].toString() == u"uncertain"_s,
                    .attempts = json[u"attempts"_s].toInt(),
                    .partsSent = json[u"parts_sent"_s].toInt(),
                    .text = json[u"text"_s].toString(),
                    .media = mediaIds(json[u"media_ids"_s]),
                    .human = json[u"human"_s].toBool(),
                    .facts = json[u"facts"_s].toObject(),
                    .queuedAt = moment(json[u"queued_at"_s]),
                    .channel = json[u"channel"_s].toString(),
                    .recipient = json[u"recipient"_s].toString(),
                    .postId = json[u"post_id"_s].toString(),
                    .rootId = json[u"root_id"_s].toString(),
                    .privateReplySpent = json[u"private_reply_spent"_s].toBool(),
                    .target = json[u"target"_s].toString(),
                    .targetSentAt = moment(json[u"target_sent_at"_s]),
                    .lastInboundAt = moment(json[u"last_inbound_at"_s])};
    const QJsonArray ids = json[u"platform_ids"_s].toArray();
    for (const QJsonValue &id : ids)
        item.platformIds << id.toString();
    if (json[u"bulletin"_s].isObject())
        item.bulletin = bulletinFrom(json[u"bulletin"_s].toObject());
    return item;
}

} // namespace trucban::gateway
