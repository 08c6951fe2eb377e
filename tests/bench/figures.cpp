// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures.h"

#include <algorithm>
#include <cstdio>

namespace trucban::bench {

namespace {

double at(const std::vector<double> &sorted, double share)
{
    return sorted[std::min(sorted.size() - 1, static_cast<size_t>(share * static_cast<double>(sorted.size())))];
}

} // namespace

void Figures::printHead()
{
    std::printf("%-34s %10s %8s %10s %10s %10s\n", "", "unit", "n", "p50", "p99", "max");
}

void Figures::add(const QString &name, std::vector<double> samples, const QString &unit, const QJsonObject &more)
{
    if (samples.empty())
        return;
    std::sort(samples.begin(), samples.end());
    QJsonObject row = more;
    row[QStringLiteral("unit")] = unit;
    row[QStringLiteral("n")] = static_cast<qint64>(samples.size());
    row[QStringLiteral("p50")] = at(samples, 0.5);
    row[QStringLiteral("p99")] = at(samples, 0.99);
    row[QStringLiteral("max")] = samples.back();
    m_all[name] = row;
    std::printf("%-34s %10s %8zu %10.2f %10.2f %10.2f\n", qPrintable(name), qPrintable(unit), samples.size(), at(samples, 0.5), at(samples, 0.99), samples.back());
    std::fflush(stdout);
}

void Figures::set(const QString &name, double value, const QString &unit, const QJsonObject &more)
{
    QJsonObject row = more;
    row[QStringLiteral("unit")] = unit;
    row[QStringLiteral("n")] = 1;
    row[QStringLiteral("value")] = value;
    row[QStringLiteral("p50")] = value;
    row[QStringLiteral("p99")] = value;
    row[QStringLiteral("max")] = value;
    m_all[name] = row;
    std::printf("%-34s %10s %8d %10.2f\n", qPrintable(name), qPrintable(unit), 1, value);
    std::fflush(stdout);
}

} // namespace trucban::bench
