// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/channels/facebook/json_read.h"
#include "gateway/channels/facebook/parse.h"

#include <QJsonArray>

namespace trucban::gateway::facebook {

namespace {

QJsonObject referralOf(const QJsonObject &event, const QJsonObject &payload)
{
    const QJsonObject inside = payload["referral"_L1].toObject();
    return inside.isEmpty() ? event["referral"_L1].toObject() : inside;
}

QString wordsOf(const QJsonObject &object)
{
    return object.isEmpty() ? QString() : QString::fromUtf8(compact(object));
}

void readReplyTo(Event &event, const QJsonObject &message)
{
    event.replyTo = idOf(message["reply_to"_L1].toObject()["mid"_L1]);
}

/// The page is the sender of an echo; an old body may forget to say is_echo.
bool isEcho(const QJsonObject &message, const QString &senderId, const QString &pageId)
{
    return flagOf(message["is_echo"_L1]).value_or(false) || (!senderId.isEmpty() && senderId == pageId);
}

Event parseMessage(const QJsonObject &event, const QJsonObject &message, Event parsed)
{
    parsed.kind = EventKind::Message;
    parsed.direction = u"in"_s;
    parsed.platformId = idOf(message["mid"_L1]);
    const QString senderId = idOf(event["sender"_L1].toObject()["id"_L1]);
    if (isEcho(message, senderId, parsed.pageId)) {
        parsed.kind = EventKind::Echo;
        parsed.direction = u"echo"_s;
        parsed.byPage = true;
        parsed.appId = idOf(message["app_id"_L1]);
        parsed.metadata = textOf(message["metadata"_L1]).left(1000);
    }
    parsed.text = textOf(message["text"_L1]);
    parsed.hasText = message.contains("text"_L1);
    parsed.attachments = parseAttachments(message);
    parsed.messageKind = messageKindOf(parsed.text, parsed.attachments);
    parsed.payload = textOf(message["quick_reply"_L1].toObject()["payload"_L1]);
    parsed.referral = wordsOf(referralOf(event, message));
    readReplyTo(parsed, message);
    if (parsed.platformId.isEmpty())
        parsed.platformId = keyFromContent(u"message", parsed.raw);

    if (flagOf(message["is_deleted"_L1]).value_or(false)) {
        parsed.kind = EventKind::Unsend;
        parsed.targetId = parsed.platformId;
    } else if (flagOf(message["is_unsupported"_L1]).value_or(false)) {
        parsed.messageKind = u"unsupported"_s;
    }
    return parsed;
}

Event parsePostback(const QJsonObject &event, const QJsonObject &postback, Event parsed)
{
    parsed.kind = EventKind::Message;
    parsed.direction = u"in"_s;
    parsed.messageKind = u"postback"_s;
    parsed.platformId = idOf(postback["mid"_L1]);
    parsed.text = textOf(postback["title"_L1]);
    parsed.hasText = postback.contains("title"_L1);
    parsed.payload = textOf(postback["payload"_L1]);
    parsed.referral = wordsOf(referralOf(event, postback));
    if (parsed.platformId.isEmpty())
        parsed.platformId = keyFromContent(u"postback", parsed.raw);
    return parsed;
}

Event parseReferral(const QJsonObject &referral, Event parsed)
{
    parsed.kind = EventKind::Message;
    parsed.direction = u"in"_s;
    parsed.messageKind = u"referral"_s;
    parsed.text = textOf(referral["ref"_L1]);
    parsed.hasText = !parsed.text.isEmpty();
    parsed.referral = wordsOf(referral);
    parsed.platformId = keyFromContent(u"referral", parsed.raw);
    return parsed;
}

Event parseEdit(const QJsonObject &edit, Event parsed)
{
    parsed.kind = EventKind::Edit;
    parsed.direction = u"in"_s;
    parsed.targetId = idOf(edit["mid"_L1]);
    parsed.text = textOf(edit["text"_L1]);
    parsed.hasText = edit.contains("text"_L1);
    parsed.editNumber = textOf(edit["num_edit"_L1]).toInt();
    return parsed;
}

Event parseReaction(const QJsonObject &reaction, Event parsed)
{
    parsed.kind = EventKind::Reaction;
    parsed.direction = u"in"_s;
    parsed.messageKind = u"reaction"_s;
    parsed.targetId = idOf(reaction["mid"_L1]);
    parsed.verb = textOf(reaction["action"_L1]) == u"unreact"_s ? u"unreact"_s : u"react"_s;
    parsed.reaction = textOf(reaction["reaction"_L1]).left(64);
    parsed.emoji = textOf(reaction["emoji"_L1]).left(64);
    return parsed;
}

Event parseWatermark(EventKind kind, const QJsonObject &mark, Event parsed)
{
    parsed.kind = kind;
    parsed.direction = u"in"_s;
    parsed.watermark = momentOf(mark["watermark"_L1]);
    const QJsonArray mids = mark["mids"_L1].toArray();
    for (const QJsonValue &mid : mids)
        if (const QString id = idOf(mid); !id.isEmpty() && parsed.mids.size() < 1000)
            parsed.mids << id;
    return parsed;
}

Event parsePolicy(const QJsonObject &policy, Event parsed)
{
    parsed.kind = EventKind::PageTrouble;
    parsed.verb = textOf(policy["action"_L1]).left(32);
    parsed.text = textOf(policy["reason"_L1]);
    parsed.hasText = true;
    return parsed;
}

Event ignored(QString reason, Event parsed)
{
    parsed.kind = EventKind::Ignored;
    parsed.reason = std::move(reason);
    return parsed;
}

Event unsupported(QString reason, Event parsed)
{
    parsed.kind = EventKind::Unsupported;
    parsed.direction = u"in"_s;
    parsed.messageKind = u"unsupported"_s;
    parsed.reason = std::move(reason);
    parsed.platformId = keyFromContent(u"unsupported", parsed.raw);
    return parsed;
}

/// An edit or a reaction that does not say of what is of no use to anybody.
Event needingTarget(Event parsed)
{
    return parsed.targetId.isEmpty() ? unsupported(u"no_target"_s, std::move(parsed)) : parsed;
}

/// What nobody could answer or file is shown as not understood rather than dropped.
Event needingPerson(Event parsed)
{
    const bool names = parsed.kind == EventKind::Message || parsed.kind == EventKind::Echo;
    return names && parsed.personId.isEmpty() ? unsupported(u"no_person"_s, std::move(parsed)) : parsed;
}

QString personOf(const QJsonObject &event, const QString &pageId)
{
    const QString sender = idOf(event["sender"_L1].toObject()["id"_L1]);
    const QString recipient = idOf(event["recipient"_L1].toObject()["id"_L1]);
    return isEcho(event["message"_L1].toObject(), sender, pageId) ? recipient : sender;
}

Event frameFor(const QJsonObject &event, const Event &frame)
{
    Event parsed = frame;
    parsed.channel = u"messenger"_s;
    parsed.personId = personOf(event, frame.pageId);
    parsed.threadKey = parsed.personId;
    if (const QJsonObject sender = event["sender"_L1].toObject(); idOf(sender["id"_L1]) == parsed.personId)
        parsed.personName = textOf(sender["name"_L1]); // webhooks have none; what backfill asked for has
    parsed.at = momentOf(event["timestamp"_L1]);
    if (!parsed.at.utc.isValid())
        parsed.at.utc = frame.entryTime.utc;
    parsed.raw = compact(event);
    return parsed;
}

QString unknownKeyOf(const QJsonObject &event)
{
    static const QStringList known{u"sender"_s, u"recipient"_s, u"timestamp"_s, u"prior_message"_s, u"message_request"_s};
    for (const QString &key : event.keys())
        if (!known.contains(key))
            return storable(key).left(64);
    return {};
}

} // namespace

QList<Event> parseMessaging(const QJsonObject &event, const Event &frame)
{
    const Event base = frameFor(event, frame);
    const auto part = [&](QLatin1StringView key) { return event[key].toObject(); };
    const auto has = [&](QLatin1StringView key) { return event[key].isObject(); };

    QList<Event> events;
    if (has("message"_L1))
        events << needingPerson(parseMessage(event, part("message"_L1), base));
    if (has("postback"_L1))
        events << needingPerson(parsePostback(event, part("postback"_L1), base));
    if (has("referral"_L1) && events.isEmpty())
        events << needingPerson(parseReferral(part("referral"_L1), base));
    if (has("message_edit"_L1))
        events << needingTarget(parseEdit(part("message_edit"_L1), base));
    if (has("reaction"_L1))
        events << needingTarget(parseReaction(part("reaction"_L1), base));
    if (has("delivery"_L1))
        events << parseWatermark(EventKind::Delivery, part("delivery"_L1), base);
    if (has("read"_L1))
        events << parseWatermark(EventKind::Read, part("read"_L1), base);
    for (const QLatin1StringView key : {"policy_enforcement"_L1, "policy-enforcement"_L1})
        if (has(key))
            events << parsePolicy(part(key), base);
    for (const QLatin1StringView key : {"optin"_L1, "account_linking"_L1, "pass_thread_control"_L1, "take_thread_control"_L1,
                                        "request_thread_control"_L1, "app_roles"_L1})
        if (has(key))
            events << ignored(key, base);
    if (events.isEmpty()) {
        const QString unknown = unknownKeyOf(event);
        events << (unknown.isEmpty() ? ignored(u"empty"_s, base) : unsupported(unknown, base));
    }
    return events;
}

} // namespace trucban::gateway::facebook
