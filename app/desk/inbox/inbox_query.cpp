// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/inbox/inbox_query.h"

#include "storage/session.h"

#include <QSet>

#include <algorithm>
#include <limits>

namespace trucban {

namespace {

/// A statement with the values that go into it.
struct Composed {
    QStringList where;
    QList<std::function<void(Query &)>> binds;

    void add(const QString &condition) { where.append(condition); }
    void add(const QString &condition, const QString &name, const auto &value)
    {
        where.append(condition);
        binds.append([name, value](Query &query) { query.bind(name, value); });
    }
    QString text() const { return where.isEmpty() ? u"true"_s : where.join(u" AND "_s); }
    void bindTo(Query &query) const
    {
        for (const auto &bind : binds)
            bind(query);
    }
};

void addView(Composed &made, const Me &me, const QString &view)
{
    if (view == u"new")
        made.add(u"c.queue = 1"_s);
    else if (view == u"in_hand")
        made.add(u"c.queue = 2"_s);
    else if (view == u"waiting")
        made.add(u"c.queue = 3"_s);
    else if (view == u"answered")
        made.add(u"c.queue = 4"_s);
    else if (view == u"told")
        made.add(u"c.queue = 5"_s);
    else if (view == u"done")
        made.add(u"c.queue = 6"_s);
    else if (view == u"open")
        made.add(u"c.queue <= 4"_s);
    else if (view == u"overdue")
        made.add(u"c.queue <= 4 AND c.burns_at < core.now()"_s);
    else if (view == u"mine")
        made.add(u"c.holder_id = :me"_s, u"me"_s, me.id);
    else if (view == u"my_unit")
        made.add(u"c.queue <= 4 AND c.lead_unit_id = :my_unit"_s, u"my_unit"_s, me.unit);
}

void addUnitView(Composed &made, const QString &view)
{
    made.add(u"a.unit_id = ANY ((SELECT unit_ids FROM desk.me)::bigint[])"_s);
    if (view == u"answered")
        made.add(u"a.state IN ('answered', 'accepted')"_s);
    else if (view == u"overdue")
        made.add(u"a.state IN ('sent', 'confirmed', 'returned') AND a.due_at < core.now()"_s);
    else if (view == u"unconfirmed")
        made.add(u"a.state = 'sent'"_s);
    else if (view == u"my_unit" || view == u"new" || view == u"open")
        made.add(u"a.state IN ('sent', 'confirmed', 'returned')"_s);
    else
        made.add(u"a.state NOT IN ('handed_back', 'handed_on', 'withdrawn')"_s);
}

/// The queue a status lies in: the indexes know queues.
int queueOf(const QString &status)
{
    if (status == u"new" || status == u"reopened" || status == u"handed_back")
        return 1;
    if (status == u"claimed" || status == u"classified")
        return 2;
    if (status == u"forwarded")
        return 3;
    if (status == u"answered")
        return 4;
    return status == u"released" || status == u"published" ? 5 : 6;
}

void addFilters(Composed &made, const InboxFilter &filter)
{
    if (filter.category == InboxFilter::unclassified)
        made.add(u"c.category_id IS NULL"_s);
    else if (filter.category)
        made.add(u"c.category_id = ANY (ARRAY(SELECT x.id FROM desk.categories x WHERE x.id = :category OR x.parent_id = :category))"_s,
                 u"category"_s, filter.category);    // a category means those below it, too
    if (filter.area)
        made.add(u"c.area_id = :area"_s, u"area"_s, filter.area);
    if (filter.unit)
        made.add(u"c.lead_unit_id = :unit"_s, u"unit"_s, filter.unit);
    if (!filter.urgency.isEmpty())
        made.add(u"c.urgency = :urgency"_s, u"urgency"_s, filter.urgency);
    if (!filter.status.isEmpty()) {
        made.add(u"c.status = :status"_s, u"status"_s, filter.status);
        made.add(u"c.queue = :status_queue"_s, u"status_queue"_s, queueOf(filter.status));
    }
    if (filter.isNumber())
        made.add(u"c.number = :number"_s, u"number"_s, filter.text);
}

Composed composed(const Me &me, const InboxFilter &filter)
{
    Composed made;
    if (me.isUnit())
        addUnitView(made, filter.view);
    else if (!filter.isNumber())
        addView(made, me, filter.view);
    addFilters(made, filter);
    return made;
}

bool burnsFirst(const InboxFilter &filter)
{
    return filter.sort == InboxSort::BurnsFirst;
}

QString keyColumn(const Me &me, const InboxFilter &filter)
{
    if (!burnsFirst(filter))
        return u"c.last_message_at"_s;
    return me.isUnit() ? u"coalesce(a.due_at, 'infinity')"_s : u"c.burns_at"_s;
}

/// Of a unit: what it still has to do is little and is looked up case by case (OFFSET 0: the planner cannot know how little and
/// would join the whole table); everything it ever had is joined.
QString source(const Me &me, const InboxFilter &filter)
{
    static const QSet<QString> little{u"my_unit"_s, u"new"_s, u"open"_s, u"overdue"_s, u"unconfirmed"_s};
    if (!me.isUnit())
        return u"desk.cases c"_s;
    return little.contains(filter.view) ? u"desk.assignments a CROSS JOIN LATERAL (SELECT * FROM desk.cases WHERE id = a.case_id OFFSET 0) c"_s
                                        : u"desk.assignments a JOIN desk.cases c ON c.id = a.case_id"_s;
}

QString caseColumn(const Me &me)
{
    return me.isUnit() ? u"a.case_id"_s : u"c.id"_s;
}

QString columns(const Me &me, const QString &key, const QString &hit = u"''"_s)
{
    const QString burns = me.isUnit() ? u"a.due_at"_s : u"nullif(c.burns_at, 'infinity')"_s;
    const QString clock = me.isUnit() ? u"CASE WHEN a.due_at IS NULL THEN '' ELSE 'answer' END"_s : u"c.burns_clock"_s;
    return u"c.id, c.number, c.status, c.queue, c.revision, c.channel, c.citizen_id, c.category, c.category_name, c.category_name_en, c.urgency, c.area, "
           "c.unit, c.unit_name, c.holder_id, c.holder_name, c.received_at, c.last_message_at, %1 AS burns, %2 AS burns_clock, c.first_words, c.last_words, "
           "%3 AS hit, c.messages, c.unread, c.images, c.videos, c.audios, c.files, c.thumb_media_id, %4::text AS key_at, c.id AS key_id, "
           "CASE WHEN isfinite(%4) THEN extract(epoch FROM %4)::float8 END AS key_order"_s.arg(burns, clock, hit, key);
}

} // namespace

namespace inboxQuery {

Result<QList<InboxRow>> page(Session &session, const Me &me, const InboxFilter &filter, const InboxKey &from, Direction direction, int limit)
{
    Composed made = composed(me, filter);
    const QString key = keyColumn(me, filter);
    const bool ascending = burnsFirst(filter) == (direction == After);
    if (from.isValid()) {
        made.add(u"(%1, c.id) %2 (:at::timestamptz, :key_id::bigint)"_s.arg(key, ascending ? u">"_s : u"<"_s));
        made.binds.append([from](Query &query) { query.bind(u"at"_s, from.at).bind(u"key_id"_s, from.id); });
    }
    const QString order = ascending ? u"ASC"_s : u"DESC"_s;
    // the keys first, by an index alone; then only the rows of the page are read and joined
    const QString statement = me.isUnit()
        ? u"SELECT %1 FROM %2 WHERE %3 ORDER BY %4 %5, c.id %5 LIMIT :limit"_s
        : u"WITH page AS MATERIALIZED (SELECT c.id FROM %2 WHERE %3 ORDER BY %4 %5, c.id %5 LIMIT :limit) "
          "SELECT %1 FROM page JOIN desk.cases c ON c.id = page.id ORDER BY %4 %5, c.id %5"_s;
    Query query = session.sql(statement.arg(columns(me, key), source(me, filter), made.text(), key, order));
    made.bindTo(query);
    return query.bind(u"limit"_s, limit).all(InboxRow::fromRow);
}

Result<QList<InboxRow>> some(Session &session, const Me &me, const InboxFilter &filter, const QList<qint64> &ids)
{
    Composed made = composed(me, filter);
    made.add(caseColumn(me) + u" = ANY (:ids)"_s, u"ids"_s, ids);
    Query query = session.sql(u"SELECT %1 FROM %2 WHERE %3"_s.arg(columns(me, keyColumn(me, filter)), source(me, filter), made.text()));
    made.bindTo(query);
    return query.all(InboxRow::fromRow);
}

Result<QList<InboxRow>> search(Session &session, const Me &me, const InboxFilter &filter, const InboxKey &from, int limit, InboxKey &next)
{
    Composed made = composed(me, filter);
    Query query = session.sql(
        u"WITH found AS MATERIALIZED (SELECT f.case_id, f.text, f.sent_at, f.message_id FROM desk.search(:text, :limit, :at::timestamptz, :key_id::bigint) f) "
        "SELECT x.*, found.text AS found_text, found.sent_at::text AS found_at, found.message_id AS found_id FROM found "
        "LEFT JOIN LATERAL (SELECT %1 FROM %2 WHERE %4 = found.case_id AND %3 LIMIT 1) x ON true ORDER BY found.sent_at DESC, found.message_id DESC"_s
            .arg(columns(me, u"c.last_message_at"_s), source(me, filter), made.text(), caseColumn(me)));
    made.bindTo(query);
    query.bind(u"text"_s, filter.text).bind(u"limit"_s, limit).bind(u"at"_s, from.isValid() ? from.at : u"infinity"_s)
        .bind(u"key_id"_s, from.isValid() ? from.id : std::numeric_limits<qint64>::max());
    InboxKey last;
    int taken = 0;
    auto rows = query.all([&](const Row &row) {
        ++taken;
        last = {row.get<QString>(u"found_at"), row.get<qint64>(u"found_id"), 0};
        InboxRow made = InboxRow::fromRow(row);
        made.hit = row.get<QString>(u"found_text");
        return made;
    });
    if (!rows)
        return rows;
    next = taken == limit ? last : InboxKey{};
    QSet<qint64> seen;
    rows->removeIf([&](const InboxRow &row) { // one row a case; those the filter does not want came back empty
        const bool wanted = row.id && !seen.contains(row.id.value);
        seen.insert(row.id.value);
        return !wanted;
    });
    return rows;
}

} // namespace inboxQuery

} // namespace trucban
