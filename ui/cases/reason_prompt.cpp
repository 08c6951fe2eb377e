// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/reason_prompt.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace trucban {

ReasonPrompt::ReasonPrompt(QWidget *parent) : QFrame(parent), m_sentence(new QLabel(this)), m_number(new QLineEdit(this)), m_reason(new QLineEdit(this)), m_ok(new QPushButton(this))
{
    setFrameShape(QFrame::StyledPanel);
    auto *column = new QVBoxLayout(this);
    m_sentence->setWordWrap(true);
    m_number->setPlaceholderText(tr("Number of the other case, for example 26-004217"));
    m_number->setAccessibleName(tr("Number of the other case"));
    m_reason->setPlaceholderText(tr("Reason; it goes into the record"));
    m_reason->setAccessibleName(tr("Reason"));
    auto *row = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("Cancel"), this);
    row->addWidget(m_number, 1);
    row->addWidget(m_reason, 2);
    row->addWidget(m_ok);
    row->addWidget(cancel);
    column->addWidget(m_sentence);
    column->addLayout(row);
    connect(m_ok, &QPushButton::clicked, this, &ReasonPrompt::accept);
    connect(cancel, &QPushButton::clicked, this, &ReasonPrompt::leave);
    for (QLineEdit *field : {m_number, m_reason}) {
        connect(field, &QLineEdit::textChanged, this, &ReasonPrompt::refresh);
        connect(field, &QLineEdit::returnPressed, this, &ReasonPrompt::accept);
    }
    hide();
}

void ReasonPrompt::ask(const Question &question, Answer answer)
{
    m_answer = std::move(answer);
    m_needsReason = question.needsReason;
    m_sentence->setText(question.sentence);
    m_ok->setText(question.verb);
    m_number->setVisible(question.asksNumber);
    m_number->clear();
    m_reason->clear();
    show();
    (question.asksNumber ? m_number : m_reason)->setFocus();
    refresh();
}

void ReasonPrompt::put(const QString &reason, const QString &number)
{
    m_reason->setText(reason);
    m_number->setText(number);
}

void ReasonPrompt::refresh()
{
    m_ok->setEnabled((!m_needsReason || !m_reason->text().trimmed().isEmpty()) && (m_number->isHidden() || !m_number->text().trimmed().isEmpty()));
}

void ReasonPrompt::accept()
{
    if (!m_ok->isEnabled() || !m_answer)
        return;
    const Answer answer = std::exchange(m_answer, {});
    hide();
    answer(m_reason->text().trimmed(), m_number->text().trimmed());
}

void ReasonPrompt::leave()
{
    m_answer = {};
    hide();
}

void ReasonPrompt::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QFrame::keyPressEvent(event);
}

} // namespace trucban
