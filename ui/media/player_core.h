// SPDX-License-Identifier: GPL-3.0-or-later
// PlayerCore: plays one medium from the store while it still loads; no pixel of its own.
#pragma once

#include "media/media_device.h"

#include <QMediaPlayer>
#include <QPointer>

class QAudioOutput;
class QVideoSink;

namespace trucban {

class PlayerCore : public QObject
{
    Q_OBJECT
public:
    PlayerCore(media::MediaStore &store, const media::MediaPart &part, qint64 knownDurationMs, QObject *parent = nullptr);
    ~PlayerCore() override;

    void setVideoSink(QVideoSink *sink);
    void toggle() { isPlaying() ? pause() : play(); }
    void play();
    void pause();
    void seek(qint64 ms);
    void skip(qint64 ms) { seek(position() + ms); }
    /// shows the next or the one before and stands still
    void stepFrames(int count);
    void setRate(double rate);
    void faster(int steps);
    void setLooping(bool on);
    void setMuted(bool on);
    void setVolume(double linear);
    /// after a failure, from where it stopped
    void retry();

    bool isPlaying() const;
    bool hasBegun() const { return m_player != nullptr; }
    qint64 position() const;
    qint64 duration() const;
    double rate() const { return m_rate; }
    bool isLooping() const { return m_looping; }
    bool isMuted() const { return m_muted; }
    double volume() const { return m_volume; }
    double loadedShare() const;
    std::optional<Failure> failure() const { return m_failure; }
    static const QList<double> &rates(); // 0.25 … 2

Q_SIGNALS:
    void changed();
    void positionChanged(qint64 ms);
    void loadedChanged();

private:
    void begin();
    void end();
    void fail(const Failure &why);

    media::MediaStore &m_store;
    media::MediaPart m_part;
    qint64 m_knownDuration;
    std::unique_ptr<media::MediaDevice> m_device;
    std::unique_ptr<QAudioOutput> m_output;
    std::unique_ptr<QMediaPlayer> m_player;
    QPointer<QVideoSink> m_sink;
    std::optional<Failure> m_failure;
    qint64 m_resumeAt = 0;
    double m_rate = 1;
    double m_volume = 0.8;
    bool m_looping = false;
    bool m_muted = false;
    bool m_wantsToPlay = false;
};

} // namespace trucban
