// SPDX-License-Identifier: GPL-3.0-or-later
// WallView: the wall itself: load, red cases, ladder, map, units, hours, and a banner while an emergency waits. Everything grows with its height.
#pragma once

#include "desk/wall.h"

#include <QTimer>
#include <QWidget>

namespace trucban {

class AreaMap;
class BarTable;
class EmergencyBanner;
class HourBars;
class LadderSteps;
class LinkedCanvas;
class LoadStrip;
class RedCases;

class WallView : public QWidget
{
    Q_OBJECT
public:
    explicit WallView(QWidget *parent = nullptr);
    void show(const WallReading &reading);
    void setPlaces(const MapPlaces &places);
    /// The last reading did not come: what is seen is of this time.
    void tellFailure(const Failure &failure);
    QString standing() const { return m_standing; }

Q_SIGNALS:
    void chosen(const QJsonObject &target);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void arrange();
    void showUnits(const WallReading &reading);
    QList<LinkedCanvas *> blocks() const;

    EmergencyBanner *m_emergency;
    LoadStrip *m_load;
    RedCases *m_red;
    LadderSteps *m_ladder;
    AreaMap *m_map;
    BarTable *m_units;
    HourBars *m_hours;
    QTimer m_clock;
    WallReading m_last;
    QString m_standing; // "as of 14:32", or why nothing newer came
    bool m_failed = false;
};

} // namespace trucban
