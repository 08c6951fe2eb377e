// SPDX-License-Identifier: GPL-3.0-or-later
// What a file is, read from its bytes and never from its name or from what the sender claims.
#pragma once

#include "base/result.h"
#include "media/limits.h"

#include <QByteArrayView>

namespace trucban::media {

enum class MediaKind { Image, Video, Audio, File };

/// "image", "video", "audio", "file": the words of the database
QString word(MediaKind kind);
std::optional<MediaKind> kindFromWord(QStringView word);

struct Sniffed {
    MediaKind kind = MediaKind::File;
    QString mime = u"application/octet-stream"_s;
    QString extension = u"bin"_s;
    qint64 width = 0; // as the header claims; 0 when it says nothing
    qint64 height = 0;
    bool known = false;      // false: the bytes are of no type we know
    bool executable = false; // a program or a script: never accepted
};

/// `bytes` may be the first part of a file, but dimensions and tracks are sure only from all of it.
Sniffed sniff(QByteArrayView bytes);

struct Admitted {
    Sniffed found;
    bool mismatch = false; // the sender said one kind, the bytes are another; the bytes win
    QString claimed;
};

/// The door: refused_too_large, refused_type or refused_broken (an empty file), or what may be stored and shown.
/// `claimed` is the sender's word for the kind (image, video, audio, file, sticker …), empty when it said nothing.
Result<Admitted> admit(QByteArrayView bytes, qint64 totalBytes, const QString &claimed, const MediaLimits &limits = {});

/// refused_too_large when the header's width and height pass the limits
Result<> checkPixels(const Sniffed &found, const MediaLimits &limits = {});

} // namespace trucban::media
