// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignment/forward_form.h"

#include "ui/assignment/assignment_words.h"
#include "ui/assignment/due_edit.h"
#include "ui/assignment/slip_text.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QJsonArray>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace trucban {

namespace {

QLabel *heading(const QString &words, QWidget *parent)
{
    auto *label = new QLabel(words, parent);
    label->setFont(Theme::bold());
    label->setTextFormat(Qt::PlainText);
    return label;
}

int linesHigh(const QWidget *edit, int lines)
{
    return lines * Theme::lineHeight(edit->font()) + Theme::space(3);
}

} // namespace

ForwardForm::ForwardForm(QString officer, QWidget *parent)
    : QWidget(parent), m_officer(std::move(officer)), m_units(new PickedUnits(this)), m_due(new DueEdit(this)), m_templates(new QComboBox(this)),
      m_instruction(new QPlainTextEdit(this)), m_slip(new QPlainTextEdit(this)), m_forward(new QPushButton(tr("&Forward"), this))
{
    m_templates->setAccessibleName(tr("Template of the instruction"));
    m_templates->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_templates->setMinimumContentsLength(10);
    m_instruction->setAccessibleName(tr("Instruction to the units"));
    m_instruction->setPlaceholderText(tr("What the units are asked to do"));
    m_instruction->setTabChangesFocus(true);
    m_instruction->setFixedHeight(linesHigh(m_instruction, 3));
    m_slip->setAccessibleName(tr("The slip as the units will read it"));
    m_slip->setReadOnly(true);
    m_slip->setTabChangesFocus(true);
    m_slip->setMinimumHeight(linesHigh(m_slip, 6));
    m_forward->setDefault(true);
    m_forward->setToolTip(tr("Sends the case to the chosen units (Ctrl+Enter)"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(1));
    column->addWidget(heading(tr("Units"), this));
    column->addWidget(m_units);
    column->addWidget(heading(tr("Answer due"), this));
    column->addWidget(m_due);
    column->addWidget(heading(tr("Instruction"), this));
    column->addWidget(m_templates);
    column->addWidget(m_instruction);
    column->addWidget(m_forward, 0, Qt::AlignRight);
    column->addWidget(heading(tr("The slip as it will read"), this));
    column->addWidget(m_slip, 1);
    connect(m_units, &PickedUnits::changed, this, &ForwardForm::refresh);
    connect(m_due, &DueEdit::changed, this, &ForwardForm::refresh);
    connect(m_instruction, &QPlainTextEdit::textChanged, this, &ForwardForm::refresh);
    connect(m_templates, &QComboBox::activated, this, [this](int index) {
        if (index > 0)
            m_instruction->setPlainText(m_templates->itemData(index).toString());
        m_instruction->setFocus();
    });
    connect(m_forward, &QPushButton::clicked, this, &ForwardForm::forwardWanted);
}

void ForwardForm::setDirectory(const UnitDirectory &directory)
{
    m_directory = directory;
    m_templates->clear();
    m_templates->addItem(directory.templates.isEmpty() ? tr("No templates yet") : tr("Choose a template…"));
    for (const InstructionTemplate &one : directory.templates)
        m_templates->addItem(one.name, one.body);
    m_templates->setEnabled(!directory.templates.isEmpty());
}

void ForwardForm::setCase(const AssignmentCase &subject)
{
    m_subject = subject;
    m_due->setCase(subject, m_directory.calendar);
    refresh();
}

void ForwardForm::setDue(const QDateTime &due)
{
    m_due->setOwn(due);
}

QDateTime ForwardForm::dueAt() const
{
    return m_due->chosen();
}

namespace {

SlipFacts factsOf(const AssignmentCase &subject, const PickedUnits &units, const QDateTime &due, const QString &instruction, const QString &officer)
{
    SlipFacts facts{.subject = subject, .dueAt = due, .instruction = instruction, .officer = officer, .now = subject.now};
    for (const PickedUnits::Pick &pick : units.picks()) {
        if (pick.lead)
            facts.leadUnit = pick.name;
        else
            facts.coUnits.append(pick.name);
    }
    return facts;
}

} // namespace

QString ForwardForm::instruction() const
{
    return filledInstruction(m_instruction->toPlainText(), factsOf(m_subject, *m_units, m_due->shown(), {}, m_officer)).trimmed();
}

QString ForwardForm::openVariable() const
{
    static const QRegularExpression variable(u"\\{\\{(.*?)\\}\\}"_s);
    return variable.match(instruction()).captured(1);
}

QString ForwardForm::slip() const
{
    return m_slip->toPlainText();
}

void ForwardForm::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
}

void ForwardForm::clear()
{
    m_units->setPicks({});
    m_instruction->clear();
    m_templates->setCurrentIndex(0);
}

QJsonObject ForwardForm::draft() const
{
    if (m_units->picks().isEmpty() && m_instruction->toPlainText().isEmpty())
        return {};
    QJsonArray units;
    for (const PickedUnits::Pick &pick : m_units->picks())
        units.append(QJsonObject{{u"unit"_s, pick.unit.value}, {u"lead"_s, pick.lead}});
    return {{u"units"_s, units}, {u"instruction"_s, m_instruction->toPlainText()}, {u"due"_s, m_due->chosen().toString(Qt::ISODate)}};
}

void ForwardForm::setDraft(const QJsonObject &draft)
{
    QList<PickedUnits::Pick> picks;
    for (const QJsonValue &value : draft[u"units"].toArray()) {
        if (const UnitEntry *unit = m_directory.unit(UnitId{value[u"unit"].toInteger()}))
            picks.append({unit->id, unit->name, unit->code, value[u"lead"].toBool()});
    }
    m_units->setPicks(picks);
    m_instruction->setPlainText(draft[u"instruction"].toString());
    if (const QDateTime due = QDateTime::fromString(draft[u"due"].toString(), Qt::ISODate); due.isValid())
        m_due->setOwn(due);
}

void ForwardForm::refresh()
{
    m_forward->setEnabled(!m_busy && m_subject.id && !m_units->picks().isEmpty());
    m_slip->setPlainText(m_subject.id ? slipText(factsOf(m_subject, *m_units, m_due->shown(), m_instruction->toPlainText(), m_officer)) : QString());
    Q_EMIT edited();
}

} // namespace trucban
