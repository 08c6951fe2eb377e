// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/process/processor.h"

#include "base/logging.h"
#include "gateway/channels/facebook/parse.h"
#include "gateway/intake/health.h"
#include "gateway/process/event_json.h"
#include "storage/database.h"

#include <QJsonDocument>

namespace trucban::gateway {

namespace {

constexpr int leaseSeconds = 60;

Processor::Entry toEntry(const Row &row)
{
    return {row.get<qint64>(u"id"), row.get<QByteArray>(u"body"), row.get<QDateTime>(u"received_at")};
}

/// The database is away or busy: the entry is not at fault.
bool isPassing(const Failure &failure)
{
    return failure.kind == Failure::Offline || failure.kind == Failure::Conflict;
}

} // namespace

Processor::Processor(Settings settings, Database &database, HealthBoard &health, std::function<void()> applied)
    : m_settings(std::move(settings)), m_database(database), m_health(health), m_applied(std::move(applied))
{
}

std::chrono::milliseconds Processor::work()
{
    const auto taken = m_database.write([limit = m_settings.batch](Session &session) {
        return session.query(u"gateway/take_journal"_s).bind(u":limit"_s, limit).bind(u":seconds"_s, leaseSeconds).all(toEntry);
    }).result();
    if (!taken || taken->isEmpty())
        return m_settings.poll;

    QList<Understood> entries;
    for (const Entry &entry : *taken)
        entries << understand(entry);
    if (apply(entries)) {
        for (const Understood &entry : std::as_const(entries))
            count(entry);
    } else {
        for (const Understood &entry : std::as_const(entries))
            applyAlone(entry);
    }
    m_health.setLastEvent(taken->last().receivedAt);
    m_applied();
    return std::chrono::milliseconds(0);
}

Processor::Understood Processor::understand(Entry entry) const
{
    Understood understood{.entry = std::move(entry)};
    auto events = facebook::parse(understood.entry.body);
    if (!events) {
        understood.rejected = events.error().code;
        return understood;
    }
    const qsizetype all = events->size();
    if (!m_settings.pageId.isEmpty())
        events->removeIf([this](const Event &event) { return event.pageId != m_settings.pageId; });
    if (all > 0 && events->isEmpty())
        understood.rejected = u"other_page"_s;
    understood.events = *std::move(events);
    return understood;
}

Result<> Processor::applyEvents(Session &session, const Understood &understood)
{
    for (const Event &event : understood.events) {
        const QJsonObject json = toIntake(event, understood.entry.receivedAt);
        if (json.isEmpty())
            continue;
        const auto applied = session.query(u"gateway/apply"_s).bind(u":journal"_s, understood.entry.id).bind(u":page"_s, event.pageId).bind(u":event"_s, json).run();
        if (!applied)
            return failed(applied.error());
    }
    return {};
}

Result<> Processor::finish(Session &session, const Understood &understood)
{
    return session.query(u"gateway/finish_journal"_s).bind(u":id"_s, understood.entry.id)
        .bind(u":state"_s, understood.rejected.isEmpty() ? u"processed"_s : u"rejected"_s).bind(u":error"_s, understood.rejected)
        .run().transform([](int) {});
}

Result<> Processor::apply(const QList<Understood> &entries)
{
    return m_database.write([&entries](Session &session) -> Result<> {
        for (const Understood &entry : entries) {
            const auto done = applyEvents(session, entry).and_then([&] { return finish(session, entry); });
            if (!done)
                return done;
        }
        return {};
    }).result();
}

/// After a failure of several together: each event for itself, so that the good ones of a bad body are not lost.
void Processor::applyAlone(Understood understood)
{
    QStringList faults;
    for (const Event &event : std::as_const(understood.events)) {
        const Understood one{.entry = understood.entry, .events = {event}};
        const Result<> done = m_database.write([&one](Session &session) { return applyEvents(session, one); }).result();
        if (done)
            continue;
        if (isPassing(done.error()))
            return; // its lease ends and somebody takes it again
        faults << done.error().code;
        qCWarning(lcGateway) << "journal entry" << understood.entry.id << "not applied:" << done.error().code;
    }
    if (!faults.isEmpty())
        understood.rejected = u"not_applied: "_s + faults.join(u", "_s);
    if (m_database.write([&understood](Session &session) { return finish(session, understood); }).result())
        count(understood);
}

void Processor::count(const Understood &understood)
{
    if (!understood.rejected.isEmpty()) {
        m_health.add(Count::EntriesRejected);
        return;
    }
    for (const Event &event : understood.events) {
        m_health.add(event.kind == EventKind::Ignored           ? Count::EventsIgnored
                         : event.kind == EventKind::Unsupported ? Count::EventsUnsupported
                                                                : Count::EventsApplied);
        if (event.kind == EventKind::PageTrouble)
            raiseTrouble(event);
    }
}

void Processor::raiseTrouble(const Event &event)
{
    const bool over = event.verb == u"unblock"_s;
    m_database.write([&](Session &session) {
        return session.query(u"gateway/health"_s).bind(u":key"_s, u"facebook_policy"_s)
            .bind(u":state"_s, over ? u"good"_s : event.verb == u"block"_s ? u"bad"_s : u"warning"_s)
            .bind(u":code"_s, over ? QString() : u"policy_"_s + event.verb).bind(u":facts"_s, QJsonObject{{u"reason"_s, event.text.left(500)}}).run();
    }).waitForFinished();
}

} // namespace trucban::gateway
