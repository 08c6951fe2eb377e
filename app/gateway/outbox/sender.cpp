// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/outbox/sender.h"

#include "base/logging.h"
#include "gateway/care/token_watch.h"
#include "gateway/intake/health.h"
#include "storage/database.h"

namespace trucban::gateway {

namespace {
constexpr int mostTries = 8; // of something temporary; after that a person decides
constexpr std::chrono::hours blockedFor{2};
}

OutboxSender::OutboxSender(Settings settings, Database &database, media::MediaStore &store, MakeGraph graph, TokenWatch &token, HealthBoard &health)
    : m_settings(std::move(settings)), m_ledger(database, m_settings.taker), m_store(store), m_makeGraph(std::move(graph)), m_token(token), m_health(health)
{
}

void OutboxSender::begin()
{
    m_graph = m_makeGraph(stopping());
}

void OutboxSender::end()
{
    m_graph.reset();
}

std::chrono::milliseconds OutboxSender::work()
{
    if (!m_token.maySend())
        return m_settings.poll; // the queue waits, nothing is lost
    auto taken = m_ledger.take(m_settings.lease);
    if (!taken || !*taken)
        return m_settings.poll;
    OutboxItem item = (**taken).item;
    const qint64 skew = m_graph->pacer().skew().count();
    settle(item, send(item, (**taken).now.addSecs(std::abs(skew) > 5 ? skew : 0)));
    return std::chrono::milliseconds(0);
}

SendOutcome OutboxSender::send(OutboxItem &item, const QDateTime &now)
{
    Sending sending(item, *m_graph, m_ledger, m_store, now, m_settings.humanAgent, m_settings.lease);
    if (item.kind == u"reply"_s)
        return sendReply(sending);
    if (item.kind == u"private_reply"_s)
        return sendPrivateReply(sending);
    if (item.kind == u"comment_reply"_s)
        return sendCommentReply(sending);
    if (item.kind == u"hide_comment"_s)
        return hideComment(sending);
    return publishPost(sending);
}

void OutboxSender::settle(OutboxItem &item, const SendOutcome &outcome)
{
    if (!outcome)
        return settleTrouble(item, outcome.error());
    m_ledger.sent(item, *outcome);
    m_health.add(Count::OutboxSent);
    qCInfo(lcGateway) << "sent" << item.kind << item.id;
}

void OutboxSender::settleTrouble(OutboxItem &item, const Trouble &trouble)
{
    switch (trouble.what) {
    case Trouble::LeaseLost:
        qCWarning(lcGateway) << "item" << item.id << "is another gateway's now";
        return;
    case Trouble::Paused:
        m_ledger.later(item, trouble.after, item.uncertain, trouble.word);
        return;
    case Trouble::Refused:
        return fail(item, {}, trouble.word);
    case Trouble::Graph:
        return settleGraph(item, trouble.error);
    }
}

void OutboxSender::settleGraph(OutboxItem &item, const GraphError &error)
{
    const GraphVerdict verdict = judge(error);
    switch (verdict.action) {
    case GraphAction::CheckFirst:
        m_health.add(Count::OutboxUncertain);
        m_ledger.later(item, m_settings.retryBase / 3, true, verdict.word);
        return;
    case GraphAction::StopSending:
        m_token.died(verdict.word, error);
        m_ledger.later(item, m_settings.retryBase, item.uncertain, verdict.word);
        return;
    case GraphAction::StopForHours:
        m_token.blocked(verdict.word, error, blockedFor);
        m_ledger.later(item, blockedFor, item.uncertain, verdict.word);
        return;
    case GraphAction::Pause:
        m_ledger.later(item, std::max(m_graph->pacer().waitBefore(item.kind.endsWith(u"reply"_s) && item.kind != u"comment_reply"_s ? Pacer::Messenger : Pacer::Pages),
                                      m_settings.retryBase / 10), item.uncertain, verdict.word);
        return;
    case GraphAction::Retry:
    case GraphAction::Resume:
        if (item.attempts >= mostTries)
            return fail(item, error, verdict.word);
        [[fallthrough]];
    case GraphAction::RetryLong:
        m_ledger.later(item, backOff(item.attempts), item.uncertain, verdict.word);
        return;
    case GraphAction::Configuration:
        m_token.misconfigured(verdict.word, error);
        [[fallthrough]];
    case GraphAction::Refuse:
        return fail(item, error, verdict.word);
    }
}

void OutboxSender::fail(const OutboxItem &item, const GraphError &error, const QString &word)
{
    m_health.add(Count::OutboxFailed);
    qCWarning(lcGateway) << "refused" << item.kind << item.id << word;
    m_ledger.failed(item, error.code, error.subcode, word, error.trace.isEmpty() ? error.message : u"%1 (%2)"_s.arg(error.message, error.trace));
}

std::chrono::milliseconds OutboxSender::backOff(int attempts) const
{
    return m_settings.retryBase * std::min(30, 1 << std::clamp(attempts - 1, 0, 5));
}

} // namespace trucban::gateway
