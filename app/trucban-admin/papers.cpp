// SPDX-License-Identifier: GPL-3.0-or-later
// slip, report, register: papers into files; each is written down in the audit log before it leaves.
#include "command.h"

#include "domain/deadlines.h"
#include "paper/registers.h"
#include "paper/report.h"
#include "paper/slip.h"

#include <QFileInfo>

namespace trucban::admin {

namespace {

const QStringList formats{u"pdf"_s, u"csv"_s, u"xlsx"_s};
const QStringList reportKinds{u"daily"_s, u"weekly"_s, u"monthly"_s};

Result<QJsonObject> answerOf(Query query)
{
    return query.one([](const Row &row) { return row.get<QJsonObject>(u"answer"); });
}

Result<QJsonObject> logged(Session &session, const QString &what, QJsonObject facts)
{
    facts[u"by"_s] = u"trucban-admin"_s;
    return answerOf(session.query(u"paper/log_export"_s).bind(u"what"_s, what).bind(u"facts"_s, facts).bind(u"request"_s, newRequest()));
}

Result<QJsonObject> slip(Context &context)
{
    if (context.words.size() != 1 || context.arguments.value(u"pdf"_s).isEmpty())
        return usage(u"which case, and into which file? slip NUMBER --pdf FILE"_s);
    const QString number = context.words.first(), file = context.arguments.value(u"pdf"_s);
    const auto sheet = context.write([&](Session &session) {
        return answerOf(session.query(u"paper/inspect_slip"_s).bind(u"number"_s, number)).and_then([&](const QJsonObject &answer) {
            return logged(session, u"slip"_s, {{u"case"_s, number}, {u"number"_s, answer[u"number"]}, {u"format"_s, u"pdf"_s}, {u"file"_s, QFileInfo(file).fileName()}}).transform([&](const QJsonObject &) { return answer; });
        });
    });
    if (!sheet)
        return failed(sheet.error());
    const paper::Slip slip = paper::Slip::from(*sheet);
    return paper::slipPdf({slip}, file).transform([&](int pages) {
        return QJsonObject{{u"file"_s, file}, {u"pages"_s, pages}, {u"case"_s, slip.caseNumber}, {u"number"_s, (*sheet)[u"number"]}, {u"state"_s, (*sheet)[u"state"]}, {u"draft"_s, slip.draft},
                           {u"code"_s, slip.code}, {u"qr"_s, slip.codeText()}, {u"unit"_s, slip.unit}};
    });
}

Result<QJsonObject> checkSlip(Context &context)
{
    if (context.words.size() != 2)
        return usage(u"slip check takes the case number and the check code of the paper"_s);
    return context.ask(u"paper/check_slip"_s, [&](Query &query) { query.bind(u"number"_s, context.words.at(0)).bind(u"code"_s, context.words.at(1)); })
        .transform([](QJsonObject answer) {
            if (!answer[u"valid"].toBool())
                answer[u"wrong"_s] = true;
            return answer;
        });
}

Result<QJsonObject> verifyPapers(Context &context)
{
    if (!context.words.isEmpty())
        return usage(u"papers verify takes nothing more"_s);
    return context.ask(u"paper/verify_papers"_s, [](Query &) {}, Database::Long).transform([](QJsonObject answer) {
        answer[u"wrong"_s] = answer[u"first_fault"].isObject();
        return answer;
    });
}

struct Wanted {
    QString kind, format, file;
};

Result<Wanted> wanted(const Context &context, const QString &command)
{
    const Wanted asked{context.words.value(0), context.arguments.value(u"format"_s, u"pdf"_s), context.words.value(1)};
    if (context.words.size() != 2 || !formats.contains(asked.format))
        return usage(u"%1 KIND … --format pdf|csv|xlsx FILE"_s.arg(command));
    return asked;
}

Result<QDate> dayOf(const Context &context, const QString &name, const QDate &otherwise)
{
    if (!context.arguments.has(name))
        return otherwise;
    const QDate day = QDate::fromString(context.arguments.value(name), Qt::ISODate);
    if (!day.isValid())
        return usage(u"--%1 takes a day such as 2026-11-24"_s.arg(name));
    return day;
}

QDate today()
{
    return QDateTime::currentDateTimeUtc().toTimeZone(hanoiZone()).date();
}

QJsonObject written(const Wanted &asked, const paper::DocumentWriter &document)
{
    QJsonObject answer{{u"file"_s, asked.file}, {u"kind"_s, asked.kind}, {u"format"_s, asked.format}, {u"rows"_s, document.rows()}};
    if (document.pages() > 0)
        answer[u"pages"_s] = document.pages();
    return answer;
}

Result<QJsonObject> report(Context &context)
{
    const auto asked = wanted(context, u"report"_s);
    if (!asked)
        return failed(asked.error());
    if (!reportKinds.contains(asked->kind))
        return usage(u"report daily|weekly|monthly --date D --format pdf|csv|xlsx FILE"_s);
    const auto day = dayOf(context, u"date"_s, today());
    if (!day)
        return failed(day.error());
    const auto data = context.write([&](Session &session) {
        return answerOf(session.query(u"paper/read_report"_s).bind(u"kind"_s, asked->kind).bind(u"day"_s, *day)).and_then([&](const QJsonObject &answer) {
            return logged(session, u"report"_s, {{u"kind"_s, asked->kind}, {u"from"_s, answer[u"from"]}, {u"format"_s, asked->format}, {u"file"_s, QFileInfo(asked->file).fileName()}}).transform([&](const QJsonObject &) { return answer; });
        });
    }, Database::Long);
    if (!data)
        return failed(data.error());
    const auto document = paper::documentFor(asked->format, asked->file, paper::reportTitle(*data), paper::Sheet());
    paper::writeReport(*data, *document);
    return document->end().transform([&] {
        QJsonObject answer = written(*asked, *document);
        answer[u"from"_s] = (*data)[u"from"];
        answer[u"to"_s] = (*data)[u"to"];
        return answer;
    });
}

/// Page after page into the document, as many rows as there are. Pages are drawn here and not where the rows are read: fonts belong to a thread.
Result<> stream(Database &database, const paper::RegisterSpec &spec, const QDate &from, const QDate &to, paper::DocumentWriter &document)
{
    QString after;
    do {
        const auto page = database.read([&](Session &session) {
            return answerOf(session.query(u"paper/read_register"_s).bind(u"kind"_s, spec.kind).bind(u"from"_s, from.startOfDay(hanoiZone())).bind(u"to"_s, to.addDays(1).startOfDay(hanoiZone()))
                .bind(u"after"_s, after).bind(u"limit"_s, 500));
        }, Database::Long).result();
        if (!page)
            return failed(page.error());
        for (const QJsonValue &row : (*page)[u"rows"].toArray())
            document.row(spec.cells(document.rows() + 1, row.toObject()));
        after = (*page)[u"next"].toString();
    } while (!after.isEmpty());
    return {};
}

Result<QJsonObject> registerBook(Context &context)
{
    const auto asked = wanted(context, u"register"_s);
    if (!asked)
        return failed(asked.error());
    const paper::RegisterSpec *spec = paper::registerOf(asked->kind);
    if (!spec)
        return usage(u"register intake|crime|visits|outgoing|shift_book --from D --to D --format pdf|csv|xlsx FILE"_s);
    const auto from = dayOf(context, u"from"_s, today());
    const auto to = dayOf(context, u"to"_s, today());
    if (!from || !to)
        return failed((from ? to : from).error());
    const auto head = context.write([&](Session &session) {
        return logged(session, u"register"_s, {{u"kind"_s, asked->kind}, {u"from"_s, from->toString(Qt::ISODate)}, {u"to"_s, to->toString(Qt::ISODate)}, {u"format"_s, asked->format}, {u"file"_s, QFileInfo(asked->file).fileName()}})
            .and_then([&](const QJsonObject &) { return answerOf(session.query(u"paper/head"_s)); });
    });
    if (!head)
        return failed(head.error());
    const auto document = paper::documentFor(asked->format, asked->file, spec->title, paper::Sheet::registerSheet());
    document->begin(paper::registerHead(*spec, *from, *to, *head, QDateTime::currentDateTimeUtc().toTimeZone(hanoiZone())));
    document->section({}, {}, spec->columns);
    Database database(context.options);
    if (const auto done = stream(database, *spec, *from, *to, *document); !done)
        return failed(done.error());
    return document->end().transform([&] { return written(*asked, *document); });
}

} // namespace

std::vector<Command> paperCommands()
{
    return {
        {u"slip"_s, u"NUMBER"_s, u"Writes the newest transfer slip of a case as PDF; a draft where none is signed yet."_s, {u"pdf"_s}, {}, slip, false, true},
        {u"slip check"_s, u"NUMBER CODE"_s, u"Tells whether the case number and the check code of a paper belong together."_s, {}, {}, checkSlip},
        {u"papers verify"_s, {}, u"Checks signed slips, hand-overs and kept reports against the audit log, and slips for missing numbers."_s, {}, {}, verifyPapers},
        {u"report"_s, u"daily|weekly|monthly FILE"_s, u"Writes the report of the day, week or month that --date lies in."_s, {u"date"_s, u"format"_s}, {}, report, false, true},
        {u"register"_s, u"intake|crime|visits|outgoing|shift_book FILE"_s, u"Writes a register from one day to another with all its rows."_s, {u"from"_s, u"to"_s, u"format"_s}, {}, registerBook, false, true},
    };
}

} // namespace trucban::admin
