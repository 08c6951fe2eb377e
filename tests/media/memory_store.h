// SPDX-License-Identifier: GPL-3.0-or-later
// A media store in memory whose answers can be held back, refused and counted.
#pragma once

#include "media/media_store.h"

#include <QMap>
#include <QMutex>
#include <QPromise>

#include <vector>

namespace trucban::tests {

class MemoryStore : public media::MediaStore
{
public:
    media::MediaPart add(const QByteArray &bytes, const QString &mime = u"application/octet-stream"_s)
    {
        const QMutexLocker locked(&mutex);
        const MediaId id{qint64(stored.size()) + 1};
        stored.insert(id.value, bytes);
        return {id, bytes.size(), mime};
    }
    QFuture<Result<MediaId>> put(std::shared_ptr<const media::MediaSpool> spool, const QString &mime, const QString &) override
    {
        return QtFuture::makeReadyValueFuture(Result<MediaId>(add(spool->bytes().toByteArray(), mime).id));
    }
    QFuture<Result<media::MediaInfo>> info(MediaId id) override
    {
        media::MediaInfo info;
        info.original = {id, stored.value(id.value).size(), {}};
        info.sha256 = QCryptographicHash::hash(original.value(id.value, stored.value(id.value)), QCryptographicHash::Sha256).toHex();
        return QtFuture::makeReadyValueFuture(Result<media::MediaInfo>(info));
    }
    QFuture<Result<QByteArray>> chunk(MediaId id, int index) override
    {
        const QMutexLocker locked(&mutex);
        ++asked[{id.value, index}];
        auto &waiting = held.emplace_back(id.value, index, QPromise<Result<QByteArray>>());
        std::get<2>(waiting).start();
        const auto future = std::get<2>(waiting).future();
        if (!holdBack)
            answerLocked();
        return future;
    }
    /// lets everything go that was held back
    void release()
    {
        const QMutexLocker locked(&mutex);
        holdBack = false;
        answerLocked();
    }
    int timesAsked(MediaId id, int index)
    {
        const QMutexLocker locked(&mutex);
        return asked.value({id.value, index});
    }
    int chunksAsked()
    {
        const QMutexLocker locked(&mutex);
        return int(asked.size());
    }

    std::atomic<bool> holdBack = false;
    std::atomic<bool> offline = false;
    QMap<qint64, QByteArray> stored;
    QMap<qint64, QByteArray> original; // what was stored before a test damaged it

private:
    void answerLocked()
    {
        for (auto &[id, index, promise] : held) {
            const QByteArray piece = stored.value(id).mid(index * media::chunkBytes, media::chunkBytes);
            if (offline)
                promise.addResult(Result<QByteArray>(failed(Failure::Offline, u"connection_lost"_s)));
            else if (piece.isEmpty())
                promise.addResult(Result<QByteArray>(failed(Failure::NotFound, u"no_such_chunk"_s)));
            else
                promise.addResult(Result<QByteArray>(piece));
            promise.finish();
        }
        held.clear();
    }

    QRecursiveMutex mutex;
    QMap<std::pair<qint64, int>, int> asked;
    std::vector<std::tuple<qint64, int, QPromise<Result<QByteArray>>>> held;
};

} // namespace trucban::tests
