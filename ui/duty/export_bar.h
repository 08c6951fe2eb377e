// SPDX-License-Identifier: GPL-3.0-or-later
// ExportBar: print, PDF, CSV, spreadsheet. Each is written into the log of exports before anything leaves.
#pragma once

#include "desk/paper_desk.h"
#include "ui/duty/paper_job.h"

#include <QWidget>

class QPushButton;

namespace trucban {

class NoticeBar;

class ExportBar : public QWidget
{
    Q_OBJECT
public:
    ExportBar(PaperDesk &desk, NoticeBar &notice, QWidget *parent = nullptr);

    /// Nothing: there is nothing to export.
    void setJob(const std::optional<PaperJob> &job);
    bool hasJob() const { return m_job.has_value(); }
    bool hasTable() const { return m_job && m_job->table; }
    bool isSettled() const { return !m_busy; }
    /// Asks for a file first; "pdf", "csv" or "xlsx"
    void save(const QString &format);
    void saveAs(const QString &format, const QString &path);
    void print();

Q_SIGNALS:
    void saved(const QString &path);
    void jobChanged();

private:
    void run(const QString &how, const QString &file, std::function<QFuture<Result<>>(const PaperJob &)> work, const QString &goodWord);
    void refresh();

    PaperDesk &m_desk;
    NoticeBar &m_notice;
    std::optional<PaperJob> m_job;
    QPushButton *m_print, *m_pdf, *m_csv, *m_xlsx;
    bool m_busy = false;
};

} // namespace trucban
