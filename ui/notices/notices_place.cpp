// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notices/notices_place.h"

#include "desk/request.h"
#include "ui/frame/action_registry.h"
#include "ui/frame/place_registry.h"
#include "ui/notices/alarm_strip.h"
#include "ui/notices/notice_panel.h"
#include "ui/notices/notice_words.h"
#include "ui/notices/place.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QSettings>
#include <QToolButton>

namespace trucban {

std::unique_ptr<Place> places::notices(Workbench &bench)
{
    return std::make_unique<NoticesPlace>(bench);
}

NoticesPlace::NoticesPlace(Workbench &bench)
    : m_bench(bench), m_board(bench.database, bench.changes), m_ringer(bench.clock)
{
    makeActions();
    m_every.setInterval(1000);
    connect(&m_every, &QTimer::timeout, this, &NoticesPlace::listen);
    connect(&m_board, &NoticeBoard::changed, this, [this] {
        refresh();
        listen();
        Q_EMIT badgeChanged();
    });
}

QString NoticesPlace::title() const
{
    return tr("Notices");
}

void NoticesPlace::makeActions()
{
    m_bench.actions.add(u"notices.show"_s).text(tr("Notices that wait for you")).icon(iconName()).menu(u"go"_s).keys(Qt::Key_F9).run(this, &NoticesPlace::showPanel);
    m_bench.actions.add(u"notices.acknowledge"_s).text(tr("Acknowledge the most urgent notice")).icon(u"dialog-ok"_s).menu(u"tools"_s).keys(QKeySequence(u"Ctrl+F9"_s))
        .enabledWhen([this] { return !m_board.waiting().isEmpty(); }).run(this, [this] {
            if (!m_board.waiting().isEmpty())
                m_board.acknowledge({m_board.waiting().first().id}, newRequest());
        });
}

QWidget *NoticesPlace::widget()
{
    if (m_bell)
        return m_bell;
    m_bell = new QToolButton;
    m_bell->setObjectName(u"noticeBell"_s);
    m_bell->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_bell->setAutoRaise(true);
    connect(m_bell, &QToolButton::clicked, this, &NoticesPlace::showPanel);
    refresh();
    return m_bell;
}

QWidget *NoticesPlace::strip()
{
    if (m_strip)
        return m_strip;
    m_strip = new AlarmStrip(m_bench.clock);
    connect(m_strip, &AlarmStrip::openWanted, this, &NoticesPlace::openCase);
    connect(m_strip, &AlarmStrip::whyWanted, this, &NoticesPlace::explain);
    connect(m_strip, &AlarmStrip::acknowledged, this, [this](qint64 notice) { m_board.acknowledge({notice}, newRequest()); });
    m_strip->show(m_board.waiting());
    return m_strip;
}

void NoticesPlace::showPanel()
{
    if (!m_bell)
        return;
    if (!m_panel) {
        m_panel = new NoticePanel(m_bench, m_board, m_bell->window());
        connect(m_panel, &NoticePanel::caseWanted, this, &NoticesPlace::openCase);
        connect(m_panel, &NoticePanel::whyWanted, this, &NoticesPlace::explain);
        connect(m_panel, &NoticePanel::paperWanted, this, [this](const QString &kind, qint64 id) { m_bench.places.open({kind, id, {}, {}}); });
    }
    m_panel->popUp(m_bell->mapToGlobal(QPoint(m_bell->width(), m_bell->height())));
}

void NoticesPlace::openCase(CaseId id)
{
    m_bench.places.open(id);
}

void NoticesPlace::explain(CaseId id)
{
    m_bench.places.open(id);
    m_bench.places.open({u"clocks"_s, id.value, {}, {}});
}

void NoticesPlace::refresh()
{
    m_bench.actions.refresh();
    if (m_strip)
        m_strip->show(m_board.waiting());
    if (!m_bell)
        return;
    const auto &waiting = m_board.waiting();
    const bool none = waiting.isEmpty();
    m_bell->setIcon(none ? Theme::icon(iconName()) : Theme::icon(iconName(), noticeWords::meaning(waiting.first().severity)));
    m_bell->setText(none ? QString() : waiting.size() >= NoticeBoard::most ? u"%1+"_s.arg(NoticeBoard::most) : QString::number(waiting.size()));
    m_bell->setToolTip(none ? tr("Nothing waits for you (F9)") : tr("%1 (F9)").arg(noticeWords::title(waiting.first())));
    m_bell->setAccessibleName(none ? tr("Notices: none") : waiting.size() == 1 ? tr("Notices: one waits for you") : tr("Notices: %1 wait for you").arg(waiting.size()));
}

void NoticesPlace::listen()
{
    const auto severity = m_ringer.listen(m_board.waiting());
    m_ringer.repeats(m_board.waiting()) ? m_every.start() : m_every.stop();
    if (!severity)
        return;
    if (m_bench.settings.value(u"notify/sound"_s, true).toBool())
        m_sound.play(*severity);
    if (*severity >= DeskNotice::Urgent && m_bell)
        QApplication::alert(m_bell->window());
    Q_EMIT sounded(*severity);
}

} // namespace trucban
