// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notices/notice_model.h"

#include "ui/notices/notice_words.h"
#include "ui/widgets/clock_text.h"
#include "ui/widgets/paint.h"

#include <QPainter>

namespace trucban {

void NoticeModel::show(const QList<DeskNotice> &notices)
{
    const auto same = [](const DeskNotice &a, const DeskNotice &b) { return a.id == b.id; };
    if (std::ranges::equal(m_notices, notices, same)) { // only their words may differ: the selection is sacred
        m_notices = notices;
        if (!notices.isEmpty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_notices = notices;
    endResetModel();
}

const DeskNotice *NoticeModel::notice(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_notices.size() ? &m_notices.at(index.row()) : nullptr;
}

QVariant NoticeModel::data(const QModelIndex &index, int role) const
{
    const DeskNotice *notice = this->notice(index);
    if (!notice)
        return {};
    switch (role) {
    case Qt::DisplayRole: return noticeWords::title(*notice);
    case Qt::AccessibleTextRole: return noticeWords::spoken(*notice, m_clock.now());
    case Qt::ToolTipRole: return clockText::exact(notice->at);
    case AboutRole: return noticeWords::about(*notice, m_clock.now());
    case SeverityRole: return int(notice->severity);
    case WhenRole: return clockText::ago(notice->at, m_clock.now());
    default: return {};
    }
}

QSize NoticeDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {Theme::space(100), Theme::lineHeight(Theme::bold()) + Theme::lineHeight(Theme::font(TextSize::Small)) + Theme::space(4)};
}

void NoticeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto severity = DeskNotice::Severity(index.data(NoticeModel::SeverityRole).toInt());
    const Meaning meaning = noticeWords::meaning(severity);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, Theme::selection());
    const int pad = Theme::space(2);
    painter->fillRect(QRect(option.rect.left(), option.rect.top() + 1, Theme::space(1) / 2 + 1, option.rect.height() - 2), Theme::colour(meaning));
    QRect inside = option.rect.adjusted(pad + Theme::space(1), pad, -pad, -pad);
    const int icon = Theme::lineHeight(option.font) - 2;
    Theme::icon(noticeWords::iconName(severity), meaning).paint(painter, QRect(inside.left(), inside.top(), icon, icon));
    inside.setLeft(inside.left() + icon + pad);
    const int first = Theme::lineHeight(Theme::bold());
    const QString when = index.data(NoticeModel::WhenRole).toString();
    painter->setFont(Theme::tabular(TextSize::Small));
    painter->setPen(Theme::colour(Neutral::QuietText));
    const int whenWidth = painter->fontMetrics().horizontalAdvance(when);
    painter->drawText(QRect(inside.right() - whenWidth, inside.top(), whenWidth + 1, first), Qt::AlignVCenter | Qt::AlignRight, when);
    painter->setFont(Theme::bold());
    paint::line(*painter, QRect(inside.left(), inside.top(), inside.width() - whenWidth - pad, first), index.data().toString(), Theme::colour(meaning));
    painter->setFont(Theme::font(TextSize::Small));
    paint::line(*painter, QRect(inside.left(), inside.top() + first, inside.width(), inside.height() - first), index.data(NoticeModel::AboutRole).toString(), Theme::colour(Neutral::Text));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), Theme::colour(Neutral::Line));
    painter->restore();
}

} // namespace trucban
