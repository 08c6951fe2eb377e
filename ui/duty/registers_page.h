// SPDX-License-Identifier: GPL-3.0-or-later
// RegistersPage: a register of a period on the screen, on paper, as CSV or workbook; rows stream, there is no cap.
#pragma once

#include "desk/paper_desk.h"
#include "ui/frame/workbench.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QDateEdit;

namespace trucban {

class ExportBar;
class NoticeBar;
class PageView;
struct PaperJob;

class RegistersPage : public QWidget
{
    Q_OBJECT
public:
    explicit RegistersPage(Workbench &bench, QWidget *parent = nullptr);

    void read();
    bool isSettled() const;
    ExportBar &exports() { return *m_export; }

private:
    void show(const QJsonObject &head);
    PaperJob job(const QJsonObject &head) const;

    Workbench &m_bench;
    PaperDesk m_desk;
    int m_waiting = 0;
    int m_asked = 0;
    bool m_read = false;
    QTimer m_soon;

    NoticeBar *m_notice;
    QComboBox *m_kind;
    QDateEdit *m_from, *m_to;
    PageView *m_pages;
    ExportBar *m_export;
};

} // namespace trucban
