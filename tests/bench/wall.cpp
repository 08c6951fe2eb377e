// SPDX-License-Identifier: GPL-3.0-or-later
// wall_refresh: the whole wall as a supervisor under row-level security, from the asking to the values, while the real gateway takes in 100 signed
// messages a second and makes cases of them. report_month: what a monthly report reads, and each of its metrics.
#include "bench.h"
#include "gateway_process.h"
#include "text_maker.h"

#include "desk/wall.h"
#include "storage/database.h"

#include <QDate>
#include <QElapsedTimer>
#include <QThread>

#include <atomic>
#include <cstdio>
#include <thread>

namespace trucban::bench {

namespace {

double msSince(const QElapsedTimer &clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

/// Messages at an even pace from a thread of its own until it goes out of scope; every other one opens a case.
class Stream
{
public:
    Stream(quint16 rate, GatewayProcess &gateway) : m_thread([this, rate, &gateway] { run(rate, gateway); }) {}
    ~Stream()
    {
        m_over = true;
        m_thread.join();
    }
    int sent() const { return m_sent; }

private:
    void run(int rate, GatewayProcess &gateway)
    {
        const TextMaker maker;
        const qint64 salt = QDateTime::currentMSecsSinceEpoch();
        QElapsedTimer clock;
        clock.start();
        std::string text;
        while (!m_over) {
            const int at = m_sent;
            maker.make(at, text, nullptr);
            if (!gateway.deliver(signedRequest(messageBody(u"wall-%1-%2"_s.arg(salt).arg(at / 2), u"m_wall_%1_%2"_s.arg(salt).arg(at), QString::fromStdString(text)))))
                qFatal("a webhook was refused");
            ++m_sent;
            const qint64 due = 1000LL * m_sent / rate;
            if (clock.elapsed() < due)
                QThread::msleep(static_cast<unsigned long>(due - clock.elapsed()));
        }
    }

    std::atomic<bool> m_over = false;
    std::atomic<int> m_sent = 0;
    std::thread m_thread;
};

} // namespace

void benchWallRefresh(Ground &ground)
{
    constexpr int rate = 100, rounds = 200;
    GatewayProcess gateway(ground.cluster);
    Database database(ground.cluster.as(u"supervisor1"_s));
    const auto refresh = [&] {
        if (const auto reading = readWall(database).result(); !reading || reading->load.isEmpty())
            qFatal("the wall was not read");
    };
    for (int warm = 0; warm < 3; ++warm)
        refresh();
    const qint64 before = ground.cluster.ask(u"SELECT max(id) FROM core.message"_s, u"trucban"_s).toLongLong();
    std::vector<double> samples;
    QElapsedTimer whole;
    int sent = 0;
    {
        Stream stream(rate, gateway);
        whole.start();
        for (int round = 0; round < rounds; ++round) {
            QElapsedTimer clock;
            clock.start();
            refresh();
            samples.push_back(msSince(clock));
            QThread::msleep(100); // far more often than every two seconds
        }
        sent = stream.sent();
    }
    const double seconds = static_cast<double>(whole.elapsed()) / 1000.0;
    const qint64 taken = ground.cluster.ask(u"SELECT max(id) FROM core.message"_s, u"trucban"_s).toLongLong() - before;
    ground.figures.add(u"wall_refresh"_s, std::move(samples), u"ms"_s, {{u"arriving_per_second"_s, sent / seconds}});
    ground.figures.set(u"wall_refresh.arriving"_s, sent / seconds, u"hooks/s"_s);
    ground.figures.set(u"wall_refresh.taken_in"_s, static_cast<double>(taken) / seconds, u"msgs/s"_s);
}

void benchReportMonth(Ground &ground)
{
    Database database(ground.cluster.as(u"supervisor1"_s));
    const QDate day = QDate::currentDate().addMonths(-1);
    std::vector<double> samples;
    for (int round = 0; round < 7; ++round) {
        QElapsedTimer clock;
        clock.start();
        const auto report = database.read([day](Session &session) {
            return session.sql(u"SELECT desk.read_report('monthly', :day) AS report"_s).bind(u"day"_s, day.toString(Qt::ISODate)).one([](const Row &row) { return row.get<QJsonObject>(u"report"); });
        }, Database::Long).result();
        if (!report)
            qFatal("no report: %s", qPrintable(report.error().detail));
        samples.push_back(msSince(clock));
    }
    ground.figures.add(u"report_month"_s, std::move(samples));
}

} // namespace trucban::bench
