// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignment/unit_matters.h"

#include "ui/assignment/assignment_words.h"
#include "ui/widgets/clock_text.h"
#include "ui/widgets/labels.h"

#include <QFrame>
#include <QPushButton>
#include <QVBoxLayout>

namespace trucban {

UnitMatters::UnitMatters(QWidget *parent)
    : QWidget(parent), m_column(new QVBoxLayout(this))
{
    setAccessibleName(tr("Reminders, questions and more time"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Theme::space(1));
}

void UnitMatters::show(const AssignmentEntry &mine, const QList<UnitQuestion> &questions, const QList<UnitExtension> &extensions, const QDateTime &now)
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    m_openQuestion = 0;
    if (const QString reminded = assignmentWords::reminded(mine, now); !reminded.isEmpty() && mine.isOpen())
        add(tr("The command centre reminds you"), tr("reminder"), Meaning::Soon, mine.reminder.isEmpty() ? reminded : reminded + u'\n' + mine.reminder);
    for (const UnitQuestion &question : questions) {
        if (question.assignment != mine.id)
            continue;
        QString words = question.text;
        if (!question.reason.isEmpty())
            words += u'\n' + tr("The command centre: %1").arg(question.reason);
        QVBoxLayout *box = add(tr("Question to the citizen, %1").arg(clockText::ago(question.askedAt, now)), assignmentWords::questionState(question.state),
                               assignmentWords::questionMeaning(question.state), words);
        if (!question.isOpen())
            continue;
        m_openQuestion = question.id;
        auto *back = new QPushButton(tr("Take the question back"), this);
        back->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        connect(back, &QPushButton::clicked, this, [this, id = question.id] { Q_EMIT withdrawWanted(id); });
        box->addWidget(back);
    }
    for (const UnitExtension &wish : extensions) {
        if (wish.assignment != mine.id)
            continue;
        QString words = wish.grantedUntil.isValid() ? tr("Granted until %1 by %2.").arg(assignmentWords::moment(wish.grantedUntil), wish.decidedBy)
                                                    : tr("Asked for until %1: %2").arg(assignmentWords::moment(wish.wantedUntil), wish.reason);
        if (!wish.decision.isEmpty())
            words += u'\n' + tr("The command centre: %1").arg(wish.decision);
        add(tr("More time, %1").arg(clockText::ago(wish.askedAt, now)), assignmentWords::extensionState(wish.state), assignmentWords::extensionMeaning(wish.state), words);
    }
    setVisible(m_column->count() > 0);
}

QVBoxLayout *UnitMatters::add(const QString &title, const QString &state, Meaning meaning, const QString &words)
{
    auto *box = new QFrame(this);
    box->setFrameShape(QFrame::StyledPanel);
    box->setAccessibleName(tr("%1, %2").arg(title, state));
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(Theme::space(2), Theme::space(1), Theme::space(2), Theme::space(1));
    column->setSpacing(Theme::space(1));
    auto *row = new QHBoxLayout;
    auto *head = new ElidedLabel(title, box);
    head->setFont(Theme::bold());
    auto *chip = new Chip(box);
    chip->say(state, meaning);
    row->addWidget(head, 1);
    row->addWidget(chip);
    column->addLayout(row);
    if (!words.isEmpty()) {
        auto *label = new QLabel(words, box);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        column->addWidget(label);
    }
    m_column->addWidget(box);
    return column;
}

} // namespace trucban
