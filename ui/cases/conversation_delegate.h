// SPDX-License-Identifier: GPL-3.0-or-later
// ConversationDelegate: paints bubbles, day marks and step lines; knows where in a bubble a click went.
#pragma once

#include "ui/cases/bubble_layout.h"
#include "ui/media/picture_loader.h"

#include <QStyledItemDelegate>

namespace trucban {

class ConversationDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    ConversationDelegate(ConversationModel &model, PictureLoader &pictures, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// relative to the row's top left
    const BubbleLayout &layout(const QModelIndex &index) const;
    void setWidth(int width);
    void forget(const QModelIndex &index);
    void forgetAll() { m_layouts.clear(); }
    /// the piece a player stands over; it is not painted below it
    void setPlaying(AttachmentId attachment) { m_playing = attachment; }

private:
    void paintDay(QPainter &painter, const QRect &row, const QString &words) const;
    void paintStep(QPainter &painter, const QRect &row, const ConversationItem &item) const;
    void paintMessage(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintPiece(QPainter &painter, const BubblePiece &piece, QPoint shift) const;
    void paintStill(QPainter &painter, const QRect &box, const MediaItem &item) const;
    void paintVideo(QPainter &painter, const QRect &box, const MediaItem &item) const;
    void paintAudio(QPainter &painter, const QRect &box, const MediaItem &item) const;
    void paintNamed(QPainter &painter, const QRect &box, const QString &icon, const QString &first, const QString &second) const;

    ConversationModel &m_model;
    PictureLoader &m_pictures;
    int m_width = 400;
    AttachmentId m_playing;
    mutable QHash<QString, std::shared_ptr<BubbleLayout>> m_layouts;
};

} // namespace trucban
