// SPDX-License-Identifier: GPL-3.0-or-later
// When a term ends: hours, days, working days and months over a table of days that people edit (domain facts §1.6).
#pragma once

#include <QDate>
#include <QDateTime>
#include <QHash>
#include <QTimeZone>

#include <chrono>
#include <optional>

namespace trucban {

/// What the table says about a day. Only the first three stop the working-day clock and only the fourth starts it;
/// the last two are announced or guessed and count as nothing until somebody confirms them.
enum class DayKind { Holiday, Compensation, Swapped, MadeUp, AwaitingDecision, AwaitingConfirmation };

/// holiday swap_off swap_work to_confirm, and the words of the official table: nghi_le nghi_bu nghi_hoan_doi lam_bu cho_quyet_dinh cho_xac_nhan
std::optional<DayKind> dayKindFromWord(QStringView word);

class WorkCalendar
{
public:
    WorkCalendar() = default;
    explicit WorkCalendar(const QHash<QDate, DayKind> &days) : m_days(days) {}
    bool isWorkingDay(QDate day) const;
    QDate nextWorkingDay(QDate onOrAfter) const;

private:
    QHash<QDate, DayKind> m_days;
};

struct Term {
    enum Unit { Minutes, Hours, Days, WorkingDays, Months };
    int amount = 0;
    Unit unit = Hours;
    /// A last day that is a day off moves to the next working day: civil terms, and months in criminal procedure,
    /// but not days in criminal procedure.
    bool lastDayMoves = false;
};

/// minutes hours days working_days months
std::optional<Term::Unit> termUnitFromWord(QStringView word);

/// The moment the term is over (UTC). A term in days ends at 24:00 in Hanoi; its first day is not counted.
QDateTime termEnd(const QDateTime &from, const Term &term, const WorkCalendar &calendar);

/// The Hanoi clock, which knows no summer time.
QTimeZone hanoiZone();

} // namespace trucban
