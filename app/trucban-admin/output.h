// SPDX-License-Identifier: GPL-3.0-or-later
// How an answer is printed: JSON for programs, tables and lines for people.
#pragma once

#include "base/result.h"

namespace trucban::admin {

void printJson(const QJsonObject &answer);
void printForPeople(const QJsonObject &answer);
/// To standard error: what was refused and why
void printFailure(const Failure &failure, bool asJson);

} // namespace trucban::admin
