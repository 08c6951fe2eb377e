// SPDX-License-Identifier: GPL-3.0-or-later
// MediaViewer: the full view of pictures, clips and recordings of a case; next and previous, zoom, turn, Esc.
#pragma once

#include "ui/media/image_view.h"
#include "ui/media/picture_loader.h"
#include "ui/media/player_view.h"

#include <QPointer>

class QLabel;
class QStackedWidget;
class QToolBar;

namespace trucban {

class MediaActions;

class MediaViewer : public QWidget
{
    Q_OBJECT
public:
    MediaViewer(PictureLoader &pictures, MediaActions &actions, QWidget *parent);
    ~MediaViewer() override { Q_EMIT ending(); }
    /// shows items[index]; a player that stands elsewhere gives its position
    void open(const QList<MediaItem> &items, qsizetype index, qint64 positionMs = 0, bool playing = false);
    qsizetype index() const { return m_index; }
    qsizetype count() const { return m_items.size(); }
    ImageView &image() { return *m_image; }
    PlayerView *player() const { return m_player; }
    void go(int by);

Q_SIGNALS:
    void closed(trucban::AttachmentId item, qint64 positionMs);
    void ending();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void makeBar();
    void show(qsizetype index);
    void showPicture(const MediaItem &item);
    void showPlayer(const MediaItem &item);
    void endPlayer();
    void refreshWords();

    PictureLoader &m_pictures;
    MediaActions &m_actions;
    QList<MediaItem> m_items;
    qsizetype m_index = -1;
    QToolBar *m_bar;
    QStackedWidget *m_stack;
    ImageView *m_image;
    QPointer<PlayerView> m_player;
    QLabel *m_caption;
};

} // namespace trucban
