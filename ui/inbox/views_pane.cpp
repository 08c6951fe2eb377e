// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/views_pane.h"

#include "ui/theme/theme.h"
#include "ui/widgets/paint.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>

namespace trucban {

namespace {

/// Icon, name, count at the right; folded: the icon with the count beside it.
class ViewRow : public QStyledItemDelegate
{
public:
    explicit ViewRow(ViewsPane *pane) : QStyledItemDelegate(pane), m_pane(pane) {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        const int line = Theme::lineHeight(Theme::font());
        return {Theme::space(10), line + Theme::space(m_pane->isFolded() ? 5 : 3)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        const QRect rect = option.rect;
        if (option.state & QStyle::State_Selected) {
            painter->fillRect(rect, Theme::selection());
            painter->fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), Theme::colour(Meaning::Accent));
        } else if (option.state & QStyle::State_MouseOver) {
            painter->fillRect(rect, Theme::colour(Neutral::Raised));
        }
        const QIcon icon = index.data(Qt::DecorationRole).value<QIcon>();
        const qint64 count = index.data(ViewsPane::CountRole).toLongLong();
        const auto meaning = Meaning(index.data(ViewsPane::MeaningRole).toInt());
        const int size = Theme::lineHeight(Theme::font()) - 4;
        painter->setFont(Theme::tabular(TextSize::Small, count > 0));
        if (m_pane->isFolded()) {
            icon.paint(painter, QRect(rect.left() + Theme::space(2), rect.center().y() - size / 2, size, size));
            if (count)
                paint::count(*painter, rect.adjusted(Theme::space(2) + size, 0, -Theme::space(1), 0), count, meaning, meaning == Meaning::Burning);
        } else {
            icon.paint(painter, QRect(rect.left() + Theme::space(2), rect.center().y() - size / 2, size, size));
            QRect words = rect.adjusted(Theme::space(3) + size, 0, -Theme::space(2), 0);
            if (count)
                words.setRight(words.right() - paint::count(*painter, words, count, meaning, meaning == Meaning::Burning) - Theme::space(1));
            painter->setFont(option.state & QStyle::State_Selected ? Theme::bold() : Theme::font());
            paint::line(*painter, words, index.data(ViewsPane::PlainNameRole).toString(), Theme::colour(Neutral::Text));
        }
        painter->restore();
    }

private:
    ViewsPane *m_pane;
};

} // namespace

QStringList ViewsPane::viewsFor(const Me &me)
{
    if (me.isUnit())
        return {u"my_unit"_s, u"unconfirmed"_s, u"overdue"_s, u"answered"_s, u"all"_s};
    QStringList views{u"new"_s, u"mine"_s, u"overdue"_s, u"open"_s, u"in_hand"_s, u"waiting"_s, u"answered"_s, u"told"_s, u"all"_s};
    if (me.unit)
        views.insert(2, u"my_unit"_s);
    return views;
}

ViewsPane::ViewsPane(const Me &me, QWidget *parent)
    : QListWidget(parent), m_me(me)
{
    setObjectName(u"views"_s);
    setAccessibleName(tr("Views"));
    setItemDelegate(new ViewRow(this));
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    const QHash<QString, std::pair<QString, QString>> known{
        {u"new"_s, {tr("New"), u"mail-unread-new"_s}},        {u"mine"_s, {tr("Mine"), u"user-identity"_s}},
        {u"my_unit"_s, {tr("My unit"), u"group"_s}},          {u"overdue"_s, {tr("Burning"), u"appointment-reminder"_s}},
        {u"in_hand"_s, {tr("In hand"), u"document-edit"_s}},  {u"waiting"_s, {tr("Waiting for a unit"), u"chronometer"_s}},
        {u"answered"_s, {tr("Answered"), u"mail-replied"_s}}, {u"told"_s, {tr("Told the citizen"), u"mail-sent"_s}},
        {u"open"_s, {tr("All open"), u"folder-open"_s}},
        {u"all"_s, {tr("All"), u"mail-folder-inbox"_s}},      {u"unconfirmed"_s, {tr("To confirm"), u"mail-unread-new"_s}},
    };
    for (const QString &view : viewsFor(me))
        addView(view, known.value(view).first, known.value(view).second);
    connect(this, &QListWidget::itemClicked, this, &ViewsPane::choose);
    connect(this, &QListWidget::itemActivated, this, &ViewsPane::choose);
    setFolded(false);
}

void ViewsPane::addView(const QString &view, const QString &name, const QString &iconName)
{
    auto *item = new QListWidgetItem(Theme::icon(iconName), QString(), this);
    item->setData(ViewRole, view);
    item->setData(PlainNameRole, name);
    item->setData(Qt::AccessibleTextRole, name);
    item->setToolTip(name);
    item->setData(MeaningRole, int(view == u"overdue" ? Meaning::Burning : Meaning::Quiet));
}

void ViewsPane::showCounts(const QJsonObject &counts)
{
    for (int i = 0; i < count(); ++i) {
        QListWidgetItem *line = item(i);
        const qint64 number = counts.value(line->data(ViewRole).toString()).toInteger();
        line->setData(CountRole, number);
        line->setData(Qt::AccessibleTextRole, number ? tr("%1: %2").arg(line->data(PlainNameRole).toString()).arg(number)
                                                     : line->data(PlainNameRole).toString());
    }
}

void ViewsPane::showSaved(const QList<SavedFilter> &saved)
{
    m_saved = saved;
    for (int i = count() - 1; i >= 0; --i) {
        if (item(i)->data(ViewRole).toString().isEmpty())
            delete takeItem(i);
    }
    int position = 0;
    for (const SavedFilter &filter : saved) {
        auto *line = new QListWidgetItem(Theme::icon(filter.shared ? u"view-filter"_s : u"bookmarks"_s), QString(), this);
        line->setData(SavedRole, filter.id);
        line->setData(PlainNameRole, filter.name);
        const QString name = filter.shared ? tr("%1, shared by the supervisors").arg(filter.name) : filter.name;
        line->setData(Qt::AccessibleTextRole, name);
        line->setToolTip(++position < 10 ? tr("%1 (Ctrl+%2)").arg(name).arg(position) : name);
    }
}

void ViewsPane::mark(const QString &view)
{
    setCurrentItem(nullptr);
    for (int i = 0; i < count(); ++i) {
        if (!view.isEmpty() && item(i)->data(ViewRole).toString() == view)
            setCurrentItem(item(i));
    }
}

QString ViewsPane::nameOf(const QString &view) const
{
    for (int i = 0; i < count(); ++i) {
        if (item(i)->data(ViewRole).toString() == view)
            return item(i)->data(PlainNameRole).toString();
    }
    return tr("All");
}

qint64 ViewsPane::countOf(const QString &view) const
{
    for (int i = 0; i < count(); ++i) {
        if (item(i)->data(ViewRole).toString() == view)
            return item(i)->data(CountRole).toLongLong();
    }
    return 0;
}

int ViewsPane::foldedWidth()
{
    return Theme::space(14);
}

void ViewsPane::setFolded(bool folded)
{
    m_folded = folded;
    setFixedWidth(folded ? foldedWidth() : Theme::space(46));
    scheduleDelayedItemsLayout();
}

void ViewsPane::choose(QListWidgetItem *item)
{
    if (const QString view = item->data(ViewRole).toString(); !view.isEmpty()) {
        Q_EMIT viewChosen(view);
        return;
    }
    const qint64 id = item->data(SavedRole).toLongLong();
    for (const SavedFilter &filter : std::as_const(m_saved)) {
        if (filter.id == id) {
            Q_EMIT savedChosen(filter);
            return;
        }
    }
}

void ViewsPane::contextMenuEvent(QContextMenuEvent *event)
{
    const QListWidgetItem *line = itemAt(event->pos());
    const qint64 id = line ? line->data(SavedRole).toLongLong() : 0;
    if (!id)
        return;
    const auto saved = std::ranges::find(m_saved, id, &SavedFilter::id);
    if (saved == m_saved.end() || (saved->shared && m_me.role != u"supervisor"))
        return; // the supervisors gave it and take it away
    QMenu menu(this);
    menu.addAction(Theme::icon(u"edit-delete"_s), saved->shared ? tr("Take this filter from everybody") : tr("Remove this filter"), this, [this, id] { Q_EMIT forgetWanted(id); });
    menu.exec(event->globalPos());
}

} // namespace trucban
