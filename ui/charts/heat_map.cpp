// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/heat_map.h"

#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>

namespace trucban {

HeatMap::HeatMap(const QString &title, QWidget *parent) : LinkedCanvas(title, parent) {}

void HeatMap::show(const QList<MetricRow> &parts)
{
    m_most = 0;
    for (auto &day : m_cells) {
        for (auto &cell : day)
            cell = {};
    }
    for (const MetricRow &row : parts) {
        const int day = row.part.section(u'-', 0, 0).toInt(), hour = row.part.section(u'-', 1).toInt();
        if (day < 1 || day > 7 || hour < 0 || hour > 23)
            continue;
        m_cells[day - 1][hour] = row;
        m_most = std::max(m_most, row.n);
    }
    update();
}

QSize HeatMap::sizeHint() const
{
    return {type().gap * 130, type().line(type().heading) + type().gap + type().line(type().small) + 7 * (type().line(type().small) + type().gap / 2)};
}

QSize HeatMap::minimumSizeHint() const
{
    return {type().gap * 80, sizeHint().height()};
}

void HeatMap::draw(QPainter &painter)
{
    const QRectF area = heading(painter);
    const QFontMetrics small(type().small);
    const QLocale locale;
    int dayWidth = 0;
    for (int day = 1; day <= 7; ++day)
        dayWidth = std::max(dayWidth, small.horizontalAdvance(locale.dayName(day, QLocale::ShortFormat)));
    dayWidth += 2 * type().gap;
    const double left = area.left() + dayWidth, cellWidth = (area.width() - dayWidth) / 24.0;
    const double top = area.top() + type().line(type().small), cellHeight = (area.bottom() - top) / 7.0;
    painter.setFont(type().small);
    painter.setPen(Theme::colour(Neutral::QuietText));
    const int every = cellWidth > small.horizontalAdvance(u"00h "_s) ? 1 : 3;
    for (int hour = 0; hour < 24; hour += every)
        painter.drawText(QRectF(left + hour * cellWidth, area.top(), cellWidth * every, type().line(type().small)), every == 1 ? Qt::AlignCenter : int(Qt::AlignLeft | Qt::AlignVCenter),
                         //: an hour of the day on an axis
                         tr("%1h").arg(hour));
    for (int day = 0; day < 7; ++day) {
        painter.setPen(Theme::colour(Neutral::QuietText));
        painter.drawText(QRectF(area.left(), top + day * cellHeight, dayWidth - type().gap, cellHeight), Qt::AlignLeft | Qt::AlignVCenter, locale.dayName(day + 1, QLocale::ShortFormat));
        for (int hour = 0; hour < 24; ++hour) {
            const MetricRow &cell = m_cells[day][hour];
            const double share = m_most > 0 ? double(cell.n) / double(m_most) : 0;
            const QRectF box = QRectF(left + hour * cellWidth, top + day * cellHeight, cellWidth, cellHeight).adjusted(0.5, 0.5, -0.5, -0.5);
            painter.fillRect(box, ramp::at(share));
            const QString number = locale.toString(cell.n);
            if (cell.n > 0 && small.horizontalAdvance(number) < cellWidth) {
                painter.setPen(ramp::on(share));
                painter.drawText(box, Qt::AlignCenter, number);
            }
            if (cell.n > 0) {
                //: weekday, hour, hour, number of cases
                const QString words = tr("%1, %2h to %3h: %4 cases").arg(locale.dayName(day + 1)).arg(hour).arg(hour + 1).arg(number);
                link(box, words, words, cell.filter);
            }
        }
    }
}

} // namespace trucban
