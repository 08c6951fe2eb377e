// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the page's token lives and sending is allowed: known to all threads, and told to every desk as a health row.
#pragma once

#include "gateway/graph/graph_client.h"

namespace trucban {
class Database;
}

namespace trucban::gateway {

class HealthBoard;

class TokenWatch
{
public:
    TokenWatch(Database &database, HealthBoard &health) : m_database(database), m_health(health) {}

    bool maySend() const;
    bool alive() const;
    void lives();
    void died(const QString &word, const GraphError &error);
    /// Facebook blocks the page for a while: nobody hammers, a human must look.
    void blocked(const QString &word, const GraphError &error, std::chrono::hours duration);
    void misconfigured(const QString &word, const GraphError &error);
    /// One row of what desks show; key as in core.health
    void tell(const QString &key, const QString &state, const QString &code, const QJsonObject &facts = {});

private:
    Database &m_database;
    HealthBoard &m_health;
    mutable std::mutex m_mutex;
    bool m_alive = true;
    QDateTime m_blockedUntil;
};

} // namespace trucban::gateway
