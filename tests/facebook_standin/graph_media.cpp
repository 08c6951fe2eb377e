// SPDX-License-Identifier: GPL-3.0-or-later
// Photos, staged or posted, and videos: whole, fetched from a URL, or in chunks of start, transfer and finish.
#include "graph.h"

#include <QJsonArray>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace standin {

static constexpr qint64 PhotoLimit = 4 * 1024 * 1024;
static constexpr qint64 ChunkBytes = 1024 * 1024;
static constexpr int PhotoFetchLimitMs = 10'000;
static constexpr int VideoFetchLimitMs = 75'000;
static constexpr int ProcessingMs = 800;

void Graph::fetch(const QString &url, int limitMs, std::function<void(QByteArray, QString)> then)
{
    QNetworkRequest request {QUrl(url)};
    request.setTransferTimeout(limitMs);
    QNetworkReply *reply = m_network.get(request);
    connect(reply, &QNetworkReply::finished, this, [reply, then] {
        reply->deleteLater();
        const bool good = reply->error() == QNetworkReply::NoError;
        then(good ? reply->readAll() : QByteArray(), reply->header(QNetworkRequest::ContentTypeHeader).toString().section(u';', 0, 0));
    });
}

void Graph::mediaFrom(const Call &call, const QString &part, const QString &urlParam, const QString &kind, int limitMs, ThenMedia then)
{
    if (const Part *file = call.request.file(part))
        return then(m_media.keep(file->bytes, file->fileName, file->mime, kind));
    const QString url = call.request.param(urlParam);
    if (url.isEmpty())
        return then({});
    fetch(url, limitMs, [this, url, kind, then](const QByteArray &bytes, const QString &mime) {
        then(bytes.isEmpty() ? QString() : m_media.keep(bytes, QUrl(url).fileName(), mime, kind));
    });
}

// ---- photos ------------------------------------------------------------------------------------------------------------------

void Graph::photos(const Call &call)
{
    if (!call.writes) {
        QList<Node> nodes;
        for (const Photo &photo : std::as_const(m_world.photos)) {
            if (!photo.post.isEmpty())
                nodes.prepend(photoNode(photo));
        }
        return edge(call, nodes);
    }
    mediaFrom(call, u"source"_s, u"url"_s, {}, PhotoFetchLimitMs, [this, call](const QString &media) { addPhoto(call, media); });
}

void Graph::addPhoto(const Call &call, const QString &mediaId)
{
    const Media media = m_world.media.value(mediaId);
    if (mediaId.isEmpty() || media.kind != u"image")
        return fail(call, {.code = 324, .subcode = 2069019, .message = u"(#324) Missing or invalid image file"_s});
    if (media.bytes > PhotoLimit)
        return fail(
            call,
            {.code = 1,
             .subcode = 1366046,
             .message =
                 u"Your photos couldn't be uploaded. Photos should be less than 4 MB and saved as JPG, PNG, GIF, TIFF, HEIF or WebP files."_s});
    PostDraft draft {
        .author = m_world.config.pageId, .item = u"photo"_s, .message = call.request.param(u"message"_s, call.request.param(u"caption"_s))};
    if (const auto error = readSchedule(call, draft))
        return fail(call, *error);
    const Photo photo {.id = m_world.newNumber(), .media = mediaId, .message = draft.message, .at = m_world.now()};
    m_world.photos.insert(photo.id, photo);
    if (!draft.published && draft.scheduledAt == 0)
        return written(call, photo.id, photoNode(photo));
    draft.photos = {photo.id};
    const Post &post = m_happenings.publish(draft);
    QJsonObject body {{u"id"_s, photo.id}, {u"post_id"_s, post.id}};
    if (call.request.has(u"fields"_s))
        return node(call, photoNode(m_world.photos.value(photo.id)), body);
    ok(call, body);
}

Node Graph::photoNode(const Photo &photo) const
{
    const Media media = m_world.media.value(photo.media);
    const QString url = m_media.url(media.id);
    const QJsonArray images {QJsonObject {{u"source"_s, url}, {u"width"_s, media.width}, {u"height"_s, media.height}}};
    QJsonObject values {{u"id"_s, photo.id},
                        {u"created_time"_s, isoTime(photo.at)},
                        {u"name"_s, photo.message},
                        {u"images"_s, images},
                        {u"picture"_s, url},
                        {u"source"_s, url},
                        {u"width"_s, media.width},
                        {u"height"_s, media.height},
                        {u"permalink_url"_s, u"%1/photo.php?fbid=%2"_s.arg(m_world.config.baseUrl, photo.id)},
                        {u"link"_s, u"%1/photo.php?fbid=%2"_s.arg(m_world.config.baseUrl, photo.id)}};
    if (!photo.post.isEmpty())
        values.insert(u"page_story_id"_s, photo.post);
    return {.type = u"Photo"_s,
            .values = values,
            .absent = {u"album"_s, u"from"_s, u"page_story_id"_s, u"post_id"_s},
            .byDefault = {u"created_time"_s, u"name"_s}};
}

// ---- videos ------------------------------------------------------------------------------------------------------------------

void Graph::videos(const Call &call)
{
    if (!call.writes) {
        QList<Node> nodes;
        for (const Video &video : std::as_const(m_world.videos))
            nodes.prepend(videoNode(video));
        return edge(call, nodes);
    }
    const QString phase = call.request.param(u"upload_phase"_s);
    if (phase == u"start")
        return videoStart(call);
    if (phase == u"transfer")
        return videoTransfer(call);
    if (phase == u"finish")
        return videoFinish(call);
    mediaFrom(call, u"source"_s, u"file_url"_s, {}, VideoFetchLimitMs, [this, call](const QString &media) {
        if (m_world.media.value(media).kind != u"video")
            return fail(call, {.code = 6000,
                               .message = u"(#6000) There was a problem uploading your video file. Please try again with another file."_s});
        addVideo(call, media, {});
    });
}

void Graph::videoStart(const Call &call)
{
    const qint64 size = call.request.param(u"file_size"_s).toLongLong();
    if (size <= 0)
        return fail(call, {.code = 100, .subcode = 1363022, .message = u"(#100) The video file you selected is too small."_s});
    const QString session = m_world.newNumber();
    m_uploads.insert(session, {.video = m_world.newNumber(), .size = size});
    ok(call, {{u"upload_session_id"_s, session},
              {u"video_id"_s, m_uploads.value(session).video},
              {u"start_offset"_s, u"0"_s},
              {u"end_offset"_s, QString::number(qMin(size, ChunkBytes))}});
}

static QJsonObject offsets(qint64 have, qint64 size)
{
    return {{u"start_offset"_s, QString::number(have)}, {u"end_offset"_s, QString::number(qMin(size, have + ChunkBytes))}};
}

void Graph::videoTransfer(const Call &call)
{
    const auto upload = m_uploads.find(call.request.param(u"upload_session_id"_s));
    if (upload == m_uploads.end())
        return fail(call, {.code = 100, .subcode = 1363019, .message = u"(#100) There was a problem uploading your video file."_s});
    const Part *chunk = call.request.file(u"video_file_chunk"_s);
    const qint64 have = upload->bytes.size();
    const bool fits = chunk && call.request.param(u"start_offset"_s).toLongLong() == have
                      && chunk->bytes.size() == qMin(ChunkBytes, upload->size - have);
    if (!fits)
        return fail(call, {.code = 100,
                           .subcode = 1363037,
                           .message = u"(#100) The offset of the chunk is wrong."_s,
                           .data = offsets(have, upload->size)});
    upload->bytes += chunk->bytes;
    ok(call, offsets(upload->bytes.size(), upload->size));
}

void Graph::videoFinish(const Call &call)
{
    const QString session = call.request.param(u"upload_session_id"_s);
    const auto upload = m_uploads.constFind(session);
    if (upload == m_uploads.constEnd() || upload->bytes.size() != upload->size)
        return fail(call, {.code = 6000, .message = u"(#6000) There was a problem uploading your video file. Please try again."_s});
    const QString media = m_media.keep(upload->bytes, u"upload.mp4"_s, {}, u"video"_s);
    const QString id = upload->video;
    m_uploads.remove(session);
    addVideo(call, media, id);
}

void Graph::addVideo(const Call &call, const QString &media, const QString &id)
{
    PostDraft draft;
    if (const auto error = readSchedule(call, draft))
        return fail(call, *error);
    const Video video {.id = id.isEmpty() ? m_world.newNumber() : id,
                       .media = media,
                       .title = call.request.param(u"title"_s),
                       .description = call.request.param(u"description"_s),
                       .readyAt = m_world.now() + m_faults.number(u"video_processing_ms"_s, ProcessingMs),
                       .published = draft.published,
                       .scheduledAt = draft.scheduledAt};
    Video &kept = m_world.videos.insert(video.id, video).value();
    m_happenings.videoArrived(kept);
    if (id.isEmpty())
        written(call, video.id, videoNode(kept));
    else
        ok(call, {{u"success"_s, true}});
}

void Graph::writeVideo(const Call &call, Video &video)
{
    if (!call.writes)
        return node(call, videoNode(video));
    if (call.request.method == "DELETE") {
        if (const auto post = m_world.posts.find(video.post); post != m_world.posts.end())
            m_happenings.removePost(*post);
        m_world.videos.remove(call.path.first());
    } else if (call.request.has(u"description"_s)) {
        video.description = call.request.param(u"description"_s);
        if (const auto post = m_world.posts.find(video.post); post != m_world.posts.end())
            m_happenings.editPost(*post, video.description);
    }
    ok(call, {{u"success"_s, true}});
}

Node Graph::videoNode(const Video &video) const
{
    const bool ready = video.readyAt <= m_world.now();
    QJsonObject values {{u"id"_s, video.id},
                        {u"title"_s, video.title},
                        {u"description"_s, video.description},
                        {u"permalink_url"_s, u"/%1/videos/%2/"_s.arg(m_world.config.profileId, video.id)},
                        {u"status"_s, QJsonObject {{u"video_status"_s, video.failed ? u"error"_s
                                                                       : ready      ? u"ready"_s
                                                                                    : u"processing"_s},
                                                   {u"processing_progress"_s, ready ? 100 : 50}}},
                        {u"published"_s, video.published && ready},
                        {u"source"_s, m_media.url(video.media, u"video"_s)},
                        {u"updated_time"_s, isoTime(video.readyAt)},
                        {u"created_time"_s, isoTime(video.readyAt)}};
    if (!video.post.isEmpty())
        values.insert(u"post_id"_s, video.post);
    if (video.scheduledAt > 0)
        values.insert(u"scheduled_publish_time"_s, video.scheduledAt);
    return {.type = u"Video"_s,
            .values = values,
            .absent = {u"post_id"_s, u"scheduled_publish_time"_s, u"length"_s, u"picture"_s, u"from"_s, u"format"_s},
            .byDefault = {u"description"_s, u"updated_time"_s}};
}

} // namespace standin
