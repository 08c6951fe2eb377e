// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/waiting_row.h"

#include "ui/theme/theme.h"
#include "ui/widgets/clock_text.h"
#include "ui/widgets/trade_words.h"

#include <QPainter>

namespace trucban {

WaitingRow::WaitingRow(const DashboardReading::Waiting &waiting, const QDateTime &now, QWidget *parent)
    : QAbstractButton(parent), m_waiting(waiting), m_left(clockText::left(waiting.dueAt, now)), m_late(waiting.dueAt < now)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setToolTip(tr("Came in %1").arg(clockText::exact(waiting.openedAt)));
    //: spoken: number, the clock's name, what is left, status, the citizen's first words
    setAccessibleName(tr("Case %1, %2 %3, %4: %5. Opens it.").arg(waiting.number, tradeWords::clock(waiting.clock), m_left, tradeWords::status(waiting.status), waiting.firstWords));
}

QSize WaitingRow::sizeHint() const
{
    return {Theme::space(70), Theme::lineHeight(Theme::font()) + Theme::lineHeight(Theme::font(TextSize::Small)) + Theme::space(2)};
}

QSize WaitingRow::minimumSizeHint() const
{
    return {Theme::space(40), sizeHint().height()};
}

void WaitingRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(Theme::colour(Meaning::Accent), 1) : Qt::NoPen);
        painter.setBrush(Theme::selection());
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::radius(), Theme::radius());
    }
    const int edge = Theme::space(2), clockWidth = QFontMetrics(Theme::tabular(TextSize::Body, true)).horizontalAdvance(m_left) + edge;
    const int high = Theme::lineHeight(Theme::font());
    QRect first(edge, Theme::space(1), width() - 2 * edge, high);
    painter.setFont(Theme::tabular(TextSize::Body, true));
    painter.setPen(Theme::colour(m_late ? Meaning::Burning : Meaning::Soon));
    painter.drawText(first, Qt::AlignVCenter | Qt::AlignLeft, m_left);
    first.setLeft(first.left() + clockWidth);
    painter.setFont(Theme::font());
    painter.setPen(Theme::colour(Neutral::Text));
    const QString words = m_waiting.firstWords.isEmpty() ? tr("(attachments only)") : m_waiting.firstWords;
    painter.drawText(first, Qt::AlignVCenter | Qt::AlignLeft, QFontMetrics(Theme::font()).elidedText(words, Qt::ElideRight, first.width()));
    const QRect second(edge, Theme::space(1) + high, width() - 2 * edge, Theme::lineHeight(Theme::font(TextSize::Small)));
    QStringList parts{u'#' + m_waiting.number, tradeWords::clock(m_waiting.clock), tradeWords::status(m_waiting.status)};
    if (!m_waiting.unit.isEmpty())
        parts.append(m_waiting.unit);
    painter.setFont(Theme::font(TextSize::Small));
    painter.setPen(Theme::colour(Neutral::QuietText));
    painter.drawText(second, Qt::AlignVCenter | Qt::AlignLeft, QFontMetrics(Theme::font(TextSize::Small)).elidedText(parts.join(u"  ·  "_s), Qt::ElideRight, second.width()));
}

} // namespace trucban
