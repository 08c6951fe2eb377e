// SPDX-License-Identifier: GPL-3.0-or-later
// Flow: words run down the sheet and over as many sheets as they need; nothing is clipped, what does not fit goes on.
#pragma once

#include "paper/page.h"

#include <optional>

namespace trucban::paper {

struct Paragraph {
    QFont font;
    Qt::Alignment align = Qt::AlignLeft;
    double firstLine = 0;  // indent
    double left = 0, right = 0; // inside the body
    double spacing = 1.0;  // times the height of the font
    double after = 0;
    QColor colour = Qt::black;
    bool together = false; // never split over two sheets
};

/// Text broken into lines of a width
struct Broken {
    std::shared_ptr<QTextLayout> text;
    double lineHeight = 0;
    int lines() const { return text->lineCount(); }
    double height() const { return lines() * lineHeight; }
};
Broken breakText(const QString &text, const Paragraph &style, double width);

class Flow
{
public:
    Flow(const Sheet &sheet, PageSink sink);

    /// Painted on each sheet when it begins; may lower y() by what it needs.
    std::function<void(Flow &)> head;
    /// Sheets are counted from here; the number stands on all but the first.
    bool numbered = true;

    Page &page() { return *m_page; }
    double y() const { return m_y; }
    void setY(double y) { m_y = y; }
    double room() const { return m_sheet.bodyBottom() - m_y; }
    const Sheet &sheet() const { return m_sheet; }
    bool stopped() const { return m_stopped; }

    void paragraph(const QString &text, const Paragraph &style);
    void skip(double height) { m_y += height; }
    /// Begins a new sheet unless so much fits on this one.
    void need(double height);
    void newPage();
    /// Hands the last sheet over.
    void finish();
    /// The next sheet is number one again: another copy.
    void restartNumbers();
    /// Words across every sheet, faint and turned
    void setWatermark(const QString &words) { m_watermark = words; }

private:
    void begin();

    Sheet m_sheet;
    PageSink m_sink;
    std::optional<Page> m_page;
    QString m_watermark;
    double m_y = 0;
    int m_number = 0;
    bool m_stopped = false;
};

} // namespace trucban::paper
