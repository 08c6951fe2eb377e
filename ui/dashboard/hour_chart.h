// SPDX-License-Identifier: GPL-3.0-or-later
// HourChart: cases taken in by the hour, and what the same hour usually brings as a line across each bar.
#pragma once

#include "desk/dashboard.h"

#include <QWidget>

namespace trucban {

class HourChart : public QWidget
{
    Q_OBJECT
public:
    explicit HourChart(QWidget *parent = nullptr);
    void show(const QList<DashboardReading::Hour> &hours);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF plot() const;
    double most() const;
    QList<DashboardReading::Hour> m_hours;
};

} // namespace trucban
