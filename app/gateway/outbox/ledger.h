// SPDX-License-Identifier: GPL-3.0-or-later
// What the database knows of the outbox: taking, keeping, settling. Each call waits for its commit.
#pragma once

#include "base/result.h"
#include "gateway/graph/boot_clock.h"
#include "gateway/outbox/item.h"

#include <functional>

namespace trucban {
class Database;
class Query;
}

namespace trucban::gateway {

class OutboxLedger
{
public:
    OutboxLedger(Database &database, QString taker) : m_database(database), m_taker(std::move(taker)) {}

    struct Taken {
        OutboxItem item;
        QDateTime now; // the database's time
    };
    Result<std::optional<Taken>> take(std::chrono::seconds lease);
    /// Ours for this long again, and the moment until which that is sure; nothing: it is not ours any more, nothing may be sent.
    std::optional<BootTime> keep(const OutboxItem &item, std::chrono::seconds lease);
    bool partSent(OutboxItem &item, const QString &platformId);
    bool sent(const OutboxItem &item, const QJsonObject &facts);
    bool failed(const OutboxItem &item, int code, int subcode, const QString &word, const QString &detail);
    bool later(const OutboxItem &item, std::chrono::milliseconds after, bool uncertain, const QString &word);
    bool note(OutboxItem &item, const QJsonObject &facts);
    /// Those of these platform ids that some message, item or post already is.
    Result<QStringList> known(const QStringList &platformIds);

private:
    bool tell(const QString &statement, const OutboxItem &item, const std::function<void(Query &)> &bind);
    Database &m_database;
    QString m_taker;
};

} // namespace trucban::gateway
