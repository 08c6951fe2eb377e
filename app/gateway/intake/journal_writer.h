// SPDX-License-Identifier: GPL-3.0-or-later
// Commits raw bodies to the journal. Those that arrive while a commit is under way share the next one.
#pragma once

#include <QByteArray>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

struct pg_conn;

namespace trucban::gateway {

class HealthBoard;

struct Arrival {
    std::string body;
    std::string headers; // ASCII: who brought it and with which signature
    std::function<void(bool committed)> done; // called once, on another thread
};

/// Where the door puts what it took in.
class JournalSink
{
public:
    virtual ~JournalSink() = default;
    virtual void append(Arrival arrival) = 0;
};

class JournalWriter : public JournalSink
{
public:
    struct Settings {
        QByteArray connection;        // libpq connection string or address
        std::chrono::milliseconds patience{3500}; // Facebook waits five seconds
        size_t mostRows = 500;
        size_t mostBytes = 16u << 20;
        size_t mostWaitingBytes = 48u << 20;
    };
    /// `committed` is called on the writer's thread after each commit.
    JournalWriter(Settings settings, HealthBoard &health, std::function<void()> committed);
    ~JournalWriter() override;
    void append(Arrival arrival) override;
    /// Commits what waits, then ends the thread.
    void stop();

private:
    using Batch = std::deque<Arrival>;
    void run();
    Batch takeBatch();
    void commit(Batch batch);
    bool tryCommit(const Batch &batch);
    bool connected();
    void disconnect();

    Settings m_settings;
    HealthBoard &m_health;
    std::function<void()> m_committed;
    std::unique_ptr<pg_conn, void (*)(pg_conn *)> m_connection;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    Batch m_waiting;
    size_t m_waitingBytes = 0;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace trucban::gateway
