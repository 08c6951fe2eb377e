// SPDX-License-Identifier: GPL-3.0-or-later
// The small tables of the duty pages: read-only rows, chosen whole, one column that takes what is left.
#pragma once

#include "ui/theme/theme.h"

#include <QLabel>
#include <QTableWidget>

namespace trucban {

namespace dutyTables {

QTableWidget *made(const QString &name, const QString &accessible, const QStringList &heads, int stretch);
/// Keeps the selected row and the scroll position.
void fill(QTableWidget *table, const QList<QStringList> &rows);
QLabel *heading(const QString &words);

} // namespace dutyTables

} // namespace trucban
