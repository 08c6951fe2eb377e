// SPDX-License-Identifier: GPL-3.0-or-later
// What the passing of time does by itself: claims fall free, Facebook's windows roll on, the ladder of notices is climbed.
// On a thread of its own, for nothing here may wait for Facebook.
#pragma once

#include "gateway/worker.h"

namespace trucban {
class Database;
}

namespace trucban::gateway {

class DeadlineClock : public Worker
{
public:
    explicit DeadlineClock(Database &database) : m_database(database) {}
    ~DeadlineClock() override { stop(); }

protected:
    std::chrono::milliseconds work() override;

private:
    int done(const QString &statement);

    Database &m_database;
};

} // namespace trucban::gateway
