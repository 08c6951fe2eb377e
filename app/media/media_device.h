// SPDX-License-Identifier: GPL-3.0-or-later
// MediaDevice: a medium of the store as a seekable file whose pieces are fetched when they are read, so that a player
// begins before all of it is here. Reading waits, and is meant for the player's own thread, never for the screen's.
#pragma once

#include "media/media_store.h"

#include <QIODevice>

namespace trucban::media {

class MediaDevice : public QIODevice
{
    Q_OBJECT
public:
    MediaDevice(MediaStore &store, const MediaPart &part, QObject *parent = nullptr);
    ~MediaDevice() override;

    bool isSequential() const override { return false; }
    qint64 size() const override { return m_part.bytes; }
    /// Ends every read that waits, now and from now on: call it before the player is stopped, so that nobody waits for the network.
    void cancel();
    /// How much of it is here, in bytes
    qint64 loaded() const;
    /// Why reading failed, if it did
    std::optional<Failure> failure() const;
    /// forgets a failure, so that the next read asks again
    void retry();

Q_SIGNALS:
    void loadedChanged(qint64 bytes);
    void readingFailed();

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    struct State;
    void ask(int index);
    std::optional<QByteArray> await(int index);

    MediaStore &m_store;
    MediaPart m_part;
    std::shared_ptr<State> m_state; // shared with answers that are still on their way
};

} // namespace trucban::media
