// SPDX-License-Identifier: GPL-3.0-or-later
// RulesPage: the rules that propose, one written at a time, tried on past traffic before it is switched on.
#pragma once

#include "desk/case_values.h"
#include "desk/rule_desk.h"
#include "ui/frame/workbench.h"

#include <QTimer>
#include <QWidget>

class QDateEdit;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace trucban {

class EmptyState;
class NoticeBar;
class RuleForm;

class RulesPage : public QWidget
{
    Q_OBJECT
public:
    explicit RulesPage(Workbench &bench, QWidget *parent = nullptr);

    void reload();
    bool isSettled() const { return m_waiting == 0; }
    void openRule(int row);
    NoticeBar &notice() { return *m_notice; }
    RuleForm &form() { return *m_form; }

    // the steps, by the ids of their actions
    void addNew();
    void save();
    void tryOut();
    void toggle();
    void retire();
    bool hasRule() const { return m_current.id != 0; }

private:
    QWidget *makeList();
    QWidget *makeEditor();
    QWidget *makeTrial();
    QLayout *makeButtons();
    void showRules(const QList<Rule> &rules);
    void choose(qint64 id);
    void showRun(const RuleRun &run);
    void keep(const Rule &rule, const QString &goodWord);
    void tell(const Failure &failure);
    void refresh();

    Workbench &m_bench;
    RuleDesk m_desk;
    CaseReference m_reference;
    QList<Rule> m_rules;
    Rule m_current; // as the server has it
    int m_waiting = 0;
    bool m_begun = false; // the first rule is shown when the page opens
    QTimer m_again;

    NoticeBar *m_notice;
    QTreeWidget *m_list = nullptr;
    EmptyState *m_empty = nullptr;
    RuleForm *m_form = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_switch = nullptr;
    QPushButton *m_remove = nullptr;
    QDateEdit *m_from = nullptr;
    QDateEdit *m_to = nullptr;
    QPushButton *m_try = nullptr;
    QLabel *m_summary = nullptr;
    QTreeWidget *m_sample = nullptr;
};

} // namespace trucban
