// SPDX-License-Identifier: GPL-3.0-or-later
// What a person is told about a failure: what happened, what is safe, what to do next.
#pragma once

#include "base/result.h"

namespace trucban {

struct FailureWords {
    QString happened;
    QString safe;
    QString next;
};

/// A place that knows better words for a code of its own gives them to NoticeBar::tell() instead.
FailureWords wordsFor(const Failure &failure);

} // namespace trucban
