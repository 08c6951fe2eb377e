// SPDX-License-Identifier: GPL-3.0-or-later
// The size an image claims, from its header alone: a bomb is refused before a pixel is decoded.
#pragma once

#include <QByteArrayView>

namespace trucban::media {

struct ClaimedSize {
    qint64 width = 0;
    qint64 height = 0;
};

ClaimedSize jpegSize(QByteArrayView bytes);
ClaimedSize pngSize(QByteArrayView bytes);
ClaimedSize gifSize(QByteArrayView bytes);
ClaimedSize webpSize(QByteArrayView bytes);
ClaimedSize bmpSize(QByteArrayView bytes);
/// the largest item of a HEIC or AVIF file
ClaimedSize heifSize(QByteArrayView bytes);

} // namespace trucban::media
