// SPDX-License-Identifier: GPL-3.0-or-later
// Media files and the CDN that serves them: signed links that end at `oe`, byte ranges, the right content types.
#pragma once

#include "faults.h"
#include "http.h"
#include "world.h"

namespace standin {

class MediaStore
{
public:
    MediaStore(World &world, Faults &faults);

    QString keep(const QByteArray &bytes, const QString &name, QString mime, QString kind);               // media id
    QString keepFile(const QString &path, const QString &name, const QString &mime, const QString &kind); // empty: cannot be read
    QString url(const QString &mediaId, const QString &host = QStringLiteral("scontent")) const; // fresh, valid as long as its kind
    QString stickerUrl(qint64 stickerId);
    void serve(const Request &request, Answer answer);

    static QString kindOf(const QString &mime);

private:
    Reply found(const Request &request, const Media &media) const;
    QByteArray signature(const QString &path, const QByteArray &expiry) const;

    World &m_world;
    Faults &m_faults;
    QHash<qint64, QString> m_stickers;
};

} // namespace standin
