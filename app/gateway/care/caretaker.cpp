// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/care/caretaker.h"

#include "base/logging.h"
#include "gateway/care/backfill.h"
#include "gateway/care/page_checks.h"
#include "gateway/intake/health.h"
#include "storage/database.h"

namespace trucban::gateway {

namespace {
constexpr std::chrono::milliseconds everySecond{1000};
constexpr std::chrono::hours everyHour{1};
constexpr std::chrono::milliseconds soonAgain{3000};
constexpr int namesAtOnce = 3; // a second: they are of use to few and must not eat the quota
constexpr int walkSeconds = 3600;
constexpr qint64 overlap = 600;      // seconds walked twice, for events that were under way
constexpr qint64 firstWalk = 86400;  // how far a fresh database looks back
const QString duty = u"backfill"_s;
}

Caretaker::Caretaker(Settings settings, Database &database, MakeGraph graph, TokenWatch &token, HealthBoard &health, std::function<void()> journalled)
    : m_settings(std::move(settings)), m_database(database), m_makeGraph(std::move(graph)), m_token(token), m_health(health), m_journalled(std::move(journalled))
{
}

void Caretaker::backfillSoon()
{
    m_backfillWanted = true;
    wake();
}

void Caretaker::begin()
{
    m_graph = m_makeGraph(stopping());
    m_nextBackfill = Clock::now() + m_settings.backfillEvery;
}

void Caretaker::end()
{
    m_graph.reset();
}

bool Caretaker::isDue(Clock::time_point &next, std::chrono::milliseconds every)
{
    if (Clock::now() < next)
        return false;
    next = Clock::now() + every;
    return true;
}

std::chrono::milliseconds Caretaker::work()
{
    if (isDue(m_nextQueues, everySecond))
        lookAtQueues();
    if (isDue(m_nextCheck, m_settings.checkEvery))
        if (!checkPage() && !m_everGood) // started while Facebook or the database was away: nothing arrives until this is done
            m_nextCheck = Clock::now() + std::min<std::chrono::milliseconds>(m_settings.checkEvery, soonAgain);
    if (isDue(m_nextPartitions, everyHour))
        makePartitions();
    if (m_token.alive() && isDue(m_nextNames, everySecond))
        PageChecks(*m_graph, m_token, m_database).askNames(namesAtOnce);
    if (isDue(m_nextBackfill, m_settings.backfillEvery))
        m_backfillWanted = true;
    if (m_backfillWanted && m_token.alive() && !stopping())
        backfill();
    return std::min(everySecond, m_settings.checkEvery);
}

void Caretaker::makePartitions()
{
    const auto made = m_database.write([](Session &session) { return session.query(u"gateway/make_partitions"_s).run(); }).result();
    if (!made)
        qCWarning(lcGateway) << "no search partitions ahead:" << made.error().code << made.error().detail;
}

void Caretaker::lookAtQueues()
{
    struct Look {
        QJsonObject depths;
        QDateTime lastEvent;
    };
    const auto look = m_database.read([](Session &session) {
        return session.query(u"gateway/depths"_s).one([](const Row &row) { return Look{row.get<QJsonObject>(u"depths"), row.get<QDateTime>(u"last_event_at")}; });
    }).result();
    if (!look)
        return;
    m_health.setQueues(look->depths);
    if (look->lastEvent.isValid())
        m_health.setLastEvent(look->lastEvent);
}

/// Whether the page is surely subscribed.
bool Caretaker::checkPage()
{
    PageChecks checks(*m_graph, m_token, m_database);
    checks.checkToken();
    if (!m_token.alive())
        return false;
    const PageChecks::Subscription subscription = checks.checkSubscription();
    if (subscription == PageChecks::Renewed)
        m_backfillWanted = true; // nothing arrived since it was lost
    checks.checkScheduledPosts();
    checks.checkClock();
    m_token.tell(u"gateway:"_s + m_settings.name, u"good"_s, {});
    m_everGood = m_everGood || subscription != PageChecks::Missing;
    return subscription != PageChecks::Missing;
}

QDateTime Caretaker::beginOfGap(const QJsonObject &remembered, const QDateTime &now)
{
    const QDateTime until = QDateTime::fromString(remembered[u"complete_until"_s].toString(), Qt::ISODate);
    return until.isValid() ? until.addSecs(-overlap) : now.addSecs(-firstWalk);
}

void Caretaker::backfill()
{
    const auto remembered = m_database.write([&](Session &session) {
        return session.query(u"gateway/take_duty"_s).bind(u":key"_s, duty).bind(u":taker"_s, m_settings.name).bind(u":seconds"_s, walkSeconds)
            .maybe([](const Row &row) { return row.get<QJsonObject>(u"facts"); });
    }).result();
    if (!remembered)
        return;
    m_backfillWanted = false;
    if (!*remembered)
        return; // another gateway walks
    const QDateTime now = QDateTime::currentDateTimeUtc().addSecs(m_graph->pacer().skew().count());
    Backfill walker(*m_graph, m_database, m_health, [this](std::chrono::milliseconds duration) { pause(duration); });
    const auto found = walker.walk(beginOfGap(**remembered, now), m_settings.backfillPace);
    QJsonObject facts;
    if (found) {
        facts = found->toJson();
        facts[u"complete_until"_s] = now.toString(Qt::ISODate);
        m_token.tell(u"backfill"_s, u"good"_s, {}, facts);
        qCInfo(lcGateway) << "backfill:" << facts;
    } else if (!stopping()) {
        m_token.tell(u"backfill"_s, u"warning"_s, judge(found.error()).word);
        m_nextBackfill = std::min(m_nextBackfill, Clock::now() + m_settings.checkEvery); // again soon: the gap is still there
    }
    m_database.write([&](Session &session) {
        return session.query(u"gateway/end_duty"_s).bind(u":key"_s, duty).bind(u":taker"_s, m_settings.name).bind(u":facts"_s, facts).run();
    }).waitForFinished();
    m_journalled();
}

} // namespace trucban::gateway
