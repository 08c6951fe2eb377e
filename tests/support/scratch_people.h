// SPDX-License-Identifier: GPL-3.0-or-later
// The people every scratch database knows; each one's password is the login itself.
#pragma once

#include "storage/connect_options.h"

namespace trucban {

QString peopleRecipe(); // changes when the people do
Result<> makePeople(const ConnectOptions &asSuperuser);

} // namespace trucban
