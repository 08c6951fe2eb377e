// SPDX-License-Identifier: GPL-3.0-or-later
// cases, case: what citizens wrote and what became of it.
#include "command.h"

namespace trucban::admin {

namespace {

const QStringList statuses{u"new"_s, u"claimed"_s, u"classified"_s, u"forwarded"_s, u"handed_back"_s, u"answered"_s, u"released"_s,
                           u"published"_s, u"closed"_s, u"rejected"_s, u"duplicate"_s, u"reopened"_s};

Result<QJsonObject> cases(Context &context)
{
    if (!context.words.isEmpty())
        return usage(u"cases takes options only; one case is: case NUMBER"_s);
    QJsonObject filter;
    for (const QString &name : {u"status"_s, u"unit"_s, u"category"_s, u"search"_s}) {
        if (context.arguments.has(name))
            filter[name] = context.arguments.value(name);
    }
    if (filter.contains(u"status"_s) && !statuses.contains(filter[u"status"_s].toString()))
        return usage(u"--status is one of "_s + statuses.join(u", "_s));
    const auto limit = context.arguments.number(u"limit"_s, 50);
    if (!limit)
        return failed(limit.error());
    std::optional<qint64> after;
    if (context.arguments.has(u"after"_s)) {
        bool fine = false;
        after = context.arguments.value(u"after"_s).toLongLong(&fine);
        if (!fine)
            return usage(u"--after takes the `next` of the page before"_s);
    }
    return context.ask(u"admin/cases"_s, [&](Query &query) { query.bind(u"filter"_s, filter).bind(u"limit"_s, *limit).bind(u"after"_s, after); });
}

Result<QJsonObject> oneCase(Context &context)
{
    if (context.words.size() != 1)
        return usage(u"which case? case NUMBER, as in 26-004217"_s);
    return context.ask(u"admin/case"_s, [&](Query &query) { query.bind(u"number"_s, context.words.first()); });
}

} // namespace

std::vector<Command> caseCommands()
{
    return {
        {u"cases"_s, {}, u"Lists cases, newest first; --after takes the `next` of the page before."_s,
         {u"status"_s, u"unit"_s, u"category"_s, u"search"_s, u"limit"_s, u"after"_s}, {}, cases},
        {u"case"_s, u"NUMBER"_s, u"Shows the whole of a case: messages, events, assignments, outbox, posts."_s, {}, {}, oneCase},
    };
}

} // namespace trucban::admin
