// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duty/duty_layout.h"

#include "ui/theme/theme.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace trucban::dutyLayout {

QWidget *paperSide(QWidget *sheets, QWidget *below)
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(Theme::space(3), Theme::space(3), Theme::space(4), Theme::space(3));
    column->addWidget(sheets, 1);
    column->addWidget(below);
    return side;
}

void fill(QWidget *page, QWidget *notice, QWidget *work, Share workShare, QWidget *paper, Share paperShare)
{
    auto *split = new QSplitter(Qt::Horizontal);
    split->setChildrenCollapsible(false);
    split->addWidget(work);
    split->addWidget(paper);
    split->setStretchFactor(0, workShare.stretch);
    split->setStretchFactor(1, paperShare.stretch);
    split->setSizes({workShare.width, paperShare.width});
    auto *outer = new QVBoxLayout(page);
    outer->setContentsMargins({});
    outer->setSpacing(0);
    outer->addWidget(notice);
    outer->addWidget(split, 1);
}

} // namespace trucban::dutyLayout
