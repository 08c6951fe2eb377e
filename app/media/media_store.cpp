// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/media_store.h"

#include <QtConcurrent>

namespace trucban::media {

namespace {

/// waiting for the store must not hold up the threads that compute
QThreadPool *waiters()
{
    static QThreadPool pool;
    [[maybe_unused]] static const bool sized = (pool.setMaxThreadCount(16), true);
    return &pool;
}

template<typename Work>
auto onAWaiter(Work work)
{
    return QtConcurrent::run(waiters(), std::move(work));
}

Result<QByteArray> rangeNow(MediaStore &store, const MediaPart &part, qint64 offset, qint64 length)
{
    const qint64 end = qMin(part.bytes, offset + length);
    QByteArray bytes;
    bytes.reserve(qMax<qint64>(0, end - offset));
    for (qint64 at = offset; at < end;) {
        const auto piece = store.chunk(part.id, int(at / chunkBytes)).result();
        if (!piece)
            return failed(piece.error());
        const QByteArrayView wanted = QByteArrayView(*piece).sliced(qMin<qint64>(at % chunkBytes, piece->size()));
        if (wanted.isEmpty())
            return failed(Failure::Bug, u"media_damaged"_s, u"chunk %1 of %2 is too short"_s.arg(at / chunkBytes).arg(part.id.value));
        bytes += wanted.first(qMin<qint64>(wanted.size(), end - at));
        at = offset + bytes.size();
    }
    return bytes;
}

} // namespace

QFuture<Result<QByteArray>> readRange(MediaStore &store, const MediaPart &part, qint64 offset, qint64 length)
{
    return onAWaiter([&store, part, offset, length] { return rangeNow(store, part, offset, length); });
}

QFuture<Result<QByteArray>> readAll(MediaStore &store, const MediaPart &part)
{
    return readRange(store, part, 0, part.bytes);
}

QFuture<Result<>> verify(MediaStore &store, MediaId id)
{
    return onAWaiter([&store, id]() -> Result<> {
        const auto info = store.info(id).result();
        if (!info)
            return failed(info.error());
        QCryptographicHash hash(QCryptographicHash::Sha256);
        qint64 seen = 0;
        for (int i = 0; i < chunkCount(info->original.bytes); ++i) {
            const auto piece = store.chunk(id, i).result();
            if (!piece)
                return failed(piece.error());
            hash.addData(*piece);
            seen += piece->size();
        }
        if (seen != info->original.bytes || hash.result().toHex() != info->sha256)
            return failed(Failure::Bug, u"media_damaged"_s, u"media %1"_s.arg(id.value), {{u"media"_s, id.value}});
        return {};
    });
}

} // namespace trucban::media
