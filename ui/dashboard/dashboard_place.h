// SPDX-License-Identifier: GPL-3.0-or-later
// DashboardPlace: reads the numbers when something changed, at most every two seconds, and at least every minute.
#pragma once

#include "desk/dashboard.h"
#include "ui/frame/place.h"

#include <QPointer>
#include <QTimer>

class QScrollArea;
class QStackedWidget;
class QTabBar;
class QVBoxLayout;

namespace trucban {

class BarList;
class BehindPage;
class FiguresPane;
struct NamedBar;
class HourChart;
class NoticeBar;
class NumberTile;

class DashboardPlace : public Place
{
    Q_OBJECT
public:
    explicit DashboardPlace(Workbench &bench);

    QString id() const override { return u"dashboard"_s; }
    QString title() const override { return tr("Dashboard"); }
    QString iconName() const override { return u"office-chart-bar"_s; }
    int order() const override { return 30; }
    bool isFor(const Me &me) const override;
    QWidget *widget() override;
    void enter() override;
    bool isSettled() const override;
    bool opens(const Target &target) const override { return target.kind == u"cases_behind"; }
    void open(const Target &target) override;
    QStringList states() const override { return {QString(), u"figures"_s, u"figures_below"_s, u"behind"_s}; }
    void showState(const QString &state) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QScrollArea *pageOfNow();
    void turnTo(int page);
    void showBehind(const QJsonObject &filter, const QString &title);
    QWidget *tiles();
    QWidget *lists();
    QWidget *below();
    void read();
    void show(const DashboardReading &reading);
    void fit();
    void showOldest(const QList<DashboardReading::Waiting> &oldest, const QDateTime &now);
    void openInbox(const QString &view, const QJsonObject &filters = {});

    Workbench &m_bench;
    QPointer<QWidget> m_widget;
    QTimer m_soon;
    QTimer m_minute;
    bool m_settled = false;
    bool m_reading = false;
    bool m_roomy = true; // enough height for longer lists
    DashboardReading m_last;
    QTabBar *m_tabs = nullptr;
    QStackedWidget *m_pages = nullptr;
    QScrollArea *m_now = nullptr;
    FiguresPane *m_figures = nullptr;
    BehindPage *m_behind = nullptr;
    NoticeBar *m_notice = nullptr;
    NumberTile *m_new = nullptr, *m_inHand = nullptr, *m_waiting = nullptr, *m_answered = nullptr, *m_overdue = nullptr;
    BarList *m_statuses = nullptr, *m_categories = nullptr, *m_units = nullptr;
    HourChart *m_chart = nullptr;
    QWidget *m_oldest = nullptr;
    QVBoxLayout *m_oldestRows = nullptr;
};

} // namespace trucban
