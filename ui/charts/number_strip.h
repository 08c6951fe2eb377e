// SPDX-License-Identifier: GPL-3.0-or-later
// NumberStrip: a few big numbers with their names and a line beneath, side by side; each a link.
#pragma once

#include "ui/charts/linked_canvas.h"
#include "ui/theme/theme.h"

namespace trucban {

struct BigNumber {
    QString name, value, beneath;
    Meaning meaning = Meaning::Quiet; // Quiet: no mark; Burning: the number itself too
    QString tip;
    QJsonObject target;
};

class NumberStrip : public LinkedCanvas
{
    Q_OBJECT
public:
    explicit NumberStrip(const QString &title, QWidget *parent = nullptr);
    void show(const QList<BigNumber> &numbers);
    /// In so many rows
    void setRows(int rows) { m_rows = rows; updateGeometry(); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void draw(QPainter &painter) override;

private:
    void drawNumber(QPainter &painter, const QRectF &box, const BigNumber &number);
    int rowHeight() const;

    QList<BigNumber> m_numbers;
    int m_rows = 1;
};

} // namespace trucban
