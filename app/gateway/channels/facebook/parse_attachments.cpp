// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/channels/facebook/json_read.h"
#include "gateway/channels/facebook/parse.h"

#include <QJsonArray>

namespace trucban::gateway::facebook {

namespace {

constexpr qsizetype mostAttachments = 100; // Messenger allows 30

QString firstText(const QJsonObject &object, std::initializer_list<QLatin1StringView> keys)
{
    for (const QLatin1StringView key : keys)
        if (const QString found = textOf(object[key]); !found.isEmpty())
            return found;
    return {};
}

QString kindOf(const QString &type, const QString &stickerId)
{
    static const QStringList same{u"image"_s, u"video"_s, u"audio"_s, u"file"_s, u"sticker"_s, u"location"_s};
    if (!stickerId.isEmpty() && (type == u"image"_s || type == u"sticker"_s))
        return u"sticker"_s;
    return same.contains(type) ? type : u"link"_s; // fallback, reel, post, template, and what is to come
}

IncomingAttachment parseOne(const QJsonObject &item, const QString &messageStickerId)
{
    const QString type = textOf(item["type"_L1]).toLower();
    const QJsonObject payload = item["payload"_L1].toObject(); // may be null or a string
    IncomingAttachment attachment;
    attachment.stickerId = idOf(payload["sticker_id"_L1]);
    if (attachment.stickerId.isEmpty() && type == u"image"_s)
        attachment.stickerId = messageStickerId;
    attachment.kind = kindOf(type, attachment.stickerId);

    QString address = firstText(payload, {"url"_L1, "URL"_L1});
    if (address.isEmpty())
        address = firstText(item, {"url"_L1, "URL"_L1});
    attachment.title = firstText(payload, {"title"_L1, "text"_L1});
    if (attachment.title.isEmpty())
        attachment.title = firstText(item, {"title"_L1, "name"_L1});
    if (item["payload"_L1].isString() && attachment.title.isEmpty())
        attachment.title = textOf(item["payload"_L1]);
    attachment.url = webAddress(address);
    if (attachment.url.isEmpty() && attachment.title.isEmpty())
        attachment.title = address; // "My Documents/foo.doc" or /reel/123/: words for a person, not an address to fetch
    if (attachment.title.isEmpty() && attachment.kind == u"link"_s && attachment.url.isEmpty())
        attachment.title = type == u"template"_s ? textOf(payload["template_type"_L1]) : type;

    const QJsonObject place = payload["coordinates"_L1].toObject();
    if (place["lat"_L1].isDouble() && place["long"_L1].isDouble()) {
        attachment.latitude = place["lat"_L1].toDouble();
        attachment.longitude = place["long"_L1].toDouble();
    }
    return attachment;
}

} // namespace

QList<IncomingAttachment> parseAttachments(const QJsonObject &message)
{
    QList<IncomingAttachment> attachments;
    const QString stickerId = idOf(message["sticker_id"_L1]);
    const QJsonArray items = message["attachments"_L1].toArray();
    for (const QJsonValue &item : items) {
        if (!item.isObject() || attachments.size() >= mostAttachments)
            continue;
        const IncomingAttachment attachment = parseOne(item.toObject(), stickerId);
        const bool doubled = attachment.kind == u"sticker"_s && std::ranges::any_of(attachments, [&](const IncomingAttachment &other) {
            return other.kind == u"sticker"_s && other.stickerId == attachment.stickerId && other.url == attachment.url;
        });
        if (!doubled)
            attachments << attachment;
    }
    return attachments;
}

} // namespace trucban::gateway::facebook
