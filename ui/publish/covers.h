// SPDX-License-Identifier: GPL-3.0-or-later
// What is covered in a picture before it is published: faces, plates, papers. What was there cannot be computed back.
#pragma once

#include <QImage>
#include <QList>
#include <QRect>

namespace trucban {

enum class CoverStyle { Pixels, Blur, Black };

struct CoverPlace {
    QRect where; // in pixels of the picture
    CoverStyle style = CoverStyle::Pixels;
    friend bool operator==(const CoverPlace &, const CoverPlace &) = default;
};

/// A new picture; the one given is not touched. Of a place at most 36 coarse colours remain, whatever its size.
QImage covered(const QImage &picture, const QList<CoverPlace> &places);

} // namespace trucban
