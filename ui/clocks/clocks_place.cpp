// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clocks/clocks_panel.h"
#include "ui/clocks/place.h"
#include "ui/frame/action_registry.h"
#include "ui/frame/place.h"
#include "ui/frame/place_registry.h"

#include <QCoreApplication>
#include <QPointer>

namespace trucban {

namespace {

class ClocksPlace : public Place
{
    Q_DECLARE_TR_FUNCTIONS(ClocksPlace)
public:
    explicit ClocksPlace(Workbench &bench) : m_bench(bench)
    {
        m_bench.actions.add(u"case.clocks"_s).text(tr("&Why is it red?")).hint(tr("Shows who held the case in each stage, for how long, and who was told.")).icon(iconName())
            .menu(u"case"_s).place(u"cases"_s).keys(QKeySequence(u"Ctrl+T"_s)).enabledWhen([this] { return bool(m_case); })
            .run(this, [this] { m_bench.places.open({id(), m_case.value, {}, {}}); });
    }

    QString id() const override { return u"clocks"_s; }
    QString title() const override { return tr("Responsibility"); }
    QString iconName() const override { return u"chronometer"_s; }
    Where where() const override { return CasePanel; }
    int order() const override { return 60; }
    QWidget *widget() override
    {
        if (!m_panel)
            m_panel = new ClocksPanel(m_bench);
        m_panel->showCase(m_case);
        return m_panel;
    }
    bool opens(const Target &target) const override { return target.kind == id(); }
    void open(const Target &target) override
    {
        m_case = CaseId{target.id};
        if (m_panel)
            m_panel->showCase(m_case);
        m_bench.actions.refresh();
    }
    bool isSettled() const override { return !m_panel || m_panel->isSettled(); }

private:
    Workbench &m_bench;
    CaseId m_case;
    QPointer<ClocksPanel> m_panel;
};

} // namespace

std::unique_ptr<Place> places::clocks(Workbench &bench)
{
    return std::make_unique<ClocksPlace>(bench);
}

} // namespace trucban
