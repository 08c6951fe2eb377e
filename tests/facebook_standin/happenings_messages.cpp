// SPDX-License-Identifier: GPL-3.0-or-later
// Messenger: what citizens and the page say to each other.
#include "happenings.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace standin {

static constexpr int DeliveredAfterMs = 250;

Citizen &Happenings::citizenFor(const QString &name, const QString &key, const QString &psid, const QString &commentAs)
{
    const QString known = !psid.isEmpty() ? psid : key;
    if (Citizen *found = known.isEmpty() ? nullptr : m_world.citizen(known))
        return *found;
    Citizen citizen {.psid = psid.isEmpty() ? m_world.newNumber() : psid, .key = key, .name = name};
    citizen.commentId = commentAs.isEmpty() ? citizen.psid : commentAs;
    citizen.conversation = u"t_"_s + m_world.newNumber();
    m_world.touch();
    return m_world.citizens.insert(citizen.psid, citizen).value();
}

void Happenings::tell(Citizen &citizen, const QString &field, QJsonObject event, qint64 at, bool fromPage, int delayMs)
{
    const QJsonObject person {{u"id"_s, citizen.psid}};
    const QJsonObject page {{u"id"_s, m_world.config.pageId}};
    event.insert(u"sender"_s, fromPage ? page : person);
    event.insert(u"recipient"_s, fromPage ? person : page);
    event.insert(u"timestamp"_s, at);
    m_webhooks.happen({field, event, citizen.conversation, true}, delayMs);
    m_world.touch();
}

void Happenings::acted(Citizen &citizen, qint64 at)
{
    citizen.lastActionAt = qMax(citizen.lastActionAt, at);
    citizen.updatedAt = qMax(citizen.updatedAt, at);
}

void Happenings::remember(Citizen &citizen, const Message &message)
{
    m_world.messages.insert(message.mid, message);
    qsizetype place = citizen.mids.size();
    while (place > 0 && m_world.messages.value(citizen.mids.at(place - 1)).at > message.at)
        --place;
    citizen.mids.insert(place, message.mid);
    citizen.updatedAt = qMax(citizen.updatedAt, message.at);
}

// One sticker comes as two items, `image` and `sticker`, with the same URL and number; a location with `long`; a shared link as fallback
QJsonArray Happenings::attachmentsOf(const QList<Attachment> &attachments)
{
    QJsonArray items;
    for (const Attachment &one : attachments) {
        if (one.kind == u"sticker") {
            const QJsonObject payload {{u"url"_s, m_media.stickerUrl(one.stickerId)}, {u"sticker_id"_s, one.stickerId}};
            items.append(QJsonObject {{u"type"_s, u"image"_s}, {u"payload"_s, payload}});
            items.append(QJsonObject {{u"type"_s, u"sticker"_s}, {u"payload"_s, payload}});
        } else if (one.kind == u"location") {
            const QJsonObject coordinates {{u"lat"_s, one.latitude}, {u"long"_s, one.longitude}};
            items.append(QJsonObject {{u"type"_s, u"location"_s}, {u"payload"_s, QJsonObject {{u"coordinates"_s, coordinates}}}});
        } else if (one.kind == u"link") {
            items.append(
                QJsonObject {{u"type"_s, u"fallback"_s}, {u"payload"_s, QJsonObject {{u"url"_s, one.url}, {u"title"_s, one.title}}}});
        } else {
            const QString host = one.kind == u"video" ? u"video"_s : u"scontent"_s;
            items.append(QJsonObject {{u"type"_s, one.kind}, {u"payload"_s, QJsonObject {{u"url"_s, m_media.url(one.media, host)}}}});
        }
    }
    return items;
}

Message Happenings::citizenWrites(Citizen &citizen, const Incoming &said)
{
    Message message {.mid = m_world.newMid(),
                     .citizen = citizen.psid,
                     .by = u"citizen"_s,
                     .text = said.text,
                     .at = said.at > 0 ? said.at : m_world.now(),
                     .attachments = said.attachments,
                     .replyTo = said.replyTo,
                     .quickReply = said.quickReply};
    if (!said.editFirst.isEmpty()) {
        message.edits = 1;
        if (!said.silent)
            tell(citizen, u"message_edits"_s,
                 {{u"message_edit"_s, QJsonObject {{u"mid"_s, message.mid}, {u"text"_s, said.editFirst}, {u"num_edit"_s, 1}}}},
                 message.at + 700);
    }
    QJsonObject body {{u"mid"_s, message.mid}};
    if (!said.text.isEmpty())
        body.insert(u"text"_s, said.text);
    if (!said.attachments.isEmpty())
        body.insert(u"attachments"_s, attachmentsOf(said.attachments));
    if (said.attachments.size() == 1 && said.attachments.first().kind == u"sticker")
        body.insert(u"sticker_id"_s, said.attachments.first().stickerId);
    if (!said.replyTo.isEmpty())
        body.insert(u"reply_to"_s, QJsonObject {{u"mid"_s, said.replyTo}});
    if (!said.quickReply.isEmpty())
        body.insert(u"quick_reply"_s, QJsonObject {{u"payload"_s, said.quickReply}});
    if (!said.referral.isEmpty())
        body.insert(u"referral"_s, said.referral);
    citizen.lastMessageAt = qMax(citizen.lastMessageAt, message.at);
    acted(citizen, message.at);
    Message stored = message;
    if (!said.editFirst.isEmpty())
        stored.text = said.editFirst;
    remember(citizen, stored);
    if (!said.silent)
        tell(citizen, u"messages"_s, {{u"message"_s, body}}, message.at);
    m_world.touch();
    return message;
}

QString Happenings::postback(Citizen &citizen, const QString &title, const QString &payload, const QJsonObject &referral, qint64 at)
{
    const qint64 when = at > 0 ? at : m_world.now();
    const QString mid = m_world.newMid();
    QJsonObject body {{u"mid"_s, mid}, {u"title"_s, title}, {u"payload"_s, payload}};
    if (!referral.isEmpty())
        body.insert(u"referral"_s, referral);
    remember(citizen, {.mid = mid, .citizen = citizen.psid, .by = u"citizen"_s, .text = title, .at = when});
    acted(citizen, when);
    tell(citizen, u"messaging_postbacks"_s, {{u"postback"_s, body}}, when);
    return mid;
}

void Happenings::referral(Citizen &citizen, const QJsonObject &referral, bool seconds, qint64 at)
{
    const qint64 when = at > 0 ? at : m_world.now();
    acted(citizen, when);
    tell(citizen, u"messaging_referrals"_s, {{u"referral"_s, referral}}, seconds ? when / 1000 : when);
}

static QString emojiOf(const QString &reaction)
{
    static const QMap<QString, QString> emojis {{u"smile"_s, u"😆"_s}, {u"angry"_s, u"😠"_s}, {u"sad"_s, u"😢"_s},    {u"wow"_s, u"😮"_s},
                                                {u"love"_s, u"❤"_s},   {u"like"_s, u"👍"_s},  {u"dislike"_s, u"👎"_s}};
    return emojis.value(reaction, u"🙏"_s);
}

void Happenings::reaction(Citizen &citizen, const QString &mid, const QString &name, const QString &emoji, bool react)
{
    QJsonObject body {{u"mid"_s, mid}, {u"action"_s, react ? u"react"_s : u"unreact"_s}};
    const QString shown = emoji.isEmpty() ? emojiOf(name) : emoji;
    if (react) {
        body.insert(u"reaction"_s, name);
        body.insert(u"emoji"_s, shown);
    }
    const auto message = m_world.messages.find(mid);
    if (message != m_world.messages.end()) {
        if (react)
            message->reactions.insert(citizen.psid, shown);
        else
            message->reactions.remove(citizen.psid);
    }
    const qint64 now = m_world.now();
    acted(citizen, now);
    tell(citizen, u"message_reactions"_s, {{u"reaction"_s, body}}, now);
}

int Happenings::edit(Citizen &citizen, const QString &mid, const QString &text)
{
    const auto message = m_world.messages.find(mid);
    const bool known = message != m_world.messages.end();
    const int edits = known ? ++message->edits : 1;
    if (known)
        message->text = text;
    const qint64 now = m_world.now();
    acted(citizen, now);
    tell(citizen, u"message_edits"_s, {{u"message_edit"_s, QJsonObject {{u"mid"_s, mid}, {u"text"_s, text}, {u"num_edit"_s, edits}}}}, now);
    return edits;
}

void Happenings::unsend(Citizen &citizen, const QString &mid)
{
    const auto message = m_world.messages.find(mid);
    if (message != m_world.messages.end())
        message->deleted = true;
    tell(citizen, u"messages"_s, {{u"message"_s, QJsonObject {{u"mid"_s, mid}, {u"is_deleted"_s, true}}}}, m_world.now());
}

void Happenings::reads(Citizen &citizen)
{
    const qint64 now = m_world.now();
    for (const QString &mid : std::as_const(citizen.mids)) {
        Message &message = m_world.messages[mid];
        if (message.by != u"citizen")
            message.read = message.delivered = true;
    }
    tell(citizen, u"message_reads"_s, {{u"read"_s, QJsonObject {{u"watermark"_s, now}}}}, now);
}

void Happenings::event(Citizen &citizen, const QString &field, QJsonObject event, qint64 at)
{
    tell(citizen, field, std::move(event), at > 0 ? at : m_world.now());
}

// The person of an echo is the recipient; our own app is named, Business Suite has another number or none
Message Happenings::pageSends(Citizen &to, const Outgoing &said)
{
    const Message message {.mid = m_world.newMid(),
                           .citizen = to.psid,
                           .by = said.by,
                           .text = said.text,
                           .at = m_world.now(),
                           .attachments = said.attachments,
                           .replyTo = said.replyTo,
                           .metadata = said.metadata,
                           .appId = said.appId,
                           .messagingType = said.messagingType,
                           .tag = said.tag,
                           .privateReplyTo = said.privateReplyTo};
    QJsonObject body {{u"mid"_s, message.mid}, {u"is_echo"_s, true}};
    if (!said.text.isEmpty())
        body.insert(u"text"_s, said.text);
    if (!said.attachments.isEmpty())
        body.insert(u"attachments"_s, attachmentsOf(said.attachments));
    if (!said.metadata.isEmpty())
        body.insert(u"metadata"_s, said.metadata);
    if (said.appId.isDouble())
        body.insert(u"app_id"_s, said.appId);
    if (!said.replyTo.isEmpty())
        body.insert(u"reply_to"_s, QJsonObject {{u"mid"_s, said.replyTo}});
    remember(to, message);
    if (said.by == u"graph")
        m_world.sent.append(message.mid);
    if (!m_faults.on(u"no_echo"_s))
        tell(to, u"message_echoes"_s, {{u"message"_s, body}}, message.at, true, m_faults.number(u"echo_delay_ms"_s));
    deliverAndRead(to.psid, message.mid);
    m_world.touch();
    return message;
}

void Happenings::deliverAndRead(const QString &psid, const QString &mid)
{
    if (!m_faults.on(u"no_delivery"_s)) {
        QTimer::singleShot(DeliveredAfterMs, this, [this, psid, mid] {
            const auto message = m_world.messages.find(mid);
            Citizen *citizen = m_world.citizen(psid);
            if (message == m_world.messages.end() || !citizen)
                return;
            message->delivered = true;
            const QJsonObject delivery {{u"mids"_s, QJsonArray {mid}}, {u"watermark"_s, message->at}};
            tell(*citizen, u"message_deliveries"_s, {{u"delivery"_s, delivery}}, m_world.now());
        });
    }
    if (m_world.autoReadMs > 0) {
        QTimer::singleShot(m_world.autoReadMs, this, [this, psid] {
            if (Citizen *citizen = m_world.citizen(psid))
                reads(*citizen);
        });
    }
}

} // namespace standin
