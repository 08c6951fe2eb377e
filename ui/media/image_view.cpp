// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/media/image_view.h"

#include "ui/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace trucban {

namespace {
constexpr double leastZoom = 0.05;
constexpr double mostZoom = 16;
} // namespace

ImageView::ImageView(QWidget *parent) : QWidget(parent)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(120, 90);
}

void ImageView::setImage(const QImage &image)
{
    m_image = image;
    m_message.clear();
    m_quarters = 0;
    fit();
}

void ImageView::setMessage(const QString &words)
{
    m_message = words;
    m_image = {};
    update();
}

QSizeF ImageView::turnedSize() const
{
    return m_quarters % 2 ? QSizeF(m_image.size().transposed()) : QSizeF(m_image.size());
}

double ImageView::fittedZoom() const
{
    const QSizeF turned = turnedSize();
    return turned.isEmpty() ? 1 : qMin(1.0, qMin(width() / turned.width(), height() / turned.height()));
}

double ImageView::zoom() const
{
    return m_fitted ? fittedZoom() : m_zoom;
}

void ImageView::fit()
{
    m_fitted = true;
    m_centre = {};
    update();
    Q_EMIT zoomChanged();
}

void ImageView::actualSize()
{
    m_fitted = false;
    m_zoom = 1;
    keepInside();
    update();
    Q_EMIT zoomChanged();
}

void ImageView::zoomBy(double factor, QPointF around)
{
    const double before = zoom();
    m_zoom = qBound(leastZoom, before * factor, mostZoom);
    m_fitted = false;
    const QPointF from = around - QRectF(rect()).center();
    m_centre = from + (m_centre - from) * (m_zoom / before);
    keepInside();
    update();
    Q_EMIT zoomChanged();
}

void ImageView::rotate(int quarters)
{
    m_quarters = ((m_quarters + quarters) % 4 + 4) % 4;
    keepInside();
    update();
    Q_EMIT zoomChanged();
}

void ImageView::keepInside()
{
    const QSizeF shown = turnedSize() * zoom();
    const double x = qMax(0.0, (shown.width() - width()) / 2);
    const double y = qMax(0.0, (shown.height() - height()) / 2);
    m_centre = {qBound(-x, m_centre.x(), x), qBound(-y, m_centre.y(), y)};
}

void ImageView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::black);
    if (m_image.isNull()) {
        painter.setPen(Qt::white);
        painter.drawText(rect().adjusted(Theme::space(4), 0, -Theme::space(4), 0), Qt::AlignCenter | Qt::TextWordWrap, m_message);
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, zoom() < 4); // enlarged further one wants to see the pixels
    painter.translate(QRectF(rect()).center() + m_centre);
    painter.rotate(90 * m_quarters);
    painter.scale(zoom(), zoom());
    painter.drawImage(QPointF(-m_image.width() / 2.0, -m_image.height() / 2.0), m_image);
}

void ImageView::resizeEvent(QResizeEvent *)
{
    keepInside();
}

void ImageView::wheelEvent(QWheelEvent *event)
{
    zoomBy(event->angleDelta().y() > 0 ? 1.2 : 1 / 1.2, event->position());
    event->accept();
}

void ImageView::mousePressEvent(QMouseEvent *event)
{
    m_dragFrom = event->position();
    event->ignore(); // the window takes the focus
}

void ImageView::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    m_centre += event->position() - m_dragFrom;
    m_dragFrom = event->position();
    keepInside();
    update();
}

void ImageView::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_fitted ? zoomBy(1 / zoom(), event->position()) : fit();
}

} // namespace trucban
