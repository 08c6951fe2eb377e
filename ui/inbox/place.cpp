// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/place.h"

#include "ui/frame/place_registry.h"
#include "ui/inbox/inbox_list.h"
#include "ui/inbox/inbox_model.h"
#include "ui/inbox/inbox_widget.h"

#include <QPointer>

namespace trucban {

namespace {

class InboxPlace : public Place
{
    Q_OBJECT
public:
    explicit InboxPlace(Workbench &bench) : m_bench(bench) {}

    QString id() const override { return u"inbox"_s; }
    QString title() const override { return tr("Inbox"); }
    QString iconName() const override { return u"mail-folder-inbox"_s; }
    int order() const override { return 10; }
    bool wantsSide() const override { return true; }

    QWidget *widget() override
    {
        if (!m_widget) {
            m_widget = new InboxWidget(m_bench);
            connect(m_widget, &InboxWidget::badgeChanged, this, &Place::badgeChanged);
        }
        return m_widget;
    }

    void enter() override { m_widget->list().setFocus(); } // nothing is opened that nobody chose: reading is logged
    bool opens(const Target &target) const override { return target.kind == u"inbox"; }
    void open(const Target &target) override
    {
        widget();
        m_widget->openTarget(target.text, target.facts);
    }

    QStringList states() const override { return {QString(), u"overdue"_s, u"search"_s, u"nothing"_s}; }
    void showState(const QString &state) override
    {
        InboxFilter filter;
        filter.view = state == u"overdue" ? u"overdue"_s : u"all"_s;
        filter.sort = state == u"overdue" ? InboxSort::BurnsFirst : InboxSort::Newest;
        filter.text = state == u"search" ? u"xe may"_s : state == u"nothing" ? u"không có gì như vậy"_s : QString();
        m_widget->showFilter(filter);
    }
    bool isSettled() const override
    {
        if (!m_widget || !m_widget->isSettled())
            return false;
        if (!m_widget->list().currentIndex().isValid() && m_widget->model().rowCount() > 0) // a picture shows a case beside the list
            m_widget->list().setCurrentIndex(m_widget->model().index(0));
        return true;
    }
    qint64 badge() const override { return m_widget ? m_widget->badge() : 0; }

private:
    Workbench &m_bench;
    QPointer<InboxWidget> m_widget;
};

} // namespace

std::unique_ptr<Place> places::inbox(Workbench &bench)
{
    return std::make_unique<InboxPlace>(bench);
}

} // namespace trucban

#include "place.moc"
