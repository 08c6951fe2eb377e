// SPDX-License-Identifier: GPL-3.0-or-later
// SlipsPage: forwards and their transfer slips: prepare, sign, print one or many, receive, make void.
#pragma once

#include "desk/paper_desk.h"
#include "ui/frame/workbench.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace trucban {

class ExportBar;
class NoticeBar;
class PageView;

class SlipsPage : public QWidget
{
    Q_OBJECT
public:
    explicit SlipsPage(Workbench &bench, QWidget *parent = nullptr);

    void read();
    /// Only those of this case; none: everything forwarded lately
    void showCase(CaseId id);
    bool isSettled() const;
    void selectFirst();
    void prepare();
    void sign();
    void makeVoid();
    void receive();
    void openCase();
    void check();
    bool mayPrepare() const;
    bool maySign() const;
    bool mayVoid() const;
    bool mayReceive() const;
    bool hasSelection() const { return !selection().isEmpty(); }
    ExportBar &exports() { return *m_export; }

Q_SIGNALS:
    void changed();

private:
    void show(const QList<SlipRow> &rows);
    QList<SlipRow> selection() const;
    void choose();
    void showPaper();
    void acted(const Result<QJsonObject> &outcome, const QString &goodWord);
    void each(const QList<SlipRow> &rows, const std::function<QFuture<Result<QJsonObject>>(const SlipRow &)> &act, const QString &goodWord);

    Workbench &m_bench;
    PaperDesk m_desk;
    QList<SlipRow> m_rows;
    CaseId m_case;
    int m_waiting = 0;
    int m_asked = 0;
    bool m_read = false;
    bool m_firstWanted = false;

    NoticeBar *m_notice;
    QLabel *m_title;
    QPushButton *m_all, *m_prepare, *m_sign, *m_receive, *m_void;
    QCheckBox *m_withName;
    QComboBox *m_days;
    QTableWidget *m_table;
    PageView *m_pages;
    ExportBar *m_export;
};

} // namespace trucban
