// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignment/due_edit.h"

#include "ui/assignment/assignment_words.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>

namespace trucban {

namespace {

constexpr std::pair<int, Term::Unit> quickTerms[] = {{4, Term::Hours},       {24, Term::Hours},      {3, Term::WorkingDays},
                                                     {7, Term::WorkingDays}, {10, Term::WorkingDays}, {20, Term::Days}};
constexpr int byRule = -1;
constexpr int own = -2;

QStringView wordOf(Term::Unit unit)
{
    switch (unit) {
    case Term::Minutes: return u"minutes";
    case Term::Hours: return u"hours";
    case Term::Days: return u"days";
    case Term::WorkingDays: return u"working_days";
    case Term::Months: return u"months";
    }
    return {};
}

} // namespace

DueEdit::DueEdit(QWidget *parent)
    : QWidget(parent), m_terms(new QComboBox(this)), m_date(new QDateTimeEdit(this)), m_words(new QuietLabel({}, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(1));
    auto *row = new QHBoxLayout;
    row->addWidget(m_terms, 1);
    row->addWidget(m_date, 1);
    column->addLayout(row);
    column->addWidget(m_words);
    m_words->setWordWrap(true);
    m_terms->setAccessibleName(tr("Term of the answer"));
    m_terms->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_terms->setMinimumContentsLength(8);
    m_date->setAccessibleName(tr("Deadline of the answer"));
    m_date->setTimeZone(hanoiZone());
    m_date->setDisplayFormat(u"HH:mm dd/MM/yyyy"_s);
    m_date->setCalendarPopup(true);
    connect(m_terms, &QComboBox::activated, this, &DueEdit::choose);
    connect(m_date, &QDateTimeEdit::dateTimeChanged, this, [this] {
        if (m_filling)
            return;
        m_terms->setCurrentIndex(m_terms->findData(own));
        refresh();
        Q_EMIT changed();
    });
}

void DueEdit::setCase(const AssignmentCase &subject, const WorkCalendar &calendar)
{
    const bool sameRule = m_subject.id == subject.id && m_subject.ruleAmount == subject.ruleAmount && m_subject.ruleUnit == subject.ruleUnit;
    m_subject = subject;
    m_calendar = calendar;
    if (!sameRule) {
        m_terms->clear();
        if (subject.ruleAmount > 0)
            m_terms->addItem(tr("By the rule: %1").arg(assignmentWords::term(subject.ruleAmount, subject.ruleUnit)), byRule);
        for (int i = 0; i < int(std::size(quickTerms)); ++i)
            m_terms->addItem(assignmentWords::term(quickTerms[i].first, wordOf(quickTerms[i].second)), i);
        m_terms->addItem(tr("Another moment"), own);
        m_terms->setCurrentIndex(0);
    }
    if (m_terms->currentData().toInt() == own)
        refresh();
    else
        choose();
}

QDateTime DueEdit::chosen() const
{
    return m_terms->currentData().toInt() == byRule ? QDateTime() : shown();
}

QDateTime DueEdit::shown() const
{
    return m_terms->currentData().toInt() == byRule ? m_subject.ruleDue : m_date->dateTime();
}

QString DueEdit::words() const
{
    return m_words->text();
}

void DueEdit::setOwn(const QDateTime &due)
{
    m_terms->setCurrentIndex(m_terms->findData(own));
    m_filling = true;
    m_date->setDateTime(due.toTimeZone(hanoiZone()));
    m_filling = false;
    refresh();
    Q_EMIT changed();
}

void DueEdit::choose()
{
    const int which = m_terms->currentData().toInt();
    QDateTime due = m_subject.ruleDue;
    if (which >= 0)
        due = termEnd(m_subject.now, {quickTerms[which].first, quickTerms[which].second}, m_calendar);
    if (which != own && due.isValid()) {
        m_filling = true;
        m_date->setDateTime(due.toTimeZone(hanoiZone()));
        m_filling = false;
    }
    if (which == own)
        m_date->setFocus();
    refresh();
    Q_EMIT changed();
}

void DueEdit::refresh()
{
    m_words->setText(assignmentWords::until(shown(), m_subject.now, m_calendar));
}

} // namespace trucban
