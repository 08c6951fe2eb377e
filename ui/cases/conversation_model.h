// SPDX-License-Identifier: GPL-3.0-or-later
// ConversationModel: what was said, with day marks and the steps of the case between; grows at both ends, keeps its rows.
#pragma once

#include "desk/case_values.h"
#include "ui/media/media_item.h"

#include <QAbstractListModel>

namespace trucban {

struct ConversationItem {
    enum Type { Day, Message, Step };
    Type type = Day;
    QDate day;
    CaseMessage message;
    CaseStep step;
    QString key() const;
    friend bool operator==(const ConversationItem &, const ConversationItem &) = default;
};

class ConversationModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Roles { TypeRole = Qt::UserRole, MessageIdRole, KeyRole };

    using QAbstractListModel::QAbstractListModel;

    /// another case
    void begin(CitizenId citizen);
    /// the newest page and all steps, read again after each change
    void takeNewest(const MessagePage &page, const QList<CaseStep> &steps);
    void takeOlder(const MessagePage &page);

    bool reachesBeginning() const { return m_reachesBeginning; }
    const CaseMessage *oldest() const { return m_messages.isEmpty() ? nullptr : &m_messages.first(); }
    const ConversationItem &item(int row) const { return m_items.at(row); }
    const CaseMessage *message(MessageId id) const;
    CitizenId citizen() const { return m_citizen; }
    int messageCount() const { return int(m_messages.size()); }
    /// every picture, clip and recording, in order, for the full view
    QList<MediaItem> media() const;
    MediaItem mediaItem(const CaseMessage &message, const CaseAttachment &attachment) const;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_items.size()); }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<ConversationItem> arranged() const;
    void become(const QList<ConversationItem> &next);

    CitizenId m_citizen;
    QList<CaseMessage> m_messages; // oldest first
    QList<CaseStep> m_steps;
    QList<ConversationItem> m_items;
    bool m_reachesBeginning = false;
};

} // namespace trucban
