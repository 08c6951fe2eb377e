// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/care/deadline_clock.h"

#include "base/logging.h"
#include "storage/database.h"

namespace trucban::gateway {

namespace {

constexpr int batch = 200; // as in the statements

} // namespace

/// How many rows there were; a database that is away has none, and is asked again a second later.
int DeadlineClock::done(const QString &statement)
{
    const auto rows = m_database.write([&statement](Session &session) {
        return session.query(statement).one([](const Row &row) { return row.get<int>(u"done"); });
    }).result();
    if (!rows && rows.error().kind != Failure::Offline)
        qCWarning(lcGateway) << statement << rows.error().code << rows.error().detail;
    return rows.value_or(0);
}

std::chrono::milliseconds DeadlineClock::work()
{
    done(u"gateway/sweep"_s);
    // after a day off line there is much to climb: one short transaction after another, until none is left
    while (done(u"gateway/escalate"_s) >= batch && !stopping()) { }
    return std::chrono::seconds(1);
}

} // namespace trucban::gateway
