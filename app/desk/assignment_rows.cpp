// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/assignment_rows.h"

#include "base/json_time.h"
#include "domain/text.h"

#include <QMultiHash>

namespace trucban {

const UnitEntry *UnitDirectory::unit(UnitId id) const
{
    const auto found = std::ranges::find(units, id, &UnitEntry::id);
    return found == units.end() ? nullptr : &*found;
}

namespace assignmentRows {

namespace {

UnitName named(UnitName::Kind kind, const QString &words)
{
    return {kind, words, text::plainKey(words), text::exactKey(words)};
}

UnitEntry toUnit(const Row &row)
{
    UnitEntry unit{
        .id = row.get<UnitId>(u"id"),
        .code = row.get<QString>(u"code"),
        .name = row.get<QString>(u"name"),
        .nameEn = row.get<QString>(u"name_en"),
        .level = row.get<QString>(u"level"),
        .parent = row.get<UnitId>(u"parent_id"),
        .validFrom = row.get<QDate>(u"valid_from"),
        .validTo = row.get<QDate>(u"valid_to"),
        .external = row.get<bool>(u"external"),
        .valid = row.get<bool>(u"valid"),
    };
    unit.names = {named(UnitName::Name, unit.name), named(UnitName::Code, unit.code)};
    if (!unit.nameEn.isEmpty())
        unit.names.append(named(UnitName::English, unit.nameEn));
    return unit;
}

AreaEntry toArea(const Row &row)
{
    AreaEntry area{
        .id = row.get<AreaId>(u"id"),
        .code = row.get<QString>(u"code"),
        .type = row.get<QString>(u"type"),
        .name = row.get<QString>(u"name"),
        .unit = row.get<UnitId>(u"unit_id"),
    };
    for (const QString &former : row.get<QStringList>(u"former_names"))
        area.formerNames.append(former.trimmed());
    return area;
}

void nameUnitsByAreas(UnitDirectory &directory)
{
    QMultiHash<qint64, const AreaEntry *> byUnit;
    for (const AreaEntry &area : std::as_const(directory.areas))
        byUnit.insert(area.unit.value, &area);
    for (UnitEntry &unit : directory.units) {
        for (const AreaEntry *area : byUnit.values(unit.id.value)) {
            unit.names.append(named(UnitName::Area, (area->type == u"xa" ? u"Xã "_s : u"Phường "_s) + area->name));
            for (QString former : area->formerNames) {
                if (former.endsWith(u'*'))
                    former.chop(1);
                unit.names.append(named(UnitName::FormerArea, former));
            }
        }
    }
}

// a unit that ended, and whose code somebody else has today
void findSuccessors(UnitDirectory &directory)
{
    QHash<QString, UnitId> today;
    for (const UnitEntry &unit : std::as_const(directory.units)) {
        if (unit.valid)
            today.insert(unit.code, unit.id);
    }
    for (UnitEntry &unit : directory.units) {
        if (!unit.valid)
            unit.successor = today.value(unit.code);
    }
}

WorkCalendar toCalendar(const QList<std::pair<QDate, QString>> &days)
{
    QHash<QDate, DayKind> kinds;
    for (const auto &[day, kind] : days) {
        if (kind == u"holiday" || kind == u"swap_off")
            kinds.insert(day, kind == u"holiday" ? DayKind::Holiday : DayKind::Swapped);
        else if (kind == u"swap_work")
            kinds.insert(day, DayKind::MadeUp);
    }
    return WorkCalendar(kinds);
}

UnitAnswer toAnswer(const Row &row)
{
    UnitAnswer answer{
        .id = row.get<qint64>(u"id"),
        .assignment = row.get<AssignmentId>(u"assignment_id"),
        .personName = row.get<QString>(u"person_name"),
        .personRank = row.get<QString>(u"person_rank"),
        .text = row.get<QString>(u"text"),
        .answeredAt = row.get<QDateTime>(u"answered_at"),
        .state = row.get<QString>(u"state"),
        .reason = row.get<QString>(u"reason"),
        .partial = row.get<bool>(u"partial"),
        .approvedBy = row.get<QString>(u"approved_by_name"),
        .approvedAt = row.get<QDateTime>(u"approved_at"),
        .approvedText = row.get<QString>(u"approved_text"),
    };
    for (const QJsonValue &value : row.get<QJsonArray>(u"files")) {
        const QJsonObject file = value.toObject();
        answer.files.append({MediaId{file[u"id"].toInteger()}, file[u"name"].toString(), file[u"kind"].toString(), file[u"mime"].toString(), file[u"bytes"].toInteger()});
    }
    return answer;
}

} // namespace

Result<UnitDirectory> directory(Session &session)
{
    UnitDirectory found;
    auto units = session.query(u"assignment/units"_s).all(toUnit);
    if (!units)
        return failed(units.error());
    found.units = *units;
    auto areas = session.query(u"assignment/areas"_s).all(toArea);
    if (!areas)
        return failed(areas.error());
    found.areas = *areas;
    auto templates = session.query(u"assignment/instructions"_s).all([](const Row &row) {
        return InstructionTemplate{row.get<QString>(u"code"), row.get<QString>(u"name"), row.get<QString>(u"body")};
    });
    if (!templates)
        return failed(templates.error());
    found.templates = *templates;
    auto reasons = session.query(u"assignment/reasons"_s).all([](const Row &row) {
        return UnitReason{row.get<QString>(u"code"), row.get<QString>(u"name"), row.get<QString>(u"name_en"), row.get<bool>(u"needs_text")};
    });
    if (!reasons)
        return failed(reasons.error());
    found.reasons = *reasons;
    auto days = session.query(u"assignment/holidays"_s).all([](const Row &row) {
        return std::pair(row.get<QDate>(u"day"), row.get<QString>(u"kind"));
    });
    if (!days)
        return failed(days.error());
    found.calendar = toCalendar(*days);
    nameUnitsByAreas(found);
    findSuccessors(found);
    return found;
}

Result<AssignmentCase> subject(Session &session, CaseId id)
{
    return session.query(u"assignment/case"_s).bind(u":case"_s, id).one([](const Row &row) {
        return AssignmentCase{
            .id = row.get<CaseId>(u"id"),
            .number = row.get<QString>(u"number"),
            .status = row.get<QString>(u"status"),
            .revision = row.get<Revision>(u"revision"),
            .channel = row.get<QString>(u"channel"),
            .categoryId = row.get<CategoryId>(u"category_id"),
            .category = row.get<QString>(u"category"),
            .categoryName = row.get<QString>(u"category_name"),
            .categoryNameEn = row.get<QString>(u"category_name_en"),
            .urgency = row.get<QString>(u"urgency"),
            .track = row.get<QString>(u"legal_track"),
            .trackName = row.get<QString>(u"track_name"),
            .trackNameEn = row.get<QString>(u"track_name_en"),
            .areaId = row.get<AreaId>(u"area_id"),
            .area = row.get<QString>(u"area"),
            .aboutUnit = row.get<UnitId>(u"about_unit_id"),
            .aboutUnitName = row.get<QString>(u"about_unit"),
            .leadUnit = row.get<UnitId>(u"lead_unit_id"),
            .holder = row.get<PersonId>(u"holder_id"),
            .holderName = row.get<QString>(u"holder_name"),
            .leaseUntil = row.get<QDateTime>(u"lease_until"),
            .receivedAt = row.get<QDateTime>(u"received_at"),
            .firstWords = row.get<QString>(u"first_words"),
            .images = row.get<int>(u"images"),
            .videos = row.get<int>(u"videos"),
            .audios = row.get<int>(u"audios"),
            .files = row.get<int>(u"files"),
            .defaultUnit = row.get<UnitId>(u"default_unit_id"),
            .needsWall = row.get<bool>(u"needs_wall"),
            .now = row.get<QDateTime>(u"now"),
            .ruleAmount = row.get<int>(u"rule_amount"),
            .ruleUnit = row.get<QString>(u"rule_unit"),
            .ruleDue = row.get<QDateTime>(u"rule_due"),
        };
    });
}

Result<QList<AssignmentEntry>> assignments(Session &session, CaseId id)
{
    return session.query(u"assignment/list"_s).bind(u":case"_s, id).all([](const Row &row) {
        return AssignmentEntry{
            .id = row.get<AssignmentId>(u"id"),
            .unit = row.get<UnitId>(u"unit_id"),
            .unitCode = row.get<QString>(u"unit"),
            .unitName = row.get<QString>(u"unit_name"),
            .unitNameEn = row.get<QString>(u"unit_name_en"),
            .lead = row.get<bool>(u"lead"),
            .state = row.get<QString>(u"state"),
            .instruction = row.get<QString>(u"instruction"),
            .dueAt = row.get<QDateTime>(u"due_at"),
            .confirmDueAt = row.get<QDateTime>(u"confirm_due_at"),
            .sentBy = row.get<QString>(u"sent_by_name"),
            .sentAt = row.get<QDateTime>(u"sent_at"),
            .confirmedBy = row.get<QString>(u"confirmed_by_name"),
            .confirmedAt = row.get<QDateTime>(u"confirmed_at"),
            .answeredAt = row.get<QDateTime>(u"answered_at"),
            .endedAt = row.get<QDateTime>(u"ended_at"),
            .reason = row.get<QString>(u"reason"),
            .reasonName = row.get<QString>(u"reason_name"),
            .reasonNameEn = row.get<QString>(u"reason_name_en"),
            .handedOnFrom = row.get<AssignmentId>(u"handed_on_from"),
            .reminders = row.get<int>(u"reminders"),
            .remindedAt = row.get<QDateTime>(u"reminded_at"),
            .reminder = row.get<QString>(u"reminder"),
        };
    });
}

Result<QList<UnitAnswer>> answers(Session &session, CaseId id)
{
    return session.query(u"assignment/answers"_s).bind(u":case"_s, id).all(toAnswer);
}

Result<QString> citizensWords(Session &session, CaseId id)
{
    return session.query(u"assignment/words"_s).bind(u":case"_s, id).one([](const Row &row) { return row.get<QString>(u"words"); });
}

Result<QList<UnitQuestion>> questions(Session &session, CaseId id)
{
    return session.query(u"assignment/questions"_s).bind(u":case"_s, id).all([](const Row &row) {
        return UnitQuestion{
            .id = row.get<qint64>(u"id"),
            .assignment = row.get<AssignmentId>(u"assignment_id"),
            .unitName = row.get<QString>(u"unit_name"),
            .unitNameEn = row.get<QString>(u"unit_name_en"),
            .personName = row.get<QString>(u"person_name"),
            .text = row.get<QString>(u"text"),
            .state = row.get<QString>(u"state"),
            .askedAt = row.get<QDateTime>(u"asked_at"),
            .sentAt = row.get<QDateTime>(u"sent_at"),
            .answeredAt = row.get<QDateTime>(u"answered_at"),
            .reason = row.get<QString>(u"reason"),
        };
    });
}

Result<QList<UnitExtension>> extensions(Session &session, CaseId id)
{
    return session.query(u"assignment/extensions"_s).bind(u":case"_s, id).all([](const Row &row) {
        return UnitExtension{
            .id = row.get<qint64>(u"id"),
            .assignment = row.get<AssignmentId>(u"assignment_id"),
            .wasDueAt = row.get<QDateTime>(u"was_due_at"),
            .wantedUntil = row.get<QDateTime>(u"wanted_until"),
            .reason = row.get<QString>(u"reason"),
            .askedBy = row.get<PersonId>(u"asked_by"),
            .askedByName = row.get<QString>(u"asked_by_name"),
            .askedAt = row.get<QDateTime>(u"asked_at"),
            .state = row.get<QString>(u"state"),
            .decidedBy = row.get<QString>(u"decided_by_name"),
            .decidedAt = row.get<QDateTime>(u"decided_at"),
            .grantedUntil = row.get<QDateTime>(u"granted_until"),
            .decision = row.get<QString>(u"decision"),
        };
    });
}

namespace {

RuleProposal toProposal(const QJsonObject &said)
{
    const QJsonObject what = said[u"proposal"].toObject();
    RuleProposal proposal{
        .rule = said[u"rule"].toInteger(),
        .name = said[u"name"].toString(),
        .unit = UnitId{what[u"unit"].toInteger()},
        .unitName = what[u"unit_name"].toString(),
        .unitNameEn = what[u"unit_name_en"].toString(),
        .urgency = what[u"urgency"].toString(),
        .category = what[u"category"].toString(),
        .categoryName = what[u"category_name"].toString(),
        .categoryNameEn = what[u"category_name_en"].toString(),
        .track = what[u"track"].toString(),
        .trackName = what[u"track_name"].toString(),
        .trackNameEn = what[u"track_name_en"].toString(),
        .dueAt = timeOf(what[u"due_at"]),
    };
    for (const QJsonValue &value : said[u"because"].toArray())
        proposal.because.append({value[u"what"].toString(), value[u"word"].toString(), value[u"word_en"].toString()});
    return proposal;
}

} // namespace

Result<QList<RuleProposal>> proposals(Session &session, CaseId id)
{
    return session.query(u"assignment/propose"_s).bind(u":case"_s, id).one([](const Row &row) {
        QList<RuleProposal> proposals;
        for (const QJsonValue &value : row.get<QJsonArray>(u"proposals"))
            proposals.append(toProposal(value.toObject()));
        return proposals;
    });
}

Result<QList<SimilarCases>> similar(Session &session, const AssignmentCase &subject)
{
    return session.query(u"assignment/similar"_s)
        .bind(u":case"_s, subject.id).bind(u":category"_s, subject.categoryId).bind(u":area"_s, subject.areaId)
        .all([](const Row &row) { return SimilarCases{row.get<UnitId>(u"unit_id"), row.get<int>(u"cases"), row.get<bool>(u"same_area")}; });
}

} // namespace assignmentRows
} // namespace trucban
