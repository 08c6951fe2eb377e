// SPDX-License-Identifier: GPL-3.0-or-later
// audit verify, media verify, status: is everything still what it was, and how does the server stand.
#include "command.h"

namespace trucban::admin {

namespace {

Result<QJsonObject> verifyAudit(Context &context)
{
    return context.ask(u"admin/verify_audit"_s, [](Query &) {}, Database::Long).transform([](QJsonObject answer) {
        answer[u"wrong"_s] = !answer[u"first_fault"_s].isNull();
        return answer;
    });
}

// page by page, so that a large store does not hold one transaction open
Result<QJsonObject> verifyMedia(Context &context)
{
    qint64 checked = 0, bytes = 0, after = 0;
    for (;;) {
        const auto page = context.ask(u"admin/verify_media"_s, [&](Query &query) { query.bind(u"after"_s, after).bind(u"limit"_s, 50); }, Database::Long);
        if (!page)
            return failed(page.error());
        checked += page->value(u"checked"_s).toInteger();
        bytes += page->value(u"bytes"_s).toInteger();
        const QJsonValue fault = page->value(u"first_fault"_s);
        if (!fault.isNull() || page->value(u"last"_s).isNull())
            return QJsonObject{{u"checked"_s, checked}, {u"bytes"_s, bytes}, {u"first_fault"_s, fault}, {u"wrong"_s, !fault.isNull()}};
        after = page->value(u"last"_s).toInteger();
    }
}

Result<QJsonObject> status(Context &context)
{
    return context.ask(u"admin/status"_s, [](Query &) {}, Database::Long).transform([](QJsonObject answer) {
        answer[u"program_schema"_s] = schema::own();
        answer[u"roles"_s] = answer.take(u"people"_s);
        const QDateTime oldest = QDateTime::fromString(answer[u"journal"_s][u"oldest_pending_at"_s].toString(), Qt::ISODate);
        answer[u"lag"_s] = QJsonObject{{u"journal_seconds"_s, oldest.isValid() ? oldest.secsTo(QDateTime::currentDateTimeUtc()) : 0},
                                       {u"replicas"_s, answer.take(u"replicas"_s)}};
        return answer;
    });
}

Command plain(const QString &name, const QString &sentence, Result<QJsonObject> (*run)(Context &))
{
    return {name, {}, sentence, {}, {}, [name, run](Context &context) -> Result<QJsonObject> {
                if (!context.words.isEmpty())
                    return usage(name + u" takes no operand"_s);
                return run(context);
            }};
}

} // namespace

std::vector<Command> verifyCommands()
{
    return {
        plain(u"audit verify"_s, u"Checks the chain of the audit log: counts and the first fault."_s, verifyAudit),
        plain(u"media verify"_s, u"Checks sealed media against their SHA-256: counts and the first fault."_s, verifyMedia),
        plain(u"status"_s, u"Shows schema version, roles, sizes, lag and queue depths."_s, status),
    };
}

} // namespace trucban::admin
