// SPDX-License-Identifier: GPL-3.0-or-later
// The words people write into their tables (units.csv, deadlines.csv …), turned into the fields the database imports.
#pragma once

#include "domain/csv.h"

#include <QJsonArray>
#include <QString>

namespace trucban {

enum class Sheet { People, Units, Areas, Categories, Deadlines, Holidays, Templates, Sources };

/// The kind desk.import_rows calls it by; people are added one by one, for each has a login
QString importKind(Sheet sheet);
/// Columns without which the file cannot be meant
QStringList neededColumns(Sheet sheet);
/// One object a row, with "line" and the database's words; parents come before their children.
QJsonArray importRows(Sheet sheet, const CsvTable &table);

} // namespace trucban
