// SPDX-License-Identifier: GPL-3.0-or-later
// Time since the machine started, sleep included: what a lease is measured by. Nobody sets it, and a process that was frozen sees all that passed.
#pragma once

#include <chrono>

#include <time.h>

namespace trucban::gateway {

using BootTime = std::chrono::nanoseconds;

inline BootTime bootTime()
{
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

} // namespace trucban::gateway
