// SPDX-License-Identifier: GPL-3.0-or-later
// NoticesPlace: the bell at the corner of the window, its list, the strip of the worst, and the sound.
#pragma once

#include "ui/frame/place.h"
#include "ui/frame/workbench.h"
#include "ui/notices/alert_sound.h"
#include "ui/notices/ringer.h"

#include <QPointer>
#include <QTimer>

class QToolButton;

namespace trucban {

class AlarmStrip;
class NoticePanel;

class NoticesPlace : public Place
{
    Q_OBJECT
public:
    explicit NoticesPlace(Workbench &bench);

    QString id() const override { return u"notices"_s; }
    QString title() const override;
    QString iconName() const override { return u"notifications"_s; }
    Where where() const override { return Corner; }
    QWidget *widget() override;
    QWidget *strip() override;
    bool isSettled() const override { return m_board.isSettled(); }
    NoticeBoard &board() { return m_board; }
    NoticePanel *panel() const { return m_panel; }
    void showPanel();

Q_SIGNALS:
    /// For tests: what the desk sounds now.
    void sounded(trucban::DeskNotice::Severity severity);

private:
    void makeActions();
    void refresh();
    void listen();
    void openCase(CaseId id);
    void explain(CaseId id);

    Workbench &m_bench;
    NoticeBoard m_board;
    Ringer m_ringer;
    AlertSound m_sound;
    QTimer m_every;
    QPointer<QToolButton> m_bell;
    QPointer<NoticePanel> m_panel;
    QPointer<AlarmStrip> m_strip;
};

} // namespace trucban
