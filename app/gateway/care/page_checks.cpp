// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/care/page_checks.h"

#include "base/logging.h"
#include "gateway/channels/facebook/json_read.h"
#include "gateway/outbox/sending.h"
#include "storage/database.h"

#include <QJsonArray>
#include <QTimeZone>

namespace trucban::gateway {

namespace {
constexpr qint64 soon = 7 * 24 * 3600;
constexpr std::chrono::seconds skewThatLies{120};
}

QStringList PageChecks::wantedFields()
{
    return {u"messages"_s, u"message_echoes"_s, u"message_deliveries"_s, u"message_reads"_s, u"message_edits"_s, u"message_reactions"_s,
            u"messaging_postbacks"_s, u"messaging_referrals"_s, u"messaging_optins"_s, u"messaging_handovers"_s, u"standby"_s,
            u"messaging_policy_enforcement"_s, u"feed"_s, u"mention"_s};
}

void PageChecks::learn(const GraphError &error)
{
    const GraphVerdict verdict = judge(error);
    if (verdict.action == GraphAction::StopSending)
        m_token.died(verdict.word, error);
    else if (error.origin != GraphError::Refused || verdict.word == u"facebook_down"_s)
        m_token.tell(u"facebook"_s, u"warning"_s, verdict.word);
}

void PageChecks::checkToken()
{
    const GraphSettings &settings = m_graph.settings();
    const auto page = m_graph.get(settings.pageId, {{u"fields"_s, u"id,name"_s}}); // the token itself, at work
    if (!page)
        return learn(page.error());
    m_token.tell(u"facebook"_s, u"good"_s, {});
    if (settings.appId.isEmpty())
        return m_token.lives();
    GraphCall call{.path = u"debug_token"_s, .tokenInstead = settings.appId.toUtf8() + '|' + settings.appSecret};
    call.fields << std::pair(u"input_token"_s, QString::fromLatin1(m_graph.token()));
    const auto answer = m_graph.call(call);
    if (!answer || !(*answer)[u"data"_s].isObject())
        return m_token.lives(); // it works; only its term is unknown
    judgeDebugToken((*answer)[u"data"_s].toObject());
}

void PageChecks::judgeDebugToken(const QJsonObject &data)
{
    if (!facebook::flagOf(data[u"is_valid"_s]).value_or(true)) {
        GraphError error = graphErrorFrom(data[u"error"_s].toObject(), 200, false);
        if (error.code == 0)
            error.code = 190;
        return m_token.died(judge(error).word, error);
    }
    m_token.lives();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    qint64 least = std::numeric_limits<qint64>::max();
    for (const QString &key : {u"expires_at"_s, u"data_access_expires_at"_s})
        if (const qint64 at = facebook::textOf(data[key]).toLongLong(); at > 0) // 0: it does not end
            least = std::min(least, at);
    if (least - now.toSecsSinceEpoch() < soon)
        m_token.tell(u"facebook_token"_s, u"warning"_s, u"token_ends_soon"_s, {{u"ends_at"_s, QDateTime::fromSecsSinceEpoch(least, QTimeZone::UTC).toString(Qt::ISODate)}});
}

PageChecks::Subscription PageChecks::checkSubscription()
{
    const QString path = m_graph.settings().pageId + u"/subscribed_apps"_s;
    const auto apps = m_graph.get(path, {{u"fields"_s, u"id,name,subscribed_fields"_s}});
    if (!apps) {
        learn(apps.error());
        return Missing;
    }
    QStringList missing = wantedFields();
    const QJsonArray list = (*apps)[u"data"_s].toArray();
    for (const QJsonValue &app : list) {
        if (!m_graph.settings().appId.isEmpty() && facebook::idOf(app[u"id"_s]) != m_graph.settings().appId)
            continue;
        for (const QJsonValue &field : app[u"subscribed_fields"_s].toArray())
            missing.removeOne(field.toString());
    }
    if (missing.isEmpty()) {
        m_token.tell(u"subscription"_s, u"good"_s, {});
        return Stands;
    }
    qCWarning(lcGateway) << "the page is not subscribed to" << missing << "- renewing";
    const auto renewed = m_graph.post(path, {{u"subscribed_fields"_s, wantedFields().join(u',')}});
    if (renewed && facebook::flagOf((*renewed)[u"success"_s]).value_or(false)) {
        m_token.tell(u"subscription"_s, u"good"_s, {}, {{u"renewed_at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)}});
        return Renewed;
    }
    if (!renewed)
        learn(renewed.error());
    m_token.tell(u"subscription"_s, u"bad"_s, renewed ? u"subscription_refused"_s : judge(renewed.error()).word);
    return Missing;
}

void PageChecks::checkScheduledPosts()
{
    const auto due = m_database.read([](Session &session) {
        return session.query(u"gateway/scheduled_posts"_s).all([](const Row &row) { return row.get<QString>(u"platform_id"); });
    }).result();
    for (const QString &post : due.value_or(QStringList())) {
        const auto read = m_graph.get(post, {{u"fields"_s, u"id,is_published,permalink_url"_s}});
        if (!read || !(*read)[u"is_published"_s].toBool())
            continue;
        const QJsonObject event{{u"type"_s, u"page_post"_s}, {u"platform_id"_s, post}, {u"verb"_s, u"add"_s}, {u"published"_s, true},
                                {u"permalink"_s, absolutePermalink((*read)[u"permalink_url"_s].toString())}};
        m_database.write([&](Session &session) {
            return session.query(u"gateway/page_post"_s).bind(u":page"_s, m_graph.settings().pageId).bind(u":event"_s, event).run();
        }).waitForFinished();
    }
}

void PageChecks::askNames(int most)
{
    const QString page = m_graph.settings().pageId;
    const auto people = m_database.read([&](Session &session) {
        return session.query(u"gateway/nameless"_s).bind(u":page"_s, page).bind(u":limit"_s, most).all([](const Row &row) { return row.get<QString>(u"person"); });
    }).result();
    for (const QString &person : people.value_or(QStringList())) {
        if (m_graph.pacer().waitBefore(Pacer::Messenger) > Pacer::Duration(0))
            return;
        const auto profile = m_graph.get(person, {{u"fields"_s, u"id,name"_s}}, Pacer::Messenger);
        if (!profile && judge(profile.error()).action != GraphAction::Refuse)
            return learn(profile.error());
        const QString name = profile ? facebook::storable((*profile)[u"name"_s].toString()).left(200) : QString();
        m_database.write([&](Session &session) {
            return session.query(u"gateway/name_citizen"_s).bind(u":page"_s, page).bind(u":person"_s, person).bind(u":name"_s, name)
                .bind(u":profile"_s, QJsonObject{{u"asked"_s, true}, {u"hidden"_s, name.isEmpty()}}).run();
        }).waitForFinished();
    }
}

void PageChecks::checkClock()
{
    const auto skew = m_graph.pacer().skew();
    const bool lies = skew > skewThatLies || skew < -skewThatLies;
    m_token.tell(u"clock"_s, lies ? u"warning"_s : u"good"_s, lies ? u"clock_wrong"_s : QString(), {{u"seconds"_s, qint64(skew.count())}});
}

} // namespace trucban::gateway
