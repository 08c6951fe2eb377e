// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publish/media_grid.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace trucban {

MediaGrid::MediaGrid(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void MediaGrid::show(const QList<ShownMedium> &media)
{
    m_media = media;
    setAccessibleName(tr("Pictures of the post: %1").arg(media.size()));
    setVisible(!media.isEmpty());
    updateGeometry();
    update();
}

QList<QRect> MediaGrid::cells(int width) const
{
    const int gap = 2;
    const int half = (width - gap) / 2, third = (width - 2 * gap) / 3;
    const int count = int(qMin(m_media.size(), qsizetype(5)));
    switch (count) {
    case 0: return {};
    case 1: {
        const QSize size = m_media.first().picture.size();
        const double ratio = size.isEmpty() ? 0.75 : qBound(0.5, double(size.height()) / size.width(), 1.25);
        return {QRect(0, 0, width, int(width * ratio))};
    }
    case 2: return {QRect(0, 0, half, width / 2), QRect(half + gap, 0, width - half - gap, width / 2)};
    case 3: return {QRect(0, 0, width, width / 2), QRect(0, width / 2 + gap, half, half), QRect(half + gap, width / 2 + gap, width - half - gap, half)};
    }
    QList<QRect> cells;
    const int top = count == 4 ? width / 2 : half;
    if (count == 4)
        cells.append(QRect(0, 0, width, top));
    else
        cells = {QRect(0, 0, half, top), QRect(half + gap, 0, width - half - gap, top)};
    for (int i = 0; i < 3; ++i)
        cells.append(QRect(i * (third + gap), top + gap, i == 2 ? width - 2 * (third + gap) : third, third));
    return cells;
}

int MediaGrid::heightForWidth(int width) const
{
    int bottom = 0;
    for (const QRect &cell : cells(width))
        bottom = qMax(bottom, cell.bottom() + 1);
    return bottom;
}

QSize MediaGrid::sizeHint() const
{
    const int width = Theme::space(72);
    return {width, heightForWidth(width)};
}

// over a picture, dark in both schemes
static QColor shade()
{
    QColor colour = Theme::colour(Neutral::Text, false);
    colour.setAlpha(150);
    return colour;
}

static void paintPlay(QPainter &painter, const QRect &cell)
{
    const int radius = qMin(cell.width(), cell.height()) / 8;
    painter.setPen(Qt::NoPen);
    painter.setBrush(shade());
    painter.drawEllipse(cell.center(), radius, radius);
    QPainterPath play;
    play.moveTo(cell.center() + QPointF(-radius * 0.35, -radius * 0.5));
    play.lineTo(cell.center() + QPointF(radius * 0.55, 0));
    play.lineTo(cell.center() + QPointF(-radius * 0.35, radius * 0.5));
    painter.fillPath(play, Qt::white);
}

void MediaGrid::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QList<QRect> places = cells(width());
    for (qsizetype i = 0; i < places.size(); ++i) {
        const QRect &cell = places.at(i);
        painter.fillRect(cell, Theme::colour(Neutral::Line));
        const QPixmap &picture = m_media.at(i).picture;
        if (!picture.isNull()) {
            const QSize wanted = picture.size().scaled(cell.size(), Qt::KeepAspectRatioByExpanding);
            const double scale = double(picture.width()) / wanted.width();
            const QRectF source((wanted.width() - cell.width()) / 2.0 * scale, (wanted.height() - cell.height()) / 2.0 * scale, cell.width() * scale, cell.height() * scale);
            painter.drawPixmap(QRectF(cell), picture, source);
        }
        if (m_media.at(i).video)
            paintPlay(painter, cell);
    }
    if (m_media.size() > 5) {
        painter.fillRect(places.last(), shade());
        painter.setPen(Qt::white);
        painter.setFont(Theme::bold(TextSize::Heading));
        painter.drawText(places.last(), Qt::AlignCenter, u"+%1"_s.arg(m_media.size() - 5));
    }
}

} // namespace trucban
