// SPDX-License-Identifier: GPL-3.0-or-later
// Page: what stands on one sheet, laid out once in units of 1/1200 inch and painted on any device: PDF, printer, picture.
// Laid out and painted on the same thread: fonts belong to one.
#pragma once

#include "base/result.h"

#include <QColor>
#include <QFont>
#include <QImage>
#include <QLineF>
#include <QRectF>
#include <QTextLayout>

#include <functional>
#include <memory>

class QPainter;

namespace trucban::paper {

constexpr double unitsPerInch = 1200;
constexpr double mm(double millimetres) { return millimetres * unitsPerInch / 25.4; }
constexpr double pt(double points) { return points * unitsPerInch / 72; }

enum class Look { Regular, Bold, Italic, BoldItalic };

/// Times New Roman, or Liberation Serif of the same metrics where it is not installed
QString fontFamily();
QFont font(double points, Look look = Look::Regular);

/// A4. The decree wants top and bottom 20–25 mm, left 30–35, right 15–20.
struct Sheet {
    bool landscape = false;
    double top = 20, bottom = 20, left = 30, right = 15;

    double widthMm() const { return landscape ? 297 : 210; }
    double heightMm() const { return landscape ? 210 : 297; }
    double bodyLeft() const { return mm(left); }
    double bodyRight() const { return mm(widthMm() - right); }
    double bodyWidth() const { return bodyRight() - bodyLeft(); }
    double bodyTop() const { return mm(top); }
    double bodyBottom() const { return mm(heightMm() - bottom); }
    /// A register is bound on its left
    static Sheet registerSheet() { return {true, 20, 15, 25, 15}; }
};

class Page
{
public:
    Page(const Sheet &sheet, int number) : m_sheet(sheet), m_number(number) {}

    const Sheet &sheet() const { return m_sheet; }
    int number() const { return m_number; }
    bool isEmpty() const { return m_marks.isEmpty(); }

    void line(std::shared_ptr<QTextLayout> text, int line, const QPointF &at, const QColor &colour = Qt::black);
    /// One line of words; answers its width.
    double words(const QString &text, const QFont &font, const QPointF &topLeft, const QColor &colour = Qt::black, double turned = 0);
    void rule(const QLineF &line, double thickness = pt(0.75), const QColor &colour = Qt::black);
    void fill(const QRectF &box, const QColor &colour);
    void frame(const QRectF &box, double thickness, const QColor &colour);
    void code(const QImage &modules, const QRectF &box);

    /// Onto a painter whose unit is 1/1200 inch; scale it first for another device.
    void paint(QPainter &painter) const;
    QImage picture(int widthInPixels) const;

private:
    struct Mark {
        enum Kind { Line, Rule, Fill, Frame, Code } kind;
        std::shared_ptr<QTextLayout> text;
        int line = 0;
        QRectF box;
        double thickness = 0;
        double turned = 0;
        QColor colour;
        QImage image;
    };
    Sheet m_sheet;
    int m_number;
    QList<Mark> m_marks;
};

/// Takes pages as they are finished; false: no more, please.
using PageSink = std::function<bool(const Page &)>;

/// One module a pixel, without quiet zone; null when it cannot be made
QImage qrModules(const QString &text);

} // namespace trucban::paper
