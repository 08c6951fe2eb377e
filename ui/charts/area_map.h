// SPDX-License-Identifier: GPL-3.0-or-later
// AreaMap: the areas of the city without a map server: their boundaries where they were imported, a circle at each label point, shaded by how
// many cases or how many of them late; the crowded middle of the city again, larger. What does not change is painted once.
#pragma once

#include "desk/wall.h"
#include "ui/charts/linked_canvas.h"

#include <QPixmap>

namespace trucban {

class AreaMap : public LinkedCanvas
{
    Q_OBJECT
public:
    enum Shade { ByCount, ByLate };

    explicit AreaMap(const QString &title, QWidget *parent = nullptr);
    void setPlaces(const MapPlaces &places);
    void show(const QList<MetricRow> &areas);
    void setShade(Shade shade);
    Shade shade() const { return m_shade; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void shadeChanged();

protected:
    void draw(QPainter &painter) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct View { // a part of the earth on a part of the widget
        QRectF earth;
        QRectF box;
        QPointF map(const QPointF &place) const;
    };
    View fitted(const QRectF &earth, const QRectF &box) const;
    QRectF bounds() const;
    QRectF middle() const;
    qint64 numberOf(const MapPlace &place) const;
    void drawGround(QPainter &painter, const View &view) const;
    qint64 circleOf(const MapPlace &place) const;
    void drawCircles(QPainter &painter, const View &view, int labels, const QRectF &leaveOut);
    void drawLabels(QPainter &painter, const View &view, const QList<const MapPlace *> &placed, const QList<QRectF> &circles, int most) const;
    void drawLegend(QPainter &painter, const QRectF &box) const;

    MapPlaces m_places;
    QHash<QString, MetricRow> m_rows;
    qint64 m_most = 0;
    qint64 m_elsewhere = 0; // without an area
    Shade m_shade = ByCount;
    QPixmap m_ground;
    QString m_groundIs; // what the picture was painted for
};

} // namespace trucban
