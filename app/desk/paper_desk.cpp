// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/paper_desk.h"

#include "domain/deadlines.h"
#include "storage/database.h"

namespace trucban {

namespace {

Result<QJsonObject> answer(Query query)
{
    return query.one([](const Row &row) { return row.get<QJsonObject>(u"answer"); });
}

SlipRow toSlip(const Row &row)
{
    SlipRow made;
    made.assignment = row.get<qint64>(u"assignment");
    made.caseId = CaseId{row.get<qint64>(u"case_id")};
    made.caseNumber = row.get<QString>(u"case_number");
    made.unitName = row.get<QString>(u"unit_name");
    made.unitNameEn = row.get<QString>(u"unit_name_en");
    made.lead = row.get<bool>(u"lead");
    made.urgency = row.get<QString>(u"urgency");
    made.sentAt = row.get<QDateTime>(u"sent_at");
    made.state = row.get<QString>(u"state");
    if (row.isNull(u"slip"))
        return made;
    made.slip = row.get<qint64>(u"slip");
    made.revision = row.get<int>(u"revision");
    made.number = row.get<QString>(u"number");
    made.withIdentity = row.get<bool>(u"with_identity");
    made.signedBy = row.get<QString>(u"signed_by_name");
    made.signedAt = row.get<QDateTime>(u"signed_at");
    made.receivedBy = row.get<QString>(u"received_by");
    made.receivedAt = row.get<QDateTime>(u"received_at");
    made.voidReason = row.get<QString>(u"void_reason");
    return made;
}

ShiftRow toShift(const Row &row)
{
    return {row.get<qint64>(u"id"), row.get<QString>(u"name"), PersonId{row.get<qint64>(u"leader_id")}, row.get<QString>(u"leader_name"), row.get<QString>(u"leader_rank"), row.get<QDateTime>(u"starts_at"),
            row.get<QDateTime>(u"ends_at"), row.get<QDateTime>(u"ended_at"), row.get<QString>(u"state"), row.get<int>(u"revision"), row.get<QJsonArray>(u"people")};
}

SeatRow toSeat(const Row &row)
{
    return {PersonId{row.get<qint64>(u"person_id")}, row.get<QString>(u"person_name"), row.get<QString>(u"person_rank"), row.get<QString>(u"seat"), row.get<QDateTime>(u"from_at")};
}

BookEntry toEntry(const Row &row)
{
    return {row.get<QDateTime>(u"at"), row.get<QString>(u"kind"), row.get<QString>(u"text"), row.get<QString>(u"told"), row.get<QString>(u"person_name")};
}

DutyPerson toPerson(const Row &row)
{
    return {PersonId{row.get<qint64>(u"id")}, row.get<QString>(u"name"), row.get<QString>(u"rank"), row.get<QString>(u"role")};
}

Result<QJsonObject> handover(Session &session, qint64 shift, qint64 id)
{
    return session.query(u"paper/handover"_s).bind(u"shift"_s, shift).bind(u"handover"_s, id)
        .maybe([](const Row &row) { return row.get<QJsonObject>(u"answer"); })
        .transform([](const std::optional<QJsonObject> &found) { return found.value_or(QJsonObject()); });
}

} // namespace

QFuture<Result<QList<SlipRow>>> PaperDesk::slips(CaseId ofCase, const QDateTime &since)
{
    return m_database.read([=](Session &session) {
        return session.query(u"paper/slips"_s).bind(u"case"_s, ofCase ? std::optional(ofCase.value) : std::nullopt).bind(u"since"_s, since).all(toSlip);
    });
}

QFuture<Result<QList<QJsonObject>>> PaperDesk::slipSheets(const QList<qint64> &slips)
{
    return m_database.write([=](Session &session) -> Result<QList<QJsonObject>> {
        QList<QJsonObject> sheets;
        for (qint64 slip : slips) {
            const auto sheet = answer(session.query(u"paper/slip_paper"_s).bind(u"slip"_s, slip));
            if (!sheet)
                return failed(sheet.error());
            sheets.append(*sheet);
        }
        return sheets;
    });
}

QFuture<Result<QJsonObject>> PaperDesk::prepareSlip(qint64 assignment, bool withIdentity, const QString &request)
{
    return m_database.write([=](Session &session) {
        return answer(session.query(u"paper/prepare_slip"_s).bind(u"assignment"_s, assignment).bind(u"with_identity"_s, withIdentity).bind(u"request"_s, request));
    });
}

QFuture<Result<QJsonObject>> PaperDesk::signSlip(qint64 slip, int seen, const QString &request)
{
    return m_database.write([=](Session &session) { return answer(session.query(u"paper/sign_slip"_s).bind(u"slip"_s, slip).bind(u"seen"_s, seen).bind(u"request"_s, request)); });
}

QFuture<Result<QJsonObject>> PaperDesk::voidSlip(qint64 slip, int seen, const QString &reason, const QString &request)
{
    return m_database.write([=](Session &session) {
        return answer(session.query(u"paper/void_slip"_s).bind(u"slip"_s, slip).bind(u"seen"_s, seen).bind(u"reason"_s, reason).bind(u"request"_s, request));
    });
}

QFuture<Result<QJsonObject>> PaperDesk::receiveSlip(qint64 slip, const QString &by, const QString &request)
{
    return m_database.write([=](Session &session) { return answer(session.query(u"paper/receive_slip"_s).bind(u"slip"_s, slip).bind(u"by"_s, by).bind(u"request"_s, request)); });
}

QFuture<Result<QJsonObject>> PaperDesk::checkSlip(const QString &caseNumber, const QString &code)
{
    return m_database.write([=](Session &session) { return answer(session.query(u"paper/check_slip"_s).bind(u"number"_s, caseNumber).bind(u"code"_s, code)); });
}

QFuture<Result<DutyRoom>> PaperDesk::duty()
{
    return m_database.read([](Session &session) -> Result<DutyRoom> {
        DutyRoom room;
        const auto shifts = session.query(u"paper/shifts"_s).all(toShift);
        const auto seats = session.query(u"paper/seats"_s).all(toSeat);
        const auto people = session.query(u"paper/people"_s).all(toPerson);
        if (!shifts || !seats || !people)
            return failed(!shifts ? shifts.error() : !seats ? seats.error() : people.error());
        room.shifts = *shifts;
        room.seats = *seats;
        room.people = *people;
        const ShiftRow *now = room.onDuty();
        if (!now)
            return room;
        return session.query(u"paper/entries"_s).bind(u"shift"_s, now->id).all(toEntry).and_then([&](const QList<BookEntry> &entries) {
            room.entries = entries;
            return handover(session, now->id, 0);
        }).transform([&](const QJsonObject &found) {
            room.handover = found;
            return room;
        });
    });
}

QFuture<Result<QJsonObject>> PaperDesk::handoverOf(qint64 shift)
{
    return m_database.read([=](Session &session) { return handover(session, shift, 0); });
}

QFuture<Result<QJsonObject>> PaperDesk::planShift(qint64 shift, int seen, const QJsonObject &fields, const QString &request)
{
    return m_database.write([=](Session &session) {
        return answer(session.query(u"paper/plan_shift"_s).bind(u"shift"_s, shift ? std::optional(shift) : std::nullopt).bind(u"seen"_s, shift ? std::optional(seen) : std::nullopt)
            .bind(u"fields"_s, fields).bind(u"request"_s, request));
    });
}

QFuture<Result<QJsonObject>> PaperDesk::beginShift(qint64 shift, const QString &request)
{
    return m_database.write([=](Session &session) { return answer(session.query(u"paper/begin_shift"_s).bind(u"shift"_s, shift).bind(u"request"_s, request)); });
}

QFuture<Result<QJsonObject>> PaperDesk::takeSeat(const QString &seat, const QString &request)
{
    return m_database.write([=](Session &session) { return answer(session.query(u"paper/take_seat"_s).bind(u"seat"_s, seat).bind(u"request"_s, request)); });
}

QFuture<Result<QJsonObject>> PaperDesk::leaveSeat(const QString &request)
{
    return m_database.write([=](Session &session) { return answer(session.query(u"paper/leave_seat"_s).bind(u"request"_s, request)); });
}

QFuture<Result<QJsonObject>> PaperDesk::write(const QString &kind, const QString &text, const QString &told, const QString &request)
{
    return m_database.write([=](Session &session) {
        return answer(session.query(u"paper/write_shift_book"_s).bind(u"kind"_s, kind).bind(u"text"_s, text).bind(u"told"_s, told).bind(u"request"_s, request));
    });
}

QFuture<Result<QJsonObject>> PaperDesk::prepareHandover(qint64 to, const QString &remarks, const QString &request)
{
    return m_database.write([=](Session &session) { return answer(session.query(u"paper/prepare_handover"_s).bind(u"to"_s, to).bind(u"remarks"_s, remarks).bind(u"request"_s, request)); });
}

QFuture<Result<QJsonObject>> PaperDesk::signHandover(qint64 handover, int seen, const QString &words, const QString &request)
{
    return m_database.write([=](Session &session) {
        return answer(session.query(u"paper/sign_handover"_s).bind(u"handover"_s, handover).bind(u"seen"_s, seen).bind(u"words"_s, words).bind(u"request"_s, request));
    });
}

QFuture<Result<ReportRoom>> PaperDesk::reports()
{
    return m_database.read([](Session &session) -> Result<ReportRoom> {
        const auto reports = session.query(u"paper/reports"_s).all([](const Row &row) {
            return ReportRow{row.get<qint64>(u"id"), row.get<QString>(u"kind"), row.get<QDateTime>(u"from_at"), row.get<QDateTime>(u"to_at"), row.get<QDateTime>(u"made_at"), row.get<bool>(u"scheduled"), row.get<QString>(u"made_by_name")};
        });
        const auto schedules = session.query(u"paper/schedules"_s).all([](const Row &row) {
            return ReportSchedule{row.get<QString>(u"kind"), row.get<bool>(u"enabled"), row.get<QString>(u"at_time"), row.get<int>(u"revision")};
        });
        if (!reports || !schedules)
            return failed(reports ? schedules.error() : reports.error());
        return ReportRoom{*reports, *schedules};
    });
}

QFuture<Result<QJsonObject>> PaperDesk::report(qint64 id)
{
    return m_database.read([=](Session &session) { return answer(session.query(u"paper/report"_s).bind(u"report"_s, id)); });
}

QFuture<Result<QJsonObject>> PaperDesk::makeReport(const QString &kind, const QDate &day, const QString &request)
{
    return m_database.write([=](Session &session) { return answer(session.query(u"paper/make_report"_s).bind(u"kind"_s, kind).bind(u"day"_s, day).bind(u"request"_s, request)); }, Database::Long);
}

QFuture<Result<QJsonObject>> PaperDesk::setSchedule(const QString &kind, int seen, const QJsonObject &fields, const QString &request)
{
    return m_database.write([=](Session &session) {
        return answer(session.query(u"paper/set_report_schedule"_s).bind(u"kind"_s, kind).bind(u"seen"_s, seen).bind(u"fields"_s, fields).bind(u"request"_s, request));
    });
}

QFuture<Result<QJsonObject>> PaperDesk::head()
{
    return m_database.read([](Session &session) { return answer(session.query(u"paper/head"_s)); });
}

QFuture<Result<QJsonObject>> PaperDesk::registerPage(const QString &kind, const QDate &from, const QDate &to, const QString &after, int limit)
{
    return m_database.read([=](Session &session) {
        return answer(session.query(u"paper/read_register"_s).bind(u"kind"_s, kind).bind(u"from"_s, from.startOfDay(hanoiZone())).bind(u"to"_s, to.addDays(1).startOfDay(hanoiZone()))
            .bind(u"after"_s, after).bind(u"limit"_s, limit));
    }, Database::Long);
}

QFuture<Result<QJsonObject>> PaperDesk::logExport(const QString &what, const QJsonObject &facts, const QString &request)
{
    return m_database.write([=](Session &session) { return answer(session.query(u"paper/log_export"_s).bind(u"what"_s, what).bind(u"facts"_s, facts).bind(u"request"_s, request)); });
}

} // namespace trucban
