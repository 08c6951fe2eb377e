// SPDX-License-Identifier: GPL-3.0-or-later
// Duty: the shift book, transfer slips, registers and reports.
#pragma once

#include <memory>

namespace trucban {

class Place;
struct Workbench;

namespace places {

std::unique_ptr<Place> duty(Workbench &bench);

} // namespace places

} // namespace trucban
