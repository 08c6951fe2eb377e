// SPDX-License-Identifier: GPL-3.0-or-later
// Theme: the form everything on screen shares. Colours by meaning, three type sizes, space by font height, icons by name.
#pragma once

#include "base/result.h"

#include <QColor>
#include <QFont>
#include <QIcon>

class QApplication;
class QPalette;

namespace trucban {

/// Colour means something, or it is not there.
enum class Meaning { Burning, Soon, Good, Waiting, Information, Sealed, Accent, Quiet };

/// Surface = the paper one reads on, Ground = the window around it, Raised = a panel on either, Line = a border.
enum class Neutral { Ground, Surface, Raised, Line, Text, QuietText };

enum class Scheme { System, Light, Dark };
enum class Density { Comfortable, Dense };
enum class TextSize { Small, Body, Heading };

class Theme
{
public:
    /// Style, palette, fonts and icons; follows the system while `scheme` is System.
    static void install(QApplication &application, Scheme scheme = Scheme::System);
    static void setScheme(Scheme scheme);
    static Scheme scheme();
    static bool isDark();
    static void setDensity(Density density);
    static Density density();

    static QColor colour(Meaning meaning);
    static QColor colour(Neutral neutral);
    /// A faint ground in the colour of a meaning; text in that colour stays readable on it.
    static QColor wash(Meaning meaning);
    /// For text on a filled pill or button of that meaning.
    static QColor onColour(Meaning meaning);
    /// The ground of a selected row: the text on it keeps its own colour.
    static QColor selection();

    // the table itself, for tests and for painting a scheme that is not the present one
    static QColor colour(Meaning meaning, bool dark);
    static QColor colour(Neutral neutral, bool dark);
    static QColor wash(Meaning meaning, bool dark);
    static QColor onColour(Meaning meaning, bool dark);
    static QColor selection(bool dark);
    static QPalette palette(bool dark);
    static double contrast(const QColor &text, const QColor &ground);

    static QFont font(TextSize size = TextSize::Body);
    static QFont bold(TextSize size = TextSize::Body);
    /// Digits of one width, for clocks and counts.
    static QFont tabular(TextSize size = TextSize::Body, bool heavy = false);
    /// High enough for stacked Vietnamese marks (Ẫ Ữ Ộ).
    static int lineHeight(const QFont &font);
    /// Quarters of the font height; one less of each two in dense rows.
    static int space(int quarters = 1);
    static int radius();

    /// A Breeze icon by name; takes the colour of the scheme, also when it changes while running.
    static QIcon icon(const QString &name);
    static QIcon icon(const QString &name, Meaning meaning);
    /// False when the system asks for calm.
    static bool motion();
};

} // namespace trucban
