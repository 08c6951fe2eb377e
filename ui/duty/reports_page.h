// SPDX-License-Identifier: GPL-3.0-or-later
// ReportsPage: the reports that are kept, a new one for a day, a week or a month, and when they are made by themselves.
#pragma once

#include "desk/paper_desk.h"
#include "ui/frame/workbench.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QPushButton;
class QTableWidget;
class QTimeEdit;

namespace trucban {

class ExportBar;
class NoticeBar;
class PageView;

class ReportsPage : public QWidget
{
    Q_OBJECT
public:
    explicit ReportsPage(Workbench &bench, QWidget *parent = nullptr);

    void read();
    void open(qint64 report);
    bool isSettled() const;
    void make();
    ExportBar &exports() { return *m_export; }
    int count() const { return int(m_room.reports.size()); }

private:
    struct ScheduleLine {
        QString kind;
        QCheckBox *enabled;
        QTimeEdit *at;
        int revision = 0;
    };
    QWidget *scheduleBox();
    void show(const ReportRoom &room);
    void choose();
    void keepSchedule(int line);

    Workbench &m_bench;
    PaperDesk m_desk;
    ReportRoom m_room;
    QList<ScheduleLine> m_lines;
    qint64 m_wanted = 0;
    int m_waiting = 0;
    bool m_read = false;

    NoticeBar *m_notice;
    QComboBox *m_kind;
    QDateEdit *m_day;
    QPushButton *m_make;
    QTableWidget *m_table;
    PageView *m_pages;
    ExportBar *m_export;
};

} // namespace trucban
