// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/case_rows.h"

#include "base/json_time.h"

#include <QJsonArray>

namespace trucban::caseRows {

namespace {

CaseRow toRow(const Row &r)
{
    CaseRow row;
    row.id = r.get<CaseId>(u"id");
    row.number = r.get<QString>(u"number");
    row.status = r.get<QString>(u"status");
    row.queue = r.get<int>(u"queue");
    row.revision = r.get<Revision>(u"revision");
    row.channel = r.get<QString>(u"channel");
    row.citizen = r.get<CitizenId>(u"citizen_id");
    row.categoryId = r.get<CategoryId>(u"category_id");
    row.category = r.get<QString>(u"category");
    row.categoryName = r.get<QString>(u"category_name");
    row.categoryNameEn = r.get<QString>(u"category_name_en");
    row.urgency = r.get<QString>(u"urgency");
    row.track = r.get<QString>(u"legal_track");
    row.areaId = r.get<AreaId>(u"area_id");
    row.area = r.get<QString>(u"area");
    row.unitName = r.get<QString>(u"unit_name");
    row.unitNameEn = r.get<QString>(u"unit_name_en");
    row.aboutUnit = r.get<UnitId>(u"about_unit_id");
    row.aboutUnitName = r.get<QString>(u"about_unit_name");
    row.aboutUnitNameEn = r.get<QString>(u"about_unit_name_en");
    row.holder = r.get<PersonId>(u"holder_id");
    row.holderLogin = r.get<QString>(u"holder");
    row.holderName = r.get<QString>(u"holder_name");
    row.leaseUntil = r.get<QDateTime>(u"lease_until");
    row.receivedAt = r.get<QDateTime>(u"received_at");
    row.lastMessageAt = r.get<QDateTime>(u"last_message_at");
    row.dueAt = r.get<QDateTime>(u"due_at");
    row.burnsAt = r.get<QString>(u"burns_at") == "infinity"_L1 ? QDateTime() : r.get<QDateTime>(u"burns_at");
    row.burnsClock = r.get<QString>(u"burns_clock");
    row.messages = r.get<int>(u"messages");
    row.unread = r.get<int>(u"unread");
    row.duplicateOf = r.get<CaseId>(u"duplicate_of");
    row.duplicateNumber = r.get<QString>(u"duplicate_number");
    row.decision = r.get<QString>(u"decision");
    row.answeredElsewhere = r.get<bool>(u"answered_elsewhere");
    row.humanAgent = r.get<bool>(u"human_agent");
    row.now = r.get<QDateTime>(u"now");
    return row;
}

CaseAttachment toAttachment(const QJsonObject &json)
{
    CaseAttachment made;
    made.id = AttachmentId{json[u"id"].toInteger()};
    made.kind = json[u"kind"].toString();
    made.title = json[u"title"].toString();
    made.name = json[u"name"].toString();
    made.state = json[u"state"].toString();
    made.failure = json[u"failure"].toString();
    if (json[u"lat"].isDouble() && json[u"lon"].isDouble()) {
        made.lat = json[u"lat"].toDouble();
        made.lon = json[u"lon"].toDouble();
    }
    made.info = media::MediaInfo::fromJson(json);
    made.info.kind = made.kind;
    return made;
}

QStringList reactionsOf(const QJsonArray &json)
{
    QStringList all;
    for (const QJsonValue &one : json)
        all.append(one.isString() ? one.toString() : one[u"emoji"].toString(one[u"reaction"].toString()));
    all.removeAll(QString());
    return all;
}

CaseMessage toMessage(const Row &r)
{
    CaseMessage m;
    m.id = r.get<MessageId>(u"id");
    m.sentAtKey = r.get<QString>(u"sent_at_key");
    m.direction = r.get<QString>(u"direction");
    m.kind = r.get<QString>(u"kind");
    m.text = r.get<QString>(u"text");
    m.convertedText = r.get<QString>(u"converted_text");
    m.sentAt = r.get<QDateTime>(u"sent_at");
    m.receivedAt = r.get<QDateTime>(u"received_at");
    m.editedAt = r.get<QDateTime>(u"edited_at");
    m.edits = r.get<int>(u"edits");
    m.deletedAt = r.get<QDateTime>(u"deleted_at");
    m.hidden = r.get<bool>(u"hidden");
    m.reactions = reactionsOf(r.get<QJsonArray>(u"reactions"));
    m.extra = r.get<QJsonObject>(u"extra");
    m.replyTo = r.get<MessageId>(u"reply_to");
    m.personName = r.get<QString>(u"person_name");
    for (const QJsonValue &attachment : r.get<QJsonArray>(u"attachments"))
        m.attachments.append(toAttachment(attachment.toObject()));
    m.outbox = r.get<QString>(u"outbox_id");
    m.outboxState = r.get<QString>(u"outbox_state");
    m.outboxError = r.get<QString>(u"outbox_error");
    m.outboxTag = r.get<QString>(u"outbox_tag");
    m.outboxKind = r.get<QString>(u"outbox_kind");
    m.deliveredAt = r.get<QDateTime>(u"delivered_at");
    m.seenAt = r.get<QDateTime>(u"seen_at");
    return m;
}

NamedRow toNamed(const Row &r, QStringView other)
{
    return {r.get<qint64>(u"id"), r.get<QString>(u"code"), r.get<QString>(u"name"), r.get<QString>(other)};
}

} // namespace

Result<CaseRow> row(Session &session, CaseId id)
{
    return session.query(u"cases/row"_s).bind(u"case"_s, id).one(toRow);
}

Result<MessagePage> messages(Session &session, CaseId id, const CaseMessage *before, int most)
{
    auto found = session.query(u"cases/messages"_s).bind(u"case"_s, id).bind(u"limit"_s, most)
                     .bind(u"before_at"_s, before ? std::optional(before->sentAtKey) : std::nullopt)
                     .bind(u"before_id"_s, before ? before->id : MessageId{})
                     .all(toMessage);
    if (!found)
        return failed(found.error());
    std::ranges::reverse(*found);
    return MessagePage{*found, found->size() < most};
}

Result<QList<CaseStep>> steps(Session &session, CaseId id)
{
    return session.query(u"cases/steps"_s).bind(u"case"_s, id).all([](const Row &r) {
        return CaseStep{r.get<qint64>(u"id"), r.get<QDateTime>(u"at"), r.get<QString>(u"person_name"), r.get<QString>(u"person_rank"), r.get<QString>(u"verb"),
                        r.get<QString>(u"from_status"), r.get<QString>(u"to_status"), r.get<Revision>(u"revision"), r.get<QString>(u"reason"), r.get<QJsonObject>(u"facts")};
    });
}

Result<QList<CaseNote>> notes(Session &session, CaseId id)
{
    return session.query(u"cases/notes"_s).bind(u"case"_s, id).all([](const Row &r) {
        return CaseNote{r.get<qint64>(u"id"), r.get<QString>(u"person_name"), r.get<QString>(u"text"), r.get<QDateTime>(u"at")};
    });
}

Result<QList<AnswerOfUnit>> answers(Session &session, CaseId id)
{
    return session.query(u"cases/unit_answers"_s).bind(u"case"_s, id).all([](const Row &r) {
        AnswerOfUnit answer{r.get<qint64>(u"id"), r.get<QString>(u"text"), r.get<QString>(u"person_name"), r.get<QString>(u"unit_name"), r.get<QString>(u"unit_name_en"),
                            r.get<QDateTime>(u"answered_at"), r.get<QString>(u"state"), {}};
        for (const QJsonValue &file : r.get<QJsonArray>(u"files"))
            answer.files.append({file[u"name"].toString(), media::MediaInfo::fromJson(file.toObject())});
        return answer;
    });
}

Result<CitizenFile> citizen(Session &session, CaseId id)
{
    return session.query(u"cases/citizen_file"_s).bind(u"case"_s, id).one([](const Row &r) {
        const QJsonObject json = r.get<QJsonObject>(u"file");
        CitizenFile file{CitizenId{json[u"citizen"].toInteger()}, timeOf(json[u"first_seen_at"]), timeOf(json[u"last_seen_at"]), json[u"private_reply_spent"].toBool(), {}};
        for (const QJsonValue &one : json[u"cases"].toArray())
            file.cases.append({CaseId{one[u"id"].toInteger()}, one[u"number"].toString(), one[u"status"].toString(), one[u"channel"].toString(), one[u"category"].toString(),
                               one[u"first_words"].toString(), timeOf(one[u"opened_at"])});
        return file;
    });
}

Result<CaseReference> reference(Session &session)
{
    CaseReference made;
    return session.query(u"cases/categories"_s).all([](const Row &r) {
        return CategoryEntry{r.get<CategoryId>(u"id"), r.get<QString>(u"code"), r.get<QString>(u"name"), r.get<QString>(u"name_en"), r.get<CategoryId>(u"parent_id"),
                             r.get<bool>(u"needs_wall")};
    }).and_then([&](const QList<CategoryEntry> &all) {
        made.categories = all;
        return session.query(u"cases/areas"_s).all([](const Row &r) { return toNamed(r, u"name_alt"); });
    }).and_then([&](const QList<NamedRow> &all) {
        made.areas = all;
        return session.query(u"cases/units"_s).all([](const Row &r) { return toNamed(r, u"name_en"); });
    }).and_then([&](const QList<NamedRow> &all) {
        made.units = all;
        return session.query(u"cases/templates"_s).all([](const Row &r) {
            return ReplyTemplate{r.get<QString>(u"code"), r.get<QString>(u"stage"), r.get<QString>(u"name"), r.get<QString>(u"body"), r.get<QString>(u"category")};
        });
    }).and_then([&](const QList<ReplyTemplate> &all) {
        made.templates = all;
        return session.query(u"cases/tracks"_s).all([](const Row &r) { return NamedRow{0, r.get<QString>(u"code"), r.get<QString>(u"name"), r.get<QString>(u"name_en")}; });
    }).transform([&](const QList<NamedRow> &all) {
        made.tracks = all;
        return made;
    });
}

} // namespace trucban::caseRows
