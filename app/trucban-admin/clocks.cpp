// SPDX-License-Identifier: GPL-3.0-or-later
// clocks, due: who held a case for how long, and when a term is over.
#include "command.h"

#include "domain/deadlines.h"

namespace trucban::admin {

namespace {

Result<QJsonObject> clocks(Context &context)
{
    if (context.words.size() != 1)
        return usage(u"which case? clocks NUMBER, as in 26-004217"_s);
    return context.ask(u"admin/clocks"_s, [&](Query &query) { query.bind(u"number"_s, context.words.first()); });
}

/// A moment as people write it; without an offset it is Hanoi's, a date alone is its first second.
std::optional<QDateTime> momentFrom(const QString &words)
{
    QDateTime at = QDateTime::fromString(words, Qt::ISODateWithMs);
    if (at.isValid() && at.timeSpec() == Qt::LocalTime)
        at = QDateTime(at.date(), at.time(), hanoiZone());
    return at.isValid() ? std::optional(at) : std::nullopt;
}

Result<QJsonObject> due(Context &context)
{
    if (!context.words.isEmpty())
        return usage(u"due takes options only"_s);
    const auto amount = context.arguments.number(u"amount"_s, 0);
    if (!amount)
        return failed(amount.error());
    const QString unit = context.arguments.value(u"unit"_s);
    const auto termUnit = termUnitFromWord(unit);
    if (!context.arguments.has(u"amount"_s) || !termUnit)
        return usage(u"how long? --amount N --unit minutes|hours|days|working_days|months"_s);
    const auto from = momentFrom(context.arguments.value(u"from"_s));
    if (!from)
        return usage(u"from when? --from takes a time such as 2027-02-04T15:30:00+07:00"_s);
    auto answer = context.ask(u"admin/due"_s, [&](Query &query) {
        query.bind(u"from"_s, *from).bind(u"amount"_s, int(*amount)).bind(u"unit"_s, unit).bind(u"calendar"_s, context.arguments.value(u"calendar"_s, u"office"_s));
    });
    return answer.transform([&](QJsonObject shown) {
        QDateTime at = QDateTime::fromString(shown[u"due_at"_s].toString(), Qt::ISODateWithMs).toTimeZone(hanoiZone());
        // 24:00 is the last second of its day to people, not the first of the next
        if (*termUnit != Term::Minutes && *termUnit != Term::Hours)
            at = at.addSecs(-1);
        shown[u"due_at"_s] = at.toOffsetFromUtc(at.offsetFromUtc()).toString(Qt::ISODate);
        return shown;
    });
}

} // namespace

std::vector<Command> clockCommands()
{
    return {
        {u"clocks"_s, u"NUMBER"_s, u"Shows who held a case in each stage, for how long, and what was due when; the seconds add up to its age."_s, {}, {}, clocks},
        {u"due"_s, {}, u"Works out when a term is over under a calendar (duty, office, criminal …) and which days it passed over, and why."_s,
         {u"amount"_s, u"unit"_s, u"from"_s, u"calendar"_s}, {}, due},
    };
}

} // namespace trucban::admin
