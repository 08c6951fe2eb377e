// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/outbox/ledger.h"

#include "base/logging.h"
#include "storage/database.h"

#include <QThread>

namespace trucban::gateway {

Result<std::optional<OutboxLedger::Taken>> OutboxLedger::take(std::chrono::seconds lease)
{
    return m_database.write([&](Session &session) {
        return session.query(u"gateway/take_outbox"_s).bind(u":seconds"_s, int(lease.count())).bind(u":taker"_s, m_taker).maybe([](const Row &row) {
            return Taken{OutboxItem::fromJson(row.get<QJsonObject>(u"item")), row.get<QDateTime>(u"now")};
        });
    }).result();
}

std::optional<BootTime> OutboxLedger::keep(const OutboxItem &item, std::chrono::seconds lease)
{
    const BootTime asked = bootTime(); // before the database counts its own seconds: ours end first
    const auto kept = m_database.write([&](Session &session) {
        return session.query(u"gateway/outbox_keep"_s).bind(u":id"_s, item.id).bind(u":taker"_s, m_taker).bind(u":seconds"_s, int(lease.count()))
            .one([](const Row &row) { return row.get<bool>(u"kept"); });
    }).result();
    return kept.value_or(false) ? std::optional(asked + lease) : std::nullopt;
}

/// What Facebook did must be written down: a database that is away for a moment is waited for. After that the lease ends, and whoever
/// takes the item reads Facebook first. What we say of an item that another has taken meanwhile changes nothing: Facebook told the other too.
bool OutboxLedger::tell(const QString &statement, const OutboxItem &item, const std::function<void(Query &)> &bind)
{
    for (int attempt = 0; attempt < 10; ++attempt) {
        const auto done = m_database.write([&](Session &session) {
            Query query = session.query(statement);
            query.bind(u":id"_s, item.id).bind(u":taker"_s, m_taker);
            bind(query);
            return query.one([](const Row &row) { return row.get<bool>(u"ours"); });
        }).result();
        if (done && !*done)
            qCWarning(lcGateway) << statement << "not written: item" << item.id << "is another gateway's now";
        if (done)
            return *done;
        qCWarning(lcGateway) << statement << "not written:" << done.error().code;
        if (done.error().kind != Failure::Offline)
            return false;
        QThread::msleep(500);
    }
    return false;
}

bool OutboxLedger::partSent(OutboxItem &item, const QString &platformId)
{
    ++item.partsSent;
    if (!platformId.isEmpty() && !item.platformIds.contains(platformId))
        item.platformIds << platformId;
    return tell(u"gateway/outbox_part_sent"_s, item, [&](Query &query) {
        query.bind(u":platform_id"_s, platformId.isEmpty() ? std::nullopt : std::optional(platformId));
    });
}

bool OutboxLedger::sent(const OutboxItem &item, const QJsonObject &facts)
{
    return tell(u"gateway/outbox_sent"_s, item, [&](Query &query) { query.bind(u":facts"_s, facts); });
}

bool OutboxLedger::failed(const OutboxItem &item, int code, int subcode, const QString &word, const QString &detail)
{
    return tell(u"gateway/outbox_failed"_s, item, [&](Query &query) {
        query.bind(u":code"_s, code).bind(u":subcode"_s, subcode).bind(u":word"_s, word).bind(u":detail"_s, detail);
    });
}

bool OutboxLedger::later(const OutboxItem &item, std::chrono::milliseconds after, bool uncertain, const QString &word)
{
    return tell(u"gateway/outbox_later"_s, item, [&](Query &query) {
        query.bind(u":milliseconds"_s, qint64(after.count())).bind(u":state"_s, uncertain ? u"uncertain"_s : u"queued"_s).bind(u":word"_s, word);
    });
}

bool OutboxLedger::note(OutboxItem &item, const QJsonObject &facts)
{
    for (auto it = facts.begin(); it != facts.end(); ++it)
        item.facts[it.key()] = it.value();
    return tell(u"gateway/outbox_note"_s, item, [&](Query &query) { query.bind(u":facts"_s, facts); });
}

Result<QStringList> OutboxLedger::known(const QStringList &platformIds)
{
    return m_database.read([&](Session &session) {
        return session.query(u"gateway/known"_s).bind(u":ids"_s, platformIds).all([](const Row &row) { return row.get<QString>(u"id"); });
    }).result();
}

} // namespace trucban::gateway
