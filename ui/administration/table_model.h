// SPDX-License-Identifier: GPL-3.0-or-later
// AdminTableModel: one list, page by page as far as one scrolls, filtered by the database.
#pragma once

#include "ui/administration/list_specs.h"

#include <QAbstractTableModel>

namespace trucban {

class AdminTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { DepthRole = Qt::UserRole + 1, OverRole };

    AdminTableModel(Database &database, AdminListSpec spec, QObject *parent = nullptr);

    void setFilter(const QString &filter);
    /// Reads what is shown once more, as many rows as there are.
    void reload();
    const AdminRecord *record(const QModelIndex &index) const;
    QModelIndex indexOf(qint64 id) const;
    bool isSettled() const { return !m_reading; }
    QString filter() const { return m_filter; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_records.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_columns.size()); }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override { return !parent.isValid() && m_more && !m_reading; }
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void reloaded();
    void refused(const trucban::Failure &failure);

private:
    QString spoken(const AdminRecord &record) const;

    AdministrationDesk m_desk;
    AdminListSpec m_spec;
    QList<AdminField> m_columns;
    QList<AdminRecord> m_records;
    QString m_filter;
    bool m_more = false;
    bool m_reading = false;
    int m_asked = 0; // an answer to an older question is dropped
};

} // namespace trucban
