// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/intake/journal_writer.h"

#include "base/logging.h"
#include "gateway/intake/health.h"

#include <QtEndian>

#include <libpq-fe.h>

namespace trucban::gateway {

namespace {

using Clock = std::chrono::steady_clock;
constexpr Oid byteaOid = 17, textOid = 25, byteaArrayOid = 1001, textArrayOid = 1009;
constexpr char statement[] = "SELECT intake.journal_webhooks($1, $2)";

/// PostgreSQL's binary form of a one-dimensional array without nulls.
class BinaryArray
{
public:
    BinaryArray(Oid element, size_t count, size_t bytes)
    {
        m_bytes.reserve(20 + count * 4 + bytes);
        for (const quint32 word : {quint32(1), quint32(0), quint32(element), quint32(count), quint32(1)})
            appendWord(word);
    }
    void append(std::string_view item)
    {
        appendWord(quint32(item.size()));
        m_bytes.append(item);
    }
    const char *data() const { return m_bytes.data(); }
    int size() const { return int(m_bytes.size()); }

private:
    void appendWord(quint32 word)
    {
        const quint32 big = qToBigEndian(word);
        m_bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
    }
    std::string m_bytes;
};

BinaryArray arrayOf(Oid element, const std::deque<Arrival> &batch, std::string Arrival::*part)
{
    size_t bytes = 0;
    for (const Arrival &arrival : batch)
        bytes += (arrival.*part).size();
    BinaryArray array(element, batch.size(), bytes);
    for (const Arrival &arrival : batch)
        array.append(arrival.*part);
    return array;
}

size_t weightOf(const Arrival &arrival)
{
    return arrival.body.size() + arrival.headers.size();
}

} // namespace

JournalWriter::JournalWriter(Settings settings, HealthBoard &health, std::function<void()> committed)
    : m_settings(std::move(settings)), m_health(health), m_committed(std::move(committed)), m_connection(nullptr, PQfinish),
      m_thread([this] { run(); })
{
}

JournalWriter::~JournalWriter()
{
    stop();
}

void JournalWriter::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void JournalWriter::append(Arrival arrival)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_stopping && m_waitingBytes + weightOf(arrival) <= m_settings.mostWaitingBytes) {
            m_waitingBytes += weightOf(arrival);
            m_waiting.push_back(std::move(arrival));
            m_wake.notify_one();
            return;
        }
    }
    arrival.done(false); // Facebook sends it again
}

JournalWriter::Batch JournalWriter::takeBatch()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, std::chrono::seconds(2), [this] { return m_stopping || !m_waiting.empty(); });
    Batch batch;
    size_t bytes = 0;
    while (!m_waiting.empty() && batch.size() < m_settings.mostRows && (batch.empty() || bytes + weightOf(m_waiting.front()) <= m_settings.mostBytes)) {
        bytes += weightOf(m_waiting.front());
        batch.push_back(std::move(m_waiting.front()));
        m_waiting.pop_front();
    }
    m_waitingBytes -= bytes;
    return batch;
}

void JournalWriter::run()
{
    for (;;) {
        Batch batch = takeBatch();
        if (!batch.empty()) {
            commit(std::move(batch));
            continue;
        }
        {
            const std::lock_guard lock(m_mutex);
            if (m_stopping && m_waiting.empty())
                return;
        }
        m_health.setDatabase(connected()); // idle: notice a lost connection before a webhook does
    }
}

void JournalWriter::commit(Batch batch)
{
    const auto giveUp = Clock::now() + m_settings.patience;
    bool done = tryCommit(batch);
    while (!done && Clock::now() < giveUp) {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        done = tryCommit(batch);
    }
    m_health.setDatabase(done);
    m_health.add(done ? Count::WebhooksCommitted : Count::WebhooksNotCommitted, batch.size());
    for (const Arrival &arrival : batch)
        arrival.done(done);
    if (!done)
        return;
    m_health.add(Count::JournalCommits);
    m_committed();
}

bool JournalWriter::tryCommit(const Batch &batch)
{
    if (!connected())
        return false;
    const BinaryArray bodies = arrayOf(byteaOid, batch, &Arrival::body), headers = arrayOf(textOid, batch, &Arrival::headers);
    const Oid types[] = {byteaArrayOid, textArrayOid};
    const char *values[] = {bodies.data(), headers.data()};
    const int lengths[] = {bodies.size(), headers.size()}, formats[] = {1, 1};
    const std::unique_ptr<PGresult, void (*)(PGresult *)> result(PQexecParams(m_connection.get(), statement, 2, types, values, lengths, formats, 0), PQclear);
    // one statement is one transaction: its success is the commit
    if (PQresultStatus(result.get()) == PGRES_TUPLES_OK)
        return true;
    qCWarning(lcGateway) << "journal not committed:" << PQerrorMessage(m_connection.get());
    disconnect();
    return false;
}

bool JournalWriter::connected()
{
    if (m_connection && PQstatus(m_connection.get()) == CONNECTION_OK) {
        PQconsumeInput(m_connection.get());
        if (PQstatus(m_connection.get()) == CONNECTION_OK)
            return true;
    }
    const QByteArray timeouts = QByteArray::number(std::max<qint64>(500, m_settings.patience.count() - 500));
    const QByteArray options = "-c statement_timeout=" + timeouts + " -c lock_timeout=" + timeouts;
    const char *keys[] = {"dbname", "connect_timeout", "tcp_user_timeout", "application_name", "options", nullptr};
    const char *values[] = {m_settings.connection.constData(), "2", "4000", "trucban-gateway journal", options.constData(), nullptr};
    m_connection.reset(PQconnectdbParams(keys, values, 1));
    if (PQstatus(m_connection.get()) == CONNECTION_OK)
        return true;
    disconnect();
    return false;
}

void JournalWriter::disconnect()
{
    m_connection.reset();
}

} // namespace trucban::gateway
