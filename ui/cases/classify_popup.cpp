// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/classify_popup.h"

#include "ui/theme/theme.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/trade_words.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

namespace trucban {

namespace {
const QStringList &urgencies()
{
    static const QStringList all{u"emergency"_s, u"high"_s, u"medium"_s, u"low"_s};
    return all;
}

QString nameOf(const CategoryEntry &entry)
{
    return QLocale().language() == QLocale::English && !entry.nameEn.isEmpty() ? entry.nameEn : entry.name;
}
} // namespace

ClassifyPopup::ClassifyPopup(const CaseReference &reference, const CaseRow &subject, QWidget *parent)
    : QDialog(parent), m_reference(reference), m_search(new QLineEdit(this)), m_tree(new QTreeWidget(this)), m_urgency(new QButtonGroup(this)), m_track(new QComboBox(this)), m_area(new QComboBox(this)),
      m_aboutLabel(new QLabel(tr("Complaint about"), this)), m_about(new QComboBox(this))
{
    setWindowTitle(tr("Classify case %1").arg(subject.number));
    setModal(true);
    auto *form = new QFormLayout(this);
    m_search->setPlaceholderText(tr("Find a category, with or without marks"));
    m_search->setAccessibleName(tr("Find a category"));
    m_tree->setHeaderHidden(true);
    m_tree->setAccessibleName(tr("Category"));
    m_tree->setMinimumSize(Theme::space(110), Theme::space(56));
    form->addRow(m_search);
    form->addRow(m_tree);
    auto *row = new QHBoxLayout;
    for (int i = 0; i < urgencies().size(); ++i) {
        auto *button = new QRadioButton(tradeWords::urgency(urgencies().at(i)), this);
        m_urgency->addButton(button, i);
        row->addWidget(button);
    }
    row->addStretch(1);
    form->addRow(tr("Urgency"), row);
    //: empty choice of the legal track
    m_track->addItem(tr("None yet"), QString());
    for (const NamedRow &track : m_reference.tracks)
        m_track->addItem(tradeWords::inLanguage(track.name, track.other), track.code);
    m_track->setCurrentIndex(qMax(0, m_track->findData(subject.track)));
    m_track->setAccessibleName(tr("Legal track; the deadlines follow it"));
    m_track->setToolTip(m_track->accessibleName());
    form->addRow(tr("Legal track"), m_track);
    fillNamed(m_area, m_reference.areas, tr("Not known"), subject.areaId.value);
    m_area->setAccessibleName(tr("Area"));
    form->addRow(tr("Area"), m_area);
    fillNamed(m_about, m_reference.units, tr("No unit"), subject.aboutUnit.value);
    m_about->setAccessibleName(tr("Unit complained of; it will not see the case"));
    form->addRow(m_aboutLabel, m_about);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setText(tr("Classify"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT classified(chosen());
        accept();
    });
    connect(m_search, &QLineEdit::textChanged, this, &ClassifyPopup::narrow);
    connect(m_search, &QLineEdit::returnPressed, m_tree, qOverload<>(&QWidget::setFocus));
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &ClassifyPopup::refresh);
    fillTree();
    choose(subject.category, subject.urgency.isEmpty() ? u"medium"_s : subject.urgency);
    m_search->setFocus();
}

void ClassifyPopup::fillTree()
{
    QHash<CategoryId, QTreeWidgetItem *> made;
    for (int round = 0; round < 4 && made.size() < m_reference.categories.size(); ++round) { // parents may come after their children
        for (const CategoryEntry &entry : m_reference.categories) {
            if (made.contains(entry.id) || (entry.parent && !made.contains(entry.parent)))
                continue;
            auto *item = entry.parent ? new QTreeWidgetItem(made.value(entry.parent)) : new QTreeWidgetItem(m_tree);
            item->setText(0, nameOf(entry));
            item->setToolTip(0, entry.code);
            item->setData(0, Qt::UserRole, entry.code);
            item->setData(0, Qt::UserRole + 1, entry.needsWall);
            made.insert(entry.id, item);
        }
    }
    m_tree->expandAll();
}

void ClassifyPopup::fillNamed(QComboBox *box, const QList<NamedRow> &rows, const QString &none, qint64 current)
{
    box->addItem(none, 0);
    for (const NamedRow &row : rows)
        box->addItem(row.name, row.id);
    box->setCurrentIndex(qMax(0, box->findData(current)));
    box->setEditable(true); // so that one can type to find
    box->setInsertPolicy(QComboBox::NoInsert);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->completer()->setFilterMode(Qt::MatchContains);
}

QTreeWidgetItem *ClassifyPopup::itemOf(const QString &category) const
{
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it) {
        if ((*it)->data(0, Qt::UserRole).toString() == category)
            return *it;
    }
    return nullptr;
}

void ClassifyPopup::choose(const QString &category, const QString &urgency)
{
    m_tree->setCurrentItem(itemOf(category));
    if (auto *button = m_urgency->button(int(urgencies().indexOf(urgency))))
        button->setChecked(true);
    refresh();
}

void ClassifyPopup::propose(const QJsonObject &proposal)
{
    const QString category = proposal[u"category"].toString(), urgency = proposal[u"urgency"].toString(), track = proposal[u"track"].toString();
    choose(category.isEmpty() ? chosen().category : category, urgency.isEmpty() ? chosen().urgency : urgency);
    if (const int at = m_track->findData(track); !track.isEmpty() && at >= 0)
        m_track->setCurrentIndex(at);
}

void ClassifyPopup::narrow(const QString &typed)
{
    const QString wanted = paint::plain(typed.normalized(QString::NormalizationForm_C));
    QTreeWidgetItem *first = nullptr;
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it) {
        const bool fits = wanted.isEmpty() || paint::plain((*it)->text(0)).contains(wanted) || (*it)->toolTip(0).toLower().contains(wanted);
        (*it)->setHidden(!fits);
        if (fits && !first)
            first = *it;
        for (auto *parent = (*it)->parent(); fits && parent; parent = parent->parent())
            parent->setHidden(false);
    }
    if (!wanted.isEmpty() && first)
        m_tree->setCurrentItem(first);
}

Classification ClassifyPopup::chosen() const
{
    const auto *item = m_tree->currentItem();
    const bool wall = item && item->data(0, Qt::UserRole + 1).toBool();
    return {item ? item->data(0, Qt::UserRole).toString() : QString(), urgencies().value(m_urgency->checkedId()), AreaId{m_area->currentData().toLongLong()},
            wall ? UnitId{m_about->currentData().toLongLong()} : UnitId{}, m_track->currentIndex() > 0 ? m_track->currentData().toString() : u""_s};
}

void ClassifyPopup::refresh()
{
    const auto *item = m_tree->currentItem();
    const bool wall = item && item->data(0, Qt::UserRole + 1).toBool();
    m_aboutLabel->setVisible(wall);
    m_about->setVisible(wall);
    if (m_ok)
        m_ok->setEnabled(item);
}

} // namespace trucban
