// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignment/unit_tree_model.h"

#include "desk/assignment_suggest.h"
#include "domain/text.h"
#include "ui/assignment/assignment_words.h"

#include <QCollator>
#include <QLocale>

namespace trucban {

namespace {

int levelRank(const UnitEntry &unit)
{
    static const QStringList order{u"city"_s, u"department"_s, u"team"_s, u"commune"_s, u"district"_s, u"external"_s};
    const qsizetype at = order.indexOf(unit.level);
    return unit.valid ? int(at < 0 ? 3 : at) : 10;
}

struct Hit {
    const UnitEntry *unit = nullptr;
    int rank = 0;
    const UnitName *name = nullptr;
};

int rankOf(const UnitName &name, const QString &key, bool marked)
{
    const QString &hay = marked ? name.exact : name.plain;
    const qsizetype at = hay.indexOf(key);
    if (at < 0)
        return 0;
    int rank = at == 0 ? 60 : hay.at(at - 1).isLetterOrNumber() ? 10 : 40;
    if (hay.size() == at + key.size()) // the name ends with it: "phường Tương Mai"
        rank += 30;
    switch (name.kind) {
    case UnitName::Name: return rank + 6;
    case UnitName::Code: return rank + 5;
    case UnitName::Area: return rank + 4;
    case UnitName::English: return rank + 2;
    case UnitName::FormerArea: return rank;
    }
    return rank;
}

Hit bestName(const UnitEntry &unit, const QString &key, bool marked)
{
    Hit best{&unit, 0, nullptr};
    for (const UnitName &name : unit.names) {
        const int rank = rankOf(name, key, marked);
        if (rank > best.rank)
            best = {&unit, rank, &name};
    }
    return best;
}

bool isVietnamese()
{
    return QLocale().language() == QLocale::Vietnamese;
}

QString nameOf(const UnitEntry &unit)
{
    return isVietnamese() || unit.nameEn.isEmpty() ? unit.name : unit.nameEn;
}

} // namespace

UnitTreeModel::~UnitTreeModel() = default;

void UnitTreeModel::setDirectory(const UnitDirectory &directory)
{
    m_directory = directory;
    QCollator collator{QLocale(QLocale::Vietnamese)};
    std::ranges::stable_sort(m_directory.units, [&](const UnitEntry &a, const UnitEntry &b) {
        const int one = levelRank(a), other = levelRank(b);
        if (one != other)
            return one < other;
        return a.level == u"commune" ? collator.compare(a.name, b.name) < 0 : a.code < b.code;
    });
    rebuild();
}

void UnitTreeModel::setSuggestions(const QList<Suggestion> &suggestions, UnitId about)
{
    m_suggestions = suggestions;
    m_about = about;
    rebuild();
}

void UnitTreeModel::setQuery(const QString &query)
{
    if (query == m_query)
        return;
    m_query = query;
    rebuild();
}

UnitTreeModel::Node *UnitTreeModel::add(Node *parent, UnitId unit, const QString &hint)
{
    auto made = std::make_unique<Node>();
    made->parent = parent;
    made->row = int(parent->children.size());
    made->unit = unit;
    made->hint = hint;
    parent->children.push_back(std::move(made));
    return parent->children.back().get();
}

void UnitTreeModel::rebuild()
{
    beginResetModel();
    m_root.children.clear();
    if (m_query.isEmpty())
        addTree();
    else
        addHits();
    endResetModel();
}

void UnitTreeModel::addTree()
{
    if (!m_suggestions.isEmpty()) {
        Node *group = add(&m_root, {}, {});
        group->title = tr("Suggested");
        for (const Suggestion &suggestion : std::as_const(m_suggestions))
            add(group, suggestion.unit, assignmentWords::because(suggestion))->suggested = true;
    }
    QHash<UnitId, QList<const UnitEntry *>> below;
    for (const UnitEntry &unit : std::as_const(m_directory.units))
        below[m_directory.unit(unit.parent) ? unit.parent : UnitId{}].append(&unit);
    const auto grow = [&](auto &self, Node *parent, UnitId of, int depth) -> void {
        for (const UnitEntry *unit : below.value(of)) {
            Node *made = add(parent, unit->id, hintOf(*unit));
            if (depth < 16)
                self(self, made, unit->id, depth + 1);
        }
    };
    grow(grow, &m_root, {}, 0);
}

void UnitTreeModel::addHits()
{
    const QString plain = text::plainKey(m_query);
    const QString exact = text::exactKey(m_query);
    const bool marked = exact != plain && text::plainKey(exact) != exact;
    QList<Hit> hits;
    for (const UnitEntry &unit : std::as_const(m_directory.units)) {
        Hit hit = bestName(unit, marked ? exact : plain, marked);
        if (hit.rank > 0) {
            hit.rank -= unit.valid ? 0 : 50;
            hits.append(hit);
        }
    }
    std::ranges::stable_sort(hits, std::ranges::greater(), &Hit::rank);
    for (const Hit &hit : std::as_const(hits)) {
        QStringList hints{hintOf(*hit.unit)};
        if (hit.name->kind == UnitName::FormerArea)
            hints.prepend(tr("now covers the former %1").arg(hit.name->text));
        else if (const auto found = std::ranges::find(m_suggestions, hit.unit->id, &Suggestion::unit); found != m_suggestions.end())
            hints.prepend(tr("suggested %1").arg(assignmentWords::because(*found)));
        hints.removeAll(QString());
        add(&m_root, hit.unit->id, hints.join(u" · "_s));
    }
}

QString UnitTreeModel::hintOf(const UnitEntry &unit) const
{
    if (!unit.valid) {
        const QString ended = tr("until %1").arg(unit.validTo.isValid() ? unit.validTo.toString(u"dd/MM/yyyy") : tr("not yet"));
        const UnitEntry *successor = m_directory.unit(unit.successor);
        if (successor)
            return tr("%1; the code now belongs to %2").arg(ended, nameOf(*successor));
        return unit.level == u"district" || unit.level == u"commune" ? tr("%1; choose the ward's police instead").arg(ended)
                                                                    : tr("%1; no unit has this code today").arg(ended);
    }
    if (isBehindWall(m_directory, m_about, unit.id))
        return tr("the complaint is about this unit: it may not see the case");
    return {};
}

const UnitTreeModel::Node *UnitTreeModel::node(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const Node *>(index.constInternalPointer()) : &m_root;
}

QModelIndex UnitTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node *above = node(parent);
    if (column != 0 || row < 0 || row >= int(above->children.size()))
        return {};
    return createIndex(row, 0, above->children[size_t(row)].get());
}

QModelIndex UnitTreeModel::parent(const QModelIndex &child) const
{
    const Node *above = node(child)->parent;
    return !above || above == &m_root ? QModelIndex() : createIndex(above->row, 0, above);
}

int UnitTreeModel::rowCount(const QModelIndex &parent) const
{
    return int(node(parent)->children.size());
}

QString UnitTreeModel::spoken(const Node &node) const
{
    const UnitEntry *unit = m_directory.unit(node.unit);
    if (!unit)
        return node.title;
    const QString name = unit->valid ? nameOf(*unit) : tr("%1, no longer exists").arg(nameOf(*unit));
    return node.hint.isEmpty() ? tr("%1, code %2").arg(name, unit->code) : tr("%1, code %2, %3").arg(name, unit->code, node.hint);
}

QVariant UnitTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &at = *node(index);
    const UnitEntry *unit = m_directory.unit(at.unit);
    switch (role) {
    case Qt::DisplayRole: return unit ? nameOf(*unit) : at.title;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: return spoken(at);
    case UnitIdRole: return at.unit.value;
    case CodeRole: return unit ? unit->code : QString();
    case HintRole: return at.hint;
    case ValidRole: return !unit || (unit->valid && !isBehindWall(m_directory, m_about, unit->id));
    case SuggestedRole: return at.suggested;
    case GroupRole: return !unit;
    default: return {};
    }
}

Qt::ItemFlags UnitTreeModel::flags(const QModelIndex &index) const
{
    if (index.isValid() && !node(index)->unit)
        return Qt::ItemIsEnabled;
    return QAbstractItemModel::flags(index);
}

QModelIndex UnitTreeModel::firstUnit() const
{
    QModelIndex first = index(0, 0);
    if (first.isValid() && !node(first)->unit)
        first = index(0, 0, first);
    return first;
}

} // namespace trucban
