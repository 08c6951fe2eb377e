// SPDX-License-Identifier: GPL-3.0-or-later
// PlayerView: what video and sound players share: the strip of controls, the keys, the honest word when it does not play.
#pragma once

#include "ui/media/media_item.h"
#include "ui/media/player_core.h"
#include "ui/media/seek_bar.h"

#include <QWidget>

#include <functional>

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
    ~PlayerView() override { Q_EMIT ending(); }
    PlayerCore &core() { return *m_core; }
    const MediaItem &item() const { return m_item; }
    SeekBar &seekBar() { return *m_seek; }
    virtual bool hasFrames() const { return false; }
    /// what the buttons do, with the keys they have now, by the names of the actions
    void sayKeys(const std::function<QString(const QString &name)> &wordsOf);

Q_SIGNALS:
    /// Enter: the full view, or back from it
    void fullViewWanted();
    void leaveWanted(); // Esc
    void ending();      // it goes now: nobody may ask it anything more

protected:
    PlayerView(media::MediaStore &store, const MediaItem &item, QWidget *parent);
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    QWidget *controls() const { return m_controls; }
    QWidget *trouble() const { return m_trouble; }

private:
    void makeControls();
    void makeTrouble();
    QToolButton *button(const QString &icon, const QString &name);
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
