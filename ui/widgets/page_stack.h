// SPDX-License-Identifier: GPL-3.0-or-later
// A stack of pages that asks for no more room than the page in front needs: a wide page behind it must not widen the window.
#pragma once

#include <QStackedWidget>

namespace trucban {

class PageStack : public QStackedWidget
{
public:
    explicit PageStack(QWidget *parent = nullptr) : QStackedWidget(parent)
    {
        connect(this, &QStackedWidget::currentChanged, this, [this] { updateGeometry(); });
    }
    QSize minimumSizeHint() const override
    {
        const QWidget *page = currentWidget();
        return page ? page->minimumSizeHint().expandedTo(page->minimumSize()) : QStackedWidget::minimumSizeHint();
    }
    QSize sizeHint() const override { return currentWidget() ? currentWidget()->sizeHint() : QStackedWidget::sizeHint(); }
};

} // namespace trucban
