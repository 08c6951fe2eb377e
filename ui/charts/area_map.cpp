// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/area_map.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace trucban {

namespace {

// points nearer than a pixel to the one before say nothing
QPolygonF thinned(const QPolygonF &points)
{
    QPolygonF kept;
    for (const QPointF &point : points) {
        if (kept.isEmpty() || std::abs(point.x() - kept.last().x()) + std::abs(point.y() - kept.last().y()) >= 1.0)
            kept.append(point);
    }
    return kept;
}

} // namespace

AreaMap::AreaMap(const QString &title, QWidget *parent) : LinkedCanvas(title, parent) {}

void AreaMap::setPlaces(const MapPlaces &places)
{
    m_places = places;
    m_groundIs.clear();
    update();
}

void AreaMap::show(const QList<MetricRow> &areas)
{
    m_rows.clear();
    m_elsewhere = 0;
    for (const MetricRow &row : areas) {
        if (row.key.isEmpty())
            m_elsewhere = row.n;
        else
            m_rows.insert(row.key, row);
    }
    m_groundIs.clear();
    update();
}

void AreaMap::setShade(Shade shade)
{
    if (shade == m_shade)
        return;
    m_shade = shade;
    m_groundIs.clear();
    update();
    Q_EMIT shadeChanged();
}

QSize AreaMap::sizeHint() const
{
    return {type().gap * 110, type().gap * 110};
}

QSize AreaMap::minimumSizeHint() const
{
    return {type().gap * 60, type().gap * 60};
}

void AreaMap::keyPressEvent(QKeyEvent *event)
{
    if (event->text() == u"m"_s) {
        setShade(m_shade == ByCount ? ByLate : ByCount);
        return;
    }
    LinkedCanvas::keyPressEvent(event);
}

qint64 AreaMap::numberOf(const MapPlace &place) const
{
    const MetricRow row = m_rows.value(place.code);
    return m_shade == ByLate ? row.late : row.n;
}

QPointF AreaMap::View::map(const QPointF &place) const
{
    return {box.left() + (place.x() - earth.left()) / earth.width() * box.width(), box.bottom() - (place.y() - earth.top()) / earth.height() * box.height()};
}

// a degree of longitude is shorter than one of latitude here
AreaMap::View AreaMap::fitted(const QRectF &earth, const QRectF &box) const
{
    const double narrow = std::cos(earth.center().y() * M_PI / 180.0);
    const double scale = std::min(box.width() / (earth.width() * narrow), box.height() / earth.height());
    QRectF fit(0, 0, earth.width() * narrow * scale, earth.height() * scale);
    fit.moveCenter(box.center());
    return {earth, fit};
}

QRectF AreaMap::bounds() const
{
    QRectF all;
    for (const MapPlace &place : m_places.places) {
        if (place.hasLabel)
            all = all.isNull() ? QRectF(place.label, QSizeF(1e-6, 1e-6)) : all.united(QRectF(place.label, QSizeF(1e-6, 1e-6)));
        for (const auto &ring : place.rings)
            all = all.united(QPolygonF(ring).boundingRect());
    }
    return all.isNull() ? QRectF(105.3, 20.5, 0.8, 0.9) : all.adjusted(-all.width() * 0.02, -all.height() * 0.02, all.width() * 0.02, all.height() * 0.02);
}

// where half of the label points lie nearest together
QRectF AreaMap::middle() const
{
    QList<double> x, y;
    for (const MapPlace &place : m_places.places) {
        if (place.hasLabel) {
            x.append(place.label.x());
            y.append(place.label.y());
        }
    }
    if (x.size() < 30)
        return {};
    const QRectF all = bounds();
    const double side = std::min(all.width(), all.height()) * 0.22;
    QPointF best;
    int most = 0;
    for (int at = 0; at < x.size(); ++at) {
        int near = 0;
        for (int other = 0; other < x.size(); ++other)
            near += std::abs(x[other] - x[at]) < side / 2 && std::abs(y[other] - y[at]) < side / 2;
        if (near > most) {
            most = near;
            best = {x[at], y[at]};
        }
    }
    return most < x.size() / 5 ? QRectF() : QRectF(best.x() - side / 2, best.y() - side / 2, side, side);
}

void AreaMap::drawGround(QPainter &painter, const View &view) const
{
    painter.save();
    painter.setClipRect(view.box.adjusted(-1, -1, 1, 1));
    for (const MapPlace &place : m_places.places) {
        if (place.rings.isEmpty())
            continue;
        QPainterPath path;
        path.setFillRule(Qt::OddEvenFill);
        for (const auto &ring : place.rings) {
            QPolygonF mapped;
            mapped.reserve(ring.size());
            for (const QPointF &point : ring)
                mapped.append(view.map(point));
            path.addPolygon(thinned(mapped));
            path.closeSubpath();
        }
        const qint64 number = numberOf(place);
        const double share = m_most > 0 ? double(number) / double(m_most) : 0;
        painter.setPen(QPen(Theme::colour(Neutral::Ground), std::max(1.0, type().gap / 6.0)));
        painter.setBrush(ramp::at(share));
        painter.drawPath(path);
        if (m_shade == ByLate && number > 0 && share > 0.5) { // the worst ones told apart without shades too
            painter.setPen(Qt::NoPen);
            painter.setBrush(QBrush(ramp::on(share), Qt::BDiagPattern));
            painter.setOpacity(0.25);
            painter.drawPath(path);
            painter.setOpacity(1);
        }
    }
    painter.restore();
}

// with boundaries the shade tells one number and the circles the other; without, the circles tell the chosen one
qint64 AreaMap::circleOf(const MapPlace &place) const
{
    if (m_places.attribution.isEmpty())
        return numberOf(place);
    const MetricRow row = m_rows.value(place.code);
    return m_shade == ByLate ? row.n : row.late;
}

void AreaMap::drawCircles(QPainter &painter, const View &view, int labels, const QRectF &leaveOut)
{
    const QLocale locale;
    QList<const MapPlace *> placed;
    qint64 most = 1;
    for (const MapPlace &place : m_places.places) {
        most = std::max(most, circleOf(place));
        if (place.hasLabel && view.earth.contains(place.label) && !leaveOut.contains(place.label))
            placed.append(&place);
    }
    std::ranges::stable_sort(placed, std::ranges::greater(), [this](const MapPlace *place) { return numberOf(*place); });
    const bool late = (m_shade == ByLate) == m_places.attribution.isEmpty();
    const double largest = type().line(type().body) * (labels > 4 ? 0.42 : 0.3), smallest = std::max(1.5, type().gap * 0.25);
    QList<QRectF> circles;
    for (const MapPlace *place : placed) {
        const MetricRow row = m_rows.value(place->code);
        const qint64 number = circleOf(*place);
        const QPointF at = view.map(place->label);
        const double radius = std::max(smallest, largest * std::sqrt(double(number) / double(most)));
        const QRectF circle(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
        painter.setPen(QPen(Theme::colour(Neutral::Surface), std::max(1.0, type().gap / 8.0)));
        painter.setBrush(number > 0 ? Theme::colour(late ? Meaning::Burning : Meaning::Accent) : Theme::colour(Neutral::QuietText));
        painter.drawEllipse(circle);
        const QString words = row.n > 0 ? tr("%1: %2 cases, %3 of them late").arg(place->name, locale.toString(row.n), locale.toString(row.late)) : tr("%1: no case").arg(place->name);
        link(circle.adjusted(-3, -3, 3, 3), words, words, row.n > 0 ? row.filter : QJsonObject());
        circles.append(circle);
    }
    drawLabels(painter, view, placed.first(std::min<qsizetype>(placed.size(), 4 * labels)), circles, labels);
}

// name and number of the largest where there is room
void AreaMap::drawLabels(QPainter &painter, const View &view, const QList<const MapPlace *> &placed, const QList<QRectF> &circles, int most) const
{
    const QFontMetrics small(type().small);
    QList<QRectF> taken;
    painter.setFont(type().small);
    for (qsizetype index = 0; index < placed.size() && taken.size() < most; ++index) {
        if (numberOf(*placed[index]) == 0)
            break;
        const QString label = placed[index]->name + u' ' + QLocale().toString(numberOf(*placed[index]));
        const QSizeF size(small.horizontalAdvance(label) + 2 * type().gap, small.height());
        const QRectF circle = circles[index];
        for (const QPointF corner : {QPointF(circle.right() + 1, circle.center().y() - size.height() / 2), QPointF(circle.left() - 1 - size.width(), circle.center().y() - size.height() / 2)}) {
            const QRectF text(corner, size);
            if (!view.box.contains(text) || std::ranges::any_of(taken, [&](const QRectF &other) { return other.intersects(text); }))
                continue;
            QColor ground = Theme::colour(Neutral::Surface);
            ground.setAlpha(225);
            painter.setPen(Qt::NoPen);
            painter.setBrush(ground);
            painter.drawRoundedRect(text, 3, 3);
            painter.setPen(Theme::colour(Neutral::Text));
            painter.drawText(text, Qt::AlignCenter, label);
            taken.append(text);
            break;
        }
    }
}

void AreaMap::drawLegend(QPainter &painter, const QRectF &box) const
{
    const QFontMetrics small(type().small);
    const QLocale locale;
    painter.setFont(type().small);
    painter.setPen(Theme::colour(Neutral::QuietText));
    const QString what = m_shade == ByLate ? tr("late cases") : tr("cases");
    const QString most = locale.toString(m_most);
    double x = box.left();
    const auto word = [&](const QString &text) {
        painter.setPen(Theme::colour(Neutral::QuietText));
        painter.drawText(QRectF(x, box.top(), small.horizontalAdvance(text) + 2, box.height()), Qt::AlignVCenter | Qt::AlignLeft, text);
        x += small.horizontalAdvance(text) + type().gap;
    };
    word(u"0"_s);
    for (int step = 0; step < 5; ++step) {
        painter.fillRect(QRectF(x, box.center().y() - box.height() * 0.25, box.height(), box.height() * 0.5), ramp::at(step / 4.0));
        x += box.height();
    }
    x += type().gap;
    word(u"%1 %2"_s.arg(most, what));
    if (!m_places.attribution.isEmpty()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::colour(m_shade == ByLate ? Meaning::Accent : Meaning::Burning));
        painter.drawEllipse(QPointF(x + box.height() * 0.3, box.center().y()), box.height() * 0.25, box.height() * 0.25);
        x += box.height() * 0.8;
        word(m_shade == ByLate ? tr("cases") : tr("late cases"));
    }
    if (m_elsewhere > 0)
        word(u"·  "_s + tr("%1 without an area").arg(locale.toString(m_elsewhere)));
}

void AreaMap::draw(QPainter &painter)
{
    m_most = 0;
    for (const MapPlace &place : m_places.places)
        m_most = std::max(m_most, numberOf(place));
    const bool drawn = !m_places.attribution.isEmpty();
    QRectF area = heading(painter);
    const double line = type().line(type().small);
    const int notes = drawn ? 2 : 1;
    drawLegend(painter, QRectF(area.left(), area.bottom() - notes * line, area.width(), line));
    if (drawn) {
        const QString note = tr("No legal value as to boundaries") + u". "_s + m_places.attribution;
        painter.setPen(Theme::colour(Neutral::QuietText));
        painter.drawText(QRectF(area.left(), area.bottom() - line, area.width(), line), Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(type().small).elidedText(note, Qt::ElideRight, int(area.width())));
    }
    area.adjust(0, 0, 0, -notes * line - type().gap);
    if (std::ranges::none_of(m_places.places, [](const MapPlace &place) { return place.hasLabel || !place.rings.isEmpty(); })) {
        nothing(painter, area, tr("No area with a place on the map is known yet. An administrator imports areas and their boundaries."));
        return;
    }
    const QRectF inner = middle();
    const bool wide = area.width() > area.height() * 1.15;
    View whole, large;
    if (inner.isNull()) {
        whole = fitted(bounds(), area);
    } else if (wide) {
        whole = fitted(bounds(), QRectF(area.left(), area.top(), area.width() * 0.5, area.height()));
        large = fitted(inner, area.adjusted(area.width() * 0.52, 0, 0, 0));
    } else {
        whole = fitted(bounds(), QRectF(area.left(), area.top(), area.width(), area.height() * 0.5));
        large = fitted(inner, area.adjusted(0, area.height() * 0.52, 0, 0));
    }
    const QString groundIs = u"%1x%2 %3 %4 %5"_s.arg(width()).arg(height()).arg(Theme::isDark()).arg(m_shade).arg(m_most);
    if (groundIs != m_groundIs) {
        m_ground = QPixmap(size() * devicePixelRatioF());
        m_ground.setDevicePixelRatio(devicePixelRatioF());
        m_ground.fill(Qt::transparent);
        QPainter ground(&m_ground);
        ground.setRenderHint(QPainter::Antialiasing);
        drawGround(ground, whole);
        if (!inner.isNull())
            drawGround(ground, large);
        m_groundIs = groundIs;
    }
    painter.drawPixmap(0, 0, m_ground);
    drawCircles(painter, whole, 4, inner);
    if (!inner.isNull()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Theme::colour(Neutral::QuietText), std::max(1.0, type().gap / 5.0)));
        painter.drawRect(large.box);
        painter.drawRect(QRectF(whole.map(inner.bottomLeft()), whole.map(inner.topRight())).normalized());
        drawCircles(painter, large, 8, {});
    }
}

} // namespace trucban
