// SPDX-License-Identifier: GPL-3.0-or-later
// PaperDesk: slips, the shift book, registers and reports, without a pixel. Values travel as the database answers them.
#pragma once

#include "base/ids.h"
#include "base/result.h"

#include <QDateTime>
#include <QFuture>
#include <QJsonArray>
#include <QJsonObject>

namespace trucban {

class Database;

/// A forward and its slip; `slip` is 0 where none is prepared.
struct SlipRow {
    qint64 assignment = 0;
    CaseId caseId;
    QString caseNumber;
    QString unitName, unitNameEn;
    bool lead = false;
    QString urgency;
    QDateTime sentAt;
    qint64 slip = 0;
    QString state; // none prepared signed voided
    int revision = 0;
    QString number;
    bool withIdentity = false;
    QString signedBy;
    QDateTime signedAt;
    QString receivedBy;
    QDateTime receivedAt;
    QString voidReason;
};

struct ShiftRow {
    qint64 id = 0;
    QString name;
    PersonId leader;
    QString leaderName, leaderRank;
    QDateTime startsAt, endsAt, endedAt;
    QString state; // planned on_duty handed_over
    int revision = 0;
    QJsonArray people; // {person, name, rank, seat}
};

struct SeatRow {
    PersonId person;
    QString name, rank, seat;
    QDateTime since;
};

struct BookEntry {
    QDateTime at;
    QString kind; // event order note
    QString text, told, who;
};

struct DutyPerson {
    PersonId id;
    QString name, rank, role;
};

struct DutyRoom {
    QList<ShiftRow> shifts;
    QList<SeatRow> seats;
    QList<BookEntry> entries; // of the shift on duty, newest first
    QList<DutyPerson> people;
    QJsonObject handover; // of the shift on duty; empty: none prepared
    const ShiftRow *onDuty() const { return !shifts.isEmpty() && shifts.first().state == u"on_duty" ? &shifts.first() : nullptr; }
};

struct ReportRow {
    qint64 id = 0;
    QString kind;
    QDateTime from, to, madeAt;
    bool scheduled = false;
    QString madeBy;
};

struct ReportSchedule {
    QString kind;
    bool enabled = false;
    QString atTime;
    int revision = 0;
};

struct ReportRoom {
    QList<ReportRow> reports;
    QList<ReportSchedule> schedules;
};

class PaperDesk
{
public:
    explicit PaperDesk(Database &database) : m_database(database) {}

    /// Of one case, or of everything forwarded since then
    QFuture<Result<QList<SlipRow>>> slips(CaseId ofCase, const QDateTime &since);
    /// What is printed, one for each; the reading is logged.
    QFuture<Result<QList<QJsonObject>>> slipSheets(const QList<qint64> &slips);
    QFuture<Result<QJsonObject>> prepareSlip(qint64 assignment, bool withIdentity, const QString &request);
    QFuture<Result<QJsonObject>> signSlip(qint64 slip, int seen, const QString &request);
    QFuture<Result<QJsonObject>> voidSlip(qint64 slip, int seen, const QString &reason, const QString &request);
    QFuture<Result<QJsonObject>> receiveSlip(qint64 slip, const QString &by, const QString &request);
    QFuture<Result<QJsonObject>> checkSlip(const QString &caseNumber, const QString &code);

    QFuture<Result<DutyRoom>> duty();
    /// The hand-over at whose beginning this shift stands, or that brought it
    QFuture<Result<QJsonObject>> handoverOf(qint64 shift);
    QFuture<Result<QJsonObject>> planShift(qint64 shift, int seen, const QJsonObject &fields, const QString &request);
    QFuture<Result<QJsonObject>> beginShift(qint64 shift, const QString &request);
    QFuture<Result<QJsonObject>> takeSeat(const QString &seat, const QString &request);
    QFuture<Result<QJsonObject>> leaveSeat(const QString &request);
    QFuture<Result<QJsonObject>> write(const QString &kind, const QString &text, const QString &told, const QString &request);
    QFuture<Result<QJsonObject>> prepareHandover(qint64 to, const QString &remarks, const QString &request);
    QFuture<Result<QJsonObject>> signHandover(qint64 handover, int seen, const QString &words, const QString &request);

    QFuture<Result<ReportRoom>> reports();
    QFuture<Result<QJsonObject>> report(qint64 id);
    QFuture<Result<QJsonObject>> makeReport(const QString &kind, const QDate &day, const QString &request);
    QFuture<Result<QJsonObject>> setSchedule(const QString &kind, int seen, const QJsonObject &fields, const QString &request);

    /// What stands at the head of our papers
    QFuture<Result<QJsonObject>> head();
    /// {rows, next}: one page of a register; both days included
    QFuture<Result<QJsonObject>> registerPage(const QString &kind, const QDate &from, const QDate &to, const QString &after, int limit);
    /// Before anything leaves as a file or on paper
    QFuture<Result<QJsonObject>> logExport(const QString &what, const QJsonObject &facts, const QString &request);

private:
    Database &m_database;
};

} // namespace trucban
