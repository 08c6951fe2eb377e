// SPDX-License-Identifier: GPL-3.0-or-later
// Asks Facebook for what no webhook told: messages, comments, visitors' posts. What is missing goes through the journal like everything else.
#pragma once

#include "base/result.h"
#include "gateway/graph/graph_client.h"

#include <expected>

namespace trucban {
class Database;
}

namespace trucban::gateway {

class HealthBoard;

struct Reconciled {
    int conversations = 0;
    int messagesSeen = 0;
    int messagesMissing = 0;
    int commentsSeen = 0;
    int commentsMissing = 0;
    int postsSeen = 0;
    int postsMissing = 0;
    int mentionsSeen = 0;
    int mentionsMissing = 0;
    int gaps = 0; // content Facebook no longer gives
    QJsonObject toJson() const;
};

class Backfill
{
public:
    using Pause = std::function<void(std::chrono::milliseconds)>;
    /// `pause` keeps the pace of two conversation calls a second.
    Backfill(GraphClient &graph, Database &database, HealthBoard &health, Pause pause) : m_graph(graph), m_database(database), m_health(health), m_pause(std::move(pause)) {}

    /// Everything since then. A failure leaves what was found before it; the next walk begins at the same time again.
    std::expected<Reconciled, GraphError> walk(const QDateTime &since, std::chrono::milliseconds pace);

private:
    struct Participant {
        QString id;
        QString name;
    };
    using Done = std::expected<void, GraphError>;
    using Each = std::function<std::expected<bool, GraphError>(const QJsonObject &)>; // false: enough
    Done eachOf(const QString &path, const QList<std::pair<QString, QString>> &query, Pacer::Family family, const Each &each);
    Done walkConversations();
    Done walkConversation(const QString &conversation, const Participant &citizen);
    Done takeMessage(const QString &id, const Participant &citizen, bool recent);
    Done walkFeed();
    Done walkMentions();
    Done walkComments(const QString &post);
    void takePost(const QJsonObject &post);
    void takeComment(const QString &post, const QJsonObject &comment);
    QStringList unknown(const QStringList &ids);
    void journal(const QJsonObject &entryPart, const QString &list, const QDateTime &at);
    bool isPage(const QJsonValue &from) const;

    GraphClient &m_graph;
    Database &m_database;
    HealthBoard &m_health;
    Pause m_pause;
    QDateTime m_since;
    std::chrono::milliseconds m_pace{500};
    Reconciled m_found;
    bool m_notJournalled = false;
};

} // namespace trucban::gateway
