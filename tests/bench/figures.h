// SPDX-License-Identifier: GPL-3.0-or-later
// Figures: what a benchmark measured, as a row of the table and as JSON {name: {unit, n, p50, p99, max, …}}.
#pragma once

#include <QJsonObject>
#include <QString>

#include <vector>

namespace trucban::bench {

class Figures
{
public:
    /// Samples of one work, in `unit` (ms unless said).
    void add(const QString &name, std::vector<double> samples, const QString &unit = QStringLiteral("ms"), const QJsonObject &more = {});
    /// One number: a rate, a ratio, a size.
    void set(const QString &name, double value, const QString &unit, const QJsonObject &more = {});
    /// Prints the row at once, so that a long run shows what it has.
    static void printHead();
    QJsonObject json() const { return m_all; }

private:
    QJsonObject m_all;
};

} // namespace trucban::bench
