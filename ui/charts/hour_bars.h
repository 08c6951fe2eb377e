// SPDX-License-Identifier: GPL-3.0-or-later
// HourBars: today by the hour from zero, and what the same hour usually brings as a line across each bar.
#pragma once

#include "ui/charts/linked_canvas.h"

namespace trucban {

class HourBars : public LinkedCanvas
{
    Q_OBJECT
public:
    explicit HourBars(const QString &title, QWidget *parent = nullptr);
    /// 24 numbers each; `now` is the hour that is not over yet. targets: what each bar opens.
    void show(const QList<qint64> &cases, const QList<double> &usual, int now, const QList<QJsonObject> &targets);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void draw(QPainter &painter) override;

private:
    QList<qint64> m_cases;
    QList<double> m_usual;
    QList<QJsonObject> m_targets;
    int m_now = 0;
};

} // namespace trucban
