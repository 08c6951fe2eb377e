// SPDX-License-Identifier: GPL-3.0-or-later
// ImportPanel: a CSV file is tried first; every bad line is named with its number and why. Then all lines go in, or none.
#pragma once

#include "ui/administration/list_specs.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableWidget;

namespace trucban {

class NoticeBar;

class ImportPanel : public QWidget
{
    Q_OBJECT
public:
    ImportPanel(Database &database, const AdminListSpec &spec, QWidget *parent = nullptr);
    /// The dry run.
    void tryFile(const QString &path);
    bool isSettled() const { return m_waiting == 0; }
    /// Passwords made by the import are on the screen, this once.
    bool showsPasswords() const { return m_shows; }

Q_SIGNALS:
    void imported(int lines, const trucban::DueMoves &moves);
    void closed();

private:
    void showReport(const ImportReport &report);
    void importNow();
    void showPasswords(const ImportReport &report);

    AdministrationDesk m_desk;
    Sheet m_sheet;
    QString m_path;
    QString m_request;
    int m_waiting = 0;
    bool m_shows = false;
    NoticeBar *m_notice;
    QLabel *m_title;
    QLabel *m_summary;
    QTableWidget *m_bad;
    QPushButton *m_import;
    QPushButton *m_again;
    QPushButton *m_copy;
};

} // namespace trucban
