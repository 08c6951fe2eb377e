// SPDX-License-Identifier: GPL-3.0-or-later
// What the gateway knows of its own health, told by every thread and read by /healthz and /metrics without waiting for anything.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QMap>
#include <QString>

#include <array>
#include <atomic>
#include <mutex>

namespace trucban::gateway {

enum class Count {
    WebhooksReceived, WebhooksCommitted, WebhooksNotCommitted, WrongSignature, TooLarge, BadRequest, JournalCommits,
    EventsApplied, EventsIgnored, EventsUnsupported, EntriesRejected,
    MediaStored, MediaFailed, OutboxSent, OutboxFailed, OutboxUncertain, GraphCalls, GraphErrors, BackfilledItems,
    Last,
};

class HealthBoard
{
public:
    void add(Count which, quint64 howMany = 1) { m_counts[size_t(which)].fetch_add(howMany, std::memory_order_relaxed); }
    quint64 value(Count which) const { return m_counts[size_t(which)].load(std::memory_order_relaxed); }

    void setDatabase(bool reachable);
    /// "ok", or the stable word of what is wrong with it ("token_expired", …)
    void setToken(const QString &word);
    void setQueues(const QJsonObject &queues); // outbox_depth, journal_pending, media_waiting, …
    void setLastEvent(const QDateTime &at);
    void setGauge(const QString &name, double value);

    bool databaseReachable() const;
    QString token() const;
    /// Body of /healthz
    QByteArray healthJson() const;
    /// Intake can do its duty: without the token it still can, without the database it cannot.
    bool healthy() const { return databaseReachable(); }
    /// Body of /metrics, Prometheus text
    QByteArray metrics() const;

private:
    std::array<std::atomic<quint64>, size_t(Count::Last)> m_counts{};
    mutable std::mutex m_mutex;
    bool m_databaseReachable = false;
    QString m_token = QStringLiteral("unchecked");
    QJsonObject m_queues;
    QDateTime m_lastEvent;
    QMap<QString, double> m_gauges;
};

} // namespace trucban::gateway
