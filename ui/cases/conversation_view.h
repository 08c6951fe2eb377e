// SPDX-License-Identifier: GPL-3.0-or-later
// ConversationView: scrolls through what was said without losing the place; plays a clip where it stands.
#pragma once

#include "ui/cases/conversation_delegate.h"
#include "ui/media/media_actions.h"
#include "ui/media/media_viewer.h"
#include "ui/media/player_view.h"

#include <QListView>
#include <QPersistentModelIndex>
#include <QPointer>

class QPushButton;

namespace trucban {

class ConversationView : public QListView
{
    Q_OBJECT
public:
    ConversationView(ConversationModel &model, PictureLoader &pictures, ActionRegistry &actions, QWidget *parent = nullptr);

    /// another case: at its newest words
    void begin();
    bool isAtEnd() const;
    void goToEnd();
    PlayerView *player() const { return m_player; }
    MediaViewer *viewer() const { return m_viewer; }
    /// plays the first clip or recording of the row, or opens its picture
    bool activateRow(const QModelIndex &index);
    void viewRow(const QModelIndex &index);
    void openViewer(AttachmentId attachment);
    /// one that lies in no message
    void openViewer(const MediaItem &item);

Q_SIGNALS:
    void olderWanted();
    void retryMediaWanted(trucban::AttachmentId attachment);
    void retrySendWanted(const QString &outbox);
    void versionsWanted(trucban::MessageId message);
    void menuWanted(trucban::MessageId message, const QPoint &globalPos);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;

private:
    void showViewer(const QList<MediaItem> &items, qsizetype index, qint64 position, bool playing);
    void play(const QModelIndex &index, const BubblePiece &piece);
    void endPlayer();
    void placePlayer();
    void rememberPlace();
    void restorePlace();
    void askForOlder();
    void placePill();

    ConversationModel &m_model;
    PictureLoader &m_pictures;
    ConversationDelegate *m_delegate;
    MediaActions *m_actions;
    QPointer<PlayerView> m_player;
    QPersistentModelIndex m_playerRow;
    AttachmentId m_playing;
    QPointer<MediaViewer> m_viewer;
    QPushButton *m_pill;
    QPersistentModelIndex m_anchor;
    int m_anchorTop = 0;
    bool m_stick = true;
    int m_fresh = 0;
};

} // namespace trucban
