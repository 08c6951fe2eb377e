// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/channels/facebook/parse.h"

#include "gateway/channels/facebook/json_read.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStringDecoder>

namespace trucban::gateway::facebook {

namespace {

// Facebook sends at most 1,000 in one body; more than this is somebody playing with a stolen secret
constexpr qsizetype mostEvents = 5'000;

std::unexpected<Failure> notUnderstood(const QJsonParseError &error)
{
    const QString where = u"at byte %1: %2"_s.arg(error.offset).arg(error.errorString());
    switch (error.error) {
    case QJsonParseError::DeepNesting:
    case QJsonParseError::DocumentTooLarge: return failed(Failure::Invalid, u"too_deep"_s, where);
    case QJsonParseError::IllegalUTF8String: return failed(Failure::Invalid, u"not_utf8"_s, where);
    default: return failed(Failure::Invalid, u"not_json"_s, where);
    }
}

void appendAll(QList<Event> &events, const QJsonValue &list, const Event &frame, QList<Event> (*parseOne)(const QJsonObject &, const Event &))
{
    const QJsonArray items = list.toArray();
    for (const QJsonValue &item : items) {
        if (events.size() > mostEvents)
            return;
        events += parseOne(item.toObject(), frame);
    }
}

void appendEntry(QList<Event> &events, const QJsonObject &entry)
{
    Event frame;
    frame.pageId = idOf(entry[u"id"_s]);
    frame.entryTime = momentOf(entry[u"time"_s]);
    appendAll(events, entry[u"messaging"_s], frame, parseMessaging);
    appendAll(events, entry[u"changes"_s], frame, parseChange);
    frame.standby = true;
    appendAll(events, entry[u"standby"_s], frame, parseMessaging);
}

} // namespace

Result<QList<Event>> parse(const QByteArray &body)
{
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = utf8.decode(body); // Qt's reader alone lets some ill-formed sequences pass
    if (utf8.hasError())
        return failed(Failure::Invalid, u"not_utf8"_s);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return notUnderstood(error);
    const QJsonObject envelope = document.object();
    if (!document.isObject() || !envelope[u"entry"_s].isArray())
        return failed(Failure::Invalid, u"not_an_envelope"_s);
    const QString object = textOf(envelope[u"object"_s]);
    if (object != u"page"_s)
        return failed(Failure::Invalid, u"other_object"_s, object.left(64));

    QList<Event> events;
    const QJsonArray entries = envelope[u"entry"_s].toArray();
    for (const QJsonValue &entry : entries)
        appendEntry(events, entry.toObject());
    if (events.size() > mostEvents)
        return failed(Failure::Invalid, u"too_many_events"_s);
    return events;
}

QString keyFromContent(QStringView kind, const QByteArray &raw)
{
    const QByteArray hash = QCryptographicHash::hash(raw, QCryptographicHash::Sha256).toHex().left(32);
    return u"%1:%2"_s.arg(kind, QString::fromLatin1(hash));
}

QString messageKindOf(const QString &text, const QList<IncomingAttachment> &attachments)
{
    QStringList kinds;
    for (const IncomingAttachment &attachment : attachments)
        if (!kinds.contains(attachment.kind))
            kinds << attachment.kind;
    if (kinds.isEmpty())
        return text.isEmpty() ? u"unsupported"_s : u"text"_s;
    if (kinds.size() > 1)
        return u"mixed"_s;
    if (text.isEmpty())
        return kinds.first();
    return kinds.first() == u"link"_s ? u"text"_s : u"mixed"_s; // a typed link brings its own preview
}

} // namespace trucban::gateway::facebook
