// SPDX-License-Identifier: GPL-3.0-or-later
// Labels that behave: one that elides, one that tells how long ago, one that says it quietly, a chip for a person or a unit.
#pragma once

#include "ui/theme/theme.h"

#include <QDateTime>
#include <QLabel>

#include <functional>

namespace trucban {

/// One line, cut with … when narrow; the whole text in the tooltip then.
class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(const QString &text = {}, QWidget *parent = nullptr, Qt::TextElideMode mode = Qt::ElideRight);
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Qt::TextElideMode m_mode;
};

/// "12 min ago"; refreshed while visible; the exact moment in the tooltip.
class TimeLabel : public QLabel
{
    Q_OBJECT
public:
    explicit TimeLabel(QWidget *parent = nullptr);
    void setWhen(const QDateTime &when);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void refresh();
    QDateTime m_when;
};

/// Text in the quiet colour of the scheme, also after the scheme has changed.
class QuietLabel : public QLabel
{
    Q_OBJECT
public:
    explicit QuietLabel(const QString &text = {}, QWidget *parent = nullptr, TextSize size = TextSize::Small);

protected:
    void changeEvent(QEvent *event) override;
};

/// A rounded pill with a word, optionally an icon: a person, a unit, a state.
class Chip : public QWidget
{
    Q_OBJECT
public:
    explicit Chip(QWidget *parent = nullptr);
    void say(const QString &text, Meaning meaning = Meaning::Quiet, const QString &iconName = {});
    static Chip *person(const QString &name, QWidget *parent = nullptr);
    static Chip *unit(const QString &name, QWidget *parent = nullptr);
    QString text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    QString m_iconName;
    Meaning m_meaning = Meaning::Quiet;
};

} // namespace trucban
