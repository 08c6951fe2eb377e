// SPDX-License-Identifier: GPL-3.0-or-later
#include "citizens.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace samples {

static SampleAttachment attachmentFrom(const QJsonObject &object)
{
    SampleAttachment one {.kind = object.value(u"type"_s).toString(),
                          .fileName = object.value(u"filename"_s).toString(),
                          .mime = object.value(u"mime"_s).toString(),
                          .sizeBytes = object.value(u"size_bytes"_s).toInteger(),
                          .seconds = object.value(u"duration_s"_s).toDouble(),
                          .described = object};
    for (const QJsonValue &what : object.value(u"contains"_s).toArray())
        one.contains.append(what.toString());
    return one;
}

static SampleMessage messageFrom(const QJsonObject &object)
{
    SampleMessage message {.id = object.value(u"id"_s).toString(),
                           .channel = object.value(u"channel"_s).toString(u"messenger"_s),
                           .thread = object.value(u"thread_id"_s).toString(),
                           .name = object.value(u"sender_name"_s).toString(),
                           .person = object.value(u"sender_psid"_s).toString(),
                           .text = object.value(u"text"_s).toString(),
                           .subtype = object.value(u"expected"_s).toObject().value(u"subtype"_s).toString(),
                           .receivedAt = object.value(u"received_at"_s).toString()};
    for (const QJsonValue &one : object.value(u"attachments"_s).toArray())
        message.attachments.append(attachmentFrom(one.toObject()));
    return message;
}

std::optional<QList<SampleMessage>> readCitizens(const QString &path, QString &trouble)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        trouble = u"%1 cannot be read: %2"_s.arg(path, file.errorString());
        return {};
    }
    QList<SampleMessage> messages;
    for (int number = 1; !file.atEnd(); ++number) {
        const QByteArray line = file.readLine().trimmed();
        if (line.isEmpty())
            continue;
        QJsonParseError error;
        const QJsonObject object = QJsonDocument::fromJson(line, &error).object();
        if (object.isEmpty() || object.value(u"id"_s).toString().isEmpty()) {
            trouble = u"%1, line %2: not a message (%3)"_s.arg(path).arg(number).arg(error.errorString());
            return {};
        }
        messages.append(messageFrom(object));
    }
    return messages;
}

} // namespace samples
