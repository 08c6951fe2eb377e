// SPDX-License-Identifier: GPL-3.0-or-later
// PublishDesk: what a person may do with a post, from the first word to the permalink. The database checks every step.
#pragma once

#include "desk/publish/publish_values.h"

#include <QFuture>
#include <QHash>

namespace trucban {

class Database;

class PublishDesk
{
public:
    explicit PublishDesk(Database &database) : m_database(database) {}

    QFuture<Result<PublishReference>> reference();
    /// The newest first; `after` is the last row of the page before.
    QFuture<Result<BulletinPage>> list(const QList<BulletinState> &states, const std::optional<BulletinRow> &after = {}, int limit = 60);
    QFuture<Result<QHash<BulletinState, int>>> counts();
    QFuture<Result<Bulletin>> bulletin(BulletinId id);
    QFuture<Result<CaseBrief>> caseById(CaseId id);
    QFuture<Result<CaseBrief>> caseByNumber(const QString &number);
    QFuture<Result<QList<PostMedium>>> caseMedia(CaseId id);
    /// The bytes of a picture, up to 16 MiB
    QFuture<Result<QByteArray>> picture(MediaId id, qint64 bytes);
    QFuture<Result<PostMedium>> medium(MediaId id);
    /// The copy of an uploaded clip that may be posted; none while the sandbox is at work on it.
    QFuture<Result<std::optional<PostMedium>>> safeCopy(MediaId upload);
    /// `copy` shows `source` with so many places covered; the source leaves the desk no more.
    QFuture<Result<>> cover(MediaId source, MediaId copy, int places, const QString &request);

    // each takes a request id made by the caller: asked again after an unclear failure, it is done once
    QFuture<Result<BulletinStand>> save(const BulletinWords &words, const QString &request);
    QFuture<Result<BulletinStand>> submit(BulletinId id, Revision seen, const QString &request);
    QFuture<Result<BulletinStand>> approve(BulletinId id, Revision seen, const QString &request);
    QFuture<Result<BulletinStand>> sendBack(BulletinId id, Revision seen, const QString &reason, const QString &request);
    /// An invalid `at` means now.
    QFuture<Result<BulletinStand>> publish(BulletinId id, Revision seen, const QDateTime &at, const QString &request);
    QFuture<Result<BulletinStand>> withdraw(BulletinId id, Revision seen, const QString &reason, const QString &request);

private:
    Database &m_database;
};

/// A UUIDv7: for a publication it is the outbox item and travels to Facebook.
QString newPublishRequest();

} // namespace trucban
