// SPDX-License-Identifier: GPL-3.0-or-later
// The wall over the Graph API: posts with their schedule, comments to read, answer, hide and delete.
#include "graph.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace standin {

static constexpr qint64 ScheduleAtLeast = 10 * 60;
static constexpr qint64 ScheduleAtMost = 30 * 86400;
static constexpr int PostTextLimit = 63206;

// ---- posts -------------------------------------------------------------------------------------------------------------------

void Graph::feed(const Call &call)
{
    if (call.writes)
        publishToFeed(call);
    else
        postEdge(call, u"feed"_s);
}

std::optional<GraphError> Graph::readSchedule(const Call &call, PostDraft &draft) const
{
    draft.published = call.request.flag(u"published"_s, true);
    const QString when = call.request.param(u"scheduled_publish_time"_s);
    if (when.isEmpty())
        return {};
    bool number = false;
    draft.scheduledAt = when.toLongLong(&number);
    if (!number)
        draft.scheduledAt = QDateTime::fromString(when, Qt::ISODate).toSecsSinceEpoch();
    if (draft.published)
        return badParameter(u"You cannot specify a scheduled publish time on a published post."_s);
    const qint64 ahead = draft.scheduledAt - m_world.nowSeconds();
    if (ahead < ScheduleAtLeast || ahead > ScheduleAtMost)
        return GraphError {.code = 100,
                           .subcode = 1349125,
                           .message = u"(#100) The specified scheduled publish time is invalid."_s,
                           .userTitle = u"Invalid scheduled time"_s,
                           .userMessage = u"The time must be between 10 minutes and 30 days from now."_s};
    return {};
}

static QStringList attachedMedia(const Request &request)
{
    QStringList ids;
    QJsonArray given = request.jsonParam(u"attached_media"_s).toArray();
    for (int i = 0; request.has(u"attached_media[%1]"_s.arg(i)); ++i)
        given.append(request.jsonParam(u"attached_media[%1]"_s.arg(i)));
    for (const QJsonValue &one : std::as_const(given)) {
        const QJsonObject object = one.isString() ? QJsonDocument::fromJson(one.toString().toUtf8()).object() : one.toObject();
        ids.append(object.value(u"media_fbid"_s).toVariant().toString());
    }
    return ids;
}

void Graph::publishToFeed(const Call &call)
{
    PostDraft draft {.author = m_world.config.pageId,
                     .message = call.request.param(u"message"_s),
                     .link = call.request.param(u"link"_s),
                     .photos = attachedMedia(call.request)};
    if (draft.message.isEmpty() && draft.link.isEmpty() && draft.photos.isEmpty())
        return fail(call, badParameter(u"You must provide a message, a link or attached media."_s, 33));
    if (draft.message.size() > PostTextLimit)
        return fail(call, badParameter(u"The message is too long."_s));
    if (!draft.link.isEmpty() && !QUrl(draft.link).scheme().startsWith(u"http"))
        return fail(call, {.code = 100, .subcode = 1609005, .message = u"(#100) The link cannot be scraped."_s});
    if (const auto error = readSchedule(call, draft))
        return fail(call, *error);
    for (const QString &id : std::as_const(draft.photos)) {
        const auto photo = m_world.photos.constFind(id);
        if (photo == m_world.photos.constEnd() || !photo->post.isEmpty())
            return fail(call, badParameter(u"The media_fbid %1 is not an unpublished photo."_s.arg(id)));
    }
    const Post *latest = m_world.latestPost();
    const bool repeats = latest && latest->message == draft.message && latest->link == draft.link && draft.photos.isEmpty();
    if (repeats && m_faults.on(u"refuse_repeat"_s))
        return fail(call, {.code = 506, .message = u"(#506) Duplicate status message"_s});
    const Post &post = m_happenings.publish(draft);
    written(call, post.id, postNode(post));
}

static bool onEdge(const Post &post, const QString &edge, const QString &pageId)
{
    if (post.deleted)
        return false;
    const bool own = post.author == pageId;
    if (edge == u"scheduled_posts")
        return own && !post.published && post.scheduledAt > 0;
    if (edge == u"published_posts" || edge == u"posts")
        return own && post.published;
    if (edge == u"tagged")
        return post.by == u"mention" && post.item == u"post"; // posts only: what names the page in a comment is listed nowhere
    if (edge == u"visitor_posts")
        return post.by == u"visitor";
    return post.by != u"mention";
}

void Graph::postEdge(const Call &call, const QString &edgeName)
{
    const qint64 since = call.request.param(u"since"_s).toLongLong();
    const qint64 until = call.request.param(u"until"_s).toLongLong();
    QList<const Post *> found;
    for (const Post &post : std::as_const(m_world.posts)) {
        const bool inTime = post.at / 1000 >= since && (until == 0 || post.at / 1000 <= until);
        if (inTime && onEdge(post, edgeName, m_world.config.pageId))
            found.append(&post);
    }
    std::ranges::stable_sort(found, [](const Post *a, const Post *b) { return a->at > b->at; });
    QList<Node> nodes;
    for (const Post *post : std::as_const(found))
        nodes.append(postNode(*post));
    edge(call, nodes);
}

void Graph::writePost(const Call &call, Post &post)
{
    if (!call.writes)
        return node(call, postNode(post));
    if (post.by == u"mention" || (call.request.method != "DELETE" && !m_world.isPage(post.author)))
        return fail(call, {.code = 200, .message = u"(#200) Permissions error"_s});
    if (call.request.method == "DELETE") {
        m_happenings.removePost(post);
    } else if (call.request.flag(u"is_published"_s, false) && !post.published) {
        m_happenings.publishNow(post);
    } else if (call.request.has(u"message"_s)) {
        m_happenings.editPost(post, call.request.param(u"message"_s));
    } else if (call.request.has(u"scheduled_publish_time"_s) && !post.published) {
        PostDraft draft {.published = false};
        Call again = call;
        again.request.form.insert(u"published"_s, u"false"_s);
        if (const auto error = readSchedule(again, draft))
            return fail(call, *error);
        post.scheduledAt = draft.scheduledAt;
    }
    ok(call, {{u"success"_s, true}});
}

Node Graph::postNode(const Post &post) const
{
    QJsonObject values {{u"id"_s, post.id},
                        {u"created_time"_s, isoTime(post.at)},
                        {u"updated_time"_s, isoTime(post.updatedAt)},
                        {u"permalink_url"_s, m_world.permalink(post)},
                        {u"is_published"_s, post.published},
                        {u"is_hidden"_s, false},
                        {u"is_expired"_s, false},
                        {u"from"_s, QJsonObject {{u"id"_s, post.author}, {u"name"_s, m_world.nameOf(post.author)}}},
                        {u"promotion_status"_s, u"inactive"_s},
                        {u"status_type"_s,
                         post.photos.isEmpty() ? post.video.isEmpty() ? u"mobile_status_update"_s : u"added_video"_s : u"added_photos"_s}};
    if (post.by == u"mention")
        values.remove(u"from"_s); // Facebook tells it only to who wrote it
    if (!post.message.isEmpty())
        values.insert(u"message"_s, post.message);
    if (post.scheduledAt > 0)
        values.insert(u"scheduled_publish_time"_s, post.scheduledAt);
    QJsonArray attachments;
    for (const QString &photo : post.photos) {
        const Media media = m_world.media.value(m_world.photos.value(photo).media);
        const QJsonObject image {{u"src"_s, m_media.url(media.id)}, {u"width"_s, media.width}, {u"height"_s, media.height}};
        attachments.append(QJsonObject {
            {u"type"_s, u"photo"_s}, {u"media"_s, QJsonObject {{u"image"_s, image}}}, {u"target"_s, QJsonObject {{u"id"_s, photo}}}});
        values.insert(u"full_picture"_s, m_media.url(m_world.photos.value(post.photos.first()).media));
    }
    if (!post.link.isEmpty())
        attachments.append(QJsonObject {{u"type"_s, u"share"_s}, {u"url"_s, post.link}});
    if (!post.video.isEmpty())
        attachments.append(QJsonObject {{u"type"_s, u"video_inline"_s}, {u"target"_s, QJsonObject {{u"id"_s, post.video}}}});
    if (!attachments.isEmpty())
        values.insert(u"attachments"_s, QJsonObject {{u"data"_s, attachments}});
    return {.type = u"Post"_s,
            .values = values,
            .absent = {u"message"_s, u"from"_s, u"scheduled_publish_time"_s, u"attachments"_s, u"full_picture"_s, u"story"_s, u"message_tags"_s,
                       u"shares"_s, u"to"_s, u"likes"_s, u"reactions"_s, u"icon"_s, u"picture"_s, u"can_reply_privately"_s,
                       u"properties"_s},
            .byDefault = {u"created_time"_s, u"message"_s},
            .edges = {{u"comments"_s, [this, id = post.id](const Field &field) {
                           const Post one = m_world.posts.value(id);
                           const bool stream = field.modifiers.value(u"filter"_s) == u"stream";
                           return innerEdge(one.id, commentsOf(one, {}, stream, field.modifiers.value(u"order"_s).startsWith(u"reverse")),
                                            field);
                       }}}};
}

// ---- comments ----------------------------------------------------------------------------------------------------------------

QList<Node> Graph::commentsOf(const Post &post, const QString &parent, bool stream, bool newestFirst) const
{
    QList<const Comment *> found;
    for (const QString &id : post.comments) {
        const auto comment = m_world.comments.constFind(id);
        if (!comment->deleted && (comment->parent == parent || (stream && parent.isEmpty())))
            found.append(&*comment);
    }
    std::ranges::stable_sort(found,
                             [newestFirst](const Comment *a, const Comment *b) { return newestFirst ? a->at > b->at : a->at < b->at; });
    QList<Node> nodes;
    for (const Comment *comment : std::as_const(found))
        nodes.append(commentNode(*comment));
    return nodes;
}

void Graph::comments(const Call &call, Post &post, const QString &parent)
{
    if (call.writes)
        return addComment(call, post, parent);
    const bool stream = call.request.param(u"filter"_s, u"toplevel"_s) == u"stream";
    edge(call, commentsOf(post, parent, stream, call.request.param(u"order"_s).startsWith(u"reverse")));
}

void Graph::addComment(const Call &call, Post &post, const QString &parent)
{
    const QString message = call.request.param(u"message"_s), postId = post.id;
    const auto add = [this, call, message, postId, parent](const QString &media) {
        const auto post = m_world.posts.find(postId);
        if (post == m_world.posts.end())
            return notFound(call, postId);
        const Comment &made = m_happenings.comment(*post, m_world.config.pageId, message, media, parent, 0, false);
        written(call, made.id, commentNode(made));
    };
    const QString staged = m_world.photos.value(call.request.param(u"attachment_id"_s)).media;
    if (call.request.file(u"source"_s) || call.request.has(u"attachment_url"_s))
        return mediaFrom(call, u"source"_s, u"attachment_url"_s, u"image"_s, 10'000, [this, call, add](const QString &media) {
            media.isEmpty() ? fail(call, badParameter(u"Missing or invalid image file"_s)) : add(media);
        });
    if (message.trimmed().isEmpty() && staged.isEmpty() && !call.request.has(u"attachment_share_url"_s))
        return fail(call, badParameter(u"A message or an attachment is required"_s));
    add(staged);
}

void Graph::writeComment(const Call &call, Comment &comment)
{
    const bool own = m_world.isPage(comment.author);
    if (!call.writes)
        return node(call, commentNode(comment));
    if (call.request.method == "DELETE") {
        m_happenings.removeComment(comment);
    } else if (call.request.has(u"is_hidden"_s)) {
        if (own)
            return fail(call, {.code = 200, .message = u"(#200) This comment cannot be hidden"_s});
        m_happenings.hideComment(comment, call.request.flag(u"is_hidden"_s, false));
    } else if (call.request.has(u"message"_s)) {
        if (!own)
            return fail(call, {.code = 200, .message = u"(#200) Permissions error"_s});
        comment.media.clear(); // leaving out the attachment drops it
        m_happenings.editComment(comment, call.request.param(u"message"_s));
    }
    ok(call, {{u"success"_s, true}});
}

Node Graph::commentNode(const Comment &comment) const
{
    const bool own = m_world.isPage(comment.author);
    QJsonObject values {{u"id"_s, comment.id},
                        {u"created_time"_s, isoTime(comment.at)},
                        {u"message"_s, comment.message},
                        {u"permalink_url"_s, m_world.permalink(comment)},
                        {u"is_hidden"_s, comment.hidden},
                        {u"can_hide"_s, !own},
                        {u"can_remove"_s, true},
                        {u"can_comment"_s, true},
                        {u"can_reply_privately"_s, !own && !comment.privateReplied},
                        {u"like_count"_s, 0},
                        {u"user_likes"_s, false}};
    int replies = 0;
    for (const QString &id : m_world.posts.value(comment.post).comments) {
        const Comment other = m_world.comments.value(id);
        replies += !other.deleted && other.parent == comment.id;
    }
    values.insert(u"comment_count"_s, replies);
    if (own || !m_faults.on(u"hidden_profiles"_s))
        values.insert(u"from"_s, QJsonObject {{u"id"_s, comment.author}, {u"name"_s, m_world.nameOf(comment.author)}});
    if (!comment.parent.isEmpty())
        values.insert(u"parent"_s,
                      QJsonObject {{u"id"_s, comment.parent}, {u"created_time"_s, isoTime(m_world.comments.value(comment.parent).at)}});
    if (!comment.media.isEmpty()) {
        const Media media = m_world.media.value(comment.media);
        const QJsonObject image {{u"src"_s, m_media.url(media.id)}, {u"width"_s, media.width}, {u"height"_s, media.height}};
        values.insert(u"attachment"_s, QJsonObject {{u"type"_s, u"photo"_s},
                                                    {u"url"_s, m_world.permalink(comment)},
                                                    {u"target"_s, QJsonObject {{u"id"_s, media.id}}},
                                                    {u"media"_s, QJsonObject {{u"image"_s, image}}}});
    }
    return {.type = u"Comment"_s,
            .values = values,
            .absent = {u"from"_s, u"parent"_s, u"attachment"_s, u"message_tags"_s, u"object"_s, u"likes"_s, u"reactions"_s,
                       u"private_reply_conversation"_s},
            .byDefault = {u"created_time"_s, u"from"_s, u"message"_s},
            .edges = {{u"comments"_s, [this, id = comment.id](const Field &field) {
                           const Comment one = m_world.comments.value(id);
                           return innerEdge(one.id, commentsOf(m_world.posts.value(one.post), one.id, false, false), field);
                       }}}};
}

} // namespace standin
