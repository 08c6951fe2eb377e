// SPDX-License-Identifier: GPL-3.0-or-later
// What a person types as the server ("trucban.cahn.local", "10.0.0.5:5433/trucban", a whole URL) as connect options.
#pragma once

#include "storage/connect_options.h"

namespace trucban {

ConnectOptions optionsForServer(const QString &typed);

} // namespace trucban
