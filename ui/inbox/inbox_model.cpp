// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/inbox_model.h"

#include "base/when_done.h"
#include "storage/change_listener.h"
#include "ui/inbox/inbox_words.h"
#include "ui/widgets/clock_text.h"
#include "ui/widgets/trade_words.h"

#include <algorithm>

namespace trucban {

namespace {
/// The rest between two readings: short after a single row, longer in a flood, where a reading takes many rows together.
std::chrono::milliseconds breathAfter(qsizetype rows)
{
    return std::clamp(std::chrono::milliseconds(20 * rows), std::chrono::milliseconds(40), std::chrono::milliseconds(250));
}
}

InboxModel::InboxModel(InboxFeed &feed, ChangeListener *changes, QObject *parent)
    : QAbstractListModel(parent), m_feed(feed)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &InboxModel::readAgain);
    if (changes) {
        connect(changes, &ChangeListener::changed, this, &InboxModel::hear);
        connect(changes, &ChangeListener::mayHaveMissedSome, this, &InboxModel::reload);
    }
}

template<typename T, typename Then>
void InboxModel::ask(const QFuture<Result<T>> &future, Then then)
{
    ++m_loading;
    whenDone(future, this, [this, generation = m_generation, then](const Result<T> &answer) {
        --m_loading;
        if (generation != m_generation)
            return; // another filter was asked for meanwhile
        if (answer)
            then(*answer);
        else
            Q_EMIT failed(answer.error());
        if (m_loading == 0)
            Q_EMIT loaded();
    });
}

void InboxModel::setFilter(const InboxFilter &filter)
{
    m_filter = filter;
    ++m_generation;
    m_fetching = true;
    m_touched.clear();
    m_again.stop();
    ask(m_feed.first(filter), [this](const InboxPage &page) {
        m_fetching = false;
        beginResetModel();
        m_rows = page.rows;
        m_left.clear();
        m_moreAbove = false;
        m_moreBelow = page.more;
        m_searchNext = page.next;
        endResetModel();
    });
}

void InboxModel::reload()
{
    for (const InboxRow &row : std::as_const(m_rows))
        m_touched.insert(row.id.value);
    if (!m_touched.isEmpty())
        touch({});
    if (m_moreAbove || m_filter.isSearch())
        return;
    ask(m_feed.first(m_filter), [this](const InboxPage &page) {
        if (m_rows.isEmpty())
            m_moreBelow = page.more;
        merge(page.rows, {});
    });
}

void InboxModel::hear(const Change &change)
{
    if (change.kind == u"case" || change.kind == u"new_case" || change.kind == u"assignment")
        touch({change.id});
}

void InboxModel::touch(const QSet<qint64> &ids)
{
    m_touched.unite(ids);
    if (m_again.isActive())
        return;
    // the first of a burst is read at once, the others together
    const auto rested = m_lastRead.isValid() ? std::chrono::milliseconds(m_lastRead.elapsed()) : m_breath;
    m_again.start(std::max(m_breath - rested, std::chrono::milliseconds(0)));
}

void InboxModel::readAgain()
{
    const QSet<qint64> asked = std::exchange(m_touched, {});
    if (asked.isEmpty())
        return;
    m_lastRead.start();
    m_breath = breathAfter(asked.size());
    InboxFilter filter = m_filter;
    if (filter.isSearch())
        filter.text.clear(); // what was found stays found; only its row is read again
    ask(m_feed.again(filter, asked.values()), [this, asked](const QList<InboxRow> &fresh) { merge(fresh, asked); });
}

void InboxModel::pin(CaseId id)
{
    const CaseId old = std::exchange(m_pinned, id);
    if (old != id && m_left.remove(old.value)) {
        if (const int index = indexOf(old); index >= 0)
            drop(index);
    }
}

int InboxModel::indexOf(CaseId id) const
{
    const auto found = std::ranges::find(m_rows, id, &InboxRow::id);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int InboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant InboxModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const InboxRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return row.hit.isEmpty() ? row.firstWords : row.hit;
    case Qt::AccessibleTextRole: return spoken(row, m_feed.me());
    case Qt::ToolTipRole: return row.burnsAt.isValid() ? clockText::exact(row.burnsAt) : QString();
    case CaseIdRole: return row.id.value;
    case SortRole: return row.key.order;
    case LeftRole: return hasLeft(row.id);
    }
    return {};
}

bool InboxModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_moreBelow && !m_fetching;
}

void InboxModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent) || m_rows.isEmpty())
        return;
    m_fetching = true;
    const InboxKey from = m_filter.isSearch() ? m_searchNext : m_rows.constLast().key;
    ask(m_feed.after(m_filter, from), [this](const InboxPage &page) {
        m_fetching = false;
        m_moreBelow = page.more;
        m_searchNext = page.next;
        append(page.rows);
    });
}

void InboxModel::fetchAbove()
{
    if (!m_moreAbove || m_fetching || m_rows.isEmpty() || m_filter.isSearch())
        return;
    m_fetching = true;
    ask(m_feed.before(m_filter, m_rows.constFirst().key), [this](const InboxPage &page) {
        m_fetching = false;
        m_moreAbove = page.more;
        prepend(page.rows);
    });
}

void InboxModel::append(const QList<InboxRow> &rows)
{
    QList<InboxRow> fresh = rows;
    fresh.removeIf([this](const InboxRow &row) { return indexOf(row.id) >= 0; }); // moved here meanwhile
    Q_EMIT aboutToMove();
    if (!fresh.isEmpty()) {
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + fresh.size() - 1));
        m_rows.append(fresh);
        endInsertRows();
    }
    if (!m_filter.isSearch())
        trimTop();
    Q_EMIT moved(0);
}

void InboxModel::prepend(const QList<InboxRow> &rows)
{
    QList<InboxRow> fresh = rows;
    fresh.removeIf([this](const InboxRow &row) { return indexOf(row.id) >= 0; });
    Q_EMIT aboutToMove();
    if (!fresh.isEmpty()) {
        beginInsertRows({}, 0, int(fresh.size() - 1));
        m_rows = fresh + m_rows;
        endInsertRows();
    }
    trimBottom();
    Q_EMIT moved(0);
}

void InboxModel::trimTop()
{
    const int over = int(m_rows.size()) - window;
    if (over <= 0)
        return;
    beginRemoveRows({}, 0, over - 1);
    m_rows.remove(0, over);
    m_moreAbove = true;
    endRemoveRows();
}

void InboxModel::trimBottom()
{
    const int over = int(m_rows.size()) - window;
    if (over <= 0)
        return;
    beginRemoveRows({}, window, int(m_rows.size() - 1));
    m_rows.resize(window);
    m_moreBelow = true;
    endRemoveRows();
}

void InboxModel::merge(const QList<InboxRow> &fresh, const QSet<qint64> &asked)
{
    Q_EMIT aboutToMove();
    QSet<qint64> here;
    for (const InboxRow &row : fresh)
        here.insert(row.id.value);
    for (const qint64 id : asked) {
        const int index = here.contains(id) ? -1 : indexOf(CaseId{id});
        if (index < 0)
            continue;
        if (CaseId{id} != m_pinned) {
            drop(index);
        } else if (!m_left.contains(id)) {
            m_left.insert(id);
            Q_EMIT dataChanged(this->index(index), this->index(index));
        }
    }
    int newOnes = 0;
    for (const InboxRow &row : fresh)
        newOnes += upsert(row) ? 1 : 0;
    if (!m_filter.isSearch())
        trimBottom();
    Q_EMIT moved(newOnes);
}

void InboxModel::drop(int index)
{
    beginRemoveRows({}, index, index);
    m_left.remove(m_rows.at(index).id.value);
    m_rows.removeAt(index);
    endRemoveRows();
}

bool InboxModel::before(const InboxRow &a, const InboxRow &b) const
{
    const bool ascending = m_filter.sort == InboxSort::BurnsFirst;
    if (a.key.order != b.key.order)
        return (a.key.order < b.key.order) == ascending;
    return a.id != b.id && (a.id < b.id) == ascending;
}

int InboxModel::placeFor(const InboxRow &row) const
{
    const auto at = std::ranges::lower_bound(m_rows, row, [this](const InboxRow &a, const InboxRow &b) { return before(a, b); });
    return int(at - m_rows.begin());
}

/// True when the row is new in the list.
bool InboxModel::upsert(const InboxRow &row)
{
    const int index = indexOf(row.id);
    if (m_filter.isSearch()) {
        if (index >= 0) {
            const QString hit = m_rows.at(index).hit;
            m_rows[index] = row;
            m_rows[index].hit = hit;
            Q_EMIT dataChanged(this->index(index), this->index(index));
        }
        return false;
    }
    if (index >= 0) {
        m_left.remove(row.id.value);
        const bool stays = (index == 0 || !before(row, m_rows.at(index - 1))) && (index + 1 == m_rows.size() || !before(m_rows.at(index + 1), row));
        if (stays) {
            m_rows[index] = row;
            Q_EMIT dataChanged(this->index(index), this->index(index));
            return false;
        }
        InboxRow lifted = m_rows.takeAt(index);
        const int to = placeFor(row);
        m_rows.insert(index, lifted);
        if (to == index) {
            m_rows[index] = row;
            Q_EMIT dataChanged(this->index(index), this->index(index));
            return false;
        }
        beginMoveRows({}, index, index, {}, to > index ? to + 1 : to);
        m_rows.removeAt(index);
        m_rows.insert(to, row);
        endMoveRows();
        Q_EMIT dataChanged(this->index(to), this->index(to));
        return false;
    }
    const int to = placeFor(row);
    if ((to == 0 && m_moreAbove) || (to == m_rows.size() && m_moreBelow))
        return false; // it lies beyond the window; paging will meet it
    beginInsertRows({}, to, to);
    m_rows.insert(to, row);
    endInsertRows();
    return true;
}

QString InboxModel::spoken(const InboxRow &row, const Me &me)
{
    QStringList parts{row.number, tradeWords::citizenAlias(row.citizen.value)};
    if (!row.area.isEmpty())
        parts.append(row.area);
    parts.append(tradeWords::urgency(row.urgency));
    if (!row.category.isEmpty())
        parts.append(inboxWords::named(row.categoryName, row.categoryNameEn));
    parts.append(tradeWords::status(row.status));
    if (row.burnsAt.isValid())
        parts.append(tradeWords::clock(row.burnsClock) + u' ' + clockText::left(row.burnsAt, QDateTime::currentDateTimeUtc()));
    if (row.holder)
        parts.append(row.holder == me.id ? tr("held by you") : tr("held by %1").arg(row.holderName));
    if (row.images + row.videos + row.audios + row.files > 0)
        parts.append(tr("%1 pictures, %2 videos, %3 recordings, %4 files").arg(row.images).arg(row.videos).arg(row.audios).arg(row.files));
    if (row.unread)
        parts.append(tr("%1 unread").arg(row.unread));
    parts.append(row.hit.isEmpty() ? row.firstWords : row.hit);
    return parts.join(u", "_s);
}

} // namespace trucban
