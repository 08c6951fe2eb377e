// SPDX-License-Identifier: GPL-3.0-or-later
// Answers under a post, and comments taken out of sight.
#include "gateway/channels/facebook/json_read.h"
#include "gateway/outbox/sending.h"

#include <QJsonArray>

namespace trucban::gateway {

namespace {

constexpr qsizetype longestComment = 8000;

/// Facebook shows two levels: an answer to an answer belongs under the top-level comment.
QString placeOf(const OutboxItem &item)
{
    return item.channel == u"comment"_s && !item.rootId.isEmpty() ? item.rootId : item.target;
}

Sent<std::optional<QJsonObject>> lookFor(Sending &sending, const QString &text)
{
    const auto comments = sending.read(placeOf(sending.item) + u"/comments"_s,
        {{u"fields"_s, u"id,message,created_time,from,permalink_url,attachment"_s}, {u"filter"_s, u"stream"_s}, {u"order"_s, u"reverse_chronological"_s}, {u"limit"_s, u"50"_s}});
    if (!comments)
        return std::unexpected(comments.error());
    return sending.findUnknown((*comments)[u"data"_s].toArray(), [&](const QJsonObject &comment) {
        return sameWords(comment[u"message"_s].toString(), text) && (!text.isEmpty() || comment.contains(u"attachment"_s));
    });
}

Sent<QJsonObject> write(Sending &sending, const QString &text, MediaId media)
{
    GraphCall call{.verb = GraphCall::Post, .path = placeOf(sending.item) + u"/comments"_s, .fields = {{u"fields"_s, u"id,permalink_url"_s}}};
    if (!text.isEmpty())
        call.fields << std::pair(u"message"_s, text);
    if (media) {
        const auto info = sending.mediaInfo(media);
        if (!info)
            return std::unexpected(info.error());
        if (info->kind != u"image"_s)
            return refused(u"comment_takes_pictures_only"_s);
        call.parts << sending.upload(u"source"_s, *info);
    }
    return sending.write(call);
}

} // namespace

SendOutcome sendCommentReply(Sending &sending)
{
    OutboxItem &item = sending.item;
    if (item.text.size() > longestComment)
        return refused(u"text_too_long"_s);
    const int parts = std::max<int>(1, int(item.media.size())); // one picture a comment; the words go with the first
    QString permalink;
    for (int i = item.partsKnown(); i < parts; ++i) {
        const QString text = i == 0 ? item.text : QString();
        if (item.uncertain) {
            const auto found = lookFor(sending, text);
            if (!found)
                return std::unexpected(found.error());
            if (*found) {
                sending.ledger.partSent(item, facebook::idOf((**found)[u"id"_s]));
                permalink = (**found)[u"permalink_url"_s].toString();
                continue;
            }
            item.uncertain = false;
        }
        const auto answer = write(sending, text, item.media.value(i));
        if (!answer)
            return std::unexpected(answer.error());
        sending.ledger.partSent(item, facebook::idOf((*answer)[u"id"_s]));
        permalink = (*answer)[u"permalink_url"_s].toString();
    }
    return QJsonObject{{u"permalink"_s, absolutePermalink(permalink)}};
}

SendOutcome hideComment(Sending &sending)
{
    const bool hide = sending.item.facts[u"hidden"_s].toBool(true);
    auto answer = sending.write({.verb = GraphCall::Post, .path = sending.item.target, .fields = {{u"is_hidden"_s, hide ? u"true"_s : u"false"_s}}});
    if (!answer) {
        answer.error().error.write = false; // hiding what is hidden changes nothing: it may be repeated
        return std::unexpected(answer.error());
    }
    return QJsonObject();
}

} // namespace trucban::gateway
