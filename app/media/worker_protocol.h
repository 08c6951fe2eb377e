// SPDX-License-Identifier: GPL-3.0-or-later
// What the sandboxed worker says to us, over one pipe: frames, each a name and its bytes.
//
//     "TBF1"  u16 length of the name  u64 length of the content  (both big endian)  name  content
//
// The worker has read a stranger's file, so its frames are read as a stranger's too: known names only, each with a
// limit of its own. `facts.json` may come several times, the last one counts; `ready` comes before the file is touched.
#pragma once

#include "media/byte_reader.h"
#include "media/limits.h"

#include <QByteArray>
#include <QList>
#include <QtEndian>

namespace trucban::media {

struct Frame {
    QByteArray name;
    QByteArray content;
};

inline constexpr QByteArrayView frameMagic = "TBF1";

inline QByteArray frameHead(QByteArrayView name, quint64 size)
{
    QByteArray head = frameMagic.toByteArray();
    head.resize(14);
    qToBigEndian(quint16(name.size()), head.data() + 4);
    qToBigEndian(size, head.data() + 6);
    return head.append(name);
}

/// the limit of a frame by its name; -1: no frame of that name is expected
inline qint64 frameLimit(QByteArrayView name, const MediaLimits &limits)
{
    if (name == "ready")
        return 0;
    if (name == "facts.json")
        return 64 * 1024;
    if (name == "waveform")
        return 16 * 1024;
    if (name == "thumbnail.jpg")
        return mebibyte;
    if (name == "screen.jpg" || name == "poster.jpg")
        return 8 * mebibyte;
    if (name == "clip.mp4" || name == "audio.m4a")
        return limits.derivativeBytes;
    return -1;
}

/// Puts frames together as their bytes arrive; stops for good at the first thing that does not belong.
class FrameReader
{
public:
    explicit FrameReader(const MediaLimits &limits) : m_limits(limits) {}

    bool feed(QByteArrayView bytes)
    {
        if (!m_broken.isEmpty())
            return false;
        m_buffer += bytes;
        while (m_broken.isEmpty() && takeOne()) { }
        return m_broken.isEmpty();
    }
    const QList<Frame> &frames() const { return m_frames; }
    QByteArray broken() const { return m_broken; }
    bool finished() const { return m_buffer.isEmpty(); }

private:
    bool takeOne()
    {
        if (m_buffer.size() < 14)
            return false;
        const qsizetype nameLength = be16(m_buffer, 4);
        const quint64 size = be64(m_buffer, 6);
        if (!m_buffer.startsWith(frameMagic) || nameLength > 32)
            return breakOff("no frame begins here");
        if (m_buffer.size() < 14 + nameLength)
            return false;
        const QByteArray name = m_buffer.sliced(14, nameLength);
        const qint64 limit = frameLimit(name, m_limits);
        if (limit < 0)
            return breakOff("an output of an unknown name");
        if (size > quint64(limit) || m_taken + qint64(size) > m_limits.outputBytes || m_frames.size() > 64)
            return breakOff("an output larger than its limit: " + name);
        if (quint64(m_buffer.size() - 14 - nameLength) < size)
            return false;
        m_frames.append({name, m_buffer.sliced(14 + nameLength, qsizetype(size))});
        m_taken += qint64(size);
        m_buffer.remove(0, 14 + nameLength + qsizetype(size));
        return !m_buffer.isEmpty();
    }
    bool breakOff(const QByteArray &why)
    {
        m_broken = why;
        return false;
    }

    MediaLimits m_limits;
    QByteArray m_buffer;
    QByteArray m_broken;
    QList<Frame> m_frames;
    qint64 m_taken = 0;
};

} // namespace trucban::media
