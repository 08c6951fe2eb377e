// SPDX-License-Identifier: GPL-3.0-or-later
// The messages of sample citizens, one JSON line each, as resources/sample/citizens.jsonl has them.
#pragma once

#include <optional>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace samples {

struct SampleAttachment {
    QString kind; // image video audio file sticker location link
    QString fileName;
    QString mime;
    qint64 sizeBytes = 0;
    double seconds = 0;
    QStringList contains;
    QJsonObject described;
};

struct SampleMessage {
    QString id;
    QString channel; // messenger comment visitor_post mention
    QString thread;
    QString name;
    QString person;
    QString text; // as written: also decomposed or in an old encoding
    QString subtype;
    QString receivedAt;
    QList<SampleAttachment> attachments;
};

std::optional<QList<SampleMessage>> readCitizens(const QString &path, QString &trouble);

} // namespace samples
