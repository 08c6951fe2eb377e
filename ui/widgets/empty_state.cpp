// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_state.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace trucban {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_title(new QLabel(this)), m_why(new QLabel(this)), m_verb(new QPushButton(this))
{
    for (QLabel *label : {m_icon, m_title, m_why}) {
        label->setAlignment(Qt::AlignCenter);
        label->setTextFormat(Qt::PlainText);
    }
    m_title->setFont(Theme::bold(TextSize::Heading));
    m_title->setWordWrap(true);
    m_why->setWordWrap(true);
    m_why->setMinimumWidth(0);
    m_verb->hide();
    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(m_icon);
    column->addWidget(m_title);
    column->addWidget(m_why);
    column->addWidget(m_verb, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_verb, &QPushButton::clicked, this, &EmptyState::acted);
}

void EmptyState::say(const QString &iconName, const QString &title, const QString &why, const QString &verb)
{
    m_iconName = iconName;
    m_title->setText(title);
    m_why->setText(why);
    m_verb->setText(verb);
    m_verb->setVisible(!verb.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(why);
    refresh();
}

QString EmptyState::title() const
{
    return m_title->text();
}

void EmptyState::refresh()
{
    const int size = Theme::lineHeight(font()) * 2;
    m_icon->setPixmap(Theme::icon(m_iconName, Meaning::Quiet).pixmap(QSize(size, size), devicePixelRatio()));
    QPalette shade = palette();
    shade.setColor(QPalette::WindowText, Theme::colour(Neutral::QuietText));
    m_why->setPalette(shade);
}

void EmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace trucban
