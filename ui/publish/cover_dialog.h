// SPDX-License-Identifier: GPL-3.0-or-later
// CoverDialog: covers faces, plates and papers in a picture. What it hands over is a new picture; the one it began with is not changed.
#pragma once

#include "ui/publish/cover_canvas.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QToolButton;

namespace trucban {

class CoverDialog : public QDialog
{
    Q_OBJECT
public:
    explicit CoverDialog(const QImage &picture, QWidget *parent = nullptr);
    CoverCanvas &canvas() { return *m_canvas; }

Q_SIGNALS:
    void covered(const QImage &picture, int places);

private:
    QWidget *makeTools();
    void refresh();

    CoverCanvas *m_canvas;
    QToolButton *m_undo = nullptr;
    QToolButton *m_redo = nullptr;
    QToolButton *m_remove = nullptr;
    QLabel *m_count;
    QPushButton *m_use;
};

} // namespace trucban
