// SPDX-License-Identifier: GPL-3.0-or-later
// SideWindow: the right pane on a second monitor; closing it puts the pane back.
#pragma once

#include <QWidget>

class QSettings;

namespace trucban {

class SideWindow : public QWidget
{
    Q_OBJECT
public:
    SideWindow(const QString &title, QSettings &settings, QWidget *parent);
    void hold(QWidget *pane);

Q_SIGNALS:
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    QSettings &m_settings;
};

} // namespace trucban
