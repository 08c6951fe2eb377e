// SPDX-License-Identifier: GPL-3.0-or-later
// escalation_scan: what the gateway asks every second about deadlines: when nothing is due, and when the ladder is climbed for a full batch.
#include "bench.h"

#include "storage/database.h"

#include <QElapsedTimer>

#include <cstdio>

namespace trucban::bench {

namespace {

constexpr int batch = 200; // as the gateway asks

double msSince(const QElapsedTimer &clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

/// One scan in a transaction of its own, as the gateway does it; how many cases there were.
int scan(Database &database)
{
    const auto rows = database.write([](Session &session) {
        return session.query(u"gateway/escalate"_s).one([](const Row &row) { return row.get<int>(u"done"); });
    }).result();
    if (!rows)
        qFatal("the ladder was not climbed: %s", qPrintable(rows.error().detail));
    return *rows;
}

/// A batch that is due is climbed and undone again, so that each round finds the same; the time of the climbing alone.
double climbed(Database &database, int &cases)
{
    double took = 0;
    const auto undone = database.write([&](Session &session) -> Result<int> {
        const auto due = session.sql(u"UPDATE core.case SET escalate_at = now() - interval '1 second', due_at = now() - interval '1 second', stage_since = now() - interval '1 hour' "
                                     "WHERE id IN (SELECT c.id FROM core.case c WHERE c.queue <= 4 AND c.charge_id IS NOT NULL AND NOT EXISTS (SELECT FROM core.escalation e WHERE e.charge_id = c.charge_id) ORDER BY c.id DESC LIMIT %1)"_s.arg(batch)).run();
        if (!due || *due == 0)
            return failed(Failure::Bug, u"too_few"_s, u"every open case has been climbed for"_s);
        cases = *due;
        QElapsedTimer clock;
        clock.start();
        const auto rows = session.query(u"gateway/escalate"_s).one([](const Row &row) { return row.get<int>(u"done"); });
        took = msSince(clock);
        if (!rows || *rows != cases)
            return failed(Failure::Bug, u"not_climbed"_s, rows ? QString::number(*rows) : rows.error().detail);
        return failed(Failure::Bug, u"undo"_s);
    }).result();
    if (undone || undone.error().code != u"undo")
        qFatal("the batch: %s", qPrintable(undone ? QString() : undone.error().code + u' ' + undone.error().detail));
    return took;
}

} // namespace

void benchEscalationScan(Ground &ground)
{
    ConnectOptions options = ground.cluster.asSuperuser();
    options.workers = 1;
    Database database(options);
    int first = 0;
    while (const int rows = scan(database)) // what lay there when the gateway came back
        first += rows;
    if (first > 0)
        std::fprintf(stderr, "  (climbed for %d cases that had become due)\n", first);
    std::vector<double> idle, full;
    int cases = 0;
    for (int round = 0; round < 300; ++round) {
        QElapsedTimer clock;
        clock.start();
        scan(database);
        idle.push_back(msSince(clock));
    }
    ground.figures.add(u"escalation_scan"_s, idle);
    ground.cluster.ask(u"ALTER TABLE core.case DISABLE TRIGGER clocks"_s, u"trucban"_s); // a due time of our own choosing
    for (int round = 0; round < 20; ++round)
        full.push_back(climbed(database, cases));
    ground.cluster.ask(u"ALTER TABLE core.case ENABLE TRIGGER clocks"_s, u"trucban"_s);
    ground.figures.add(u"escalation_batch"_s, full, u"ms"_s, {{u"cases"_s, cases}});
}

} // namespace trucban::bench
