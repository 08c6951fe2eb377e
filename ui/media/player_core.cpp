// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/media/player_core.h"

#include <QAudioDevice>
#include <QAudioOutput>
#include <QMediaDevices>
#include <QMediaMetaData>
#include <QUrl>
#include <QVideoSink>

namespace trucban {

PlayerCore::PlayerCore(media::MediaStore &store, const media::MediaPart &part, qint64 knownDurationMs, QObject *parent)
    : QObject(parent), m_store(store), m_part(part), m_knownDuration(knownDurationMs)
{
}

PlayerCore::~PlayerCore()
{
    end();
}

const QList<double> &PlayerCore::rates()
{
    static const QList<double> all{0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2};
    return all;
}

void PlayerCore::setVideoSink(QVideoSink *sink)
{
    m_sink = sink;
    if (m_player)
        m_player->setVideoSink(sink);
}

void PlayerCore::begin()
{
    if (m_player)
        return;
    m_device = std::make_unique<media::MediaDevice>(m_store, m_part);
    m_player = std::make_unique<QMediaPlayer>();
    if (!QMediaDevices::defaultAudioOutput().isNull()) {
        m_output = std::make_unique<QAudioOutput>();
        m_player->setAudioOutput(m_output.get());
    }
    m_player->setVideoSink(m_sink);
    m_player->setLoops(m_looping ? QMediaPlayer::Infinite : 1);
    m_player->setPlaybackRate(m_rate);
    setMuted(m_muted);
    setVolume(m_volume);
    connect(m_device.get(), &media::MediaDevice::loadedChanged, this, &PlayerCore::loadedChanged, Qt::QueuedConnection);
    connect(m_device.get(), &media::MediaDevice::readingFailed, this, [this] {
        if (m_device)
            fail(m_device->failure().value_or(Failure{Failure::Offline, u"connection_lost"_s, {}, {}}));
    }, Qt::QueuedConnection);
    connect(m_player.get(), &QMediaPlayer::playbackStateChanged, this, &PlayerCore::changed);
    connect(m_player.get(), &QMediaPlayer::durationChanged, this, &PlayerCore::changed);
    connect(m_player.get(), &QMediaPlayer::positionChanged, this, &PlayerCore::positionChanged);
    connect(m_player.get(), &QMediaPlayer::mediaStatusChanged, this, [this](QMediaPlayer::MediaStatus status) {
        if (status != QMediaPlayer::LoadedMedia || m_resumeAt == 0)
            return;
        m_player->setPosition(m_resumeAt);
        m_resumeAt = 0;
    });
    connect(m_player.get(), &QMediaPlayer::errorOccurred, this, [this](QMediaPlayer::Error, const QString &words) {
        const auto reading = m_device ? m_device->failure() : std::nullopt;
        fail(reading.value_or(Failure{Failure::Invalid, u"refused_broken"_s, words, {}}));
    }, Qt::QueuedConnection);
    // the name only tells the demuxer where to look first
    m_player->setSourceDevice(m_device.get(), QUrl(m_part.mime.startsWith("audio"_L1) ? u"medium.m4a"_s : u"medium.mp4"_s));
}

void PlayerCore::end()
{
    if (m_device)
        m_device->cancel(); // a read that waits for the network must not hold up the player's end
    m_player.reset();
    m_output.reset();
    m_device.reset();
}

void PlayerCore::fail(const Failure &why)
{
    if (m_failure)
        return;
    m_failure = why;
    m_resumeAt = position();
    end();
    Q_EMIT changed();
}

void PlayerCore::retry()
{
    m_failure.reset();
    if (m_wantsToPlay)
        play();
    Q_EMIT changed();
}

void PlayerCore::play()
{
    m_wantsToPlay = true;
    m_failure.reset();
    begin();
    if (m_player->mediaStatus() == QMediaPlayer::EndOfMedia)
        m_player->setPosition(0);
    m_player->play();
}

void PlayerCore::pause()
{
    m_wantsToPlay = false;
    begin();
    m_player->pause();
}

void PlayerCore::seek(qint64 ms)
{
    const qint64 to = qBound<qint64>(0, ms, qMax<qint64>(0, duration() - 1));
    const bool begun = hasBegun();
    begin();
    if (!begun || m_player->mediaStatus() < QMediaPlayer::LoadedMedia) {
        m_resumeAt = to;
        m_player->pause();
    } else {
        if (m_player->playbackState() == QMediaPlayer::StoppedState)
            m_player->pause();
        m_player->setPosition(to);
    }
    Q_EMIT positionChanged(to);
}

void PlayerCore::stepFrames(int count)
{
    begin();
    m_player->pause();
    const double perSecond = m_player->metaData().value(QMediaMetaData::VideoFrameRate).toDouble();
    seek(position() + qRound64(count * 1000.0 / (perSecond > 1 ? perSecond : 25.0)));
}

void PlayerCore::setRate(double rate)
{
    m_rate = qBound(rates().first(), rate, rates().last());
    if (m_player)
        m_player->setPlaybackRate(m_rate);
    Q_EMIT changed();
}

void PlayerCore::faster(int steps)
{
    const qsizetype now = rates().indexOf(m_rate);
    setRate(rates().at(qBound<qsizetype>(0, (now < 0 ? 3 : now) + steps, rates().size() - 1)));
}

void PlayerCore::setLooping(bool on)
{
    m_looping = on;
    if (m_player)
        m_player->setLoops(on ? QMediaPlayer::Infinite : 1);
    Q_EMIT changed();
}

void PlayerCore::setMuted(bool on)
{
    m_muted = on;
    if (m_output)
        m_output->setMuted(on);
    Q_EMIT changed();
}

void PlayerCore::setVolume(double linear)
{
    m_volume = qBound(0.0, linear, 1.0);
    if (m_output)
        m_output->setVolume(float(QAudio::convertVolume(float(m_volume), QAudio::LogarithmicVolumeScale, QAudio::LinearVolumeScale)));
    Q_EMIT changed();
}

bool PlayerCore::isPlaying() const
{
    return m_player && m_player->playbackState() == QMediaPlayer::PlayingState;
}

qint64 PlayerCore::position() const
{
    return m_resumeAt > 0 ? m_resumeAt : m_player ? m_player->position() : 0;
}

qint64 PlayerCore::duration() const
{
    return m_player && m_player->duration() > 0 ? m_player->duration() : m_knownDuration;
}

double PlayerCore::loadedShare() const
{
    return m_device && m_part.bytes > 0 ? double(m_device->loaded()) / double(m_part.bytes) : 0;
}

} // namespace trucban
