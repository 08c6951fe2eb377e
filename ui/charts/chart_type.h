// SPDX-License-Identifier: GPL-3.0-or-later
// ChartType: the sizes a chart is drawn in: those of the desk, or those of a wall, which grow with its height.
#pragma once

#include <QColor>
#include <QFont>

namespace trucban {

struct ChartType {
    QFont small, body, bold, heading, number; // digits of one width
    int gap = 4;                              // a quarter of a line, as Theme::space()

    static ChartType ofDesk();
    /// For a window of this height, read from three metres.
    static ChartType ofWall(int height);
    int line(const QFont &font) const;
};

/// One hue from the ground (0) to its strongest (1): darker in the light scheme, lighter in the dark one, so that it reads without colour.
namespace ramp {

QColor at(double share, bool dark);
QColor at(double share);
/// For words on it
QColor on(double share, bool dark);
QColor on(double share);

} // namespace ramp

} // namespace trucban
