// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/reply_file.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace trucban::replyFiles {

using namespace Qt::StringLiterals;

namespace {

const std::array fromWords{"disk"_L1, "answer"_L1, "citizen"_L1};

/// the copies fit to leave, the best first
QStringList copiesOf(const QString &kind)
{
    if (kind == "image"_L1 || kind == "sticker"_L1)
        return {u"screen"_s, u"thumbnail"_s};
    if (kind == "video"_L1)
        return {u"clip"_s};
    return kind == "audio"_L1 ? QStringList{u"audio"_s} : QStringList();
}

} // namespace

Sendable sendable(const media::MediaInfo &info, ReplyFile::From from)
{
    Sendable made;
    made.kind = info.kind == "sticker"_L1 ? u"image"_s : info.kind;
    const bool derived = made.kind != "file"_L1;
    if (derived && info.deriveState == "refused"_L1) {
        made.trouble = info.deriveError.isEmpty() ? u"refused_broken"_s : info.deriveError;
        return made;
    }
    for (const QString &copy : copiesOf(info.kind)) {
        if (!made.part)
            made.part = info.derivative(copy);
    }
    if (!made.part && derived && !info.isPrepared()) {
        made.isWaiting = true;
        return made;
    }
    if (!made.part && from == ReplyFile::Citizen) {
        made.trouble = u"sealed"_s;
        return made;
    }
    if (!made.part)
        made.part = info.original;
    if (made.part.bytes > mostBytes)
        made.trouble = u"file_too_large"_s;
    return made;
}

QByteArray toJson(const QList<ReplyFile> &files)
{
    QJsonArray all;
    for (const ReplyFile &file : files) {
        QJsonObject one{{u"name"_s, file.name}, {u"from"_s, fromWords.at(file.from)}};
        file.source ? one.insert(u"media"_s, file.source.value) : one.insert(u"path"_s, file.path);
        all.append(one);
    }
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

QList<ReplyFile> fromJson(const QByteArray &json)
{
    QList<ReplyFile> files;
    for (const QJsonValue &one : QJsonDocument::fromJson(json).array()) {
        const auto from = std::ranges::find(fromWords, one[u"from"].toString()) - fromWords.begin();
        const ReplyFile file{MediaId{one[u"media"].toInteger()}, one[u"name"].toString(), ReplyFile::From(from % fromWords.size()), one[u"path"].toString()};
        if (file.source || !file.path.isEmpty())
            files.append(file);
    }
    return files;
}

} // namespace trucban::replyFiles
