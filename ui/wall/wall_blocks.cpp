// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/wall_blocks.h"

#include "ui/theme/theme.h"
#include "ui/widgets/clock_text.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/trade_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QTimeZone>

namespace trucban {

namespace {

QJsonObject inboxView(const QString &view, const QJsonObject &filters = {})
{
    return {{u"view"_s, view}, {u"filters"_s, filters}};
}

QJsonObject caseTarget(CaseId id)
{
    return {{u"case"_s, id.value}};
}

qint64 partOf(const QList<MetricRow> &rows, const QString &part, qint64 MetricRow::*what)
{
    for (const MetricRow &row : rows) {
        if (row.part == part)
            return row.*what;
    }
    return 0;
}

} // namespace

QDateTime startOfDay(const QDateTime &at)
{
    static const QTimeZone hanoi("Asia/Ho_Chi_Minh");
    return QDateTime(at.toTimeZone(hanoi).date(), QTime(0, 0), hanoi);
}

QJsonObject intakeTarget(const QDateTime &from, const QDateTime &to)
{
    return {{u"metric"_s, u"intake"_s}, {u"from"_s, from.toUTC().toString(Qt::ISODate)}, {u"to"_s, to.toUTC().toString(Qt::ISODate)}};
}

QString lateness(const QDateTime &due, const QDateTime &now)
{
    return heldFor(std::max<qint64>(0, due.secsTo(now)));
}

QString heldFor(qint64 seconds)
{
    const qint64 minutes = seconds / 60;
    const QLocale locale;
    if (minutes < 60)
        //: a length of time, short
        return QCoreApplication::translate("trucban::Wall", "%1 min").arg(minutes);
    if (minutes < 48 * 60)
        //: hours and minutes, short
        return QCoreApplication::translate("trucban::Wall", "%1 h %2").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0'));
    //: days, short
    return QCoreApplication::translate("trucban::Wall", "%1 d").arg(locale.toString(minutes / 1440));
}

LoadStrip::LoadStrip(QWidget *parent) : NumberStrip(tr("Load now"), parent)
{
    setObjectName(u"wallLoad"_s);
}

void LoadStrip::show(const WallReading &reading)
{
    const QLocale locale;
    const auto &load = reading.load;
    const auto number = [&](const QString &part) { return reading.now.isValid() ? locale.toString(partOf(load, part, &MetricRow::n)) : u"–"_s; };
    const auto late = [&](const QString &part) {
        const qint64 count = partOf(load, part, &MetricRow::late);
        return count > 0 ? tr("%1 late").arg(locale.toString(count)) : tr("none late");
    };
    const qint64 red = partOf(load, {}, &MetricRow::late);
    NumberStrip::show({
        {tr("Late"), reading.now.isValid() ? locale.toString(red) : u"–"_s, tr("of %1 open").arg(number({})), red > 0 ? Meaning::Burning : Meaning::Quiet, {}, inboxView(u"overdue"_s)},
        {tr("To take in"), number(u"new"_s), tr("%1 unclaimed").arg(locale.toString(reading.unclaimed)), Meaning::Information, {}, inboxView(u"new"_s)},
        {tr("In hand"), number(u"in_hand"_s), late(u"in_hand"_s), Meaning::Quiet, {}, inboxView(u"in_hand"_s)},
        {tr("With units"), number(u"waiting"_s), late(u"waiting"_s), Meaning::Waiting, {}, inboxView(u"waiting"_s)},
        {tr("To be released"), number(u"answered"_s), late(u"answered"_s), Meaning::Good, {}, inboxView(u"answered"_s)},
        {tr("Came in today"), locale.toString(reading.arrivedToday), tr("a week ago %1").arg(locale.toString(reading.arrivedLastWeek)), Meaning::Quiet, {},
         intakeTarget(startOfDay(reading.now), reading.now.addSecs(1))},
    });
}

RedCases::RedCases(QWidget *parent) : LinkedCanvas(tr("Red cases"), parent)
{
    setObjectName(u"wallRed"_s);
    setDefinition(tr("Open cases whose stage or whose time for an answer at Facebook has run out: the most urgent first, then the latest. With who holds each one now."));
}

void RedCases::show(const WallReading &reading)
{
    m_reading = reading;
    m_late = partOf(reading.load, {}, &MetricRow::late);
    update();
}

QString RedCases::holderOf(const RedCase &red) const
{
    if (red.holder == u"unit") {
        const QString unit = tradeWords::inLanguage(red.unit, red.unitEn);
        return red.head.isEmpty() ? unit : u"%1 · %2"_s.arg(unit, red.head);
    }
    if (red.holder == u"citizen")
        return tr("waiting for the citizen");
    return red.officer.isEmpty() ? tr("Duty desk, nobody holds it") : tr("Duty desk · %1").arg(red.officer);
}

void RedCases::drawRow(QPainter &painter, const QRectF &box, const RedCase &red, double lateWidth)
{
    const QFontMetrics bold(type().bold), body(type().body), small(type().small);
    const double first = type().line(type().bold);
    const QString late = lateness(red.burnsAt, m_reading.now);
    painter.setFont(type().bold);
    painter.setPen(Theme::colour(Meaning::Burning));
    painter.drawText(QRectF(box.left(), box.top(), lateWidth, first), Qt::AlignLeft | Qt::AlignVCenter, late);
    double x = box.left() + lateWidth;
    painter.setPen(Theme::colour(Neutral::Text));
    const QString number = u'#' + red.number;
    painter.drawText(QRectF(x, box.top(), box.right() - x, first), Qt::AlignLeft | Qt::AlignVCenter, number);
    x += bold.horizontalAdvance(number) + 2 * type().gap;
    if (red.urgency == u"emergency" || red.urgency == u"high") {
        painter.setFont(type().small);
        x += paint::pill(painter, QRectF(x, box.top(), box.right() - x, first).toRect(), tradeWords::urgency(red.urgency), tradeWords::meaningOfUrgency(red.urgency), paint::Filled) + 2 * type().gap;
    }
    const QString about = red.area.isEmpty() ? tradeWords::clock(red.clock) : tradeWords::clock(red.clock) + u" · "_s + red.area;
    const auto line = [&](const QFont &font, const QColor &colour, const QRectF &room, const QString &words) {
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(font).elidedText(words, Qt::ElideRight, int(room.width())));
    };
    line(type().body, Theme::colour(Neutral::QuietText), QRectF(x, box.top(), box.right() - x, first), about);
    const QString holder = holderOf(red);
    line(type().small, Theme::colour(Neutral::Text), QRectF(box.left(), box.top() + first, box.width(), type().line(type().small)), holder);
    link(box, tr("Case %1, late by %2, with %3").arg(red.number, late, holder),
         u"#%1\n%2\n%3\n%4\n%5"_s.arg(red.number, holder, about, tradeWords::inLanguage(red.category, red.categoryEn), clockText::exact(red.burnsAt)), caseTarget(red.id));
}

void RedCases::draw(QPainter &painter)
{
    const QLocale locale;
    const double rowHigh = type().line(type().bold) + type().line(type().small) + type().gap;
    const int fit = std::max(1, int((height() - type().line(type().heading) - type().gap) / rowHigh));
    const int shown = std::min(fit, int(m_reading.red.size()));
    const QRectF area = heading(painter, m_late > shown ? tr("%1 of %2, the worst first").arg(shown).arg(locale.toString(m_late)) : QString());
    if (m_reading.red.isEmpty()) {
        nothing(painter, area, m_reading.now.isValid() ? tr("Nothing is late.") : QString());
        return;
    }
    double lateWidth = 0;
    for (const RedCase &red : m_reading.red.first(shown))
        lateWidth = std::max(lateWidth, double(QFontMetrics(type().bold).horizontalAdvance(lateness(red.burnsAt, m_reading.now))));
    for (int index = 0; index < shown; ++index)
        drawRow(painter, QRectF(0, area.top() + index * rowHigh, width(), rowHigh - type().gap / 2.0), m_reading.red[index], lateWidth + 3 * type().gap);
}

LadderSteps::LadderSteps(QWidget *parent) : LinkedCanvas(tr("Who was told"), parent)
{
    setObjectName(u"wallLadder"_s);
    setDefinition(tr("The rungs climbed in the last 24 hours, newest first: when, which case, how much of its time had passed, and who was told."));
}

void LadderSteps::show(const WallReading &reading)
{
    m_reading = reading;
    update();
}

void LadderSteps::draw(QPainter &painter)
{
    const QRectF area = heading(painter, tr("last 24 hours"));
    if (m_reading.ladder.isEmpty()) {
        nothing(painter, area, tr("Nobody had to be told in the last 24 hours."));
        return;
    }
    const QFontMetrics body(type().body), bold(type().bold);
    const double rowHigh = type().line(type().body) + type().gap / 2.0;
    const int shown = std::min(int(m_reading.ladder.size()), std::max(1, int(area.height() / rowHigh)));
    for (int index = 0; index < shown; ++index) {
        const LadderStep &step = m_reading.ladder[index];
        const QRectF box(0, area.top() + index * rowHigh, width(), rowHigh);
        const Meaning meaning = step.severity == u"alarm" || step.severity == u"urgent" ? Meaning::Burning : step.severity == u"warning" ? Meaning::Soon : Meaning::Quiet;
        double x = box.left();
        const auto word = [&](const QFont &font, const QColor &colour, const QString &words, double wide) {
            painter.setFont(font);
            painter.setPen(colour);
            painter.drawText(QRectF(x, box.top(), wide, box.height()), Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(font).elidedText(words, Qt::ElideRight, int(wide)));
            x += wide;
        };
        word(type().body, Theme::colour(Neutral::QuietText), clockText::hourMinute(step.at), body.horizontalAdvance(u"00:00"_s) + 2 * type().gap);
        paint::sign(painter, QRectF(x, box.center().y() - type().gap * 1.5, type().gap * 3, type().gap * 3), meaning);
        x += type().gap * 4;
        word(type().bold, Theme::colour(Neutral::Text), u'#' + step.number, bold.horizontalAdvance(u"#00-000000"_s) + 2 * type().gap);
        const QString rung = step.rung == u"100" ? tr("time is out") : step.rung == u"after_24h" ? tr("24 h over") : tr("%1 % of the time").arg(step.rung);
        word(type().small, Theme::colour(meaning), rung, QFontMetrics(type().small).horizontalAdvance(tr("%1 % of the time").arg(100)) + 2 * type().gap);
        const QString told = step.told.isEmpty() ? tr("nobody could be told") : step.told.join(u", "_s);
        const QString more = step.told.size() > 1 ? u" +%1"_s.arg(step.told.size() - 1) : QString(); // the others by number
        const double room = box.right() - x - QFontMetrics(type().small).horizontalAdvance(more);
        word(type().small, Theme::colour(Neutral::Text), QFontMetrics(type().small).elidedText(step.told.value(0, told), Qt::ElideRight, int(room)) + more, box.right() - x);
        link(box, tr("Case %1, %2, told: %3").arg(step.number, rung, told), u"#%1 · %2\n%3\n%4"_s.arg(step.number, rung, told, clockText::exact(step.at)), caseTarget(step.id));
    }
}

EmergencyBanner::EmergencyBanner(QWidget *parent) : LinkedCanvas(tr("Emergency"), parent)
{
    setObjectName(u"wallEmergency"_s);
    m_blink.setInterval(700);
    connect(&m_blink, &QTimer::timeout, this, [this] {
        m_dim = !m_dim;
        update();
    });
}

void EmergencyBanner::show(const WallReading &reading)
{
    m_reading = reading;
    setVisible(isNeeded());
    if (isNeeded() && Theme::motion()) {
        if (!m_blink.isActive())
            m_blink.start();
    } else {
        m_blink.stop();
        m_dim = false;
    }
    update();
}

void EmergencyBanner::draw(QPainter &painter)
{
    if (!isNeeded())
        return;
    const Emergency &first = m_reading.emergencies.first();
    QStringList parts{m_reading.emergencies.size() > 1 ? tr("%1 emergencies wait to be taken in").arg(m_reading.emergencies.size()) : tr("Emergency, not taken in"), u'#' + first.number};
    if (!first.category.isEmpty())
        parts.append(tradeWords::inLanguage(first.category, first.categoryEn));
    if (!first.area.isEmpty())
        parts.append(first.area);
    parts.append(tr("waiting for %1").arg(lateness(first.openedAt, m_reading.now)));
    painter.setPen(QPen(Theme::colour(Meaning::Burning), type().gap / 2.0));
    painter.setBrush(m_dim ? Theme::wash(Meaning::Burning) : Theme::colour(Meaning::Burning));
    const QRectF box = QRectF(rect()).adjusted(type().gap / 2.0, type().gap / 2.0, -type().gap / 2.0, -type().gap / 2.0);
    painter.drawRoundedRect(box, Theme::radius(), Theme::radius());
    painter.setFont(type().bold);
    painter.setPen(m_dim ? Theme::colour(Meaning::Burning) : Theme::onColour(Meaning::Burning));
    const QString words = parts.join(u"   ·   "_s);
    painter.drawText(box.adjusted(4 * type().gap, 0, -4 * type().gap, 0), Qt::AlignCenter, QFontMetrics(type().bold).elidedText(words, Qt::ElideRight, int(box.width()) - 8 * type().gap));
    link(box, words, words, m_reading.emergencies.size() > 1 ? inboxView(u"new"_s, {{u"urgency"_s, u"emergency"_s}}) : caseTarget(first.id));
}

} // namespace trucban
