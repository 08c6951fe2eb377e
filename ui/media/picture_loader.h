// SPDX-License-Identifier: GPL-3.0-or-later
// PictureLoader: pictures and waveforms of the store, read and decoded beside the screen's thread, held while there is room.
#pragma once

#include "media/media_store.h"
#include "media/waveform.h"

#include <QCache>
#include <QHash>
#include <QImage>
#include <QObject>

namespace trucban {

class PictureLoader : public QObject
{
    Q_OBJECT
public:
    /// `store` outlives the loader
    explicit PictureLoader(media::MediaStore &store, QObject *parent = nullptr, qint64 mostBytes = 48 * media::mebibyte);

    /// The picture if it is here; otherwise null, and arrived() follows.
    QImage picture(const media::MediaPart &part);
    std::optional<media::Waveform> waveform(const media::MediaPart &part);
    std::optional<Failure> failure(MediaId id) const;
    /// after a failure: the next picture() asks again
    void forget(MediaId id);
    media::MediaStore &store() { return m_store; }

Q_SIGNALS:
    void arrived(trucban::MediaId id);

private:
    template<typename Work>
    void fetch(const media::MediaPart &part, Work take);

    media::MediaStore &m_store;
    QCache<qint64, QImage> m_pictures; // cost in KiB
    QHash<MediaId, media::Waveform> m_waveforms;
    QHash<MediaId, Failure> m_failures;
    QSet<MediaId> m_asked;
};

} // namespace trucban
