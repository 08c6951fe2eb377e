// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignment/assignment_words.h"

#include "ui/widgets/clock_text.h"
#include "ui/widgets/trade_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace trucban::assignmentWords {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AssignmentWords)
};

QString verb(const QString &verb)
{
    const QHash<QString, QString> words{
        {u"claim"_s, Words::tr("claimed it")}, {u"release_claim"_s, Words::tr("let it go")}, {u"take_over"_s, Words::tr("took it over")},
        {u"classify"_s, Words::tr("classified it")}, {u"forward"_s, Words::tr("forwarded it")},
        {u"withdraw_assignment"_s, Words::tr("withdrew a forward")}, {u"confirm"_s, Words::tr("confirmed it for a unit")},
        {u"hand_back"_s, Words::tr("handed it back")}, {u"hand_on"_s, Words::tr("handed it on to another unit")},
        {u"ask_citizen"_s, Words::tr("asked the citizen a question")}, {u"relay_question"_s, Words::tr("sent a question to the citizen")},
        {u"refuse_question"_s, Words::tr("did not send a question")}, {u"withdraw_question"_s, Words::tr("took a question back")},
        {u"question_answered"_s, Words::tr("wrote down the citizen's answer")}, {u"ask_extension"_s, Words::tr("asked for more time")},
        {u"grant_extension"_s, Words::tr("granted more time")}, {u"refuse_extension"_s, Words::tr("refused more time")},
        {u"remind"_s, Words::tr("reminded a unit")}, {u"partial_answer"_s, Words::tr("answered in part for a unit")},
        {u"approve_answer"_s, Words::tr("approved an answer")},
        {u"answer"_s, Words::tr("answered for a unit")},
        {u"return_answer"_s, Words::tr("returned an answer")}, {u"reject"_s, Words::tr("rejected it")},
        {u"release"_s, Words::tr("released the answer")}, {u"reply"_s, Words::tr("replied to the citizen")},
        {u"close"_s, Words::tr("closed it")}, {u"reopen"_s, Words::tr("reopened it")},
    };
    return words.value(verb, Words::tr("changed it"));
}

QString change(const QJsonObject &step)
{
    const QDateTime at = QDateTime::fromString(step[u"at"].toString(), Qt::ISODate);
    const QString who = step[u"who"].toString();
    //: %1: a person, %2: what they did, %3: when
    return Words::tr("%1 %2 at %3").arg(who.isEmpty() ? Words::tr("The gateway") : who, verb(step[u"verb"].toString()),
                                        at.toTimeZone(hanoiZone()).toString(u"HH:mm"));
}

QString changesSince(const QJsonObject &facts)
{
    QStringList steps;
    for (const QJsonValue &step : facts[u"changes"].toArray())
        steps.append(change(step.toObject()));
    if (steps.isEmpty())
        return Words::tr("The case has changed since you looked.");
    return Words::tr("The case has changed since you looked: %1.").arg(steps.join(u", "_s));
}

QString holder(const QJsonObject &facts)
{
    const QString name = facts[u"holder_name"].toString();
    return name.isEmpty() ? Words::tr("Nobody holds this case at the moment.") : Words::tr("%1 holds this case.").arg(name);
}

int officeHours(const QDateTime &from, const QDateTime &to, const WorkCalendar &calendar)
{
    int hours = 0;
    QDateTime at = from.toTimeZone(hanoiZone());
    for (; at.addSecs(3600) <= to; at = at.addSecs(3600)) {
        const int hour = at.time().hour();
        if (calendar.isWorkingDay(at.date()) && hour >= 8 && hour < 17 && hour != 12)
            ++hours;
    }
    return hours;
}

int workingDays(QDate from, QDate to, const WorkCalendar &calendar)
{
    int days = 0;
    for (QDate day = from.addDays(1); day <= to; day = day.addDays(1))
        days += calendar.isWorkingDay(day);
    return days;
}

} // namespace

QString state(QStringView state)
{
    if (state == u"sent")
        return Words::tr("not confirmed yet");
    if (state == u"confirmed")
        return Words::tr("confirmed, working on it");
    if (state == u"answered")
        return Words::tr("answered");
    if (state == u"returned")
        return Words::tr("answer returned to the unit");
    if (state == u"accepted")
        return Words::tr("answer accepted");
    if (state == u"handed_back")
        return Words::tr("handed back");
    if (state == u"handed_on")
        return Words::tr("handed on to another unit");
    if (state == u"approved")
        return Words::tr("approved, to be told to the citizen");
    if (state == u"withdrawn")
        return Words::tr("withdrawn");
    if (state == u"submitted")
        return Words::tr("waiting for review");
    return state.toString();
}

Meaning meaning(QStringView state)
{
    if (state == u"sent" || state == u"confirmed")
        return Meaning::Waiting;
    if (state == u"answered" || state == u"accepted" || state == u"approved")
        return Meaning::Good;
    if (state == u"returned" || state == u"handed_back")
        return Meaning::Soon;
    return Meaning::Quiet;
}

QString role(bool lead)
{
    return lead ? Words::tr("Lead") : Words::tr("Co-handling");
}

QString whyEnded(const AssignmentEntry &entry)
{
    const QString listed = tradeWords::inLanguage(entry.reasonName, entry.reasonNameEn);
    if (listed.isEmpty() || entry.reason.isEmpty())
        return listed.isEmpty() ? entry.reason : listed;
    //: %1: a reason of the fixed list, %2: words beside it
    return Words::tr("%1: %2", "reason and words").arg(listed, entry.reason);
}

QString questionState(QStringView state)
{
    if (state == u"asked")
        return Words::tr("waits for the command centre");
    if (state == u"sent")
        return Words::tr("sent, waits for the citizen");
    if (state == u"answered")
        return Words::tr("answered by the citizen");
    return state == u"refused" ? Words::tr("not sent") : Words::tr("taken back");
}

Meaning questionMeaning(QStringView state)
{
    if (state == u"asked")
        return Meaning::Soon;
    if (state == u"sent")
        return Meaning::Waiting;
    return state == u"answered" ? Meaning::Good : Meaning::Quiet;
}

QString extensionState(QStringView state)
{
    if (state == u"asked")
        return Words::tr("waits for a supervisor");
    if (state == u"approved")
        return Words::tr("granted");
    return state == u"refused" ? Words::tr("refused") : Words::tr("taken back");
}

Meaning extensionMeaning(QStringView state)
{
    if (state == u"asked")
        return Meaning::Soon;
    return state == u"approved" ? Meaning::Good : Meaning::Quiet;
}

QString reminded(const AssignmentEntry &entry, const QDateTime &now)
{
    if (entry.reminders == 0)
        return {};
    const QString when = clockText::ago(entry.remindedAt, now);
    return entry.reminders == 1 ? Words::tr("Reminded once, %1").arg(when) : Words::tr("Reminded %1 times, the last time %2").arg(entry.reminders).arg(when);
}

QString proposed(const RuleProposal &proposal)
{
    QStringList parts;
    if (!proposal.unitName.isEmpty())
        parts.append(tradeWords::inLanguage(proposal.unitName, proposal.unitNameEn));
    if (!proposal.category.isEmpty())
        parts.append(Words::tr("category %1").arg(tradeWords::inLanguage(proposal.categoryName, proposal.categoryNameEn)));
    if (!proposal.urgency.isEmpty())
        parts.append(Words::tr("urgency %1").arg(urgency(proposal.urgency).toLower()));
    if (!proposal.track.isEmpty())
        parts.append(Words::tr("legal track %1").arg(tradeWords::inLanguage(proposal.trackName, proposal.trackNameEn)));
    if (proposal.dueAt.isValid())
        parts.append(Words::tr("answer by %1").arg(moment(proposal.dueAt)));
    return parts.join(u" · "_s);
}

QString because(const RuleProposal &proposal)
{
    QStringList words, reasons;
    for (const RuleProposal::Because &one : proposal.because) {
        const QString word = tradeWords::inLanguage(one.word, one.wordEn);
        if (one.what == u"word")
            words.append(u"“%1”"_s.arg(word));
        else if (one.what == u"category")
            reasons.append(Words::tr("the category is %1").arg(word));
        else if (one.what == u"area")
            reasons.append(Words::tr("the case lies in %1").arg(word));
        else if (one.what == u"track")
            reasons.append(Words::tr("the legal track is %1").arg(word));
        else if (one.what == u"channel")
            reasons.append(Words::tr("it came as: %1").arg(tradeWords::channel(one.word)));
        else if (one.what == u"media")
            reasons.append(one.word == u"none" ? Words::tr("nothing is attached") : Words::tr("it has: %1").arg(fileKind(one.word)));
    }
    if (!words.isEmpty())
        reasons.prepend(Words::tr("the citizen writes %1").arg(words.join(u", "_s)));
    return Words::tr("because: %1").arg(reasons.join(u"; "_s));
}

QString urgency(QStringView urgency)
{
    if (urgency == u"emergency")
        return Words::tr("Emergency");
    if (urgency == u"high")
        return Words::tr("High");
    return urgency == u"low" ? Words::tr("Low") : Words::tr("Medium");
}

QString category(const AssignmentCase &subject)
{
    return QLocale().language() == QLocale::Vietnamese || subject.categoryNameEn.isEmpty() ? subject.categoryName : subject.categoryNameEn;
}

QString reason(const Suggestion::Reason &reason)
{
    switch (reason.why) {
    case Suggestion::Rule:
        return Words::tr("the rule “%1” says so").arg(reason.word);
    case Suggestion::AreaOfCase:
        return Words::tr("the case lies in %1").arg(reason.word);
    case Suggestion::NameInText:
        return Words::tr("the citizen names “%1”").arg(reason.word);
    case Suggestion::FormerNameInText:
        return Words::tr("the citizen names “%1”, a former ward").arg(reason.word);
    case Suggestion::CategoryDefault:
        return Words::tr("this kind of matter goes there");
    case Suggestion::SimilarCases:
        if (reason.cases == 1)
            return reason.sameArea ? Words::tr("one similar case of this area last month") : Words::tr("one similar case last month");
        return (reason.sameArea ? Words::tr("%1 similar cases of this area last month") : Words::tr("%1 similar cases last month")).arg(reason.cases);
    }
    return {};
}

QString because(const Suggestion &suggestion)
{
    QStringList reasons;
    for (const Suggestion::Reason &one : suggestion.reasons)
        reasons.append(reason(one));
    return Words::tr("because: %1").arg(reasons.join(u"; "_s));
}

FailureWords refusal(const Failure &failure)
{
    const QString &code = failure.code;
    const QString unit = failure.facts[u"name"].toString();
    const QString kept = Words::tr("Nothing was sent; what you typed is kept.");
    if (code == u"stale_revision")
        return {changesSince(failure.facts), kept, Words::tr("Look again, then forward if it still makes sense.")};
    if (code == u"conflict_of_interest")
        return {unit.isEmpty() ? Words::tr("The complaint is about this unit or one above it.")
                               : Words::tr("The complaint is about %1: it may not be sent there.").arg(unit),
                kept, Words::tr("Choose a unit that is not concerned, such as the inspectorate.")};
    if (code == u"already_forwarded")
        return {Words::tr("%1 has this case already.").arg(unit), kept, Words::tr("Take it out of your choice, or withdraw the earlier forward first.")};
    if (code == u"not_holder" || code == u"held_by_other")
        return {holder(failure.facts), kept, Words::tr("Claim the case, or ask its holder.")};
    if (code == u"claim_expired")
        return {Words::tr("Your claim has run out."), kept, Words::tr("Claim the case again, then forward.")};
    if (code == u"not_classified" || code == u"wrong_status")
        return {Words::tr("The case is not ready to be forwarded: it has to be claimed and classified first."), kept, Words::tr("F2 classifies.")};
    if (code == u"lead_unit_missing")
        return {Words::tr("One unit must lead."), kept, Words::tr("Choose a lead unit with Enter.")};
    if (code == u"more_than_one_lead")
        return {Words::tr("The case has a lead unit already."), kept, Words::tr("Send to the new unit as co-handling, or withdraw the lead first.")};
    if (code == u"unit_not_valid" || code == u"unit_unknown")
        return {Words::tr("One of the units no longer exists."), kept, Words::tr("Choose the unit that took its place.")};
    if (code == u"unit_missing")
        return {Words::tr("No unit is chosen."), kept, Words::tr("Search, then Enter for the lead unit.")};
    if (code == u"reason_missing")
        return {Words::tr("A reason is needed."), Words::tr("Nothing was changed."), Words::tr("Say in a few words why.")};
    if (code == u"text_missing")
        return {Words::tr("The answer is empty."), Words::tr("Nothing was sent."), Words::tr("Write what was found and done.")};
    if (code == u"wrong_state")
        return {Words::tr("This forward has moved on: it is now “%1”.").arg(state(failure.facts[u"state"].toString())),
                Words::tr("Nothing was changed."), Words::tr("Look again.")};
    if (code == u"about_unit_missing")
        return {Words::tr("It is not said yet whom this complaint is about, so it goes only where its category goes."), kept,
                Words::tr("Say in the classification (F2) which unit it is about.")};
    if (code == u"reason_unknown")
        return {Words::tr("That reason is not in the list any more."), Words::tr("Nothing was changed."), Words::tr("Choose another reason.")};
    if (code == u"unit_is_external")
        return {Words::tr("%1 is not a unit of the city police: only the command centre sends cases there.").arg(unit), Words::tr("Nothing was changed."),
                Words::tr("Hand the case back and say where it belongs.")};
    if (code == u"question_open")
        return {Words::tr("A question to the citizen is still open."), Words::tr("What you typed is kept."), Words::tr("Wait for its answer, or take it back first.")};
    if (code == u"extension_open")
        return {Words::tr("More time was asked for already."), Words::tr("Nothing was changed."), Words::tr("Wait for the supervisor's decision.")};
    if (code == u"time_not_possible")
        return {Words::tr("That moment is not possible: it has passed, lies before the present deadline, or more than a year ahead."), Words::tr("Nothing was changed."),
                Words::tr("Choose a later moment.")};
    if (code == u"second_person_needed")
        return {Words::tr("Nobody decides what they asked for themselves."), Words::tr("Nothing was changed."), Words::tr("Another supervisor decides.")};
    if (code == u"question_not_found" || code == u"extension_not_found")
        return {Words::tr("It is not there any more, or not with your unit."), Words::tr("Nothing was changed."), Words::tr("Look again.")};
    if (code == u"answer_is_partial")
        return {Words::tr("This is a part of the answer; the unit still works on the rest."), Words::tr("Nothing was changed."), Words::tr("Wait for the whole answer, or return this part.")};
    if (code == u"window_closed")
        return {Words::tr("Facebook no longer lets the page write to this citizen."), kept, Words::tr("Tell the unit: do not send the question, and say why.")};
    if (code == u"empty_variable")
        return {Words::tr("A variable in the words is not filled."), kept, Words::tr("Write it in, or take it out.")};
    if (code == u"text_too_long")
        return {Words::tr("The words are too long: %1 characters, at most %2.").arg(failure.facts[u"is"].toInt()).arg(failure.facts[u"most"].toInt()), kept, Words::tr("Shorten them.")};
    if (code == u"assignment_not_found" || code == u"case_not_found" || code == u"no_row")
        return {Words::tr("This case is no longer with your unit."), Words::tr("What you typed is kept on this machine."),
                Words::tr("Ask the command centre if you still need it.")};
    if (code == u"file_known")
        return {Words::tr("The store has this very file already, in a case you may not read."), Words::tr("Nothing was sent."),
                Words::tr("Tell the command centre; they can take it from there.")};
    if (code == u"refused_too_large" || code == u"file_too_large")
        return {Words::tr("The file is larger than 100 MB."), Words::tr("The other files are kept."), Words::tr("Send a shorter piece of it.")};
    if (code == u"refused_type")
        return {Words::tr("Programs and scripts are not accepted."), Words::tr("The other files are kept."), Words::tr("Attach pictures, recordings or documents.")};
    if (code == u"refused_broken" || code == u"file_not_readable" || code == u"media_damaged")
        return {Words::tr("The file is empty, cannot be read, or changed while it was sent."), Words::tr("The other files are kept."),
                Words::tr("Open it to see that it is whole, then attach it again.")};
    if (code == u"file_not_writable")
        return {Words::tr("The copy cannot be written there."), Words::tr("Nothing was changed."), Words::tr("Choose another folder.")};
    return wordsFor(failure);
}

QString term(int amount, QStringView unit)
{
    const bool one = amount == 1;
    if (unit == u"minutes")
        return one ? Words::tr("1 minute") : Words::tr("%1 minutes").arg(amount);
    if (unit == u"hours")
        return one ? Words::tr("1 hour") : Words::tr("%1 hours").arg(amount);
    if (unit == u"days")
        return one ? Words::tr("1 day") : Words::tr("%1 days").arg(amount);
    if (unit == u"months")
        return one ? Words::tr("1 month") : Words::tr("%1 months").arg(amount);
    return one ? Words::tr("1 working day") : Words::tr("%1 working days").arg(amount);
}

QString until(const QDateTime &due, const QDateTime &now, const WorkCalendar &calendar)
{
    if (!due.isValid())
        return {};
    const qint64 seconds = now.secsTo(due);
    if (seconds <= 0)
        return Words::tr("This moment has passed.");
    if (seconds < 3600)
        return Words::tr("in %1", "a span of time").arg(term(int((seconds + 59) / 60), u"minutes"));
    if (seconds < 48 * 3600) {
        const int office = officeHours(now, due, calendar);
        const QString hours = term(int((seconds + 1800) / 3600), u"hours");
        return office == 0 ? Words::tr("in %1, none of it office time").arg(hours)
                           : Words::tr("in %1, of which %2 of office time").arg(hours, term(office, u"hours"));
    }
    // a term in days ends at 24:00, which is the day before to a reader
    const QDate from = now.toTimeZone(hanoiZone()).date();
    const QDate last = due.toTimeZone(hanoiZone()).addSecs(-1).date();
    //: %1: a number of working days, %2: a day
    return Words::tr("in %1, to the end of %2", "a span of time, a day")
        .arg(term(workingDays(from, last, calendar), u"working_days"), QLocale().dayName(last.dayOfWeek()) + u' ' + last.toString(u"dd/MM/yyyy"));
}

QString moment(const QDateTime &when)
{
    return when.isValid() ? when.toTimeZone(hanoiZone()).toString(u"HH:mm dd/MM/yyyy") : QString();
}

QString fileSize(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString fileKind(QStringView kind)
{
    if (kind == u"image")
        return Words::tr("Image");
    if (kind == u"video")
        return Words::tr("Video");
    return kind == u"audio" ? Words::tr("Recording") : Words::tr("File");
}

} // namespace trucban::assignmentWords
