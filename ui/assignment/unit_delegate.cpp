// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignment/unit_delegate.h"

#include "ui/assignment/unit_tree_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/paint.h"

#include <QPainter>
#include <QTreeView>

namespace trucban {

namespace {

// reasons are whole sentences: they may take two lines
int hintHeight(const QString &hint, int width)
{
    if (hint.isEmpty())
        return 0;
    const QFontMetrics metrics(Theme::font(TextSize::Small));
    const int line = Theme::lineHeight(Theme::font(TextSize::Small));
    return metrics.horizontalAdvance(hint) > width ? 2 * line : line;
}

// while sizes are asked for, the rectangle is not known yet: what the tree leaves to a row of this depth
int innerWidth(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    int width = option.rect.width();
    if (const auto *tree = qobject_cast<const QTreeView *>(option.widget)) {
        width = tree->viewport()->width();
        int depth = tree->rootIsDecorated() ? 1 : 0;
        for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
            ++depth;
        width -= depth * tree->indentation();
    }
    return std::max(width - Theme::space(2), Theme::space(20));
}

} // namespace

void UnitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, Theme::selection());
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, Theme::colour(Neutral::Raised));
    const bool valid = index.data(UnitTreeModel::ValidRole).toBool();
    const bool group = index.data(UnitTreeModel::GroupRole).toBool();
    const QString hint = index.data(UnitTreeModel::HintRole).toString();
    const QString code = index.data(UnitTreeModel::CodeRole).toString();
    QRect box = option.rect.adjusted(Theme::space(1), Theme::space(1) / 2, -Theme::space(1), 0);
    const int line = Theme::lineHeight(Theme::font());
    box.setHeight(line);

    painter->setFont(Theme::font(TextSize::Small));
    const int codeWidth = code.isEmpty() ? 0 : painter->fontMetrics().horizontalAdvance(code) + Theme::space(2);
    paint::line(*painter, QRect(box.right() - codeWidth + Theme::space(2), box.top(), codeWidth, line), code, Theme::colour(Neutral::QuietText));

    QFont font = group || index.data(UnitTreeModel::SuggestedRole).toBool() ? Theme::bold() : Theme::font();
    font.setStrikeOut(!valid);
    painter->setFont(font);
    paint::line(*painter, box.adjusted(0, 0, -codeWidth, 0), index.data().toString(),
                Theme::colour(group || !valid ? Neutral::QuietText : Neutral::Text));
    if (!hint.isEmpty()) {
        painter->setFont(Theme::font(TextSize::Small));
        painter->setPen(Theme::colour(Neutral::QuietText));
        const QRect below(box.left(), box.bottom() + 1, box.width(), hintHeight(hint, innerWidth(option, index)));
        painter->drawText(below, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, hint);
    }
    painter->restore();
}

QSize UnitDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString hint = index.data(UnitTreeModel::HintRole).toString();
    return {Theme::space(40), Theme::lineHeight(Theme::font()) + hintHeight(hint, innerWidth(option, index)) + Theme::space(1)};
}

} // namespace trucban
