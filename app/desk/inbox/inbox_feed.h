// SPDX-License-Identifier: GPL-3.0-or-later
// InboxFeed: pages of cases by key, single rows again, live counts, saved filters, thumbnails. Never all of them at once.
#pragma once

#include "desk/inbox/inbox_filter.h"
#include "desk/inbox/inbox_row.h"
#include "desk/me.h"

#include <QFuture>
#include <QJsonObject>

namespace trucban {

class Database;

struct InboxPage {
    QList<InboxRow> rows; // in the order of the list
    bool more = false;    // beyond the end that was asked for
    InboxKey next;        // of a search
};

struct SavedFilter {
    qint64 id = 0;
    QString name;
    InboxFilter filter;
    int position = 0;
    bool shared = false;
};

class InboxFeed
{
public:
    static constexpr int pageSize = 60;

    InboxFeed(Database &database, Me me) : m_database(database), m_me(std::move(me)) {}
    const Me &me() const { return m_me; }

    QFuture<Result<InboxPage>> first(const InboxFilter &filter);
    QFuture<Result<InboxPage>> after(const InboxFilter &filter, const InboxKey &last);
    QFuture<Result<InboxPage>> before(const InboxFilter &filter, const InboxKey &first);
    /// Those of `ids` that belong to the filter as they are now
    QFuture<Result<QList<InboxRow>>> again(const InboxFilter &filter, const QList<qint64> &ids);

    QFuture<Result<QJsonObject>> counts();
    QFuture<Result<InboxChoices>> choices();
    QFuture<Result<QList<SavedFilter>>> savedFilters();
    QFuture<Result<qint64>> saveFilter(const SavedFilter &filter);
    QFuture<Result<>> forgetFilter(qint64 id);
    /// The bytes of a derivative, never what a citizen sent
    QFuture<Result<QByteArray>> thumbnail(MediaId media);
    /// Takes the case for a while
    QFuture<Result<QJsonObject>> claim(CaseId id);
    QFuture<Result<qint64>> caseOfNumber(const QString &number);

private:
    QFuture<Result<InboxPage>> search(const InboxFilter &filter, const InboxKey &from);

    Database &m_database;
    Me m_me;
};

} // namespace trucban
