// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duty/duty_tables.h"

#include <QHeaderView>
#include <QScrollBar>

namespace trucban {

namespace dutyTables {

QTableWidget *made(const QString &name, const QString &accessible, const QStringList &heads, int stretch)
{
    auto *table = new QTableWidget(0, int(heads.size()));
    table->setObjectName(name);
    table->setAccessibleName(accessible);
    table->setHorizontalHeaderLabels(heads);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(Theme::lineHeight(table->font()) + Theme::space(2));
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->setAlternatingRowColors(false);
    table->setTabKeyNavigation(false);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    for (int i = 0; i < heads.size(); ++i) {
        table->horizontalHeaderItem(i)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        table->horizontalHeader()->setSectionResizeMode(i, i == stretch ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    }
    return table;
}

void fill(QTableWidget *table, const QList<QStringList> &rows)
{
    const int scrolled = table->verticalScrollBar()->value(), current = table->selectionModel()->hasSelection() ? table->currentRow() : -1;
    table->setRowCount(int(rows.size()));
    for (int row = 0; row < rows.size(); ++row) {
        for (int column = 0; column < table->columnCount(); ++column) {
            QTableWidgetItem *item = table->item(row, column);
            if (!item) {
                item = new QTableWidgetItem;
                table->setItem(row, column, item);
            }
            const QString words = rows.at(row).value(column);
            item->setText(words);
            item->setToolTip(words.size() > 24 ? words : QString());
        }
    }
    if (current >= rows.size())
        table->clearSelection();
    table->verticalScrollBar()->setValue(scrolled);
}

QLabel *heading(const QString &words)
{
    auto *label = new QLabel(words);
    label->setFont(Theme::bold());
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace dutyTables

} // namespace trucban
