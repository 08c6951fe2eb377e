// SPDX-License-Identifier: GPL-3.0-or-later
// The triage inbox as a place.
#pragma once

#include "ui/frame/place.h"

#include <memory>

namespace trucban::places {

std::unique_ptr<Place> inbox(Workbench &bench);

} // namespace trucban::places
