// SPDX-License-Identifier: GPL-3.0-or-later
// The gateway's care: looks after token and subscription, fills gaps after outages, tells how things stand.
#pragma once

#include "gateway/care/token_watch.h"
#include "gateway/worker.h"

#include <functional>

namespace trucban::gateway {

class HealthBoard;

class Caretaker : public Worker
{
public:
    struct Settings {
        QString name;
        std::chrono::milliseconds checkEvery{45'000};
        std::chrono::milliseconds backfillEvery{900'000};
        std::chrono::milliseconds backfillPace{500}; // two conversation calls a second
    };
    using MakeGraph = std::function<std::unique_ptr<GraphClient>(const std::atomic<bool> &)>;
    /// `journalled` is called after a walk that found something.
    Caretaker(Settings settings, Database &database, MakeGraph graph, TokenWatch &token, HealthBoard &health, std::function<void()> journalled);
    ~Caretaker() override { stop(); }
    /// After an outage: events may be missing.
    void backfillSoon();

protected:
    void begin() override;
    std::chrono::milliseconds work() override;
    void end() override;

private:
    using Clock = std::chrono::steady_clock;
    static bool isDue(Clock::time_point &next, std::chrono::milliseconds every);
    void lookAtQueues();
    bool checkPage();
    void makePartitions();
    void backfill();
    QDateTime beginOfGap(const QJsonObject &remembered, const QDateTime &now);

    Settings m_settings;
    Database &m_database;
    MakeGraph m_makeGraph;
    TokenWatch &m_token;
    HealthBoard &m_health;
    std::function<void()> m_journalled;
    std::unique_ptr<GraphClient> m_graph;
    std::atomic<bool> m_backfillWanted = true; // a start is the end of an outage
    Clock::time_point m_nextQueues, m_nextCheck, m_nextBackfill, m_nextPartitions, m_nextNames;
    bool m_everGood = false; // the page was found subscribed
};

} // namespace trucban::gateway
