// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignment/matter_lines.h"

#include "domain/deadlines.h"
#include "ui/theme/theme.h"

#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace trucban {

namespace {

QVBoxLayout *columnOf(QWidget *line, const QString &question)
{
    auto *column = new QVBoxLayout(line);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(1));
    auto *label = new QLabel(question, line);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    column->addWidget(label);
    return column;
}

} // namespace

WordsLine::WordsLine(const QString &question, const QString &words, const QString &verb, QWidget *parent)
    : QWidget(parent), m_text(new QPlainTextEdit(words, this)), m_do(new QPushButton(verb, this))
{
    auto *column = columnOf(this, question);
    m_text->setAccessibleName(question);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(3 * Theme::lineHeight(font()) + Theme::space(3));
    auto *row = new QHBoxLayout;
    auto *drop = new QPushButton(tr("Leave it"), this);
    row->addStretch(1);
    row->addWidget(m_do);
    row->addWidget(drop);
    column->addWidget(m_text);
    column->addLayout(row);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_do->setEnabled(!this->words().isEmpty());
        Q_EMIT edited(m_text->toPlainText());
    });
    connect(m_do, &QPushButton::clicked, this, [this] { Q_EMIT given(this->words()); });
    connect(drop, &QPushButton::clicked, this, &WordsLine::dropped);
}

QString WordsLine::words() const
{
    return m_text->toPlainText().trimmed();
}

void WordsLine::setWords(const QString &words)
{
    m_text->setPlainText(words);
}

void WordsLine::begin()
{
    m_text->setFocus();
}

void WordsLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT dropped();
    else
        QWidget::keyPressEvent(event);
}

MomentLine::MomentLine(const QString &question, const QDateTime &moment, const QString &verb, QWidget *parent)
    : QWidget(parent), m_moment(new QDateTimeEdit(this)), m_words(new QLineEdit(this))
{
    auto *column = columnOf(this, question);
    m_moment->setAccessibleName(question);
    m_moment->setTimeZone(hanoiZone());
    m_moment->setDisplayFormat(u"HH:mm dd/MM/yyyy"_s);
    m_moment->setCalendarPopup(true);
    m_words->setAccessibleName(tr("Words to the unit"));
    m_words->setPlaceholderText(tr("Words to the unit, if they help"));
    auto *row = new QHBoxLayout;
    auto *give = new QPushButton(verb, this);
    auto *drop = new QPushButton(tr("Leave it"), this);
    row->addWidget(m_moment);
    row->addWidget(m_words, 1);
    row->addWidget(give);
    row->addWidget(drop);
    column->addLayout(row);
    setMoment(moment);
    connect(give, &QPushButton::clicked, this, [this] { Q_EMIT given(this->moment(), m_words->text().trimmed()); });
    connect(m_words, &QLineEdit::returnPressed, give, &QPushButton::click);
    connect(drop, &QPushButton::clicked, this, &MomentLine::dropped);
}

QDateTime MomentLine::moment() const
{
    return m_moment->dateTime().toUTC();
}

void MomentLine::setMoment(const QDateTime &moment)
{
    m_moment->setDateTime(moment.toTimeZone(hanoiZone()));
}

void MomentLine::begin()
{
    m_moment->setFocus();
}

void MomentLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT dropped();
    else
        QWidget::keyPressEvent(event);
}

} // namespace trucban
