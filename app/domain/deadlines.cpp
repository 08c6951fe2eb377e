// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/deadlines.h"

using namespace Qt::StringLiterals;

namespace trucban {

QTimeZone hanoiZone()
{
    return QTimeZone::fromSecondsAheadOfUtc(7 * 3600);
}

std::optional<DayKind> dayKindFromWord(QStringView word)
{
    if (word == "holiday"_L1 || word == "nghi_le"_L1)
        return DayKind::Holiday;
    if (word == "nghi_bu"_L1)
        return DayKind::Compensation;
    if (word == "swap_off"_L1 || word == "nghi_hoan_doi"_L1)
        return DayKind::Swapped;
    if (word == "swap_work"_L1 || word == "lam_bu"_L1)
        return DayKind::MadeUp;
    if (word == "cho_quyet_dinh"_L1)
        return DayKind::AwaitingDecision;
    if (word == "to_confirm"_L1 || word == "cho_xac_nhan"_L1)
        return DayKind::AwaitingConfirmation;
    return std::nullopt;
}

std::optional<Term::Unit> termUnitFromWord(QStringView word)
{
    if (word == "minutes"_L1)
        return Term::Minutes;
    if (word == "hours"_L1)
        return Term::Hours;
    if (word == "days"_L1)
        return Term::Days;
    if (word == "working_days"_L1)
        return Term::WorkingDays;
    if (word == "months"_L1)
        return Term::Months;
    return std::nullopt;
}

bool WorkCalendar::isWorkingDay(QDate day) const
{
    const auto found = m_days.constFind(day);
    if (found != m_days.cend()) {
        if (*found == DayKind::MadeUp)
            return true;
        if (*found == DayKind::Holiday || *found == DayKind::Compensation || *found == DayKind::Swapped)
            return false;
    }
    return day.dayOfWeek() <= Qt::Friday;
}

QDate WorkCalendar::nextWorkingDay(QDate onOrAfter) const
{
    QDate day = onOrAfter;
    for (int tried = 0; tried < 366 && !isWorkingDay(day); ++tried)
        day = day.addDays(1);
    return day;
}

QDateTime termEnd(const QDateTime &from, const Term &term, const WorkCalendar &calendar)
{
    if (term.unit == Term::Minutes)
        return from.addSecs(60LL * term.amount).toUTC();
    if (term.unit == Term::Hours)
        return from.addSecs(3600LL * term.amount).toUTC();

    QDate last = from.toTimeZone(hanoiZone()).date();
    switch (term.unit) {
    case Term::Months: last = last.addMonths(term.amount); break;
    case Term::WorkingDays:
        for (int left = term.amount; left > 0; --left)
            last = calendar.nextWorkingDay(last.addDays(1));
        break;
    default: last = last.addDays(term.amount);
    }
    if (term.lastDayMoves)
        last = calendar.nextWorkingDay(last);
    return QDateTime(last.addDays(1), QTime(0, 0), hanoiZone()).toUTC();
}

} // namespace trucban
