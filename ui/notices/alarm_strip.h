// SPDX-License-Identifier: GPL-3.0-or-later
// AlarmStrip: the worst that waits, across the whole window until it is acknowledged. The only thing in the program that may blink.
#pragma once

#include "base/clock.h"
#include "desk/notice_board.h"

#include <QFrame>
#include <QTimer>

#include <optional>

class QLabel;
class QPushButton;

namespace trucban {

class ElidedLabel;

class AlarmStrip : public QFrame
{
    Q_OBJECT
public:
    explicit AlarmStrip(Clock clock, QWidget *parent = nullptr);

    /// Urgent ones and alarms are shown here, the worst of them; the others only at the bell.
    void show(const QList<DeskNotice> &waiting);
    std::optional<DeskNotice> shown() const { return m_notice; }
    QString text() const;

Q_SIGNALS:
    void openWanted(trucban::CaseId id);
    void whyWanted(trucban::CaseId id);
    void acknowledged(qint64 notice);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void say();

    Clock m_clock;
    std::optional<DeskNotice> m_notice;
    qsizetype m_more = 0;
    ElidedLabel *m_words;
    QPushButton *m_open;
    QPushButton *m_why;
    QPushButton *m_seen;
    QTimer m_tick; // the clock in the words runs; an emergency blinks
    bool m_bright = true;
};

} // namespace trucban
