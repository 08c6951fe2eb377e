// SPDX-License-Identifier: GPL-3.0-or-later
// The page's wall: posts, comments, mentions; what is due by itself (scheduled posts, videos that finish).
#include "happenings.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace standin {

Happenings::Happenings(World &world, MediaStore &media, Webhooks &webhooks, Faults &faults, QObject *parent)
    : QObject(parent), m_world(world), m_media(media), m_webhooks(webhooks), m_faults(faults)
{
    m_ticks.setInterval(200);
    connect(&m_ticks, &QTimer::timeout, this, &Happenings::tick);
    connect(&world, &World::clockMoved, this, &Happenings::tick);
    m_ticks.start();
}

QJsonObject Happenings::person(const QString &id) const
{
    return {{u"id"_s, id}, {u"name"_s, m_world.nameOf(id)}};
}

QString Happenings::photoUrl(const QString &photoId) const
{
    return m_media.url(m_world.photos.value(photoId).media);
}

void Happenings::tellChange(const QString &field, const QJsonObject &value, const QString &thread)
{
    m_webhooks.happen({field, value, thread, false});
    m_world.touch();
}

void Happenings::change(const QString &field, const QJsonObject &value)
{
    tellChange(field, value, u"change"_s);
}

// ---- posts -------------------------------------------------------------------------------------------------------------------

void Happenings::tellPost(const Post &post, const QString &verb)
{
    QJsonObject value {{u"item"_s, post.item},
                       {u"verb"_s, verb},
                       {u"post_id"_s, post.id},
                       {u"from"_s, person(post.author)},
                       {u"created_time"_s, post.at / 1000},
                       {u"published"_s, post.published ? 1 : 0}};
    if (verb == u"remove") {
        value.insert(u"item"_s, u"post"_s);
        value.insert(u"recipient_id"_s, m_world.config.pageId);
        return tellChange(u"feed"_s, value, post.id);
    }
    if (!post.message.isEmpty())
        value.insert(u"message"_s, post.message);
    if (!post.link.isEmpty())
        value.insert(u"link"_s, post.link);
    if (post.item == u"photo" && !post.photos.isEmpty()) {
        value.insert(u"photo_id"_s, post.photos.first());
        value.insert(u"link"_s, photoUrl(post.photos.first()));
    } else if (post.photos.size() == 1) {
        value.insert(u"link"_s, photoUrl(post.photos.first()));
    } else if (!post.photos.isEmpty()) {
        QJsonArray urls;
        for (const QString &photo : post.photos)
            urls.append(photoUrl(photo));
        value.insert(u"photos"_s, urls);
    }
    if (!post.video.isEmpty()) {
        value.insert(u"video_id"_s, post.video);
        value.insert(u"link"_s, m_media.url(m_world.videos.value(post.video).media, u"video"_s));
    }
    tellChange(u"feed"_s, value, post.id);
}

Post &Happenings::publish(const PostDraft &draft)
{
    Post post {.id = m_world.config.pageId + u'_' + m_world.newNumber(),
               .by = draft.by,
               .author = draft.author,
               .item = draft.item,
               .message = draft.message,
               .link = draft.link,
               .photos = draft.photos,
               .video = draft.video,
               .at = draft.at > 0 ? draft.at : m_world.now(),
               .scheduledAt = draft.scheduledAt,
               .published = draft.published};
    post.updatedAt = post.at;
    for (const QString &photo : std::as_const(post.photos))
        m_world.photos[photo].post = post.id;
    Post &kept = m_world.posts.insert(post.id, post).value();
    if (!draft.silent && draft.video.isEmpty())
        tellPost(kept, u"add"_s);
    m_world.touch();
    return kept;
}

void Happenings::editPost(Post &post, const QString &message)
{
    post.message = message;
    post.updatedAt = m_world.now();
    tellPost(post, post.by == u"visitor" ? u"edit"_s : u"edited"_s);
}

void Happenings::publishNow(Post &post)
{
    post.published = true;
    post.scheduledAt = 0;
    post.at = post.updatedAt = m_world.now();
    tellPost(post, u"add"_s);
}

void Happenings::removePost(Post &post)
{
    post.deleted = true;
    tellPost(post, u"remove"_s);
}

void Happenings::mention(const QString &author, const QString &message, bool inComment, bool silent)
{
    const QString elsewhere = m_world.newNumber();
    Post post {.id = elsewhere + u'_' + m_world.newNumber(),
               .by = u"mention"_s,
               .author = author,
               .item = inComment ? u"comment"_s : u"post"_s,
               .message = message,
               .at = m_world.now()};
    m_world.posts.insert(post.id, post);
    if (silent)
        return;
    QJsonObject value {{u"item"_s, inComment ? u"comment"_s : u"post"_s},
                       {u"verb"_s, u"add"_s},
                       {u"post_id"_s, post.id},
                       {u"message"_s, message},
                       {u"created_time"_s, post.at / 1000}};
    if (inComment)
        value.insert(u"comment_id"_s, post.id.section(u'_', 1) + u'_' + m_world.newNumber());
    tellChange(u"mention"_s, value, post.id);
}

// ---- comments ----------------------------------------------------------------------------------------------------------------

void Happenings::tellComment(const Comment &comment, const QString &verb, const QString &actor)
{
    const Post post = m_world.posts.value(comment.post);
    QJsonObject value {{u"item"_s, u"comment"_s},
                       {u"verb"_s, verb},
                       {u"comment_id"_s, comment.id},
                       {u"post_id"_s, comment.post},
                       {u"parent_id"_s, comment.parent.isEmpty() ? comment.post : comment.parent},
                       {u"created_time"_s, (verb == u"add" ? comment.at : m_world.now()) / 1000}};
    if (!m_faults.on(u"hidden_profiles"_s))
        value.insert(u"from"_s, person(actor));
    if (verb != u"remove") {
        if (!comment.message.isEmpty())
            value.insert(u"message"_s, comment.message);
        if (!comment.media.isEmpty())
            value.insert(u"photo"_s, m_media.url(comment.media));
        value.insert(u"post"_s, QJsonObject {{u"id"_s, post.id},
                                             {u"permalink_url"_s, m_world.permalink(post)},
                                             {u"is_published"_s, post.published},
                                             {u"status_type"_s, u"mobile_status_update"_s},
                                             {u"updated_time"_s, isoTime(post.updatedAt)},
                                             {u"promotion_status"_s, u"inactive"_s}});
    }
    tellChange(u"feed"_s, value, comment.post);
}

Comment &Happenings::comment(Post &post, const QString &author, const QString &message, const QString &media, const QString &parent,
                             qint64 at, bool silent)
{
    Comment comment {.id = post.id.section(u'_', 1) + u'_' + m_world.newNumber(),
                     .post = post.id,
                     .parent = parent,
                     .by = m_world.isPage(author) ? u"graph"_s : u"citizen"_s,
                     .author = author,
                     .message = message,
                     .media = media,
                     .at = at > 0 ? at : m_world.now()};
    post.comments.append(comment.id);
    post.updatedAt = qMax(post.updatedAt, comment.at);
    Comment &kept = m_world.comments.insert(comment.id, comment).value();
    if (!silent)
        tellComment(kept, u"add"_s, author);
    m_world.touch();
    return kept;
}

void Happenings::editComment(Comment &comment, const QString &message)
{
    comment.message = message;
    comment.edited = true;
    tellComment(comment, u"edited"_s, comment.author);
}

void Happenings::removeComment(Comment &comment)
{
    comment.deleted = true;
    tellComment(comment, u"remove"_s, comment.author);
}

// `from` is the page that hides, not the author of what is hidden
void Happenings::hideComment(Comment &comment, bool hidden)
{
    if (std::exchange(comment.hidden, hidden) == hidden)
        return;
    tellComment(comment, hidden ? u"hide"_s : u"unhide"_s, m_world.config.pageId);
}

// carries a comment_id too, and is no comment
void Happenings::commentReaction(Comment &comment, const QString &author, const QString &reaction)
{
    tellChange(u"feed"_s,
               {{u"item"_s, u"reaction"_s},
                {u"verb"_s, u"add"_s},
                {u"comment_id"_s, comment.id},
                {u"post_id"_s, comment.post},
                {u"parent_id"_s, comment.post},
                {u"reaction_type"_s, reaction},
                {u"from"_s, person(author)},
                {u"created_time"_s, m_world.nowSeconds()}},
               comment.post);
}

// ---- what happens by itself --------------------------------------------------------------------------------------------------

void Happenings::tick()
{
    for (Post &post : m_world.posts) {
        const bool due = !post.deleted && !post.published && post.scheduledAt > 0 && post.scheduledAt <= m_world.nowSeconds();
        if (due)
            publishNow(post);
    }
    finishVideos();
}

// A fresh video is first told as `edited`, `published 0`; it has no post until it is processed
void Happenings::videoArrived(Video &video)
{
    tellChange(u"feed"_s,
               {{u"item"_s, u"video"_s},
                {u"verb"_s, u"edited"_s},
                {u"published"_s, 0},
                {u"video_id"_s, video.id},
                {u"from"_s, person(m_world.config.pageId)},
                {u"created_time"_s, m_world.nowSeconds()}},
               video.id);
}

void Happenings::finishVideos()
{
    for (Video &video : m_world.videos) {
        const bool ready = !video.failed && video.readyAt > 0 && video.readyAt <= m_world.now();
        if (!ready || video.announced)
            continue;
        video.announced = true;
        const bool now = video.published && video.scheduledAt == 0;
        if (!now && video.scheduledAt == 0)
            continue;
        Post &post = publish({.author = m_world.config.pageId,
                              .item = u"video"_s,
                              .message = video.description,
                              .video = video.id,
                              .published = now,
                              .scheduledAt = video.scheduledAt});
        video.post = post.id;
        tellPost(post, u"add"_s);
    }
}

} // namespace standin
