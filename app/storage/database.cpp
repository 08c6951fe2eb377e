// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include "base/logging.h"
#include "storage/connection.h"
#include "storage/schema_version.h"

#include <QRandomGenerator>

#include <condition_variable>
#include <deque>
#include <thread>

namespace trucban {

using namespace std::chrono_literals;
using SteadyTime = std::chrono::steady_clock::time_point;

namespace {
constexpr int mostAttempts = 6;
constexpr auto shortestBackOff = 250ms;
constexpr auto longestBackOff = 5000ms;
constexpr auto heartbeat = 2000ms; // how often an idle worker looks whether its connection still stands
} // namespace

class Database::Crew
{
public:
    Crew(Database &database, const ConnectOptions &options);
    ~Crew();
    void submit(std::unique_ptr<Job> job);
    ConnectionState state() const;
    const ConnectOptions &options() const { return m_options; }

private:
    struct Worker {
        Connection connection;
        std::unique_ptr<Session> session;
        std::thread thread;
        bool first = false; // the one that tries again while the connection is lost
    };

    void live(Worker &worker);
    void serve(Worker &worker, Job &job);
    Result<bool> attempt(Worker &worker, Job &job);
    Result<> connect(Worker &worker);
    void lookAfter(Worker &worker);
    std::unique_ptr<Job> nextJob(Worker &worker);
    QByteArray beginning(const Access &access) const;
    void enter(ConnectionState::Phase phase, const Failure &why = {});

    Database &m_database;
    const ConnectOptions m_options;
    mutable std::mutex m_guard;
    std::condition_variable m_wake;
    std::deque<std::unique_ptr<Job>> m_jobs;
    ConnectionState m_state;
    std::chrono::milliseconds m_backOff = shortestBackOff;
    SteadyTime m_nextTry{};
    bool m_stop = false;
    std::vector<std::unique_ptr<Worker>> m_workers;
};

Database::Crew::Crew(Database &database, const ConnectOptions &options) : m_database(database), m_options(options)
{
    for (int number = 0; number < std::max(1, options.workers); ++number) {
        auto worker = std::make_unique<Worker>();
        worker->session = std::make_unique<Session>(worker->connection);
        worker->first = number == 0;
        m_workers.push_back(std::move(worker));
    }
    for (const auto &worker : m_workers)
        worker->thread = std::thread([this, &worker = *worker] { live(worker); });
}

Database::Crew::~Crew()
{
    std::deque<std::unique_ptr<Job>> unserved; // their futures end cancelled: a database that has gone tells nobody anything
    {
        const std::lock_guard lock(m_guard);
        m_stop = true;
        unserved.swap(m_jobs);
    }
    unserved.clear();
    m_wake.notify_all();
    for (const auto &worker : m_workers)
        worker->connection.cancel();
    for (const auto &worker : m_workers)
        worker->thread.join();
}

void Database::Crew::submit(std::unique_ptr<Job> job)
{
    {
        const std::lock_guard lock(m_guard);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

ConnectionState Database::Crew::state() const
{
    const std::lock_guard lock(m_guard);
    return m_state;
}

void Database::Crew::enter(ConnectionState::Phase phase, const Failure &why)
{
    {
        const std::lock_guard lock(m_guard);
        if (m_state.phase == phase && m_state.why.code == why.code)
            return;
        m_state = {phase, why};
    }
    qCDebug(lcStorage) << "connection" << (phase == ConnectionState::Connected ? "stands" : phase == ConnectionState::Lost ? "lost:" : "being made")
                      << why.detail;
    Q_EMIT m_database.stateChanged({phase, why});
}

Result<> Database::Crew::connect(Worker &worker)
{
    worker.session->forgetPrepared();
    auto opened = worker.connection.open(m_options);
    if (opened) {
        {
            const std::lock_guard lock(m_guard);
            m_backOff = shortestBackOff;
        }
        enter(ConnectionState::Connected);
        return {};
    }
    {
        const std::lock_guard lock(m_guard);
        m_nextTry = std::chrono::steady_clock::now() + m_backOff;
        m_backOff = std::min<std::chrono::milliseconds>(m_backOff * 2, longestBackOff);
    }
    enter(ConnectionState::Lost, opened.error());
    return opened;
}

// without a job: the first worker reconnects, every worker notices when the server hung up
void Database::Crew::lookAfter(Worker &worker)
{
    const auto [now, due] = [this] {
        const std::lock_guard lock(m_guard);
        return std::pair(m_state, std::chrono::steady_clock::now() >= m_nextTry);
    }();
    const bool lost = now.phase == ConnectionState::Lost;
    if (worker.connection.isOpen() && !worker.connection.seemsAlive()) {
        worker.connection.close();
        (void)connect(worker);
    } else if (worker.connection.isOpen() && worker.first && lost && due) {
        enter(ConnectionState::Connected); // another worker had been refused (too many connections): let it try again
    } else if (!worker.connection.isOpen() && worker.first && lost && due && now.why.kind == Failure::Offline) {
        (void)connect(worker);
    }
}

std::unique_ptr<Database::Job> Database::Crew::nextJob(Worker &worker)
{
    std::unique_lock lock(m_guard);
    std::chrono::milliseconds patience = heartbeat;
    if (worker.first && m_state.phase == ConnectionState::Lost)
        patience = std::max(10ms, std::chrono::duration_cast<std::chrono::milliseconds>(m_nextTry - std::chrono::steady_clock::now()));
    m_wake.wait_for(lock, patience, [this] { return m_stop || !m_jobs.empty(); });
    if (m_stop || m_jobs.empty())
        return nullptr;
    auto job = std::move(m_jobs.front());
    m_jobs.pop_front();
    return job;
}

void Database::Crew::live(Worker &worker)
{
    if (worker.first)
        (void)connect(worker);
    for (;;) {
        const auto job = nextJob(worker);
        {
            const std::lock_guard lock(m_guard);
            if (m_stop) { // closed on the thread that opened it
                worker.connection.close();
                return;
            }
        }
        if (!job)
            lookAfter(worker);
        else if (job->isWanted())
            serve(worker, *job);
    }
}

QByteArray Database::Crew::beginning(const Access &access) const
{
    const auto limit = access.speed == Long ? m_options.longTimeout : access.readOnly ? m_options.readTimeout : m_options.writeTimeout;
    return (access.readOnly ? "BEGIN READ ONLY; SET LOCAL statement_timeout = " : "BEGIN; SET LOCAL statement_timeout = ")
        + QByteArray::number(static_cast<qint64>(limit.count()));
}

// true: committed or given back by the work itself; false: worth another try
Result<bool> Database::Crew::attempt(Worker &worker, Job &job)
{
    Connection &connection = worker.connection;
    connection.forgetTroubles();
    const bool wanted = job.attempt(*worker.session);
    if (!connection.isOpen())
        return failed(Failure::Offline, u"connection_lost"_s, u"the connection broke in the middle"_s);
    if (wanted && !connection.isWorthAnotherTry()) {
        const auto committed = connection.run("COMMIT");
        if (committed)
            return true;
        if (!connection.isOpen() || !connection.isWorthAnotherTry())
            return failed(committed.error());
    }
    if (connection.isOpen() && connection.inTransaction()) {
        if (auto back = connection.run("ROLLBACK"); !back)
            return failed(back.error());
    }
    if (connection.hasStalePlans()) {
        connection.forgetPrepared();
        worker.session->forgetPrepared();
    }
    return !connection.isWorthAnotherTry();
}

void Database::Crew::serve(Worker &worker, Job &job)
{
    const auto lost = [&](const Failure &failure) {
        if (!worker.connection.isOpen())
            enter(ConnectionState::Lost, failure);
        job.fail(failure);
        if (!worker.connection.isOpen())
            (void)connect(worker); // at once: a server that restarts is back in a second
    };
    if (!worker.connection.isOpen()) {
        if (const ConnectionState now = state(); now.phase == ConnectionState::Lost)
            return job.fail(now.why);
        if (auto opened = connect(worker); !opened)
            return job.fail(opened.error());
    }
    const QByteArray begin = beginning(job.access);
    for (int attempts = 1;; ++attempts) {
        auto begun = worker.connection.run(begin);
        if (!begun && !worker.connection.isOpen() && attempts == 1) { // hung up while idle: nothing has been done yet
            if (auto again = connect(worker); !again)
                return job.fail(again.error());
            begun = worker.connection.run(begin);
        }
        if (!begun)
            return lost(begun.error());
        const auto done = attempt(worker, job);
        if (!done)
            return lost(done.error());
        if (*done || attempts == mostAttempts)
            break;
        std::this_thread::sleep_for(std::chrono::milliseconds(QRandomGenerator::global()->bounded(1, 10 * attempts + 1)));
    }
    if (worker.connection.isWorthAnotherTry())
        return job.fail({Failure::Conflict, u"busy"_s, u"gave up after %1 attempts"_s.arg(mostAttempts), {}});
    job.finish();
}

Database::Database(const ConnectOptions &options, QObject *parent) : QObject(parent), m_crew(std::make_unique<Crew>(*this, options)) {}

Database::~Database() = default;

void Database::submit(std::unique_ptr<Job> job)
{
    m_crew->submit(std::move(job));
}

QFuture<Result<>> Database::open()
{
    return read([](Session &session) { return schema::mayUse(session); });
}

ConnectionState Database::state() const
{
    return m_crew->state();
}

const ConnectOptions &Database::options() const
{
    return m_crew->options();
}

} // namespace trucban
