// SPDX-License-Identifier: GPL-3.0-or-later
// Words and files to a citizen in Messenger; and the one private answer a comment allows.
#include "domain/case.h"
#include "gateway/channels/facebook/json_read.h"
#include "gateway/outbox/sending.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace trucban::gateway {

namespace {

constexpr qsizetype longestMessage = 2000;
const QString humanAgentTag = u"HUMAN_AGENT"_s;

struct Part {
    QString text;
    MediaId media;
    QString name; // of the file, as the officer sees it
};

QList<Part> partsOf(const OutboxItem &item)
{
    QList<Part> parts;
    if (!item.text.trimmed().isEmpty())
        for (const QString &text : splitMessage(item.text, longestMessage))
            parts << Part{.text = text};
    const QJsonArray names = item.facts[u"names"_s].toArray();
    for (qsizetype i = 0; i < item.media.size(); ++i)
        parts << Part{.media = item.media.at(i), .name = names.at(i).toString()}; // an attachment carries no text: it is a message of its own
    return parts;
}

QString attachmentType(const QString &kind)
{
    return kind == u"sticker"_s ? u"image"_s : kind == u"image"_s || kind == u"video"_s || kind == u"audio"_s ? kind : u"file"_s;
}

/// Uploading shows nothing to anybody, so that it may be repeated.
Sent<QJsonObject> messageOf(Sending &sending, const Part &part, int number)
{
    const QString metadata = u"%1#%2"_s.arg(sending.item.id).arg(number);
    if (!part.media)
        return QJsonObject{{u"text"_s, part.text}, {u"metadata"_s, metadata}};
    const auto info = sending.mediaInfo(part.media);
    if (!info)
        return std::unexpected(info.error());
    const QString type = attachmentType(info->kind);
    const QJsonObject wanted{{u"attachment"_s, QJsonObject{{u"type"_s, type}, {u"payload"_s, QJsonObject{{u"is_reusable"_s, true}}}}}};
    GraphCall call{.verb = GraphCall::Post, .path = sending.pagePath(u"message_attachments"_s),
                   .fields = {{u"message"_s, QString::fromUtf8(QJsonDocument(wanted).toJson(QJsonDocument::Compact))}}, .family = Pacer::Messenger};
    call.parts << sending.upload(u"filedata"_s, *info, part.name);
    auto uploaded = sending.write(call);
    if (!uploaded) {
        Trouble trouble = uploaded.error();
        trouble.error.write = false;
        return std::unexpected(trouble);
    }
    const QJsonObject payload{{u"attachment_id"_s, facebook::idOf((*uploaded)[u"attachment_id"_s])}};
    return QJsonObject{{u"attachment"_s, QJsonObject{{u"type"_s, type}, {u"payload"_s, payload}}}, {u"metadata"_s, metadata}};
}

bool isPart(const QJsonObject &message, const Part &part)
{
    const QString text = message[u"message"_s].toString();
    if (part.media)
        return text.isEmpty() && !message[u"attachments"_s].toObject()[u"data"_s].toArray().isEmpty();
    return sameWords(text, part.text);
}

/// The part in the conversation as Facebook has it, when an earlier send went through unseen.
Sent<std::optional<QJsonObject>> lookFor(Sending &sending, const Part &part)
{
    const auto conversations = sending.read(sending.pagePath(u"conversations"_s),
        {{u"platform"_s, u"messenger"_s}, {u"user_id"_s, sending.item.recipient}, {u"fields"_s, u"id"_s}}, Pacer::Messenger);
    if (!conversations)
        return std::unexpected(conversations.error());
    const QString id = facebook::idOf((*conversations)[u"data"_s].toArray().at(0)[u"id"_s]);
    if (id.isEmpty())
        return std::nullopt;
    const auto messages = sending.read(id + u"/messages"_s, {{u"fields"_s, u"id,created_time,from,message,attachments"_s}, {u"limit"_s, u"20"_s}}, Pacer::Messenger);
    if (!messages)
        return std::unexpected(messages.error());
    return sending.findUnknown((*messages)[u"data"_s].toArray(), [&](const QJsonObject &message) { return isPart(message, part); });
}

Sent<QString> sendPart(Sending &sending, const Part &part, int number, const QString &tag)
{
    const auto message = messageOf(sending, part, number);
    if (!message)
        return std::unexpected(message.error());
    QJsonObject body{{u"recipient"_s, QJsonObject{{u"id"_s, sending.item.recipient}}},
                     {u"messaging_type"_s, tag.isEmpty() ? u"RESPONSE"_s : u"MESSAGE_TAG"_s},
                     {u"message"_s, *message}};
    if (!tag.isEmpty())
        body[u"tag"_s] = tag;
    const auto answer = sending.write({.verb = GraphCall::Post, .path = sending.pagePath(u"messages"_s), .json = body, .family = Pacer::Messenger});
    if (!answer)
        return std::unexpected(answer.error());
    return facebook::idOf((*answer)[u"message_id"_s]);
}

bool isOutsideWindow(const Trouble &trouble)
{
    return trouble.what == Trouble::Graph && judge(trouble.error).word == u"outside_window"_s;
}

} // namespace

SendOutcome sendReply(Sending &sending)
{
    OutboxItem &item = sending.item;
    const QList<Part> parts = partsOf(item);
    if (parts.isEmpty())
        return refused(u"text_missing"_s);
    QString tag;
    for (int i = item.partsKnown(); i < parts.size(); ++i) {
        if (item.uncertain) {
            const auto found = lookFor(sending, parts.at(i));
            if (!found)
                return std::unexpected(found.error());
            if (*found) {
                sending.ledger.partSent(item, facebook::idOf((**found)[u"id"_s]));
                continue;
            }
            item.uncertain = false; // Facebook does not have it: it may be sent
        }
        const ReplyWindow window = replyWindow(item.lastInboundAt, sending.now, item.human && sending.humanAgent);
        if (window.kind == ReplyWindow::Closed)
            return refused(u"outside_window"_s);
        auto sent = sendPart(sending, parts.at(i), i + 1, window.tag());
        tag = window.tag();
        if (!sent && tag.isEmpty() && isOutsideWindow(sent.error()) && item.human && sending.humanAgent) {
            tag = humanAgentTag; // at the edge Facebook's clock decides, not ours
            sent = sendPart(sending, parts.at(i), i + 1, tag);
        }
        if (!sent)
            return std::unexpected(sent.error());
        sending.ledger.partSent(item, *sent);
    }
    return tag.isEmpty() ? QJsonObject() : QJsonObject{{u"tag"_s, tag}};
}

SendOutcome sendPrivateReply(Sending &sending)
{
    OutboxItem &item = sending.item;
    if (item.partsKnown() > 0)
        return QJsonObject();
    if (item.text.size() > longestMessage)
        return refused(u"text_too_long"_s); // one message ever: it cannot be split
    if (item.uncertain) {
        const auto comment = sending.read(item.target, {{u"fields"_s, u"id,can_reply_privately"_s}});
        if (!comment)
            return std::unexpected(comment.error());
        if (comment->contains(u"can_reply_privately"_s) && !(*comment)[u"can_reply_privately"_s].toBool())
            return QJsonObject();
        // Facebook itself refuses a second one: sending again cannot double it
    } else if (item.privateReplySpent) {
        return refused(u"private_reply_used"_s);
    }
    if (item.targetSentAt.addDays(7) < sending.now)
        return refused(u"outside_window"_s);
    const bool toPost = item.channel == u"visitor_post"_s && item.target == item.postId;
    const QJsonObject body{{u"recipient"_s, QJsonObject{{toPost ? u"post_id"_s : u"comment_id"_s, item.target}}},
                           {u"message"_s, QJsonObject{{u"text"_s, item.text}, {u"metadata"_s, item.id + u"#1"_s}}}};
    const auto answer = sending.write({.verb = GraphCall::Post, .path = sending.pagePath(u"messages"_s), .json = body, .family = Pacer::Messenger});
    if (!answer) {
        if (item.uncertain && answer.error().what == Trouble::Graph && judge(answer.error().error).word == u"private_reply_used"_s)
            return QJsonObject();
        return std::unexpected(answer.error());
    }
    sending.ledger.partSent(item, facebook::idOf((*answer)[u"message_id"_s]));
    const QString recipient = facebook::idOf((*answer)[u"recipient_id"_s]);
    return recipient.isEmpty() ? QJsonObject() : QJsonObject{{u"recipient"_s, recipient}};
}

} // namespace trucban::gateway
