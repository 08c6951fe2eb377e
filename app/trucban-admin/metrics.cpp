// SPDX-License-Identifier: GPL-3.0-or-later
// metrics: what the dashboard and the wall count, in numbers and in words.
#include "command.h"

#include "domain/deadlines.h"

#include <QDate>
#include <QJsonArray>
#include <QTimeZone>

namespace trucban::admin {

namespace {

const QStringList splits{u"unit"_s, u"category"_s, u"officer"_s, u"shift"_s, u"area"_s, u"hour"_s, u"head"_s};

/// A day in Hanoi or a moment; the end of a period given as a day is the end of that day.
Result<QString> moment(const Arguments &arguments, const QString &name, bool isEnd)
{
    const QTimeZone hanoi = hanoiZone();
    const QDate today = QDateTime::currentDateTimeUtc().toTimeZone(hanoi).date();
    const QString given = arguments.value(name, (isEnd ? today : QDate(today.year(), today.month(), 1)).toString(Qt::ISODate));
    const QDate day = QDate::fromString(given, Qt::ISODate);
    if (given.size() == 10 && day.isValid())
        return QDateTime(isEnd ? day.addDays(1) : day, QTime(0, 0), hanoi).toString(Qt::ISODate);
    QDateTime at = QDateTime::fromString(given, Qt::ISODateWithMs);
    if (!at.isValid())
        return usage(u"--%1 is a day (2026-11-24) or a moment (2026-11-24T08:00:00+07:00), not «%2»"_s.arg(name, given));
    if (at.timeSpec() == Qt::LocalTime) // without a zone: Hanoi, whatever this machine thinks
        at.setTimeZone(hanoi);
    return at.toString(Qt::ISODateWithMs);
}

// a table for people: what opens the cases is for programs
QJsonObject forPeople(QJsonObject answer)
{
    QJsonArray rows;
    for (const QJsonValue &value : answer[u"rows"_s].toArray()) {
        QJsonObject row = value.toObject();
        row.remove(u"filter"_s);
        row.remove(u"part_name"_s);
        row.remove(u"name_en"_s);
        if (!row.contains(u"part"_s))
            row[u"part"_s] = u"(all)"_s;
        rows.append(row);
    }
    answer[u"rows"_s] = rows;
    return answer;
}

Result<QJsonObject> metrics(Context &context)
{
    if (context.words.size() > 1)
        return usage(u"one metric at a time, or none for the list of them"_s);
    if (context.words.isEmpty())
        return context.ask(u"admin/metrics"_s, [](Query &) {});
    const auto by = context.arguments.maybe(u"by"_s);
    if (by && !splits.contains(*by))
        return usage(u"--by is one of "_s + splits.join(u", "_s));
    const auto from = moment(context.arguments, u"from"_s, false), to = moment(context.arguments, u"to"_s, true);
    if (!from || !to)
        return failed(from ? to.error() : from.error());
    return context.ask(u"admin/metric"_s, [&](Query &query) {
        query.bind(u"name"_s, context.words.first()).bind(u"from"_s, *from).bind(u"to"_s, *to).bind(u"by"_s, by);
    }).transform([&](const QJsonObject &answer) { return context.arguments.has(u"json"_s) ? answer : forPeople(answer); });
}

} // namespace

std::vector<Command> metricCommands()
{
    return {{u"metrics"_s, u"[NAME]"_s,
             u"Counts what the dashboard counts, with its definition; without NAME lists what there is. --from and --to are days in Hanoi, both counted (or moments); --by unit, category, officer, shift, area, hour or head."_s,
             {u"from"_s, u"to"_s, u"by"_s}, {}, metrics}};
}

} // namespace trucban::admin
