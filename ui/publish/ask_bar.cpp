// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publish/ask_bar.h"

#include "domain/deadlines.h"
#include "ui/theme/theme.h"

#include <QDateTimeEdit>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QInputMethod>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace trucban {

AskBar::AskBar(QWidget *parent)
    : QFrame(parent), m_question(new QLabel(this)), m_reason(new QLineEdit(this)), m_time(new QDateTimeEdit(this)), m_verb(new QPushButton(this)),
      m_cancel(new QPushButton(tr("Cancel"), this))
{
    setFrameShape(QFrame::StyledPanel);
    m_reason->setObjectName(u"askReason"_s);
    m_reason->setAccessibleName(tr("Reason"));
    m_time->setObjectName(u"askTime"_s);
    m_time->setAccessibleName(tr("Time of publication"));
    m_time->setDisplayFormat(u"dd/MM/yyyy HH:mm"_s);
    m_time->setCalendarPopup(true);
    m_verb->setObjectName(u"askVerb"_s);
    m_cancel->setObjectName(u"askCancel"_s);
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_question);
    row->addWidget(m_reason, 1);
    row->addWidget(m_time);
    row->addStretch();
    row->addWidget(m_verb);
    row->addWidget(m_cancel);
    connect(m_verb, &QPushButton::clicked, this, &AskBar::answer);
    connect(m_reason, &QLineEdit::returnPressed, this, &AskBar::answer);
    connect(m_cancel, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void AskBar::ask(const QString &question, const QString &verb, bool time)
{
    m_question->setText(question);
    m_verb->setText(verb);
    m_reason->setVisible(!time);
    m_time->setVisible(time);
    show();
    (time ? static_cast<QWidget *>(m_time) : m_reason)->setFocus();
}

void AskBar::askReason(const QString &question, const QString &verb, std::function<void(const QString &)> then)
{
    m_reason->clear();
    m_withReason = std::move(then);
    m_withTime = {};
    ask(question, verb, false);
}

void AskBar::askTime(const QString &question, const QString &verb, const QDateTime &proposed, const QDateTime &latest, std::function<void(const QDateTime &)> then)
{
    m_time->setTimeZone(hanoiZone());
    m_time->setDateTimeRange(QDateTime::currentDateTimeUtc().toTimeZone(hanoiZone()), latest.toTimeZone(hanoiZone()));
    m_time->setDateTime(proposed.toTimeZone(hanoiZone()));
    m_withTime = std::move(then);
    m_withReason = {};
    ask(question, verb, true);
}

void AskBar::answer()
{
    QGuiApplication::inputMethod()->commit();
    if (m_withReason && m_reason->text().trimmed().isEmpty()) {
        m_reason->setFocus();
        return;
    }
    hide();
    if (m_withReason)
        m_withReason(m_reason->text().trimmed());
    else if (m_withTime)
        m_withTime(m_time->dateTime().toUTC());
}

void AskBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

} // namespace trucban
