// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/care/token_watch.h"

#include "base/logging.h"
#include "base/result.h"
#include "gateway/intake/health.h"
#include "storage/database.h"

namespace trucban::gateway {

namespace {
QJsonObject factsOf(const GraphError &error)
{
    return {{u"code"_s, error.code}, {u"subcode"_s, error.subcode}, {u"trace"_s, error.trace}};
}
}

bool TokenWatch::alive() const
{
    const std::lock_guard lock(m_mutex);
    return m_alive;
}

bool TokenWatch::maySend() const
{
    const std::lock_guard lock(m_mutex);
    return m_alive && (!m_blockedUntil.isValid() || m_blockedUntil <= QDateTime::currentDateTimeUtc());
}

void TokenWatch::lives()
{
    bool blockOver = false;
    {
        const std::lock_guard lock(m_mutex);
        m_alive = true;
        blockOver = m_blockedUntil.isValid() && m_blockedUntil <= QDateTime::currentDateTimeUtc();
        if (blockOver)
            m_blockedUntil = {};
    }
    m_health.setToken(u"ok"_s);
    tell(u"facebook_token"_s, u"good"_s, {});
    if (blockOver)
        tell(u"sending"_s, u"good"_s, {});
}

void TokenWatch::died(const QString &word, const GraphError &error)
{
    {
        const std::lock_guard lock(m_mutex);
        m_alive = false;
    }
    m_health.setToken(word);
    tell(u"facebook_token"_s, u"bad"_s, word, factsOf(error));
}

void TokenWatch::blocked(const QString &word, const GraphError &error, std::chrono::hours duration)
{
    QJsonObject facts = factsOf(error);
    {
        const std::lock_guard lock(m_mutex);
        m_blockedUntil = QDateTime::currentDateTimeUtc().addDuration(duration);
        facts[u"until"_s] = m_blockedUntil.toString(Qt::ISODate);
    }
    tell(u"sending"_s, u"bad"_s, word, facts);
}

void TokenWatch::misconfigured(const QString &word, const GraphError &error)
{
    tell(u"sending"_s, u"warning"_s, word, factsOf(error));
}

void TokenWatch::tell(const QString &key, const QString &state, const QString &code, const QJsonObject &facts)
{
    const auto told = m_database.write([&](Session &session) {
        return session.query(u"gateway/health"_s).bind(u":key"_s, key).bind(u":state"_s, state).bind(u":code"_s, code).bind(u":facts"_s, facts).run();
    }).result();
    if (!told && told.error().kind != Failure::Offline) // a database that is away says so elsewhere, once
        qCWarning(lcGateway) << "health not told:" << key << told.error().code;
}

} // namespace trucban::gateway
