// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_type.h"

#include "ui/theme/theme.h"

#include <algorithm>
#include <cmath>

namespace trucban {

ChartType ChartType::ofDesk()
{
    QFont number = Theme::tabular(TextSize::Heading, true);
    number.setPointSizeF(number.pointSizeF() > 0 ? number.pointSizeF() * 1.5 : 20);
    return {Theme::tabular(TextSize::Small), Theme::tabular(TextSize::Body), Theme::tabular(TextSize::Body, true), Theme::bold(), number, Theme::space()};
}

ChartType ChartType::ofWall(int height)
{
    const double unit = std::max(9.0, height / 45.0);
    const auto sized = [unit](const QFont &base, double times) {
        QFont font = base;
        font.setPixelSize(int(std::lround(unit * times)));
        return font;
    };
    const QFont plain = Theme::tabular(), heavy = Theme::tabular(TextSize::Body, true);
    return {sized(plain, 0.78), sized(plain, 1.0), sized(heavy, 1.0), sized(heavy, 0.95), sized(heavy, 2.7), std::max(2, int(std::lround(unit / 3.2)))};
}

int ChartType::line(const QFont &font) const
{
    return Theme::lineHeight(font);
}

namespace ramp {

namespace {

// three stops a scheme, of one hue; the middle keeps the steps even to the eye
constexpr QRgb lightStops[] = {0xffeaf1fb, 0xff6f9fd8, 0xff123f7a};
constexpr QRgb darkStops[] = {0xff262d36, 0xff3f70ab, 0xffb9d6f8};

constexpr QRgb inks[] = {0xff000000, 0xffffffff}; // nothing less stands out from every shade

} // namespace

QColor at(double share, bool dark)
{
    const auto &stops = dark ? darkStops : lightStops;
    const double place = std::clamp(share, 0.0, 1.0) * 2;
    const int first = place < 1 ? 0 : 1;
    const double part = place - first;
    const QColor a(stops[first]), b(stops[first + 1]);
    const auto mix = [part](int x, int y) { return int(std::lround(x + (y - x) * part)); };
    return QColor(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

QColor at(double share)
{
    return at(share, Theme::isDark());
}

QColor on(double share, bool dark)
{
    const QColor ground = at(share, dark), ink(inks[0]), paper(inks[1]);
    return Theme::contrast(ink, ground) > Theme::contrast(paper, ground) ? ink : paper;
}

QColor on(double share)
{
    return on(share, Theme::isDark());
}

} // namespace ramp

} // namespace trucban
