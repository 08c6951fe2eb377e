// SPDX-License-Identifier: GPL-3.0-or-later
// DutyPlace: pages in the order of a day on duty; each is made when it is first looked at and reads itself again when something changed.
#pragma once

#include "ui/frame/place.h"
#include "ui/frame/workbench.h"

#include <QPointer>
#include <QTimer>

class QListWidget;
class QStackedWidget;

namespace trucban {

class ExportBar;
class RegistersPage;
class ReportsPage;
class ShiftPage;
class SlipsPage;

class DutyPlace : public Place
{
    Q_OBJECT
public:
    enum Page { Shift, Slips, Registers, Reports };

    explicit DutyPlace(Workbench &bench);

    QString id() const override { return u"duty"_s; }
    QString title() const override { return tr("Duty"); }
    QString iconName() const override { return u"view-calendar-tasks"_s; }
    int order() const override { return 25; }
    QWidget *widget() override;
    void enter() override;
    bool opens(const Target &target) const override;
    void open(const Target &target) override;
    QStringList states() const override;
    void showState(const QString &state) override;
    bool isSettled() const override;

    void go(Page page);
    ShiftPage *shift() const { return m_shift; }
    SlipsPage *slips() const { return m_slips; }
    ReportsPage *reports() const { return m_reports; }

private:
    void makeActions();
    void choose(int row);
    void readCurrent();
    ExportBar *exports() const;
    QWidget *pageOf(Page page);
    bool isAt(Page page) const;

    Workbench &m_bench;
    QList<Page> m_shown;
    QPointer<QWidget> m_widget;
    QListWidget *m_list = nullptr;
    QStackedWidget *m_stack = nullptr;
    QPointer<ShiftPage> m_shift;
    QPointer<SlipsPage> m_slips;
    QPointer<RegistersPage> m_registers;
    QPointer<ReportsPage> m_reports;
    QTimer m_soon;
};

} // namespace trucban
