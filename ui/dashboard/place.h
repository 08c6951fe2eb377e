// SPDX-License-Identifier: GPL-3.0-or-later
// The dashboard: what is burning, where it lies, how much comes in; every number opens its cases.
#pragma once

#include <memory>

namespace trucban {

class Place;
struct Workbench;

namespace places {

std::unique_ptr<Place> dashboard(Workbench &bench);

} // namespace places

} // namespace trucban
