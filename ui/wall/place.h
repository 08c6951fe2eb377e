// SPDX-License-Identifier: GPL-3.0-or-later
// The wall: seven things for a second monitor, readable from three metres; every number opens its cases.
#pragma once

#include <memory>

namespace trucban {

class Place;
struct Workbench;

namespace places {

std::unique_ptr<Place> wall(Workbench &bench);

} // namespace places

} // namespace trucban
