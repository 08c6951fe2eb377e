// SPDX-License-Identifier: GPL-3.0-or-later
// ShiftPage: who is on duty and sits where, what the shift book says, what comes next, and the hand-over with its two signatures.
#pragma once

#include "desk/paper_desk.h"
#include "ui/frame/workbench.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QTableWidget;

namespace trucban {

class ExportBar;
class NoticeBar;
class PageView;

class ShiftPage : public QWidget
{
    Q_OBJECT
public:
    explicit ShiftPage(Workbench &bench, QWidget *parent = nullptr);

    void read();
    bool isSettled() const;
    void plan();
    void begin();
    void takeSeat();
    void leaveSeat();
    void writeEntry();
    void prepare();
    void sign();
    bool mayPlan() const;
    bool mayBegin() const;
    bool maySign() const;
    bool mayPrepare() const;
    bool isSeated() const;
    const DutyRoom &room() const { return m_room; }
    ExportBar &exports() { return *m_export; }

Q_SIGNALS:
    void changed();

private:
    QWidget *nowCard();
    QWidget *bookCard();
    QWidget *planCard();
    QWidget *handoverSide();
    void show(const DutyRoom &room);
    void showNow();
    void showPlan();
    void showHandover();
    void showPaper(const QJsonObject &handover);
    void openShift();
    void edit(const ShiftRow *shift);
    void acted(const Result<QJsonObject> &outcome, const QString &goodWord);
    const ShiftRow *chosen() const;
    const ShiftRow *next() const;
    bool isMine(PersonId person) const { return person == m_bench.me.id; }

    Workbench &m_bench;
    PaperDesk m_desk;
    DutyRoom m_room;
    QJsonObject m_shown; // the hand-over on the right
    int m_waiting = 0;
    bool m_read = false;

    NoticeBar *m_notice;
    QLabel *m_title, *m_since, *m_handoverTitle, *m_handoverState;
    QTableWidget *m_seats, *m_entries, *m_plan;
    QLineEdit *m_seat, *m_told;
    QComboBox *m_kind, *m_next;
    QPlainTextEdit *m_text;
    QPlainTextEdit *m_words;
    QPushButton *m_take, *m_leave, *m_write, *m_begin, *m_new, *m_edit, *m_prepare, *m_sign;
    PageView *m_pages;
    ExportBar *m_export;
};

} // namespace trucban
