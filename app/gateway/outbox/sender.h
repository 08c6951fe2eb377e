// SPDX-License-Identifier: GPL-3.0-or-later
// Sends what the outbox holds, one item at a time, and settles each by what Facebook answered. Several senders share the work.
#pragma once

#include "gateway/graph/graph_client.h"
#include "gateway/outbox/sending.h"
#include "gateway/worker.h"

namespace trucban::gateway {

class HealthBoard;
class TokenWatch;

class OutboxSender : public Worker
{
public:
    struct Settings {
        QString taker;
        bool humanAgent = true;
        std::chrono::seconds lease{120};
        std::chrono::milliseconds retryBase{30'000};
        std::chrono::milliseconds poll{1000};
    };
    using MakeGraph = std::function<std::unique_ptr<GraphClient>(const std::atomic<bool> &)>;
    OutboxSender(Settings settings, Database &database, media::MediaStore &store, MakeGraph graph, TokenWatch &token, HealthBoard &health);
    ~OutboxSender() override { stop(); }

protected:
    void begin() override;
    std::chrono::milliseconds work() override;
    void end() override;

private:
    SendOutcome send(OutboxItem &item, const QDateTime &now);
    void settle(OutboxItem &item, const SendOutcome &outcome);
    void settleTrouble(OutboxItem &item, const Trouble &trouble);
    void settleGraph(OutboxItem &item, const GraphError &error);
    void fail(const OutboxItem &item, const GraphError &error, const QString &word);
    std::chrono::milliseconds backOff(int attempts) const;

    Settings m_settings;
    OutboxLedger m_ledger;
    media::MediaStore &m_store;
    MakeGraph m_makeGraph;
    TokenWatch &m_token;
    HealthBoard &m_health;
    std::unique_ptr<GraphClient> m_graph;
};

} // namespace trucban::gateway
