// SPDX-License-Identifier: GPL-3.0-or-later
// Notices: what the ladder and colleagues want this person to know, at the corner of the window, with a sound until it is acknowledged.
#pragma once

#include <memory>

namespace trucban {

class Place;
struct Workbench;

namespace places {

std::unique_ptr<Place> notices(Workbench &bench);

} // namespace places

} // namespace trucban
