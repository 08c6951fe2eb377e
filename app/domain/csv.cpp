// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/csv.h"

namespace trucban {

namespace {

QList<CsvRow> split(const QString &text, QChar separator)
{
    QList<CsvRow> rows;
    CsvRow row{1, {}};
    QString cell;
    bool quoted = false;
    int line = 1;
    const auto endRow = [&] {
        row.cells.append(cell);
        cell.clear();
        if (row.cells.size() > 1 || !row.cells.first().trimmed().isEmpty())
            rows.append(row);
        row = {line, {}};
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'\n')
            ++line;
        if (quoted) {
            if (c == u'"' && i + 1 < text.size() && text.at(i + 1) == u'"') {
                cell.append(u'"');
                ++i;
            } else if (c == u'"') {
                quoted = false;
            } else if (c != u'\r') {
                cell.append(c);
            }
        } else if (c == u'"' && cell.trimmed().isEmpty()) {
            cell.clear();
            quoted = true;
        } else if (c == separator) {
            row.cells.append(cell);
            cell.clear();
        } else if (c == u'\n') {
            endRow();
        } else if (c != u'\r') {
            cell.append(c);
        }
    }
    if (!cell.isEmpty() || !row.cells.isEmpty())
        endRow();
    return rows;
}

} // namespace

CsvTable CsvTable::fromUtf8(const QByteArray &bytes)
{
    QString text = QString::fromUtf8(bytes);
    if (text.startsWith(QChar(QChar::ByteOrderMark)))
        text.remove(0, 1);
    const QStringView first = QStringView(text).first(qMax(qsizetype(0), text.indexOf(u'\n')));
    const QChar separator = first.count(u';') > first.count(u',') ? u';' : u',';

    CsvTable table;
    table.m_rows = split(text, separator);
    if (table.m_rows.isEmpty())
        return table;
    for (const QString &name : table.m_rows.takeFirst().cells) {
        table.m_columns.insert(name.trimmed(), int(table.m_header.size()));
        table.m_header.append(name.trimmed());
    }
    return table;
}

QString CsvTable::cell(const CsvRow &row, const QString &column) const
{
    const int at = m_columns.value(column, -1);
    return at < 0 ? QString() : row.cells.value(at).trimmed().normalized(QString::NormalizationForm_C);
}

QString csvLine(const QStringList &cells)
{
    QStringList written;
    for (QString cell : cells) {
        if (!cell.isEmpty() && QStringView(u"=+-@\t\r").contains(cell.front()))
            cell.prepend(u'\'');
        if (cell.contains(u'"') || cell.contains(u',') || cell.contains(u'\n') || cell.contains(u'\r'))
            cell = u'"' + cell.replace(QStringLiteral("\""), QStringLiteral("\"\"")) + u'"';
        written.append(cell);
    }
    return written.join(u',') + QStringLiteral("\r\n");
}

} // namespace trucban
