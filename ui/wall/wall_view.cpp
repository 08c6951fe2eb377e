// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/wall_view.h"

#include "ui/charts/area_map.h"
#include "ui/charts/bar_table.h"
#include "ui/charts/hour_bars.h"
#include "ui/theme/theme.h"
#include "ui/wall/wall_blocks.h"
#include "ui/widgets/clock_text.h"
#include "ui/widgets/failure_words.h"
#include "ui/widgets/trade_words.h"

#include <QLocale>
#include <QPainter>
#include <QTimeZone>

namespace trucban {

namespace {

const QTimeZone &hanoi()
{
    static const QTimeZone zone("Asia/Ho_Chi_Minh");
    return zone;
}

} // namespace

WallView::WallView(QWidget *parent)
    : QWidget(parent), m_emergency(new EmergencyBanner(this)), m_load(new LoadStrip(this)), m_red(new RedCases(this)), m_ladder(new LadderSteps(this)), m_map(new AreaMap(tr("Cases by ward, seven days"), this)),
      m_units(new BarTable(tr("Units on time"), {tr("on time"), tr("held for")}, tr("No stage of a unit was judged yet."), this)), m_hours(new HourBars(tr("Came in today"), this))
{
    setObjectName(u"wallView"_s);
    setAccessibleName(tr("The wall"));
    m_map->setObjectName(u"wallMap"_s);
    m_units->setObjectName(u"wallUnits"_s);
    m_hours->setObjectName(u"wallHours"_s);
    m_units->setFull(true);
    m_units->setStacked(true);
    m_units->setMost(12);
    m_units->setDefinition(tr("Stages of the last seven days that units ended in time, of all that were judged; the lowest first. Held for: how long each unit had cases in those days."));
    m_hours->setDefinition(tr("Cases by the hour of their first message, by Facebook's time. Line: the mean of the same hour on the seven days before."));
    m_map->setDefinition(tr("Cases of the last seven days by ward; late: with a stage that ran over its time. Press M to shade by late cases or by all."));
    m_emergency->hide();
    for (LinkedCanvas *block : blocks())
        connect(block, &LinkedCanvas::chosen, this, &WallView::chosen);
    connect(m_map, &AreaMap::shadeChanged, this, [this] { show(m_last); });
    m_clock.setInterval(10'000);
    connect(&m_clock, &QTimer::timeout, this, [this] { update(0, 0, width(), height() / 12); });
    m_clock.start();
}

QList<LinkedCanvas *> WallView::blocks() const
{
    return {m_emergency, m_load, m_red, m_ladder, m_map, m_units, m_hours};
}

void WallView::setPlaces(const MapPlaces &places)
{
    m_map->setPlaces(places);
}

void WallView::tellFailure(const Failure &failure)
{
    m_failed = true;
    const QString since = m_last.now.isValid() ? tr("Nothing newer than %1").arg(clockText::hourMinute(m_last.now)) : tr("Nothing was read yet");
    m_standing = since + u": "_s + wordsFor(failure).happened;
    update();
}

void WallView::showUnits(const WallReading &reading)
{
    const QLocale locale;
    QList<MetricRow> units = reading.onTime;
    std::ranges::sort(units, [](const MetricRow &a, const MetricRow &b) { return a.share != b.share ? a.share < b.share : a.late > b.late; });
    QList<BarTableRow> rows;
    for (const MetricRow &unit : units) {
        const QString name = tradeWords::inLanguage(unit.name, unit.nameEn), share = tr("%1 %").arg(locale.toString(100 * unit.share, 'f', 0));
        const QString held = heldFor(reading.charged.value(unit.key));
        const QString words = tr("%1: %2 of %3 stages on time, %4 late, held cases for %5").arg(name, locale.toString(unit.good), locale.toString(unit.n), locale.toString(unit.late), held);
        QJsonObject target{{u"metric"_s, u"on_time"_s}, {u"by"_s, u"unit"_s}, {u"key"_s, unit.key}, {u"from"_s, reading.from.toUTC().toString(Qt::ISODate)}, {u"to"_s, reading.now.toUTC().toString(Qt::ISODateWithMs)}, {u"title"_s, name}};
        rows.append({name, unit.share, -1, {share, held}, words, words, target, unit.share < 0.8});
    }
    m_units->show(rows, tr("last %1 days, the lowest first").arg(reading.days));
}

void WallView::show(const WallReading &reading)
{
    m_last = reading;
    m_failed = false;
    m_standing = reading.now.isValid() ? tr("as of %1").arg(clockText::hourMinute(reading.now)) : QString();
    const bool wasUrgent = m_emergency->isNeeded();
    m_emergency->show(reading);
    m_load->show(reading);
    m_red->show(reading);
    m_ladder->show(reading);
    showUnits(reading);
    QList<MetricRow> areas = reading.areas;
    for (MetricRow &area : areas) {
        area.filter = {{u"metric"_s, u"by_area"_s}, {u"by"_s, u"area"_s}, {u"key"_s, area.key}, {u"from"_s, reading.from.toUTC().toString(Qt::ISODate)}, {u"to"_s, reading.now.toUTC().toString(Qt::ISODateWithMs)}, {u"title"_s, area.name}};
        if (m_map->shade() == AreaMap::ByLate)
            area.filter[u"late"_s] = true;
    }
    m_map->show(areas);
    QList<QJsonObject> hours;
    const QDateTime day = startOfDay(reading.now);
    for (int hour = 0; hour < 24; ++hour)
        hours.append(intakeTarget(day.addSecs(hour * 3600), day.addSecs((hour + 1) * 3600)));
    m_hours->show(reading.hours, reading.usual, reading.now.isValid() ? reading.now.toTimeZone(hanoi()).time().hour() : -1, hours);
    if (wasUrgent != m_emergency->isNeeded())
        arrange();
    update();
}

void WallView::resizeEvent(QResizeEvent *)
{
    arrange();
}

void WallView::arrange()
{
    const ChartType type = ChartType::ofWall(height());
    for (LinkedCanvas *block : blocks())
        block->setType(type);
    const int edge = type.gap * 3, pad = type.gap * 3, high = type.line(type.heading) + type.gap;
    QRect left = rect().adjusted(edge, edge + high, -edge, -edge);
    if (m_emergency->isNeeded()) {
        m_emergency->setGeometry(left.left(), left.top(), left.width(), type.line(type.bold) + 3 * type.gap);
        left.setTop(m_emergency->geometry().bottom() + type.gap * 2);
    }
    const int strip = m_load->sizeHint().height();
    m_load->setGeometry(left.left(), left.top(), left.width(), strip);
    left.setTop(left.top() + strip + 2 * type.gap);
    const auto place = [pad](QWidget *block, int x, int y, int w, int h) { block->setGeometry(QRect(x, y, w, h).adjusted(pad, pad, -pad, -pad)); };
    const int between = type.gap * 2;
    const int first = left.width() * 38 / 100, second = left.width() * 30 / 100, third = left.width() - first - second - 2 * between;
    const int upper = left.height() * 60 / 100, lower = left.height() - upper - between;
    place(m_red, left.left(), left.top(), first, upper);
    place(m_ladder, left.left(), left.top() + upper + between, first, lower);
    place(m_map, left.left() + first + between, left.top(), second, left.height());
    place(m_units, left.left() + first + second + 2 * between, left.top(), third, upper);
    place(m_hours, left.left() + first + second + 2 * between, left.top() + upper + between, third, lower);
}

void WallView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), Theme::colour(Neutral::Ground));
    const ChartType type = ChartType::ofWall(height());
    const int edge = type.gap * 3, pad = type.gap * 3;
    for (const QWidget *block : std::initializer_list<const QWidget *>{m_red, m_ladder, m_map, m_units, m_hours}) {
        painter.setPen(QPen(Theme::colour(Neutral::Line), 1));
        painter.setBrush(Theme::colour(Neutral::Surface));
        painter.drawRoundedRect(QRectF(block->geometry()).adjusted(-pad, -pad, pad, pad), Theme::radius(), Theme::radius());
    }
    const QRectF line(edge, edge, width() - 2 * edge, type.line(type.heading));
    painter.setFont(type.heading);
    painter.setPen(Theme::colour(Neutral::Text));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, tr("Duty desk, how it stands"));
    const QDateTime now = QDateTime::currentDateTimeUtc().toTimeZone(hanoi());
    const QString clock = QLocale().toString(now.date(), tr("dddd d/M/yyyy")) + u"   "_s + now.toString(u"HH:mm"_s);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, clock);
    if (m_standing.isEmpty())
        return;
    painter.setFont(type.small);
    painter.setPen(Theme::colour(m_failed ? Meaning::Burning : Meaning::Quiet));
    const double used = QFontMetrics(type.heading).horizontalAdvance(tr("Duty desk, how it stands")) + 4 * type.gap;
    const double free = line.width() - used - QFontMetrics(type.heading).horizontalAdvance(clock) - 4 * type.gap;
    painter.drawText(line.adjusted(used, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(type.small).elidedText(m_standing, Qt::ElideRight, int(free)));
}

} // namespace trucban
