// SPDX-License-Identifier: GPL-3.0-or-later
// BulletinList: the left pane, posts by state with their counts.
#pragma once

#include "desk/publish/publish_values.h"

#include <QWidget>

class QComboBox;
class QListView;
class QPushButton;

namespace trucban {

class BulletinModel;
class EmptyState;
class PublishDesk;

class BulletinList : public QWidget
{
    Q_OBJECT
public:
    explicit BulletinList(PublishDesk &desk, QWidget *parent = nullptr);
    void refresh();
    void select(BulletinId id);
    BulletinId selected() const;
    BulletinModel &model() { return *m_model; }
    QListView &view() { return *m_view; }
    void setFilter(const QString &key);
    int waiting() const { return m_counts.value(BulletinState::Submitted); }

Q_SIGNALS:
    void opened(trucban::BulletinId id);
    void newWanted();
    void failed(const trucban::Failure &failure);
    void countsChanged();

private:
    void fillFilter();
    void showEmpty();

    PublishDesk &m_desk;
    BulletinModel *m_model;
    QComboBox *m_filter;
    QListView *m_view;
    EmptyState *m_empty;
    QHash<BulletinState, int> m_counts;
    BulletinId m_wanted;
};

} // namespace trucban
