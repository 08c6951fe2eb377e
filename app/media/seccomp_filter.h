// SPDX-License-Identifier: GPL-3.0-or-later
// The system calls a media decoder may make; everything else is refused, what only an attacker wants ends the process.
#pragma once

#include "base/result.h"

namespace trucban::media {

/// A compiled filter (BPF) ready for `bwrap --seccomp`.
Result<QByteArray> seccompProgram();

} // namespace trucban::media
