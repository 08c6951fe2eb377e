// SPDX-License-Identifier: GPL-3.0-or-later
// BulletinModel: posts of some states, the newest first, read page by page; a change notice re-reads the top.
#pragma once

#include "desk/publish/publish_values.h"

#include <QAbstractListModel>
#include <QTimer>

namespace trucban {

class PublishDesk;

class BulletinModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole, StateRole, RowRole };
    explicit BulletinModel(PublishDesk &desk, QObject *parent = nullptr);

    void setStates(const QList<BulletinState> &states);
    /// Re-reads what is shown without losing rows the person looks at.
    void refresh();
    int rowOf(BulletinId id) const;
    const BulletinRow *bulletin(int row) const;
    bool isSettled() const { return !m_reading && !m_again; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void settled();
    void failed(const trucban::Failure &failure);

private:
    void take(const QList<BulletinRow> &rows);

    PublishDesk &m_desk;
    QList<BulletinState> m_states;
    QList<BulletinRow> m_rows;
    bool m_more = false;
    bool m_reading = false;
    bool m_again = false;
    int m_generation = 0;
};

} // namespace trucban

Q_DECLARE_METATYPE(const trucban::BulletinRow *)
