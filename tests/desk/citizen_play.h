// SPDX-License-Identifier: GPL-3.0-or-later
// CitizenPlay: a citizen writes, as the gateway would tell it; and what Facebook then does with our answers.
#pragma once

#include "base/ids.h"
#include "media/pg_media_store.h"
#include "support/scratch_database.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace trucban::tests {

class CitizenPlay
{
public:
    explicit CitizenPlay(ScratchDatabase &scratch) : m_scratch(scratch), m_gateway(scratch.connectAs(u"gateway"_s)), store(m_gateway, media::PgMediaStore::Gateway) {}

    /// A message that came `minutesAgo`; the case it lies in
    CaseId writes(const QString &text, int minutesAgo = 0, const QString &person = u"psid-1"_s, const QJsonArray &attachments = {}, const QString &channel = u"messenger"_s)
    {
        QJsonObject event{{u"type"_s, u"message"_s}, {u"channel"_s, channel}, {u"direction"_s, u"in"_s},
                          {u"kind"_s, channel == "comment"_L1 ? u"comment"_s : attachments.isEmpty() ? u"text"_s : attachments.size() > 1 || !text.isEmpty() ? u"mixed"_s : attachments.first()[u"kind"].toString()},
                          {u"person_id"_s, person}, {u"name"_s, u"Nguyễn Văn Kín"_s}, {u"thread_key"_s, person}, {u"platform_id"_s, u"m_%1"_s.arg(++m_count)},
                          {u"text"_s, text}, {u"raw_text"_s, text}, {u"sent_at"_s, QDateTime::currentDateTimeUtc().addSecs(-60 * minutesAgo).toString(Qt::ISODateWithMs)},
                          {u"attachments"_s, attachments}};
        const QJsonObject answer = QJsonDocument::fromJson(apply(event).toUtf8()).object();
        return CaseId{answer[u"case"].toInteger()};
    }
    QString apply(const QJsonObject &event) const
    {
        return m_scratch.ask(u"SELECT intake.apply(NULL, 'page', $json$%1$json$::jsonb)"_s.arg(QString::fromUtf8(QJsonDocument(event).toJson(QJsonDocument::Compact))));
    }
    /// the bytes of the attachment `ordinal` of the newest message of the case
    MediaId stores(CaseId id, int ordinal, const QByteArray &bytes, const QString &mime, const QString &kind)
    {
        const MediaId media = store.put(*media::MediaSpool::of(bytes), mime, kind).result().value_or(MediaId{});
        m_scratch.ask(u"SELECT intake.attachment_stored((SELECT a.id FROM core.attachment a WHERE a.message_id = (SELECT max(message_id) FROM core.attachment WHERE case_id = %1) "
                      "ORDER BY a.ordinal OFFSET %2 LIMIT 1), %3)"_s
                          .arg(id.value).arg(ordinal).arg(media.value));
        return media;
    }
    Database &gateway() { return m_gateway; }

private:
    ScratchDatabase &m_scratch;
    Database m_gateway;
    int m_count = 0;

public:
    media::PgMediaStore store;
};

} // namespace trucban::tests
