// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/wall.h"

#include "base/json_time.h"
#include "storage/database.h"

#include <QJsonArray>

namespace trucban {

namespace {

QStringList toldIn(const QJsonValue &told)
{
    QStringList names;
    for (const QJsonValue &one : told.toArray()) {
        const QString name = one[u"name"].toString(), unit = one[u"unit"].toString();
        names.append(unit.isEmpty() || name.contains(unit) ? name : u"%1 (%2)"_s.arg(name, unit));
    }
    names.removeDuplicates();
    return names;
}

void readCases(const QJsonObject &json, WallReading &made)
{
    for (const QJsonValue &row : json[u"red"_s].toArray()) {
        const QString rank = row[u"head_rank"].toString(), head = row[u"head"].toString();
        made.red.append({CaseId{row[u"id"].toInteger()}, row[u"number"].toString(), row[u"urgency"].toString(), row[u"clock"].toString(), row[u"category_name"].toString(),
                         row[u"category_name_en"].toString(), row[u"area"].toString(), row[u"holder"].toString(), row[u"officer"].toString(), row[u"unit_name"].toString(),
                         row[u"unit_name_en"].toString(), rank.isEmpty() ? head : rank + u' ' + head, timeOf(row[u"burns_at"])});
    }
    for (const QJsonValue &row : json[u"ladder"_s].toArray())
        made.ladder.append({CaseId{row[u"id"].toInteger()}, row[u"number"].toString(), row[u"rung"].toString(), row[u"severity"].toString(), toldIn(row[u"told"]), timeOf(row[u"at"])});
    for (const QJsonValue &row : json[u"emergencies"_s].toArray())
        made.emergencies.append({CaseId{row[u"id"].toInteger()}, row[u"number"].toString(), row[u"area"].toString(), row[u"category_name"].toString(), row[u"category_name_en"].toString(), timeOf(row[u"opened_at"])});
}

WallReading toReading(const QJsonObject &json)
{
    WallReading made;
    made.now = timeOf(json[u"now"_s]);
    made.from = timeOf(json[u"from"_s]);
    made.days = json[u"days"_s].toInt();
    made.load = metricRowsFrom(json[u"load"_s]);
    made.unclaimed = json[u"unclaimed"_s][0][u"n"].toInteger();
    made.arrivedToday = json[u"arrived"_s][u"today"].toInteger();
    made.arrivedLastWeek = json[u"arrived"_s][u"last_week"].toInteger();
    made.hours.fill(0, 24);
    made.usual.fill(0, 24);
    for (const MetricRow &row : metricRowsFrom(json[u"hours"_s]))
        made.hours[std::clamp(row.key.toInt(), 0, 23)] = row.n;
    for (const MetricRow &row : metricRowsFrom(json[u"usual"_s]))
        made.usual[std::clamp(row.key.toInt(), 0, 23)] = double(row.n) / 7.0;
    made.onTime = metricRowsFrom(json[u"on_time"_s]);
    for (const MetricRow &row : metricRowsFrom(json[u"charged"_s]))
        made.charged.insert(row.key, row.seconds);
    made.areas = metricRowsFrom(json[u"areas"_s]);
    readCases(json, made);
    return made;
}

QList<QList<QPointF>> ringsIn(const QJsonArray &rings)
{
    QList<QList<QPointF>> made;
    for (const QJsonValue &ring : rings) {
        QList<QPointF> points;
        for (const QJsonValue &point : ring.toArray())
            points.append(QPointF(point[0].toDouble(), point[1].toDouble()));
        made.append(points);
    }
    return made;
}

} // namespace

QFuture<Result<WallReading>> readWall(Database &database, int days)
{
    return database.read([days](Session &session) {
        return session.query(u"dashboard/wall"_s).bind(u"days"_s, days).one([](const Row &row) { return toReading(row.get<QJsonObject>(u"wall")); });
    });
}

QFuture<Result<MapPlaces>> readMapPlaces(Database &database)
{
    return database.read([](Session &session) {
        QString attribution;
        return session.query(u"dashboard/places"_s).all([&attribution](const Row &row) {
            MapPlace place;
            place.code = row.get<QString>(u"code");
            place.name = row.get<QString>(u"name");
            place.hasLabel = !row.isNull(u"label_lon") && !row.isNull(u"label_lat");
            if (place.hasLabel)
                place.label = QPointF(row.get<double>(u"label_lon"), row.get<double>(u"label_lat"));
            if (!row.isNull(u"rings")) {
                place.rings = ringsIn(row.get<QJsonArray>(u"rings"));
                attribution = row.get<QString>(u"attribution");
            }
            return place;
        }).transform([&attribution](const QList<MapPlace> &places) { return MapPlaces{places, attribution}; });
    });
}

} // namespace trucban
