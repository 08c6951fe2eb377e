// SPDX-License-Identifier: GPL-3.0-or-later
// FilterBar: search, category, urgency, area, unit, order. What is typed as `unit:PC02` is a filter too.
#pragma once

#include "desk/inbox/inbox_filter.h"

#include <QWidget>

class QComboBox;
class QToolButton;

namespace trucban {

class SearchField;

class FilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(QWidget *parent = nullptr);

    void setChoices(const InboxChoices &choices);
    const InboxChoices &choices() const { return m_choices; }
    /// Shows a filter; does not emit.
    void show(const InboxFilter &filter);
    /// The filter asked for, on top of this view
    InboxFilter read(const InboxFilter &base) const;
    SearchField &search() { return *m_search; }
    bool hasFilters() const;
    void clear();
    /// Unit officers have no use for choosing a unit.
    void hideUnits();

Q_SIGNALS:
    void changed();
    void saveWanted();
    void leftDown();

private:
    QComboBox *combo(const QString &name, bool typed);
    void fill(QComboBox *box, const QString &any, const QList<InboxChoice> &choices, bool codes);
    void choose(QComboBox *box, const QVariant &value);

    InboxChoices m_choices;
    SearchField *m_search;
    QComboBox *m_category;
    QComboBox *m_urgency;
    QComboBox *m_area;
    QComboBox *m_unit;
    QComboBox *m_sort;
    QToolButton *m_clear;
    QToolButton *m_save;
};

} // namespace trucban
