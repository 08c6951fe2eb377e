// SPDX-License-Identifier: GPL-3.0-or-later
// How fast the gateway may talk to Facebook: usage headers slow it down, rate refusals pause it, outages open a breaker.
#pragma once

#include "base/clock.h"

#include <QByteArray>
#include <QJsonObject>

#include <array>
#include <chrono>
#include <mutex>

namespace trucban::gateway {

class Pacer
{
public:
    enum Family { Pages, Messenger }; // counted apart by Facebook
    using Duration = std::chrono::milliseconds;

    /// `firstPause` is the shortest back-off; pauses double from it up to thirty times.
    explicit Pacer(Clock clock, Duration firstPause = std::chrono::seconds(30)) : m_clock(std::move(clock)), m_firstPause(firstPause) {}

    /// How long to wait before the next call: nothing, a little when Facebook says we use much, or until a pause ends.
    Duration waitBefore(Family family) const;
    bool paused(Family family) const { return waitBefore(family) > Duration(0) && pauseOf(family) > Duration(0); }

    /// Values of X-App-Usage and X-Business-Use-Case-Usage as they came; anything malformed is nothing.
    void learn(Family family, const QByteArray &appUsage, const QByteArray &businessUsage);
    /// A rate refusal of this family; doubles while they follow one another.
    void refused(Family family);
    void succeeded(Family family);
    /// Facebook did not answer, or not as itself. After five in a row nobody calls for a while; then one call tries.
    void unreachable();

    int usage(Family family) const;
    /// Facebook's clock minus ours.
    void learnDate(const QByteArray &dateHeader);
    std::chrono::seconds skew() const;

private:
    Duration pauseOf(Family family) const;
    Duration pauseAfter(int failures) const;

    struct State {
        int usage = 0;
        int refusals = 0;
        QDateTime pausedUntil;
    };
    mutable std::mutex m_mutex;
    Clock m_clock;
    Duration m_firstPause;
    std::array<State, 2> m_states;
    int m_failures = 0;
    QDateTime m_openUntil;
    std::chrono::seconds m_skew{0};
};

} // namespace trucban::gateway
