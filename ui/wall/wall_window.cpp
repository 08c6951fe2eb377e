// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/wall_window.h"

#include "ui/theme/theme.h"
#include "ui/wall/wall_view.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QScreen>
#include <QShortcut>
#include <QVBoxLayout>

namespace trucban {

WallWindow::WallWindow(QWidget *desk) : QWidget(nullptr, Qt::Window), m_desk(desk), m_view(new WallView(this))
{
    setObjectName(u"wallWindow"_s);
    setWindowTitle(tr("The wall"));
    setWindowIcon(Theme::icon(u"view-presentation"_s));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_view);
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    connect(escape, &QShortcut::activated, this, &QWidget::close);
}

void WallWindow::fillScreen()
{
    const QScreen *own = m_desk ? m_desk->screen() : nullptr;
    QScreen *chosen = nullptr;
    const QList<QScreen *> screens = QGuiApplication::screens();
    for (QScreen *screen : screens) {
        if (screen != own && !chosen)
            chosen = screen;
    }
    if (!chosen)
        chosen = QGuiApplication::primaryScreen();
    if (chosen) {
        setScreen(chosen);
        setGeometry(chosen->geometry());
    }
    showFullScreen();
}

void WallWindow::closeEvent(QCloseEvent *event)
{
    QWidget::closeEvent(event);
    Q_EMIT closed();
}

} // namespace trucban
