// SPDX-License-Identifier: GPL-3.0-or-later
// The keys every list shares: Ctrl+J and Ctrl+Shift+J move down and up.
#pragma once

class QAbstractItemView;

namespace trucban {

/// Ctrl+K is the palette everywhere, so the way up is Ctrl+Shift+J.
void addListKeys(QAbstractItemView *view);
void moveRow(QAbstractItemView *view, int by);

} // namespace trucban
