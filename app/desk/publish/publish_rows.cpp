// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/publish/publish_rows.h"

namespace trucban::publishRows {

namespace {

BulletinState state(const QString &word)
{
    return fromWord<BulletinState>(word).value_or(BulletinState::Draft);
}

QString headlineOf(QString firstLine)
{
    while (firstLine.startsWith(u'#'))
        firstLine.remove(0, 1);
    return firstLine.trimmed();
}

} // namespace

BulletinRow toRow(const Row &row)
{
    BulletinRow bulletin;
    bulletin.id = row.get<BulletinId>(u"id");
    bulletin.state = state(row.get<QString>(u"state"));
    bulletin.headline = headlineOf(row.get<QString>(u"headline"));
    bulletin.words = row.get<QString>(u"post_text");
    bulletin.caseNumber = row.get<QString>(u"case_number");
    bulletin.author = row.get<QString>(u"author_name");
    bulletin.submitter = row.get<QString>(u"submitter_name");
    bulletin.approver = row.get<QString>(u"approver_name");
    bulletin.changedAt = row.get<QDateTime>(u"changed_at");
    bulletin.changedKey = row.get<qint64>(u"changed_key");
    bulletin.scheduledFor = row.get<QDateTime>(u"scheduled_for");
    bulletin.publishedAt = row.get<QDateTime>(u"published_at");
    bulletin.failure = row.get<QString>(u"failure");
    bulletin.permalink = row.get<QString>(u"permalink");
    bulletin.media = row.get<int>(u"media");
    bulletin.blocking = row.get<int>(u"blocking");
    return bulletin;
}

Bulletin toBulletin(const Row &row)
{
    Bulletin bulletin;
    bulletin.id = row.get<BulletinId>(u"id");
    bulletin.state = state(row.get<QString>(u"state"));
    bulletin.revision = row.get<Revision>(u"revision");
    bulletin.caseId = row.get<CaseId>(u"case_id");
    bulletin.caseNumber = row.get<QString>(u"case_number");
    bulletin.sourceText = row.get<QString>(u"source_text");
    bulletin.link = row.get<QString>(u"link");
    bulletin.source = row.get<QString>(u"source");
    bulletin.sourceName = row.get<QString>(u"source_name");
    bulletin.sourceUrl = row.get<QString>(u"source_url");
    bulletin.findings = row.get<QJsonArray>(u"findings");
    bulletin.mediaIds = row.get<QList<MediaId>>(u"media_ids");
    bulletin.authorId = row.get<PersonId>(u"author_id");
    bulletin.changedById = row.get<PersonId>(u"changed_by");
    bulletin.submittedById = row.get<PersonId>(u"submitted_by");
    bulletin.author = row.get<QString>(u"author_name");
    bulletin.changedBy = row.get<QString>(u"changed_by_name");
    bulletin.submitter = row.get<QString>(u"submitter_name");
    bulletin.approver = row.get<QString>(u"approver_name");
    bulletin.createdAt = row.get<QDateTime>(u"created_at");
    bulletin.changedAt = row.get<QDateTime>(u"changed_at");
    bulletin.submittedAt = row.get<QDateTime>(u"submitted_at");
    bulletin.approvedAt = row.get<QDateTime>(u"approved_at");
    bulletin.scheduledFor = row.get<QDateTime>(u"scheduled_for");
    bulletin.publishedAt = row.get<QDateTime>(u"published_at");
    bulletin.permalink = row.get<QString>(u"permalink");
    bulletin.failure = row.get<QString>(u"failure");
    bulletin.reason = row.get<QString>(u"reason");
    bulletin.outboxState = row.get<QString>(u"outbox_state");
    bulletin.sendAfter = row.get<QDateTime>(u"send_after");
    return bulletin;
}

BulletinStep toStep(const Row &row)
{
    return {row.get<QDateTime>(u"at"), row.get<PersonId>(u"person_id"), row.get<QString>(u"person_name"), row.get<QString>(u"verb"), row.get<QString>(u"reason")};
}

PostSource toSource(const Row &row)
{
    return {row.get<SourceId>(u"id"), row.get<QString>(u"code"), row.get<QString>(u"name"), row.get<QString>(u"url_prefix"), row.get<QString>(u"kind")};
}

PostTemplate toTemplate(const Row &row)
{
    return {row.get<QString>(u"code"), row.get<QString>(u"name"), row.get<QString>(u"body")};
}

PostMedium toMedium(const Row &row)
{
    PostMedium medium = fromInfo(row.get<QJsonObject>(u"info"));
    medium.name = row.get<QString>(u"name");
    medium.at = row.get<QDateTime>(u"at");
    medium.fromCitizen = row.get<bool>(u"from_citizen");
    return medium;
}

PostMedium fromInfo(const QJsonObject &info)
{
    PostMedium medium;
    medium.id = MediaId{info.value(u"id").toInteger()};
    medium.kind = info.value(u"kind").toString();
    medium.mime = info.value(u"mime").toString();
    medium.bytes = info.value(u"bytes").toInteger();
    const QJsonObject derivatives = info.value(u"derivatives").toObject();
    QJsonObject still = derivatives.value(u"thumbnail").toObject();
    if (still.isEmpty()) // a copy has none of its own, but what it was made from has
        still = info.value(u"still").toObject();
    medium.thumbnail = MediaId{still.value(u"media").toInteger()};
    medium.thumbnailBytes = still.value(u"bytes").toInteger();
    medium.covered = info.value(u"covered").toBool();
    medium.uncovered = info.value(u"uncovered").toBool();
    return medium;
}

CaseBrief toCase(const Row &row)
{
    return {row.get<CaseId>(u"id"), row.get<QString>(u"number"), row.get<QString>(u"category_name"), row.get<QString>(u"area"), row.get<QString>(u"unit_name"),
            row.get<QDateTime>(u"received_at"), row.get<QString>(u"answer")};
}

BulletinStand toStand(const Row &row)
{
    const QJsonObject answer = row.get<QJsonObject>(u"answer");
    return {BulletinId{answer.value(u"id").toInteger()}, state(answer.value(u"state").toString()), Revision{answer.value(u"revision").toInt()}};
}

QJsonObject fieldsOf(const BulletinWords &words)
{
    QJsonArray media;
    for (const MediaId id : words.mediaIds)
        media.append(id.value);
    return {{u"case"_s, words.caseId ? QJsonValue(words.caseId.value) : QJsonValue()}, {u"source_text"_s, words.sourceText}, {u"post_text"_s, words.postText},
            {u"link"_s, words.link}, {u"source"_s, words.source.isEmpty() ? QJsonValue() : QJsonValue(words.source)}, {u"source_url"_s, words.sourceUrl},
            {u"media"_s, media}, {u"findings"_s, words.findings}};
}

} // namespace trucban::publishRows
