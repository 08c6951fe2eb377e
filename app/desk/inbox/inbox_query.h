// SPDX-License-Identifier: GPL-3.0-or-later
// The statements of the inbox, composed of a filter: plain comparisons only, so that row-level security leaves the indexes in use.
#pragma once

#include "desk/inbox/inbox_filter.h"
#include "desk/inbox/inbox_row.h"
#include "desk/me.h"

namespace trucban {

class Query;
class Session;

namespace inboxQuery {

enum Direction { After, Before };

/// A page beyond `from` (an invalid key: from the beginning), in the order of the filter; Before answers backwards.
Result<QList<InboxRow>> page(Session &session, const Me &me, const InboxFilter &filter, const InboxKey &from, Direction direction, int limit);
/// Those of `ids` that belong to the filter now.
Result<QList<InboxRow>> some(Session &session, const Me &me, const InboxFilter &filter, const QList<qint64> &ids);
/// One page of a search, newest message first; `next` is where the following page begins, invalid at the end.
Result<QList<InboxRow>> search(Session &session, const Me &me, const InboxFilter &filter, const InboxKey &from, int limit, InboxKey &next);

} // namespace inboxQuery

} // namespace trucban
