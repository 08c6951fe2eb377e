// SPDX-License-Identifier: GPL-3.0-or-later
// MediaLook: the pictures and clips of a post in the full view, as they will be published.
#pragma once

#include "desk/publish/publish_values.h"
#include "media/pg_media_store.h"
#include "ui/frame/workbench.h"
#include "ui/media/media_actions.h"
#include "ui/media/media_viewer.h"

#include <QPointer>

namespace trucban {

class MediaLook
{
public:
    explicit MediaLook(Workbench &bench) : m_actions(MediaActions::of(bench.actions)), m_store(bench.database, media::PgMediaStore::Person), m_pictures(m_store) {}
    ~MediaLook() { delete m_viewer; }

    void open(const QList<PostMedium> &all, qsizetype index, QWidget *window)
    {
        QList<MediaItem> items;
        for (const PostMedium &medium : all) {
            MediaItem item{.kind = medium.kind, .state = u"stored"_s, .name = medium.name, .sentAt = medium.at};
            const media::MediaPart part{medium.id, medium.bytes, medium.mime};
            item.info.original = part;
            item.info.kind = medium.kind;
            item.info.deriveState = u"done"_s;
            item.info.derivatives.insert(u"screen"_s, medium.isVideo() ? media::MediaPart{medium.thumbnail, medium.thumbnailBytes, {}} : part);
            items.append(item);
        }
        delete m_viewer;
        m_viewer = new MediaViewer(m_pictures, m_actions, window);
        m_viewer->setAttribute(Qt::WA_DeleteOnClose);
        m_viewer->open(items, index);
    }

private:
    MediaActions &m_actions;
    media::PgMediaStore m_store;
    PictureLoader m_pictures;
    QPointer<MediaViewer> m_viewer;
};

} // namespace trucban
