// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/conversation_view.h"

#include "ui/media/audio_player.h"
#include "ui/media/media_viewer.h"
#include "ui/media/video_player.h"
#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QTimer>

namespace trucban {

ConversationView::ConversationView(ConversationModel &model, PictureLoader &pictures, ActionRegistry &actions, QWidget *parent)
    : QListView(parent), m_model(model), m_pictures(pictures), m_delegate(new ConversationDelegate(model, pictures, this)), m_actions(&MediaActions::of(actions)),
      m_pill(new QPushButton(viewport()))
{
    setModel(&model);
    setItemDelegate(m_delegate);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setFrameShape(QFrame::NoFrame);
    setResizeMode(Adjust);
    setUniformItemSizes(false);
    setMouseTracking(true);
    setAccessibleName(tr("Conversation"));
    verticalScrollBar()->setSingleStep(Theme::space(6));
    m_pill->hide();
    m_actions->serve(static_cast<QWidget *>(this));
    connect(m_actions, &MediaActions::playWanted, this, [this] {
        if (isVisible())
            activateRow(currentIndex());
    });
    connect(m_actions, &MediaActions::viewWanted, this, [this] {
        if (isVisible())
            viewRow(currentIndex());
    });
    connect(m_pill, &QPushButton::clicked, this, &ConversationView::goToEnd);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        placePlayer();
        askForOlder();
        if (isAtEnd()) {
            m_fresh = 0;
            m_pill->hide();
        }
    });
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &ConversationView::placePlayer);
    connect(&model, &QAbstractItemModel::rowsAboutToBeInserted, this, &ConversationView::rememberPlace);
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        if (!m_stick && last == m_model.rowCount() - 1)
            m_fresh += last - first + 1;
        restorePlace();
    });
    connect(&model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) {
        for (int row = from.row(); row <= to.row(); ++row)
            m_delegate->forget(m_model.index(row));
        rememberPlace();
        scheduleDelayedItemsLayout();
        restorePlace();
    });
    connect(&model, &QAbstractItemModel::modelReset, this, &ConversationView::endPlayer);
    connect(&pictures, &PictureLoader::arrived, viewport(), qOverload<>(&QWidget::update));
}

void ConversationView::begin()
{
    endPlayer();
    m_delegate->forgetAll();
    m_stick = true;
    m_fresh = 0;
    m_pill->hide();
    QTimer::singleShot(0, this, &ConversationView::goToEnd);
}

bool ConversationView::isAtEnd() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum() - Theme::space(4);
}

void ConversationView::goToEnd()
{
    executeDelayedItemsLayout();
    scrollToBottom();
    m_fresh = 0;
    m_pill->hide();
}

/// New words at the end do not pull the reader away from what is read; older words above do not push it down.
void ConversationView::rememberPlace()
{
    m_stick = isAtEnd();
    m_anchor = indexAt(QPoint(viewport()->width() / 2, viewport()->height() / 3));
    m_anchorTop = m_anchor.isValid() ? visualRect(m_anchor).top() : 0;
}

void ConversationView::restorePlace()
{
    executeDelayedItemsLayout();
    if (m_stick)
        scrollToBottom();
    else if (m_anchor.isValid())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + visualRect(m_anchor).top() - m_anchorTop);
    placePlayer();
    placePill();
}

void ConversationView::placePill()
{
    m_pill->setVisible(m_fresh > 0);
    if (m_fresh == 0)
        return;
    m_pill->setText(tr("%n new", nullptr, m_fresh));
    m_pill->adjustSize();
    m_pill->move((viewport()->width() - m_pill->width()) / 2, viewport()->height() - m_pill->height() - Theme::space(2));
    m_pill->raise();
}

void ConversationView::askForOlder()
{
    if (verticalScrollBar()->value() < viewport()->height() && !m_model.reachesBeginning() && m_model.rowCount() > 0)
        Q_EMIT olderWanted();
}

void ConversationView::resizeEvent(QResizeEvent *event)
{
    rememberPlace();
    m_delegate->setWidth(viewport()->width());
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
    restorePlace();
}

void ConversationView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        m_delegate->forgetAll();
    QListView::changeEvent(event);
}

void ConversationView::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    if (m_playerRow.isValid() && m_playerRow.row() >= start && m_playerRow.row() <= end)
        endPlayer();
    QListView::rowsAboutToBeRemoved(parent, start, end);
}

void ConversationView::play(const QModelIndex &index, const BubblePiece &piece)
{
    endPlayer();
    m_player = piece.item.isVideo() ? static_cast<PlayerView *>(new VideoPlayer(m_pictures, piece.item, viewport())) : new AudioPlayer(m_pictures, piece.item, viewport());
    m_playing = piece.item.attachment;
    m_playerRow = index;
    m_delegate->setPlaying(m_playing);
    m_player->setAutoFillBackground(true);
    m_actions->serve(m_player);
    connect(m_player, &PlayerView::fullViewWanted, this, [this] { openViewer(m_playing); });
    connect(m_player, &PlayerView::leaveWanted, this, [this] {
        endPlayer();
        setFocus();
    });
    placePlayer();
    m_player->show();
    m_player->setFocus();
    m_player->core().play();
    viewport()->update();
}

void ConversationView::endPlayer()
{
    if (m_player)
        m_player->deleteLater();
    m_player = nullptr;
    m_playing = {};
    m_playerRow = QPersistentModelIndex();
    m_delegate->setPlaying({});
    viewport()->update();
}

void ConversationView::placePlayer()
{
    if (!m_player || !m_playerRow.isValid())
        return;
    for (const BubblePiece &piece : m_delegate->layout(m_playerRow).pieces) {
        if (piece.item.attachment == m_playing)
            m_player->setGeometry(piece.box.translated(visualRect(m_playerRow).topLeft()));
    }
}

void ConversationView::openViewer(AttachmentId attachment)
{
    const QList<MediaItem> items = m_model.media();
    const auto found = std::ranges::find(items, attachment, &MediaItem::attachment);
    if (found == items.end())
        return;
    const bool playsHere = m_player && m_playing == attachment;
    const qint64 position = playsHere ? m_player->core().position() : 0;
    const bool playing = playsHere && m_player->core().isPlaying();
    showViewer(items, found - items.begin(), position, playing);
}

void ConversationView::openViewer(const MediaItem &item)
{
    showViewer({item}, 0, 0, false);
}

void ConversationView::showViewer(const QList<MediaItem> &items, qsizetype index, qint64 position, bool playing)
{
    endPlayer();
    delete m_viewer;
    m_viewer = new MediaViewer(m_pictures, *m_actions, window());
    m_viewer->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_viewer, &MediaViewer::closed, this, [this] { setFocus(); });
    m_viewer->open(items, index, position, playing);
}

bool ConversationView::activateRow(const QModelIndex &index)
{
    if (!index.isValid() || index.data(ConversationModel::TypeRole).toInt() != ConversationItem::Message)
        return false;
    for (const BubblePiece &piece : m_delegate->layout(index).pieces) {
        if (piece.item.readiness() != MediaItem::Ready)
            continue;
        if (piece.item.isVideo() || piece.item.isAudio()) {
            scrollTo(index);
            play(index, piece);
            return true;
        }
        if (piece.item.isPicture()) {
            openViewer(piece.item.attachment);
            return true;
        }
    }
    return false;
}

void ConversationView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (event->button() != Qt::LeftButton || !index.isValid() || index.data(ConversationModel::TypeRole).toInt() != ConversationItem::Message)
        return;
    const BubbleLayout &made = m_delegate->layout(index);
    const QPoint within = event->pos() - visualRect(index).topLeft();
    if (made.retrySend.contains(within)) {
        Q_EMIT retrySendWanted(m_model.item(index.row()).message.outbox);
        return;
    }
    if (made.versions.contains(within)) {
        Q_EMIT versionsWanted(m_model.item(index.row()).message.id);
        return;
    }
    for (const BubblePiece &piece : made.pieces) {
        if (piece.retry.contains(within)) {
            Q_EMIT retryMediaWanted(piece.item.attachment);
        } else if (piece.box.contains(within) && piece.item.readiness() == MediaItem::Ready) {
            if (piece.item.isVideo() || piece.item.isAudio())
                play(index, piece);
            else if (piece.item.isPicture()) {
                m_pictures.forget(piece.item.still().id);
                openViewer(piece.item.attachment);
            }
            return;
        }
    }
}

void ConversationView::viewRow(const QModelIndex &index)
{
    if (activateRow(index) && m_player)
        openViewer(m_playing);
}

void ConversationView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
    if (const qint64 id = index.data(ConversationModel::MessageIdRole).toLongLong())
        Q_EMIT menuWanted(MessageId{id}, event->globalPos());
}

} // namespace trucban
