// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/media/video_surface.h"

#include <QPainter>
#include <QVideoSink>

namespace trucban {

VideoSurface::VideoSurface(QWidget *parent) : QWidget(parent), m_sink(new QVideoSink(this))
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(160, 90);
    connect(m_sink, &QVideoSink::videoFrameChanged, this, [this](const QVideoFrame &frame) {
        if (!frame.isValid())
            return; // the end of the clip leaves its last picture standing
        m_frame = frame;
        update();
    });
}

void VideoSurface::setPoster(const QImage &poster)
{
    m_poster = poster;
    update();
}

void VideoSurface::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::black);
    if (m_frame.isValid()) {
        QVideoFrame::PaintOptions options;
        options.backgroundColor = Qt::black;
        options.aspectRatioMode = Qt::KeepAspectRatio;
        m_frame.paint(&painter, rect(), options);
    } else if (!m_poster.isNull()) {
        const QSize fitted = m_poster.size().scaled(size(), Qt::KeepAspectRatio);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(QRect(QPoint((width() - fitted.width()) / 2, (height() - fitted.height()) / 2), fitted), m_poster);
    }
}

} // namespace trucban
