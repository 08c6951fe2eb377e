// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers out of untrusted bytes: reading past the end gives 0, never a crash.
#pragma once

#include <QByteArrayView>
#include <QtEndian>

namespace trucban::media {

inline quint8 u8(QByteArrayView b, qsizetype at)
{
    return at >= 0 && at < b.size() ? quint8(b[at]) : 0;
}
inline quint32 be16(QByteArrayView b, qsizetype at) { return quint32(u8(b, at)) << 8 | u8(b, at + 1); }
inline quint32 be32(QByteArrayView b, qsizetype at) { return be16(b, at) << 16 | be16(b, at + 2); }
inline quint64 be64(QByteArrayView b, qsizetype at) { return quint64(be32(b, at)) << 32 | be32(b, at + 4); }
inline quint32 le16(QByteArrayView b, qsizetype at) { return quint32(u8(b, at)) | quint32(u8(b, at + 1)) << 8; }
inline quint32 le24(QByteArrayView b, qsizetype at) { return le16(b, at) | quint32(u8(b, at + 2)) << 16; }
inline quint32 le32(QByteArrayView b, qsizetype at) { return le16(b, at) | le16(b, at + 2) << 16; }

inline QByteArrayView part(QByteArrayView b, qsizetype at, qsizetype length)
{
    if (at < 0 || length < 0 || at >= b.size())
        return {};
    return b.sliced(at, qMin(length, b.size() - at));
}
inline bool has(QByteArrayView b, qsizetype at, QByteArrayView what)
{
    return part(b, at, what.size()) == what;
}

/// One box of an ISO file (MP4, MOV, M4A, HEIC): where its content begins and ends.
struct IsoBox {
    QByteArrayView type;
    qsizetype begin = 0;
    qsizetype contentBegin = 0;
    qint64 end = 0; // may lie behind the last byte when the file was cut off
};

/// The box at `at`, or one with an empty type when there is none.
inline IsoBox isoBoxAt(QByteArrayView b, qsizetype at)
{
    if (at < 0 || at + 8 > b.size())
        return {};
    quint64 size = be32(b, at);
    qsizetype header = 8;
    if (size == 1) {
        size = be64(b, at + 8);
        header = 16;
    } else if (size == 0) {
        size = quint64(b.size() - at);
    }
    if (size < quint64(header) || size > quint64(1) << 48)
        return {};
    return {part(b, at + 4, 4), at, at + header, at + qint64(size)};
}

} // namespace trucban::media
