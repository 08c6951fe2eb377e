// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/number_tile.h"

#include <QLocale>
#include <QPainter>

namespace trucban {

namespace {

QFont numberFont()
{
    QFont font = Theme::tabular(TextSize::Heading, true);
    font.setPointSizeF(font.pointSizeF() * 1.7);
    return font;
}

} // namespace

NumberTile::NumberTile(const QString &name, QWidget *parent) : QAbstractButton(parent), m_name(name)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(name);
}

void NumberTile::show(qint64 number, const QString &beneath, Meaning meaning)
{
    m_number = number;
    m_beneath = beneath;
    m_meaning = meaning;
    //: spoken: "Overdue: 3. Opens these cases."
    setAccessibleName(tr("%1: %2. Opens these cases.").arg(m_name, QLocale().toString(number)));
    setAccessibleDescription(beneath);
    setToolTip(beneath);
    update();
}

QSize NumberTile::sizeHint() const
{
    const int height = Theme::lineHeight(Theme::font()) + Theme::lineHeight(numberFont()) + Theme::lineHeight(Theme::font(TextSize::Small)) + Theme::space(8);
    return {Theme::space(40), height};
}

QSize NumberTile::minimumSizeHint() const
{
    return {Theme::space(26), sizeHint().height()};
}

void NumberTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool raised = underMouse() || isDown();
    painter.setPen(hasFocus() ? QPen(Theme::colour(Meaning::Accent), 2) : QPen(Theme::colour(Neutral::Line), 1));
    painter.setBrush(Theme::colour(raised ? Neutral::Raised : Neutral::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Theme::radius(), Theme::radius());
    const bool loud = m_meaning != Meaning::Quiet && m_number > 0;
    const int edge = Theme::space(4);
    if (loud) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::colour(m_meaning));
        painter.drawRoundedRect(QRectF(edge / 2.0, edge, Theme::space(1), height() - 2 * edge), Theme::space(1) / 2.0, Theme::space(1) / 2.0);
    }
    QRect box = rect().adjusted(edge + (loud ? Theme::space(1) : 0), Theme::space(3), -edge, -Theme::space(3));
    const auto line = [&](const QFont &font, const QColor &colour, const QString &text) {
        painter.setFont(font);
        painter.setPen(colour);
        const int height = Theme::lineHeight(font);
        painter.drawText(QRect(box.left(), box.top(), box.width(), height), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(font).elidedText(text, Qt::ElideRight, box.width()));
        box.setTop(box.top() + height);
    };
    line(Theme::font(), Theme::colour(Neutral::QuietText), m_name);
    line(numberFont(), loud ? Theme::colour(m_meaning) : Theme::colour(Neutral::Text), m_number < 0 ? u"–"_s : QLocale().toString(m_number));
    line(Theme::font(TextSize::Small), Theme::colour(Neutral::QuietText), m_beneath);
}

} // namespace trucban
