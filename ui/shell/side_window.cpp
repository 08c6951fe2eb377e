// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/side_window.h"

#include "base/result.h"

#include <QCloseEvent>
#include <QSettings>
#include <QVBoxLayout>

namespace trucban {

SideWindow::SideWindow(const QString &title, QSettings &settings, QWidget *parent)
    : QWidget(parent, Qt::Window), m_settings(settings)
{
    setObjectName(u"sideWindow"_s);
    setWindowTitle(title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    if (!restoreGeometry(settings.value(u"window/side_geometry"_s).toByteArray()))
        resize(900, 800);
}

void SideWindow::hold(QWidget *pane)
{
    layout()->addWidget(pane);
}

void SideWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setValue(u"window/side_geometry"_s, saveGeometry());
    event->accept();
    Q_EMIT closed();
}

} // namespace trucban
