// SPDX-License-Identifier: GPL-3.0-or-later
// The assignment panel: an officer forwards a case to units, a unit officer works on what came to them.
#pragma once

#include <memory>

namespace trucban {

class Place;
struct Workbench;

namespace places {
std::unique_ptr<Place> assignment(Workbench &bench);
}

} // namespace trucban
