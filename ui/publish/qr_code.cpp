// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publish/qr_code.h"

#include <Prison/Barcode>

#include <QPainter>
#include <QSaveFile>

#include <optional>

namespace trucban {

namespace {

constexpr int quiet = 4;

bool dark(const QImage &image, int x, int y)
{
    return qGray(image.pixel(x, y)) < 128;
}

// Prison gives pixels; the finder in the corner is seven modules wide and says how many pixels a module has.
QImage modulesOf(const QImage &image)
{
    int left = image.width(), top = image.height(), right = -1, bottom = -1;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (!dark(image, x, y))
                continue;
            left = qMin(left, x);
            right = qMax(right, x);
            top = qMin(top, y);
            bottom = qMax(bottom, y);
        }
    }
    if (right < 0)
        return {};
    int run = 0;
    while (left + run <= right && dark(image, left + run, top))
        ++run;
    const double pixels = run / 7.0;
    const int count = qRound((right - left + 1) / pixels);
    if (pixels < 1 || (count - 17) % 4 != 0) // versions are 21, 25, 29 … modules wide
        return {};
    QImage modules(count, count, QImage::Format_Mono);
    modules.fill(1);
    for (int y = 0; y < count; ++y) {
        for (int x = 0; x < count; ++x)
            modules.setPixel(x, y, dark(image, left + int((x + 0.5) * pixels), top + int((y + 0.5) * pixels)) ? 0 : 1);
    }
    return modules;
}

} // namespace

QrCode::QrCode(const QString &address) : m_address(address)
{
    auto barcode = Prison::Barcode::create(Prison::QRCode);
    if (!barcode || address.isEmpty())
        return;
    barcode->setData(address);
    const QSizeF least = barcode->minimumSize();
    m_modules = modulesOf(barcode->toImage(least * 4));
}

void QrCode::paint(QPainter &painter, const QRectF &box) const
{
    const double side = qMin(box.width(), box.height());
    const double module = side / (modules() + 2 * quiet);
    const QPointF origin(box.center().x() - side / 2, box.center().y() - side / 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white); // a code is read from white paper in every colour scheme
    painter.drawRect(QRectF(origin, QSizeF(side, side)));
    painter.setBrush(Qt::black);
    for (int y = 0; y < modules(); ++y) {
        for (int x = 0; x < modules(); ++x) {
            if (m_modules.pixelIndex(x, y) == 0)
                painter.drawRect(QRectF(origin.x() + (x + quiet) * module, origin.y() + (y + quiet) * module, module, module));
        }
    }
    painter.restore();
}

QImage QrCode::image(int side) const
{
    const int total = modules() + 2 * quiet;
    const int whole = qMax(1, side / total) * total; // every module the same number of pixels
    QImage image(whole, whole, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paint(painter, image.rect());
    return image;
}

Result<> QrCode::savePng(const QString &path, int side) const
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !image(side).save(&file, "PNG") || !file.commit())
        return failed(Failure::NotFound, u"file_not_writable"_s, file.errorString(), {{u"path"_s, path}});
    return {};
}

Result<> QrCode::saveSvg(const QString &path) const
{
    const int total = modules() + 2 * quiet;
    QString squares;
    for (int y = 0; y < modules(); ++y) {
        for (int x = 0; x < modules(); ++x) {
            if (m_modules.pixelIndex(x, y) == 0)
                squares += u"M%1 %2h1v1h-1z"_s.arg(x + quiet).arg(y + quiet);
        }
    }
    const QString svg = u"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1 %1\" shape-rendering=\"crispEdges\"><title>%2</title>"
                        "<path fill=\"#fff\" d=\"M0 0h%1v%1H0z\"/><path d=\"%3\"/></svg>\n"_s.arg(total).arg(m_address.toHtmlEscaped(), squares);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(svg.toUtf8()) < 0 || !file.commit())
        return failed(Failure::NotFound, u"file_not_writable"_s, file.errorString(), {{u"path"_s, path}});
    return {};
}

} // namespace trucban
