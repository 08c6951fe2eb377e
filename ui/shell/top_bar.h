// SPDX-License-Identifier: GPL-3.0-or-later
// TopBar: the places on the left; palette, connection, Facebook and the person on the right.
#pragma once

#include "desk/me.h"
#include "desk/pulse_reading.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QBoxLayout;
class QMenu;
class QToolButton;

namespace trucban {

class Place;

/// A light with a word: never colour alone.
class StateLight : public QWidget
{
    Q_OBJECT
public:
    explicit StateLight(QWidget *parent = nullptr);
    void say(const QString &word, Meaning meaning, const QString &why);
    QString word() const { return m_word; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_word;
    Meaning m_meaning = Meaning::Quiet;
};

class TopBar : public QWidget
{
    Q_OBJECT
public:
    TopBar(const Me &me, QMenu *personMenu, QWidget *parent = nullptr);

    void addPlace(Place *place);
    void addCorner(QWidget *widget);
    void setCurrent(const Place *place);
    StateLight &connectionLight() { return *m_connection; }
    StateLight &facebookLight() { return *m_facebook; }
    /// Narrow windows: places without words, the person without the unit.
    void setNarrow(bool narrow);

Q_SIGNALS:
    void placeChosen(trucban::Place *place);
    void paletteWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QBoxLayout *m_places;
    QToolButton *m_palette;
    StateLight *m_connection;
    StateLight *m_facebook;
    QToolButton *m_person;
};

} // namespace trucban
