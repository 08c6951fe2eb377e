// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignment/reason_line.h"

#include "ui/theme/theme.h"
#include "ui/widgets/trade_words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace trucban {

ReasonLine::ReasonLine(const QString &question, const QString &verb, QWidget *parent)
    : QWidget(parent), m_choices(new QComboBox(this)), m_field(new QLineEdit(this)), m_do(new QPushButton(verb, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(1));
    auto *label = new QLabel(question, this);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setVisible(!question.isEmpty());
    auto *row = new QHBoxLayout;
    auto *drop = new QPushButton(tr("Leave it"), this);
    m_choices->setAccessibleName(tr("Reason"));
    m_choices->hide();
    m_field->setAccessibleName(tr("Reason in words"));
    m_field->setPlaceholderText(tr("Reason in words"));
    row->addWidget(m_field, 1);
    row->addWidget(m_do);
    row->addWidget(drop);
    column->addWidget(label);
    column->addWidget(m_choices);
    column->addLayout(row);
    connect(m_field, &QLineEdit::textChanged, this, &ReasonLine::refresh);
    connect(m_field, &QLineEdit::textEdited, this, &ReasonLine::edited);
    connect(m_field, &QLineEdit::returnPressed, m_do, &QPushButton::click);
    connect(m_choices, &QComboBox::currentIndexChanged, this, &ReasonLine::refresh);
    connect(m_do, &QPushButton::clicked, this, [this] { Q_EMIT given(words()); });
    connect(drop, &QPushButton::clicked, this, &ReasonLine::dropped);
    refresh();
}

void ReasonLine::setChoices(const QList<UnitReason> &choices)
{
    const QString before = code();
    m_entries = choices;
    m_choices->clear();
    m_choices->addItem(tr("Choose a reason…"));
    for (const UnitReason &reason : choices)
        m_choices->addItem(tradeWords::inLanguage(reason.name, reason.nameEn), reason.code);
    m_choices->setCurrentIndex(std::max(0, m_choices->findData(before)));
    m_choices->setVisible(!choices.isEmpty());
    refresh();
}

void ReasonLine::setOptional(const QString &placeholder)
{
    m_optional = true;
    m_field->setPlaceholderText(placeholder);
    refresh();
}

QString ReasonLine::code() const
{
    return m_choices->currentIndex() > 0 ? m_choices->currentData().toString() : QString();
}

bool ReasonLine::isEnough() const
{
    const bool said = !words().isEmpty();
    if (m_entries.isEmpty())
        return said || m_optional;
    return m_choices->currentIndex() > 0 && (said || !m_entries.at(m_choices->currentIndex() - 1).needsText);
}

QString ReasonLine::words() const
{
    return m_field->text().trimmed();
}

void ReasonLine::setWords(const QString &words)
{
    m_field->setText(words);
}

void ReasonLine::begin()
{
    if (m_choices->isVisibleTo(this))
        m_choices->setFocus();
    else
        m_field->setFocus();
}

void ReasonLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT dropped();
    else
        QWidget::keyPressEvent(event);
}

void ReasonLine::clear()
{
    m_choices->setCurrentIndex(0);
    m_field->clear();
}

void ReasonLine::refresh()
{
    if (!m_entries.isEmpty()) {
        const bool needed = m_choices->currentIndex() > 0 && m_entries.at(m_choices->currentIndex() - 1).needsText;
        m_field->setPlaceholderText(needed ? tr("Say it in a few words; this reason needs them") : tr("More words, if they help"));
    }
    m_do->setEnabled(isEnough());
    Q_EMIT changed();
}

} // namespace trucban
