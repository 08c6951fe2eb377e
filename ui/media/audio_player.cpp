// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/media/audio_player.h"

#include "ui/theme/theme.h"

#include <QVBoxLayout>

namespace trucban {

AudioPlayer::AudioPlayer(PictureLoader &pictures, const MediaItem &item, QWidget *parent) : PlayerView(pictures.store(), item, parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space());
    column->addWidget(controls());
    column->addWidget(trouble());
    const auto part = item.info.derivative(u"waveform"_s);
    const auto show = [this, &pictures, part] {
        if (const auto wave = pictures.waveform(part))
            seekBar().setWaveform(*wave);
    };
    connect(&pictures, &PictureLoader::arrived, this, [show, part](MediaId id) {
        if (id == part.id)
            show();
    });
    show();
}

} // namespace trucban
