// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/pg_media_store.h"

#include "storage/database.h"

#include <QtConcurrent>

namespace trucban::media {

namespace {

QString statement(PgMediaStore::Side side, const QString &name)
{
    return (side == PgMediaStore::Gateway ? u"media/gateway_"_s : u"media/person_"_s) + name;
}

struct Begun {
    MediaId id;
    bool complete = false;
    int next = 0;
};

Result<Begun> begin(Database &database, PgMediaStore::Side side, const MediaSpool &spool, const QString &mime, const QString &kind)
{
    return database.write([&](Session &session) -> Result<Begun> {
        return session.query(statement(side, u"begin"_s))
            .bind(u"sha256"_s, spool.sha256()).bind(u"bytes"_s, spool.size()).bind(u"mime"_s, mime).bind(u"kind"_s, kind)
            .one([](const Row &row) {
                const QJsonObject answer = row.get<QJsonObject>(u"answer");
                return Begun{MediaId{answer.value(u"id"_s).toInteger()}, answer.value(u"complete"_s).toBool(), answer.value(u"next"_s).toInt()};
            });
    }).result();
}

Result<int> putChunk(Database &database, PgMediaStore::Side side, MediaId id, int index, const QByteArray &data)
{
    return database.write([=](Session &session) {
        return session.query(statement(side, u"put"_s)).bind(u"media"_s, id).bind(u"index"_s, index).bind(u"data"_s, data).run();
    }).result();
}

Result<MediaId> putNow(Database &database, PgMediaStore::Side side, const MediaSpool &spool, const QString &mime, const QString &kind)
{
    const auto begun = begin(database, side, spool, mime, kind);
    if (!begun)
        return failed(begun.error());
    if (begun->complete)
        return begun->id;
    for (int i = begun->next; i < chunkCount(spool.size()); ++i) {
        const qint64 at = i * chunkBytes;
        const QByteArray piece = spool.bytes().sliced(at, qMin(chunkBytes, spool.size() - at)).toByteArray();
        // another gateway that stores the same bytes at the same time may have sealed them meanwhile: then they are there
        if (const auto put = putChunk(database, side, begun->id, i, piece); !put && put.error().code != "media_sealed"_L1)
            return failed(put.error());
    }
    return database.write([&](Session &session) {
        return session.query(statement(side, u"end"_s)).bind(u"media"_s, begun->id).run().transform([&](int) { return begun->id; });
    }, Database::Long).result();
}

} // namespace

QFuture<Result<MediaId>> PgMediaStore::put(std::shared_ptr<const MediaSpool> spool, const QString &mime, const QString &kind)
{
    return QtConcurrent::run([&database = m_database, side = m_side, spool, mime, kind] { return putNow(database, side, *spool, mime, kind); });
}

QFuture<Result<MediaInfo>> PgMediaStore::info(MediaId id)
{
    return m_database.read([side = m_side, id](Session &session) {
        return session.query(statement(side, u"info"_s)).bind(u"media"_s, id).one([](const Row &row) {
            return MediaInfo::fromJson(row.get<QJsonObject>(u"answer"));
        });
    });
}

QFuture<Result<QByteArray>> PgMediaStore::chunk(MediaId id, int index)
{
    const auto work = [side = m_side, id, index](Session &session) {
        return session.query(statement(side, u"chunk"_s)).bind(u"media"_s, id).bind(u"index"_s, index)
            .one([](const Row &row) { return row.get<std::optional<QByteArray>>(u"data"); })
            .and_then([&](const std::optional<QByteArray> &data) -> Result<QByteArray> {
                if (!data)
                    return failed(Failure::NotFound, u"no_such_chunk"_s, u"%1/%2"_s.arg(id.value).arg(index));
                return *data;
            });
    };
    // the first piece of a citizen's original is written into the log of readings
    return index == 0 ? m_database.write(work) : m_database.read(work);
}

} // namespace trucban::media
