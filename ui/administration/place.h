// SPDX-License-Identifier: GPL-3.0-or-later
// Administration: people, units, areas, categories, deadlines, calendar, templates, sources, settings.
#pragma once

#include <memory>

namespace trucban {

class Place;
struct Workbench;

namespace places {
std::unique_ptr<Place> administration(Workbench &bench);
}

} // namespace trucban
