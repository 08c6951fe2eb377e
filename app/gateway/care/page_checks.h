// SPDX-License-Identifier: GPL-3.0-or-later
// What must be looked at because nothing arrives to say it is gone: the token, the page's subscription, posts whose time has come.
#pragma once

#include "gateway/care/token_watch.h"

namespace trucban::gateway {

class PageChecks
{
public:
    PageChecks(GraphClient &graph, TokenWatch &token, Database &database) : m_graph(graph), m_token(token), m_database(database) {}

    void checkToken();
    enum Subscription { Stands, Renewed, Missing };
    /// Renewed: it had been lost, so events may be missing.
    Subscription checkSubscription();
    void checkScheduledPosts();
    void checkClock();
    /// Names of people who wrote in Messenger, a few at a time; who hides theirs is not asked again.
    void askNames(int most);

    static QStringList wantedFields();

private:
    void learn(const GraphError &error);
    void judgeDebugToken(const QJsonObject &data);

    GraphClient &m_graph;
    TokenWatch &m_token;
    Database &m_database;
};

} // namespace trucban::gateway
