// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/labels.h"

#include "ui/widgets/clock_text.h"
#include "ui/widgets/paint.h"

#include <QEvent>
#include <QPainter>
#include <QTimerEvent>

namespace trucban {

ElidedLabel::ElidedLabel(const QString &text, QWidget *parent, Qt::TextElideMode mode)
    : QLabel(text, parent), m_mode(mode)
{
    setTextFormat(Qt::PlainText);
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(u"…"_s) * 3, Theme::lineHeight(font())};
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 2, Theme::lineHeight(font())};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(text(), m_mode, contentsRect().width());
    if (const QString tip = shown == text() ? QString() : text(); toolTip() != tip)
        setToolTip(tip);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, foregroundRole()));
    painter.drawText(contentsRect(), int(alignment() | Qt::TextSingleLine), shown);
}

TimeLabel::TimeLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    startTimer(30000, Qt::VeryCoarseTimer);
}

void TimeLabel::setWhen(const QDateTime &when)
{
    m_when = when;
    refresh();
}

void TimeLabel::timerEvent(QTimerEvent *)
{
    if (isVisible())
        refresh();
}

void TimeLabel::refresh()
{
    setText(m_when.isValid() ? clockText::ago(m_when, QDateTime::currentDateTimeUtc()) : QString());
    setToolTip(m_when.isValid() ? clockText::exact(m_when) : QString());
}

QuietLabel::QuietLabel(const QString &text, QWidget *parent, TextSize size)
    : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setFont(Theme::font(size));
    setForegroundRole(QPalette::PlaceholderText);
}

void QuietLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        update();
}

Chip::Chip(QWidget *parent)
    : QWidget(parent)
{
    setFont(Theme::font(TextSize::Small));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void Chip::say(const QString &text, Meaning meaning, const QString &iconName)
{
    m_text = text;
    m_meaning = meaning;
    m_iconName = iconName;
    setAccessibleName(text);
    updateGeometry();
    update();
}

Chip *Chip::person(const QString &name, QWidget *parent)
{
    auto *made = new Chip(parent);
    made->say(name, Meaning::Quiet, u"user-identity"_s);
    return made;
}

Chip *Chip::unit(const QString &name, QWidget *parent)
{
    auto *made = new Chip(parent);
    made->say(name, Meaning::Waiting, u"group"_s);
    return made;
}

QSize Chip::sizeHint() const
{
    return paint::pillSize(font(), m_text, !m_iconName.isEmpty());
}

QSize Chip::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), Theme::space(16)), sizeHint().height()};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(font());
    paint::pill(painter, rect(), m_text, m_meaning, paint::Soft, m_iconName.isEmpty() ? QIcon() : Theme::icon(m_iconName, m_meaning));
}

} // namespace trucban
