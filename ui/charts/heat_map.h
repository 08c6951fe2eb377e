// SPDX-License-Identifier: GPL-3.0-or-later
// HeatMap: hour by weekday, each square with its number; one hue, darker is more.
#pragma once

#include "desk/metrics.h"
#include "ui/charts/linked_canvas.h"

namespace trucban {

class HeatMap : public LinkedCanvas
{
    Q_OBJECT
public:
    explicit HeatMap(const QString &title, QWidget *parent = nullptr);
    /// Parts named "1-08": weekday (Monday 1) and hour
    void show(const QList<MetricRow> &parts);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void draw(QPainter &painter) override;

private:
    MetricRow m_cells[7][24];
    qint64 m_most = 0;
};

} // namespace trucban
