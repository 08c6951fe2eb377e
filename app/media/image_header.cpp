// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/image_header.h"

#include "media/byte_reader.h"

namespace trucban::media {

namespace {
bool isFrameHeader(int marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}
bool standsAlone(int marker)
{
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
}
} // namespace

ClaimedSize jpegSize(QByteArrayView b)
{
    // segment by segment, so that the preview inside the camera's notes is not taken for the picture
    for (qsizetype at = 2; at + 4 <= b.size();) {
        if (u8(b, at) != 0xFF) {
            ++at;
            continue;
        }
        const int marker = u8(b, at + 1);
        if (marker == 0xFF || standsAlone(marker)) {
            at += marker == 0xFF ? 1 : 2;
            continue;
        }
        if (isFrameHeader(marker))
            return {be16(b, at + 7), be16(b, at + 5)};
        if (marker == 0xDA || marker == 0xD9)
            return {};
        at += 2 + qMax<qsizetype>(2, be16(b, at + 2));
    }
    return {};
}

ClaimedSize pngSize(QByteArrayView b)
{
    return {be32(b, 16), be32(b, 20)};
}

ClaimedSize gifSize(QByteArrayView b)
{
    return {le16(b, 6), le16(b, 8)};
}

ClaimedSize webpSize(QByteArrayView b)
{
    if (has(b, 12, "VP8X"))
        return {qint64(le24(b, 24)) + 1, qint64(le24(b, 27)) + 1};
    if (has(b, 12, "VP8L")) {
        const quint32 bits = le32(b, 21);
        return {qint64(bits & 0x3FFF) + 1, qint64((bits >> 14) & 0x3FFF) + 1};
    }
    return {le16(b, 26) & 0x3FFF, le16(b, 28) & 0x3FFF};
}

ClaimedSize bmpSize(QByteArrayView b)
{
    return {qAbs(qint64(qint32(le32(b, 18)))), qAbs(qint64(qint32(le32(b, 22))))};
}

ClaimedSize heifSize(QByteArrayView b)
{
    ClaimedSize largest;
    const QByteArrayView head = b.first(qMin<qsizetype>(b.size(), 1024 * 1024));
    for (qsizetype at = head.indexOf("ispe"); at >= 0; at = head.indexOf("ispe", at + 4)) {
        const ClaimedSize size{be32(b, at + 8), be32(b, at + 12)};
        if (double(size.width) * double(size.height) > double(largest.width) * double(largest.height))
            largest = size;
    }
    return largest;
}

} // namespace trucban::media
