// SPDX-License-Identifier: GPL-3.0-or-later
// An event as the database's intake.apply takes it (app/storage/schema/README.md).
#pragma once

#include "gateway/channels/facebook/event.h"

namespace trucban::gateway {

/// Empty for events that change nothing. `receivedAt` stands in for a time that is missing or lies in the future.
QJsonObject toIntake(const Event &event, const QDateTime &receivedAt);

} // namespace trucban::gateway
