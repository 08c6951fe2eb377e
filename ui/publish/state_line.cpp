// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publish/state_line.h"

#include "ui/publish/post_words.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace trucban {

StateLine::StateLine(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    show(Bulletin());
}

static QString whoAndWhen(const QString &who, const QDateTime &when)
{
    const QString clock = PostWords::moment(when, PostWords::Short);
    return who.isEmpty() || clock.isEmpty() ? who + clock : who + u" · "_s + clock;
}

void StateLine::show(const Bulletin &b)
{
    using enum BulletinState;
    const BulletinState now = b.state == Failed || b.state == Publishing ? Approved : b.state;
    const auto rank = [](BulletinState state) { return state == Withdrawn ? -1 : int(state) - (state > Publishing ? 1 : 0); };
    const bool scheduled = b.scheduledFor.isValid();
    m_stops = {{Draft, PostWords::state(Draft), whoAndWhen(b.author, b.createdAt)},
               {Submitted, PostWords::state(Submitted), whoAndWhen(b.submitter, b.submittedAt)},
               {Approved, b.state == Failed || b.state == Publishing || b.isLeaving() ? PostWords::state(b.state == Failed ? Failed : Publishing) : PostWords::state(Approved),
                whoAndWhen(b.approver, b.approvedAt)},
               {Scheduled, PostWords::state(Scheduled), scheduled ? PostWords::moment(b.scheduledFor) : QString()},
               {Published, PostWords::state(Published), PostWords::moment(b.publishedAt)}};
    if (b.state == Withdrawn)
        m_stops.append({Withdrawn, PostWords::state(Withdrawn), b.reason});
    QStringList spoken;
    for (Stop &stop : m_stops) {
        stop.standing = stop.state == now ? Stop::Here : b.state != Withdrawn && rank(stop.state) < rank(now) ? Stop::Done : Stop::Ahead;
        if (stop.state == Scheduled && !scheduled && stop.standing == Stop::Done)
            stop.standing = Stop::Ahead; // published at once
        if (stop.standing != Stop::Ahead)
            spoken.append(stop.detail.isEmpty() ? stop.word : stop.word + u": "_s + stop.detail);
    }
    QStringList history;
    for (const BulletinStep &step : b.steps)
        history.append(PostWords::moment(step.at) + u"  "_s + PostWords::step(step));
    m_history = history.join(u'\n');
    setAccessibleName(tr("State of the post: %1").arg(spoken.join(u"; "_s)));
    update();
}

QSize StateLine::sizeHint() const
{
    return {Theme::space(120), Theme::lineHeight(Theme::font()) + Theme::lineHeight(Theme::font(TextSize::Small)) + Theme::space(2)};
}

QSize StateLine::minimumSizeHint() const
{
    return {Theme::space(60), sizeHint().height()};
}

QRect StateLine::cell(int index) const
{
    const int count = int(m_stops.size());
    const int left = width() * index / count, right = width() * (index + 1) / count;
    return {left, 0, right - left, height()};
}

void StateLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int dot = Theme::space(2);
    const int first = Theme::lineHeight(Theme::font());
    for (int i = 0; i < m_stops.size(); ++i) {
        const Stop &stop = m_stops.at(i);
        const QRect box = cell(i);
        const QColor colour = stop.standing == Stop::Ahead ? Theme::colour(Neutral::Line)
            : stop.standing == Stop::Here                  ? Theme::colour(stop.state == BulletinState::Draft ? Meaning::Accent : PostWords::meaning(stop.state))
                                                           : Theme::colour(Meaning::Good);
        const QPoint middle(box.left() + dot, first / 2 + Theme::space(1));
        if (i + 1 < m_stops.size()) {
            painter.setPen(QPen(Theme::colour(Neutral::Line), 2));
            painter.drawLine(box.right() - Theme::space(4), middle.y(), box.right() - Theme::space(1), middle.y());
        }
        painter.setPen(QPen(colour, 2));
        painter.setBrush(stop.standing == Stop::Ahead ? QBrush(Qt::NoBrush) : QBrush(colour));
        painter.drawEllipse(middle, dot / 2, dot / 2);

        const QRect words(box.left() + 2 * dot + Theme::space(1), Theme::space(1), box.width() - 2 * dot - Theme::space(6), first);
        painter.setFont(stop.standing == Stop::Here ? Theme::bold() : Theme::font());
        painter.setPen(Theme::colour(stop.standing == Stop::Ahead ? Neutral::QuietText : Neutral::Text));
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, painter.fontMetrics().elidedText(stop.word, Qt::ElideRight, words.width()));
        painter.setFont(Theme::font(TextSize::Small));
        painter.setPen(Theme::colour(Neutral::QuietText));
        const QRect below(words.left(), words.bottom(), box.width() - 2 * dot - Theme::space(1), Theme::lineHeight(painter.font()));
        painter.drawText(below, Qt::AlignVCenter | Qt::AlignLeft, painter.fontMetrics().elidedText(stop.detail, Qt::ElideRight, below.width()));
    }
}

bool StateLine::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), m_history, this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace trucban
