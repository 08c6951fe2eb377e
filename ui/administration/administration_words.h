// SPDX-License-Identifier: GPL-3.0-or-later
// Why a row or a line of a file is not taken, in words.
#pragma once

#include "desk/administration_desk.h"
#include "ui/widgets/failure_words.h"

namespace trucban::administrationWords {

/// What is wrong, of a code the database or the importer gives, with its facts.
QString fault(const QString &code, const QJsonObject &facts);
FailureWords refusal(const Failure &failure);
/// "3 due dates moved: 26-000123 → 16/02 24:00, …"
QString dueMoves(const DueMoves &moves);

} // namespace trucban::administrationWords
