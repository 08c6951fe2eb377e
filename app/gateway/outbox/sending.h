// SPDX-License-Identifier: GPL-3.0-or-later
// What the ways of sending share: writes that first make sure the item is still ours, reads that tell whether it happened already.
#pragma once

#include "gateway/graph/graph_client.h"
#include "gateway/outbox/ledger.h"
#include "media/media_store.h"

#include <expected>

namespace trucban::gateway {

struct Trouble {
    enum What {
        Graph,     // `error` says what to do
        Refused,   // by ourselves: `word`
        LeaseLost, // another gateway has it: hands off
        Paused,    // not now: the rate, a scheduled moment, a video being prepared
    };
    What what = Graph;
    GraphError error;
    QString word;
    std::chrono::milliseconds after{0}; // of Paused
};
template<typename T>
using Sent = std::expected<T, Trouble>;
using SendOutcome = Sent<QJsonObject>; // the facts of intake.outbox_sent

inline std::unexpected<Trouble> refused(const QString &word)
{
    return std::unexpected(Trouble{.what = Trouble::Refused, .word = word});
}

class Sending
{
public:
    Sending(OutboxItem &item, GraphClient &graph, OutboxLedger &ledger, media::MediaStore &store, const QDateTime &now, bool humanAgent, std::chrono::seconds lease)
        : item(item), graph(graph), ledger(ledger), store(store), now(now), humanAgent(humanAgent), lease(lease) {}

    Sent<QJsonObject> write(GraphCall call);
    Sent<QJsonObject> read(const QString &path, const QList<std::pair<QString, QString>> &query, Pacer::Family family = Pacer::Pages);
    Sent<media::MediaInfo> mediaInfo(MediaId id);
    /// `name`: what the file is called at Facebook; without one it is called by its checksum. Its ending is always that of its bytes.
    UploadPart upload(const QString &field, const media::MediaInfo &info, const QString &name = {}, qint64 offset = 0, qint64 length = -1);
    /// Of things Facebook lists, the first that nobody here knows, that is not older than this item and that `isIt`; its id or nothing.
    Sent<std::optional<QJsonObject>> findUnknown(const QJsonArray &listed, const std::function<bool(const QJsonObject &)> &isIt);
    QString pagePath(const QString &edge) const { return graph.settings().pageId + u'/' + edge; }
    bool isPage(const QJsonObject &thing) const;

    OutboxItem &item;
    GraphClient &graph;
    OutboxLedger &ledger;
    media::MediaStore &store;
    QDateTime now; // Facebook's, as well as we know it
    bool humanAgent;
    std::chrono::seconds lease; // of an item: how long others leave it alone after each sign of life
};

/// Whether two texts are the same to a reader: white space and composition do not count.
bool sameWords(const QString &left, const QString &right);
/// "https://www.facebook.com/…" also from a relative address
QString absolutePermalink(const QString &permalink);

SendOutcome sendReply(Sending &sending);
SendOutcome sendPrivateReply(Sending &sending);
SendOutcome sendCommentReply(Sending &sending);
SendOutcome hideComment(Sending &sending);
SendOutcome publishPost(Sending &sending);

} // namespace trucban::gateway
