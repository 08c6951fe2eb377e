// SPDX-License-Identifier: GPL-3.0-or-later
// What a test story begins with: citizens' messages, taken in through the same door as the gateway's.
#pragma once

#include "support/scratch_database.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

namespace trucban {

struct GivenMessage {
    QString citizen = u"psid-1"_s; // a Messenger person; a new one opens a new case
    QString text;
    QString urgency = u"medium"_s;
    QDateTime sentAt = QDateTime::currentDateTimeUtc();
    QJsonArray attachments;
};

/// The id of the case the message lies in
inline CaseId given(const ScratchDatabase &scratch, const GivenMessage &message)
{
    static int serial = 0;
    const QJsonObject event{{u"type"_s, u"message"_s}, {u"channel"_s, u"messenger"_s}, {u"direction"_s, u"in"_s}, {u"kind"_s, u"text"_s},
                            {u"person_id"_s, message.citizen}, {u"thread_key"_s, message.citizen}, {u"platform_id"_s, u"m_%1"_s.arg(++serial)},
                            {u"text"_s, message.text}, {u"sent_at"_s, message.sentAt.toString(Qt::ISODateWithMs)}, {u"urgency"_s, message.urgency},
                            {u"attachments"_s, message.attachments}};
    QString json = QString::fromUtf8(QJsonDocument(event).toJson(QJsonDocument::Compact));
    json.replace(u'\'', u"''"_s);
    return CaseId{scratch.ask(u"SELECT intake.apply(NULL, 'page', '%1') ->> 'case'"_s.arg(json)).toLongLong()};
}

/// Many cases at once, one a citizen, the first the oldest; `text` has the number in place of %.
inline void givenMany(const ScratchDatabase &scratch, int count, const QString &text = u"Tin số %"_s)
{
    scratch.ask(u"SELECT count(intake.apply(NULL, 'page', jsonb_build_object('type', 'message', 'channel', 'messenger', 'direction', 'in', 'kind', 'text', "
                "'person_id', 'many-' || n, 'thread_key', 'many-' || n, 'platform_id', 'many-' || n || '-' || clock_timestamp(), "
                "'text', replace('%1', '%', n::text), 'sent_at', now() - make_interval(mins => 5000) + make_interval(secs => n)))) FROM generate_series(1, %2) n"_s
                    .arg(text).arg(count));
}

} // namespace trucban
