// SPDX-License-Identifier: GPL-3.0-or-later
// Workbench: what every place is given when it is made. No singletons: this is all there is.
#pragma once

#include "base/clock.h"
#include "desk/me.h"

class QSettings;

namespace trucban {

class ActionRegistry;
class ChangeListener;
class Database;
class PlaceRegistry;

struct Workbench {
    Database &database;
    ChangeListener &changes;
    ActionRegistry &actions;
    PlaceRegistry &places;
    QSettings &settings; // of this workstation and this login
    Me me;
    Clock clock = Clock::system();
};

} // namespace trucban
