// SPDX-License-Identifier: GPL-3.0-or-later
// ClocksPanel: the age of a case, who holds it now, each holder's time, what was handed back, and who was told when.
#pragma once

#include "desk/case_clocks.h"
#include "ui/frame/workbench.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace trucban {

class NoticeBar;

class ClocksPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ClocksPanel(Workbench &bench, QWidget *parent = nullptr);

    void showCase(CaseId id);
    bool isSettled() const { return m_waiting == 0 && !m_soon.isActive(); }
    /// One sentence: how old, with whom, how it stands
    QString summary() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void read();
    void show(const CaseClocks &clocks);
    QWidget *makeContent(const CaseClocks &clocks);
    static QString summaryOf(const CaseClocks &clocks);

    Workbench &m_bench;
    CaseId m_case;
    int m_waiting = 0;
    bool m_stale = true;
    QTimer m_soon;
    QTimer m_every; // running clocks run
    NoticeBar *m_notice;
    QLabel *m_summary;
    QScrollArea *m_scroll;
};

} // namespace trucban
