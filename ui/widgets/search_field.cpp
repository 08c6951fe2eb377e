// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/search_field.h"

#include "ui/theme/theme.h"

#include <QAction>
#include <QInputMethodEvent>
#include <QKeyEvent>

namespace trucban {

SearchField::SearchField(const QString &placeholder, QWidget *parent)
    : QLineEdit(parent)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setClearButtonEnabled(true);
    addAction(Theme::icon(u"search"_s), QLineEdit::LeadingPosition);
    m_wait.setSingleShot(true);
    m_wait.setInterval(250);
    connect(&m_wait, &QTimer::timeout, this, &SearchField::speak);
    connect(this, &QLineEdit::textChanged, this, [this] {
        if (!m_composing)
            m_wait.start();
    });
}

void SearchField::ask(const QString &query)
{
    setText(query);
    speak();
}

void SearchField::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    if (m_composing)
        m_wait.stop();
    QLineEdit::inputMethodEvent(event);
    if (!m_composing)
        m_wait.start();
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (!m_composing && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Down)) {
        speak();
        Q_EMIT leftDown();
        return;
    }
    if (!m_composing && event->key() == Qt::Key_Escape && !text().isEmpty()) {
        ask({});
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::speak()
{
    m_wait.stop();
    const QString wanted = text().normalized(QString::NormalizationForm_C).simplified();
    if (m_composing || wanted == m_asked)
        return;
    m_asked = wanted;
    Q_EMIT queryChanged(wanted);
}

} // namespace trucban
