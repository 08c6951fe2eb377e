// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/media/media_item.h"

#include "ui/widgets/clock_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace trucban {

MediaItem::Readiness MediaItem::readiness() const
{
    if (state == "failed"_L1 || state == "refused"_L1)
        return Broken;
    if (state != "stored"_L1)
        return state == "none"_L1 ? Ready : Coming;
    if (isFile())
        return Ready;
    if (info.deriveState == "refused"_L1)
        return Broken;
    const bool canShow = isPicture() ? bool(still()) : bool(info.playable());
    if (canShow)
        return Ready;
    return info.isPrepared() ? Broken : Preparing;
}

media::MediaPart MediaItem::still() const
{
    for (const auto &name : {u"screen"_s, u"poster"_s, u"thumbnail"_s}) {
        if (const auto part = info.derivative(name))
            return part;
    }
    return {};
}

namespace mediaWords {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MediaWords)
public:
    static QString kind(const QString &kind)
    {
        if (kind == "image"_L1 || kind == "sticker"_L1)
            return tr("Picture");
        if (kind == "video"_L1)
            return tr("Video");
        if (kind == "audio"_L1)
            return tr("Recording");
        return tr("File");
    }
    /// by the stable word of the gateway, the sandbox or the database
    static QString reason(const QString &code)
    {
        if (code == "refused_too_large"_L1)
            return tr("It is larger than the limit.");
        if (code == "refused_broken"_L1 || code == "media_damaged"_L1)
            return tr("The file is broken and cannot be read.");
        if (code == "refused_type"_L1)
            return tr("The file is not what it claims to be.");
        if (code == "worker_crashed"_L1 || code == "worker_timeout"_L1)
            return tr("The file could not be opened safely; it may be dangerous.");
        if (code == "sandbox_unavailable"_L1)
            return tr("The server cannot open files safely at the moment. The administrator has to look at it.");
        if (code == "link_dead"_L1 || code == "link_expired"_L1)
            return tr("Facebook's link had expired before it could be fetched.");
        if (code == "no_link"_L1)
            return tr("Facebook gave no link to fetch it from.");
        if (code == "unreachable"_L1)
            return tr("Facebook could not be reached to fetch it.");
        if (code == "not_allowed"_L1)
            return tr("The link does not lead to Facebook, so it was not fetched.");
        if (code == "disk_full"_L1)
            return tr("The server's disk is full. The administrator has to make room; it is fetched again then.");
        if (code == "media_not_found"_L1)
            return tr("It is no longer there, or you may not see it.");
        return {};
    }
};

} // namespace

QString kind(const QString &kind)
{
    return Words::kind(kind);
}

QString caption(const MediaItem &item)
{
    if (item.sender.isEmpty())
        return clockText::exact(item.sentAt);
    //: who sent a picture, and when
    return Words::tr("%1, %2").arg(item.sender, clockText::exact(item.sentAt));
}

QString spoken(const MediaItem &item)
{
    const QString what = item.info.durationMs > 0 ? Words::tr("%1, %2 long").arg(Words::kind(item.kind), clockText::duration(item.info.durationMs)) : Words::kind(item.kind);
    //: %1 a picture, video or recording, %2 who sent it and when
    const QString whole = Words::tr("%1, from %2").arg(what, caption(item));
    return item.readiness() == MediaItem::Ready ? whole : whole + u". "_s + whyNot(item);
}

QString whyNot(const MediaItem &item)
{
    const QString code = item.state == "stored"_L1 ? item.info.deriveError : item.failure;
    const QString reason = Words::reason(code);
    switch (item.readiness()) {
    case MediaItem::Coming: return Words::tr("It is being fetched from Facebook.");
    case MediaItem::Preparing: return reason.isEmpty() ? Words::tr("It is being prepared for safe viewing.") : reason;
    case MediaItem::Ready: return {};
    case MediaItem::Broken: break;
    }
    if (!reason.isEmpty())
        return reason;
    if (item.state == "stored"_L1)
        return Words::tr("It is stored, but cannot be shown.");
    return code.isEmpty() ? Words::tr("It could not be fetched from Facebook.") : Words::tr("It could not be fetched from Facebook (%1).").arg(code);
}

QString whyNot(const Failure &failure)
{
    const QString reason = Words::reason(failure.code);
    if (!reason.isEmpty())
        return reason;
    if (failure.kind == Failure::Offline)
        return Words::tr("The server cannot be reached. Try again when the connection is back.");
    return Words::tr("It cannot be shown (%1).").arg(failure.code);
}

QString size(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

} // namespace mediaWords

} // namespace trucban
