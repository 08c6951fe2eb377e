// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notices/alarm_strip.h"

#include "ui/notices/notice_words.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/paint.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace trucban {

AlarmStrip::AlarmStrip(Clock clock, QWidget *parent)
    : QFrame(parent), m_clock(std::move(clock)), m_words(new ElidedLabel(QString(), this)), m_open(new QPushButton(tr("Open the case"), this)),
      m_why(new QPushButton(tr("Why is it red?"), this)), m_seen(new QPushButton(Theme::icon(u"dialog-ok"_s), tr("Acknowledge"), this))
{
    setObjectName(u"alarmStrip"_s);
    setAccessibleName(tr("The most urgent notice"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::space(8), Theme::space(1), Theme::space(3), Theme::space(1));
    row->setSpacing(Theme::space(2));
    row->addWidget(m_words, 1);
    for (QPushButton *button : {m_open, m_why, m_seen})
        row->addWidget(button);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        m_bright = !m_bright || !Theme::motion();
        say();
        update();
    });
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openWanted(m_notice->caseId); });
    connect(m_why, &QPushButton::clicked, this, [this] { Q_EMIT whyWanted(m_notice->caseId); });
    connect(m_seen, &QPushButton::clicked, this, [this] { Q_EMIT acknowledged(m_notice->id); });
    hide();
}

void AlarmStrip::show(const QList<DeskNotice> &waiting)
{
    const auto loud = [](const DeskNotice &notice) { return notice.severity >= DeskNotice::Urgent; };
    const auto worst = std::ranges::find_if(waiting, loud); // the most severe stand first
    m_more = std::ranges::count_if(waiting, loud) - 1;
    m_notice = worst == waiting.end() ? std::nullopt : std::optional(*worst);
    setVisible(m_notice.has_value());
    if (!m_notice) {
        m_tick.stop();
        return;
    }
    m_open->setVisible(bool(m_notice->caseId));
    m_why->setVisible(m_notice->caseId && m_notice->kind == u"escalation");
    m_tick.start();
    say();
    update();
}

void AlarmStrip::say()
{
    if (!m_notice)
        return;
    QString words = tr("%1 — %2", "what happened, about which case").arg(noticeWords::title(*m_notice), noticeWords::about(*m_notice, m_clock.now(), noticeWords::WithoutWords)); // the window may hang on a wall
    if (m_more > 0)
        words += u' ' + (m_more == 1 ? tr("(and one more)") : tr("(and %1 more)").arg(m_more));
    if (m_words->text() != words)
        m_words->setText(words);
    setAccessibleDescription(noticeWords::spoken(*m_notice, m_clock.now()));
}

QString AlarmStrip::text() const
{
    return m_words->text();
}

void AlarmStrip::paintEvent(QPaintEvent *)
{
    if (!m_notice)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), Theme::wash(Meaning::Burning));
    const bool blinks = m_notice->severity == DeskNotice::Alarm && m_notice->urgency == u"emergency";
    if (!blinks || m_bright)
        painter.fillRect(QRect(0, 0, Theme::space(1), height()), Theme::colour(Meaning::Burning));
    const int side = Theme::lineHeight(font()) - 2;
    Theme::icon(noticeWords::iconName(m_notice->severity), Meaning::Burning).paint(&painter, QRect(Theme::space(3), (height() - side) / 2, side, side));
    painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::colour(Neutral::Line));
}

} // namespace trucban
