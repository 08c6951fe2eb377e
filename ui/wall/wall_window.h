// SPDX-License-Identifier: GPL-3.0-or-later
// WallWindow: the wall over a whole screen, the second one if there is one; Esc closes it.
#pragma once

#include <QWidget>

namespace trucban {

class WallView;

class WallWindow : public QWidget
{
    Q_OBJECT
public:
    /// `desk` is the window that stays on its own screen.
    explicit WallWindow(QWidget *desk);
    WallView &view() { return *m_view; }
    void fillScreen();

Q_SIGNALS:
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    QWidget *m_desk;
    WallView *m_view;
};

} // namespace trucban
