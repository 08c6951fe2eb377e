// SPDX-License-Identifier: GPL-3.0-or-later
// The world as tests and the web page see it.
#include "control.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace standin {

static constexpr int PostsOnTheWall = 30;

QJsonObject Control::shown(const Media &media) const
{
    return {{u"media"_s, media.id},
            {u"kind"_s, media.kind},
            {u"mime"_s, media.mime},
            {u"bytes"_s, media.bytes},
            {u"sha256"_s, QString::fromLatin1(media.sha256)},
            {u"name"_s, media.name},
            {u"url"_s, m_media.url(media.id)}};
}

QJsonObject Control::shown(const Attachment &attachment) const
{
    if (!attachment.media.isEmpty()) {
        QJsonObject media = shown(m_world.media.value(attachment.media));
        media.insert(u"kind"_s, attachment.kind);
        return media;
    }
    QJsonObject out {{u"kind"_s, attachment.kind}};
    if (attachment.kind == u"sticker") {
        out.insert(u"sticker_id"_s, attachment.stickerId);
        out.insert(u"url"_s, m_media.stickerUrl(attachment.stickerId));
    } else if (attachment.kind == u"location") {
        out.insert(u"lat"_s, attachment.latitude);
        out.insert(u"long"_s, attachment.longitude);
    } else {
        out.insert(u"url"_s, attachment.url);
        out.insert(u"title"_s, attachment.title);
    }
    return out;
}

QJsonObject Control::shown(const Message &message) const
{
    QJsonArray attachments, reactions;
    for (const Attachment &one : message.attachments)
        attachments.append(shown(one));
    for (const QString &emoji : message.reactions)
        reactions.append(emoji);
    return {{u"mid"_s, message.mid},
            {u"from"_s, message.by == u"citizen" ? u"citizen"_s : u"page"_s},
            {u"by"_s, message.by},
            {u"text"_s, message.text},
            {u"at"_s, message.at},
            {u"attachments"_s, attachments},
            {u"reply_to"_s, message.replyTo},
            {u"metadata"_s, message.metadata},
            {u"app_id"_s, message.appId},
            {u"messaging_type"_s, message.messagingType},
            {u"tag"_s, message.tag},
            {u"private_reply_to"_s, message.privateReplyTo},
            {u"edits"_s, message.edits},
            {u"deleted"_s, message.deleted},
            {u"delivered"_s, message.delivered},
            {u"read"_s, message.read},
            {u"reactions"_s, reactions}};
}

QJsonObject Control::shown(const Citizen &citizen, bool withMessages) const
{
    QJsonObject out {{u"psid"_s, citizen.psid},
                     {u"name"_s, citizen.name},
                     {u"key"_s, citizen.key},
                     {u"conversation"_s, citizen.conversation},
                     {u"comment_as"_s, citizen.commentId},
                     {u"blocked"_s, citizen.blocked},
                     {u"last_message_at"_s, citizen.lastMessageAt},
                     {u"updated_at"_s, citizen.updatedAt},
                     {u"message_count"_s, citizen.mids.size()}};
    if (!withMessages)
        return out;
    QJsonArray messages;
    for (const QString &mid : citizen.mids)
        messages.append(shown(m_world.messages.value(mid)));
    out.insert(u"messages"_s, messages);
    return out;
}

QJsonObject Control::shown(const Comment &comment) const
{
    QJsonObject out {{u"id"_s, comment.id},
                     {u"post"_s, comment.post},
                     {u"parent"_s, comment.parent},
                     {u"from"_s, comment.author},
                     {u"name"_s, m_world.nameOf(comment.author)},
                     {u"by"_s, comment.by},
                     {u"message"_s, comment.message},
                     {u"at"_s, comment.at},
                     {u"hidden"_s, comment.hidden},
                     {u"deleted"_s, comment.deleted},
                     {u"edited"_s, comment.edited},
                     {u"private_replied"_s, comment.privateReplied}};
    if (!comment.media.isEmpty())
        out.insert(u"photo"_s, shown(m_world.media.value(comment.media)));
    return out;
}

QJsonObject Control::shown(const Post &post) const
{
    QJsonArray photos, comments;
    for (const QString &id : post.photos) {
        QJsonObject photo = shown(m_world.media.value(m_world.photos.value(id).media));
        photo.insert(u"id"_s, id);
        photos.append(photo);
    }
    for (const QString &id : post.comments)
        comments.append(shown(m_world.comments.value(id)));
    const QString state = post.deleted           ? u"deleted"_s
                          : post.published       ? u"published"_s
                          : post.scheduledAt > 0 ? u"scheduled"_s
                                                 : u"staged"_s;
    QJsonObject out {{u"id"_s, post.id},
                     {u"by"_s, post.by},
                     {u"from"_s, post.author},
                     {u"name"_s, m_world.nameOf(post.author)},
                     {u"message"_s, post.message},
                     {u"link"_s, post.link},
                     {u"state"_s, state},
                     {u"permalink_url"_s, m_world.permalink(post)},
                     {u"scheduled_publish_time"_s, post.scheduledAt},
                     {u"created_at"_s, post.at},
                     {u"photos"_s, photos},
                     {u"comments"_s, comments}};
    if (!post.video.isEmpty()) {
        const Video video = m_world.videos.value(post.video);
        QJsonObject media = shown(m_world.media.value(video.media));
        media.insert(u"id"_s, video.id);
        media.insert(u"title"_s, video.title);
        out.insert(u"video"_s, media);
    }
    return out;
}

// What a visitor of the page sees, newest first
QJsonObject Control::wall() const
{
    QList<const Post *> visible;
    for (const Post &post : std::as_const(m_world.posts)) {
        if (post.published && !post.deleted && post.by != u"mention")
            visible.append(&post);
    }
    std::ranges::sort(visible, [](const Post *a, const Post *b) { return a->at > b->at; });
    QJsonArray posts;
    for (const Post *post : visible.first(qMin<qsizetype>(visible.size(), PostsOnTheWall)))
        posts.append(shown(*post));
    return {{u"posts"_s, posts}};
}

QJsonObject Control::state() const
{
    QJsonArray citizens, posts, unused, videos;
    for (const Citizen &citizen : std::as_const(m_world.citizens))
        citizens.append(shown(citizen, true));
    for (const Post &post : std::as_const(m_world.posts))
        posts.append(shown(post));
    for (const Photo &photo : std::as_const(m_world.photos)) {
        if (photo.post.isEmpty())
            unused.append(photo.id);
    }
    for (const Video &video : std::as_const(m_world.videos))
        videos.append(QJsonObject {{u"id"_s, video.id},
                                   {u"post"_s, video.post},
                                   {u"title"_s, video.title},
                                   {u"description"_s, video.description},
                                   {u"ready"_s, video.readyAt <= m_world.now()}});
    return {{u"page"_s, QJsonObject {{u"id"_s, m_world.config.pageId}, {u"name"_s, m_world.config.pageName}}},
            {u"now"_s, m_world.now()},
            {u"revision"_s, m_world.revision()},
            {u"citizens"_s, citizens},
            {u"posts"_s, posts},
            {u"videos"_s, videos},
            {u"sent"_s, QJsonArray::fromStringList(m_world.sent)},
            {u"unused_photos"_s, unused},
            {u"calls"_s, m_world.calls},
            {u"policy_warnings"_s, QJsonArray::fromStringList(m_world.policyWarnings)},
            {u"webhooks"_s, m_webhooks.state(false)},
            {u"faults"_s, m_faults.all()}};
}

} // namespace standin
