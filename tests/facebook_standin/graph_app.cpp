// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens, subscriptions, the page and people's profiles.
#include "graph.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace standin {

static const QStringList Scopes {u"pages_show_list"_s,        u"pages_messaging"_s,         u"pages_manage_metadata"_s,
                                 u"pages_read_engagement"_s,  u"pages_read_user_content"_s, u"pages_manage_posts"_s,
                                 u"pages_manage_engagement"_s};

void Graph::debugToken(const Call &call)
{
    const QString token = call.request.param(u"input_token"_s);
    const Config &config = m_world.config;
    const bool expired = m_faults.on(u"expired_token"_s);
    if (token != config.pageToken || expired) {
        const QJsonObject error {{u"code"_s, 190},
                                 {u"message"_s, u"Error validating access token: Session has expired."_s},
                                 {u"subcode"_s, expired ? m_faults.number(u"expired_token"_s, 463) : 467}};
        return ok(call, {{u"data"_s, QJsonObject {{u"is_valid"_s, false}, {u"error"_s, error}, {u"scopes"_s, QJsonArray()}}}});
    }
    ok(call, {{u"data"_s, QJsonObject {{u"app_id"_s, config.appId},
                                       {u"type"_s, u"PAGE"_s},
                                       {u"application"_s, u"Truc Ban"_s},
                                       {u"is_valid"_s, true},
                                       {u"expires_at"_s, 0},
                                       {u"data_access_expires_at"_s, m_world.nowSeconds() + 90 * 86400},
                                       {u"issued_at"_s, m_world.nowSeconds() - 86400},
                                       {u"scopes"_s, QJsonArray::fromStringList(Scopes)},
                                       {u"user_id"_s, u"122100000000000001"_s},
                                       {u"profile_id"_s, config.pageId}}}});
}

// POST /{app}/subscriptions: where webhooks go; the callback is verified before it is believed
void Graph::appSubscriptions(const Call &call)
{
    if (!call.writes) {
        return ok(call, {{u"data"_s, QJsonArray {QJsonObject {{u"object"_s, u"page"_s},
                                                              {u"callback_url"_s, m_webhooks.callback},
                                                              {u"active"_s, !m_webhooks.callback.isEmpty()},
                                                              {u"fields"_s, QJsonArray::fromStringList(Webhooks::knownFields())}}}}});
    }
    const QString before = std::exchange(m_webhooks.callback, call.request.param(u"callback_url"_s));
    const QString tokenBefore = std::exchange(m_webhooks.verifyToken, call.request.param(u"verify_token"_s));
    m_webhooks.verify([this, call, before, tokenBefore](bool verified, const QString &why) {
        if (verified)
            return ok(call, {{u"success"_s, true}});
        m_webhooks.callback = before;
        m_webhooks.verifyToken = tokenBefore;
        fail(call, {.code = 2200, .message = u"(#2200) Callback verification failed with the following errors: "_s + why});
    });
}

void Graph::subscribedApps(const Call &call)
{
    if (!call.writes) {
        QJsonArray data;
        if (!m_webhooks.subscribed.isEmpty())
            data.append(QJsonObject {{u"link"_s, u"https://example.vn/"_s},
                                     {u"name"_s, u"Truc Ban"_s},
                                     {u"id"_s, m_world.config.appId},
                                     {u"subscribed_fields"_s, QJsonArray::fromStringList(m_webhooks.subscribed)}});
        return ok(call, {{u"data"_s, data}});
    }
    if (call.request.method == "DELETE") {
        m_webhooks.subscribed.clear();
        return ok(call, {{u"success"_s, true}});
    }
    QStringList fields;
    const QJsonValue given = call.request.jsonParam(u"subscribed_fields"_s);
    if (given.isArray()) {
        for (const QJsonValue &one : given.toArray())
            fields.append(one.toString());
    } else {
        fields = call.request.param(u"subscribed_fields"_s).split(u',', Qt::SkipEmptyParts);
    }
    for (qsizetype i = 0; i < fields.size(); ++i) {
        fields[i] = fields.at(i).trimmed();
        if (!Webhooks::knownFields().contains(fields.at(i)))
            return fail(call, badParameter(u"Param subscribed_fields[%1] must be one of {%2} - got \"%3\"."_s.arg(i).arg(
                                  Webhooks::knownFields().join(u", "_s), fields.at(i))));
    }
    if (fields.isEmpty())
        return fail(call, badParameter(u"The parameter subscribed_fields is required"_s));
    m_webhooks.verify([this, call, fields](bool verified, const QString &why) {
        if (!verified)
            return fail(call, {.code = 2200, .message = u"(#2200) Callback verification failed with the following errors: "_s + why});
        m_webhooks.subscribed = fields; // the list replaces the old one
        ok(call, {{u"success"_s, true}});
    });
}

Node Graph::pageNode() const
{
    const Config &config = m_world.config;
    return {.type = u"Page"_s,
            .values = {{u"id"_s, config.pageId},
                       {u"name"_s, config.pageName},
                       {u"link"_s, config.baseUrl + u"/"_s},
                       {u"category"_s, u"Government organization"_s},
                       {u"tasks"_s, QJsonArray {u"MESSAGING"_s, u"MODERATE"_s, u"CREATE_CONTENT"_s, u"MANAGE"_s}},
                       {u"fan_count"_s, 35000}},
            .absent = {u"username"_s, u"picture"_s, u"about"_s, u"is_published"_s},
            .byDefault = {u"name"_s}};
}

Node Graph::profileNode(const Citizen &citizen) const
{
    return {.type = u"User"_s,
            .values = {{u"id"_s, citizen.psid},
                       {u"name"_s, citizen.name},
                       {u"first_name"_s, citizen.name.section(u' ', -1)},
                       {u"last_name"_s, citizen.name.section(u' ', 0, -2)},
                       {u"profile_pic"_s, m_world.config.baseUrl + u"/cdn/none.jpg"_s}},
            .absent = {u"locale"_s, u"timezone"_s, u"gender"_s},
            .byDefault = {u"first_name"_s, u"last_name"_s, u"profile_pic"_s}};
}

} // namespace standin
