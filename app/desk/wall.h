// SPDX-License-Identifier: GPL-3.0-or-later
// The wall's reading: everything a second monitor shows, in one query; and the map it is drawn on.
#pragma once

#include "desk/metrics.h"

#include <QPointF>

namespace trucban {

struct RedCase {
    CaseId id;
    QString number, urgency, clock, category, categoryEn, area, holder, officer, unit, unitEn, head; // holder: desk unit citizen channel
    QDateTime burnsAt;
};

struct LadderStep {
    CaseId id;
    QString number, rung, severity;
    QStringList told; // who was told, in words
    QDateTime at;
};

struct Emergency {
    CaseId id;
    QString number, area, category, categoryEn;
    QDateTime openedAt;
};

struct WallReading {
    QDateTime now, from;
    int days = 7;
    QList<MetricRow> load;      // all and by queue
    qint64 unclaimed = 0, arrivedToday = 0, arrivedLastWeek = 0;
    QList<qint64> hours;        // today, 24 numbers
    QList<double> usual;        // the mean of the seven days before
    QList<MetricRow> onTime;    // by unit
    QHash<QString, qint64> charged; // seconds by unit
    QList<MetricRow> areas;
    QList<RedCase> red;
    QList<LadderStep> ladder;
    QList<Emergency> emergencies; // nobody has taken them in
};

/// NotAllowed("role_may_not") for units.
QFuture<Result<WallReading>> readWall(Database &database, int days = 7);

struct MapPlace {
    QString code, name;
    QPointF label; // longitude, latitude
    bool hasLabel = false;
    QList<QList<QPointF>> rings;
};
struct MapPlaces {
    QList<MapPlace> places;
    QString attribution; // of the boundaries; empty when there are none
};
QFuture<Result<MapPlaces>> readMapPlaces(Database &database);

} // namespace trucban
