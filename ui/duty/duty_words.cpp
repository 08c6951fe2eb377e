// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duty/duty_words.h"

#include "domain/deadlines.h"
#include "ui/widgets/notice_bar.h"

#include <QCoreApplication>

namespace trucban {

namespace dutyWords {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DutyWords)
};

struct Refusal {
    QStringView code;
    const char *happened;
    const char *next;
};

constexpr Refusal refusals[] = {
    {u"not_a_signer", QT_TRANSLATE_NOOP("DutyWords", "Only a supervisor or the leader of the shift on duty signs."), QT_TRANSLATE_NOOP("DutyWords", "Ask one of them to sign it.")},
    {u"slip_signed", QT_TRANSLATE_NOOP("DutyWords", "This slip is signed already."), QT_TRANSLATE_NOOP("DutyWords", "To correct it, a supervisor makes it void; then prepare a new one.")},
    {u"slip_voided", QT_TRANSLATE_NOOP("DutyWords", "This slip is void."), QT_TRANSLATE_NOOP("DutyWords", "Prepare a new one for the forward.")},
    {u"slip_not_signed", QT_TRANSLATE_NOOP("DutyWords", "This slip is not signed yet."), QT_TRANSLATE_NOOP("DutyWords", "It is received once it is signed.")},
    {u"slip_received", QT_TRANSLATE_NOOP("DutyWords", "This slip was received already."), QT_TRANSLATE_NOOP("DutyWords", "Nothing is to be done.")},
    {u"identity_not_opened", QT_TRANSLATE_NOOP("DutyWords", "The name of the citizen is sealed."), QT_TRANSLATE_NOOP("DutyWords", "Open the identity in the case, with a reason; then prepare the slip again.")},
    {u"not_the_leader", QT_TRANSLATE_NOOP("DutyWords", "Only the leader of the shift does this."), QT_TRANSLATE_NOOP("DutyWords", "Ask the leader, or ask a supervisor to change the plan.")},
    {u"handover_needed", QT_TRANSLATE_NOOP("DutyWords", "Another shift is on duty."), QT_TRANSLATE_NOOP("DutyWords", "It hands over first; with the second signature this shift begins.")},
    {u"no_shift_on_duty", QT_TRANSLATE_NOOP("DutyWords", "No shift is on duty."), QT_TRANSLATE_NOOP("DutyWords", "The leader of a planned shift begins it first.")},
    {u"no_seat", QT_TRANSLATE_NOOP("DutyWords", "You have no seat."), QT_TRANSLATE_NOOP("DutyWords", "Nothing is to be done.")},
    {u"not_on_duty", QT_TRANSLATE_NOOP("DutyWords", "You are not on duty in this shift."), QT_TRANSLATE_NOOP("DutyWords", "Take a seat first.")},
    {u"two_people_needed", QT_TRANSLATE_NOOP("DutyWords", "A hand-over needs two people."), QT_TRANSLATE_NOOP("DutyWords", "The other leader signs with their own login.")},
    {u"outgoing_signs_first", QT_TRANSLATE_NOOP("DutyWords", "The leader who goes signs first."), QT_TRANSLATE_NOOP("DutyWords", "Ask them to sign; then sign yourself.")},
    {u"handover_signed", QT_TRANSLATE_NOOP("DutyWords", "This hand-over is signed by both."), QT_TRANSLATE_NOOP("DutyWords", "Nothing is to be done.")},
    {u"leader_unknown", QT_TRANSLATE_NOOP("DutyWords", "The shift has no leader."), QT_TRANSLATE_NOOP("DutyWords", "Choose an officer or a supervisor.")},
    {u"time_not_possible", QT_TRANSLATE_NOOP("DutyWords", "These times do not fit together."), QT_TRANSLATE_NOOP("DutyWords", "A shift ends after it begins, and within three days.")},
    {u"period_invalid", QT_TRANSLATE_NOOP("DutyWords", "This period has not begun."), QT_TRANSLATE_NOOP("DutyWords", "Choose today or a day before.")},
    {u"file_not_writable", QT_TRANSLATE_NOOP("DutyWords", "The file could not be written."), QT_TRANSLATE_NOOP("DutyWords", "Choose another place or name.")},
    {u"printer_failed", QT_TRANSLATE_NOOP("DutyWords", "The printer does not answer."), QT_TRANSLATE_NOOP("DutyWords", "Look at the printer, or save as PDF.")},
};

} // namespace

QString slipState(const QString &word, bool received)
{
    if (word == u"prepared")
        return Words::tr("Waits for a signature");
    if (word == u"signed")
        return received ? Words::tr("Received") : Words::tr("Signed");
    return word == u"voided" ? Words::tr("Void") : Words::tr("No slip yet");
}

Meaning meaningOfSlip(const QString &word, bool received)
{
    if (word == u"prepared")
        return Meaning::Soon;
    if (word == u"signed")
        return received ? Meaning::Good : Meaning::Waiting;
    return Meaning::Quiet;
}

QString shiftState(const QString &word)
{
    return word == u"on_duty" ? Words::tr("On duty") : word == u"planned" ? Words::tr("Planned") : Words::tr("Handed over");
}

QString entryKind(const QString &word)
{
    return word == u"order" ? Words::tr("Order") : word == u"note" ? Words::tr("Note") : Words::tr("Event");
}

QString reportKind(const QString &word)
{
    return word == u"weekly" ? Words::tr("Week") : word == u"monthly" ? Words::tr("Month") : Words::tr("Day");
}

QString moment(const QDateTime &when)
{
    if (!when.isValid())
        return {};
    const QDateTime here = when.toTimeZone(hanoiZone());
    const bool thisYear = here.date().year() == QDateTime::currentDateTimeUtc().toTimeZone(hanoiZone()).date().year();
    return here.toString(thisYear ? u"dd/MM HH:mm"_s : u"dd/MM/yyyy HH:mm"_s);
}

QString span(const QDateTime &from, const QDateTime &to)
{
    const bool oneNight = from.secsTo(to) < 24 * 3600;
    return u"%1 – %2"_s.arg(moment(from), oneNight ? to.toTimeZone(hanoiZone()).toString(u"HH:mm"_s) : moment(to));
}

QString day(const QDateTime &when)
{
    return when.toTimeZone(hanoiZone()).toString(u"dd/MM/yyyy"_s);
}

QString period(const QString &kind, const QDateTime &from, const QDateTime &to)
{
    const QDateTime begin = from.toTimeZone(hanoiZone());
    if (kind == u"monthly")
        return begin.toString(u"MM/yyyy"_s);
    return kind == u"weekly" ? u"%1 – %2"_s.arg(begin.toString(u"dd/MM"_s), day(to.addSecs(-1))) : day(from);
}

QString person(const QString &rank, const QString &name)
{
    return (rank + u' ' + name).trimmed();
}

void tell(NoticeBar &notice, const Failure &failure)
{
    for (const Refusal &refusal : refusals)
        if (refusal.code == failure.code)
            return notice.tell(Meaning::Soon, {Words::tr(refusal.happened), {}, Words::tr(refusal.next)});
    notice.tell(failure);
}

} // namespace dutyWords

} // namespace trucban
