// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignment/assignment_place.h"

#include "ui/assignment/assignment_panel.h"
#include "ui/assignment/place.h"
#include "ui/assignment/unit_panel.h"
#include "ui/frame/action_registry.h"
#include "ui/frame/place_registry.h"

namespace trucban {

std::unique_ptr<Place> places::assignment(Workbench &bench)
{
    return std::make_unique<AssignmentPlace>(bench);
}

AssignmentPlace::AssignmentPlace(Workbench &bench)
    : m_bench(bench)
{
    if (isUnit() || m_bench.me.role == u"admin")
        return;
    m_bench.actions.add(u"case.forward"_s).text(tr("&Forward to a unit…")).hint(tr("Chooses the lead unit, co-handling units, deadline and instruction."))
        .icon(u"document-send"_s).menu(u"case"_s).place(u"cases"_s).keys(Qt::Key_F4).enabledWhen([this] { return bool(m_case); })
        .run(this, [this] {
            m_bench.places.open({id(), m_case.value, {}, {}});
            enter();
        });
}

QString AssignmentPlace::title() const
{
    return isUnit() ? tr("Your unit's work") : tr("Assignment");
}

QWidget *AssignmentPlace::widget()
{
    if (isUnit()) {
        if (!m_unitPanel)
            m_unitPanel = new UnitPanel(m_bench);
        m_unitPanel->showCase(m_case);
        return m_unitPanel;
    }
    if (!m_panel)
        m_panel = new AssignmentPanel(m_bench);
    m_panel->showCase(m_case);
    return m_panel;
}

void AssignmentPlace::enter()
{
    if (m_panel)
        m_panel->beginSearch();
    else if (m_unitPanel)
        m_unitPanel->beginWork();
}

void AssignmentPlace::open(const Target &target)
{
    m_case = CaseId{target.id};
    if (m_panel)
        m_panel->showCase(m_case);
    if (m_unitPanel)
        m_unitPanel->showCase(m_case);
    m_bench.actions.refresh();
}

QStringList AssignmentPlace::states() const
{
    return isUnit() ? QStringList{QString()} : QStringList{QString(), u"search"_s, u"chosen"_s};
}

void AssignmentPlace::showState(const QString &state)
{
    if (!m_panel)
        return;
    m_panel->beginSearch();
    m_panel->search(state == u"search" ? u"tuong mai"_s : QString());
    if (state == u"chosen")
        m_panel->takeFirstSuggestion();
}

bool AssignmentPlace::isSettled() const
{
    return (!m_panel || m_panel->isSettled()) && (!m_unitPanel || m_unitPanel->isSettled());
}

} // namespace trucban
