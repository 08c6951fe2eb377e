// SPDX-License-Identifier: GPL-3.0-or-later
#include "media_store.h"

#include "json_text.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QMimeDatabase>
#include <QRandomGenerator>
#include <QtEndian>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace standin {

static constexpr qint64 HourSeconds = 3600;

MediaStore::MediaStore(World &world, Faults &faults) : m_world(world), m_faults(faults)
{
    QDir().mkpath(world.config.dataFolder);
}

QString MediaStore::kindOf(const QString &mime)
{
    for (const QString &kind : {u"image"_s, u"video"_s, u"audio"_s}) {
        if (mime.startsWith(kind + u'/'))
            return kind;
    }
    return u"file"_s;
}

static std::pair<int, int> pngSize(const QByteArray &bytes)
{
    if (bytes.size() < 24 || !bytes.startsWith("\x89PNG"))
        return {};
    return {int(qFromBigEndian<quint32>(bytes.constData() + 16)), int(qFromBigEndian<quint32>(bytes.constData() + 20))};
}

static std::pair<int, int> jpegSize(const QByteArray &bytes)
{
    const auto *data = reinterpret_cast<const uchar *>(bytes.constData());
    qsizetype at = 2;
    while (bytes.startsWith("\xff\xd8") && at + 9 < bytes.size() && data[at] == 0xff) {
        const uchar marker = data[at + 1];
        const bool frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (frame)
            return {qFromBigEndian<quint16>(data + at + 7), qFromBigEndian<quint16>(data + at + 5)};
        at += 2 + qFromBigEndian<quint16>(data + at + 2);
    }
    return {};
}

static QString cdnName(World &world, const Media &media)
{
    const QString suffix = QMimeDatabase().mimeTypeForName(media.mime).preferredSuffix();
    const QString own = media.name.section(u'.', -1).left(8);
    return u"%1_%2_%3_n.%4"_s.arg(world.newNumber().right(9), world.newNumber(), world.newNumber().rightJustified(19, u'8'),
                                  suffix.isEmpty() ? (own.isEmpty() ? u"bin"_s : own) : suffix);
}

QString MediaStore::keep(const QByteArray &bytes, const QString &name, QString mime, QString kind)
{
    if (mime.isEmpty() || mime == u"application/octet-stream")
        mime = QMimeDatabase().mimeTypeForFileNameAndData(name, bytes).name();
    Media media {
        .id = m_world.newNumber(), .name = name, .mime = mime, .kind = kind.isEmpty() ? kindOf(mime) : kind, .bytes = bytes.size()};
    media.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    std::tie(media.width, media.height) = mime == u"image/png" ? pngSize(bytes) : jpegSize(bytes);
    media.urlName = cdnName(m_world, media);
    media.path = m_world.config.dataFolder + u'/' + QString::fromLatin1(media.sha256);
    QFile file(media.path);
    if (!file.exists() && (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()))
        qWarning("cannot keep a media file in %s", qPrintable(m_world.config.dataFolder));
    m_world.media.insert(media.id, media);
    return media.id;
}

QString MediaStore::keepFile(const QString &path, const QString &name, const QString &mime, const QString &kind)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return keep(file.readAll(), name.isEmpty() ? QFileInfo(path).fileName() : name, mime, kind);
}

static qint64 lifetime(const QString &kind)
{
    if (kind == u"image")
        return 5 * 24 * HourSeconds;
    return kind == u"video" ? 28 * HourSeconds : 48 * HourSeconds;
}

QByteArray MediaStore::signature(const QString &path, const QByteArray &expiry) const
{
    return "00_" + hmacHex(m_world.config.appSecret, path.toUtf8() + expiry).first(32);
}

QString MediaStore::url(const QString &mediaId, const QString &host) const
{
    const Media media = m_world.media.value(mediaId);
    const QString folder = media.kind == u"image" ? u"v/t39.30808-6"_s : media.kind == u"video" ? u"o1/v/t2/f2/m69"_s : u"v/t59.2708-21"_s;
    const QString path = u"/cdn/%1/%2/%3/%4"_s.arg(host, folder, media.id, media.urlName);
    const QByteArray expiry = QByteArray::number(m_world.nowSeconds() + lifetime(media.kind), 16).toUpper();
    return u"%1%2?_nc_cat=%3&ccb=1-7&_nc_sid=%4&oh=%5&oe=%6%7"_s.arg(
        m_world.config.baseUrl, path, QString::number(100 + media.bytes % 11), QString::fromLatin1(media.sha256.first(6)),
        QString::fromLatin1(signature(path, expiry)), QString::fromLatin1(expiry), media.kind == u"file" ? u"&dl=1"_s : QString());
}

// Any sticker number shows the one thumb we have; three sizes of it exist and all are the same picture
QString MediaStore::stickerUrl(qint64 stickerId)
{
    if (!m_world.media.contains(m_stickers.value(stickerId))) {
        QFile thumb(u":/page/sticker.png"_s);
        const QByteArray bytes = thumb.open(QIODevice::ReadOnly) ? thumb.readAll() : QByteArray();
        m_stickers.insert(stickerId, keep(bytes, u"sticker_%1.png"_s.arg(stickerId), u"image/png"_s, u"image"_s));
    }
    return url(m_stickers.value(stickerId));
}

static Reply refused(int status, const QByteArray &words)
{
    return {.status = status, .body = words, .type = "text/plain"};
}

struct Range {
    qint64 first = 0;
    qint64 last = 0;
};

static std::optional<Range> rangeOf(const QByteArray &header, qint64 size)
{
    const QList<QByteArray> ends = header.mid(6).split('-');
    if (!header.startsWith("bytes=") || ends.size() != 2)
        return {};
    if (ends.at(0).isEmpty())
        return Range {qMax<qint64>(0, size - ends.at(1).toLongLong()), size - 1};
    const qint64 last = ends.at(1).isEmpty() ? size - 1 : qMin(size - 1, ends.at(1).toLongLong());
    return Range {ends.at(0).toLongLong(), last};
}

Reply MediaStore::found(const Request &request, const Media &media) const
{
    QFile file(media.path);
    if (!file.open(QIODevice::ReadOnly))
        return refused(404, "Content not found");
    Reply reply {.type = media.mime.toLatin1()};
    reply.headers.append(QHttpHeaders::WellKnownHeader::AcceptRanges, "bytes");
    reply.headers.append(QHttpHeaders::WellKnownHeader::CacheControl, "max-age=1209600, no-transform");
    if (media.kind == u"file") {
        reply.headers.append(QHttpHeaders::WellKnownHeader::ContentDisposition,
                             "attachment; filename*=UTF-8''" + QUrl::toPercentEncoding(media.name));
    }
    const QByteArray wanted = request.headers.value("Range").toByteArray();
    const std::optional<Range> range = wanted.isEmpty() ? std::nullopt : rangeOf(wanted, media.bytes);
    if (!range) {
        reply.body = file.readAll();
        return reply;
    }
    if (range->first >= media.bytes || range->last < range->first) {
        reply.status = 416;
        reply.headers.append(QHttpHeaders::WellKnownHeader::ContentRange, "bytes */" + QByteArray::number(media.bytes));
        return reply;
    }
    file.seek(range->first);
    reply.status = 206;
    reply.body = file.read(range->last - range->first + 1);
    reply.headers.append(QHttpHeaders::WellKnownHeader::ContentRange, "bytes " + QByteArray::number(range->first) + '-'
                                                                          + QByteArray::number(range->last) + '/'
                                                                          + QByteArray::number(media.bytes));
    return reply;
}

static Reply broken(const QString &mode, Reply whole)
{
    if (mode == u"403" || mode == u"404" || mode == u"500")
        return refused(mode.toInt(), "URL signature mismatch");
    if (mode == u"html")
        return {.body = "<!DOCTYPE html><html><body>Sorry, something went wrong.</body></html>", .type = "text/html; charset=utf-8"};
    if (mode == u"empty")
        whole.body.clear();
    else
        whole.delivery = Reply::CutInHalf;
    return whole;
}

// /cdn/{host}/{folder…}/{media id}/{name}
void MediaStore::serve(const Request &request, Answer answer)
{
    const QByteArray expiry = request.query.queryItemValue(u"oe"_s).toLatin1();
    const QString id = request.steps.value(request.steps.size() - 2);
    Reply reply;
    if (!m_world.media.contains(id))
        reply = refused(404, "Content not found");
    else if (request.query.queryItemValue(u"oh"_s).toLatin1() != signature(request.path, expiry))
        reply = refused(403, "Bad URL hash");
    else if (expiry.toLongLong(nullptr, 16) <= m_world.nowSeconds())
        reply = refused(403, "URL signature expired");
    else
        reply = found(request, m_world.media.value(id));
    if (reply.status < 300) {
        if (const auto fault = m_faults.useFor(u"broken_media"_s, u"media"_s, false, false))
            reply = broken(fault->value(u"mode"_s).toString(u"cut"_s), reply);
    }
    const int wait = m_faults.number(u"slow_media_ms"_s);
    if (wait > 0)
        QTimer::singleShot(wait, [answer, reply] { answer(reply); });
    else
        answer(reply);
}

} // namespace standin
