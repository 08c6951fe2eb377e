// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/media/fetcher.h"

#include "base/logging.h"
#include "gateway/intake/health.h"
#include "gateway/media/download.h"
#include "media/sniff.h"
#include "storage/database.h"

#include <QJsonArray>
#include <QNetworkAccessManager>

namespace trucban::gateway {

namespace {

constexpr int leaseSeconds = 600; // a slow 25 MB clip; what a dead gateway held comes back after this

MediaFetcher::Wanted toWanted(const Row &row)
{
    return {row.get<AttachmentId>(u"id"), row.get<QString>(u"kind"), QUrl(row.get<QString>(u"url"), QUrl::StrictMode), row.get<int>(u"ordinal"),
            row.get<QString>(u"platform_id"), row.get<int>(u"attempts"), row.get<QDateTime>(u"sent_at")};
}

bool isRefusal(const Failure &failure)
{
    return failure.code.startsWith(u"refused_"_s) || failure.code == u"not_allowed"_s;
}

} // namespace

std::optional<QUrl> linkIn(const QJsonObject &message, int ordinal)
{
    const QJsonArray attachments = message[u"attachments"_s].toObject()[u"data"_s].toArray();
    const QJsonObject attachment = attachments.at(ordinal - 1).toObject();
    for (const QString &place : {u"video_data"_s, u"image_data"_s}) {
        const QJsonObject data = attachment[place].toObject();
        for (const QString &key : {u"animated_gif_url"_s, u"url"_s}) // a gif moves only under its own address
            if (const QString url = data[key].toString(); !url.isEmpty())
                return QUrl(url, QUrl::StrictMode);
    }
    const QString url = attachment[u"file_url"_s].toString();
    return url.isEmpty() ? std::nullopt : std::optional(QUrl(url, QUrl::StrictMode));
}

MediaFetcher::MediaFetcher(Settings settings, Database &database, media::MediaStore &store,
                           std::function<std::unique_ptr<GraphClient>(const std::atomic<bool> &)> graph, HealthBoard &health, std::function<void()> stored)
    : m_settings(std::move(settings)), m_database(database), m_store(store), m_makeGraph(std::move(graph)), m_health(health), m_stored(std::move(stored))
{
}

MediaFetcher::~MediaFetcher()
{
    stop();
}

void MediaFetcher::begin()
{
    m_network = std::make_unique<QNetworkAccessManager>();
    m_graph = m_makeGraph(stopping());
}

void MediaFetcher::end()
{
    m_graph.reset();
    m_network.reset();
}

std::chrono::milliseconds MediaFetcher::work()
{
    const auto taken = m_database.write([](Session &session) {
        return session.query(u"gateway/take_attachments"_s).bind(u":limit"_s, 1).bind(u":seconds"_s, leaseSeconds).all(toWanted);
    }).result();
    if (!taken || taken->isEmpty())
        return m_settings.poll;
    fetch(taken->first());
    return std::chrono::milliseconds(0);
}

void MediaFetcher::fetch(const Wanted &wanted)
{
    Result<> done = fetchAndStore(wanted, wanted.url);
    if (!done && done.error().code == u"link_dead"_s)
        if (const auto fresh = freshLink(wanted))
            done = fetchAndStore(wanted, *fresh);
    if (!done)
        return giveBack(wanted, done.error());
    m_health.add(Count::MediaStored);
    m_stored();
}

Result<> MediaFetcher::fetchAndStore(const Wanted &wanted, const QUrl &url)
{
    const media::MediaLimits limits;
    const auto downloaded = Download(*m_network, m_settings.rules, limits, stopping()).run(url);
    if (!downloaded)
        return failed(downloaded.error());
    const auto admitted = media::admit(downloaded->spool->bytes(), downloaded->spool->size(), wanted.kind, limits);
    if (!admitted)
        return failed(admitted.error());
    const QString found = media::word(admitted->found.kind);
    const QString kind = wanted.kind == u"sticker"_s && found == u"image"_s ? u"sticker"_s : found;
    const auto stored = m_store.put(downloaded->spool, admitted->found.mime, kind).result();
    if (!stored)
        return failed(stored.error());
    return m_database.write([&](Session &session) {
        return session.query(u"gateway/attachment_stored"_s).bind(u":id"_s, wanted.id).bind(u":media"_s, *stored)
            .bind(u":name"_s, downloaded->name).bind(u":kind"_s, kind).run();
    }).result().transform([](int) {});
}

std::optional<QUrl> MediaFetcher::freshLink(const Wanted &wanted)
{
    if (wanted.messageId.isEmpty() || m_graph->pacer().waitBefore(Pacer::Messenger) > std::chrono::seconds(5))
        return std::nullopt;
    const auto message = m_graph->get(wanted.messageId, {{u"fields"_s, u"attachments"_s}}, Pacer::Messenger);
    const auto link = message ? linkIn(*message, wanted.ordinal) : std::nullopt;
    if (!link || *link == wanted.url)
        return std::nullopt;
    tell(u"gateway/attachment_link"_s, [&](Query &query) { query.bind(u":id"_s, wanted.id).bind(u":url"_s, link->toString(QUrl::FullyEncoded)); });
    return link;
}

void MediaFetcher::giveBack(const Wanted &wanted, const Failure &why)
{
    if (why.code == u"stopping"_s)
        return; // its lease ends, another gateway takes it
    const bool final = isRefusal(why) || why.code == u"link_dead"_s || wanted.attempts >= m_settings.mostAttempts;
    const auto pause = std::min<std::chrono::milliseconds>(m_settings.retryBase * (1 << std::min(wanted.attempts - 1, 5)), m_settings.retryBase * 30);
    const std::optional<QDateTime> again = final ? std::nullopt : std::optional(QDateTime::currentDateTimeUtc().addMSecs(pause.count()));
    qCWarning(lcGateway) << "attachment" << wanted.id.value << (final ? "given up:" : "not yet:") << why.code << why.detail;
    if (final)
        m_health.add(Count::MediaFailed);
    tell(u"gateway/attachment_failed"_s, [&](Query &query) {
        query.bind(u":id"_s, wanted.id).bind(u":code"_s, why.code).bind(u":again"_s, again).bind(u":refused"_s, isRefusal(why));
    });
}

bool MediaFetcher::tell(const QString &statement, const std::function<void(Query &)> &bind)
{
    return m_database.write([&](Session &session) {
        Query query = session.query(statement);
        bind(query);
        return query.run();
    }).result().has_value();
}

} // namespace trucban::gateway
