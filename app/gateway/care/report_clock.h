// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the reports whose hour has come. On a thread of its own: a month takes seconds, and the ladder does not wait.
#pragma once

#include "gateway/worker.h"

namespace trucban {
class Database;
}

namespace trucban::gateway {

class ReportClock : public Worker
{
public:
    explicit ReportClock(Database &database) : m_database(database) {}
    ~ReportClock() override { stop(); }

protected:
    std::chrono::milliseconds work() override;

private:
    Database &m_database;
};

} // namespace trucban::gateway
