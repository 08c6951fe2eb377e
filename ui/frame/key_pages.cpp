// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/key_pages.h"

#include "ui/frame/action_registry.h"
#include "ui/frame/fuzzy.h"
#include "ui/frame/place.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace trucban {

namespace {

QString keyWords(const QList<QKeySequence> &keys)
{
    return QKeySequence::listToString(keys, QKeySequence::NativeText);
}

QTreeWidget *keyTree(const QStringList &headers, QWidget *parent)
{
    auto *tree = new QTreeWidget(parent);
    tree->setHeaderLabels(headers);
    tree->setRootIsDecorated(false);
    tree->setUniformRowHeights(true);
    tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    return tree;
}

} // namespace

KeyPage::KeyPage(const ActionRegistry &actions, const Place *place, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"keyPage"_s);
    setWindowTitle(place ? tr("Keys in %1").arg(place->title()) : tr("Keys"));
    auto *tree = keyTree({tr("What it does"), tr("Keys")}, this);
    tree->setAccessibleName(windowTitle());
    tree->setSelectionMode(QAbstractItemView::NoSelection);
    for (const bool here : {true, false}) {
        auto *group = new QTreeWidgetItem({here ? windowTitle() : tr("Everywhere")});
        group->setFont(0, Theme::bold());
        for (const auto *entry : actions.entries()) {
            const bool local = place && entry->place == place->id();
            const QString keys = keyWords(actions.keys(entry->id));
            if (local == here && (local || entry->place.isEmpty()) && !keys.isEmpty())
                group->addChild(new QTreeWidgetItem({ActionRegistry::plainText(entry->action), keys}));
        }
        if (group->childCount() == 0) {
            delete group;
            continue;
        }
        tree->addTopLevelItem(group);
        group->setExpanded(true);
    }
    auto *close = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *change = close->addButton(tr("Change keys…"), QDialogButtonBox::ActionRole);
    connect(change, &QPushButton::clicked, this, [this] { done(2); });
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(tree);
    column->addWidget(close);
    resize(Theme::space(120), Theme::space(120));
}

ShortcutPage::ShortcutPage(ActionRegistry &actions, QWidget *parent)
    : QDialog(parent), m_actions(actions), m_filter(new QLineEdit(this)), m_tree(keyTree({tr("What it does"), tr("Keys")}, this)),
      m_keys(new QKeySequenceEdit(this)), m_assign(new QPushButton(tr("Assign"), this)), m_reset(new QPushButton(tr("As delivered"), this)),
      m_note(new QLabel(this))
{
    setObjectName(u"shortcutPage"_s);
    setWindowTitle(tr("Change keys"));
    m_filter->setPlaceholderText(tr("Find an action"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_tree->setAccessibleName(tr("Actions and their keys"));
    m_keys->setAccessibleName(tr("New keys for the chosen action"));
    m_keys->setMaximumSequenceLength(1);
    m_note->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_keys, 1);
    row->addWidget(m_assign);
    row->addWidget(m_reset);
    auto *close = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *all = close->addButton(tr("Reset all keys"), QDialogButtonBox::ResetRole);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_filter);
    column->addWidget(m_tree, 1);
    column->addLayout(row);
    column->addWidget(m_note);
    column->addWidget(close);
    connect(m_filter, &QLineEdit::textChanged, this, &ShortcutPage::fill);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &ShortcutPage::showCurrent);
    connect(m_assign, &QPushButton::clicked, this, &ShortcutPage::assign);
    connect(m_reset, &QPushButton::clicked, this, [this] { m_actions.resetKeys(currentId()); });
    connect(all, &QPushButton::clicked, &m_actions, &ActionRegistry::resetAllKeys);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_actions, &ActionRegistry::changed, this, &ShortcutPage::fill);
    fill();
    resize(Theme::space(130), Theme::space(130));
}

void ShortcutPage::fill()
{
    const QString kept = currentId();
    m_tree->clear();
    for (const auto *entry : m_actions.entries()) {
        const QString words = ActionRegistry::plainText(entry->action);
        if (words.isEmpty() || fuzzyScore(m_filter->text(), words) < 0)
            continue;
        auto *item = new QTreeWidgetItem({words, keyWords(m_actions.keys(entry->id))});
        item->setData(0, Qt::UserRole, entry->id);
        item->setIcon(0, entry->action->icon());
        m_tree->addTopLevelItem(item);
        if (entry->id == kept)
            m_tree->setCurrentItem(item);
    }
    if (!m_tree->currentItem())
        m_tree->setCurrentItem(m_tree->topLevelItem(0));
    showCurrent();
}

void ShortcutPage::showCurrent()
{
    const auto keys = m_actions.keys(currentId());
    m_keys->setKeySequence(keys.isEmpty() ? QKeySequence() : keys.first());
    m_note->clear();
    m_assign->setEnabled(!currentId().isEmpty());
    m_reset->setEnabled(!currentId().isEmpty());
}

void ShortcutPage::assign()
{
    const QString id = currentId();
    const QKeySequence wanted = m_keys->keySequence();
    if (!wanted.isEmpty()) {
        if (const auto *other = m_actions.conflict(id, wanted)) {
            m_note->setText(tr("%1 already belongs to “%2”. Nothing was changed; choose other keys.")
                                .arg(wanted.toString(QKeySequence::NativeText), ActionRegistry::plainText(other->action)));
            return;
        }
    }
    m_actions.setKeys(id, wanted.isEmpty() ? QList<QKeySequence>() : QList{wanted});
}

QString ShortcutPage::currentId() const
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    return item ? item->data(0, Qt::UserRole).toString() : QString();
}

} // namespace trucban
