// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/side_lists.h"

#include "ui/cases/case_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/clock_text.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/trade_words.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace trucban {

NotesPanel::NotesPanel(QWidget *parent)
    : QWidget(parent), m_none(new QuietLabel(tr("No notes yet. Notes are for colleagues of the centre; units and the citizen never see them."), this)),
      m_list(new QListWidget(this)), m_field(new QLineEdit(this))
{
    auto *column = new QVBoxLayout(this);
    m_none->setWordWrap(true);
    m_list->setWordWrap(true);
    m_list->setAccessibleName(tr("Notes"));
    m_field->setPlaceholderText(tr("A note for colleagues; Enter keeps it"));
    m_field->setAccessibleName(tr("New note"));
    column->addWidget(m_none);
    column->addWidget(m_list, 1);
    column->addStretch(0);
    column->addWidget(m_field);
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        if (!m_field->text().trimmed().isEmpty())
            Q_EMIT noteWanted(m_field->text().trimmed());
    });
}

void NotesPanel::begin()
{
    m_field->clear();
    show({});
}

void NotesPanel::show(const QList<CaseNote> &notes)
{
    m_none->setVisible(notes.isEmpty());
    m_list->setVisible(!notes.isEmpty());
    m_list->clear();
    for (const CaseNote &note : notes)
        m_list->addItem(tr("%1, %2\n%3", "who, when, note").arg(note.person, clockText::exact(note.at), note.text));
    m_list->scrollToBottom();
}

void NotesPanel::kept()
{
    m_field->clear();
}

void NotesPanel::focusField()
{
    m_field->setFocus();
}

void NotesPanel::add(const QString &text)
{
    m_field->setText(text);
    Q_EMIT m_field->returnPressed();
}

HistoryPanel::HistoryPanel(QWidget *parent) : QWidget(parent), m_tree(new QTreeWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tree);
    m_tree->setRootIsDecorated(false);
    m_tree->setHeaderLabels({tr("When"), tr("Step"), tr("State after")});
    m_tree->setAccessibleName(tr("Every step of the case"));
    m_tree->setWordWrap(true);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_tree->header()->setStretchLastSection(false);
}

void HistoryPanel::show(const QList<CaseStep> &steps)
{
    m_tree->clear();
    for (const CaseStep &step : steps) {
        auto *item = new QTreeWidgetItem(m_tree, {clockText::exact(step.at), caseWords::step(step), tradeWords::status(step.to)});
        item->setToolTip(1, tr("Revision %1").arg(step.revision.value));
        item->setFont(0, Theme::tabular(TextSize::Small));
    }
    for (int column : {0, 2})
        m_tree->resizeColumnToContents(column);
    m_tree->scrollToBottom();
}

int HistoryPanel::count() const
{
    return m_tree->topLevelItemCount();
}

} // namespace trucban
