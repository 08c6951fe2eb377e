// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/media/media_viewer.h"

#include "ui/media/audio_player.h"
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

MediaViewer::MediaViewer(PictureLoader &pictures, QWidget *parent)
    : QWidget(parent, Qt::Window), m_pictures(pictures), m_bar(new QToolBar(this)), m_stack(new QStackedWidget(this)), m_image(new ImageView(this)), m_caption(new QLabel(this))
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
    connect(m_image, &ImageView::zoomChanged, this, &MediaViewer::refreshWords);
    connect(&m_pictures, &PictureLoader::arrived, this, [this](MediaId id) {
        if (m_index >= 0 && m_items.at(m_index).isPicture() && m_items.at(m_index).still().id == id)
            showPicture(m_items.at(m_index));
    });
    resize(1100, 760);
}

QAction *MediaViewer::add(const QString &icon, const QString &words, const QList<QKeySequence> &keys, std::function<void()> run)
{
    auto *action = m_bar->addAction(Theme::icon(icon), words, this, std::move(run));
    action->setShortcuts(keys);
    if (!keys.isEmpty())
        action->setToolTip(tr("%1 (%2)").arg(words, keys.first().toString(QKeySequence::NativeText)));
    return action;
}

void MediaViewer::makeBar()
{
    m_bar->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_previous = add(u"go-previous"_s, tr("Previous"), {QKeySequence(Qt::Key_PageUp)}, [this] { go(-1); });
    m_next = add(u"go-next"_s, tr("Next"), {QKeySequence(Qt::Key_PageDown)}, [this] { go(1); });
    m_bar->addSeparator();
    m_pictureActions = {
        add(u"zoom-in"_s, tr("Larger"), {QKeySequence(Qt::Key_Plus), QKeySequence(Qt::Key_Equal)}, [this] { m_image->zoomIn(); }),
        add(u"zoom-out"_s, tr("Smaller"), {QKeySequence(Qt::Key_Minus)}, [this] { m_image->zoomOut(); }),
        add(u"zoom-fit-best"_s, tr("Fit the window"), {QKeySequence(Qt::Key_0)}, [this] { m_image->fit(); }),
        add(u"zoom-original"_s, tr("Actual size"), {QKeySequence(Qt::Key_1)}, [this] { m_image->actualSize(); }),
        add(u"object-rotate-left"_s, tr("Turn left"), {QKeySequence(u"Shift+R"_s)}, [this] { m_image->rotate(-1); }),
        add(u"object-rotate-right"_s, tr("Turn right"), {QKeySequence(Qt::Key_R)}, [this] { m_image->rotate(1); }),
    };
    m_bar->addSeparator();
    add(u"view-fullscreen"_s, tr("Whole screen"), {QKeySequence(Qt::Key_F11)}, [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    add(u"window-close"_s, tr("Close"), {}, [this] { close(); });
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
    delete m_player;
    const MediaItem &item = m_items.at(index);
    const bool plays = (item.isVideo() || item.isAudio()) && item.readiness() == MediaItem::Ready;
    plays ? showPlayer(item) : showPicture(item);
    for (QAction *action : std::as_const(m_pictureActions))
        action->setEnabled(!plays);
    m_previous->setEnabled(index > 0);
    m_next->setEnabled(index + 1 < m_items.size());
    refreshWords();
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
    m_player->setFocus();
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
    switch (event->key()) {
    case Qt::Key_Escape:
    case Qt::Key_Return:
    case Qt::Key_Enter: close(); return;
    case Qt::Key_Left: go(-1); return;
    case Qt::Key_Right: go(1); return;
    default: QWidget::keyPressEvent(event);
    }
}

void MediaViewer::closeEvent(QCloseEvent *event)
{
    const qint64 position = m_player ? m_player->core().position() : 0;
    const AttachmentId item = m_index >= 0 ? m_items.at(m_index).attachment : AttachmentId{};
    delete m_player;
    QWidget::closeEvent(event);
    Q_EMIT closed(item, position);
}

} // namespace trucban
