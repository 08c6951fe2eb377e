// SPDX-License-Identifier: GPL-3.0-or-later
// Clips and recordings: poster, waveform, and a copy every desk can play.
#pragma once

#include <QtTypes>

namespace trucban::worker {

/// The tracks decide whether it is a film or a sound. False: refused, and said so.
bool deriveRecording(int inputFd, qint64 mostPixels);

} // namespace trucban::worker
