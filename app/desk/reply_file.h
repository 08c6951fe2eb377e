// SPDX-License-Identifier: GPL-3.0-or-later
// Files that go with a reply: where each comes from, and what of it may leave. From a citizen only a safe copy, never their bytes;
// pictures always as the copy the sandbox made, which holds no place, date or device.
#pragma once

#include "media/media_info.h"

namespace trucban {

struct ReplyFile {
    enum From { Disk, Answer, Citizen };
    MediaId source; // none: it is still on disk, at `path`
    QString name;
    From from = Disk;
    QString path;
    friend bool operator==(const ReplyFile &, const ReplyFile &) = default;
};

/// As desk.reply takes it.
struct SentFile {
    MediaId media;
    QString name;
};

namespace replyFiles {

constexpr qint64 mostBytes = 25 * 1024 * 1024; // Facebook's limit for one attachment
constexpr int mostFiles = 10;

struct Sendable {
    media::MediaPart part;
    QString kind;          // image video audio file
    bool isWaiting = false; // the sandbox is at work
    QString trouble;       // why it cannot be sent: sealed, file_too_large, or the sandbox's word
};
Sendable sendable(const media::MediaInfo &info, ReplyFile::From from);

QByteArray toJson(const QList<ReplyFile> &files);
QList<ReplyFile> fromJson(const QByteArray &json);

} // namespace replyFiles
} // namespace trucban
