// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publish/bulletin_list.h"

#include "base/when_done.h"
#include "desk/publish/publish_desk.h"
#include "ui/publish/bulletin_model.h"
#include "ui/publish/post_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/clock_text.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_keys.h"
#include "ui/widgets/paint.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace trucban {

namespace {

using enum BulletinState;

struct Group {
    const char *key;
    QList<BulletinState> states;
};

const QList<Group> &groups()
{
    static const QList<Group> all{{"open", {Draft, Submitted, Approved, Scheduled, Publishing, Failed}}, {"draft", {Draft, Failed}}, {"submitted", {Submitted}},
                                  {"approved", {Approved, Scheduled, Publishing}}, {"published", {Published}}, {"withdrawn", {Withdrawn}}};
    return all;
}

QString groupName(const QString &key)
{
    if (key == u"open")
        return BulletinList::tr("In work");
    if (key == u"draft")
        return BulletinList::tr("Drafts");
    if (key == u"submitted")
        return BulletinList::tr("Waiting for approval");
    if (key == u"approved")
        return BulletinList::tr("Approved and scheduled");
    if (key == u"published")
        return BulletinList::tr("Published");
    return BulletinList::tr("Withdrawn");
}

/// Two lines: the headline; the state as a pill, the author, how long ago.
class BulletinDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {Theme::space(40), 2 * Theme::lineHeight(Theme::font()) + Theme::lineHeight(Theme::font(TextSize::Small)) + Theme::space(5)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto *row = index.data(BulletinModel::RowRole).value<const BulletinRow *>();
        if (!row)
            return;
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, Theme::selection());
        painter->setPen(Theme::colour(Neutral::Line));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        if (row->state == Failed || row->blocking > 0)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(Theme::space(1), option.rect.height())), Theme::colour(row->state == Failed ? Meaning::Burning : Meaning::Soon));
        const QRect box = option.rect.adjusted(Theme::space(3), Theme::space(2), -Theme::space(3), -Theme::space(2));

        QRect title(box.left(), box.top(), box.width(), 2 * Theme::lineHeight(Theme::font()));
        painter->setFont(row->state == Submitted ? Theme::bold() : Theme::font());
        painter->setPen(Theme::colour(Neutral::Text));
        paintTitle(*painter, title, index.data().toString());

        QRect below(box.left(), title.bottom() + Theme::space(1), box.width(), box.bottom() - title.bottom() - Theme::space(1));
        painter->setFont(Theme::font(TextSize::Small));
        const int used = paint::pill(*painter, below, PostWords::state(row->state), PostWords::meaning(row->state));
        below.setLeft(below.left() + used + Theme::space(2));
        const QString ago = clockText::ago(row->changedAt, QDateTime::currentDateTimeUtc());
        paint::line(*painter, below, row->author + u" · "_s + ago, Theme::colour(Neutral::QuietText));
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(QPen(Theme::colour(Meaning::Accent), 1));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
        }
        painter->restore();
    }

private:
    static void paintTitle(QPainter &painter, const QRect &box, const QString &words)
    {
        const QFontMetrics metrics = painter.fontMetrics();
        const int line = Theme::lineHeight(painter.font());
        QString first = words, second;
        if (metrics.horizontalAdvance(words) > box.width()) {
            qsizetype cut = 0;
            for (qsizetype at = words.indexOf(u' '); at > 0; at = words.indexOf(u' ', at + 1)) {
                if (metrics.horizontalAdvance(words.first(at)) > box.width())
                    break;
                cut = at;
            }
            if (cut > 0) {
                first = words.first(cut);
                second = words.sliced(cut + 1);
            }
        }
        painter.drawText(QRect(box.left(), box.top(), box.width(), line), Qt::AlignVCenter, metrics.elidedText(first, Qt::ElideRight, box.width()));
        painter.drawText(QRect(box.left(), box.top() + line, box.width(), line), Qt::AlignVCenter, metrics.elidedText(second, Qt::ElideRight, box.width()));
    }
};

} // namespace

BulletinList::BulletinList(PublishDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_model(new BulletinModel(desk, this)), m_filter(new QComboBox(this)), m_view(new QListView(this)), m_empty(new EmptyState(this))
{
    m_filter->setAccessibleName(tr("Which posts"));
    m_filter->setObjectName(u"bulletinFilter"_s);
    m_view->setObjectName(u"bulletinView"_s);
    m_view->setAccessibleName(tr("Posts"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new BulletinDelegate(m_view));
    m_view->setUniformItemSizes(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setFrameShape(QFrame::NoFrame);
    addListKeys(m_view);
    auto *fresh = new QPushButton(Theme::icon(u"document-new"_s), tr("&New post"), this);
    fresh->setObjectName(u"newPost"_s);

    auto *top = new QHBoxLayout;
    top->setContentsMargins(Theme::space(2), Theme::space(2), Theme::space(2), 0);
    top->addWidget(m_filter, 1);
    top->addWidget(fresh);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addLayout(top);
    rows->addWidget(m_view, 1);
    rows->addWidget(m_empty, 1);

    fillFilter();
    connect(fresh, &QPushButton::clicked, this, &BulletinList::newWanted);
    connect(m_filter, &QComboBox::activated, this, [this] { setFilter(m_filter->currentData().toString()); });
    connect(m_model, &BulletinModel::settled, this, [this] {
        if (m_wanted)
            select(m_wanted);
        showEmpty();
    });
    connect(m_model, &BulletinModel::failed, this, &BulletinList::failed);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current.isValid() && BulletinId{current.data(BulletinModel::IdRole).toLongLong()} != m_wanted)
            Q_EMIT opened(BulletinId{current.data(BulletinModel::IdRole).toLongLong()});
    });
    m_empty->hide();
    m_model->setStates(groups().first().states);
    refresh();
}

void BulletinList::fillFilter()
{
    const QString key = m_filter->currentData().toString();
    m_filter->clear();
    for (const Group &group : groups()) {
        int count = 0;
        for (const BulletinState state : group.states)
            count += m_counts.value(state);
        const QString name = groupName(QString::fromLatin1(group.key));
        m_filter->addItem(count > 0 ? u"%1 (%2)"_s.arg(name).arg(count) : name, QString::fromLatin1(group.key));
    }
    m_filter->setCurrentIndex(qMax(0, m_filter->findData(key)));
}

void BulletinList::setFilter(const QString &key)
{
    for (const Group &group : groups()) {
        if (key == QLatin1StringView(group.key)) {
            m_filter->setCurrentIndex(m_filter->findData(key));
            m_model->setStates(group.states);
        }
    }
}

void BulletinList::refresh()
{
    m_model->refresh();
    whenDone(m_desk.counts(), this, [this](const Result<QHash<BulletinState, int>> &counts) {
        if (!counts || *counts == m_counts)
            return;
        m_counts = *counts;
        fillFilter();
        Q_EMIT countsChanged();
    });
}

void BulletinList::select(BulletinId id)
{
    m_wanted = id;
    const int row = id ? m_model->rowOf(id) : -1;
    if (row < 0) {
        if (!id)
            m_view->setCurrentIndex({});
        return;
    }
    if (m_view->currentIndex().row() != row)
        m_view->setCurrentIndex(m_model->index(row));
}

BulletinId BulletinList::selected() const
{
    return BulletinId{m_view->currentIndex().data(BulletinModel::IdRole).toLongLong()};
}

void BulletinList::showEmpty()
{
    const bool nothing = m_model->rowCount() == 0;
    m_view->setVisible(!nothing);
    m_empty->setVisible(nothing);
    if (!nothing)
        return;
    if (m_filter->currentData().toString() == u"submitted")
        m_empty->say(u"dialog-ok-apply"_s, tr("Nothing waits for approval"), tr("Posts that colleagues submit appear here."));
    else
        m_empty->say(u"document-edit"_s, tr("No posts here"), tr("Begin one with “New post”, or from a case with “Publish”."));
}

} // namespace trucban
