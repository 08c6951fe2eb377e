// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/thumbnails.h"

#include "base/when_done.h"

namespace trucban {

Thumbnails::Thumbnails(InboxFeed &feed, QObject *parent)
    : QObject(parent), m_feed(feed)
{
}

QPixmap Thumbnails::get(MediaId media)
{
    if (const QPixmap *kept = m_kept.object(media.value))
        return *kept;
    if (!m_asked.contains(media.value)) {
        m_asked.insert(media.value);
        const auto small = m_feed.thumbnail(media).then(QtFuture::Launch::Async, [](const Result<QByteArray> &bytes) {
            const QImage image = bytes ? QImage::fromData(*bytes) : QImage();
            return image.isNull() ? image : image.scaled(side, side, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
        });
        whenDone(small, this, [this, media](const QImage &image) {
            m_asked.remove(media.value);
            m_kept.insert(media.value, new QPixmap(QPixmap::fromImage(image))); // also a failure: it is not asked for at each paint
            Q_EMIT arrived();
        });
    }
    return {};
}

} // namespace trucban
