// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/media/media_viewer.h"

#include "ui/media/audio_player.h"
#include "ui/media/media_actions.h"
#include "ui/media/video_player.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

namespace trucban {

MediaViewer::MediaViewer(PictureLoader &pictures, MediaActions &actions, QWidget *parent)
    : QWidget(parent, Qt::Window), m_pictures(pictures), m_actions(actions), m_bar(new QToolBar(this)), m_stack(new QStackedWidget(this)), m_image(new ImageView(this)), m_caption(new QLabel(this))
{
    setWindowTitle(tr("Full view"));
    setFocusPolicy(Qt::StrongFocus);
    m_stack->addWidget(m_image);
    m_caption->setContentsMargins(Theme::space(2), Theme::space(), Theme::space(2), Theme::space());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_stack, 1);
    column->addWidget(m_caption);
    makeBar();
    m_actions.serve(this);
    connect(m_image, &ImageView::zoomChanged, this, &MediaViewer::refreshWords);
    connect(&m_pictures, &PictureLoader::arrived, this, [this](MediaId id) {
        if (m_index >= 0 && m_items.at(m_index).isPicture() && m_items.at(m_index).still().id == id)
            showPicture(m_items.at(m_index));
    });
    resize(1100, 760);
}

void MediaViewer::makeBar()
{
    m_bar->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_bar->setAccessibleName(tr("What can be done in the full view"));
    for (const auto name : {u"previous", u"next", u"", u"zoom_in", u"zoom_out", u"zoom_fit", u"zoom_original", u"rotate_left", u"rotate_right", u"", u"whole_screen", u"full_view"}) {
        if (QStringView(name).isEmpty())
            m_bar->addSeparator();
        else
            m_bar->addAction(m_actions.action(QStringView(name).toString()));
    }
}

void MediaViewer::open(const QList<MediaItem> &items, qsizetype index, qint64 positionMs, bool playing)
{
    m_items = items;
    show(index);
    if (m_player && (positionMs > 0 || playing)) {
        m_player->core().seek(positionMs);
        if (playing)
            m_player->core().play();
    }
    QWidget::show();
    m_actions.refresh();
    raise();
    activateWindow();
}

void MediaViewer::go(int by)
{
    const qsizetype to = m_index + by;
    if (to >= 0 && to < m_items.size())
        show(to);
}

void MediaViewer::show(qsizetype index)
{
    m_index = index;
    endPlayer();
    const MediaItem &item = m_items.at(index);
    const bool plays = (item.isVideo() || item.isAudio()) && item.readiness() == MediaItem::Ready;
    plays ? showPlayer(item) : showPicture(item);
    refreshWords();
    m_actions.refresh();
}

void MediaViewer::showPicture(const MediaItem &item)
{
    m_stack->setCurrentWidget(m_image);
    m_image->setAccessibleName(mediaWords::spoken(item));
    const QImage picture = m_pictures.picture(item.still());
    const auto failure = m_pictures.failure(item.still().id);
    if (!picture.isNull())
        m_image->setImage(picture);
    else
        m_image->setMessage(failure ? mediaWords::whyNot(*failure) : item.readiness() == MediaItem::Ready ? tr("Loading …") : mediaWords::whyNot(item));
    setFocus();
}

void MediaViewer::showPlayer(const MediaItem &item)
{
    m_player = item.isVideo() ? static_cast<PlayerView *>(new VideoPlayer(m_pictures, item, this)) : new AudioPlayer(m_pictures, item, this);
    m_stack->addWidget(m_player);
    m_stack->setCurrentWidget(m_player);
    connect(m_player, &PlayerView::fullViewWanted, this, &QWidget::close);
    connect(m_player, &PlayerView::leaveWanted, this, &QWidget::close);
    m_actions.serve(m_player);
    m_player->setFocus();
}

/// forgotten before it goes: while it goes, the focus moves and everybody asks what plays
void MediaViewer::endPlayer()
{
    PlayerView *player = m_player;
    m_player.clear();
    delete player;
}

void MediaViewer::refreshWords()
{
    if (m_index < 0)
        return;
    const MediaItem &item = m_items.at(m_index);
    //: place in a row of pictures
    const QString place = tr("%1 of %2").arg(m_index + 1).arg(m_items.size());
    const QString zoomed = m_player ? QString() : u"   "_s + tr("%1 %").arg(qRound(m_image->zoom() * 100));
    m_caption->setText(place + u"   "_s + mediaWords::caption(item) + zoomed);
}

void MediaViewer::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void MediaViewer::closeEvent(QCloseEvent *event)
{
    const qint64 position = m_player ? m_player->core().position() : 0;
    const AttachmentId item = m_index >= 0 ? m_items.at(m_index).attachment : AttachmentId{};
    endPlayer();
    QWidget::closeEvent(event);
    m_actions.refresh();
    Q_EMIT closed(item, position);
}

} // namespace trucban
