// SPDX-License-Identifier: GPL-3.0-or-later
// MediaInfo: one medium as the database describes it, with the derivatives a desk may show.
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "media/sniff.h"

#include <QHash>

namespace trucban::media {

struct MediaPart {
    MediaId id;
    qint64 bytes = 0;
    QString mime;
    explicit operator bool() const { return bool(id); }
    friend bool operator==(const MediaPart &, const MediaPart &) = default;
};

struct MediaInfo {
    MediaPart original;
    QByteArray sha256; // hex
    QString kind;      // image, video, audio, file, sticker
    bool complete = false;
    int width = 0;
    int height = 0;
    qint64 durationMs = 0;
    QString deriveState; // waiting, working, done, refused, none
    QString deriveError; // refused_broken: …
    QHash<QString, MediaPart> derivatives; // thumbnail, screen, poster, clip, audio, waveform

    MediaPart derivative(const QString &name) const { return derivatives.value(name); }
    bool isPrepared() const { return deriveState == "done"_L1; }
    /// What a player takes: the normalised copy, or the original when the worker found it good as it is
    MediaPart playable() const
    {
        const MediaPart copy = derivative(kind == "audio"_L1 ? u"audio"_s : u"clip"_s);
        return copy ? copy : isPrepared() ? original : MediaPart{};
    }
    friend bool operator==(const MediaInfo &, const MediaInfo &) = default;

    /// of desk.media_info, intake.media_info and of an attachment in desk.messages
    static MediaInfo fromJson(const QJsonObject &json);
};

} // namespace trucban::media
