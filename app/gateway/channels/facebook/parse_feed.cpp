// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/channels/facebook/json_read.h"
#include "gateway/channels/facebook/parse.h"

#include <QJsonArray>

namespace trucban::gateway::facebook {

namespace {

QString verbOf(const QJsonObject &value)
{
    const QString verb = textOf(value["verb"_L1]).toLower();
    if (verb == u"edited"_s)
        return u"edit"_s;
    return verb == u"delete"_s ? u"remove"_s : verb.left(32);
}

void readAuthor(Event &event, const QJsonObject &value)
{
    const QJsonObject from = value["from"_L1].toObject();
    event.personId = idOf(from["id"_L1]);
    event.personName = textOf(from["name"_L1]);
    if (event.personId.isEmpty()) // the older form
        event.personId = idOf(value["sender_id"_L1]);
    if (event.personName.isEmpty())
        event.personName = textOf(value["sender_name"_L1]);
    event.byPage = !event.personId.isEmpty() && event.personId == event.pageId;
}

void addPicture(Event &event, const QString &kind, const QJsonValue &value)
{
    const QString url = webAddress(textOf(value));
    if (!url.isEmpty() && event.attachments.size() < 100)
        event.attachments << IncomingAttachment{.kind = kind, .url = url};
}

void readText(Event &event, const QJsonObject &value)
{
    event.text = textOf(value["message"_L1]);
    event.hasText = value["message"_L1].isString();
}

Event unsupported(QString reason, Event parsed)
{
    parsed.kind = EventKind::Unsupported;
    parsed.messageKind = u"unsupported"_s;
    parsed.reason = std::move(reason);
    parsed.platformId = keyFromContent(u"unsupported", parsed.raw);
    return parsed;
}

Event ignored(QString reason, Event parsed)
{
    parsed.kind = EventKind::Ignored;
    parsed.reason = std::move(reason);
    return parsed;
}

/// One citizen at one place; who is not named is alone with each thing they wrote.
QString threadKey(const QString &place, const Event &event)
{
    return u"%1:%2"_s.arg(place, event.personId.isEmpty() ? event.platformId : event.personId);
}

/// parent_id of a top-level comment is the post itself, with or without the page in front
bool isSamePost(const QString &parentId, const QString &postId)
{
    return parentId == postId || postId.endsWith(u'_' + parentId);
}

Event parseComment(const QJsonObject &value, Event parsed)
{
    parsed.kind = EventKind::Comment;
    parsed.channel = u"comment"_s;
    parsed.messageKind = u"comment"_s;
    parsed.platformId = idOf(value["comment_id"_L1]);
    parsed.targetId = parsed.platformId;
    if (parsed.platformId.isEmpty() || parsed.postId.isEmpty())
        return unsupported(u"comment_without_id"_s, std::move(parsed));
    const QString parent = idOf(value["parent_id"_L1]);
    if (!parent.isEmpty() && !isSamePost(parent, parsed.postId))
        parsed.parentId = parent;
    parsed.rootId = parsed.parentId.isEmpty() ? parsed.platformId : parsed.parentId;
    readText(parsed, value);
    addPicture(parsed, u"image"_s, value["photo"_L1]);
    addPicture(parsed, u"video"_s, value["video"_L1]);
    // who hides is not who wrote: the author stays as stored
    if (parsed.verb == u"hide"_s || parsed.verb == u"unhide"_s || parsed.verb == u"remove"_s)
        parsed.hasText = false;
    else if (!parsed.byPage)
        parsed.threadKey = threadKey(parsed.rootId, parsed);
    static const QStringList known{u"add"_s, u"edit"_s, u"remove"_s, u"hide"_s, u"unhide"_s};
    return known.contains(parsed.verb) ? parsed : unsupported(u"comment_"_s + parsed.verb, std::move(parsed));
}

void readPostMedia(Event &parsed, const QString &item, const QJsonObject &value)
{
    const QJsonArray photos = value["photos"_L1].toArray();
    for (const QJsonValue &photo : photos)
        addPicture(parsed, u"image"_s, photo);
    if (item == u"photo"_s && parsed.attachments.isEmpty())
        addPicture(parsed, u"image"_s, value["link"_L1]);
    else if (item == u"video"_s)
        addPicture(parsed, u"video"_s, value["link"_L1]);
    else if (parsed.attachments.isEmpty())
        addPicture(parsed, u"link"_s, value["link"_L1]);
}

Event parsePost(const QString &item, const QJsonObject &value, Event parsed)
{
    parsed.kind = EventKind::Post;
    parsed.channel = u"visitor_post"_s;
    parsed.messageKind = u"post"_s;
    parsed.platformId = parsed.postId;
    parsed.targetId = parsed.postId;
    if (parsed.postId.isEmpty())
        return ignored(item + u"_without_post"_s, std::move(parsed));
    // "status" is what the page itself writes; a visitor whose name is withheld comes as "post" without an author
    if (parsed.personId.isEmpty() && item != u"post"_s)
        parsed.byPage = true;
    parsed.direction = parsed.byPage ? u"echo"_s : u"in"_s;
    parsed.threadKey = threadKey(parsed.postId, parsed);
    parsed.published = flagOf(value["published"_L1]);
    readText(parsed, value);
    readPostMedia(parsed, item, value);
    if (!parsed.verb.isEmpty() && parsed.verb != u"add"_s && parsed.verb != u"edit"_s)
        parsed.hasText = false;
    static const QStringList known{u"add"_s, u"edit"_s, u"remove"_s, u"hide"_s, u"unhide"_s};
    return known.contains(parsed.verb) ? parsed : unsupported(u"post_"_s + parsed.verb, std::move(parsed));
}

Event parseFeed(const QJsonObject &value, Event parsed)
{
    const QString item = textOf(value["item"_L1]).toLower();
    parsed.postId = idOf(value["post_id"_L1]);
    parsed.verb = verbOf(value);
    parsed.at = momentOf(value["created_time"_L1]);
    if (!parsed.at.utc.isValid())
        parsed.at.utc = parsed.entryTime.utc;
    parsed.permalink = webAddress(textOf(value["post"_L1].toObject()["permalink_url"_L1]));
    readAuthor(parsed, value);
    parsed.direction = parsed.byPage ? u"echo"_s : u"in"_s;
    if (item == u"comment"_s)
        return parseComment(value, std::move(parsed));
    static const QStringList posts{u"post"_s, u"status"_s, u"photo"_s, u"video"_s};
    if (posts.contains(item))
        return parsePost(item, value, std::move(parsed));
    static const QStringList uninteresting{u"reaction"_s, u"like"_s, u"share"_s, u"album"_s, u"event"_s};
    if (uninteresting.contains(item))
        return ignored(item, std::move(parsed));
    parsed.channel = u"comment"_s;
    return unsupported(u"feed_"_s + item.left(48), std::move(parsed));
}

Event parseMention(const QJsonObject &value, Event parsed)
{
    parsed.kind = EventKind::Mention;
    parsed.channel = u"mention"_s;
    parsed.messageKind = u"mention"_s;
    parsed.direction = u"in"_s;
    parsed.postId = idOf(value["post_id"_L1]);
    const QString comment = idOf(value["comment_id"_L1]);
    parsed.platformId = comment.isEmpty() ? parsed.postId : comment;
    parsed.targetId = parsed.platformId;
    parsed.verb = verbOf(value);
    parsed.at = momentOf(value["created_time"_L1]);
    if (!parsed.at.utc.isValid())
        parsed.at.utc = parsed.entryTime.utc;
    readAuthor(parsed, value);
    readText(parsed, value);
    if (parsed.platformId.isEmpty())
        return unsupported(u"mention_without_id"_s, std::move(parsed));
    parsed.threadKey = parsed.platformId;
    static const QStringList known{u"add"_s, u"edit"_s, u"remove"_s};
    return known.contains(parsed.verb) ? parsed : unsupported(u"mention_"_s + parsed.verb, std::move(parsed));
}

/// The dashboard's Test button sends Messenger fields as changes.
bool isMessengerField(const QString &field)
{
    return field == u"messages"_s || field == u"standby"_s || field.startsWith(u"message_"_s) || field.startsWith(u"messaging_"_s);
}

} // namespace

QList<Event> parseChange(const QJsonObject &change, const Event &frame)
{
    Event parsed = frame;
    parsed.raw = compact(change);
    const QString field = textOf(change["field"_L1]).toLower();
    if (!change["value"_L1].isObject()) {
        parsed.at = frame.entryTime;
        return {ignored(u"no_value"_s, std::move(parsed))};
    }
    const QJsonObject value = change["value"_L1].toObject();
    if (isMessengerField(field))
        return parseMessaging(value, frame);
    if (field == u"feed"_s)
        return {parseFeed(value, std::move(parsed))};
    if (field == u"mention"_s)
        return {parseMention(value, std::move(parsed))};
    parsed.at = momentOf(value["created_time"_L1]);
    if (!parsed.at.utc.isValid())
        parsed.at.utc = frame.entryTime.utc;
    readAuthor(parsed, value);
    if (parsed.personId.isEmpty()) {
        parsed.personId = idOf(value["reviewer_id"_L1]);
        parsed.personName = textOf(value["reviewer_name"_L1]);
    }
    parsed.direction = u"in"_s;
    parsed.channel = u"comment"_s;
    return {unsupported(u"field_"_s + field.left(48), std::move(parsed))};
}

} // namespace trucban::gateway::facebook
