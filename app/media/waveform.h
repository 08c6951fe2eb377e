// SPDX-License-Identifier: GPL-3.0-or-later
// Waveform: the loudness of a recording over time, small enough to travel with a row.
//
//     "TBW1"  u32 duration in milliseconds (big endian)  u16 number of peaks n (big endian)  n bytes
//
// Peak i is the largest |sample| of the i-th of n equal parts of the recording, 0 silence … 255 full scale.
// Full scale is that of the file itself, not of its loudest moment, so that a whisper looks like one.
#pragma once

#include "media/byte_reader.h"

#include <QByteArray>
#include <QList>

#include <algorithm>
#include <optional>

namespace trucban::media {

struct Waveform {
    static constexpr int mostPeaks = 1000;

    qint64 durationMs = 0;
    QList<quint8> peaks;

    QByteArray encoded() const
    {
        QByteArray out("TBW1");
        out.resize(10);
        qToBigEndian(quint32(durationMs), out.data() + 4);
        qToBigEndian(quint16(peaks.size()), out.data() + 8);
        out.append(reinterpret_cast<const char *>(peaks.constData()), peaks.size());
        return out;
    }
    static std::optional<Waveform> decoded(QByteArrayView bytes)
    {
        const qsizetype count = be16(bytes, 8);
        if (!bytes.startsWith("TBW1") || count > mostPeaks || bytes.size() != 10 + count)
            return std::nullopt;
        Waveform wave{be32(bytes, 4), {}};
        for (const char peak : bytes.sliced(10))
            wave.peaks.append(quint8(peak));
        return wave;
    }
};

/// Takes 16-bit samples as they come, without knowing how many will; remembers one peak for each 10 ms.
class WaveformMaker
{
public:
    explicit WaveformMaker(int samplesPerSecond) : m_rate(samplesPerSecond), m_window(std::max(1, samplesPerSecond / 100)) {}

    void add(qint16 sample)
    {
        m_peak = std::max(m_peak, std::abs(int(sample)));
        if (++m_samples % m_window == 0)
            closeWindow();
    }
    qint64 durationMs() const { return m_samples * 1000 / m_rate; }

    Waveform made() const
    {
        Waveform wave{durationMs(), {}};
        const qsizetype count = std::min<qsizetype>(Waveform::mostPeaks, m_peaks.size());
        for (qsizetype i = 0; i < count; ++i) {
            const auto from = m_peaks.begin() + i * m_peaks.size() / count;
            const auto to = m_peaks.begin() + (i + 1) * m_peaks.size() / count;
            wave.peaks.append(*std::max_element(from, to));
        }
        return wave;
    }

private:
    void closeWindow()
    {
        m_peaks.append(quint8(std::min(255, m_peak / 128)));
        m_peak = 0;
    }

    int m_rate;
    int m_window;
    qint64 m_samples = 0;
    int m_peak = 0;
    QList<quint8> m_peaks;
};

} // namespace trucban::media
