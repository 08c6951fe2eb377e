// SPDX-License-Identifier: GPL-3.0-or-later
// PlayerView: what video and sound players share: the strip of controls, the keys, the honest word when it does not play.
#pragma once

#include "ui/media/media_item.h"
#include "ui/media/player_core.h"
#include "ui/media/seek_bar.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QSlider;
class QToolButton;
class QVBoxLayout;

namespace trucban {

class PlayerView : public QWidget
{
    Q_OBJECT
public:
    PlayerCore &core() { return *m_core; }
    const MediaItem &item() const { return m_item; }
    SeekBar &seekBar() { return *m_seek; }

Q_SIGNALS:
    /// Enter: the full view, or back from it
    void fullViewWanted();
    void leaveWanted(); // Esc

protected:
    PlayerView(media::MediaStore &store, const MediaItem &item, QWidget *parent);
    bool handleKey(QKeyEvent *event);
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    virtual bool hasFrames() const { return false; }
    QWidget *controls() const { return m_controls; }
    QWidget *trouble() const { return m_trouble; }

private:
    void makeControls();
    void makeTrouble();
    QToolButton *button(const QString &icon, const QString &name, const QString &tip);
    void refresh();
    void showPosition(qint64 ms);

    MediaItem m_item;
    PlayerCore *m_core;
    QWidget *m_controls = nullptr;
    QWidget *m_trouble = nullptr;
    QLabel *m_why = nullptr;
    QPushButton *m_retry = nullptr;
    QToolButton *m_play = nullptr;
    QToolButton *m_mute = nullptr;
    QToolButton *m_loop = nullptr;
    QToolButton *m_speed = nullptr;
    QToolButton *m_full = nullptr;
    QSlider *m_volume = nullptr;
    QLabel *m_time = nullptr;
    SeekBar *m_seek = nullptr;
};

} // namespace trucban
