// SPDX-License-Identifier: GPL-3.0-or-later
// search: the newest 50 hits of each class of words, as an officer and as a unit, from the desk's own storage room to the rows in hand.
#include "bench.h"
#include "seeder.h"

#include "storage/database.h"

#include <QElapsedTimer>

#include <numeric>

namespace trucban::bench {

namespace {

Result<int> find(Session &session, const QString &words)
{
    return session.sql(u"SELECT message_id, case_id, text FROM desk.search(:words, 50)"_s).bind(u"words"_s, words)
        .all([](const Row &row) { return row.get<qint64>(u"message_id"); })
        .transform([](const QList<qint64> &all) { return int(all.size()); });
}

void searchAs(Ground &ground, const QString &login, const QString &suffix)
{
    ConnectOptions options = ground.cluster.as(login);
    options.workers = 1;
    options.readTimeout = std::chrono::seconds(60);
    Database database(options);
    for (const SearchClass &words : searchClasses(ground.cases)) {
        std::vector<double> samples;
        int found = 0;
        const int rounds = std::max(1, 120 / int(words.queries.size()));
        for (int round = 0; round < rounds; ++round) {
            for (const QString &query : words.queries) {
                QElapsedTimer clock;
                clock.start();
                const auto rows = database.read([&](Session &session) { return find(session, query); }).result();
                samples.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
                if (!rows)
                    qFatal("search for %s: %s", qPrintable(query), qPrintable(rows.error().detail));
                found += *rows;
            }
        }
        ground.figures.add(u"search."_s + words.name + suffix, samples, u"ms"_s, {{u"hits"_s, found / rounds}});
    }
}

} // namespace

void benchSearch(Ground &ground)
{
    searchAs(ground, u"officer1"_s, QString());
    searchAs(ground, u"unit1"_s, u".unit"_s);
}

} // namespace trucban::bench
