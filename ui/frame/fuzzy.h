// SPDX-License-Identifier: GPL-3.0-or-later
// How well typed letters fit a title: without Vietnamese marks, starts of words first.
#pragma once

#include <QString>

namespace trucban {

/// Higher is better; below zero: does not fit.
int fuzzyScore(const QString &typed, const QString &title);

} // namespace trucban
