// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/hour_bars.h"

#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>

#include <cmath>

namespace trucban {

HourBars::HourBars(const QString &title, QWidget *parent) : LinkedCanvas(title, parent) {}

void HourBars::show(const QList<qint64> &cases, const QList<double> &usual, int now, const QList<QJsonObject> &targets)
{
    m_cases = cases;
    m_usual = usual;
    m_now = now;
    m_targets = targets;
    update();
}

QSize HourBars::sizeHint() const
{
    return {type().gap * 90, type().line(type().heading) + type().gap * 40};
}

QSize HourBars::minimumSizeHint() const
{
    return {type().gap * 50, type().line(type().heading) + type().gap * 20};
}

void HourBars::draw(QPainter &painter)
{
    const QRectF whole = heading(painter, tr("bar: today, line: usual"));
    if (m_cases.isEmpty())
        return;
    const QFontMetrics small(type().small);
    const QLocale locale;
    const int labelHigh = type().line(type().small);
    const QRectF area = whole.adjusted(0, labelHigh, 0, -labelHigh);
    double most = 4;
    for (int hour = 0; hour < m_cases.size(); ++hour)
        most = std::max({most, double(m_cases[hour]), m_usual.value(hour)});
    const double slot = area.width() / double(m_cases.size());
    painter.setPen(QPen(Theme::colour(Neutral::Line), 1));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    const auto peak = std::ranges::max_element(m_cases) - m_cases.begin();
    const bool allFit = small.horizontalAdvance(locale.toString(m_cases[peak])) < slot;
    const int every = std::max(1, int(std::ceil(small.horizontalAdvance(u"00h  "_s) / slot)));
    for (int hour = 0; hour < m_cases.size(); ++hour) {
        const double x = area.left() + hour * slot, high = area.height() * double(m_cases[hour]) / most;
        const bool now = hour == m_now;
        const QRectF bar(x + slot * 0.12, area.bottom() - high, slot * 0.76, high);
        painter.setPen(now ? QPen(Theme::colour(Meaning::Accent), std::max(1.0, type().gap / 4.0)) : Qt::NoPen);
        painter.setBrush(now ? QBrush(Theme::wash(Meaning::Accent)) : QBrush(Theme::colour(Meaning::Accent)));
        painter.drawRect(bar);
        if (m_usual.value(hour) > 0) {
            const double y = area.bottom() - area.height() * m_usual.value(hour) / most;
            painter.setPen(QPen(Theme::colour(Neutral::Text), std::max(2.0, type().gap / 3.0)));
            painter.drawLine(QPointF(x + slot * 0.04, y), QPointF(x + slot * 0.96, y));
        }
        painter.setFont(type().small);
        painter.setPen(now ? Theme::colour(Neutral::Text) : Theme::colour(Neutral::QuietText));
        if (hour % every == 0)
            painter.drawText(QRectF(x - slot, area.bottom(), slot * 3, labelHigh), Qt::AlignCenter, tr("%1h").arg(hour));
        const QString number = locale.toString(m_cases[hour]);
        if (m_cases[hour] > 0 && (allFit || hour == peak || now)) {
            const double usual = m_usual.value(hour) * area.height() / most; // the line must not cross the number
            const double above = usual > high && usual - high < labelHigh ? usual : high;
            painter.setPen(Theme::colour(Neutral::Text));
            painter.drawText(QRectF(x - slot, area.bottom() - above - labelHigh, slot * 3, labelHigh), Qt::AlignHCenter | Qt::AlignBottom, number);
        }
        if (m_cases[hour] > 0) {
            const QString words = tr("%1h: %2 new cases; usually %3").arg(hour).arg(number, locale.toString(m_usual.value(hour), 'f', 1));
            link(QRectF(x, area.top() - labelHigh, slot, area.height() + labelHigh), words, words, m_targets.value(hour));
        }
    }
}

} // namespace trucban
