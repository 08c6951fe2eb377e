// SPDX-License-Identifier: GPL-3.0-or-later
// UnitTreeModel: suggestions on top, then the tree of units; while something is searched, the hits alone, the best first.
#pragma once

#include "desk/assignment_values.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace trucban {

class UnitTreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role { UnitIdRole = Qt::UserRole + 1, CodeRole, HintRole, ValidRole, SuggestedRole, GroupRole };

    using QAbstractItemModel::QAbstractItemModel;
    ~UnitTreeModel() override;

    void setDirectory(const UnitDirectory &directory);
    void setSuggestions(const QList<Suggestion> &suggestions, UnitId about);
    void setQuery(const QString &query);
    bool isSearching() const { return !m_query.isEmpty(); }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex & = {}) const override { return 1; }
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// The first row that is a unit: what Enter means.
    QModelIndex firstUnit() const;

private:
    struct Node {
        Node *parent = nullptr;
        int row = 0;
        UnitId unit;
        QString title; // of a group
        QString hint;
        bool suggested = false;
        std::vector<std::unique_ptr<Node>> children;
    };
    void rebuild();
    void addTree();
    void addHits();
    Node *add(Node *parent, UnitId unit, const QString &hint);
    QString hintOf(const UnitEntry &unit) const;
    const Node *node(const QModelIndex &index) const;
    QString spoken(const Node &node) const;

    UnitDirectory m_directory;
    QList<Suggestion> m_suggestions;
    UnitId m_about;
    QString m_query;
    Node m_root;
};

} // namespace trucban
