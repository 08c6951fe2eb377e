// SPDX-License-Identifier: GPL-3.0-or-later
// One duty on one thread: works, sleeps as long as the work says or until it is woken, ends when told.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace trucban::gateway {

class Worker
{
public:
    Worker() = default;
    virtual ~Worker() = default; // each worker calls stop() in its own destructor: its parts must outlive its thread
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    void start();
    void wake();
    /// The order without the waiting.
    void stopSoon();
    void stop();

protected:
    /// Everything that is due now; answers how long there is nothing to do.
    virtual std::chrono::milliseconds work() = 0;
    /// On the worker's thread, before the first and after the last work().
    virtual void begin() {}
    virtual void end() {}
    const std::atomic<bool> &stopping() const { return m_stopping; }
    /// Sleeps, but not past the order to stop.
    void pause(std::chrono::milliseconds duration);

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_condition;
    bool m_woken = false;
    std::atomic<bool> m_stopping = false;
    std::thread m_thread;
};

} // namespace trucban::gateway
