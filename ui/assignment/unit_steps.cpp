// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignment/unit_steps.h"

#include "ui/assignment/reason_line.h"
#include "ui/theme/theme.h"
#include "ui/widgets/trade_words.h"

#include <QComboBox>
#include <QCompleter>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace trucban {

namespace {

QVBoxLayout *columnOf(QWidget *form, const QString &question)
{
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(1));
    if (!question.isEmpty()) {
        auto *label = new QLabel(question, form);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        column->addWidget(label);
    }
    return column;
}

} // namespace

UnitSteps::UnitSteps(QWidget *parent)
    : QWidget(parent), m_back(new ReasonLine(tr("Why can your unit not handle this case?"), tr("Hand back"), this))
{
    m_onForm = makeHandOn();
    m_askForm = makeQuestion();
    m_timeForm = makeMoreTime();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    for (QWidget *form : std::initializer_list<QWidget *>{m_back, m_onForm, m_askForm, m_timeForm}) {
        column->addWidget(form);
        form->hide();
    }
    connect(m_back, &ReasonLine::given, this, [this](const QString &words) { Q_EMIT handBackWanted(m_back->code(), words); });
    connect(m_on, &ReasonLine::given, this, [this](const QString &words) {
        if (chosenUnit())
            Q_EMIT handOnWanted(chosenUnit(), m_on->code(), words);
        else
            m_unit->setFocus();
    });
    connect(m_time, &ReasonLine::given, this, [this](const QString &words) { Q_EMIT extensionWanted(m_until->dateTime().toUTC(), words); });
    for (ReasonLine *line : {m_back, m_on, m_time})
        connect(line, &ReasonLine::dropped, this, [this] { leave(); });
    hide();
}

QWidget *UnitSteps::makeHandOn()
{
    auto *form = new QWidget(this);
    auto *column = columnOf(form, tr("Which unit should have the case, and why not yours? It goes there at once, with the same deadline."));
    m_unit = new QComboBox(form);
    m_unit->setObjectName(u"handOnUnit"_s);
    m_unit->setAccessibleName(tr("Unit the case is handed on to"));
    m_unit->setEditable(true); // so that one can type to find
    m_unit->setInsertPolicy(QComboBox::NoInsert);
    m_unit->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_unit->setMinimumContentsLength(20);
    m_unit->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_unit->completer()->setFilterMode(Qt::MatchContains);
    m_unit->lineEdit()->setPlaceholderText(tr("Unit that should have the case; type to find it"));
    m_on = new ReasonLine({}, tr("Hand on"), form);
    column->addWidget(m_unit);
    column->addWidget(m_on);
    return form;
}

QWidget *UnitSteps::makeQuestion()
{
    auto *form = new QWidget(this);
    auto *column = columnOf(form, tr("What do you need to know of the citizen? The command centre asks for you; your deadline waits meanwhile."));
    m_question = new QPlainTextEdit(form);
    m_question->setObjectName(u"questionToCitizen"_s);
    m_question->setAccessibleName(tr("Question to the citizen"));
    m_question->setPlaceholderText(tr("One clear question, in words the citizen understands"));
    m_question->setTabChangesFocus(true);
    m_question->setFixedHeight(3 * Theme::lineHeight(font()) + Theme::space(3));
    auto *row = new QHBoxLayout;
    m_ask = new QPushButton(tr("Ask the citizen"), form);
    auto *drop = new QPushButton(tr("Leave it"), form);
    row->addStretch(1);
    row->addWidget(m_ask);
    row->addWidget(drop);
    column->addWidget(m_question);
    column->addLayout(row);
    connect(m_question, &QPlainTextEdit::textChanged, this, &UnitSteps::refresh);
    connect(m_ask, &QPushButton::clicked, this, [this] { Q_EMIT questionWanted(m_question->toPlainText().trimmed()); });
    connect(drop, &QPushButton::clicked, this, [this] { leave(); });
    return form;
}

QWidget *UnitSteps::makeMoreTime()
{
    auto *form = new QWidget(this);
    auto *column = columnOf(form, tr("Until when do you need time? A supervisor decides; until then the present deadline holds."));
    m_until = new QDateTimeEdit(form);
    m_until->setAccessibleName(tr("Time asked for"));
    m_until->setTimeZone(hanoiZone());
    m_until->setDisplayFormat(u"HH:mm dd/MM/yyyy"_s);
    m_until->setCalendarPopup(true);
    m_until->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_time = new ReasonLine(tr("Why is the time not enough?"), tr("Ask for more time"), form);
    column->addWidget(m_until);
    column->addWidget(m_time);
    return form;
}

void UnitSteps::setDirectory(const UnitDirectory &directory)
{
    m_directory = directory;
    m_back->setChoices(directory.reasons);
    m_on->setChoices(directory.reasons);
    fillUnits();
}

void UnitSteps::fillUnits()
{
    const UnitId before = chosenUnit();
    m_unit->clear();
    for (const UnitEntry &unit : std::as_const(m_directory.units)) {
        if (unit.valid && !unit.external && unit.id != m_mine.unit)
            m_unit->addItem(tradeWords::inLanguage(unit.name, unit.nameEn), unit.id.value);
    }
    m_unit->setCurrentIndex(m_unit->findData(before.value));
    if (m_unit->currentIndex() < 0)
        m_unit->clearEditText();
}

UnitId UnitSteps::chosenUnit() const
{
    const int at = m_unit->findText(m_unit->currentText());
    return at < 0 ? UnitId{} : UnitId{m_unit->itemData(at).toLongLong()};
}

void UnitSteps::setAssignment(const AssignmentEntry &mine, const QDateTime &now)
{
    const bool other = mine.id != m_mine.id;
    m_mine = mine;
    const QDateTime least = std::max(mine.dueAt.isValid() ? mine.dueAt : now, now).toTimeZone(hanoiZone());
    if (other || m_until->dateTime() <= least)
        m_until->setDateTime(QDateTime(least.date().addDays(3), QTime(17, 0), hanoiZone()));
    if (other) {
        leave(true);
        fillUnits();
    }
    if (!mine.isOpen())
        leave();
}

void UnitSteps::begin(Step step)
{
    m_step = step;
    m_back->setVisible(step == HandBack);
    m_onForm->setVisible(step == HandOn);
    m_askForm->setVisible(step == AskCitizen);
    m_timeForm->setVisible(step == MoreTime);
    setVisible(step != None);
    refresh();
    switch (step) {
    case HandBack: m_back->begin(); break;
    case HandOn: m_unit->setFocus(); break;
    case AskCitizen: m_question->setFocus(); break;
    case MoreTime: m_until->setFocus(); break;
    case None: break;
    }
}

void UnitSteps::leave(bool forget)
{
    begin(None);
    if (!forget)
        return;
    for (ReasonLine *line : {m_back, m_on, m_time})
        line->clear();
    m_question->clear();
    m_unit->setCurrentIndex(-1);
    m_unit->clearEditText();
}

void UnitSteps::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_step != None)
        leave();
    else
        QWidget::keyPressEvent(event);
}

void UnitSteps::refresh()
{
    m_ask->setEnabled(!m_question->toPlainText().trimmed().isEmpty());
}

} // namespace trucban
