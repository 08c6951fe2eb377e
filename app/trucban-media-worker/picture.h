// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures: thumbnail, screen size and perceptual hash by libvips.
#pragma once

#include <QtTypes>

namespace trucban::worker {

/// false: refused, and said so
bool derivePicture(int inputFd, qint64 mostPixels);

} // namespace trucban::worker
