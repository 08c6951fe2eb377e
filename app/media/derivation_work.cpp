// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/derivation_work.h"

#include "base/logging.h"
#include "storage/database.h"

namespace trucban::media {

namespace {

/// A bad file stays bad; a missing sandbox is put right by people; a crash or a slow minute gets one more chance.
std::optional<QDateTime> retryAt(const Failure &why, int attempts)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (why.code == "sandbox_unavailable"_L1 || why.kind == Failure::Offline)
        return now.addSecs(300);
    if ((why.code == "worker_crashed"_L1 || why.code == "worker_timeout"_L1) && attempts < 2)
        return now.addSecs(60);
    return std::nullopt;
}

} // namespace

Result<int> DerivationWork::doSome(int most)
{
    const auto due = m_database.write([most](Session &session) {
        return session.query(u"media/take_derivations"_s).bind(u"limit"_s, most).all([](const Row &row) {
            return Due{row.get<MediaId>(u"id"), row.get<QString>(u"mime"), row.get<qint64>(u"bytes"), row.get<int>(u"attempts")};
        });
    }).result();
    if (!due)
        return failed(due.error());
    for (const Due &one : *due) {
        if (const auto handled = handle(one); !handled)
            return failed(handled.error());
    }
    return int(due->size());
}

Result<> DerivationWork::handle(const Due &due)
{
    const auto made = derive(due);
    if (!made && made.error().kind == Failure::Offline)
        return failed(made.error()); // it is taken again when its time is up
    return made ? store(due, *made) : giveUp(due, made.error());
}

Result<Derivation> DerivationWork::derive(const Due &due)
{
    const auto bytes = readAll(m_store, {due.id, due.bytes, due.mime}).result();
    if (!bytes)
        return failed(bytes.error());
    return m_deriver.derive(*bytes, sniff(*bytes));
}

Result<> DerivationWork::store(const Due &due, const Derivation &made)
{
    const QString jpeg = u"image/jpeg"_s;
    const auto all = keep(due.id, u"screen"_s, made.screen, jpeg, u"image"_s)
        .and_then([&] { return keep(due.id, u"poster"_s, made.poster, jpeg, u"image"_s); })
        .and_then([&] { return keep(due.id, u"thumbnail"_s, made.thumbnail, jpeg, u"image"_s); })
        .and_then([&] { return keep(due.id, u"waveform"_s, made.waveform, u"application/x-trucban-waveform"_s, u"waveform"_s); })
        .and_then([&] { return keep(due.id, u"audio"_s, made.audio, u"audio/mp4"_s, u"audio"_s); })
        .and_then([&] { return keep(due.id, u"clip"_s, made.clip, u"video/mp4"_s, u"video"_s); });
    if (!all)
        return all;
    // a worker stopped halfway leaves what it made; without a copy to play the medium is not ready, and says why
    const bool unplayable = made.clip.isEmpty() && made.audio.isEmpty() && !made.playableAsIs;
    const bool useless = made.kind == MediaKind::Image ? made.screen.isEmpty() : made.kind != MediaKind::File && unplayable;
    if (useless)
        return giveUp(due, made.unfinished.value_or(Failure{Failure::Invalid, u"refused_broken"_s, u"no copy could be made"_s, {}}));
    return m_database.write([&](Session &session) -> Result<> {
        std::optional<qint64> hash;
        if (made.perceptualHash)
            hash = qint64(*made.perceptualHash);
        const auto positive = [](qint64 value) { return value > 0 ? std::optional(value) : std::nullopt; };
        return session.query(u"media/derived"_s).bind(u"media"_s, due.id).bind(u"width"_s, positive(made.width)).bind(u"height"_s, positive(made.height))
            .bind(u"duration_ms"_s, positive(made.durationMs)).bind(u"phash"_s, hash).run().transform([](int) {});
    }).result();
}

Result<> DerivationWork::keep(MediaId original, const QString &kind, const QByteArray &bytes, const QString &mime, const QString &mediaKind)
{
    if (bytes.isEmpty())
        return {};
    MediaLimits roomy;
    roomy.bytes = roomy.derivativeBytes;
    const auto spool = MediaSpool::of(bytes, roomy);
    if (!spool)
        return failed(spool.error());
    const auto id = m_store.put(*spool, mime, mediaKind).result();
    if (!id)
        return failed(id.error());
    return m_database.write([&](Session &session) -> Result<> {
        return session.query(u"media/add_derivative"_s).bind(u"original"_s, original).bind(u"kind"_s, kind).bind(u"media"_s, *id).run().transform([](int) {});
    }).result();
}

Result<> DerivationWork::giveUp(const Due &due, const Failure &why)
{
    qCInfo(lcMedia) << "no derivatives for media" << due.id.value << why.code << why.detail;
    return m_database.write([&](Session &session) -> Result<> {
        return session.query(u"media/derivation_failed"_s).bind(u"media"_s, due.id).bind(u"error"_s, why.code).bind(u"retry_at"_s, retryAt(why, due.attempts))
            .run().transform([](int) {});
    }).result();
}

} // namespace trucban::media
