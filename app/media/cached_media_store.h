// SPDX-License-Identifier: GPL-3.0-or-later
// CachedMediaStore: what a desk has once fetched lies on its disk until it is signed out or room is needed.
// Asking for the same chunk twice at once asks the database once.
#pragma once

#include "media/media_store.h"

#include <QMutex>

#include <list>

namespace trucban::media {

class CachedMediaStore : public MediaStore
{
public:
    /// `folder` is made for this user alone (0700); what is left there of an earlier session is removed.
    CachedMediaStore(MediaStore &behind, const QString &folder, qint64 mostBytes = 512 * mebibyte);
    ~CachedMediaStore() override;

    QFuture<Result<MediaId>> put(std::shared_ptr<const MediaSpool> spool, const QString &mime, const QString &kind) override;
    QFuture<Result<MediaInfo>> info(MediaId id) override;
    QFuture<Result<QByteArray>> chunk(MediaId id, int index) override;

    /// at sign-out
    void clear();
    qint64 size() const;
    /// a folder in the user's cache for this login on this server
    static QString folderFor(const QString &server, const QString &login);

private:
    using Key = std::pair<qint64, int>;
    struct Held {
        std::list<Key>::iterator place;
        qint64 bytes;
    };
    struct State;

    std::shared_ptr<State> m_state; // answers may arrive after the store has gone
    MediaStore &m_behind;
};

} // namespace trucban::media
