// SPDX-License-Identifier: GPL-3.0-or-later
// BarTable: names, a bar that begins at zero, and figures beside it; each row a link. For rankings, shares, mixes and percentiles.
#pragma once

#include "ui/charts/linked_canvas.h"

namespace trucban {

struct BarTableRow {
    QString name;
    double share = 0;      // how long the bar is, 0…1
    double second = -1;    // a mark within the same bar (p50 in p90); < 0: none
    QStringList figures;   // as many as there are headings
    QString words, tip;
    QJsonObject target;
    bool bad = false;      // told apart by its stripes, not by its colour alone
};

class BarTable : public LinkedCanvas
{
    Q_OBJECT
public:
    BarTable(const QString &title, const QStringList &headings, const QString &empty, QWidget *parent = nullptr);
    void show(const QList<BarTableRow> &rows, const QString &beside = {});
    /// As many as fit, at most so many
    void setMost(int rows) { m_most = rows; updateGeometry(); }
    /// The share that is a whole bar stands as a faint line at the right: 100 %
    void setFull(bool on) { m_full = on; }
    /// Names on a line of their own above the bar: for long names in narrow places
    void setStacked(bool on) { m_stacked = on; updateGeometry(); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void draw(QPainter &painter) override;

private:
    int rowHeight() const;
    void drawBar(QPainter &painter, const QRectF &box, const BarTableRow &row) const;
    void drawFigures(QPainter &painter, const QRectF &box, const QList<int> &widths, const BarTableRow &row);

    QStringList m_headings;
    QString m_empty, m_beside;
    QList<BarTableRow> m_rows;
    int m_most = 10;
    bool m_full = false, m_stacked = false;
};

} // namespace trucban
