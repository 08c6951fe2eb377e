// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/intake/health.h"

#include "base/result.h"

#include <QJsonDocument>
#include <QJsonValue>

namespace trucban::gateway {

namespace {

struct Counter {
    Count which;
    const char *name;
    const char *help;
};

constexpr Counter counters[] = {
    {Count::WebhooksReceived, "webhooks_received", "signed webhooks received"},
    {Count::WebhooksCommitted, "webhooks_committed", "webhooks answered 200 after their commit"},
    {Count::WebhooksNotCommitted, "webhooks_not_committed", "webhooks answered 503"},
    {Count::WrongSignature, "webhooks_wrong_signature", "requests refused because of their signature"},
    {Count::TooLarge, "webhooks_too_large", "requests refused because of their size"},
    {Count::BadRequest, "webhooks_bad_request", "requests that were not HTTP"},
    {Count::JournalCommits, "journal_commits", "commits of the journal; several webhooks may share one"},
    {Count::EventsApplied, "events_applied", "events applied to cases"},
    {Count::EventsIgnored, "events_ignored", "events understood and of no use"},
    {Count::EventsUnsupported, "events_unsupported", "events not understood, shown as such"},
    {Count::EntriesRejected, "journal_rejected", "journal entries that could not be understood"},
    {Count::MediaStored, "media_stored", "media fetched and stored"},
    {Count::MediaFailed, "media_failed", "media given up"},
    {Count::OutboxSent, "outbox_sent", "answers and posts sent"},
    {Count::OutboxFailed, "outbox_failed", "answers and posts refused by Facebook"},
    {Count::OutboxUncertain, "outbox_uncertain", "sends whose fate had to be looked up"},
    {Count::GraphCalls, "graph_calls", "calls of the Graph API"},
    {Count::GraphErrors, "graph_errors", "calls of the Graph API that failed"},
    {Count::BackfilledItems, "backfilled_items", "messages and comments found by looking rather than by webhook"},
};

} // namespace

void HealthBoard::setDatabase(bool reachable)
{
    const std::lock_guard lock(m_mutex);
    m_databaseReachable = reachable;
}

void HealthBoard::setToken(const QString &word)
{
    const std::lock_guard lock(m_mutex);
    m_token = word;
}

void HealthBoard::setQueues(const QJsonObject &queues)
{
    const std::lock_guard lock(m_mutex);
    m_queues = queues;
}

void HealthBoard::setLastEvent(const QDateTime &at)
{
    const std::lock_guard lock(m_mutex);
    if (!m_lastEvent.isValid() || at > m_lastEvent)
        m_lastEvent = at;
}

void HealthBoard::setGauge(const QString &name, double value)
{
    const std::lock_guard lock(m_mutex);
    m_gauges[name] = value;
}

bool HealthBoard::databaseReachable() const
{
    const std::lock_guard lock(m_mutex);
    return m_databaseReachable;
}

QString HealthBoard::token() const
{
    const std::lock_guard lock(m_mutex);
    return m_token;
}

QByteArray HealthBoard::healthJson() const
{
    const std::lock_guard lock(m_mutex);
    const QString status = !m_databaseReachable ? u"down"_s : m_token == u"ok"_s || m_token == u"unchecked"_s ? u"ok"_s : u"degraded"_s;
    QJsonObject health = m_queues;
    health[u"status"_s] = status;
    health[u"database"_s] = m_databaseReachable ? u"ok"_s : u"unreachable"_s;
    health[u"graph_token"_s] = m_token;
    health[u"last_event"_s] = m_lastEvent.isValid() ? QJsonValue(m_lastEvent.toString(Qt::ISODateWithMs)) : QJsonValue();
    for (const QString &queue : {u"outbox_depth"_s, u"journal_pending"_s})
        if (!health.contains(queue))
            health[queue] = QJsonValue();
    return QJsonDocument(health).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray HealthBoard::metrics() const
{
    QByteArray text;
    for (const Counter &counter : counters) {
        const QByteArray name = QByteArray("trucban_gateway_") + counter.name + "_total";
        text += "# HELP " + name + ' ' + counter.help + "\n# TYPE " + name + " counter\n" + name + ' ' + QByteArray::number(value(counter.which)) + '\n';
    }
    const std::lock_guard lock(m_mutex);
    QMap<QString, double> gauges = m_gauges;
    for (auto it = m_queues.begin(); it != m_queues.end(); ++it)
        if (it.value().isDouble())
            gauges[it.key()] = it.value().toDouble();
    gauges[u"database_up"_s] = m_databaseReachable;
    gauges[u"token_ok"_s] = m_token == u"ok"_s;
    if (m_lastEvent.isValid())
        gauges[u"last_event_seconds"_s] = double(m_lastEvent.toSecsSinceEpoch());
    for (const auto &[key, number] : gauges.asKeyValueRange()) {
        const QByteArray name = "trucban_gateway_" + key.toLatin1();
        text += "# TYPE " + name + " gauge\n" + name + ' ' + QByteArray::number(number, 'f', 3) + '\n';
    }
    return text;
}

} // namespace trucban::gateway
