// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/administration_place.h"

#include "storage/change_listener.h"
#include "ui/administration/place.h"
#include "ui/administration/record_form.h"
#include "ui/frame/action_registry.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QStackedWidget>

namespace trucban {

std::unique_ptr<Place> places::administration(Workbench &bench)
{
    return std::make_unique<AdministrationPlace>(bench);
}

AdministrationPlace::AdministrationPlace(Workbench &bench)
    : m_bench(bench), m_specs(adminListSpecs())
{
    if (!isFor(bench.me))
        return;
    makeActions();
    makeRuleActions();
    const auto refreshAll = [this] {
        for (ListPage *page : std::as_const(m_pages))
            page->refreshAll();
        if (m_rules)
            m_rules->reload();
    };
    connect(&bench.changes, &ChangeListener::changed, this, [refreshAll](const Change &change) {
        if (change.kind == u"admin")
            refreshAll();
    });
    connect(&bench.changes, &ChangeListener::mayHaveMissedSome, this, refreshAll);
}

QString AdministrationPlace::title() const
{
    return tr("Administration");
}

void AdministrationPlace::makeActions()
{
    const auto here = [this] { return m_widget && m_widget->isVisible() ? current() : nullptr; };
    ActionRegistry &actions = m_bench.actions;
    actions.add(u"administration.add"_s).text(tr("Add a row")).icon(u"list-add"_s).menu(u"tools"_s).place(id()).keys(QKeySequence(u"Ctrl+N"_s))
        .enabledWhen([here] { return here() && here()->mayChange(); }).run(this, [here] { here()->addNew(); });
    actions.add(u"administration.save"_s).text(tr("Save the row")).icon(u"document-save"_s).menu(u"tools"_s).place(id()).keys(QKeySequence(u"Ctrl+S"_s))
        .enabledWhen([here] { return here() && here()->mayChange(); }).run(this, [here] { here()->form().save(); });
    actions.add(u"administration.import"_s).text(tr("Import from CSV…")).icon(u"document-import"_s).menu(u"tools"_s).place(id())
        .enabledWhen([here] { return here() && here()->mayImport(); }).run(this, [here] { here()->chooseFile(); });
    actions.add(u"administration.export"_s).text(tr("Export as CSV…")).icon(u"document-export"_s).menu(u"tools"_s).place(id())
        .enabledWhen([here] { return here() != nullptr; }).run(this, [here] { here()->exportFile(); });
    actions.add(u"administration.search"_s).text(tr("Search in the list")).icon(u"search"_s).menu(u"tools"_s).place(id()).keys(QKeySequence(u"Ctrl+F"_s))
        .enabledWhen([here] { return here() != nullptr; }).run(this, [here] { here()->begin(); });
}

void AdministrationPlace::makeRuleActions()
{
    const auto add = [this](const QString &name, const QString &words, const QString &icon, bool needsRule, void (RulesPage::*step)()) {
        m_bench.actions.add(u"rules."_s + name).text(words).icon(icon).menu(u"tools"_s).place(id())
            .enabledWhen([this, needsRule] { return m_rules && m_rules->isVisible() && (!needsRule || m_rules->hasRule()); }).run(this, [this, step] { (m_rules->*step)(); });
    };
    add(u"add"_s, tr("Add a rule"), u"list-add"_s, false, &RulesPage::addNew);
    add(u"save"_s, tr("Save the rule"), u"document-save"_s, false, &RulesPage::save);
    add(u"try"_s, tr("Try the rule on past traffic"), u"system-run"_s, true, &RulesPage::tryOut);
    add(u"switch"_s, tr("Switch the rule on or off"), u"media-playback-pause"_s, true, &RulesPage::toggle);
    add(u"remove"_s, tr("Take the rule away"), u"edit-delete"_s, true, &RulesPage::retire);
}

QWidget *AdministrationPlace::widget()
{
    if (m_widget)
        return m_widget;
    m_widget = new QWidget;
    m_pages.clear();
    m_widget->setObjectName(u"administration"_s);
    auto *row = new QHBoxLayout(m_widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_list = new QListWidget(m_widget);
    m_list->setAccessibleName(tr("Lists"));
    m_list->setFixedWidth(Theme::space(50));
    m_list->setSpacing(Theme::space(1) / 2);
    m_list->setFrameShape(QFrame::NoFrame);
    for (const AdminListSpec &spec : std::as_const(m_specs))
        m_list->addItem(new QListWidgetItem(Theme::icon(spec.icon), spec.title));
    m_list->addItem(new QListWidgetItem(Theme::icon(u"view-filter"_s), tr("Rules that propose")));
    m_stack = new QStackedWidget(m_widget);
    row->addWidget(m_list);
    row->addWidget(m_stack, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &AdministrationPlace::choose);
    m_list->setCurrentRow(0);
    return m_widget;
}

void AdministrationPlace::choose(int row)
{
    if (row < 0)
        return;
    if (row >= m_specs.size())
        return chooseRules();
    const AdminListSpec &spec = m_specs.at(row);
    ListPage *&page = m_pages[spec.id];
    if (!page) {
        page = new ListPage(m_bench, spec, m_stack);
        m_stack->addWidget(page);
    }
    m_stack->setCurrentWidget(page);
    m_bench.actions.refresh();
}

void AdministrationPlace::chooseRules()
{
    if (!m_rules) {
        m_rules = new RulesPage(m_bench, m_stack);
        m_stack->addWidget(m_rules);
    }
    m_stack->setCurrentWidget(m_rules);
    m_bench.actions.refresh();
}

ListPage *AdministrationPlace::current() const
{
    return m_stack ? qobject_cast<ListPage *>(m_stack->currentWidget()) : nullptr;
}

void AdministrationPlace::enter()
{
    if (m_list)
        m_list->setFocus();
    m_bench.actions.refresh();
}

QStringList AdministrationPlace::states() const
{
    QStringList ids{QString()};
    for (const AdminListSpec &spec : m_specs)
        ids.append(spec.id);
    ids.append(u"rules"_s);
    return ids;
}

void AdministrationPlace::showState(const QString &state)
{
    widget();
    if (state == u"rules")
        return m_list->setCurrentRow(int(m_specs.size()));
    const auto found = std::ranges::find(m_specs, state, &AdminListSpec::id);
    m_list->setCurrentRow(found == m_specs.end() ? 0 : int(found - m_specs.begin()));
    if (found != m_specs.end() && (state == u"templates" || state == u"units")) // one with its row open
        current()->openRow(0);
}

bool AdministrationPlace::isSettled() const
{
    return std::ranges::all_of(m_pages, &ListPage::isSettled) && (!m_rules || m_rules->isSettled());
}

} // namespace trucban
