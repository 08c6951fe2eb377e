// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/tinted_icon.h"
#include "ui/theme/trucban_style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QPalette>
#include <QStyleHints>
#include <QWidget>

#include <array>
#include <cmath>

namespace trucban {

namespace {

struct Pair {
    QRgb light;
    QRgb dark;
    QRgb of(bool darkScheme) const { return darkScheme ? dark : light; }
};

// in the order of enum Meaning
constexpr std::array meanings{
    Pair{0xffc62828, 0xffff7b7b}, // Burning
    Pair{0xff8a5000, 0xffffb74d}, // Soon
    Pair{0xff2a742e, 0xff81c784}, // Good
    Pair{0xff5e35b1, 0xffb39ddb}, // Waiting
    Pair{0xff1565c0, 0xff64b5f6}, // Information
    Pair{0xff6d4c41, 0xffbcaaa4}, // Sealed
    Pair{0xff1a5fb4, 0xff78aeed}, // Accent
    Pair{0xff56606b, 0xffa7b0ba}, // Quiet
};

// in the order of enum Neutral
constexpr std::array neutrals{
    Pair{0xfff3f4f6, 0xff1a1d21}, // Ground
    Pair{0xffffffff, 0xff212529}, // Surface
    Pair{0xfffafbfc, 0xff2a2f35}, // Raised
    Pair{0xffd5d9df, 0xff3c434b}, // Line
    Pair{0xff1d2125, 0xffe8eaed}, // Text
    Pair{0xff56606b, 0xffa7b0ba}, // QuietText
};

QColor blend(const QColor &over, const QColor &under, double share)
{
    const auto mix = [share](int a, int b) { return int(std::lround(a * share + b * (1 - share))); };
    return QColor(mix(over.red(), under.red()), mix(over.green(), under.green()), mix(over.blue(), under.blue()));
}

double luminance(const QColor &colour)
{
    const auto linear = [](double channel) { return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

constexpr char schemeProperty[] = "trucban_scheme";
constexpr char densityProperty[] = "trucban_density";

bool systemIsDark()
{
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
}

bool wantsDark()
{
    const Scheme wanted = Theme::scheme();
    return wanted == Scheme::Dark || (wanted == Scheme::System && systemIsDark());
}

void apply()
{
    const bool dark = wantsDark();
    QIcon::setThemeName(dark ? u"breeze-dark"_s : u"breeze"_s);
    QApplication::setPalette(Theme::palette(dark));
}

QString bestFamily()
{
    const QStringList installed = QFontDatabase::families();
    for (const QString &family : {u"Be Vietnam Pro"_s, u"Inter"_s, u"Noto Sans"_s, u"Liberation Sans"_s}) {
        if (installed.contains(family))
            return family;
    }
    return QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
}

void tellEveryWidget(QEvent::Type type)
{
    for (QWidget *widget : QApplication::allWidgets()) {
        QEvent event(type);
        QCoreApplication::sendEvent(widget, &event);
    }
}

} // namespace

void Theme::install(QApplication &application, Scheme wanted)
{
    QIcon::setFallbackThemeName(u"breeze"_s);
    application.setStyle(new TrucbanStyle);
    QFont font(bestFamily());
    font.setPointSizeF(10.5);
    font.setHintingPreference(QFont::PreferNoHinting);
    QApplication::setFont(font);
    QObject::connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, &application, [] {
        if (scheme() == Scheme::System)
            apply();
    });
    setScheme(wanted);
}

void Theme::setScheme(Scheme wanted)
{
    qApp->setProperty(schemeProperty, int(wanted));
    apply();
}

Scheme Theme::scheme()
{
    return Scheme(qApp->property(schemeProperty).toInt());
}

bool Theme::isDark()
{
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

void Theme::setDensity(Density wanted)
{
    if (wanted == density())
        return;
    qApp->setProperty(densityProperty, int(wanted));
    tellEveryWidget(QEvent::StyleChange);
}

Density Theme::density()
{
    return Density(qApp->property(densityProperty).toInt());
}

QColor Theme::colour(Meaning meaning, bool dark) { return QColor(meanings.at(size_t(meaning)).of(dark)); }
QColor Theme::colour(Neutral neutral, bool dark) { return QColor(neutrals.at(size_t(neutral)).of(dark)); }
QColor Theme::colour(Meaning meaning) { return colour(meaning, isDark()); }
QColor Theme::colour(Neutral neutral) { return colour(neutral, isDark()); }
QColor Theme::wash(Meaning meaning) { return wash(meaning, isDark()); }
QColor Theme::onColour(Meaning meaning) { return onColour(meaning, isDark()); }
QColor Theme::selection() { return selection(isDark()); }

QColor Theme::wash(Meaning meaning, bool dark)
{
    return blend(colour(meaning, dark), colour(Neutral::Surface, dark), dark ? 0.14 : 0.08);
}

QColor Theme::onColour(Meaning, bool dark)
{
    return dark ? QColor(0xff14171a) : QColor(Qt::white);
}

QColor Theme::selection(bool dark)
{
    return blend(colour(Meaning::Accent, dark), colour(Neutral::Surface, dark), dark ? 0.15 : 0.11);
}

QPalette Theme::palette(bool dark)
{
    const QColor text = colour(Neutral::Text, dark);
    const QColor quiet = colour(Neutral::QuietText, dark);
    const QColor ground = colour(Neutral::Ground, dark);
    const QColor line = colour(Neutral::Line, dark);
    QPalette made;
    made.setColor(QPalette::Window, ground);
    made.setColor(QPalette::WindowText, text);
    made.setColor(QPalette::Base, colour(Neutral::Surface, dark));
    made.setColor(QPalette::AlternateBase, colour(Neutral::Raised, dark));
    made.setColor(QPalette::Text, text);
    made.setColor(QPalette::PlaceholderText, quiet);
    made.setColor(QPalette::Button, dark ? colour(Neutral::Raised, dark) : QColor(0xffffffff));
    made.setColor(QPalette::ButtonText, text);
    made.setColor(QPalette::BrightText, colour(Meaning::Burning, dark));
    made.setColor(QPalette::ToolTipBase, colour(Neutral::Raised, dark));
    made.setColor(QPalette::ToolTipText, text);
    made.setColor(QPalette::Highlight, colour(Meaning::Accent, dark));
    made.setColor(QPalette::HighlightedText, onColour(Meaning::Accent, dark));
    made.setColor(QPalette::Accent, colour(Meaning::Accent, dark));
    made.setColor(QPalette::Link, colour(Meaning::Information, dark));
    made.setColor(QPalette::LinkVisited, colour(Meaning::Waiting, dark));
    made.setColor(QPalette::Light, dark ? line.lighter(130) : QColor(Qt::white));
    made.setColor(QPalette::Midlight, blend(line, ground, 0.5));
    made.setColor(QPalette::Mid, line);
    made.setColor(QPalette::Dark, dark ? line : line.darker(115));
    made.setColor(QPalette::Shadow, dark ? QColor(0xff0c0e10) : QColor(0xff9aa2ab));
    const QColor faded = blend(text, ground, 0.55);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        made.setColor(QPalette::Disabled, role, faded);
    made.setColor(QPalette::Disabled, QPalette::Highlight, line);
    made.setColor(QPalette::Disabled, QPalette::HighlightedText, faded);
    return made;
}

double Theme::contrast(const QColor &text, const QColor &ground)
{
    const double a = luminance(text);
    const double b = luminance(ground);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QFont Theme::font(TextSize size)
{
    QFont made = QApplication::font();
    const double body = made.pointSizeF();
    if (size == TextSize::Small)
        made.setPointSizeF(body - 1);
    else if (size == TextSize::Heading)
        made.setPointSizeF(body + 2);
    return made;
}

QFont Theme::bold(TextSize size)
{
    QFont made = font(size);
    made.setWeight(QFont::DemiBold);
    return made;
}

QFont Theme::tabular(TextSize size, bool heavy)
{
    QFont made = heavy ? bold(size) : font(size);
    made.setFeature(QFont::Tag("tnum"), 1);
    return made;
}

int Theme::lineHeight(const QFont &font)
{
    const QFontMetrics metrics(font);
    return std::max(metrics.height(), int(std::ceil(QFontMetricsF(font).ascent() * 1.35 + QFontMetricsF(font).descent())));
}

int Theme::space(int quarters)
{
    const double quarter = QFontMetricsF(QApplication::font()).height() / 4;
    const double share = density() == Density::Dense ? 0.66 : 1.0;
    return std::max(quarters ? 1 : 0, int(std::lround(quarter * quarters * share)));
}

int Theme::radius()
{
    return std::max(3, int(QFontMetricsF(QApplication::font()).height() / 4));
}

QIcon Theme::icon(const QString &name)
{
    return QIcon::fromTheme(name);
}

QIcon Theme::icon(const QString &name, Meaning meaning)
{
    return QIcon(new TintedIcon(name, meaning));
}

bool Theme::motion()
{
    return qEnvironmentVariableIntValue("TRUCBAN_CALM") == 0 && QApplication::isEffectEnabled(Qt::UI_General)
        && QGuiApplication::platformName() != "offscreen"_L1;
}

} // namespace trucban
