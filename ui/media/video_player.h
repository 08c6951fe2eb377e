// SPDX-License-Identifier: GPL-3.0-or-later
// VideoPlayer: a clip with its poster, played where it stands.
#pragma once

#include "ui/media/picture_loader.h"
#include "ui/media/player_view.h"
#include "ui/media/video_surface.h"

namespace trucban {

class VideoPlayer : public PlayerView
{
    Q_OBJECT
public:
    VideoPlayer(PictureLoader &pictures, const MediaItem &item, QWidget *parent = nullptr);
    ~VideoPlayer() override;
    VideoSurface &surface() { return *m_surface; }
    bool hasFrames() const override { return true; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    VideoSurface *m_surface;
};

} // namespace trucban
