// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/outbox/sending.h"

#include "gateway/channels/facebook/json_read.h"
#include "gateway/outbox/store_device.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QMimeDatabase>
#include <QThread>

namespace trucban::gateway {

namespace {
constexpr std::chrono::seconds moreForUpload{280};
constexpr std::chrono::seconds shortWait{3};
constexpr qint64 clockSlack = 120; // seconds between Facebook's clock and the database's
}

bool sameWords(const QString &left, const QString &right)
{
    return left.normalized(QString::NormalizationForm_C).simplified() == right.normalized(QString::NormalizationForm_C).simplified();
}

QString absolutePermalink(const QString &permalink)
{
    return permalink.startsWith(u'/') ? u"https://www.facebook.com"_s + permalink : permalink;
}

Sent<QJsonObject> Sending::write(GraphCall call)
{
    const Pacer::Duration wait = graph.pacer().waitBefore(call.family);
    if (wait > shortWait)
        return std::unexpected(Trouble{.what = Trouble::Paused, .word = u"rate_limited"_s, .after = wait});
    if (wait > Pacer::Duration(0))
        QThread::msleep(quint64(wait.count()));
    const auto until = ledger.keep(item, call.parts.isEmpty() ? lease : lease + moreForUpload);
    if (!until)
        return std::unexpected(Trouble{.what = Trouble::LeaseLost});
    call.lastMoment = *until - lease / 4; // the rest is Facebook's: whoever takes the item next must find what left last
    auto answer = graph.call(call);
    if (!answer && answer.error().origin == GraphError::TooLate)
        return std::unexpected(Trouble{.what = Trouble::LeaseLost});
    if (!answer)
        return std::unexpected(Trouble{.error = answer.error()});
    return *std::move(answer);
}

Sent<QJsonObject> Sending::read(const QString &path, const QList<std::pair<QString, QString>> &query, Pacer::Family family)
{
    if (const Pacer::Duration wait = graph.pacer().waitBefore(family); wait > shortWait)
        return std::unexpected(Trouble{.what = Trouble::Paused, .word = u"rate_limited"_s, .after = wait});
    auto answer = graph.get(path, query, family);
    if (!answer)
        return std::unexpected(Trouble{.error = answer.error()});
    return *std::move(answer);
}

Sent<media::MediaInfo> Sending::mediaInfo(MediaId id)
{
    auto info = store.info(id).result();
    if (!info && info.error().kind == Failure::Offline)
        return std::unexpected(Trouble{.what = Trouble::Paused, .word = u"database"_s, .after = std::chrono::seconds(5)});
    if (!info || !info->complete)
        return refused(u"media_missing"_s);
    return *std::move(info);
}

UploadPart Sending::upload(const QString &field, const media::MediaInfo &info, const QString &name, qint64 offset, qint64 length)
{
    const qint64 size = length < 0 ? info.original.bytes - offset : length;
    const QString base = name.isEmpty() ? QString::fromLatin1(info.sha256.left(12)) : QFileInfo(name).completeBaseName().left(100);
    const QString known = QMimeDatabase().mimeTypeForName(info.original.mime.section(u';', 0, 0)).preferredSuffix();
    const QString fileName = base + u'.' + (known.isEmpty() ? info.original.mime.section(u'/', 1).section(u';', 0, 0).section(u'+', 0, 0) : known);
    return {field, fileName, info.original.mime.toLatin1(), std::make_shared<StoreDevice>(store, info.original.id, offset, size), size};
}

bool Sending::isPage(const QJsonObject &thing) const
{
    const QString from = facebook::idOf(thing[u"from"_s].toObject()[u"id"_s]);
    return from.isEmpty() || from == graph.settings().pageId;
}

Sent<std::optional<QJsonObject>> Sending::findUnknown(const QJsonArray &listed, const std::function<bool(const QJsonObject &)> &isIt)
{
    const QDateTime notBefore = item.queuedAt.addSecs(graph.pacer().skew().count() - clockSlack);
    QStringList ids;
    QList<QJsonObject> candidates;
    for (const QJsonValue &value : listed) {
        const QJsonObject thing = value.toObject();
        const QDateTime created = facebook::momentOf(thing[u"created_time"_s]).utc;
        if (isPage(thing) && isIt(thing) && (!created.isValid() || created >= notBefore)) {
            candidates.prepend(thing); // the oldest first: parts keep their order
            ids << facebook::idOf(thing[u"id"_s]);
        }
    }
    if (candidates.isEmpty())
        return std::nullopt;
    const auto known = ledger.known(ids);
    if (!known)
        return std::unexpected(Trouble{.what = Trouble::Paused, .word = u"database"_s, .after = std::chrono::seconds(5)});
    for (const QJsonObject &thing : std::as_const(candidates))
        if (const QString id = facebook::idOf(thing[u"id"_s]); !known->contains(id))
            return thing;
    return std::nullopt;
}

} // namespace trucban::gateway
