// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/hour_chart.h"

#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QTimeZone>
#include <QToolTip>

#include <cmath>

namespace trucban {

namespace {

QTime hourOf(const QDateTime &at)
{
    static const QTimeZone hanoi("Asia/Ho_Chi_Minh");
    return at.toTimeZone(hanoi).time();
}

double roundedUp(double value) // 7 → 10, 23 → 25: the top line of the axis
{
    const double step = std::pow(10, std::floor(std::log10(std::max(4.0, value))));
    for (const double part : {1.0, 2.0, 2.5, 5.0, 10.0}) {
        if (value <= step * part)
            return step * part;
    }
    return step * 10;
}

} // namespace

HourChart::HourChart(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMouseTracking(true);
    setAccessibleName(tr("New cases by the hour"));
}

void HourChart::show(const QList<DashboardReading::Hour> &hours)
{
    m_hours = hours;
    qint64 all = 0;
    for (const auto &hour : hours)
        all += hour.cases;
    setAccessibleDescription(tr("%1 new cases in the last %2 hours.").arg(QLocale().toString(all)).arg(hours.size()));
    update();
}

QSize HourChart::sizeHint() const
{
    return {Theme::space(120), Theme::space(48)};
}

QSize HourChart::minimumSizeHint() const
{
    return {Theme::space(60), Theme::space(34)};
}

QRectF HourChart::plot() const
{
    const QFontMetrics small(Theme::font(TextSize::Small));
    return QRectF(rect()).adjusted(small.horizontalAdvance(u"0000"_s) + Theme::space(1), Theme::lineHeight(Theme::font(TextSize::Small)), -Theme::space(1),
                                   -Theme::lineHeight(Theme::font(TextSize::Small)) - Theme::space(1));
}

double HourChart::most() const
{
    double top = 4;
    for (const auto &hour : m_hours)
        top = std::max({top, double(hour.cases), hour.usual});
    return roundedUp(top);
}

void HourChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = plot();
    const double top = most();
    painter.setFont(Theme::tabular(TextSize::Small));
    for (const double share : {0.0, 0.5, 1.0}) {
        const double y = area.bottom() - share * area.height();
        painter.setPen(QPen(Theme::colour(Neutral::Line), 1));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(Theme::colour(Neutral::QuietText));
        painter.drawText(QRectF(0, y - 20, area.left() - Theme::space(1), 40), Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(top * share, 'f', std::fmod(top * share, 1.0) > 0 ? 1 : 0));
    }
    if (m_hours.isEmpty())
        return;
    const double slot = area.width() / double(m_hours.size());
    const int labelEvery = std::max(1, int(std::ceil(QFontMetrics(Theme::tabular(TextSize::Small)).horizontalAdvance(u"00h  "_s) / slot)));
    for (int at = 0; at < m_hours.size(); ++at) {
        const auto &hour = m_hours[at];
        const double x = area.left() + at * slot, high = area.height() * double(hour.cases) / top;
        const bool now = at == m_hours.size() - 1; // the hour that is not over yet
        painter.setPen(now ? QPen(Theme::colour(Meaning::Accent), 1) : Qt::NoPen);
        painter.setBrush(now ? QBrush(Theme::wash(Meaning::Accent)) : QBrush(Theme::colour(Meaning::Accent)));
        painter.drawRoundedRect(QRectF(x + slot * 0.15, area.bottom() - high, slot * 0.7, high), 2, 2);
        if (hour.usual > 0) {
            const double y = area.bottom() - area.height() * hour.usual / top;
            painter.setPen(QPen(Theme::colour(Neutral::Text), 2));
            painter.drawLine(QPointF(x + slot * 0.05, y), QPointF(x + slot * 0.95, y));
        }
        painter.setPen(Theme::colour(Neutral::QuietText));
        if ((m_hours.size() - 1 - at) % labelEvery == 0)
            painter.drawText(QRectF(x - slot, area.bottom() + 2, slot * 3, Theme::lineHeight(Theme::font(TextSize::Small))), Qt::AlignHCenter | Qt::AlignTop,
                             //: an hour of the day on an axis
                             tr("%1h").arg(hourOf(hour.at).hour()));
        if (hour.cases > 0 && slot > QFontMetrics(Theme::tabular(TextSize::Small)).horizontalAdvance(QLocale().toString(hour.cases)))
            painter.drawText(QRectF(x - slot, area.bottom() - high - 30, slot * 3, 28), Qt::AlignHCenter | Qt::AlignBottom, QLocale().toString(hour.cases));
    }
}

bool HourChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_hours.isEmpty())
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int at = int((help->pos().x() - plot().left()) / (plot().width() / double(m_hours.size())));
    if (at >= 0 && at < m_hours.size()) {
        const auto &hour = m_hours[at];
        QToolTip::showText(help->globalPos(), tr("%1h: %2 new cases; usually %3").arg(hourOf(hour.at).hour()).arg(QLocale().toString(hour.cases), QLocale().toString(hour.usual, 'f', 1)), this);
    }
    return true;
}

} // namespace trucban
