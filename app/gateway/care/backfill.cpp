// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/care/backfill.h"

#include "base/logging.h"
#include "gateway/channels/facebook/json_read.h"
#include "gateway/intake/health.h"
#include "gateway/media/fetcher.h"
#include "storage/database.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace trucban::gateway {

using facebook::idOf;
using facebook::momentOf;

namespace {

constexpr int mostPages = 200;     // of one list
constexpr int detailedMessages = 20; // of a conversation; Facebook gives no more
constexpr qint64 settling = 300;   // seconds: our own sends are told by their answers and echoes first
constexpr qint64 postsBack = 30 * 86400; // `since` of a feed counts the post's age, not its comments'

QJsonArray webhookAttachments(const QJsonObject &message)
{
    QJsonArray list;
    const QJsonArray attachments = message[u"attachments"_s].toObject()[u"data"_s].toArray();
    for (int i = 0; i < attachments.size(); ++i) {
        const QJsonObject attachment = attachments.at(i).toObject();
        const auto link = linkIn(message, i + 1);
        const QString mime = attachment[u"mime_type"_s].toString();
        const QString type = attachment.contains(u"image_data"_s) ? u"image"_s : attachment.contains(u"video_data"_s) ? u"video"_s
            : mime.startsWith(u"audio/"_s) ? u"audio"_s : u"file"_s;
        list << QJsonObject{{u"type"_s, type}, {u"title"_s, attachment[u"name"_s]}, {u"payload"_s, QJsonObject{{u"url"_s, link ? link->toString(QUrl::FullyEncoded) : QString()}}}};
    }
    if (const QString sticker = message[u"sticker"_s].toString(); !sticker.isEmpty() && list.isEmpty())
        list << QJsonObject{{u"type"_s, u"sticker"_s}, {u"payload"_s, QJsonObject{{u"url"_s, sticker}, {u"sticker_id"_s, u"0"_s}}}};
    const QJsonArray shares = message[u"shares"_s].toObject()[u"data"_s].toArray();
    for (const QJsonValue &share : shares)
        list << QJsonObject{{u"type"_s, u"fallback"_s}, {u"payload"_s, QJsonObject{{u"url"_s, share[u"link"_s]}, {u"title"_s, share[u"name"_s]}}}};
    return list;
}

bool isGone(const GraphError &error)
{
    return error.origin == GraphError::Refused && error.code == 100;
}

} // namespace

QJsonObject Reconciled::toJson() const
{
    return {{u"conversations"_s, conversations}, {u"messages_seen"_s, messagesSeen}, {u"messages_missing"_s, messagesMissing},
            {u"comments_seen"_s, commentsSeen}, {u"comments_missing"_s, commentsMissing}, {u"posts_seen"_s, postsSeen},
            {u"posts_missing"_s, postsMissing}, {u"mentions_seen"_s, mentionsSeen}, {u"mentions_missing"_s, mentionsMissing}, {u"gaps"_s, gaps}};
}

std::expected<Reconciled, GraphError> Backfill::walk(const QDateTime &since, std::chrono::milliseconds pace)
{
    m_since = since;
    m_pace = pace;
    m_found = {};
    m_notJournalled = false;
    return walkConversations().and_then([this] { return walkFeed(); }).and_then([this] { return walkMentions(); }).and_then([this]() -> std::expected<Reconciled, GraphError> {
        if (m_notJournalled) // found, and not kept: this walk must be walked again
            return std::unexpected(GraphError{.origin = GraphError::NotSent, .message = u"database"_s});
        return m_found;
    });
}

/// Every item of a paged list. Stops at `next` being absent, never at a short page; the cursor is asked for by us, so that
/// no address with a token in it is followed.
Backfill::Done Backfill::eachOf(const QString &path, const QList<std::pair<QString, QString>> &query, Pacer::Family family, const Each &each)
{
    QString after;
    for (int page = 0; page < mostPages; ++page) {
        auto asked = query;
        if (!after.isEmpty())
            asked << std::pair(u"after"_s, after);
        m_pause(std::max(m_pace, m_graph.pacer().waitBefore(family)));
        const auto answer = m_graph.get(path, asked, family);
        if (!answer)
            return std::unexpected(answer.error());
        const QJsonArray items = (*answer)[u"data"_s].toArray();
        for (const QJsonValue &item : items) {
            const auto goOn = each(item.toObject());
            if (!goOn)
                return std::unexpected(goOn.error());
            if (!*goOn)
                return {};
        }
        const QJsonObject paging = (*answer)[u"paging"_s].toObject();
        after = paging[u"cursors"_s].toObject()[u"after"_s].toString();
        if (paging[u"next"_s].toString().isEmpty() || after.isEmpty())
            return {};
    }
    return {};
}

Backfill::Done Backfill::walkConversations()
{
    return eachOf(m_graph.settings().pageId + u"/conversations"_s,
        {{u"platform"_s, u"messenger"_s}, {u"fields"_s, u"id,updated_time,participants"_s}, {u"limit"_s, u"50"_s}}, Pacer::Messenger,
        [this](const QJsonObject &conversation) -> std::expected<bool, GraphError> {
            if (momentOf(conversation[u"updated_time"_s]).utc < m_since)
                return false; // newest first
            ++m_found.conversations;
            Participant citizen;
            const QJsonArray people = conversation[u"participants"_s].toObject()[u"data"_s].toArray();
            for (const QJsonValue &person : people)
                if (!isPage(person))
                    citizen = {idOf(person[u"id"_s]), person[u"name"_s].toString()};
            if (citizen.id.isEmpty())
                return true;
            return walkConversation(idOf(conversation[u"id"_s]), citizen).transform([] { return true; });
        });
}

Backfill::Done Backfill::walkConversation(const QString &conversation, const Participant &citizen)
{
    QStringList ids; // newest first
    const auto listed = eachOf(conversation + u"/messages"_s, {{u"fields"_s, u"id,created_time,from"_s}, {u"limit"_s, u"50"_s}}, Pacer::Messenger,
        [&](const QJsonObject &message) -> std::expected<bool, GraphError> {
            const QDateTime created = momentOf(message[u"created_time"_s]).utc;
            if (created < m_since)
                return false;
            const bool stillSettling = isPage(message[u"from"_s]) && created.secsTo(QDateTime::currentDateTimeUtc().addSecs(m_graph.pacer().skew().count())) < settling;
            ids << (stillSettling ? QString() : idOf(message[u"id"_s]));
            return true;
        });
    if (!listed)
        return listed;
    m_found.messagesSeen += int(ids.size());
    const QStringList missing = unknown(ids);
    for (qsizetype i = ids.size() - 1; i >= 0; --i) // the oldest first, as they happened
        if (!ids.at(i).isEmpty() && missing.contains(ids.at(i)))
            if (const auto taken = takeMessage(ids.at(i), citizen, i < detailedMessages); !taken)
                return taken;
    return {};
}

Backfill::Done Backfill::takeMessage(const QString &id, const Participant &citizen, bool recent)
{
    ++m_found.messagesMissing;
    m_pause(m_pace);
    const auto message = m_graph.get(id, {{u"fields"_s, u"id,created_time,from,to,message,attachments,shares,sticker,reply_to,is_unsupported"_s}}, Pacer::Messenger);
    if (!message && !isGone(message.error()))
        return std::unexpected(message.error());
    if (!message) { // known by its number only; that is not "deleted by the sender"
        ++m_found.gaps;
        m_database.write([&](Session &session) {
            return session.query(u"gateway/gap"_s).bind(u":platform_id"_s, id).bind(u":why"_s, recent ? u"unreadable"_s : u"beyond_the_newest_20"_s).run();
        }).waitForFinished();
        return {};
    }
    const bool byPage = isPage((*message)[u"from"_s]);
    const QJsonObject person{{u"id"_s, citizen.id}, {u"name"_s, citizen.name}}, page{{u"id"_s, m_graph.settings().pageId}};
    QJsonObject inner{{u"mid"_s, id}};
    if (const QString text = (*message)[u"message"_s].toString(); !text.isEmpty())
        inner[u"text"_s] = text;
    if (const QJsonArray attachments = webhookAttachments(*message); !attachments.isEmpty())
        inner[u"attachments"_s] = attachments;
    if (byPage)
        inner[u"is_echo"_s] = true;
    for (const QString &key : {u"reply_to"_s, u"is_unsupported"_s})
        if (message->contains(key))
            inner[key] = (*message)[key];
    const QDateTime at = momentOf((*message)[u"created_time"_s]).utc;
    const QJsonObject event{{u"sender"_s, byPage ? page : person}, {u"recipient"_s, byPage ? person : page}, {u"timestamp"_s, at.toMSecsSinceEpoch()}, {u"message"_s, inner}};
    journal(event, u"messaging"_s, at);
    return {};
}

Backfill::Done Backfill::walkFeed()
{
    QStringList posts;
    const auto fed = eachOf(m_graph.settings().pageId + u"/feed"_s,
        {{u"fields"_s, u"id,message,created_time,from,permalink_url,attachments"_s}, {u"limit"_s, u"50"_s},
         {u"since"_s, QString::number(m_since.toSecsSinceEpoch() - postsBack)}}, Pacer::Pages,
        [&](const QJsonObject &post) -> std::expected<bool, GraphError> {
            posts << idOf(post[u"id"_s]);
            if (momentOf(post[u"created_time"_s]).utc >= m_since) // ranked, not ordered: each is looked at
                takePost(post);
            return true;
        });
    if (!fed)
        return fed;
    const auto ours = m_database.read([](Session &session) {
        return session.query(u"gateway/open_posts"_s).all([](const Row &row) { return row.get<QString>(u"platform_id"); });
    }).result();
    posts += ours.value_or(QStringList());
    posts.removeDuplicates();
    for (const QString &post : std::as_const(posts))
        if (const auto done = walkComments(post); !done && !isGone(done.error()))
            return done;
    return {};
}

/// Posts elsewhere that name the page. Facebook lists no comments that do, and rarely tells who wrote them.
Backfill::Done Backfill::walkMentions()
{
    QList<QJsonObject> posts;
    const auto listed = eachOf(m_graph.settings().pageId + u"/tagged"_s,
        {{u"fields"_s, u"id,message,created_time,from,permalink_url"_s}, {u"limit"_s, u"50"_s}, {u"since"_s, QString::number(m_since.toSecsSinceEpoch())}}, Pacer::Pages,
        [&](const QJsonObject &post) -> std::expected<bool, GraphError> {
            if (momentOf(post[u"created_time"_s]).utc >= m_since && !isPage(post[u"from"_s]))
                posts << post;
            return true;
        });
    if (!listed) { // the page may lack the permission this edge wants: the rest of the walk counts all the same
        const GraphAction action = judge(listed.error()).action;
        return action == GraphAction::Configuration || action == GraphAction::Refuse ? Done() : listed;
    }
    m_found.mentionsSeen += int(posts.size());
    QStringList ids;
    for (const QJsonObject &post : std::as_const(posts))
        ids << idOf(post[u"id"_s]);
    const QStringList missing = unknown(ids);
    for (const QJsonObject &post : std::as_const(posts)) {
        if (!missing.contains(idOf(post[u"id"_s])))
            continue;
        ++m_found.mentionsMissing;
        const QDateTime at = momentOf(post[u"created_time"_s]).utc;
        QJsonObject value{{u"item"_s, u"post"_s}, {u"verb"_s, u"add"_s}, {u"post_id"_s, post[u"id"_s]}, {u"message"_s, post[u"message"_s]},
                          {u"created_time"_s, at.toSecsSinceEpoch()}};
        if (post[u"from"_s].isObject())
            value[u"from"_s] = post[u"from"_s];
        journal({{u"field"_s, u"mention"_s}, {u"value"_s, value}}, u"changes"_s, at);
    }
    return {};
}

void Backfill::takePost(const QJsonObject &post)
{
    ++m_found.postsSeen;
    const QString id = idOf(post[u"id"_s]);
    if (isPage(post[u"from"_s]) || !post.contains(u"from"_s) || unknown({id}).isEmpty())
        return;
    ++m_found.postsMissing;
    QJsonArray photos;
    const QJsonArray attachments = post[u"attachments"_s].toObject()[u"data"_s].toArray();
    for (const QJsonValue &attachment : attachments) {
        const QJsonArray several = attachment[u"subattachments"_s].toObject()[u"data"_s].toArray();
        for (const QJsonValue &one : several.isEmpty() ? QJsonArray{attachment} : several)
            if (const QString src = one[u"media"_s][u"image"_s][u"src"_s].toString(); !src.isEmpty())
                photos << src;
    }
    const QDateTime at = momentOf(post[u"created_time"_s]).utc;
    QJsonObject value{{u"item"_s, u"post"_s}, {u"verb"_s, u"add"_s}, {u"post_id"_s, id}, {u"from"_s, post[u"from"_s]},
                      {u"message"_s, post[u"message"_s]}, {u"created_time"_s, at.toSecsSinceEpoch()}};
    if (!photos.isEmpty())
        value[u"photos"_s] = photos;
    journal({{u"field"_s, u"feed"_s}, {u"value"_s, value}}, u"changes"_s, at);
}

Backfill::Done Backfill::walkComments(const QString &post)
{
    QList<QJsonObject> comments;
    const auto listed = eachOf(post + u"/comments"_s,
        {{u"fields"_s, u"id,message,created_time,from,parent{id},attachment,permalink_url"_s}, {u"filter"_s, u"stream"_s},
         {u"order"_s, u"reverse_chronological"_s}, {u"limit"_s, u"100"_s}}, Pacer::Pages,
        [&](const QJsonObject &comment) -> std::expected<bool, GraphError> {
            if (momentOf(comment[u"created_time"_s]).utc < m_since)
                return false;
            comments.prepend(comment);
            return true;
        });
    if (!listed)
        return listed;
    m_found.commentsSeen += int(comments.size());
    QStringList ids;
    for (const QJsonObject &comment : std::as_const(comments))
        ids << idOf(comment[u"id"_s]);
    const QStringList missing = unknown(ids);
    for (const QJsonObject &comment : std::as_const(comments))
        if (missing.contains(idOf(comment[u"id"_s])))
            takeComment(post, comment);
    return {};
}

void Backfill::takeComment(const QString &post, const QJsonObject &comment)
{
    const QString parent = idOf(comment[u"parent"_s][u"id"_s]);
    const QDateTime at = momentOf(comment[u"created_time"_s]).utc;
    const bool settlingStill = at.secsTo(QDateTime::currentDateTimeUtc().addSecs(m_graph.pacer().skew().count())) < settling;
    if (isPage(comment[u"from"_s]) && (parent.isEmpty() || settlingStill))
        return; // the page speaking under its own post, or an answer of ours under way
    ++m_found.commentsMissing;
    QJsonObject value{{u"item"_s, u"comment"_s}, {u"verb"_s, u"add"_s}, {u"post_id"_s, post}, {u"comment_id"_s, comment[u"id"_s]},
                      {u"parent_id"_s, parent.isEmpty() ? post : parent}, {u"message"_s, comment[u"message"_s]}, {u"created_time"_s, at.toSecsSinceEpoch()}};
    if (comment[u"from"_s].isObject())
        value[u"from"_s] = comment[u"from"_s];
    if (const QString src = comment[u"attachment"_s][u"media"_s][u"image"_s][u"src"_s].toString(); !src.isEmpty())
        value[u"photo"_s] = src;
    journal({{u"field"_s, u"feed"_s}, {u"value"_s, value}}, u"changes"_s, at);
}

bool Backfill::isPage(const QJsonValue &from) const
{
    return idOf(from[u"id"_s]) == m_graph.settings().pageId;
}

QStringList Backfill::unknown(const QStringList &ids)
{
    const auto known = m_database.read([&](Session &session) {
        return session.query(u"gateway/known"_s).bind(u":ids"_s, ids).all([](const Row &row) { return row.get<QString>(u"id"); });
    }).result();
    if (!known) {
        m_notJournalled = true;
        return {};
    }
    QStringList rest = ids;
    rest.removeIf([&](const QString &id) { return id.isEmpty() || known->contains(id); });
    return rest;
}

void Backfill::journal(const QJsonObject &part, const QString &list, const QDateTime &at)
{
    const qint64 time = list == u"messaging"_s ? at.toMSecsSinceEpoch() : at.toSecsSinceEpoch();
    const QJsonObject entry{{u"id"_s, m_graph.settings().pageId}, {u"time"_s, time}, {list, QJsonArray{part}}};
    const QByteArray body = facebook::compact({{u"object"_s, u"page"_s}, {u"entry"_s, QJsonArray{entry}}});
    const auto done = m_database.write([&](Session &session) { return session.query(u"gateway/journal_backfill"_s).bind(u":body"_s, body).run(); }).result();
    m_notJournalled |= !done;
    m_health.add(Count::BackfilledItems, done.has_value());
}

} // namespace trucban::gateway
