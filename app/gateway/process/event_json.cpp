// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/process/event_json.h"

#include "base/result.h"
#include "domain/legacy_text.h"
#include "domain/text.h"
#include "gateway/channels/facebook/json_read.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace trucban::gateway {

namespace {

constexpr qsizetype longestRawSlice = 64 << 10;
const QString nobody = u"_unknown"_s;

void put(QJsonObject &object, const QString &key, const QString &value)
{
    if (!value.isEmpty())
        object[key] = value;
}

/// The window for answers is counted from this: a clock running ahead must not keep it open.
QString sentAt(const Event &event, const QDateTime &receivedAt)
{
    const bool believable = event.at.utc.isValid() && event.at.utc <= receivedAt.addSecs(600);
    return (believable ? event.at.utc : receivedAt).toString(Qt::ISODateWithMs);
}

void putText(QJsonObject &object, const QString &received)
{
    object[u"text"_s] = text::display(received);
    object[u"raw_text"_s] = received;
    if (const auto legacy = text::legacyReading(received))
        object[u"converted_text"_s] = legacy->text;
}

QJsonArray attachmentsOf(const Event &event)
{
    QJsonArray attachments;
    for (const IncomingAttachment &attachment : event.attachments) {
        QJsonObject object{{u"kind"_s, attachment.kind}};
        put(object, u"url"_s, attachment.url);
        put(object, u"title"_s, attachment.title.left(500));
        put(object, u"sticker_id"_s, attachment.stickerId);
        if (attachment.latitude && attachment.longitude) {
            object[u"lat"_s] = *attachment.latitude;
            object[u"lon"_s] = *attachment.longitude;
        }
        attachments << object;
    }
    return attachments;
}

QJsonObject extraOf(const Event &event)
{
    QJsonObject extra;
    put(extra, u"payload"_s, event.payload);
    if (!event.referral.isEmpty())
        extra[u"referral"_s] = facebook::storable(QJsonDocument::fromJson(event.referral.toUtf8()).object());
    put(extra, u"permalink"_s, event.permalink);
    put(extra, u"app_id"_s, event.appId);
    if (event.standby)
        extra[u"standby"_s] = true;
    if (event.kind == EventKind::Unsupported || event.messageKind == u"unsupported"_s) {
        put(extra, u"reason"_s, event.reason);
        extra[u"raw"_s] = QString::fromUtf8(event.raw.left(longestRawSlice));
    }
    return extra;
}

QJsonObject messageOf(const Event &event, const QDateTime &receivedAt)
{
    const bool known = !event.personId.isEmpty();
    QJsonObject object{{u"type"_s, u"message"_s},
                       {u"channel"_s, event.channel.isEmpty() ? u"messenger"_s : event.channel},
                       {u"direction"_s, event.direction == u"echo"_s ? u"echo"_s : u"in"_s},
                       {u"kind"_s, event.messageKind},
                       {u"person_id"_s, known ? event.personId : nobody},
                       {u"thread_key"_s, !event.threadKey.isEmpty() ? event.threadKey : known ? event.personId : nobody},
                       {u"sent_at"_s, sentAt(event, receivedAt)},
                       {u"extra"_s, extraOf(event)}};
    put(object, u"platform_id"_s, event.platformId);
    put(object, u"name"_s, event.byPage ? QString() : event.personName.left(200));
    put(object, u"post_id"_s, event.postId);
    put(object, u"root_id"_s, event.rootId);
    put(object, u"reply_to"_s, event.replyTo.isEmpty() ? event.parentId : event.replyTo);
    put(object, u"metadata"_s, event.metadata);
    putText(object, event.text);
    if (!event.attachments.isEmpty())
        object[u"attachments"_s] = attachmentsOf(event);
    return object;
}

QJsonObject amendment(const QString &type, const Event &event, const QDateTime &receivedAt)
{
    return {{u"type"_s, type}, {u"platform_id"_s, event.targetId}, {u"sent_at"_s, sentAt(event, receivedAt)}};
}

QJsonObject editOf(const Event &event, const QDateTime &receivedAt)
{
    if (!event.hasText)
        return {}; // moved to the trash, or only a picture changed: what was written stays
    QJsonObject object = amendment(u"edit"_s, event, receivedAt);
    putText(object, event.text);
    if (event.editNumber > 0)
        object[u"edits"_s] = event.editNumber;
    return object;
}

QJsonObject reactionOf(const Event &event, const QDateTime &receivedAt)
{
    QJsonObject object = amendment(u"reaction"_s, event, receivedAt);
    object[u"person_id"_s] = event.personId.isEmpty() ? nobody : event.personId;
    object[u"action"_s] = event.verb;
    put(object, u"emoji"_s, event.emoji);
    put(object, u"reaction"_s, event.reaction);
    return object;
}

QJsonObject hideOf(const Event &event, const QDateTime &receivedAt)
{
    QJsonObject object = amendment(u"hide"_s, event, receivedAt);
    object[u"hidden"_s] = event.verb == u"hide"_s;
    return object;
}

QJsonObject watermarkOf(const QString &type, const Event &event)
{
    if (!event.watermark.utc.isValid() || event.personId.isEmpty())
        return {};
    return {{u"type"_s, type}, {u"person_id"_s, event.personId}, {u"watermark"_s, event.watermark.utc.toString(Qt::ISODateWithMs)}};
}

QJsonObject pagePostOf(const Event &event, const QDateTime &receivedAt)
{
    QJsonObject object = amendment(u"page_post"_s, event, receivedAt);
    object[u"verb"_s] = event.verb;
    object[u"published"_s] = event.published.value_or(true);
    put(object, u"permalink"_s, event.permalink);
    return object;
}

/// Comments, visitors' posts and mentions share their verbs.
QJsonObject writtenInPublic(const Event &event, const QDateTime &receivedAt)
{
    if (event.verb == u"edit"_s)
        return editOf(event, receivedAt);
    if (event.verb == u"remove"_s)
        return amendment(u"remove"_s, event, receivedAt);
    if (event.verb == u"hide"_s || event.verb == u"unhide"_s)
        return hideOf(event, receivedAt);
    return messageOf(event, receivedAt);
}

} // namespace

QJsonObject toIntake(const Event &event, const QDateTime &receivedAt)
{
    switch (event.kind) {
    case EventKind::Message:
    case EventKind::Echo:
    case EventKind::Unsupported: return messageOf(event, receivedAt);
    case EventKind::Edit: return editOf(event, receivedAt);
    case EventKind::Unsend: return amendment(u"unsend"_s, event, receivedAt);
    case EventKind::Reaction: return reactionOf(event, receivedAt);
    case EventKind::Delivery: return watermarkOf(u"delivery"_s, event);
    case EventKind::Read: return watermarkOf(u"read"_s, event);
    case EventKind::Post:
        if (event.byPage)
            return pagePostOf(event, receivedAt);
        [[fallthrough]];
    case EventKind::Comment:
    case EventKind::Mention: return writtenInPublic(event, receivedAt);
    case EventKind::PageTrouble:
    case EventKind::Ignored: return {};
    }
    return {};
}

} // namespace trucban::gateway
