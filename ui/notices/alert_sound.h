// SPDX-License-Identifier: GPL-3.0-or-later
// AlertSound: one short figure of notes a severity, so that the ear knows without the eye. Made here, not from files.
#pragma once

#include "desk/notice_board.h"

#include <QBuffer>

#include <memory>

class QAudioSink;

namespace trucban {

class AlertSound
{
public:
    static constexpr int rate = 22'050; // samples a second, 16 bit, one channel

    AlertSound();
    ~AlertSound();
    /// The bell of the system where there is no loudspeaker.
    void play(DeskNotice::Severity severity);

    static QByteArray samples(DeskNotice::Severity severity);

private:
    QBuffer m_buffer;
    std::unique_ptr<QAudioSink> m_sink;
};

} // namespace trucban
