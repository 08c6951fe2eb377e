// SPDX-License-Identifier: GPL-3.0-or-later
// The blocks of the wall that nothing else shows: the load, the red cases with who holds them, the ladder with who was told, the emergency banner.
#pragma once

#include "desk/wall.h"
#include "ui/charts/number_strip.h"

#include <QTimer>

namespace trucban {

class LoadStrip : public NumberStrip
{
    Q_OBJECT
public:
    explicit LoadStrip(QWidget *parent = nullptr);
    void show(const WallReading &reading);
};

class RedCases : public LinkedCanvas
{
    Q_OBJECT
public:
    explicit RedCases(QWidget *parent = nullptr);
    void show(const WallReading &reading);

protected:
    void draw(QPainter &painter) override;

private:
    QString holderOf(const RedCase &red) const;
    void drawRow(QPainter &painter, const QRectF &box, const RedCase &red, double lateWidth);

    WallReading m_reading;
    qint64 m_late = 0;
};

class LadderSteps : public LinkedCanvas
{
    Q_OBJECT
public:
    explicit LadderSteps(QWidget *parent = nullptr);
    void show(const WallReading &reading);

protected:
    void draw(QPainter &painter) override;

private:
    WallReading m_reading;
};

/// There only while there is an emergency nobody has taken in; the one thing that blinks, and not for who asked for calm.
class EmergencyBanner : public LinkedCanvas
{
    Q_OBJECT
public:
    explicit EmergencyBanner(QWidget *parent = nullptr);
    void show(const WallReading &reading);
    bool isNeeded() const { return !m_reading.emergencies.isEmpty(); }
    bool isBlinking() const { return m_blink.isActive(); }

protected:
    void draw(QPainter &painter) override;

private:
    WallReading m_reading;
    QTimer m_blink;
    bool m_dim = false;
};

/// "12 min", "3 h 05", "4 d": how late, short enough to be read from afar
QString lateness(const QDateTime &due, const QDateTime &now);
QString heldFor(qint64 seconds);
/// Midnight in Hanoi
QDateTime startOfDay(const QDateTime &at);
/// Opens the cases that came in then
QJsonObject intakeTarget(const QDateTime &from, const QDateTime &to);

} // namespace trucban
