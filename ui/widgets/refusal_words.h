// SPDX-License-Identifier: GPL-3.0-or-later
// Why an answer or a post did not go out, in the words of a person: what happened, what is safe, what to do next.
#pragma once

#include "ui/widgets/failure_words.h"

namespace trucban {

enum class Leaving { Answer, Post };

/// `word` is one of domain/refusals.h; of any other at least the word itself is said.
FailureWords refusalWords(const QString &word, Leaving what);

} // namespace trucban
