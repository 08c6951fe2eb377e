// SPDX-License-Identifier: GPL-3.0-or-later
// Files from this workstation's disk on their way into a post.
#pragma once

#include "base/result.h"

#include <QString>

class QImage;

namespace trucban {

/// A copy of a picture that tells nothing but what it shows: decoded, at most 4,096 pixels, without metadata, JPEG.
Result<QString> cleanPicture(const QString &path, const QString &folder);
Result<QString> cleanPicture(const QImage &picture, const QString &path);

struct PreparedFile {
    QString path;
    bool isClip = false; // stored as it is; what is posted is the copy the sandbox makes of it
};
/// By the bytes and not by the name; a picture is made anew in `folder`.
Result<PreparedFile> preparedFile(const QString &path, const QString &folder);

} // namespace trucban
