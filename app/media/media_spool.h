// SPDX-License-Identifier: GPL-3.0-or-later
// MediaSpool: takes a download as it streams in, hashes it on the way and stops it at the size limit.
// The bytes lie in an unlinked temporary file of this process only, so that a burst of large clips does not fill memory.
#pragma once

#include "base/result.h"
#include "media/limits.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryFile>

#include <memory>

namespace trucban::media {

class MediaSpool
{
public:
    explicit MediaSpool(const MediaLimits &limits = {}) : m_limits(limits) { m_file.setFileTemplate(QDir::tempPath() + u"/trucban-media-XXXXXX"_s); }

    /// refused_too_large as soon as the limit is passed; Offline("disk_full") when this machine's disk is
    Result<> append(QByteArrayView bytes);
    /// no more comes; the bytes may be looked at from now on
    Result<> finish();

    qint64 size() const { return m_size; }
    QByteArray sha256() const { return m_hash.result(); } // 32 bytes
    /// all bytes, mapped; empty before finish()
    QByteArrayView bytes() const { return {reinterpret_cast<const char *>(m_mapped), m_mapped ? qsizetype(m_size) : 0}; }

    static Result<std::shared_ptr<const MediaSpool>> of(QByteArrayView bytes, const MediaLimits &limits = {});

private:
    MediaLimits m_limits;
    QTemporaryFile m_file;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_size = 0;
    const uchar *m_mapped = nullptr;
};

} // namespace trucban::media
