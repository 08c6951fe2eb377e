// SPDX-License-Identifier: GPL-3.0-or-later
// Metrics: numbers with their definitions, and the cases behind each number. What is counted stands in the database (core.metric), once.
#pragma once

#include "base/ids.h"
#include "base/result.h"

#include <QDateTime>
#include <QFuture>
#include <QHash>
#include <QJsonObject>
#include <QList>

namespace trucban {

class Database;

struct MetricRow {
    QString key, name, nameEn;          // empty key: what belongs to none of them
    QString part, partName, partNameEn; // empty part: all parts together
    qint64 n = 0, good = 0, late = 0;
    double share = 0;          // good of n
    double p50 = 0, p90 = 0;   // seconds
    qint64 seconds = 0;
    QJsonObject filter;        // opens the cases behind it
};

struct MetricReading {
    QString metric, label, labelEn, definition, definitionEn, kind, by;
    QList<MetricRow> rows;

    /// All parts together; a row of zeros when there is none.
    MetricRow whole(const QString &key = {}) const;
    MetricRow part(const QString &part, const QString &key = {}) const;
    /// The rows of keys (all parts together), or of parts of everything.
    QList<MetricRow> keys() const;
    QList<MetricRow> parts() const;
};

struct MetricWish {
    QString as, metric;
    QDateTime from, to; // nothing for what is as it is now
    QString by;
};

QList<MetricRow> metricRowsFrom(const QJsonValue &rows);

/// In one reading; NotAllowed("role_may_not") for units.
QFuture<Result<QHash<QString, MetricReading>>> readMetrics(Database &database, const QList<MetricWish> &wishes);

struct CaseBehind {
    CaseId id;
    QString number, status, urgency, category, categoryEn, unit, unitEn, area, holder, clock, firstWords;
    QDateTime openedAt, burnsAt, at;
    double seconds = 0;
    bool late = false;
    int times = 1;
};

/// A page of the cases behind a row's filter, newest first; `after` is the last id of the page before. The filter may say late: true or false.
QFuture<Result<QList<CaseBehind>>> readCasesBehind(Database &database, const QJsonObject &filter, CaseId after = {}, int limit = 100);

} // namespace trucban
