// SPDX-License-Identifier: GPL-3.0-or-later
// Boundaries: the areas of a GeoJSON file as the database takes them, with the attribution the file asks for.
#pragma once

#include "base/result.h"

#include <QJsonArray>

namespace trucban::admin {

struct Boundaries {
    QJsonArray features; // {line, code, rings: [[[lon, lat], …], …]}
    QString attribution; // of the file's metadata; empty when it has none
};

/// Invalid("not_geojson") for anything that is not a FeatureCollection.
Result<Boundaries> boundariesFrom(const QByteArray &geoJson);

} // namespace trucban::admin
