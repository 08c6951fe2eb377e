// SPDX-License-Identifier: GPL-3.0-or-later
// PgMediaStore: media in PostgreSQL, in 1 MiB chunks, replicated and backed up with everything else.
#pragma once

#include "media/media_store.h"

namespace trucban {
class Database;
}

namespace trucban::media {

class PgMediaStore : public MediaStore
{
public:
    /// whose functions are called: schema intake for the gateway, schema desk for a person
    enum Side { Gateway, Person };
    PgMediaStore(Database &database, Side side) : m_database(database), m_side(side) {}

    /// One transaction a chunk: after a lost connection the next call goes on where this one stopped.
    QFuture<Result<MediaId>> put(std::shared_ptr<const MediaSpool> spool, const QString &mime, const QString &kind) override;
    QFuture<Result<MediaInfo>> info(MediaId id) override;
    QFuture<Result<QByteArray>> chunk(MediaId id, int index) override;

private:
    Database &m_database;
    Side m_side;
};

} // namespace trucban::media
