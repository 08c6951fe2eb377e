// SPDX-License-Identifier: GPL-3.0-or-later
// Painting shared by delegates: pills, badges, a line of text with the search hits marked.
#pragma once

#include "ui/theme/theme.h"

#include <QList>

class QPainter;
class QRect;
class QSize;

namespace trucban {

namespace paint {

enum PillLook { Soft, Filled, Outlined };

QSize pillSize(const QFont &font, const QString &text, bool withIcon = false);
/// A pill in the painter's font inside `box` (left-aligned, elided when the box is narrower); returns the width used.
int pill(QPainter &painter, const QRect &box, const QString &text, Meaning meaning, PillLook look = Soft, const QIcon &icon = {});
/// A round count ("12", "99+") for unread and view counts; returns the width used. Right-aligned in `box`.
int count(QPainter &painter, const QRect &box, qint64 number, Meaning meaning, bool filled);

/// The sign of a meaning: a triangle for soon, a tick for good, a ring with ! or i: told apart without colour.
void sign(QPainter &painter, const QRectF &box, Meaning meaning);

struct Span {
    qsizetype start = 0;
    qsizetype length = 0;
};
/// One line, elided at the right, the spans underlaid; returns the width used.
int line(QPainter &painter, const QRect &box, const QString &text, const QColor &colour, const QList<Span> &marked = {});
/// Where the words of `query` occur in `text`, with and without Vietnamese marks.
QList<Span> hits(const QString &text, const QString &query);
/// Lower case, no marks, đ → d; one code unit stays one code unit for NFC text, so that positions keep.
QString plain(const QString &text);

} // namespace paint

} // namespace trucban
