// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/inbox_list.h"

#include "ui/inbox/inbox_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/list_keys.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QScrollBar>

namespace trucban {

InboxList::InboxList(InboxModel &model, QWidget *parent)
    : QListView(parent), m_model(model), m_pill(new QPushButton(this))
{
    setModel(&model);
    setObjectName(u"inboxList"_s);
    setAccessibleName(tr("Cases"));
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setSelectionMode(SingleSelection);
    setMouseTracking(true);
    setFrameShape(NoFrame);
    addListKeys(this);
    m_pill->setDefault(true);
    m_pill->setIcon(Theme::icon(u"go-up"_s));
    m_pill->setFocusPolicy(Qt::NoFocus);
    m_pill->hide();
    connect(m_pill, &QPushButton::clicked, this, &InboxList::toTop);
    m_rest.setSingleShot(true);
    m_rest.setInterval(90);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (currentCase() && isVisible()) // who went elsewhere meanwhile is not called back
            Q_EMIT chosen(currentCase());
    });
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    m_tick.start();
    connect(&model, &InboxModel::aboutToMove, this, &InboxList::keepAnchor);
    connect(&model, &InboxModel::moved, this, &InboxList::restoreAnchor);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        m_newAbove = 0;
        showPill();
        scrollToTop();
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &InboxList::scrolled);
    connect(this, &QListView::doubleClicked, this, [this](const QModelIndex &index) { Q_EMIT entered(m_model.row(index.row()).id); });
}

CaseId InboxList::currentCase() const
{
    return currentIndex().isValid() ? m_model.row(currentIndex().row()).id : CaseId{};
}

bool InboxList::select(CaseId id)
{
    const int index = m_model.indexOf(id);
    if (index >= 0)
        setCurrentIndex(m_model.index(index));
    return index >= 0;
}

bool InboxList::isAtTop() const
{
    return verticalScrollBar()->value() <= 0 && !m_model.hasMoreAbove();
}

void InboxList::toTop()
{
    if (m_model.hasMoreAbove())
        m_model.setFilter(m_model.filter());
    m_newAbove = 0;
    showPill();
    verticalScrollBar()->setValue(0);
}

void InboxList::keepAnchor()
{
    m_wasAtTop = isAtTop();
    const QModelIndex top = indexAt(QPoint(1, 1));
    m_anchor = top.isValid() ? m_model.row(top.row()).id : CaseId{};
    m_anchorOffset = top.isValid() ? visualRect(top).top() : 0;
    m_moving = true;
}

void InboxList::restoreAnchor(int newOnes)
{
    executeDelayedItemsLayout();
    const int index = m_model.indexOf(m_anchor);
    if (m_wasAtTop) {
        verticalScrollBar()->setValue(0);
    } else if (index >= 0) {
        const int shift = visualRect(m_model.index(index)).top() - m_anchorOffset;
        verticalScrollBar()->setValue(verticalScrollBar()->value() + shift);
        m_newAbove += newOnes;
    }
    m_moving = false;
    showPill();
}

void InboxList::scrolled()
{
    if (m_moving)
        return;
    if (isAtTop() && m_newAbove) {
        m_newAbove = 0;
        showPill();
    }
    const int page = viewport()->height();
    if (verticalScrollBar()->value() < 2 * page && m_model.hasMoreAbove())
        m_model.fetchAbove();
    if (verticalScrollBar()->value() > verticalScrollBar()->maximum() - 2 * page && m_model.canFetchMore({}))
        m_model.fetchMore({});
}

void InboxList::showPill()
{
    m_pill->setVisible(m_newAbove > 0);
    if (m_newAbove <= 0)
        return;
    m_pill->setText(tr("%1 new").arg(m_newAbove));
    m_pill->setAccessibleName(tr("%1 new cases above; go to the top").arg(m_newAbove));
    m_pill->adjustSize();
    m_pill->move((width() - m_pill->width()) / 2, Theme::space(2));
    m_pill->raise();
}

void InboxList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (m_moving)
        return; // rows moved under a selection that stays
    m_model.pin(currentCase());
    m_rest.start();
}

void InboxList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    showPill();
}

void InboxList::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentCase()) {
        Q_EMIT entered(currentCase());
        return;
    }
    QListView::keyPressEvent(event);
}

// the view itself would choose the first row, and choosing opens, and opening is logged as a reading
void InboxList::focusInEvent(QFocusEvent *event)
{
    if (currentIndex().isValid())
        QListView::focusInEvent(event);
    else
        QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

bool InboxList::event(QEvent *event)
{
    if (event->type() == QEvent::StyleChange)
        scheduleDelayedItemsLayout();
    return QListView::event(event);
}

} // namespace trucban
