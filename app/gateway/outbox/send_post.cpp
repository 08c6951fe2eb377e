// SPDX-License-Identifier: GPL-3.0-or-later
// A bulletin becomes a post of the page: words, a link, a photo, an album, a video; at once or at its time; once.
#include "gateway/channels/facebook/json_read.h"
#include "gateway/outbox/sending.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace trucban::gateway {

namespace {

using Fields = QList<std::pair<QString, QString>>;

constexpr qint64 largestPhoto = 4'000'000; // above it Facebook answers 1366046
const QString idAndLink = u"id,permalink_url"_s;

struct Made {
    QString postId;
    QString permalink;
    bool published = true;
};

bool isScheduled(const Sending &sending)
{
    return sending.item.bulletin->scheduledFor > sending.now.addSecs(11 * 60); // Facebook wants ten minutes; later ones are posted by us
}

void addSchedule(const Sending &sending, Fields &fields, bool media)
{
    if (!isScheduled(sending))
        return;
    fields << std::pair(u"published"_s, u"false"_s)
           << std::pair(u"scheduled_publish_time"_s, QString::number(sending.item.bulletin->scheduledFor.toSecsSinceEpoch()));
    if (media)
        fields << std::pair(u"unpublished_content_type"_s, u"SCHEDULED"_s);
}

/// Permalink and state as Facebook has them. Failing to read them is no failure of the post.
Made readBack(Sending &sending, Made made)
{
    const auto post = sending.graph.get(made.postId, {{u"fields"_s, u"id,permalink_url,is_published"_s}});
    if (!post)
        return made;
    if (const QString link = (*post)[u"permalink_url"_s].toString(); !link.isEmpty())
        made.permalink = link;
    if ((*post)[u"is_published"_s].isBool())
        made.published = (*post)[u"is_published"_s].toBool();
    return made;
}

SendOutcome done(Sending &sending, Made made)
{
    if (!sending.item.platformIds.contains(made.postId))
        sending.ledger.partSent(sending.item, made.postId);
    made = readBack(sending, made);
    return QJsonObject{{u"platform_id"_s, made.postId}, {u"permalink"_s, absolutePermalink(made.permalink)}, {u"published"_s, made.published}};
}

/// The post on the page, when an earlier try went through unseen.
Sent<std::optional<QJsonObject>> lookFor(Sending &sending)
{
    const BulletinToPost &bulletin = *sending.item.bulletin;
    const auto isIt = [&](const QJsonObject &post) {
        return sameWords(post[u"message"_s].toString(), bulletin.text) && !(bulletin.text.isEmpty() && bulletin.media.isEmpty());
    };
    const std::pair<QString, QString> edges[] = {{u"published_posts"_s, u"id,message,created_time,from,permalink_url"_s},
                                                 {u"scheduled_posts"_s, u"id,message,created_time,permalink_url"_s}};
    for (const auto &[edge, fields] : edges) {
        const auto posts = sending.read(sending.pagePath(edge), {{u"fields"_s, fields}, {u"limit"_s, u"50"_s}});
        if (!posts)
            return std::unexpected(posts.error());
        auto found = sending.findUnknown((*posts)[u"data"_s].toArray(), isIt);
        if (!found || *found)
            return found;
    }
    return std::nullopt;
}

Sent<Made> postWords(Sending &sending)
{
    const BulletinToPost &bulletin = *sending.item.bulletin;
    Fields fields{{u"message"_s, bulletin.text}, {u"fields"_s, idAndLink}};
    if (!bulletin.link.isEmpty())
        fields << std::pair(u"link"_s, bulletin.link);
    addSchedule(sending, fields, false);
    const auto answer = sending.write({.verb = GraphCall::Post, .path = sending.pagePath(u"feed"_s), .fields = fields});
    if (!answer)
        return std::unexpected(answer.error());
    return Made{facebook::idOf((*answer)[u"id"_s]), (*answer)[u"permalink_url"_s].toString(), !isScheduled(sending)};
}

/// A picture Facebook takes: the screen-size derivative when the original is too heavy.
Sent<media::MediaInfo> photoInfo(Sending &sending, MediaId id)
{
    auto info = sending.mediaInfo(id);
    if (!info || info->original.bytes <= largestPhoto)
        return info;
    const media::MediaPart screen = info->derivative(u"screen"_s);
    return screen ? sending.mediaInfo(screen.id) : info;
}

Sent<QJsonObject> uploadPhoto(Sending &sending, MediaId id, const Fields &fields)
{
    const auto info = photoInfo(sending, id);
    if (!info)
        return std::unexpected(info.error());
    GraphCall call{.verb = GraphCall::Post, .path = sending.pagePath(u"photos"_s), .fields = fields};
    call.parts << sending.upload(u"source"_s, *info);
    return sending.write(call);
}

Sent<Made> postOnePhoto(Sending &sending)
{
    Fields fields{{u"message"_s, sending.item.bulletin->text}};
    addSchedule(sending, fields, true);
    if (!isScheduled(sending))
        fields << std::pair(u"published"_s, u"true"_s);
    const auto answer = uploadPhoto(sending, sending.item.bulletin->media.first(), fields);
    if (!answer)
        return std::unexpected(answer.error());
    const QString post = facebook::idOf((*answer)[u"post_id"_s]);
    return Made{post.isEmpty() ? facebook::idOf((*answer)[u"id"_s]) : post, {}, !isScheduled(sending)};
}

Sent<Made> postAlbum(Sending &sending)
{
    const BulletinToPost &bulletin = *sending.item.bulletin;
    QStringList staged;
    const auto cleanUp = [&] { // nobody sees them, but they lie about for a day
        for (const QString &photo : std::as_const(staged))
            (void)sending.graph.call({.verb = GraphCall::Delete, .path = photo});
    };
    QJsonArray attached;
    for (const MediaId id : bulletin.media) {
        Fields fields{{u"published"_s, u"false"_s}};
        if (isScheduled(sending))
            fields << std::pair(u"temporary"_s, u"true"_s);
        auto answer = uploadPhoto(sending, id, fields);
        if (!answer) {
            answer.error().error.write = false; // a staged photo more is no post more
            cleanUp();
            return std::unexpected(answer.error());
        }
        staged << facebook::idOf((*answer)[u"id"_s]);
        attached << QJsonObject{{u"media_fbid"_s, staged.last()}};
    }
    Fields fields{{u"message"_s, bulletin.text}, {u"fields"_s, idAndLink},
                  {u"attached_media"_s, QString::fromUtf8(QJsonDocument(attached).toJson(QJsonDocument::Compact))}};
    addSchedule(sending, fields, false);
    const auto answer = sending.write({.verb = GraphCall::Post, .path = sending.pagePath(u"feed"_s), .fields = fields});
    if (!answer) {
        if (answer.error().what == Trouble::Graph && judge(answer.error().error).action == GraphAction::Refuse)
            cleanUp();
        return std::unexpected(answer.error());
    }
    return Made{facebook::idOf((*answer)[u"id"_s]), (*answer)[u"permalink_url"_s].toString(), !isScheduled(sending)};
}

class VideoUpload
{
public:
    VideoUpload(Sending &sending, const media::MediaInfo &info) : m_sending(sending), m_info(info) {}

    Sent<QString> run()
    {
        return begin().and_then([this] { return transfer(); }).and_then([this] { return finish(); }).transform([this] { return m_video; });
    }

private:
    GraphCall phase(const QString &name) const
    {
        GraphCall call{.verb = GraphCall::Post, .path = m_sending.pagePath(u"videos"_s), .fields = {{u"upload_phase"_s, name}}, .videoHost = true};
        if (!m_session.isEmpty())
            call.fields << std::pair(u"upload_session_id"_s, m_session);
        return call;
    }

    Sent<void> begin()
    {
        GraphCall call = phase(u"start"_s);
        call.fields << std::pair(u"file_size"_s, QString::number(m_info.original.bytes));
        auto answer = m_sending.write(call);
        if (!answer) {
            answer.error().error.write = false; // an upload begun and forgotten is no post
            return std::unexpected(answer.error());
        }
        m_session = facebook::idOf((*answer)[u"upload_session_id"_s]);
        m_video = facebook::idOf((*answer)[u"video_id"_s]);
        take(*answer);
        m_sending.ledger.note(m_sending.item, {{u"video_id"_s, m_video}});
        return {};
    }

    Sent<void> transfer()
    {
        int troubles = 0;
        while (m_start < m_end) {
            GraphCall call = phase(u"transfer"_s);
            call.fields << std::pair(u"start_offset"_s, QString::number(m_start));
            call.parts << m_sending.upload(u"video_file_chunk"_s, m_info, QString(), m_start, m_end - m_start);
            auto answer = m_sending.write(call);
            if (answer) {
                take(*answer);
                continue;
            }
            const bool again = answer.error().what == Trouble::Graph && judge(answer.error().error).action == GraphAction::Resume && ++troubles < 6;
            if (!again) {
                answer.error().error.write = false;
                return std::unexpected(answer.error());
            }
            take(answer.error().error.data); // the right offsets, when Facebook says them
        }
        return {};
    }

    Sent<void> finish()
    {
        GraphCall call = phase(u"finish"_s);
        call.fields << std::pair(u"description"_s, m_sending.item.bulletin->text);
        addSchedule(m_sending, call.fields, true);
        if (!isScheduled(m_sending))
            call.fields << std::pair(u"published"_s, u"true"_s);
        const auto answer = m_sending.write(call);
        if (!answer)
            return std::unexpected(answer.error());
        m_sending.ledger.note(m_sending.item, {{u"video_finished"_s, true}});
        return {};
    }

    void take(const QJsonObject &offsets)
    {
        if (!offsets.contains(u"start_offset"_s))
            return;
        m_start = facebook::textOf(offsets[u"start_offset"_s]).toLongLong();
        m_end = std::min(facebook::textOf(offsets[u"end_offset"_s]).toLongLong(), m_info.original.bytes);
    }

    Sending &m_sending;
    const media::MediaInfo &m_info;
    QString m_session;
    QString m_video;
    qint64 m_start = 0;
    qint64 m_end = 0;
};

/// The post of a video exists once Facebook has worked on the file; until then the item waits, and nothing is sent again.
Sent<Made> postOfVideo(Sending &sending, const QString &video)
{
    const auto state = sending.read(video, {{u"fields"_s, u"status,post_id,permalink_url,published"_s}});
    if (!state)
        return std::unexpected(Trouble{.what = Trouble::Paused, .word = u"video_processing"_s, .after = std::chrono::seconds(5)});
    if ((*state)[u"status"_s].toObject()[u"video_status"_s].toString() == u"error"_s)
        return refused(u"video_unreadable"_s);
    const QString post = facebook::idOf((*state)[u"post_id"_s]);
    if (post.isEmpty())
        return std::unexpected(Trouble{.what = Trouble::Paused, .word = u"video_processing"_s, .after = std::chrono::seconds(2)});
    const QString full = post.contains(u'_') ? post : sending.graph.settings().pageId + u'_' + post;
    return Made{full, (*state)[u"permalink_url"_s].toString(), (*state)[u"published"_s].toBool(!isScheduled(sending))};
}

Sent<Made> postVideo(Sending &sending, const media::MediaInfo &info)
{
    if (sending.item.facts[u"video_finished"_s].toBool())
        return postOfVideo(sending, sending.item.facts[u"video_id"_s].toString());
    return VideoUpload(sending, info).run().and_then([&](const QString &video) { return postOfVideo(sending, video); });
}

Sent<Made> post(Sending &sending)
{
    const BulletinToPost &bulletin = *sending.item.bulletin;
    if (bulletin.media.isEmpty())
        return postWords(sending);
    int videos = 0;
    std::optional<media::MediaInfo> last;
    for (const MediaId id : bulletin.media) {
        const auto info = sending.mediaInfo(id);
        if (!info)
            return std::unexpected(info.error());
        if (info->kind != u"image"_s && info->kind != u"video"_s)
            return refused(u"media_kind"_s);
        videos += info->kind == u"video"_s;
        last = *info;
    }
    if (videos > 0 && bulletin.media.size() > 1)
        return refused(u"video_stands_alone"_s); // Facebook mixes no photos and videos in one post of this kind
    if (videos == 1)
        return postVideo(sending, *last);
    return bulletin.media.size() == 1 ? postOnePhoto(sending) : postAlbum(sending);
}

/// Whether the last phase of an earlier upload went through unseen: the post may not be listed while Facebook works on the file.
Sent<bool> videoWasFinished(Sending &sending)
{
    const QString video = sending.item.facts[u"video_id"_s].toString();
    if (video.isEmpty())
        return false;
    const auto state = sending.read(video, {{u"fields"_s, u"status,post_id,published"_s}});
    if (!state && state.error().what == Trouble::Graph && judge(state.error().error).action == GraphAction::Refuse)
        return false; // it was never more than a beginning
    if (!state)
        return std::unexpected(state.error());
    const QString status = (*state)[u"status"_s].toObject()[u"video_status"_s].toString();
    return status == u"processing"_s || status == u"ready"_s || !facebook::idOf((*state)[u"post_id"_s]).isEmpty();
}

bool isTwice(const Trouble &trouble)
{
    return trouble.what == Trouble::Graph && judge(trouble.error).word == u"duplicate_post"_s;
}

} // namespace

SendOutcome publishPost(Sending &sending)
{
    OutboxItem &item = sending.item;
    if (!item.bulletin)
        return refused(u"bulletin_missing"_s);
    if (!item.platformIds.isEmpty())
        return done(sending, Made{item.platformIds.first(), {}, !isScheduled(sending)});
    if (item.uncertain && !item.facts[u"video_finished"_s].toBool()) {
        const auto found = lookFor(sending);
        if (!found)
            return std::unexpected(found.error());
        if (*found)
            return done(sending, Made{facebook::idOf((**found)[u"id"_s]), (**found)[u"permalink_url"_s].toString(), !isScheduled(sending)});
        const auto finished = videoWasFinished(sending);
        if (!finished)
            return std::unexpected(finished.error());
        if (*finished)
            sending.ledger.note(item, {{u"video_finished"_s, true}});
        item.uncertain = false;
    }
    const auto made = post(sending);
    if (made)
        return done(sending, *made);
    if (!isTwice(made.error()))
        return std::unexpected(made.error());
    const auto first = lookFor(sending); // Facebook says it has this post already: the first one may be ours
    if (!first)
        return std::unexpected(first.error());
    if (!*first)
        return refused(u"duplicate_post"_s);
    return done(sending, Made{facebook::idOf((**first)[u"id"_s]), (**first)[u"permalink_url"_s].toString(), !isScheduled(sending)});
}

} // namespace trucban::gateway
