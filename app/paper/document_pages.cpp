// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/document.h"

#include "paper/flow.h"
#include "paper/pdf_file.h"
#include "paper/vietnamese.h"

#include <QFontMetricsF>

namespace trucban::paper {

QString shown(const QVariant &value, Column::Kind kind, bool change)
{
    if (!value.isValid() || value.isNull())
        return {};
    if (change && value.toDouble() > 0)
        return u'+' + shown(value, kind);
    if (value.metaType().id() == QMetaType::QString)
        return value.toString();
    switch (kind) {
    case Column::Moment:
        return shortMoment(value.toDateTime());
    case Column::Percent:
        return count(value.toDouble() * 100, 1) + u" %"_s;
    case Column::Duration:
        return seconds(value.toDouble());
    case Column::Decimal:
        return count(value.toDouble(), 1);
    case Column::Number:
    case Column::Count:
        return count(value.toDouble());
    case Column::Text:
        break;
    }
    return value.toString();
}

namespace {

const QColor headGround(0xEC, 0xEC, 0xEC), barColour(0x9F, 0xB4, 0xCC);
constexpr double cellSide = 1.0, cellTop = 0.9; // millimetres

class PagedDocument : public DocumentWriter
{
public:
    PagedDocument(const Sheet &sheet, PageSink sink) : m_sheet(sheet), m_flow(sheet, [this, sink = std::move(sink)](const Page &page) { ++m_pages; return sink(page); }) {}

    void begin(const DocumentHead &head) override
    {
        m_head = head;
        m_flow.need(0);
        if (!head.superior.isEmpty())
            officialHead();
        m_flow.paragraph(head.title, {.font = font(14, Look::Bold), .align = Qt::AlignHCenter, .spacing = 1.1, .after = pt(2)});
        for (const QString &line : head.under)
            m_flow.paragraph(line, {.font = font(12, Look::Italic), .align = Qt::AlignHCenter});
        m_flow.skip(pt(10));
    }

    void section(const QString &title, const QString &definition, const QList<Column> &columns) override
    {
        m_columns = columns;
        const double least = mm(28);
        m_flow.need(least);
        if (!title.isEmpty()) {
            m_flow.skip(m_open ? pt(11) : pt(3));
            m_flow.paragraph(title, {.font = font(12, Look::Bold), .after = pt(2), .together = true});
        }
        if (!definition.isEmpty())
            m_flow.paragraph(definition, {.font = font(10, Look::Italic), .spacing = 1.05, .after = pt(3), .colour = QColor(0x40, 0x40, 0x40)});
        drawHead();
        m_open = true;
    }

    void row(const QVariantList &cells, const QList<Column::Kind> &kinds) override
    {
        QList<Broken> broken;
        for (qsizetype i = 0; i < m_columns.size(); ++i)
            broken.append(breakText(shown(cells.value(i), kinds.value(i, m_columns.at(i).kind), m_columns.at(i).change), styleOf(m_columns.at(i)), textWidth(i)));
        drawRow(broken, cells);
        ++m_rows;
    }

    void words(const QString &paragraph) override
    {
        if (m_open)
            m_flow.skip(pt(8));
        m_open = false;
        m_flow.paragraph(paragraph, {.font = font(12), .align = Qt::AlignJustify, .firstLine = mm(10), .spacing = 1.1, .after = pt(6)});
    }

    Result<> end(const QList<Signature> &signatures) override
    {
        if (!signatures.isEmpty())
            sign(signatures);
        m_flow.finish();
        return {};
    }
    bool stopped() const override { return m_flow.stopped(); }
    int pages() const override { return m_pages; }

private:
    void officialHead()
    {
        const double left = m_sheet.bodyLeft(), width = m_sheet.bodyWidth(), half = width * (m_sheet.landscape ? 0.4 : 0.42), right = left + half, rightWidth = width - half, top = m_flow.y();
        double y = centredIn(m_head.superior, font(12), left, half, top);
        y = centredIn(m_head.issuer, font(12, Look::Bold), left, half, y);
        ruleIn(left, half, QFontMetricsF(font(12, Look::Bold)).horizontalAdvance(m_head.issuer) * 0.45, y + pt(2));
        double z = centredIn(u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"_s, font(12, Look::Bold), right, rightWidth, top);
        z = centredIn(u"Độc lập - Tự do - Hạnh phúc"_s, font(13, Look::Bold), right, rightWidth, z);
        ruleIn(right, rightWidth, QFontMetricsF(font(13, Look::Bold)).horizontalAdvance(u"Độc lập - Tự do - Hạnh phúc"_s), z + pt(2));
        if (m_head.madeAt.isValid() && !m_head.place.isEmpty())
            z = centredIn(placeAndDay(m_head.place, m_head.madeAt.date()), font(13, Look::Italic), right, rightWidth, z + pt(7));
        m_flow.setY(qMax(y, z) + pt(14));
    }
    double centredIn(const QString &words, const QFont &wanted, double left, double width, double y)
    {
        QFont fitting = wanted; // the motto of the country stands on one line
        while (QFontMetricsF(fitting).horizontalAdvance(words) > width && fitting.pixelSize() > pt(10))
            fitting.setPixelSize(fitting.pixelSize() - int(pt(0.25)));
        const Broken broken = breakText(words, {.font = fitting, .align = Qt::AlignHCenter, .spacing = 1.05}, width);
        for (int i = 0; i < broken.lines(); ++i)
            m_flow.page().line(broken.text, i, QPointF(left, y + i * broken.lineHeight));
        return y + broken.height();
    }
    void ruleIn(double left, double width, double length, double y)
    {
        m_flow.page().rule(QLineF(left + (width - length) / 2, y, left + (width + length) / 2, y));
    }

    double totalWeight() const
    {
        double sum = 0;
        for (const Column &column : m_columns)
            sum += column.weight;
        return sum;
    }
    double columnWidth(qsizetype i) const { return m_sheet.bodyWidth() * m_columns.at(i).weight / totalWeight(); }
    double barWidth(qsizetype i) const { return m_columns.at(i).barMax > 0 ? columnWidth(i) * 0.5 : 0; }
    double textWidth(qsizetype i) const { return columnWidth(i) - barWidth(i) - 2 * mm(cellSide); }
    double points() const { return m_sheet.landscape ? 9 : 10; } // a register has many columns
    Paragraph styleOf(const Column &column) const
    {
        const bool number = column.kind != Column::Text && column.kind != Column::Moment;
        return {.font = font(points()), .align = number ? Qt::AlignRight : Qt::AlignLeft, .spacing = 1.05};
    }

    void drawHead()
    {
        QList<Broken> broken;
        double height = 0;
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            broken.append(breakText(m_columns.at(i).title, {.font = font(points(), Look::Bold), .align = Qt::AlignHCenter, .spacing = 1.05}, columnWidth(i) - 2 * mm(cellSide)));
            height = qMax(height, broken.last().height());
        }
        height += 2 * mm(cellTop);
        Page &page = m_flow.page();
        page.fill(QRectF(m_sheet.bodyLeft(), m_flow.y(), m_sheet.bodyWidth(), height), headGround);
        double x = m_sheet.bodyLeft();
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            const double down = (height - broken.at(i).height()) / 2;
            for (int line = 0; line < broken.at(i).lines(); ++line)
                page.line(broken.at(i).text, line, QPointF(x + mm(cellSide), m_flow.y() + down + line * broken.at(i).lineHeight));
            x += columnWidth(i);
        }
        grid(height, true);
        m_flow.skip(height);
    }
    /// Borders of one row from y() down
    void grid(double height, bool top)
    {
        Page &page = m_flow.page();
        const double y = m_flow.y(), left = m_sheet.bodyLeft(), right = m_sheet.bodyRight();
        if (top)
            page.rule(QLineF(left, y, right, y), pt(0.5));
        page.rule(QLineF(left, y + height, right, y + height), pt(0.5));
        double x = left;
        for (qsizetype i = 0; i <= m_columns.size(); ++i) {
            page.rule(QLineF(x, y, x, y + height), pt(0.5));
            if (i < m_columns.size())
                x += columnWidth(i);
        }
    }
    void nextSheet()
    {
        m_flow.newPage();
        drawHead();
    }

    /// What does not fit on this sheet goes on on the next, cell by cell.
    void drawRow(const QList<Broken> &cells, const QVariantList &values)
    {
        int most = 0;
        double lineHeight = 0;
        for (const Broken &cell : cells) {
            most = qMax(most, cell.lines());
            lineHeight = qMax(lineHeight, cell.lineHeight);
        }
        const double frame = 2 * mm(cellTop), whole = most * lineHeight + frame, sheetful = m_sheet.bodyBottom() - m_sheet.bodyTop();
        if (whole > m_flow.room() && (whole < sheetful * 0.5 || m_flow.room() < 4 * lineHeight + frame))
            nextSheet();
        for (int first = 0; first < most || first == 0;) {
            const int fits = qMax(1, int((m_flow.room() - frame) / lineHeight));
            const int count = qMin(fits, most - first);
            drawPart(cells, values, first, count, qMax(count, 1) * lineHeight + frame);
            first += qMax(count, 1);
            if (first < most)
                nextSheet();
        }
    }
    void drawPart(const QList<Broken> &cells, const QVariantList &values, int first, int count, double height)
    {
        Page &page = m_flow.page();
        double x = m_sheet.bodyLeft();
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (first == 0 && m_columns.at(i).barMax > 0 && values.value(i).isValid()) {
                const double part = qBound(0.0, values.value(i).toDouble() / m_columns.at(i).barMax, 1.0), high = cells.at(i).lineHeight * 0.62;
                page.fill(QRectF(x + mm(cellSide), m_flow.y() + (height - high) / 2, part * (barWidth(i) - mm(cellSide)), high), barColour);
            }
            for (int line = first; line < qMin(first + count, cells.at(i).lines()); ++line)
                page.line(cells.at(i).text, line, QPointF(x + barWidth(i) + mm(cellSide), m_flow.y() + mm(cellTop) + (line - first) * cells.at(i).lineHeight));
            x += columnWidth(i);
        }
        grid(height, false);
        m_flow.skip(height);
    }

    void sign(const QList<Signature> &signatures)
    {
        const double high = mm(38), width = m_sheet.bodyWidth() / double(qMax(qsizetype(2), signatures.size()));
        m_flow.need(high);
        m_flow.skip(pt(10));
        const double top = m_flow.y();
        double x = m_sheet.bodyRight() - width * double(signatures.size());
        for (const Signature &one : signatures) {
            double y = centredIn(one.title, font(12, Look::Bold), x, width, top);
            if (!one.remark.isEmpty())
                centredIn(one.remark, font(10, Look::Italic), x, width, y + pt(2));
            centredIn(one.name, font(12, Look::Bold), x, width, y + mm(20));
            x += width;
        }
        m_flow.skip(high);
    }

    Sheet m_sheet;
    Flow m_flow;
    DocumentHead m_head;
    QList<Column> m_columns;
    int m_pages = 0;
    bool m_open = false;
};

class PdfDocument : public PagedDocument
{
public:
    PdfDocument(std::unique_ptr<PdfFile> file, const Sheet &sheet) : PagedDocument(sheet, file->sink()), m_file(std::move(file)) {}
    Result<> end(const QList<Signature> &signatures) override
    {
        return PagedDocument::end(signatures).and_then([this] { return m_file->close(); });
    }

private:
    std::unique_ptr<PdfFile> m_file;
};

} // namespace

std::unique_ptr<DocumentWriter> pagesDocument(const Sheet &sheet, PageSink sink)
{
    return std::make_unique<PagedDocument>(sheet, std::move(sink));
}

std::unique_ptr<DocumentWriter> pdfDocument(const QString &path, const QString &title, const Sheet &sheet)
{
    return std::make_unique<PdfDocument>(std::make_unique<PdfFile>(path, title, sheet), sheet);
}

std::unique_ptr<DocumentWriter> documentFor(const QString &format, const QString &path, const QString &title, const Sheet &sheet)
{
    if (format == u"pdf")
        return pdfDocument(path, title, sheet);
    if (format == u"csv")
        return csvDocument(path);
    return format == u"xlsx" ? xlsxDocument(path) : nullptr;
}

} // namespace trucban::paper
