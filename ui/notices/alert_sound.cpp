// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notices/alert_sound.h"

#include <QApplication>
#include <QAudioSink>
#include <QMediaDevices>

#include <cmath>
#include <numbers>

namespace trucban {

namespace {

struct Note {
    double hertz; // 0: a rest
    int milliseconds;
};

// one soft note; two falling; three even; a rising pair three times over
QList<Note> figure(DeskNotice::Severity severity)
{
    switch (severity) {
    case DeskNotice::Info: return {{660, 140}};
    case DeskNotice::Warning: return {{784, 150}, {0, 40}, {587, 220}};
    case DeskNotice::Urgent: return {{880, 160}, {0, 70}, {880, 160}, {0, 70}, {880, 240}};
    case DeskNotice::Alarm: return {{740, 180}, {1047, 220}, {0, 80}, {740, 180}, {1047, 220}, {0, 80}, {740, 180}, {1047, 320}};
    }
    return {};
}

} // namespace

AlertSound::AlertSound() = default;
AlertSound::~AlertSound() = default;

QByteArray AlertSound::samples(DeskNotice::Severity severity)
{
    QByteArray bytes;
    for (const Note &note : figure(severity)) {
        const int count = rate * note.milliseconds / 1000;
        for (int i = 0; i < count; ++i) {
            const double t = double(i) / rate;
            // a soft edge on both sides, else each note clicks
            const double edge = std::min({1.0, i / (0.012 * rate), (count - i) / (0.03 * rate)});
            const double wave = note.hertz > 0 ? std::sin(2 * std::numbers::pi * note.hertz * t) + 0.25 * std::sin(4 * std::numbers::pi * note.hertz * t) : 0;
            const auto sample = qint16(9000 * edge * wave);
            bytes.append(reinterpret_cast<const char *>(&sample), sizeof sample);
        }
    }
    return bytes;
}

void AlertSound::play(DeskNotice::Severity severity)
{
    QAudioFormat format;
    format.setSampleRate(rate);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Int16);
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    if (device.isNull() || !device.isFormatSupported(format)) {
        QApplication::beep();
        return;
    }
    m_sink = std::make_unique<QAudioSink>(device, format);
    m_buffer.close();
    m_buffer.setData(samples(severity));
    m_buffer.open(QIODevice::ReadOnly);
    m_sink->start(&m_buffer);
}

} // namespace trucban
