// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/publish/publish_desk.h"

#include "desk/publish/publish_rows.h"
#include "storage/database.h"

#include <QUuid>

#include <QtEndian>

namespace trucban {

namespace {

constexpr qint64 chunkBytes = 1 << 20;

Result<BulletinStand> verb(Session &session, const QString &name, BulletinId id, Revision seen, const QString &request)
{
    return session.query(u"publish/"_s + name).bind(u":id"_s, id).bind(u":revision"_s, seen).bind(u":request"_s, request).one(publishRows::toStand);
}

Result<BulletinStand> verbWithReason(Session &session, const QString &name, BulletinId id, Revision seen, const QString &reason, const QString &request)
{
    return session.query(u"publish/"_s + name).bind(u":id"_s, id).bind(u":revision"_s, seen).bind(u":reason"_s, reason).bind(u":request"_s, request)
        .one(publishRows::toStand);
}

Result<QList<PostMedium>> mediaOf(Session &session, const QList<MediaId> &ids)
{
    if (ids.isEmpty())
        return QList<PostMedium>();
    return session.query(u"publish/media"_s).bind(u":ids"_s, ids).all([](const Row &row) { return publishRows::fromInfo(row.get<QJsonObject>(u"info")); });
}

Result<CaseBrief> caseBrief(Session &session, CaseId id, const QString &number)
{
    return session.query(u"publish/case_brief"_s).bind(u":id"_s, id).bind(u":number"_s, number).one(publishRows::toCase);
}

} // namespace

QFuture<Result<PublishReference>> PublishDesk::reference()
{
    return m_database.read([](Session &session) -> Result<PublishReference> {
        PublishReference reference;
        auto sources = session.query(u"publish/sources"_s).all(publishRows::toSource);
        if (!sources)
            return failed(sources.error());
        auto templates = session.query(u"publish/templates"_s).all(publishRows::toTemplate);
        if (!templates)
            return failed(templates.error());
        auto page = session.query(u"publish/page"_s).one([](const Row &row) { return PageFacts{row.get<QString>(u"name"), row.get<QString>(u"url")}; });
        if (!page)
            return failed(page.error());
        return PublishReference{*sources, *templates, *page};
    });
}

QFuture<Result<BulletinPage>> PublishDesk::list(const QList<BulletinState> &states, const std::optional<BulletinRow> &after, int limit)
{
    QStringList words;
    for (const BulletinState state : states)
        words.append(toWord(state));
    const BulletinId beforeId = after ? after->id : BulletinId{};
    const qint64 beforeKey = after ? after->changedKey : 0;
    return m_database.read([=](Session &session) {
        return session.query(u"publish/list"_s).bind(u":states"_s, words).bind(u":before_id"_s, beforeId).bind(u":before_key"_s, beforeKey)
            .bind(u":limit"_s, limit + 1).all(publishRows::toRow).transform([limit](QList<BulletinRow> rows) {
                const bool more = rows.size() > limit;
                if (more)
                    rows.removeLast();
                return BulletinPage{rows, more};
            });
    });
}

QFuture<Result<QHash<BulletinState, int>>> PublishDesk::counts()
{
    return m_database.read([](Session &session) {
        return session.query(u"publish/counts"_s).all([](const Row &row) { return std::pair(fromWord<BulletinState>(row.get<QString>(u"state")), row.get<int>(u"n")); })
            .transform([](const auto &pairs) {
                QHash<BulletinState, int> counts;
                for (const auto &[state, count] : pairs) {
                    if (state)
                        counts.insert(*state, count);
                }
                return counts;
            });
    });
}

QFuture<Result<Bulletin>> PublishDesk::bulletin(BulletinId id)
{
    return m_database.read([id](Session &session) -> Result<Bulletin> {
        auto found = session.query(u"publish/by_id"_s).bind(u":id"_s, id).one(publishRows::toBulletin);
        if (!found)
            return found;
        auto steps = session.query(u"publish/steps"_s).bind(u":id"_s, id).all(publishRows::toStep);
        if (!steps)
            return failed(steps.error());
        found->steps = *steps;
        auto media = mediaOf(session, found->mediaIds);
        if (!media)
            return failed(media.error());
        found->media = *media;
        return found;
    });
}

QFuture<Result<CaseBrief>> PublishDesk::caseById(CaseId id)
{
    return m_database.read([id](Session &session) { return caseBrief(session, id, {}); });
}

QFuture<Result<CaseBrief>> PublishDesk::caseByNumber(const QString &number)
{
    return m_database.read([number](Session &session) { return caseBrief(session, {}, number); });
}

// a write: the reading of the case is logged
QFuture<Result<QList<PostMedium>>> PublishDesk::caseMedia(CaseId id)
{
    return m_database.write([id](Session &session) { return session.query(u"publish/case_media"_s).bind(u":case"_s, id).all(publishRows::toMedium); });
}

QFuture<Result<QByteArray>> PublishDesk::picture(MediaId id, qint64 bytes)
{
    return m_database.write([id, bytes](Session &session) -> Result<QByteArray> {
        if (bytes > 16 * chunkBytes)
            return failed(Failure::Invalid, u"file_too_large"_s);
        QByteArray all;
        for (int index = 0; all.size() < bytes; ++index) {
            auto part = session.query(u"publish/chunk"_s).bind(u":media"_s, id).bind(u":index"_s, index).one([](const Row &row) { return row.get<QByteArray>(u"data"); });
            if (!part)
                return failed(part.error());
            if (part->isEmpty())
                return failed(Failure::NotFound, u"media_damaged"_s);
            all.append(*part);
        }
        return all;
    });
}

QFuture<Result<PostMedium>> PublishDesk::medium(MediaId id)
{
    return m_database.read([id](Session &session) {
        return mediaOf(session, {id}).and_then([](const QList<PostMedium> &media) -> Result<PostMedium> {
            if (media.isEmpty())
                return failed(Failure::NotFound, u"media_not_found"_s);
            return media.first();
        });
    });
}

QFuture<Result<std::optional<PostMedium>>> PublishDesk::safeCopy(MediaId upload)
{
    return m_database.read([upload](Session &session) -> Result<std::optional<PostMedium>> {
        auto info = session.query(u"media/person_info"_s).bind(u":media"_s, upload).one([](const Row &row) { return row.get<QJsonObject>(u"answer"); });
        if (!info)
            return failed(info.error());
        const QString state = info->value(u"derive_state").toString();
        const MediaId copy{info->value(u"derivatives").toObject().value(u"clip").toObject().value(u"media").toInteger()};
        if (copy && state == u"done") {
            return mediaOf(session, {copy}).transform([](const QList<PostMedium> &media) { return media.isEmpty() ? std::nullopt : std::optional(media.first()); });
        }
        if (state == u"waiting" || state == u"working")
            return std::optional<PostMedium>();
        const QString why = info->value(u"derive_error").toString();
        return failed(Failure::Invalid, why.isEmpty() ? u"refused_broken"_s : why);
    });
}

QFuture<Result<>> PublishDesk::cover(MediaId source, MediaId copy, int places, const QString &request)
{
    return m_database.write([=](Session &session) -> Result<> {
        return session.query(u"publish/cover"_s).bind(u":source"_s, source).bind(u":copy"_s, copy).bind(u":places"_s, places).bind(u":request"_s, request)
            .run().transform([](int) {});
    });
}

QFuture<Result<BulletinStand>> PublishDesk::save(const BulletinWords &words, const QString &request)
{
    return m_database.write([words, request](Session &session) {
        return session.query(u"publish/save"_s).bind(u":id"_s, words.id).bind(u":revision"_s, words.revision).bind(u":fields"_s, publishRows::fieldsOf(words))
            .bind(u":request"_s, request).one(publishRows::toStand);
    });
}

QFuture<Result<BulletinStand>> PublishDesk::submit(BulletinId id, Revision seen, const QString &request)
{
    return m_database.write([=](Session &session) { return verb(session, u"submit"_s, id, seen, request); });
}

QFuture<Result<BulletinStand>> PublishDesk::approve(BulletinId id, Revision seen, const QString &request)
{
    return m_database.write([=](Session &session) { return verb(session, u"approve"_s, id, seen, request); });
}

QFuture<Result<BulletinStand>> PublishDesk::sendBack(BulletinId id, Revision seen, const QString &reason, const QString &request)
{
    return m_database.write([=](Session &session) { return verbWithReason(session, u"send_back"_s, id, seen, reason, request); });
}

QFuture<Result<BulletinStand>> PublishDesk::publish(BulletinId id, Revision seen, const QDateTime &at, const QString &request)
{
    return m_database.write([=](Session &session) {
        return session.query(u"publish/publish"_s).bind(u":id"_s, id).bind(u":revision"_s, seen).bind(u":request"_s, request).bind(u":at"_s, at)
            .one(publishRows::toStand);
    });
}

QFuture<Result<BulletinStand>> PublishDesk::withdraw(BulletinId id, Revision seen, const QString &reason, const QString &request)
{
    return m_database.write([=](Session &session) { return verbWithReason(session, u"withdraw"_s, id, seen, reason, request); });
}

QString newPublishRequest()
{
    QByteArray bytes = QUuid::createUuid().toRfc4122(); // random, then the time in front
    qToBigEndian(quint64(QDateTime::currentMSecsSinceEpoch()) << 16 | quint64(quint8(bytes.at(6))) << 8 | quint8(bytes.at(7)), bytes.data());
    bytes[6] = char((bytes.at(6) & 0x0F) | 0x70);
    return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

} // namespace trucban
