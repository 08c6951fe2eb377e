// SPDX-License-Identifier: GPL-3.0-or-later
// MediaLimits: what one citizen's file may cost us before it is refused.
#pragma once

#include <QtTypes>

#include <chrono>

namespace trucban::media {

inline constexpr qint64 mebibyte = 1024 * 1024;
/// the store keeps media in pieces of this size
inline constexpr qint64 chunkBytes = mebibyte;

struct MediaLimits {
    qint64 bytes = 25 * mebibyte;    // Facebook's own limit for an attachment
    qint64 pixels = 120'000'000;     // claimed by a header; refused before anything is decoded
    int side = 32'000;
    qint64 derivativeBytes = 40 * mebibyte;
    qint64 outputBytes = 80 * mebibyte; // all derivatives of one file together
};

struct SandboxLimits {
    std::chrono::milliseconds wall{180'000};
    int cpuSeconds = 240; // two cores may be busy at once
    qint64 memoryBytes = 2048 * mebibyte;
    qint64 scratchBytes = 128 * mebibyte; // the private tmpfs, counted by the kernel
};

} // namespace trucban::media
