// SPDX-License-Identifier: GPL-3.0-or-later
// InboxWidget: views on the left, search and filters above, the list of cases; the chosen case opens beside it.
#pragma once

#include "desk/inbox/inbox_feed.h"
#include "ui/frame/workbench.h"

#include <QTimer>
#include <QWidget>

class QStackedWidget;

namespace trucban {

class EmptyState;
class FilterBar;
class InboxDelegate;
class InboxList;
class InboxModel;
class NoticeBar;
class Thumbnails;
class ViewsPane;

class InboxWidget : public QWidget
{
    Q_OBJECT
public:
    QSize minimumSizeHint() const override;
    explicit InboxWidget(Workbench &bench, QWidget *parent = nullptr);

    void showView(const QString &view);
    void showFilter(const InboxFilter &filter);
    /// From another place: a view and filters by id or by code
    void openTarget(const QString &view, const QJsonObject &facts);
    /// Into the list; the first row is chosen when none is.
    void focusList();
    bool isSettled() const;
    qint64 badge() const;

    InboxList &list() { return *m_list; }
    InboxModel &model() { return *m_model; }
    FilterBar &bar() { return *m_bar; }
    ViewsPane &views() { return *m_views; }
    const InboxFilter &filter() const { return m_filter; }

Q_SIGNALS:
    void badgeChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeActions();
    void readChoices();
    void readCounts();
    void readSaved();
    void apply();
    void showLoaded();
    void sayWhyEmpty();
    void open(CaseId id);
    void claimCurrent();
    void nextBurning();
    void keepFilter();
    void keep(const QString &name, bool shared);
    void forgetFilter(qint64 id);
    void useSaved(int position);

    Workbench &m_bench;
    InboxFeed m_feed;
    InboxFilter m_filter;
    Thumbnails *m_thumbnails;
    InboxModel *m_model;
    InboxDelegate *m_delegate;
    ViewsPane *m_views;
    FilterBar *m_bar;
    NoticeBar *m_notice;
    QStackedWidget *m_stack;
    InboxList *m_list;
    EmptyState *m_empty;
    QTimer m_countSoon;
    QJsonObject m_pending; // a target that came before the choices were known
    bool m_choicesKnown = false;
    bool m_everLoaded = false;
};

} // namespace trucban
