// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/media/video_player.h"

#include "ui/theme/theme.h"

#include <QMouseEvent>
#include <QVBoxLayout>

namespace trucban {

VideoPlayer::VideoPlayer(PictureLoader &pictures, const MediaItem &item, QWidget *parent)
    : PlayerView(pictures.store(), item, parent), m_surface(new VideoSurface(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space());
    column->addWidget(m_surface, 1);
    column->addWidget(trouble());
    column->addWidget(controls());
    core().setVideoSink(m_surface->sink());
    m_surface->installEventFilter(this);
    m_surface->setPoster(pictures.picture(item.still()));
    connect(&pictures, &PictureLoader::arrived, this, [this, &pictures, still = item.still()](MediaId id) {
        if (id == still.id)
            m_surface->setPoster(pictures.picture(still));
    });
}

VideoPlayer::~VideoPlayer()
{
    core().setVideoSink(nullptr); // the surface goes before the player does
}

bool VideoPlayer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_surface && event->type() == QEvent::MouseButtonDblClick) {
        Q_EMIT fullViewWanted();
        return true;
    }
    if (watched == m_surface && event->type() == QEvent::MouseButtonRelease) {
        setFocus();
        core().toggle();
        return true;
    }
    return PlayerView::eventFilter(watched, event);
}

} // namespace trucban
