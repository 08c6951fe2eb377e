// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/inbox/inbox_feed.h"

#include "desk/inbox/inbox_query.h"
#include "storage/database.h"

#include <QJsonArray>
#include <QUuid>

#include <algorithm>

namespace trucban {

namespace {

InboxChoice toChoice(const Row &row)
{
    return {row.get<qint64>(u"id"), row.get<QString>(u"code"), row.get<QString>(u"name"), row.get<QString>(u"name_en")};
}

SavedFilter toSavedFilter(const Row &row)
{
    return {row.get<qint64>(u"id"), row.get<QString>(u"name"), InboxFilter::fromJson(row.get<QJsonObject>(u"filter")), row.get<int>(u"position"),
            row.get<bool>(u"shared")};
}

/// One row more than wanted was asked for: it only says that there is more.
InboxPage cut(QList<InboxRow> rows)
{
    const bool more = rows.size() > InboxFeed::pageSize;
    if (more)
        rows.removeLast();
    return {std::move(rows), more, {}};
}

} // namespace

QFuture<Result<InboxPage>> InboxFeed::first(const InboxFilter &filter)
{
    return after(filter, {});
}

QFuture<Result<InboxPage>> InboxFeed::after(const InboxFilter &filter, const InboxKey &last)
{
    if (filter.isSearch())
        return search(filter, last);
    return m_database.read([me = m_me, filter, last](Session &session) {
        return inboxQuery::page(session, me, filter, last, inboxQuery::After, pageSize + 1).transform(cut);
    });
}

QFuture<Result<InboxPage>> InboxFeed::before(const InboxFilter &filter, const InboxKey &first)
{
    return m_database.read([me = m_me, filter, first](Session &session) {
        return inboxQuery::page(session, me, filter, first, inboxQuery::Before, pageSize + 1).transform([](QList<InboxRow> rows) {
            InboxPage page = cut(std::move(rows));
            std::ranges::reverse(page.rows);
            return page;
        });
    });
}

QFuture<Result<InboxPage>> InboxFeed::search(const InboxFilter &filter, const InboxKey &from)
{
    return m_database.read([me = m_me, filter, from](Session &session) {
        InboxKey next;
        return inboxQuery::search(session, me, filter, from, pageSize, next).transform([&](QList<InboxRow> rows) {
            return InboxPage{std::move(rows), next.isValid(), next};
        });
    });
}

QFuture<Result<QList<InboxRow>>> InboxFeed::again(const InboxFilter &filter, const QList<qint64> &ids)
{
    return m_database.read([me = m_me, filter, ids](Session &session) { return inboxQuery::some(session, me, filter, ids); });
}

QFuture<Result<QJsonObject>> InboxFeed::counts()
{
    return m_database.read([](Session &session) {
        return session.query(u"inbox/counts"_s).one([](const Row &row) { return row.get<QJsonObject>(u"counts"); });
    });
}

QFuture<Result<InboxChoices>> InboxFeed::choices()
{
    return m_database.read([](Session &session) -> Result<InboxChoices> {
        auto categories = session.query(u"inbox/categories"_s).all(toChoice);
        auto units = session.query(u"inbox/units"_s).all(toChoice);
        auto areas = session.query(u"inbox/areas"_s).all(toChoice);
        if (!categories || !units || !areas)
            return failed((!categories ? categories.error() : !units ? units.error() : areas.error()));
        return InboxChoices{*categories, *units, *areas};
    });
}

QFuture<Result<QList<SavedFilter>>> InboxFeed::savedFilters()
{
    return m_database.read([](Session &session) { return session.query(u"inbox/saved_filters"_s).all(toSavedFilter); });
}

QFuture<Result<qint64>> InboxFeed::saveFilter(const SavedFilter &filter)
{
    return m_database.write([filter](Session &session) {
        const std::optional<qint64> id = filter.id ? std::optional(filter.id) : std::nullopt;
        return session.query(u"inbox/save_filter"_s).bind(u"id"_s, id).bind(u"name"_s, filter.name).bind(u"filter"_s, filter.filter.toJson())
            .bind(u"position"_s, filter.position).bind(u"shared"_s, filter.shared).one([](const Row &row) { return row.get<qint64>(u"id"); });
    });
}

QFuture<Result<>> InboxFeed::forgetFilter(qint64 id)
{
    return m_database.write([id](Session &session) -> Result<> {
        return session.query(u"inbox/forget_filter"_s).bind(u"id"_s, id).run().transform([](int) {});
    });
}

QFuture<Result<QByteArray>> InboxFeed::thumbnail(MediaId media)
{
    return m_database.read([media](Session &session) {
        return session.query(u"inbox/thumbnail"_s).bind(u"media"_s, media).one([](const Row &row) { return row.get<QByteArray>(u"data"); });
    });
}

QFuture<Result<QJsonObject>> InboxFeed::claim(CaseId id)
{
    const QUuid request = QUuid::createUuid();
    return m_database.write([id, request](Session &session) {
        return session.query(u"inbox/claim"_s).bind(u"case_id"_s, id).bind(u"request"_s, request.toString(QUuid::WithoutBraces))
            .one([](const Row &row) { return row.get<QJsonObject>(u"answer"); });
    });
}

QFuture<Result<qint64>> InboxFeed::caseOfNumber(const QString &number)
{
    return m_database.read([number](Session &session) {
        return session.query(u"inbox/case_of_number"_s).bind(u"number"_s, number).one([](const Row &row) { return row.get<qint64>(u"id"); });
    });
}

} // namespace trucban
