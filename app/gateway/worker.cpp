// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/worker.h"

namespace trucban::gateway {

void Worker::start()
{
    m_thread = std::thread([this] { run(); });
}

void Worker::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_woken = true;
    }
    m_condition.notify_one();
}

void Worker::stopSoon()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_condition.notify_all();
}

void Worker::stop()
{
    stopSoon();
    if (m_thread.joinable())
        m_thread.join();
}

void Worker::pause(std::chrono::milliseconds duration)
{
    std::unique_lock lock(m_mutex);
    m_condition.wait_for(lock, duration, [this] { return m_stopping.load(); });
}

void Worker::run()
{
    begin();
    while (!m_stopping) {
        const std::chrono::milliseconds idle = work();
        std::unique_lock lock(m_mutex);
        m_condition.wait_for(lock, idle, [this] { return m_woken || m_stopping; });
        m_woken = false;
    }
    end();
}

} // namespace trucban::gateway
