// SPDX-License-Identifier: GPL-3.0-or-later
// Clocks: a tab of a case that answers "why is this red?" with minutes and names.
#pragma once

#include <memory>

namespace trucban {

class Place;
struct Workbench;

namespace places {

std::unique_ptr<Place> clocks(Workbench &bench);

} // namespace places

} // namespace trucban
