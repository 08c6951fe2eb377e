// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/table_model.h"

#include "base/when_done.h"
#include "ui/theme/theme.h"

namespace trucban {

AdminTableModel::AdminTableModel(Database &database, AdminListSpec spec, QObject *parent)
    : QAbstractTableModel(parent), m_desk(database), m_spec(std::move(spec))
{
    for (const AdminField &field : std::as_const(m_spec.fields)) {
        if (field.inTable)
            m_columns.append(field);
    }
}

void AdminTableModel::setFilter(const QString &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    beginResetModel();
    m_records.clear();
    m_more = false;
    endResetModel();
    reload();
}

void AdminTableModel::reload()
{
    m_reading = true;
    const int asked = ++m_asked;
    const int limit = std::max(AdministrationDesk::pageSize, int(m_records.size()));
    whenDone(m_desk.page(m_spec.list, m_filter, {}, limit), this, [this, asked](const Result<AdminPage> &page) {
        if (asked != m_asked)
            return;
        m_reading = false;
        if (!page) {
            Q_EMIT refused(page.error());
            return;
        }
        beginResetModel();
        m_records = page->records;
        m_more = page->more;
        endResetModel();
        Q_EMIT reloaded();
    });
}

void AdminTableModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_reading = true;
    const int asked = ++m_asked;
    whenDone(m_desk.page(m_spec.list, m_filter, m_records.last()), this, [this, asked](const Result<AdminPage> &page) {
        if (asked != m_asked)
            return;
        m_reading = false;
        if (!page) {
            Q_EMIT refused(page.error());
            return;
        }
        m_more = page->more;
        if (page->records.isEmpty())
            return;
        beginInsertRows({}, int(m_records.size()), int(m_records.size() + page->records.size()) - 1);
        m_records.append(page->records);
        endInsertRows();
    });
}

const AdminRecord *AdminTableModel::record(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_records.size() ? &m_records.at(index.row()) : nullptr;
}

QModelIndex AdminTableModel::indexOf(qint64 id) const
{
    const auto found = std::ranges::find(m_records, id, &AdminRecord::id);
    return found == m_records.end() ? QModelIndex() : index(int(found - m_records.begin()), 0);
}

QString AdminTableModel::spoken(const AdminRecord &record) const
{
    QStringList parts;
    for (const AdminField &field : m_columns) {
        const QString value = field.shown(record.fields[field.key]);
        if (!value.isEmpty())
            parts.append(tr("%1: %2", "label and value").arg(field.label, value));
    }
    return parts.join(u", "_s);
}

QVariant AdminTableModel::data(const QModelIndex &index, int role) const
{
    const AdminRecord *row = record(index);
    if (!row)
        return {};
    const AdminField &field = m_columns.at(index.column());
    switch (role) {
    case Qt::DisplayRole: return field.shown(row->fields[field.key]).replace(u'\n', u' ');
    case Qt::AccessibleTextRole: return index.column() == 0 ? spoken(*row) : field.shown(row->fields[field.key]);
    case Qt::ForegroundRole: return m_spec.isOver(row->fields) ? QVariant(Theme::colour(Neutral::QuietText)) : QVariant();
    case Qt::TextAlignmentRole: return field.kind == AdminField::Number ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case DepthRole: return index.column() == 0 && m_filter.isEmpty() ? row->depth : 0;
    case OverRole: return m_spec.isOver(row->fields);
    default: return {};
    }
}

QVariant AdminTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= m_columns.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_columns.at(section).label;
    if (role == Qt::TextAlignmentRole)
        return int((m_columns.at(section).kind == AdminField::Number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

} // namespace trucban
