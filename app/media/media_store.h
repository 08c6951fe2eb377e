// SPDX-License-Identifier: GPL-3.0-or-later
// MediaStore: bytes by SHA-256, written once, read in chunks of 1 MiB. PostgreSQL keeps them today; another store
// (S3) only has to answer these four questions.
#pragma once

#include "media/media_info.h"
#include "media/media_spool.h"

#include <QFuture>

namespace trucban::media {

class MediaStore
{
public:
    virtual ~MediaStore() = default;

    /// Stores what the spool holds; bytes that are there already are not written again. `kind`: image, video, audio, file, sticker, waveform
    virtual QFuture<Result<MediaId>> put(std::shared_ptr<const MediaSpool> spool, const QString &mime, const QString &kind) = 0;
    virtual QFuture<Result<MediaInfo>> info(MediaId id) = 0;
    /// piece number `index` of chunkBytes; the last one is shorter. NotFound when there is none.
    virtual QFuture<Result<QByteArray>> chunk(MediaId id, int index) = 0;
};

inline int chunkCount(qint64 bytes)
{
    return int((bytes + chunkBytes - 1) / chunkBytes);
}

/// All bytes of a medium; for what fits into memory (pictures, waveforms).
QFuture<Result<QByteArray>> readAll(MediaStore &store, const MediaPart &part);
/// `length` bytes from `offset`, fewer at the end
QFuture<Result<QByteArray>> readRange(MediaStore &store, const MediaPart &part, qint64 offset, qint64 length);
/// Reads everything and compares it with its SHA-256: Bug("media_damaged") when a byte is not what it was.
QFuture<Result<>> verify(MediaStore &store, MediaId id);

} // namespace trucban::media
