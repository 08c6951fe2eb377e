// SPDX-License-Identifier: GPL-3.0-or-later
// The time as the program sees it: the system's, or a test's own that moves when told.
#pragma once

#include <QDateTime>

#include <functional>

namespace trucban {

class Clock
{
public:
    using Source = std::function<QDateTime()>;
    static Clock system() { return Clock([] { return QDateTime::currentDateTimeUtc(); }); }
    explicit Clock(Source source) : m_source(std::move(source)) {}
    /// UTC
    QDateTime now() const { return m_source(); }

private:
    Source m_source;
};

} // namespace trucban
