// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/number_strip.h"

#include <QPainter>

namespace trucban {

NumberStrip::NumberStrip(const QString &title, QWidget *parent) : LinkedCanvas(title, parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NumberStrip::show(const QList<BigNumber> &numbers)
{
    m_numbers = numbers;
    updateGeometry();
    update();
}

int NumberStrip::rowHeight() const
{
    return int(QFontMetrics(type().number).height() * 1.0 + QFontMetrics(type().body).height() * 2.2) + 2 * type().gap;
}

QSize NumberStrip::sizeHint() const
{
    return {type().gap * 120, m_rows * rowHeight() + (m_rows - 1) * 2 * type().gap};
}

QSize NumberStrip::minimumSizeHint() const
{
    return {type().gap * 60, sizeHint().height()};
}

void NumberStrip::drawNumber(QPainter &painter, const QRectF &box, const BigNumber &number)
{
    if (number.meaning != Meaning::Quiet) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::colour(number.meaning));
        painter.drawRoundedRect(QRectF(box.left(), box.top() + type().gap, type().gap, box.height() - 2 * type().gap), type().gap / 2.0, type().gap / 2.0);
    }
    QRectF text = box.adjusted(3 * type().gap, type().gap / 2.0, 0, 0);
    const auto line = [&](const QFont &font, const QColor &colour, const QString &words, double times) {
        painter.setFont(font);
        painter.setPen(colour);
        const double high = QFontMetrics(font).height() * times;
        painter.drawText(QRectF(text.left(), text.top(), text.width(), high), Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(font).elidedText(words, Qt::ElideRight, int(text.width())));
        text.setTop(text.top() + high);
    };
    line(type().body, Theme::colour(Neutral::QuietText), number.name, 1.1);
    line(type().number, number.meaning == Meaning::Burning ? Theme::colour(Meaning::Burning) : Theme::colour(Neutral::Text), number.value, 1.0);
    line(type().body, Theme::colour(Neutral::QuietText), number.beneath, 1.1);
    const QString words = number.beneath.isEmpty() ? u"%1: %2"_s.arg(number.name, number.value) : u"%1: %2, %3"_s.arg(number.name, number.value, number.beneath);
    link(box, words, number.tip.isEmpty() ? words : words + u'\n' + number.tip, number.target);
}

void NumberStrip::draw(QPainter &painter)
{
    const int columns = std::max(1, (int(m_numbers.size()) + m_rows - 1) / m_rows);
    const double wide = width() / double(columns), high = height() / double(m_rows);
    for (int index = 0; index < m_numbers.size(); ++index)
        drawNumber(painter, QRectF(index % columns * wide, index / columns * high, wide - 2 * type().gap, high), m_numbers[index]);
}

} // namespace trucban
