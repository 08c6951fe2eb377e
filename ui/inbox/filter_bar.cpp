// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/filter_bar.h"

#include "ui/inbox/inbox_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/trade_words.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace trucban {

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent), m_search(new SearchField(tr("Search: words, a case number, unit:PC02, area:…"), this)), m_category(combo(tr("Category"), false)),
      m_urgency(combo(tr("Urgency"), false)), m_area(combo(tr("Area"), true)), m_unit(combo(tr("Unit"), true)), m_sort(combo(tr("Order"), false)),
      m_clear(new QToolButton(this)), m_save(new QToolButton(this))
{
    setAccessibleName(tr("Search and filters"));
    fill(m_urgency, tr("Any urgency"), {}, false);
    for (const QString &code : {u"emergency"_s, u"high"_s, u"medium"_s, u"low"_s})
        m_urgency->addItem(tradeWords::urgency(code), code);
    m_sort->addItem(tr("Burns first"), int(InboxSort::BurnsFirst));
    m_sort->addItem(tr("Newest first"), int(InboxSort::Newest));
    setChoices({});
    m_clear->setIcon(Theme::icon(u"edit-clear-all"_s));
    m_clear->setToolTip(tr("Clear search and filters"));
    m_clear->setAccessibleName(m_clear->toolTip());
    m_save->setIcon(Theme::icon(u"bookmark-new"_s));
    m_save->setToolTip(tr("Keep this filter"));
    m_save->setAccessibleName(m_save->toolTip());
    auto *top = new QHBoxLayout;
    top->addWidget(m_search, 1);
    top->addWidget(m_sort);
    auto *second = new QHBoxLayout;
    second->setSpacing(Theme::space(1));
    for (QComboBox *box : {m_category, m_urgency, m_area, m_unit})
        second->addWidget(box, 1);
    second->addWidget(m_clear);
    second->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::space(2), Theme::space(2), Theme::space(2), Theme::space(1));
    column->setSpacing(Theme::space(1));
    column->addLayout(top);
    column->addLayout(second);
    connect(m_search, &SearchField::queryChanged, this, &FilterBar::changed);
    connect(m_search, &SearchField::leftDown, this, &FilterBar::leftDown);
    for (QComboBox *box : {m_category, m_urgency, m_area, m_unit, m_sort})
        connect(box, &QComboBox::currentIndexChanged, this, &FilterBar::changed);
    connect(m_clear, &QToolButton::clicked, this, &FilterBar::clear);
    connect(m_save, &QToolButton::clicked, this, &FilterBar::saveWanted);
}

QComboBox *FilterBar::combo(const QString &name, bool typed)
{
    auto *box = new QComboBox(this);
    box->setAccessibleName(name);
    box->setToolTip(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(7);
    if (typed) {
        box->setEditable(true);
        box->setInsertPolicy(QComboBox::NoInsert);
        box->completer()->setCompletionMode(QCompleter::PopupCompletion);
        box->completer()->setFilterMode(Qt::MatchContains);
        connect(box->lineEdit(), &QLineEdit::editingFinished, box, [box] { // half a name is no filter: go back to what is chosen
            if (box->findText(box->currentText()) < 0)
                box->setEditText(box->itemText(box->currentIndex()));
        });
    }
    return box;
}

void FilterBar::fill(QComboBox *box, const QString &any, const QList<InboxChoice> &choices, bool codes)
{
    const QSignalBlocker quiet(box);
    box->clear();
    box->addItem(any, QVariant());
    for (const InboxChoice &choice : choices) {
        const QString name = inboxWords::named(choice.name, choice.nameEn);
        box->addItem(codes ? u"%1 · %2"_s.arg(choice.code, name) : name, choice.id);
        box->setItemData(box->count() - 1, choice.name, Qt::ToolTipRole);
    }
    box->view()->setMinimumWidth(Theme::space(codes ? 100 : 60));
}

void FilterBar::setChoices(const InboxChoices &choices)
{
    m_choices = choices;
    fill(m_category, tr("Any category"), choices.categories, false);
    m_category->insertItem(1, tr("Not classified yet"), InboxFilter::unclassified.value);
    fill(m_area, tr("Any area"), choices.areas, false);
    fill(m_unit, tr("Any unit"), choices.units, true);
}

void FilterBar::choose(QComboBox *box, const QVariant &value)
{
    const QSignalBlocker quiet(box);
    const int index = value.isNull() ? 0 : box->findData(value);
    box->setCurrentIndex(index < 0 ? 0 : index);
}

void FilterBar::show(const InboxFilter &filter)
{
    const auto id = [](qint64 value) { return value ? QVariant(value) : QVariant(); };
    choose(m_category, id(filter.category.value));
    choose(m_area, id(filter.area.value));
    choose(m_unit, id(filter.unit.value));
    choose(m_urgency, filter.urgency.isEmpty() ? QVariant() : QVariant(filter.urgency));
    choose(m_sort, int(filter.sort));
    const QSignalBlocker quiet(m_search);
    m_search->ask(filter.status.isEmpty() ? filter.text : u"status:%1 %2"_s.arg(filter.status, filter.text)); // a status has no box of its own
}

InboxFilter FilterBar::read(const InboxFilter &base) const
{
    InboxFilter made = base;
    made.category = CategoryId{m_category->currentData().toLongLong()};
    made.area = AreaId{m_area->currentData().toLongLong()};
    made.unit = UnitId{m_unit->currentData().toLongLong()};
    made.urgency = m_urgency->currentData().toString();
    made.sort = InboxSort(m_sort->currentData().toInt());
    made.text.clear();
    made.status.clear();
    return withTyped(made, m_search->query(), m_choices);
}

bool FilterBar::hasFilters() const
{
    return !m_search->query().isEmpty() || m_category->currentIndex() > 0 || m_urgency->currentIndex() > 0 || m_area->currentIndex() > 0
        || m_unit->currentIndex() > 0;
}

void FilterBar::clear()
{
    InboxFilter none;
    none.sort = InboxSort(m_sort->currentData().toInt());
    show(none);
    Q_EMIT changed();
}

void FilterBar::hideUnits()
{
    m_unit->hide();
}

} // namespace trucban
