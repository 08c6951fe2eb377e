// SPDX-License-Identifier: GPL-3.0-or-later
// journal, replay: the raw events as they came, before anything was understood.
#include "command.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStringDecoder>

namespace trucban::admin {

namespace {

Result<qint64> entryId(const QString &word)
{
    bool fine = false;
    const qint64 id = word.toLongLong(&fine);
    if (!fine || id < 1)
        return usage(word + u" is not the number of a journal entry"_s);
    return id;
}

Result<QJsonObject> counts(Context &context)
{
    if (!context.words.isEmpty())
        return usage(u"journal alone counts; else: journal list, journal show ID, journal reprocess [ID]"_s);
    return context.ask(u"admin/journal_counts"_s, [](Query &) {}, Database::Long);
}

Result<QJsonObject> list(Context &context)
{
    const auto limit = context.arguments.number(u"limit"_s, 50);
    const auto after = context.arguments.number(u"after"_s, 0, 1);
    if (!limit || !after)
        return failed(limit ? after.error() : limit.error());
    return context.ask(u"admin/journal_list"_s, [&](Query &query) {
        query.bind(u"state"_s, context.arguments.maybe(u"state"_s)).bind(u"limit"_s, *limit).bind(u"after"_s, *after > 0 ? std::optional(*after) : std::nullopt);
    });
}

// the body as text where it is text, else in base64
QJsonObject shown(const Row &row)
{
    const QByteArray body = row.get<QByteArray>(u"body");
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8(body);
    QJsonObject entry{{u"id"_s, row.get<qint64>(u"id")}, {u"received_at"_s, row.get<QDateTime>(u"received_at").toString(Qt::ISODateWithMs)},
                      {u"origin"_s, row.get<QString>(u"origin")}, {u"state"_s, row.get<QString>(u"state")}, {u"attempts"_s, row.get<int>(u"attempts")},
                      {u"error"_s, row.get<QString>(u"error")}, {u"bytes"_s, body.size()}};
    if (!row.isNull(u"processed_at"))
        entry[u"processed_at"_s] = row.get<QDateTime>(u"processed_at").toString(Qt::ISODateWithMs);
    if (!row.isNull(u"headers"))
        entry[u"headers"_s] = row.get<QString>(u"headers");
    if (utf8.hasError())
        entry[u"body_base64"_s] = QString::fromLatin1(body.toBase64());
    else
        entry[u"body"_s] = text;
    return entry;
}

Result<QJsonObject> show(Context &context)
{
    if (context.words.size() != 1)
        return usage(u"which entry? journal show ID"_s);
    return entryId(context.words.first()).and_then([&](qint64 id) {
        return context.write([id](Session &session) { return session.query(u"admin/journal_show"_s).bind(u"id"_s, id).one(shown); });
    });
}

Result<QJsonObject> reprocess(Context &context)
{
    if (context.words.size() > 1)
        return usage(u"journal reprocess [ID]: one entry, or every rejected one"_s);
    std::optional<qint64> id;
    if (!context.words.isEmpty()) {
        const auto given = entryId(context.words.first());
        if (!given)
            return failed(given.error());
        id = *given;
    }
    return context.ask(u"admin/journal_reprocess"_s, [&](Query &query) { query.bind(u"id"_s, id).bind(u"request"_s, newRequest()); }, Database::Long);
}

Result<QStringList> filesOf(const QStringList &paths)
{
    QStringList files;
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (info.isDir()) {
            QStringList inside;
            for (QDirIterator walk(path, {u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories); walk.hasNext();)
                inside.append(walk.next());
            inside.sort();
            files += inside;
        } else if (info.isFile()) {
            files.append(path);
        } else {
            return failed(Failure::Invalid, u"file_not_found"_s, path + u" is not there"_s);
        }
    }
    return files;
}

// as large a body as the door accepts
constexpr qint64 largest = 8 * 1024 * 1024;

Result<QByteArray> bodyOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failed(Failure::Invalid, u"file_unreadable"_s, u"%1: %2"_s.arg(path, file.errorString()));
    if (file.size() > largest)
        return failed(Failure::Invalid, u"file_too_large"_s, u"%1 is larger than a webhook may be"_s.arg(path));
    return file.readAll();
}

Result<QJsonObject> replay(Context &context)
{
    if (context.words.isEmpty())
        return usage(u"which files? replay PATH…"_s);
    const auto files = filesOf(context.words);
    if (!files)
        return failed(files.error());
    if (files->isEmpty())
        return failed(Failure::Invalid, u"nothing_to_replay"_s, u"there is no *.json file in there"_s);
    QList<QByteArray> bodies;
    for (const QString &path : *files) {
        auto body = bodyOf(path);
        if (!body)
            return failed(body.error());
        bodies.append(*std::move(body));
    }
    return context.ask(u"admin/replay"_s, [&](Query &query) { query.bind(u"bodies"_s, bodies).bind(u"request"_s, newRequest()); }, Database::Long);
}

} // namespace

std::vector<Command> journalCommands()
{
    return {
        {u"journal"_s, {}, u"Counts events: received = processed + rejected + pending."_s, {}, {}, counts},
        {u"journal list"_s, {}, u"Lists events, newest first."_s, {u"state"_s, u"limit"_s, u"after"_s}, {}, list},
        {u"journal show"_s, u"ID"_s, u"Shows an event as it came; the reading is logged."_s, {}, {}, show},
        {u"journal reprocess"_s, u"[ID]"_s, u"Gives one event, or every rejected one, to the gateway once more."_s, {}, {}, reprocess},
        {u"replay"_s, u"PATH…"_s, u"Puts webhook bodies from files (or folders of *.json) into the journal, as if Facebook had sent them."_s, {}, {}, replay},
    };
}

} // namespace trucban::admin
