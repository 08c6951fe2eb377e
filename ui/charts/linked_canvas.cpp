// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/linked_canvas.h"

#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace trucban {

LinkedCanvas::LinkedCanvas(const QString &title, QWidget *parent) : QWidget(parent), m_title(title)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(title);
}

void LinkedCanvas::setType(const ChartType &type)
{
    m_type = type;
    m_ofDesk = false;
    update();
}

void LinkedCanvas::setDefinition(const QString &words)
{
    m_definition = words;
    setAccessibleDescription(words);
}

void LinkedCanvas::link(const QRectF &box, const QString &words, const QString &tip, const QJsonObject &target)
{
    m_links.append({box, words, tip, target});
}

QRectF LinkedCanvas::heading(QPainter &painter, const QString &beside)
{
    const int high = m_type.line(m_type.heading);
    painter.setFont(m_type.heading);
    painter.setPen(Theme::colour(Neutral::Text));
    const QRectF box(0, 0, width(), high);
    const QFontMetrics metrics(m_type.heading), small(m_type.small);
    const int besideWidth = beside.isEmpty() ? 0 : std::min(small.horizontalAdvance(beside), width() / 2);
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(m_title, Qt::ElideRight, width() - besideWidth - (besideWidth > 0 ? 3 * m_type.gap : 0)));
    if (!beside.isEmpty()) {
        painter.setFont(m_type.small);
        painter.setPen(Theme::colour(Neutral::QuietText));
        painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter, small.elidedText(beside, Qt::ElideRight, besideWidth + 1));
    }
    return QRectF(rect()).adjusted(0, high + m_type.gap, 0, 0);
}

void LinkedCanvas::nothing(QPainter &painter, const QRectF &box, const QString &words)
{
    painter.setFont(m_type.body);
    painter.setPen(Theme::colour(Neutral::QuietText));
    painter.drawText(box, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, words);
}

void LinkedCanvas::paintEvent(QPaintEvent *)
{
    if (m_ofDesk)
        m_type = ChartType::ofDesk();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    m_links.clear();
    draw(painter);
    m_current = std::min(m_current, int(m_links.size()) - 1);
    if (hasFocus() && m_current >= 0) {
        painter.setPen(QPen(Theme::colour(Meaning::Accent), std::max(2.0, m_type.gap / 3.0)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(m_links[m_current].box.adjusted(-1, -1, 1, 1), Theme::radius(), Theme::radius());
    } else if (hasFocus()) {
        painter.setPen(QPen(Theme::colour(Meaning::Accent), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

int LinkedCanvas::at(const QPointF &point) const
{
    for (int index = int(m_links.size()) - 1; index >= 0; --index) { // what was painted last lies on top
        if (m_links[index].box.contains(point))
            return index;
    }
    return -1;
}

bool LinkedCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int index = at(help->pos());
        const QString tip = index >= 0 && !m_links[index].tip.isEmpty() ? m_links[index].tip : m_definition;
        tip.isEmpty() ? QToolTip::hideText() : QToolTip::showText(help->globalPos(), u"<qt>%1</qt>"_s.arg(tip.toHtmlEscaped().replace(u'\n', u"<br>"_s)), this);
        return true;
    }
    if (event->type() == QEvent::FocusIn && m_current < 0 && !m_links.isEmpty())
        go(0);
    return QWidget::event(event);
}

// the nearest number in that direction: nearer along it counts more than beside it
int LinkedCanvas::next(int key) const
{
    const QPointF from = m_links[m_current].box.center();
    int best = -1;
    double nearest = 1e12;
    for (int index = 0; index < m_links.size(); ++index) {
        const QPointF way = m_links[index].box.center() - from;
        const bool across = key == Qt::Key_Left || key == Qt::Key_Right;
        const double along = key == Qt::Key_Left ? -way.x() : key == Qt::Key_Right ? way.x() : key == Qt::Key_Up ? -way.y() : way.y();
        const double beside = std::abs(across ? way.y() : way.x());
        if (along > 0.5 && along + 3 * beside < nearest) {
            nearest = along + 3 * beside;
            best = index;
        }
    }
    return best;
}

void LinkedCanvas::go(int index)
{
    if (index < 0 || index >= m_links.size())
        return;
    m_current = index;
    setAccessibleName(u"%1. %2"_s.arg(m_title, m_links[index].words));
    update();
}

void LinkedCanvas::open(int index)
{
    if (index < 0 || m_links[index].target.isEmpty())
        return;
    const QJsonObject target = m_links[index].target; // the links may be painted anew before anybody listens
    Q_EMIT chosen(target);
}

void LinkedCanvas::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (m_links.isEmpty())
            break;
        go(m_current < 0 ? 0 : next(event->key()));
        return;
    case Qt::Key_Home:
        go(0);
        return;
    case Qt::Key_End:
        go(int(m_links.size()) - 1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        open(m_current);
        return;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void LinkedCanvas::mouseMoveEvent(QMouseEvent *event)
{
    const int index = at(event->position());
    setCursor(index >= 0 && !m_links[index].target.isEmpty() ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void LinkedCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    const int index = at(event->position());
    if (event->button() != Qt::LeftButton || index < 0)
        return;
    go(index);
    open(index);
}

} // namespace trucban
