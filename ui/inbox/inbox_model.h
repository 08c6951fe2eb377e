// SPDX-License-Identifier: GPL-3.0-or-later
// InboxModel: a window of some hundred rows that slides over any number of cases, by key, in both directions; changes come in live.
#pragma once

#include "desk/inbox/inbox_feed.h"

#include <QAbstractListModel>
#include <QElapsedTimer>
#include <QSet>
#include <QTimer>

namespace trucban {

class ChangeListener;
struct Change;

class InboxModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum { CaseIdRole = Qt::UserRole, SortRole, LeftRole };
    static constexpr int window = 8 * InboxFeed::pageSize;

    InboxModel(InboxFeed &feed, ChangeListener *changes, QObject *parent = nullptr);

    void setFilter(const InboxFilter &filter);
    const InboxFilter &filter() const { return m_filter; }
    /// Reads what is on screen anew, keeping it there meanwhile.
    void reload();
    /// These cases may have changed.
    void touch(const QSet<qint64> &ids);
    /// This case stays in the list while it is selected, even after it has left the view.
    void pin(CaseId id);

    const InboxRow &row(int index) const { return m_rows.at(index); }
    int indexOf(CaseId id) const;
    bool hasLeft(CaseId id) const { return m_left.contains(id.value); }
    bool isLoading() const { return m_loading > 0 || m_again.isActive(); }
    bool hasMoreAbove() const { return m_moreAbove; }
    bool hasMoreBelow() const { return m_moreBelow; }
    void fetchAbove();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    static QString spoken(const InboxRow &row, const Me &me);

Q_SIGNALS:
    /// Around each live change, so that the view can stand still.
    void aboutToMove();
    void moved(int newOnes);
    void loaded();
    void failed(const trucban::Failure &failure);

private:
    void hear(const Change &change);
    void readAgain();
    void receive(const Result<InboxPage> &page);
    void append(const QList<InboxRow> &rows);
    void prepend(const QList<InboxRow> &rows);
    void merge(const QList<InboxRow> &fresh, const QSet<qint64> &asked);
    void drop(int index);
    bool upsert(const InboxRow &row);
    int placeFor(const InboxRow &row) const;
    bool before(const InboxRow &a, const InboxRow &b) const;
    void trimTop();
    void trimBottom();
    template<typename T, typename Then>
    void ask(const QFuture<Result<T>> &future, Then then);

    InboxFeed &m_feed;
    InboxFilter m_filter;
    QList<InboxRow> m_rows;
    QSet<qint64> m_left;
    QSet<qint64> m_touched;
    QTimer m_again;
    QElapsedTimer m_lastRead;
    std::chrono::milliseconds m_breath{0};
    InboxKey m_searchNext;
    CaseId m_pinned;
    bool m_moreAbove = false;
    bool m_moreBelow = false;
    bool m_fetching = false;
    int m_loading = 0;
    int m_generation = 0;
};

} // namespace trucban
