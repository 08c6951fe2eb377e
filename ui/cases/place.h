// SPDX-License-Identifier: GPL-3.0-or-later
// The case as a place: beside the inbox, or on a second monitor.
#pragma once

#include "ui/frame/place.h"

#include <memory>

namespace trucban::places {

std::unique_ptr<Place> cases(Workbench &bench);

} // namespace trucban::places
