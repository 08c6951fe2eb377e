// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publish/bulletin_model.h"

#include "base/when_done.h"
#include "desk/publish/publish_desk.h"
#include "ui/publish/post_words.h"

#include <algorithm>

namespace trucban {

namespace {

constexpr int pageSize = 60;

QString titleOf(const BulletinRow &row)
{
    if (!row.headline.isEmpty())
        return row.headline;
    return row.words.isEmpty() ? BulletinModel::tr("Untitled post") : text::firstWords(row.words, 80);
}

} // namespace

BulletinModel::BulletinModel(PublishDesk &desk, QObject *parent) : QAbstractListModel(parent), m_desk(desk) {}

void BulletinModel::setStates(const QList<BulletinState> &states)
{
    m_states = states;
    beginResetModel();
    m_rows.clear();
    m_more = false;
    endResetModel();
    ++m_generation;
    m_reading = false;
    refresh();
}

void BulletinModel::refresh()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    m_again = false;
    const int limit = int(qMax(qsizetype(pageSize), qMin(m_rows.size(), qsizetype(500))));
    whenDone(m_desk.list(m_states, {}, limit), this, [this, generation = m_generation](const Result<BulletinPage> &page) {
        if (generation != m_generation)
            return;
        m_reading = false;
        if (page) {
            m_more = page->more;
            take(page->rows);
        } else {
            Q_EMIT failed(page.error());
        }
        if (m_again)
            refresh();
        else
            Q_EMIT settled();
    });
}

// rows move by their ids, so that selection and scroll position stay where they are
void BulletinModel::take(const QList<BulletinRow> &rows)
{
    for (int i = int(m_rows.size()) - 1; i >= 0; --i) {
        const BulletinId id = m_rows.at(i).id;
        if (std::ranges::any_of(rows, [id](const BulletinRow &row) { return row.id == id; }))
            continue;
        beginRemoveRows({}, i, i);
        m_rows.removeAt(i);
        endRemoveRows();
    }
    for (int i = 0; i < rows.size(); ++i) {
        const int at = rowOf(rows.at(i).id);
        if (at < 0) {
            beginInsertRows({}, i, i);
            m_rows.insert(i, rows.at(i));
            endInsertRows();
            continue;
        }
        if (at != i) {
            beginMoveRows({}, at, at, {}, at < i ? i + 1 : i);
            m_rows.move(at, i);
            endMoveRows();
        }
        m_rows[i] = rows.at(i);
        Q_EMIT dataChanged(index(i), index(i));
    }
}

int BulletinModel::rowOf(BulletinId id) const
{
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).id == id)
            return i;
    }
    return -1;
}

const BulletinRow *BulletinModel::bulletin(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
}

int BulletinModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant BulletinModel::data(const QModelIndex &index, int role) const
{
    const BulletinRow *row = bulletin(index.row());
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole: return titleOf(*row);
    case Qt::AccessibleTextRole: return tr("%1. %2. By %3, %4.").arg(titleOf(*row), PostWords::state(row->state), row->author, PostWords::moment(row->changedAt));
    case Qt::ToolTipRole: return titleOf(*row) + u'\n' + PostWords::moment(row->changedAt);
    case IdRole: return row->id.value;
    case StateRole: return int(row->state);
    case RowRole: return QVariant::fromValue(row);
    }
    return {};
}

bool BulletinModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more && !m_reading;
}

void BulletinModel::fetchMore(const QModelIndex &)
{
    if (m_reading || m_rows.isEmpty())
        return;
    m_reading = true;
    whenDone(m_desk.list(m_states, m_rows.last(), pageSize), this, [this, generation = m_generation](const Result<BulletinPage> &page) {
        if (generation != m_generation)
            return;
        m_reading = false;
        if (!page) {
            Q_EMIT failed(page.error());
            return;
        }
        m_more = page->more;
        QList<BulletinRow> fresh;
        for (const BulletinRow &row : page->rows) {
            if (rowOf(row.id) < 0)
                fresh.append(row);
        }
        if (!fresh.isEmpty()) {
            beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + fresh.size()) - 1);
            m_rows.append(fresh);
            endInsertRows();
        }
        Q_EMIT settled();
    });
}

} // namespace trucban
