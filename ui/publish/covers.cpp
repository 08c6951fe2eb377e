// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publish/covers.h"

#include <QPainter>

namespace trucban {

namespace {

constexpr int mostBlocks = 6; // along the longer side: no face and no number is read from fewer
constexpr int coarse = 0xF0;  // of each colour the upper half: what small differences would tell is gone

QImage reduced(const QImage &part, int blocks)
{
    const double longer = qMax(part.width(), part.height());
    const QSize few(qMax(1, qRound(part.width() * blocks / longer)), qMax(1, qRound(part.height() * blocks / longer)));
    QImage small = part.scaled(few, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < small.height(); ++y) {
        for (int x = 0; x < small.width(); ++x) {
            const QRgb colour = small.pixel(x, y);
            small.setPixel(x, y, qRgb(qRed(colour) & coarse, qGreen(colour) & coarse, qBlue(colour) & coarse));
        }
    }
    return small;
}

} // namespace

QImage covered(const QImage &picture, const QList<CoverPlace> &places)
{
    QImage made = picture.convertToFormat(QImage::Format_RGB32); // a copy of its own, without an alpha channel and without texts
    made.detach();
    for (const QString &key : made.textKeys())
        made.setText(key, {});
    for (const CoverPlace &place : places) {
        const QRect where = place.where.intersected(made.rect());
        if (where.isEmpty())
            continue;
        const QImage under = made.copy(where); // places may lie on each other
        QPainter painter(&made);
        if (place.style == CoverStyle::Black) {
            painter.fillRect(where, Qt::black);
            continue;
        }
        const bool blur = place.style == CoverStyle::Blur;
        painter.drawImage(where.topLeft(), reduced(under, blur ? mostBlocks - 2 : mostBlocks).scaled(where.size(), Qt::IgnoreAspectRatio, blur ? Qt::SmoothTransformation : Qt::FastTransformation));
    }
    return made;
}

} // namespace trucban
