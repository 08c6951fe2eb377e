// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clocks/clock_row.h"

#include "ui/theme/theme.h"
#include "ui/widgets/clock_text.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/trade_words.h"

#include <QPainter>

namespace trucban {

namespace {

Meaning meaningOf(const CaseClocks::Stage &stage)
{
    if (stage.state == u"late" || stage.state == u"overdue")
        return Meaning::Burning;
    if (stage.holder == u"citizen" || stage.holder == u"channel")
        return Meaning::Quiet;
    return stage.holder == u"unit" ? Meaning::Waiting : Meaning::Information;
}

} // namespace

ClockRow::ClockRow(const CaseClocks::Stage &stage, qint64 longest, QWidget *parent)
    : QWidget(parent), m_stage(stage), m_longest(std::max<qint64>(longest, 1))
{
    setFocusPolicy(Qt::StrongFocus);
    const QString from = clockText::exact(stage.from);
    const QString until = stage.to.isValid() ? clockText::exact(stage.to) : tr("still runs");
    QStringList lines{tr("From %1 to %2", "two moments").arg(from, until)};
    if (stage.dueAt.isValid())
        lines.append(tr("Due %1").arg(clockText::exact(stage.dueAt)));
    setToolTip(lines.join(u'\n'));
    //: spoken: stage, holder, how long, how it stands
    setAccessibleName(tr("%1: %2, %3, %4").arg(tradeWords::clock(stage.stage), holderWords(stage), duration(stage.seconds), stateWords(stage)));
    setAccessibleDescription(lines.join(u". "_s));
}

QString ClockRow::holderWords(const CaseClocks::Stage &stage)
{
    QString name;
    if (stage.holder == u"unit")
        name = tradeWords::inLanguage(stage.holderName, stage.unitNameEn);
    else if (stage.holder == u"citizen")
        name = tr("The citizen");
    else if (stage.holder == u"channel")
        name = tr("On the way from Facebook");
    else
        name = stage.shift.isEmpty() ? tr("Command centre") : tr("Command centre, %1", "name of the shift").arg(stage.shift);
    const QString head = QStringList{stage.headRank, stage.head}.join(u' ').trimmed();
    return head.isEmpty() ? name : tr("%1 (%2)", "unit or shift, the head who answers for it").arg(name, head);
}

QString ClockRow::stateWords(const CaseClocks::Stage &stage)
{
    if (stage.state == u"met")
        return tr("in time");
    if (stage.state == u"late")
        return tr("late by %1").arg(duration(stage.lateSeconds));
    if (stage.state == u"overdue")
        return tr("overdue by %1").arg(duration(stage.lateSeconds));
    if (stage.state == u"running")
        return tr("runs, in time");
    return tr("no limit");
}

QString ClockRow::duration(qint64 seconds)
{
    const auto two = [](qint64 number) { return QString::number(number).rightJustified(2, u'0'); };
    if (seconds < 60)
        return tr("%1 s", "seconds").arg(seconds);
    if (seconds < 3600)
        return tr("%1 min", "minutes").arg(seconds / 60);
    if (seconds < 86'400)
        return tr("%1 h %2 min", "hours, minutes").arg(seconds / 3600).arg(two(seconds % 3600 / 60));
    return tr("%1 d %2 h", "days, hours").arg(seconds / 86'400).arg(two(seconds % 86'400 / 3600));
}

QSize ClockRow::sizeHint() const
{
    return {Theme::space(90), Theme::lineHeight(Theme::bold()) + Theme::lineHeight(Theme::font(TextSize::Small)) + Theme::space(5)};
}

void ClockRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int pad = Theme::space(2);
    if (hasFocus() || underMouse()) {
        painter.setPen(hasFocus() ? QPen(Theme::colour(Meaning::Accent), 1) : Qt::NoPen);
        painter.setBrush(Theme::selection());
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::radius(), Theme::radius());
    }
    const Meaning meaning = meaningOf(m_stage);
    const int first = Theme::lineHeight(Theme::bold()), second = Theme::lineHeight(Theme::font(TextSize::Small));
    const QRect top(pad, Theme::space(1), width() - 2 * pad, first);
    const QRect below(pad, top.bottom() + 1, top.width(), second);

    // right: how long, and how it stands; the words say what the colour does
    painter.setFont(Theme::tabular(TextSize::Body, true));
    const QString time = duration(m_stage.seconds);
    const int timeWidth = painter.fontMetrics().horizontalAdvance(time);
    painter.setPen(Theme::colour(Neutral::Text));
    painter.drawText(top, Qt::AlignRight | Qt::AlignVCenter, time);
    painter.setFont(Theme::font(TextSize::Small));
    const QString state = stateWords(m_stage);
    const int stateWidth = painter.fontMetrics().horizontalAdvance(state);
    painter.setPen(Theme::colour(meaning == Meaning::Burning ? Meaning::Burning : Meaning::Quiet));
    painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter, state);

    painter.setFont(Theme::bold());
    paint::line(painter, QRect(top.left(), top.top(), top.width() - timeWidth - pad, first), tradeWords::clock(m_stage.stage), Theme::colour(Neutral::Text));
    painter.setFont(Theme::font(TextSize::Small));
    paint::line(painter, QRect(below.left(), below.top(), below.width() - stateWidth - pad, second), holderWords(m_stage), Theme::colour(Neutral::QuietText));

    // the bar from zero; what lies past the due time is hatched, so that it is told apart without colour
    const QRectF room(pad, below.bottom() + Theme::space(1) / 2.0, width() - 2 * pad, Theme::space(1));
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::colour(Neutral::Line));
    painter.drawRoundedRect(room, 2, 2);
    const double whole = room.width() * double(m_stage.seconds) / double(m_longest);
    const double late = room.width() * double(std::min(m_stage.lateSeconds, m_stage.seconds)) / double(m_longest);
    QRectF bar(room.left(), room.top(), std::max(whole, 2.0), room.height());
    painter.setBrush(Theme::colour(m_stage.holder == u"unit" ? Meaning::Waiting : meaning == Meaning::Burning ? Meaning::Information : meaning));
    painter.drawRoundedRect(bar, 2, 2);
    if (late > 0) {
        bar.setLeft(bar.right() - std::max(late, 2.0));
        painter.setBrush(Theme::colour(Meaning::Burning));
        painter.drawRoundedRect(bar, 2, 2);
        painter.setBrush(QBrush(Theme::onColour(Meaning::Burning), Qt::BDiagPattern));
        painter.drawRoundedRect(bar, 2, 2);
    }
}

} // namespace trucban
