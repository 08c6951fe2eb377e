// SPDX-License-Identifier: GPL-3.0-or-later
// AudioPlayer: a recording as its waveform; a click goes there.
#pragma once

#include "ui/media/picture_loader.h"
#include "ui/media/player_view.h"

namespace trucban {

class AudioPlayer : public PlayerView
{
    Q_OBJECT
public:
    AudioPlayer(PictureLoader &pictures, const MediaItem &item, QWidget *parent = nullptr);
};

} // namespace trucban
