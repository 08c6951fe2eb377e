// SPDX-License-Identifier: GPL-3.0-or-later
// MediaItem: one thing a citizen sent, as a widget shows it; MediaWords: what is said about it.
#pragma once

#include "base/ids.h"
#include "media/media_info.h"

#include <QDateTime>

namespace trucban {

struct MediaItem {
    AttachmentId attachment;
    QString kind;    // image video audio file sticker location link
    QString state;   // waiting fetching stored failed refused none
    QString failure; // why not, as the gateway said it
    QString name;
    QString title;
    QString sender; // who sent it, as the desk calls them
    QDateTime sentAt;
    media::MediaInfo info;
    bool isOurs = false; // it went out from here

    enum Readiness {
        Coming,    // not fetched yet
        Preparing, // fetched, the sandbox is at work
        Ready,
        Broken, // will not come by itself
    };
    Readiness readiness() const;
    bool isPicture() const { return kind == "image"_L1 || kind == "sticker"_L1; }
    bool isVideo() const { return kind == "video"_L1; }
    bool isAudio() const { return kind == "audio"_L1; }
    bool isFile() const { return kind == "file"_L1; }
    /// thumbnail for a list, the larger picture for a conversation
    media::MediaPart still() const;
    friend bool operator==(const MediaItem &, const MediaItem &) = default;
};

namespace mediaWords {
/// "Picture", of a word of the database
QString kind(const QString &kind);
/// "Citizen #4821, 14/11/2026 22:43"
QString caption(const MediaItem &item);
/// "Video, 0:47, from Citizen #4821, 14/11/2026 22:43": one sentence for a screen reader
QString spoken(const MediaItem &item);
/// Why it is not shown, and what becomes of it
QString whyNot(const MediaItem &item);
QString whyNot(const Failure &failure);
/// "2.4 MB"
QString size(qint64 bytes);
} // namespace mediaWords

} // namespace trucban
