// SPDX-License-Identifier: GPL-3.0-or-later
// Publish: from a draft to a permalink.
#pragma once

#include "ui/frame/place.h"

#include <memory>

namespace trucban::places {

std::unique_ptr<Place> publish(Workbench &bench);

} // namespace trucban::places
