// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignment/picked_units.h"

#include "ui/assignment/assignment_words.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace trucban {

PickedUnits::PickedUnits(QWidget *parent)
    : QWidget(parent), m_column(new QVBoxLayout(this))
{
    setAccessibleName(tr("Chosen units"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Theme::space(1));
    refresh();
}

void PickedUnits::pick(const Pick &pick)
{
    if (pick.lead) {
        for (Pick &other : m_picks)
            other.lead = false;
    }
    const auto found = std::ranges::find(m_picks, pick.unit, &Pick::unit);
    if (found == m_picks.end())
        m_picks.append(pick);
    else
        *found = pick;
    std::ranges::stable_sort(m_picks, std::ranges::greater(), &Pick::lead);
    refresh();
    Q_EMIT changed();
}

void PickedUnits::drop(UnitId unit)
{
    m_picks.removeIf([unit](const Pick &pick) { return pick.unit == unit; });
    refresh();
    Q_EMIT changed();
}

void PickedUnits::setPicks(const QList<Pick> &picks)
{
    m_picks = picks;
    refresh();
    Q_EMIT changed();
}

bool PickedUnits::hasLead() const
{
    return std::ranges::any_of(m_picks, &Pick::lead);
}

QList<ForwardTo> PickedUnits::toForward() const
{
    QList<ForwardTo> units;
    for (const Pick &pick : m_picks)
        units.append({pick.unit, pick.lead});
    return units;
}

void PickedUnits::refresh()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // it may be the one whose button was pressed
        }
        delete item;
    }
    if (m_picks.isEmpty()) {
        auto *none = new QuietLabel(tr("None yet. In the list: Enter makes a unit the lead, Space adds it as co-handling."), this);
        none->setWordWrap(true);
        m_column->addWidget(none);
    }
    for (const Pick &pick : std::as_const(m_picks))
        m_column->addWidget(rowFor(pick));
}

QWidget *PickedUnits::rowFor(const Pick &pick)
{
    auto *holder = new QWidget(this);
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    auto *chip = new Chip(holder);
    chip->say(assignmentWords::role(pick.lead), pick.lead ? Meaning::Accent : Meaning::Quiet);
    auto *name = new ElidedLabel(pick.shownName(), holder);
    name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(chip);
    row->addWidget(name, 1);
    if (!pick.lead) {
        auto *lead = new QToolButton(holder);
        lead->setIcon(Theme::icon(u"go-up"_s));
        lead->setToolTip(tr("Make this the lead unit"));
        lead->setAccessibleName(tr("Make %1 the lead unit").arg(pick.shownName()));
        lead->setAutoRaise(true);
        connect(lead, &QToolButton::clicked, this, [this, raised = Pick{pick.unit, pick.name, pick.code, true, pick.nameEn}] { this->pick(raised); });
        row->addWidget(lead);
    }
    auto *remove = new QToolButton(holder);
    remove->setIcon(Theme::icon(u"dialog-close"_s));
    remove->setToolTip(tr("Take out"));
    remove->setAccessibleName(tr("Take %1 out").arg(pick.shownName()));
    remove->setAutoRaise(true);
    connect(remove, &QToolButton::clicked, this, [this, unit = pick.unit] { drop(unit); });
    row->addWidget(remove);
    return holder;
}

} // namespace trucban
