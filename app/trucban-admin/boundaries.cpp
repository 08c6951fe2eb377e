// SPDX-License-Identifier: GPL-3.0-or-later
#include "boundaries.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace trucban::admin {

namespace {

// outer rings and holes alike: what is painted is filled by odd and even
QJsonArray ringsOf(const QJsonValue &geometry)
{
    QJsonArray rings;
    const QJsonArray coordinates = geometry[u"coordinates"].toArray();
    const QString type = geometry[u"type"].toString();
    if (type == u"Polygon"_s)
        return coordinates;
    if (type != u"MultiPolygon"_s)
        return {};
    for (const QJsonValue &polygon : coordinates) {
        for (const QJsonValue &ring : polygon.toArray())
            rings.append(ring);
    }
    return rings;
}

} // namespace

Result<Boundaries> boundariesFrom(const QByteArray &geoJson)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(geoJson, &fault);
    if (document.isNull())
        return failed(Failure::Invalid, u"not_geojson"_s, u"at byte %1: %2"_s.arg(fault.offset).arg(fault.errorString()));
    const QJsonObject collection = document.object();
    if (collection[u"type"_s] != u"FeatureCollection"_s)
        return failed(Failure::Invalid, u"not_geojson"_s, u"the file holds no FeatureCollection"_s);
    Boundaries made;
    const QJsonObject metadata = collection[u"metadata"_s].toObject();
    made.attribution = metadata[u"attribution"_s].toString(metadata[u"source"_s].toString());
    int number = 0;
    for (const QJsonValue &feature : collection[u"features"_s].toArray()) {
        ++number;
        made.features.append(QJsonObject{{u"line"_s, number},
                                         {u"code"_s, feature[u"properties"][u"code"].toString(feature[u"id"].toString())},
                                         {u"rings"_s, ringsOf(feature[u"geometry"])}});
    }
    return made;
}

} // namespace trucban::admin
