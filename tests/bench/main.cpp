// SPDX-License-Identifier: GPL-3.0-or-later
// trucban-bench [--cases N] [--json FILE] [name…]: seeds a database of N cases once, then measures against it.
#include "bench.h"
#include "seeder.h"
#include "storage/migrator.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QJsonDocument>
#include <QStandardPaths>

#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;
using namespace trucban::bench;

namespace {

struct Bench {
    QString name;
    QString words;
    void (*run)(Ground &);
};

const QList<Bench> all{
    {u"intake"_s, u"signed webhooks to committed journal, against pgbench"_s, benchIntake},
    {u"notify"_s, u"webhook accepted to row painted, with 1 and 50 listening desks"_s, benchNotify},
    {u"inbox_open"_s, u"each view of the inbox, wish to painted rows"_s, benchInboxOpen},
    {u"inbox_filter"_s, u"filters of the inbox, wish to painted rows"_s, benchInboxFilter},
    {u"inbox_scroll"_s, u"frames while scrolling down the whole city"_s, benchInboxScroll},
    {u"case_open"_s, u"a case opened and painted"_s, benchCaseOpen},
    {u"startup"_s, u"start of the desktop to its first inbox, and its memory"_s, benchStartup},
    {u"escalation_scan"_s, u"what the gateway asks about deadlines each second, and a batch that climbs"_s, benchEscalationScan},
    {u"wall_refresh"_s, u"the whole wall read anew, while 100 messages a second arrive"_s, benchWallRefresh},
    {u"report_month"_s, u"everything a report of a month says"_s, benchReportMonth},
    {u"search"_s, u"the newest 50 hits of each class of words"_s, benchSearch},
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    trucban::Theme::install(application, trucban::Scheme::Light);
    QCommandLineParser parser;
    QString list;
    for (const Bench &bench : all)
        list += u"\n  %1  %2"_s.arg(bench.name, -14).arg(bench.words);
    parser.setApplicationDescription(u"Benchmarks:"_s + list);
    parser.addHelpOption();
    parser.addOption({u"cases"_s, u"size of the database (default 1000000; the environment's TRUCBAN_BENCH_CASES)"_s, u"N"_s,
                      qEnvironmentVariable("TRUCBAN_BENCH_CASES", u"1000000"_s)});
    parser.addOption({u"json"_s, u"write the figures there too"_s, u"FILE"_s});
    parser.addPositionalArgument(u"name"_s, u"which benchmarks (default: all)"_s, u"[name…]"_s);
    parser.process(application);
    const qint64 cases = parser.value(u"cases"_s).toLongLong();
    if (cases < 1000) {
        std::fprintf(stderr, "bench: --cases wants a number of at least 1000\n");
        return 2;
    }
    QList<Bench> wanted;
    for (const QString &name : parser.positionalArguments()) {
        const auto found = std::find_if(all.begin(), all.end(), [&](const Bench &bench) { return bench.name == name; });
        if (found == all.end()) {
            std::fprintf(stderr, "bench: there is no benchmark «%s»; there are:%s\n", qPrintable(name), qPrintable(list));
            return 2;
        }
        wanted.append(*found);
    }
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/trucban-bench/%1"_s.arg(cases);
    auto cluster = std::make_unique<Cluster>(folder);
    if (!cluster->wasMade()) { // a newer schema is put on top; one whose landed files were changed begins again
        cluster->start(true);
        if (const auto upgraded = trucban::Migrator(cluster->asSuperuser()).upgrade(); !upgraded) {
            std::fprintf(stderr, "The seeded database does not fit this schema (%s).\n", qPrintable(upgraded.error().detail));
            cluster->stop();
            QFile::remove(folder + u"/seeded"_s);
            cluster.reset();
            cluster = std::make_unique<Cluster>(folder);
        }
    }
    if (cluster->wasMade()) {
        std::fprintf(stderr, "Seeding %lld cases and about ten messages each (once for this size) …\n", static_cast<long long>(cases));
        seed(*cluster, cases);
        QFile done(folder + u"/seeded"_s);
        if (!done.open(QIODevice::WriteOnly))
            return 1;
        cluster->start(true);
    }
    if (lacksLedger(*cluster)) {
        std::fprintf(stderr, "The seeded database has no ledger of charges yet: making it (once, about five minutes at a million cases) …\n");
        seedLedger(*cluster);
    }
    // as on a server that has been up for a day: the rows and keys of the cases are in memory
    cluster->ask(u"CREATE SCHEMA IF NOT EXISTS bench; CREATE EXTENSION IF NOT EXISTS pg_prewarm SCHEMA bench; "
                 "SELECT sum(bench.pg_prewarm(i)) FROM (SELECT 'core.case'::regclass AS i UNION ALL SELECT indexrelid FROM pg_index WHERE indrelid = 'core.case'::regclass) x"_s,
                 u"trucban"_s);
    Figures figures;
    Ground ground{*cluster, cases, figures};
    Figures::printHead();
    for (const Bench &bench : wanted.isEmpty() ? all : wanted)
        bench.run(ground);
    if (parser.isSet(u"json"_s)) {
        QFile file(parser.value(u"json"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(figures.json()).toJson()) < 0) {
            std::fprintf(stderr, "bench: %s cannot be written: %s\n", qPrintable(file.fileName()), qPrintable(file.errorString()));
            return 1;
        }
    }
    return 0;
}
