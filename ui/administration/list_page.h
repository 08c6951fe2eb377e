// SPDX-License-Identifier: GPL-3.0-or-later
// ListPage: one list with its search, its rows, and beside them the row being changed or the file being tried.
#pragma once

#include "ui/administration/list_specs.h"
#include "ui/frame/workbench.h"

#include <QTimer>
#include <QWidget>

class QPushButton;
class QStackedWidget;
class QTableView;

namespace trucban {

class AdminTableModel;
class EmptyState;
class ImportPanel;
class MemorySplitter;
class NoticeBar;
class RecordForm;
class SearchField;
class TreeFold;

class ListPage : public QWidget
{
    Q_OBJECT
public:
    ListPage(Workbench &bench, const AdminListSpec &spec, QWidget *parent = nullptr);

    void begin();
    /// Somebody changed something: shows it, unless a row is being written.
    void refreshAll();
    void addNew();
    void chooseFile();
    void tryFile(const QString &path);
    void exportFile();
    void exportTo(const QString &path);
    void search(const QString &words);
    void openRow(int row);
    bool mayChange() const { return m_mayChange; }
    bool mayImport() const { return m_import; }
    bool isSettled() const;
    RecordForm &form() { return *m_form; }
    AdminTableModel &model() { return *m_model; }
    TreeFold *fold() { return m_fold; }
    NoticeBar &notice() { return *m_notice; }

private:
    void makeTop();
    void makeTable();
    void readCodes();
    void showRow(const QModelIndex &index);
    void showSide(QWidget *widget);
    void modelReloaded();

    Workbench &m_bench;
    AdministrationDesk m_desk;
    AdminListSpec m_spec;
    bool m_mayChange;
    QTimer m_again;
    int m_waiting = 0;
    int m_wantedRow = -1;
    AdminTableModel *m_model;
    NoticeBar *m_notice;
    SearchField *m_search;
    QTableView *m_table;
    QStackedWidget *m_rows;
    EmptyState *m_empty;
    MemorySplitter *m_panes;
    QStackedWidget *m_side;
    RecordForm *m_form;
    ImportPanel *m_import = nullptr;
    TreeFold *m_fold = nullptr; // of lists that are trees
    QWidget *m_top;
};

} // namespace trucban
