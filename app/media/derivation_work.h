// SPDX-License-Identifier: GPL-3.0-or-later
// DerivationWork: takes media whose derivatives are due, makes them in the sandbox and stores them beside the original.
// Several gateways may do this at once; each medium is taken by one of them.
#pragma once

#include "media/derive.h"
#include "media/media_store.h"

namespace trucban {
class Database;
}

namespace trucban::media {

class DerivationWork
{
public:
    /// `database` and `store` speak as the gateway and outlive the work.
    DerivationWork(Database &database, MediaStore &store, Deriver deriver = Deriver()) : m_database(database), m_store(store), m_deriver(std::move(deriver)) {}

    /// Blocks; meant for a thread of its own. How many media were handled, 0 when none was due.
    Result<int> doSome(int most = 4);

private:
    struct Due {
        MediaId id;
        QString mime;
        qint64 bytes = 0;
        int attempts = 0;
    };
    Result<> handle(const Due &due);
    Result<Derivation> derive(const Due &due);
    Result<> store(const Due &due, const Derivation &made);
    Result<> giveUp(const Due &due, const Failure &why);
    Result<> keep(MediaId original, const QString &kind, const QByteArray &bytes, const QString &mime, const QString &mediaKind);

    Database &m_database;
    MediaStore &m_store;
    Deriver m_deriver;
};

} // namespace trucban::media
