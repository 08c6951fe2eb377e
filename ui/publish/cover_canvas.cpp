// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publish/cover_canvas.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace trucban {

namespace {
constexpr int smallest = 6; // pixels on the screen: less is a click
}

CoverCanvas::CoverCanvas(const QImage &picture, QWidget *parent) : QWidget(parent), m_picture(picture)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    setMinimumSize(Theme::space(60), Theme::space(40));
    look();
}

double CoverCanvas::scale() const
{
    if (m_zoom > 0)
        return m_zoom;
    return qMin(2.0, qMin(double(width()) / m_picture.width(), double(height()) / m_picture.height()));
}

QRectF CoverCanvas::shown() const
{
    const QSizeF size = QSizeF(m_picture.size()) * scale();
    return {QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size};
}

QSize CoverCanvas::sizeHint() const
{
    return m_zoom > 0 ? (QSizeF(m_picture.size()) * m_zoom).toSize() : QSize(Theme::space(150), Theme::space(100));
}

void CoverCanvas::setZoom(double zoom)
{
    m_zoom = zoom > 0 ? qBound(0.05, zoom, 8.0) : 0;
    setMinimumSize(m_zoom > 0 ? sizeHint() : QSize(Theme::space(60), Theme::space(40)));
    updateGeometry();
    update();
}

void CoverCanvas::zoomBy(double factor)
{
    setZoom(scale() * factor);
}

QPoint CoverCanvas::inPicture(const QPointF &point) const
{
    const QPointF inside = (point - shown().topLeft()) / scale();
    return {qBound(0, int(inside.x()), m_picture.width()), qBound(0, int(inside.y()), m_picture.height())};
}

void CoverCanvas::step(const QList<CoverPlace> &places, int current)
{
    m_steps.resize(m_step + 1);
    m_steps.append({places, current});
    ++m_step;
    look();
}

void CoverCanvas::look()
{
    m_look = QPixmap::fromImage(result());
    m_current = m_steps.at(m_step).current;
    setAccessibleName(tr("The picture; covered places: %1").arg(places().size()));
    update();
    Q_EMIT changed();
}

void CoverCanvas::setStyle(CoverStyle style)
{
    m_style = style;
    if (m_current < 0 || places().at(m_current).style == style)
        return;
    QList<CoverPlace> next = places();
    next[m_current].style = style;
    step(next, m_current);
}

void CoverCanvas::addPlace()
{
    const QRect seen(inPicture(visibleRegion().boundingRect().topLeft()), inPicture(visibleRegion().boundingRect().bottomRight()));
    const QRect area = seen.isEmpty() ? m_picture.rect() : seen;
    const int side = qMax(1, qMin(area.width(), area.height()) / 4);
    QRect where(0, 0, side, side);
    where.moveCenter(area.center());
    step(places() + QList{CoverPlace{where, m_style}}, int(places().size()));
}

void CoverCanvas::removeCurrent()
{
    if (m_current < 0)
        return;
    QList<CoverPlace> next = places();
    next.removeAt(m_current);
    step(next, int(next.size()) - 1);
}

void CoverCanvas::undo()
{
    if (!canUndo())
        return;
    --m_step;
    look();
}

void CoverCanvas::redo()
{
    if (!canRedo())
        return;
    ++m_step;
    look();
}

void CoverCanvas::choose(int index)
{
    m_current = index;
    update();
    Q_EMIT changed();
}

void CoverCanvas::nudge(QPoint move, QSize grow)
{
    if (m_current < 0)
        return;
    QList<CoverPlace> next = places();
    QRect &where = next[m_current].where;
    where.translate(move);
    where.setSize((where.size() + grow).expandedTo({4, 4}));
    where = where.intersected(m_picture.rect());
    if (!where.isEmpty())
        step(next, m_current);
}

void CoverCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_from = inPicture(event->position());
    m_drawn = {};
}

void CoverCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_from)
        return;
    const QPoint to = inPicture(event->position());
    m_drawn = QRect(QPoint(qMin(m_from->x(), to.x()), qMin(m_from->y(), to.y())), QSize(qAbs(m_from->x() - to.x()), qAbs(m_from->y() - to.y())));
    update();
}

void CoverCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_from || event->button() != Qt::LeftButton)
        return;
    const QPoint at = *m_from;
    m_from.reset();
    const QRect drawn = std::exchange(m_drawn, {});
    if (drawn.width() * scale() >= smallest && drawn.height() * scale() >= smallest) {
        step(places() + QList{CoverPlace{drawn, m_style}}, int(places().size()));
        return;
    }
    int hit = -1;
    for (int i = 0; i < places().size(); ++i) {
        if (places().at(i).where.contains(at))
            hit = i;
    }
    choose(hit);
}

void CoverCanvas::keyPressEvent(QKeyEvent *event)
{
    const int pace = qMax(1, qMin(m_picture.width(), m_picture.height()) / 100);
    const bool grow = event->modifiers() & Qt::ShiftModifier;
    const auto shift = [&](int x, int y) { nudge(grow ? QPoint() : QPoint(x, y) * pace, grow ? QSize(x, y) * pace : QSize()); };
    switch (event->key()) {
    case Qt::Key_Left: return shift(-1, 0);
    case Qt::Key_Right: return shift(1, 0);
    case Qt::Key_Up: return shift(0, -1);
    case Qt::Key_Down: return shift(0, 1);
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        if (!places().isEmpty())
            choose(int((m_current + (event->key() == Qt::Key_PageDown ? 1 : -1) + places().size()) % places().size()));
        return;
    case Qt::Key_N:
    case Qt::Key_Insert: return addPlace();
    case Qt::Key_Backspace:
    case Qt::Key_Delete: return removeCurrent();
    default: QWidget::keyPressEvent(event);
    }
}

void CoverCanvas::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier)
        zoomBy(event->angleDelta().y() > 0 ? 1.25 : 0.8);
    else
        QWidget::wheelEvent(event);
}

void CoverCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::colour(Neutral::Ground));
    painter.setRenderHint(QPainter::SmoothPixmapTransform, scale() < 1);
    painter.drawPixmap(shown(), m_look, QRectF(m_look.rect()));
    const auto frame = [&](const QRect &where, bool chosen) {
        const QRectF on(shown().topLeft() + QPointF(where.topLeft()) * scale(), QSizeF(where.size()) * scale());
        // two lines, so that one is seen on any ground
        painter.setPen(QPen(Theme::onColour(Meaning::Accent), 3));
        painter.drawRect(on);
        painter.setPen(QPen(Theme::colour(Meaning::Accent), chosen ? 2 : 1, chosen ? Qt::SolidLine : Qt::DashLine));
        painter.drawRect(on);
    };
    for (int i = 0; i < places().size(); ++i)
        frame(places().at(i).where, i == m_current);
    if (!m_drawn.isEmpty())
        frame(m_drawn, true);
    if (hasFocus()) {
        painter.setPen(QPen(Theme::colour(Meaning::Accent), 1));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

} // namespace trucban
