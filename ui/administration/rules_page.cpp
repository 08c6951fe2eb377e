// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/rules_page.h"

#include "base/when_done.h"
#include "desk/case_desk.h"
#include "desk/request.h"
#include "domain/deadlines.h"
#include "ui/administration/rule_form.h"
#include "ui/administration/rule_words.h"
#include "ui/frame/action_registry.h"
#include "ui/frame/place_registry.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/memory_splitter.h"
#include "ui/widgets/notice_bar.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QTreeWidget>

namespace trucban {

namespace {

QTreeWidget *table(const QStringList &titles, const QString &name, QWidget *parent)
{
    auto *made = new QTreeWidget(parent);
    made->setHeaderLabels(titles);
    made->setRootIsDecorated(false);
    made->setUniformRowHeights(true);
    made->setAllColumnsShowFocus(true);
    made->setAccessibleName(name);
    made->header()->setStretchLastSection(true);
    return made;
}

} // namespace

RulesPage::RulesPage(Workbench &bench, QWidget *parent)
    : QWidget(parent), m_bench(bench), m_desk(bench.database), m_notice(new NoticeBar(this))
{
    setObjectName(u"administration.rules"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *panes = new MemorySplitter(u"administration/rules"_s, bench.settings, Qt::Vertical, this);
    panes->addWidget(makeList());
    panes->addWidget(makeEditor());
    panes->addWidget(makeTrial());
    panes->setChildrenCollapsible(false);
    panes->restore({3, 6, 5});
    column->addWidget(m_notice);
    column->addWidget(panes, 1);
    m_again.setSingleShot(true);
    m_again.setInterval(60);
    connect(&m_again, &QTimer::timeout, this, &RulesPage::reload);
    ++m_waiting;
    whenDone(CaseDesk(bench.database).reference(), this, [this](const Result<CaseReference> &reference) {
        --m_waiting;
        if (!reference)
            return tell(reference.error());
        m_reference = *reference;
        m_form->setReference(m_reference);
        reload();
    });
    refresh();
}

QWidget *RulesPage::makeList()
{
    auto *holder = new QWidget(this);
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(Theme::space(2), Theme::space(2), Theme::space(2), 0);
    column->setSpacing(Theme::space(1));
    auto *row = new QHBoxLayout;
    auto *note = new QuietLabel(tr("Rules propose a unit, an urgency, a deadline; they never act. Officers see them first in the assignment, with the reason."), holder);
    note->setWordWrap(true);
    auto *add = new QPushButton(Theme::icon(u"list-add"_s), tr("New rule"), holder);
    row->addWidget(note, 1);
    row->addWidget(add);
    m_list = table({tr("Order"), tr("Rule"), tr("State"), tr("When"), tr("Proposes"), tr("Tried")}, tr("Rules"), holder);
    m_list->setObjectName(u"ruleList"_s);
    m_empty = new EmptyState(holder);
    m_empty->say(u"view-filter"_s, tr("There are no rules yet."), tr("A rule proposes where a case goes, from its words, its place or its kind. Begin with “New rule”."));
    column->addLayout(row);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    connect(add, &QPushButton::clicked, this, &RulesPage::addNew);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        if (item)
            choose(item->data(0, Qt::UserRole).toLongLong());
    });
    return holder;
}

QWidget *RulesPage::makeEditor()
{
    auto *holder = new QWidget(this);
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, Theme::space(1));
    column->setSpacing(0);
    auto *scroll = new QScrollArea(holder);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    m_form = new RuleForm(scroll);
    scroll->setWidget(m_form);
    column->addWidget(scroll, 1);
    column->addLayout(makeButtons());
    connect(m_form, &RuleForm::edited, this, &RulesPage::refresh);
    return holder;
}

QLayout *RulesPage::makeButtons()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Theme::space(2), 0, Theme::space(2), 0);
    m_remove = new QPushButton(Theme::icon(u"edit-delete"_s), tr("Take away"), this);
    m_switch = new QPushButton(this);
    m_save = new QPushButton(Theme::icon(u"document-save"_s), tr("Save the rule"), this);
    row->addWidget(m_remove);
    row->addStretch(1);
    row->addWidget(m_switch);
    row->addWidget(m_save);
    connect(m_remove, &QPushButton::clicked, this, &RulesPage::retire);
    connect(m_switch, &QPushButton::clicked, this, &RulesPage::toggle);
    connect(m_save, &QPushButton::clicked, this, &RulesPage::save);
    return row;
}

QWidget *RulesPage::makeTrial()
{
    auto *holder = new QWidget(this);
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(Theme::space(2), Theme::space(1), Theme::space(2), Theme::space(2));
    column->setSpacing(Theme::space(1));
    auto *row = new QHBoxLayout;
    auto *head = new QLabel(tr("Tried on past traffic"), holder);
    head->setFont(Theme::bold());
    const QDate today = QDateTime::currentDateTimeUtc().toTimeZone(hanoiZone()).date();
    const auto day = [&](const QString &name, QDate date) {
        auto *edit = new QDateEdit(date, holder);
        edit->setAccessibleName(name);
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(u"dd/MM/yyyy"_s);
        return edit;
    };
    m_from = day(tr("First day of the trial"), today.addDays(-30));
    m_to = day(tr("Last day of the trial"), today);
    m_try = new QPushButton(Theme::icon(u"system-run"_s), tr("Try the rule"), holder);
    row->addWidget(head, 1);
    row->addWidget(new QLabel(tr("from"), holder));
    row->addWidget(m_from);
    row->addWidget(new QLabel(tr("to", "a day"), holder));
    row->addWidget(m_to);
    row->addWidget(m_try);
    m_summary = new QLabel(holder);
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_sample = table({tr("Case"), tr("Compared"), tr("First words"), tr("What was done"), tr("What the rule proposes")}, tr("Cases the rule fits"), holder);
    m_sample->setObjectName(u"ruleSample"_s);
    column->addLayout(row);
    column->addWidget(m_summary);
    column->addWidget(m_sample, 1);
    connect(m_try, &QPushButton::clicked, this, &RulesPage::tryOut);
    connect(m_sample, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *item) { m_bench.places.open(CaseId{item->data(0, Qt::UserRole).toLongLong()}); });
    return holder;
}

void RulesPage::reload()
{
    ++m_waiting;
    whenDone(m_desk.rules(), this, [this](const Result<QList<Rule>> &rules) {
        --m_waiting;
        if (rules)
            showRules(*rules);
        else
            tell(rules.error());
    });
}

void RulesPage::showRules(const QList<Rule> &rules)
{
    m_rules = rules;
    m_list->setVisible(!rules.isEmpty());
    m_empty->setVisible(rules.isEmpty());
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const Rule &rule : rules) {
        auto *item = new QTreeWidgetItem(m_list, {QString::number(rule.position), rule.name, ruleWords::state(rule), ruleWords::conditions(rule, m_reference),
                                                  ruleWords::proposal(rule, m_reference), ruleWords::tried(rule)});
        item->setData(0, Qt::UserRole, rule.id);
        item->setIcon(2, rule.enabled ? Theme::icon(u"dialog-ok-apply"_s, Meaning::Good) : Theme::icon(u"media-playback-pause"_s, Meaning::Quiet));
        for (int column : {1, 3, 4, 5})
            item->setToolTip(column, item->text(column));
        if (rule.id == m_current.id)
            m_list->setCurrentItem(item);
    }
    if (!std::exchange(m_begun, true) && !rules.isEmpty() && !hasRule() && !m_form->isChanged()) {
        m_list->setCurrentItem(m_list->topLevelItem(0));
        choose(rules.first().id);
    }
    for (int column : {0, 1, 2})
        m_list->resizeColumnToContents(column);
    m_list->setColumnWidth(1, std::min(m_list->columnWidth(1), Theme::space(50)));
    m_list->setColumnWidth(3, Theme::space(60));
    m_list->setColumnWidth(4, Theme::space(60));
    const auto current = std::ranges::find(m_rules, m_current.id, &Rule::id);
    if (current != m_rules.end() && current->revision != m_current.revision && !m_form->isChanged()) {
        m_current = *current;
        m_form->show(m_current);
    } else if (current != m_rules.end()) {
        m_current.triedAt = current->triedAt;
    }
    refresh();
}

void RulesPage::openRule(int row)
{
    m_list->setCurrentItem(m_list->topLevelItem(row));
}

void RulesPage::choose(qint64 id)
{
    const auto found = std::ranges::find(m_rules, id, &Rule::id);
    if (found == m_rules.end())
        return;
    m_current = *found;
    m_form->show(m_current);
    m_sample->clear();
    m_summary->setText(m_current.triedAt.isValid() ? tr("Tried %1.").arg(ruleWords::tried(m_current)) : tr("Not tried yet."));
    refresh();
}

void RulesPage::addNew()
{
    m_current = {};
    m_list->setCurrentItem(nullptr);
    m_form->show(m_current);
    m_sample->clear();
    m_summary->setText(tr("Save the rule, then try it on past traffic."));
    m_form->begin();
    refresh();
}

void RulesPage::save()
{
    Rule rule = m_form->rule();
    const bool silenced = rule.enabled && !rule.saysTheSameAs(m_current); // other words are to be tried first
    if (silenced)
        rule.enabled = false;
    keep(rule, silenced ? tr("Saved and switched off: what the rule says now has not been tried yet.") : tr("Saved."));
}

void RulesPage::toggle()
{
    Rule rule = m_form->rule();
    rule.enabled = !rule.enabled;
    keep(rule, rule.enabled ? tr("Switched on: officers see what it proposes.") : tr("Switched off."));
}

void RulesPage::keep(const Rule &rule, const QString &goodWord)
{
    ++m_waiting;
    refresh();
    whenDone(m_desk.save(rule, newRequest()), this, [this, rule, goodWord](const Result<qint64> &id) {
        --m_waiting;
        refresh();
        if (!id)
            return tell(id.error());
        m_current = rule;
        m_current.id = *id;
        m_current.revision = 0; // the list that is read now knows it
        m_form->show(m_current);
        m_notice->confirm(goodWord);
        reload();
    });
}

void RulesPage::retire()
{
    if (!hasRule())
        return;
    ++m_waiting;
    whenDone(m_desk.retire(m_current, newRequest()), this, [this](const Result<qint64> &id) {
        --m_waiting;
        if (!id)
            return tell(id.error());
        m_notice->confirm(tr("The rule is taken away."));
        addNew();
        reload();
    });
}

void RulesPage::tryOut()
{
    if (!hasRule() || m_form->isChanged())
        return;
    const auto midnight = [](QDate day) { return QDateTime(day, QTime(0, 0), hanoiZone()).toUTC(); };
    ++m_waiting;
    m_summary->setText(tr("Looking through past traffic …"));
    m_sample->clear();
    refresh();
    whenDone(m_desk.tryOut(m_current.id, midnight(m_from->date()), midnight(m_to->date().addDays(1))), this, [this, of = m_current.id](const Result<RuleRun> &run) {
        --m_waiting;
        if (of != m_current.id)
            return refresh();
        if (run)
            showRun(*run);
        else
            tell(run.error());
        reload();
    });
}

void RulesPage::showRun(const RuleRun &run)
{
    m_summary->setText(ruleWords::summary(run, m_current));
    m_sample->clear();
    for (const RuleSample &sample : run.sample) {
        auto *item = new QTreeWidgetItem(m_sample, {sample.number, ruleWords::compared(sample, m_current), sample.firstWords, ruleWords::side(sample.did, m_current, m_reference),
                                                    ruleWords::side(sample.would, m_current, m_reference)});
        item->setData(0, Qt::UserRole, sample.id.value);
        for (int column : {2, 3, 4})
            item->setToolTip(column, item->text(column));
    }
    for (int column : {0, 1})
        m_sample->resizeColumnToContents(column);
    m_sample->setColumnWidth(2, Theme::space(70));
    m_sample->setColumnWidth(3, Theme::space(70));
}

void RulesPage::tell(const Failure &failure)
{
    m_notice->tell(failure.kind == Failure::NotAllowed ? Meaning::Information : Meaning::Soon, ruleWords::refusal(failure));
    if (failure.code == u"stale_revision")
        m_again.start();
}

void RulesPage::refresh()
{
    const bool idle = m_waiting == 0, changed = m_form->isChanged();
    m_save->setEnabled(idle && changed);
    m_switch->setText(m_current.enabled ? tr("Switch off") : tr("Switch on"));
    m_switch->setEnabled(idle && hasRule() && !changed);
    m_switch->setToolTip(changed ? tr("Save the rule first") : m_current.triedAt.isValid() || m_current.enabled ? QString() : tr("Try it on past traffic first"));
    m_remove->setEnabled(idle && hasRule());
    m_try->setEnabled(idle && hasRule() && !changed);
    m_try->setToolTip(changed ? tr("Save the rule first") : QString());
    m_bench.actions.refresh();
}

} // namespace trucban
