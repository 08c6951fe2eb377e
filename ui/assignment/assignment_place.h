// SPDX-License-Identifier: GPL-3.0-or-later
// AssignmentPlace: hosted under the conversation; told the case by its id and nothing else. F4 (case.forward) brings it up.
#pragma once

#include "ui/frame/place.h"
#include "ui/frame/workbench.h"

#include <QPointer>

namespace trucban {

class AssignmentPanel;
class UnitPanel;

class AssignmentPlace : public Place
{
    Q_OBJECT
public:
    explicit AssignmentPlace(Workbench &bench);

    QString id() const override { return u"assignment"_s; }
    QString title() const override;
    QString iconName() const override { return u"document-send"_s; }
    Where where() const override { return CasePanel; }
    int order() const override { return 20; }
    QWidget *widget() override;
    void enter() override;
    bool opens(const Target &target) const override { return target.kind == id(); }
    /// Kind "case" or "assignment", with the id of the case; 0: none is shown.
    void open(const Target &target) override;
    QStringList states() const override;
    void showState(const QString &state) override;
    bool isSettled() const override;

private:
    bool isUnit() const { return m_bench.me.role == u"unit"; }

    Workbench &m_bench;
    CaseId m_case;
    QPointer<AssignmentPanel> m_panel;
    QPointer<UnitPanel> m_unitPanel;
};

} // namespace trucban
