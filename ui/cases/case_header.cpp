// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/case_header.h"

#include "ui/cases/case_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/clock_text.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/trade_words.h"

#include <QHBoxLayout>

namespace trucban {

CaseHeader::CaseHeader(PersonId me, QWidget *parent)
    : QWidget(parent), m_me(me), m_number(new QLabel(this)), m_category(new Chip(this)), m_urgency(new Chip(this)), m_status(new Chip(this)), m_clock(new Chip(this)),
      m_whence(new ElidedLabel({}, this)), m_holder(new Chip(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::space(2), Theme::space(), Theme::space(2), 0);
    column->setSpacing(Theme::space());
    auto *first = new QHBoxLayout;
    m_number->setFont(Theme::bold(TextSize::Heading));
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    first->addWidget(m_number);
    first->addWidget(m_urgency);
    first->addWidget(m_status);
    first->addStretch(1);
    first->addWidget(m_clock);
    auto *second = new QHBoxLayout;
    second->addWidget(m_category);
    second->addWidget(m_whence, 1);
    second->addWidget(m_holder);
    column->addLayout(first);
    column->addLayout(second);
    m_whence->setForegroundRole(QPalette::PlaceholderText);
}

void CaseHeader::show(const CaseRow &row, const QDateTime &now)
{
    m_row = row;
    m_number->setText(u'#' + row.number);
    m_category->say(caseWords::category(row), row.category.isEmpty() ? Meaning::Soon : Meaning::Quiet);
    m_urgency->setVisible(!row.urgency.isEmpty());
    m_urgency->say(tradeWords::urgency(row.urgency), tradeWords::meaningOfUrgency(row.urgency));
    m_status->say(tradeWords::status(row.status), tradeWords::meaningOfStatus(row.status));
    QStringList parts{tradeWords::citizenAlias(row.citizen.value), tradeWords::channel(row.channel)};
    for (const QString &part : {row.area, tradeWords::inLanguage(row.unitName, row.unitNameEn), row.duplicateNumber.isEmpty() ? QString() : tr("duplicate of %1").arg(row.duplicateNumber),
                                row.answeredElsewhere ? tr("answered from elsewhere") : QString(), row.decision.isEmpty() ? QString() : tr("decision: %1").arg(row.decision)}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    m_whence->setText(parts.join(u" · "_s));
    refreshClock(now);
}

QString CaseHeader::holderWords() const
{
    return m_holder->text();
}

void CaseHeader::refreshClock(const QDateTime &now)
{
    if (!m_row.id)
        return;
    m_clock->setVisible(m_row.burnsAt.isValid() && m_row.queue < 6);
    if (m_row.burnsAt.isValid()) {
        m_clock->say(tr("%1 · %2").arg(tradeWords::clock(m_row.burnsClock), clockText::left(m_row.burnsAt, now)), clockText::meaning(m_row.burnsAt, now), u"clock"_s);
        m_clock->setToolTip(clockText::exact(m_row.burnsAt));
    }
    m_holder->setVisible(m_row.queue < 6);
    const bool mine = m_row.isHeldBy(m_me, now);
    if (m_row.isFree(now))
        m_holder->say(tr("In nobody's hand"), Meaning::Quiet);
    else if (mine)
        m_holder->say(tr("In your hand · %1").arg(clockText::left(m_row.leaseUntil, now)), Meaning::Accent, u"user"_s);
    else
        m_holder->say(tr("With %1 · %2").arg(m_row.holderName, clockText::left(m_row.leaseUntil, now)), Meaning::Waiting, u"user"_s);
}

} // namespace trucban
