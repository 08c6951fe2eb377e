// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/page.h"

#include <QFontDatabase>
#include <QPainter>
#include <QTextBoundaryFinder>

#include <Prison/Barcode>

namespace trucban::paper {

QString fontFamily()
{
    static const QString family = [] {
        const QStringList installed = QFontDatabase::families();
        for (const QString &wanted : {u"Times New Roman"_s, u"Liberation Serif"_s, u"Tinos"_s, u"DejaVu Serif"_s})
            if (installed.contains(wanted))
                return wanted;
        return u"serif"_s;
    }();
    return family;
}

QFont font(double points, Look look)
{
    QFont made(fontFamily());
    made.setPixelSize(qRound(pt(points)));
    made.setBold(look == Look::Bold || look == Look::BoldItalic);
    made.setItalic(look == Look::Italic || look == Look::BoldItalic);
    made.setHintingPreference(QFont::PreferNoHinting);
    made.setStyleStrategy(QFont::PreferOutline);
    made.setKerning(true);
    return made;
}

void Page::line(std::shared_ptr<QTextLayout> text, int line, const QPointF &at, const QColor &colour)
{
    m_marks.append({.kind = Mark::Line, .text = std::move(text), .line = line, .box = QRectF(at, QSizeF()), .colour = colour});
}

double Page::words(const QString &text, const QFont &font, const QPointF &topLeft, const QColor &colour, double turned)
{
    auto layout = std::make_shared<QTextLayout>(text, font);
    layout->beginLayout();
    QTextLine only = layout->createLine();
    if (only.isValid())
        only.setNumColumns(int(text.size()));
    layout->endLayout();
    const double width = only.isValid() ? only.naturalTextWidth() : 0;
    m_marks.append({.kind = Mark::Line, .text = layout, .box = QRectF(topLeft, QSizeF()), .turned = turned, .colour = colour});
    return width;
}

void Page::rule(const QLineF &line, double thickness, const QColor &colour)
{
    m_marks.append({.kind = Mark::Rule, .box = QRectF(line.p1(), line.p2()), .thickness = thickness, .colour = colour});
}

void Page::fill(const QRectF &box, const QColor &colour)
{
    m_marks.append({.kind = Mark::Fill, .box = box, .colour = colour});
}

void Page::frame(const QRectF &box, double thickness, const QColor &colour)
{
    m_marks.append({.kind = Mark::Frame, .box = box, .thickness = thickness, .colour = colour});
}

void Page::code(const QImage &modules, const QRectF &box)
{
    m_marks.append({.kind = Mark::Code, .box = box, .image = modules});
}

namespace {

void paintCode(QPainter &painter, const QImage &modules, const QRectF &box)
{
    const double module = box.width() / qMax(1, modules.width());
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::black);
    for (int y = 0; y < modules.height(); ++y) {
        for (int x = 0; x < modules.width();) {
            int run = 0; // side by side in one piece: no hair lines between the modules
            while (x + run < modules.width() && qGray(modules.pixel(x + run, y)) < 128)
                ++run;
            if (run > 0)
                painter.drawRect(QRectF(box.left() + x * module, box.top() + y * module, run * module, module));
            x += qMax(1, run);
        }
    }
}

} // namespace

namespace {

bool isPicture(char32_t c)
{
    return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF) || (c >= 0x2B00 && c <= 0x2BFF) || (c >= 0x2300 && c <= 0x23FF) || c == 0x203C || c == 0x2049;
}

QImage pictureOf(const QString &cluster)
{
    constexpr int side = 136;
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QFont colours(u"Noto Color Emoji"_s);
    colours.setPixelSize(side * 3 / 4);
    QPainter painter(&image);
    painter.setFont(colours);
    painter.drawText(image.rect(), Qt::AlignCenter, cluster);
    return image;
}

/// Coloured little pictures have no outlines a PDF could hold: each is laid over its place as an image.
void paintPictures(QPainter &painter, const QTextLayout &layout, const QTextLine &line)
{
    const QString text = layout.text().mid(line.textStart(), line.textLength());
    if (std::ranges::none_of(text.toUcs4(), isPicture))
        return;
    QTextBoundaryFinder clusters(QTextBoundaryFinder::Grapheme, text);
    for (qsizetype from = 0, to = clusters.toNextBoundary(); to > from; from = to, to = clusters.toNextBoundary()) {
        const QString cluster = text.mid(from, to - from);
        if (!isPicture(cluster.toUcs4().first()))
            continue;
        const double left = line.cursorToX(int(line.textStart() + from)), right = line.cursorToX(int(line.textStart() + to));
        const double side = qMin(qAbs(right - left), line.ascent() * 1.15);
        const QPointF middle((left + right) / 2, line.ascent() * 0.62);
        painter.drawImage(QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side), pictureOf(cluster));
        if (to == text.size())
            break;
    }
}

} // namespace

void Page::paint(QPainter &painter) const
{
    for (const Mark &mark : m_marks) {
        painter.save();
        switch (mark.kind) {
        case Mark::Line:
            painter.setPen(mark.colour);
            painter.translate(mark.box.topLeft());
            painter.rotate(mark.turned);
            if (mark.line < mark.text->lineCount()) {
                const QTextLine line = mark.text->lineAt(mark.line);
                line.draw(&painter, -QPointF(0, line.y()));
                paintPictures(painter, *mark.text, line);
            }
            break;
        case Mark::Rule:
            painter.setPen(QPen(mark.colour, mark.thickness, Qt::SolidLine, Qt::FlatCap));
            painter.drawLine(mark.box.topLeft(), mark.box.bottomRight());
            break;
        case Mark::Fill:
            painter.fillRect(mark.box, mark.colour);
            break;
        case Mark::Frame:
            painter.setPen(QPen(mark.colour, mark.thickness, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
            painter.drawRect(mark.box);
            break;
        case Mark::Code:
            paintCode(painter, mark.image, mark.box);
            break;
        }
        painter.restore();
    }
}

QImage Page::picture(int widthInPixels) const
{
    const double scale = widthInPixels / mm(m_sheet.widthMm());
    QImage image(widthInPixels, qRound(mm(m_sheet.heightMm()) * scale), QImage::Format_RGB32);
    image.fill(Qt::white); // paper is white in every colour scheme
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    paint(painter);
    return image;
}

QImage qrModules(const QString &text)
{
    auto barcode = Prison::Barcode::create(Prison::QRCode);
    if (!barcode || text.isEmpty())
        return {};
    barcode->setData(text);
    // the library draws any number of pixels a module; the finder pattern (seven dark modules) tells how many
    const QImage drawn = barcode->toImage(barcode->minimumSize() * 4).convertToFormat(QImage::Format_Grayscale8);
    const auto dark = [&](int x, int y) { return qGray(drawn.pixel(x, y)) < 128; };
    QRect box;
    for (int y = 0; y < drawn.height(); ++y)
        for (int x = 0; x < drawn.width(); ++x)
            if (dark(x, y))
                box |= QRect(x, y, 1, 1);
    if (box.isEmpty())
        return {};
    int run = 0;
    while (run < box.width() && dark(box.left() + run, box.top()))
        ++run;
    const int count = qRound(box.width() / (run / 7.0));
    QImage modules(count, count, QImage::Format_RGB32);
    const double pixels = double(box.width()) / count;
    for (int y = 0; y < count; ++y)
        for (int x = 0; x < count; ++x)
            modules.setPixel(x, y, dark(box.left() + int((x + 0.5) * pixels), box.top() + int((y + 0.5) * pixels)) ? qRgb(0, 0, 0) : qRgb(255, 255, 255));
    return modules;
}

} // namespace trucban::paper
