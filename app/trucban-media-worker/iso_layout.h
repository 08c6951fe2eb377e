// SPDX-License-Identifier: GPL-3.0-or-later
// How an MP4 file is laid out: can it play before it is all here, and is all of it here?
#pragma once

#include <QtTypes>

namespace trucban::worker {

struct IsoLayout {
    qint64 bytes = 0;
    bool isIso = false;
    bool fastStart = false; // the index stands before the pictures
    bool cutOff = false;    // a box promises bytes the file does not have
};

IsoLayout isoLayoutOf(int fd);

} // namespace trucban::worker
