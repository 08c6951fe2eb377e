// SPDX-License-Identifier: GPL-3.0-or-later
// Messenger over the Graph API: sending within the windows, private replies, uploads, conversations to read back.
#include "graph.h"

#include <QJsonArray>
#include <QMimeDatabase>

using namespace Qt::StringLiterals;

namespace standin {

static constexpr qint64 HourMs = 3'600'000;
static constexpr qint64 DayMs = 24 * HourMs;
static constexpr qint64 AttachmentLimit = 25 * 1024 * 1024;
static constexpr int FetchLimitMs = 10'000;
static constexpr int VideoFetchLimitMs = 75'000;
static constexpr int MetadataLimit = 1000;

static GraphError outsideWindow()
{
    return {
        .code = 10,
        .subcode = 2018278,
        .message =
            u"(#10) This message is sent outside of allowed window. Learn more about the new policy here: https://developers.facebook.com/docs/messenger-platform/policy-overview"_s};
}

static GraphError noSuchPerson()
{
    return {.code = 100, .subcode = 2018001, .message = u"(#100) No matching user found"_s};
}

// ---- sending -----------------------------------------------------------------------------------------------------------------

void Graph::messages(const Call &call)
{
    if (!call.writes)
        return fail(call, badParameter(u"Unsupported get request."_s));
    const QJsonObject recipient = call.request.jsonParam(u"recipient"_s).toObject();
    if (recipient.isEmpty())
        return fail(call, badParameter(u"param recipient must be non-empty."_s));
    if (recipient.contains(u"comment_id"_s) || recipient.contains(u"post_id"_s))
        return privateReply(call, recipient);
    const QJsonValue id = recipient.value(u"id"_s);
    const auto citizen = m_world.citizens.find(id.isDouble() ? QString::number(id.toInteger()) : id.toString());
    if (citizen == m_world.citizens.end())
        return fail(call, noSuchPerson());
    if (const auto error = windowTrouble(call, *citizen))
        return fail(call, *error);
    sendTo(call, *citizen, {});
}

std::optional<GraphError> Graph::windowTrouble(const Call &call, const Citizen &citizen) const
{
    if (citizen.blocked)
        return GraphError {.code = 551, .subcode = 1545041, .message = u"(#551) This person isn't available right now."_s};
    const qint64 now = m_world.now();
    if (call.request.has(u"sender_action"_s))
        return now - citizen.lastActionAt > DayMs ? std::optional(outsideWindow()) : std::nullopt;
    const QString type = call.request.param(u"messaging_type"_s), tag = call.request.param(u"tag"_s);
    const bool within = citizen.lastActionAt > 0 && now - citizen.lastActionAt <= DayMs;
    if (type == u"RESPONSE" || type == u"UPDATE") {
        if (!tag.isEmpty())
            return badParameter(u"Param tag can only be used with messaging_type MESSAGE_TAG"_s);
        return within ? std::nullopt : std::optional(outsideWindow());
    }
    if (type != u"MESSAGE_TAG")
        return badParameter(u"Param messaging_type must be one of {RESPONSE, UPDATE, MESSAGE_TAG, UTILITY}"_s);
    if (tag != u"HUMAN_AGENT") // the other tags ended on 27 April 2026
        return badParameter(u"Invalid parameter"_s);
    const bool withinWeek = citizen.lastMessageAt > 0 && now - citizen.lastMessageAt <= 7 * DayMs;
    if (!withinWeek)
        return outsideWindow();
    if (within)
        m_world.policyWarnings.append(u"HUMAN_AGENT was used inside the 24 hours for %1"_s.arg(citizen.psid));
    return {};
}

static QString kindOfAttachment(const QString &type)
{
    return QStringList {u"image"_s, u"video"_s, u"audio"_s, u"file"_s}.contains(type) ? type : QString();
}

static QList<QJsonObject> attachmentsIn(const QJsonObject &message)
{
    QList<QJsonObject> found;
    if (message.contains(u"attachment"_s))
        found.append(message.value(u"attachment"_s).toObject());
    for (const QJsonValue &one : message.value(u"attachments"_s).toArray())
        found.append(one.toObject());
    return found;
}

void Graph::sendTo(const Call &call, Citizen &citizen, const QString &privateReplyTo)
{
    if (call.request.has(u"sender_action"_s)) {
        if (call.request.has(u"message"_s))
            return fail(call, badParameter(u"sender_action cannot be sent with a message"_s));
        return ok(call, {{u"recipient_id"_s, citizen.psid}});
    }
    const QJsonObject message = call.request.jsonParam(u"message"_s).toObject();
    const QString text = message.value(u"text"_s).toString();
    const bool attached = message.contains(u"attachment"_s) || message.contains(u"attachments"_s);
    if (text.isEmpty() && !attached)
        return fail(call, badParameter(u"Message cannot be empty, must provide valid attachment or text"_s, 2018034));
    if (!text.isEmpty() && attached)
        return fail(call, badParameter(u"Message cannot contain both text and attachment"_s, 2018032));
    const int limit = m_faults.number(u"text_limit"_s, 2000);
    if (text.size() > limit)
        return fail(call, badParameter(u"Length of param message[text] must be less than or equal to %1"_s.arg(limit)));
    const QString metadata = message.value(u"metadata"_s).toString();
    if (metadata.size() > MetadataLimit)
        return fail(call, badParameter(u"Length of param message[metadata] must be less than or equal to 1000"_s));
    const QString psid = citizen.psid;
    withAttachments(call, attachmentsIn(message), {},
                    [this, call, psid, text, metadata, privateReplyTo](const QList<Attachment> &attachments) {
                        const Outgoing said {.text = text,
                                             .attachments = attachments,
                                             .metadata = metadata,
                                             .appId = m_world.config.appId.toLongLong(),
                                             .replyTo = call.request.jsonParam(u"reply_to"_s).toObject().value(u"mid"_s).toString(),
                                             .messagingType = call.request.param(u"messaging_type"_s),
                                             .tag = call.request.param(u"tag"_s),
                                             .privateReplyTo = privateReplyTo};
                        Citizen *to = m_world.citizen(psid);
                        if (!to)
                            return fail(call, noSuchPerson());
                        ok(call, {{u"recipient_id"_s, psid}, {u"message_id"_s, m_happenings.pageSends(*to, said).mid}});
                    });
}

// Once for a comment or a visitor's post, within seven days of it, not for what the page wrote itself
void Graph::privateReply(const Call &call, const QJsonObject &recipient)
{
    const bool toComment = recipient.contains(u"comment_id"_s);
    const QString target = recipient.value(toComment ? u"comment_id"_s : u"post_id"_s).toString();
    const auto comment = m_world.comments.find(target);
    const auto post = m_world.posts.find(target);
    const bool known = toComment ? comment != m_world.comments.end() && !comment->deleted : post != m_world.posts.end() && !post->deleted;
    if (!known)
        return notFound(call, target);
    const QString author = toComment ? comment->author : post->author;
    bool &used = toComment ? comment->privateReplied : post->privateReplied;
    const qint64 age = m_world.now() - (toComment ? comment->at : post->at);
    if (m_world.isPage(author))
        return fail(call, badParameter(u"Cannot send a private reply to the page's own content"_s));
    if (used)
        return fail(call, {.code = 10, .subcode = 2534025, .message = u"(#10) A private reply was already sent to this comment."_s});
    if (age > 7 * DayMs)
        return fail(call,
                    {.code = 10, .subcode = 2534022, .message = u"(#10) The time limit for a private reply to this comment has passed."_s});
    Citizen *citizen = m_world.citizen(author);
    if (!citizen)
        return fail(call, noSuchPerson());
    if (citizen->blocked)
        return fail(call, {.code = 551, .subcode = 1545041, .message = u"(#551) This person isn't available right now."_s});
    const bool sendable = !call.request.jsonParam(u"message"_s).toObject().isEmpty();
    used = sendable;
    sendTo(call, *citizen, target);
}

// One after the other, since some have to be fetched; the first that cannot be had ends the call
void Graph::withAttachments(const Call &call, QList<QJsonObject> wanted, QList<Attachment> ready,
                            std::function<void(QList<Attachment>)> then)
{
    if (wanted.isEmpty())
        return then(ready);
    const bool several = wanted.size() + ready.size() > 1;
    const QJsonObject one = wanted.takeFirst(), payload = one.value(u"payload"_s).toObject();
    const auto next = [this, call, wanted, ready, then](const Attachment &attachment) {
        withAttachments(call, wanted, ready + QList<Attachment> {attachment}, then);
    };
    if (one.value(u"type"_s) == u"template"_s)
        return next({.kind = u"link"_s, .title = payload.value(u"text"_s).toString()});
    const QString kind = kindOfAttachment(one.value(u"type"_s).toString());
    if (kind.isEmpty())
        return fail(call, badParameter(u"Param message[attachment][type] must be one of {audio, file, image, video, template}"_s));
    if (several && kind != u"image")
        return fail(call, badParameter(u"Only images can be sent together"_s));
    if (payload.contains(u"attachment_id"_s)) {
        const QString uploaded = m_world.uploads.value(payload.value(u"attachment_id"_s).toVariant().toString());
        return uploaded.isEmpty() ? fail(call, badParameter(u"Attachment ID is invalid or expired"_s, 2018074))
                                  : next({.kind = kind, .media = uploaded});
    }
    if (const Part *part = call.request.file(u"filedata"_s)) {
        if (part->bytes.size() > AttachmentLimit)
            return fail(call, badParameter(u"Attachment size exceeds allowable limit"_s, 2018109));
        return next({.kind = kind, .media = m_media.keep(part->bytes, part->fileName, part->mime, kind)});
    }
    const QString url = payload.value(u"url"_s).toString();
    if (url.isEmpty())
        return fail(call, badParameter(u"Message cannot be empty, must provide valid attachment or text"_s, 2018034));
    fetch(url, kind == u"video" ? VideoFetchLimitMs : FetchLimitMs,
          [this, call, kind, url, next](const QByteArray &bytes, const QString &mime) {
              if (bytes.isEmpty())
                  return fail(call, badParameter(u"Failed to fetch the file from the url"_s, 2018008));
              next({.kind = kind, .media = m_media.keep(bytes, QUrl(url).fileName(), mime, kind)});
          });
}

void Graph::messageAttachments(const Call &call)
{
    const QJsonObject attachment = call.request.jsonParam(u"message"_s).toObject().value(u"attachment"_s).toObject();
    const QString kind = kindOfAttachment(attachment.value(u"type"_s).toString());
    if (kind.isEmpty())
        return fail(call, badParameter(u"Param message[attachment][type] must be one of {audio, file, image, video}"_s));
    const Part *part = call.request.file(u"filedata"_s);
    if (part && part->bytes.size() > AttachmentLimit)
        return fail(call, badParameter(u"Attachment size exceeds allowable limit"_s, 2018109));
    if (part && kind != u"file" && MediaStore::kindOf(part->mime) != kind)
        return fail(call, badParameter(u"Upload attachment failure."_s, 2018047));
    const auto done = [this, call, kind](const QByteArray &bytes, const QString &name, const QString &mime) {
        const QString id = m_world.newNumber();
        m_world.uploads.insert(id, m_media.keep(bytes, name, mime, kind));
        ok(call, {{u"attachment_id"_s, id}});
    };
    if (part)
        return done(part->bytes, part->fileName, part->mime);
    const QString url = attachment.value(u"payload"_s).toObject().value(u"url"_s).toString();
    if (url.isEmpty())
        return fail(call, badParameter(u"Upload attachment failure."_s, 2018047));
    fetch(url, kind == u"video" ? VideoFetchLimitMs : FetchLimitMs, [this, call, done, url](const QByteArray &bytes, const QString &mime) {
        bytes.isEmpty() ? fail(call, badParameter(u"Failed to fetch the file from the url"_s, 2018008))
                        : done(bytes, QUrl(url).fileName(), mime);
    });
}

// ---- reading back ------------------------------------------------------------------------------------------------------------

static QJsonObject participant(const QString &id, const QString &name)
{
    return {{u"id"_s, id}, {u"name"_s, name}, {u"email"_s, id + u"@facebook.com"_s}};
}

void Graph::conversations(const Call &call)
{
    const int rate = m_faults.number(u"conversation_rate"_s);
    if (rate > 0) {
        const qint64 now = m_world.now();
        m_conversationCalls.removeIf([now](qint64 at) { return at < now - 1000; });
        if (m_conversationCalls.size() >= rate)
            return fail(call, {.code = 613, .message = u"(#613) Calls to this API have exceeded the rate limit."_s});
        m_conversationCalls.append(now);
    }
    const QString platform = call.request.param(u"platform"_s, u"messenger"_s).toLower();
    if (platform != u"messenger")
        return ok(call, {{u"data"_s, QJsonArray()}});
    const QString only = call.request.param(u"user_id"_s);
    QList<const Citizen *> found;
    for (const Citizen &citizen : std::as_const(m_world.citizens)) {
        if (!citizen.mids.isEmpty() && (only.isEmpty() || only == citizen.psid))
            found.append(&citizen);
    }
    std::ranges::stable_sort(found, [](const Citizen *a, const Citizen *b) { return a->updatedAt > b->updatedAt; });
    QList<Node> nodes;
    for (const Citizen *citizen : std::as_const(found))
        nodes.append(conversationNode(*citizen));
    edge(call, nodes);
}

Node Graph::conversationNode(const Citizen &citizen) const
{
    const QJsonArray people {participant(citizen.psid, citizen.name), participant(m_world.config.pageId, m_world.config.pageName)};
    return {.type = u"UnifiedThread"_s,
            .values = {{u"id"_s, citizen.conversation},
                       {u"updated_time"_s, isoTime(citizen.updatedAt)},
                       {u"link"_s, u"/messages/t/"_s + citizen.psid},
                       {u"message_count"_s, citizen.mids.size()},
                       {u"unread_count"_s, 0},
                       {u"can_reply"_s, true},
                       {u"participants"_s, QJsonObject {{u"data"_s, people}}},
                       {u"senders"_s, QJsonObject {{u"data"_s, people}}}},
            .absent = {u"snippet"_s, u"subject"_s, u"tags"_s, u"name"_s},
            .byDefault = {u"updated_time"_s, u"link"_s},
            .edges = {{u"messages"_s, [this, psid = citizen.psid](const Field &field) {
                           const Citizen one = m_world.citizens.value(psid);
                           return innerEdge(one.conversation, messagesOf(one), field);
                       }}}};
}

QList<Node> Graph::messagesOf(const Citizen &citizen) const
{
    QList<Node> nodes;
    for (auto mid = citizen.mids.crbegin(); mid != citizen.mids.crend(); ++mid) {
        const Message message = m_world.messages.value(*mid);
        if (!message.deleted)
            nodes.append(m_world.hasDetails(message) ? messageNode(message) : messageIdOnly(message));
    }
    return nodes;
}

static const QStringList MessageFields {u"id"_s,     u"created_time"_s, u"from"_s, u"to"_s,        u"message"_s,  u"attachments"_s,
                                        u"shares"_s, u"sticker"_s,      u"tags"_s, u"reactions"_s, u"reply_to"_s, u"is_unsupported"_s};

Node Graph::messageIdOnly(const Message &message) const
{
    return {.type = u"UnifiedMessage"_s,
            .values = {{u"id"_s, message.mid}, {u"created_time"_s, isoTime(message.at)}},
            .absent = MessageFields,
            .byDefault = {u"created_time"_s}};
}

QJsonObject Graph::attachmentData(const Attachment &attachment) const
{
    const Media media = m_world.media.value(attachment.media);
    const QString url = m_media.url(media.id, u"lookaside"_s);
    QJsonObject data {{u"id"_s, media.id}, {u"mime_type"_s, media.mime}, {u"name"_s, media.name}, {u"size"_s, media.bytes}};
    if (attachment.kind == u"image") {
        data.insert(u"image_data"_s, QJsonObject {{u"url"_s, url},
                                                  {u"preview_url"_s, url},
                                                  {u"width"_s, media.width},
                                                  {u"height"_s, media.height},
                                                  {u"max_width"_s, media.width},
                                                  {u"max_height"_s, media.height},
                                                  {u"image_type"_s, 1},
                                                  {u"render_as_sticker"_s, false}});
    } else if (attachment.kind == u"video") {
        data.insert(u"video_data"_s, QJsonObject {{u"url"_s, url},
                                                  {u"preview_url"_s, url},
                                                  {u"width"_s, 640},
                                                  {u"height"_s, 360},
                                                  {u"length"_s, 0},
                                                  {u"video_type"_s, 1},
                                                  {u"rotation"_s, 0}});
    } else {
        data.insert(u"file_url"_s, url);
    }
    return data;
}

static QString mapLink(const Attachment &place)
{
    return u"https://www.bing.com/maps/default.aspx?v=2&pc=FACEBK&mid=8100&where1="_s + QString::number(place.latitude.toDouble())
           + u"%2C+"_s + QString::number(place.longitude.toDouble());
}

Node Graph::messageNode(const Message &message) const
{
    const Citizen citizen = m_world.citizens.value(message.citizen);
    const QJsonObject person = participant(citizen.psid, citizen.name), page = participant(m_world.config.pageId, m_world.config.pageName);
    const bool fromPage = message.by != u"citizen";
    QJsonObject values {{u"id"_s, message.mid},
                        {u"created_time"_s, isoTime(message.at)},
                        {u"message"_s, message.text},
                        {u"from"_s, fromPage ? page : person},
                        {u"to"_s, QJsonObject {{u"data"_s, QJsonArray {fromPage ? person : page}}}},
                        {u"tags"_s, QJsonObject {{u"data"_s, QJsonArray {QJsonObject {{u"name"_s, u"inbox"_s}},
                                                                         QJsonObject {{u"name"_s, u"source:chat"_s}}}}}}};
    QJsonArray attachments, shares;
    for (const Attachment &one : message.attachments) {
        if (!one.media.isEmpty())
            attachments.append(attachmentData(one));
        else if (one.kind == u"sticker")
            values.insert(u"sticker"_s, const_cast<MediaStore &>(m_media).stickerUrl(one.stickerId));
        else if (one.kind == u"link")
            shares.append(QJsonObject {{u"link"_s, one.url}, {u"name"_s, one.title}});
        else if (one.kind == u"location")
            shares.append(QJsonObject {{u"link"_s, mapLink(one)}, {u"name"_s, u"Vị trí đã ghim"_s}});
    }
    if (!attachments.isEmpty())
        values.insert(u"attachments"_s, QJsonObject {{u"data"_s, attachments}});
    if (!shares.isEmpty())
        values.insert(u"shares"_s, QJsonObject {{u"data"_s, shares}});
    if (!message.replyTo.isEmpty())
        values.insert(u"reply_to"_s, QJsonObject {{u"mid"_s, message.replyTo}, {u"is_self_reply"_s, false}});
    return {.type = u"UnifiedMessage"_s, .values = values, .absent = MessageFields, .byDefault = {u"created_time"_s}};
}

} // namespace standin
