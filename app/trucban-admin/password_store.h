// SPDX-License-Identifier: GPL-3.0-or-later
// The keychain of the person at the keyboard.
#pragma once

#include "storage/connect_options.h"

namespace trucban::admin {

/// What the desktop keeps under "trucban" for user@host/database
Result<QString> passwordFromKeychain(const ConnectOptions &options);

} // namespace trucban::admin
