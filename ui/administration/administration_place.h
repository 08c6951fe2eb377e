// SPDX-License-Identifier: GPL-3.0-or-later
// AdministrationPlace: the lists on the left, the chosen one on the right. Administrators change, supervisors read.
#pragma once

#include "ui/administration/list_page.h"
#include "ui/administration/rules_page.h"
#include "ui/frame/place.h"

#include <QPointer>

class QListWidget;

namespace trucban {

class AdministrationPlace : public Place
{
    Q_OBJECT
public:
    explicit AdministrationPlace(Workbench &bench);

    QString id() const override { return u"administration"_s; }
    QString title() const override;
    QString iconName() const override { return u"configure"_s; }
    int order() const override { return 80; }
    bool isFor(const Me &me) const override { return me.role == u"admin" || me.role == u"supervisor"; }
    QWidget *widget() override;
    void enter() override;
    /// Kind "administration", text: the id of a list
    bool opens(const Target &target) const override { return target.kind == id(); }
    void open(const Target &target) override { showState(target.text); }
    QStringList states() const override;
    void showState(const QString &state) override;
    bool isSettled() const override;
    ListPage *page(const QString &id) const { return m_pages.value(id); }
    ListPage *current() const;
    RulesPage *rules() const { return m_rules; }

private:
    void makeActions();
    void makeRuleActions();
    void chooseRules();
    void choose(int row);

    Workbench &m_bench;
    QList<AdminListSpec> m_specs;
    QPointer<QWidget> m_widget;
    QListWidget *m_list = nullptr;
    QStackedWidget *m_stack = nullptr;
    QHash<QString, ListPage *> m_pages;
    QPointer<RulesPage> m_rules;
};

} // namespace trucban
