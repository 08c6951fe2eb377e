// SPDX-License-Identifier: GPL-3.0-or-later
// Comma-separated tables as people and spreadsheets write them: quoted cells, line breaks inside, a byte-order mark, `;` for `,`.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QStringList>

namespace trucban {

struct CsvRow {
    int line = 0; // where it begins in the file, from 1: what a person is told
    QStringList cells;
};

class CsvTable
{
public:
    static CsvTable fromUtf8(const QByteArray &bytes);

    QStringList header() const { return m_header; }
    const QList<CsvRow> &rows() const { return m_rows; }
    bool has(const QString &column) const { return m_columns.contains(column); }
    /// The trimmed cell in NFC, empty where the column or the cell is missing.
    QString cell(const CsvRow &row, const QString &column) const;

private:
    QStringList m_header;
    QHash<QString, int> m_columns;
    QList<CsvRow> m_rows;
};

/// One line for a file Excel opens: quoted where needed, and a cell that looks like a formula made harmless.
QString csvLine(const QStringList &cells);

} // namespace trucban
