// SPDX-License-Identifier: GPL-3.0-or-later
// Brings what citizens attached into the store before Facebook's links end. A failure costs the file for now, never the text.
#pragma once

#include "base/ids.h"
#include "gateway/graph/graph_client.h"
#include "gateway/media/fetch_rules.h"
#include "gateway/worker.h"
#include "media/media_store.h"

#include <functional>

class QNetworkAccessManager;

namespace trucban {
class Database;
class Query;
}

namespace trucban::gateway {

class HealthBoard;

class MediaFetcher : public Worker
{
public:
    struct Settings {
        FetchRules rules;
        std::chrono::milliseconds retryBase{30'000};
        std::chrono::milliseconds poll{2000};
        int mostAttempts = 12;
    };
    /// `stored` is called after each medium that arrived: it waits for its thumbnail.
    MediaFetcher(Settings settings, Database &database, media::MediaStore &store, std::function<std::unique_ptr<GraphClient>(const std::atomic<bool> &)> graph,
                 HealthBoard &health, std::function<void()> stored);
    ~MediaFetcher() override;

    struct Wanted {
        AttachmentId id;
        QString kind;
        QUrl url;
        int ordinal = 0;
        QString messageId;
        int attempts = 0;
        QDateTime sentAt;
    };

protected:
    void begin() override;
    std::chrono::milliseconds work() override;
    void end() override;

private:
    void fetch(const Wanted &wanted);
    Result<> fetchAndStore(const Wanted &wanted, const QUrl &url);
    std::optional<QUrl> freshLink(const Wanted &wanted);
    void giveBack(const Wanted &wanted, const Failure &why);
    bool tell(const QString &statement, const std::function<void(Query &)> &bind);

    Settings m_settings;
    Database &m_database;
    media::MediaStore &m_store;
    std::function<std::unique_ptr<GraphClient>(const std::atomic<bool> &)> m_makeGraph;
    HealthBoard &m_health;
    std::function<void()> m_stored;
    std::unique_ptr<GraphClient> m_graph;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

/// The address of attachment number `ordinal` (from 1) in the answer of GET /{message}?fields=attachments.
std::optional<QUrl> linkIn(const QJsonObject &message, int ordinal);

} // namespace trucban::gateway
