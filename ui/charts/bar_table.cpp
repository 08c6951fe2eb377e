// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/bar_table.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <numeric>

namespace trucban {

BarTable::BarTable(const QString &title, const QStringList &headings, const QString &empty, QWidget *parent) : LinkedCanvas(title, parent), m_headings(headings), m_empty(empty) {}

void BarTable::show(const QList<BarTableRow> &rows, const QString &beside)
{
    m_rows = rows;
    m_beside = beside;
    updateGeometry();
    update();
}

int BarTable::rowHeight() const
{
    return m_stacked ? type().line(type().body) + type().line(type().small) * 6 / 10 + type().gap : type().line(type().body) + type().gap;
}

QSize BarTable::sizeHint() const
{
    const int rows = std::clamp(int(m_rows.size()), 2, m_most);
    return {type().gap * 90, type().line(type().heading) + type().gap + (m_headings.isEmpty() ? 0 : type().line(type().small)) + rows * rowHeight()};
}

QSize BarTable::minimumSizeHint() const
{
    return {type().gap * 50, type().line(type().heading) + type().gap + type().line(type().small) + 2 * rowHeight()};
}

void BarTable::drawBar(QPainter &painter, const QRectF &box, const BarTableRow &row) const
{
    const double high = box.height() * (m_stacked ? 0.8 : 0.55);
    const QRectF track(box.left(), box.center().y() - high / 2, box.width(), high);
    if (m_full) {
        painter.setPen(QPen(Theme::colour(Neutral::Line), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawLine(track.topRight(), track.bottomRight());
    }
    painter.setPen(QPen(Theme::colour(Neutral::Line), 1));
    painter.drawLine(track.topLeft(), track.bottomLeft()); // zero
    QRectF bar = track;
    bar.setWidth(track.width() * std::clamp(row.share, 0.0, 1.0));
    const QColor colour = Theme::colour(row.bad ? Meaning::Burning : Meaning::Accent);
    painter.setPen(Qt::NoPen);
    if (row.bad) { // striped
        painter.setBrush(Theme::wash(Meaning::Burning));
        painter.drawRect(bar);
        painter.setBrush(QBrush(colour, Qt::BDiagPattern));
        painter.drawRect(bar);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, 1));
        painter.drawRect(bar);
    } else {
        painter.setBrush(row.second >= 0 ? ramp::at(0.45) : colour);
        painter.drawRect(bar);
    }
    if (row.second >= 0) {
        QRectF inner = bar;
        inner.setWidth(track.width() * std::clamp(row.second, 0.0, 1.0));
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRect(inner);
    }
}

void BarTable::draw(QPainter &painter)
{
    QRectF left = heading(painter, m_beside);
    if (m_rows.isEmpty()) {
        nothing(painter, left, m_empty);
        return;
    }
    const QFontMetrics body(type().body), small(type().small);
    QList<int> widths;
    int figuresWidth = 0;
    const int shown = std::min({int(m_rows.size()), m_most, std::max(1, int((left.height() - (m_headings.isEmpty() ? 0 : type().line(type().small))) / rowHeight()))});
    for (int column = 0; column < m_headings.size(); ++column) {
        int wide = small.horizontalAdvance(m_headings[column]);
        for (const BarTableRow &row : m_rows.first(shown))
            wide = std::max(wide, body.horizontalAdvance(row.figures.value(column)));
        widths.append(wide + 3 * type().gap);
        figuresWidth += widths.last();
    }
    int nameWidth = 0;
    for (const BarTableRow &row : m_rows.first(shown))
        nameWidth = std::max(nameWidth, body.horizontalAdvance(row.name));
    nameWidth = std::min(nameWidth + 2 * type().gap, int((width() - figuresWidth) * 0.62));
    if (!m_headings.isEmpty()) {
        painter.setFont(type().small);
        painter.setPen(Theme::colour(Neutral::QuietText));
        double x = width() - figuresWidth;
        for (int column = 0; column < m_headings.size(); ++column) {
            painter.drawText(QRectF(x, left.top(), widths[column], type().line(type().small)), Qt::AlignRight | Qt::AlignVCenter, m_headings[column]);
            x += widths[column];
        }
        left.setTop(left.top() + type().line(type().small));
    }
    for (int index = 0; index < shown; ++index) {
        const BarTableRow &row = m_rows[index];
        const QRectF box(0, left.top() + index * rowHeight(), width(), rowHeight());
        const QRectF first(box.left(), box.top(), box.width(), m_stacked ? type().line(type().body) : box.height());
        const double room = m_stacked ? width() - figuresWidth : nameWidth - type().gap;
        painter.setFont(type().body);
        painter.setPen(Theme::colour(Neutral::Text));
        painter.drawText(QRectF(first.left(), first.top(), room, first.height()), Qt::AlignLeft | Qt::AlignVCenter, body.elidedText(row.name, Qt::ElideRight, int(room)));
        drawFigures(painter, first, widths, row);
        drawBar(painter, m_stacked ? QRectF(box.left(), first.bottom(), box.width(), box.height() - first.height() - type().gap) : QRectF(nameWidth, box.top(), width() - figuresWidth - nameWidth, box.height()), row);
        link(box, row.words, row.tip, row.target);
    }
}

void BarTable::drawFigures(QPainter &painter, const QRectF &box, const QList<int> &widths, const BarTableRow &row)
{
    double x = box.right() - std::accumulate(widths.begin(), widths.end(), 0);
    for (int column = 0; column < widths.size(); ++column) {
        painter.setFont(column == 0 ? type().bold : type().body);
        painter.setPen(row.bad && column == 0 ? Theme::colour(Meaning::Burning) : Theme::colour(column == 0 ? Neutral::Text : Neutral::QuietText));
        painter.drawText(QRectF(x, box.top(), widths[column], box.height()), Qt::AlignRight | Qt::AlignVCenter, row.figures.value(column));
        x += widths[column];
    }
}

} // namespace trucban
