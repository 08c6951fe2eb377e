// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/flow.h"

#include <QFontMetricsF>

#include <cmath>

namespace trucban::paper {

Broken breakText(const QString &text, const Paragraph &style, double width)
{
    Broken broken;
    QString shown = text;
    // nothing that was typed turns the line round
    shown.removeIf([](QChar c) { return (c >= QChar(0x202A) && c <= QChar(0x202E)) || (c >= QChar(0x2066) && c <= QChar(0x2069)) || c == QChar(0x200E) || c == QChar(0x200F); });
    shown.replace(u'\t', u' ').replace(u'\n', QChar::LineSeparator);
    broken.text = std::make_shared<QTextLayout>(shown, style.font);
    QTextOption option(style.align);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    option.setTextDirection(Qt::LeftToRight);
    broken.text->setTextOption(option);
    broken.lineHeight = QFontMetricsF(style.font).height() * style.spacing;
    broken.text->beginLayout();
    for (bool first = true;; first = false) {
        QTextLine line = broken.text->createLine();
        if (!line.isValid())
            break;
        const double indent = first ? style.firstLine : 0;
        line.setLineWidth(qMax(width - indent, pt(5)));
        line.setPosition(QPointF(indent, 0));
    }
    broken.text->endLayout();
    return broken;
}

Flow::Flow(const Sheet &sheet, PageSink sink) : m_sheet(sheet), m_sink(std::move(sink)) {}

void Flow::begin()
{
    m_page.emplace(m_sheet, ++m_number);
    m_y = m_sheet.bodyTop();
    if (!m_watermark.isEmpty()) {
        const QFont faint = font(96, Look::Bold);
        const double width = QFontMetricsF(faint).horizontalAdvance(m_watermark), height = QFontMetricsF(faint).height();
        const double turn = -std::atan2(m_sheet.heightMm(), m_sheet.widthMm()) * 180 / M_PI;
        const double radians = turn * M_PI / 180;
        const QPointF centre(mm(m_sheet.widthMm() / 2), mm(m_sheet.heightMm() / 2));
        const QPointF corner = centre - QPointF(width / 2 * std::cos(radians) - height / 2 * std::sin(radians), width / 2 * std::sin(radians) + height / 2 * std::cos(radians));
        m_page->words(m_watermark, faint, corner, QColor(232, 232, 232), turn);
    }
    if (numbered && m_number > 1) {
        const QFont digits = font(13);
        const QString number = QString::number(m_number);
        const QFontMetricsF metrics(digits);
        m_page->words(number, digits, QPointF(mm(m_sheet.widthMm() / 2) - metrics.horizontalAdvance(number) / 2, mm(m_sheet.top / 2) - metrics.height() / 2));
    }
    if (head)
        head(*this);
}

void Flow::newPage()
{
    finish();
    if (!m_stopped)
        begin();
    else
        m_page.emplace(m_sheet, m_number); // nobody sees it
}

void Flow::finish()
{
    if (m_page && !m_stopped && !m_sink(*m_page))
        m_stopped = true;
    m_page.reset();
}

void Flow::restartNumbers()
{
    finish();
    m_number = 0;
}

void Flow::need(double height)
{
    if (!m_page || m_stopped)
        return newPage();
    if (height > room() && m_y > m_sheet.bodyTop())
        newPage();
}

void Flow::paragraph(const QString &text, const Paragraph &style)
{
    if (!m_page)
        newPage();
    const double width = m_sheet.bodyWidth() - style.left - style.right;
    const Broken broken = breakText(text, style, width);
    if (style.together && broken.height() <= m_sheet.bodyBottom() - m_sheet.bodyTop())
        need(broken.height());
    for (int i = 0; i < broken.lines(); ++i) {
        // no first line alone at the foot, no last line alone at the head
        const bool widow = broken.lines() > 2 && ((i == 0 && 2 * broken.lineHeight > room()) || (i == broken.lines() - 2 && 2 * broken.lineHeight > room()));
        if (widow || broken.lineHeight > room())
            newPage();
        m_page->line(broken.text, i, QPointF(m_sheet.bodyLeft() + style.left, m_y), style.colour);
        m_y += broken.lineHeight;
    }
    m_y += style.after;
}

} // namespace trucban::paper
