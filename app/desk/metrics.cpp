// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/metrics.h"

#include "storage/database.h"

#include <QJsonArray>

namespace trucban {

namespace {

MetricRow toRow(const QJsonObject &json)
{
    MetricRow row;
    row.key = json[u"key"_s].toString();
    row.name = json[u"name"_s].toString();
    row.nameEn = json[u"name_en"_s].toString();
    row.part = json[u"part"_s].toString();
    row.partName = json[u"part_name"_s].toString();
    row.partNameEn = json[u"part_name_en"_s].toString();
    row.n = json[u"n"_s].toInteger();
    row.good = json[u"good"_s].toInteger();
    row.late = json[u"late"_s].toInteger();
    row.share = row.n > 0 ? double(row.good) / double(row.n) : 0;
    row.p50 = json[u"p50"_s].toDouble();
    row.p90 = json[u"p90"_s].toDouble();
    row.seconds = json[u"seconds"_s].toInteger();
    row.filter = json[u"filter"_s].toObject();
    return row;
}

MetricReading toReading(const QJsonObject &json)
{
    return {json[u"metric"_s].toString(), json[u"label"_s].toString(), json[u"label_en"_s].toString(), json[u"definition_vi"_s].toString(),
            json[u"definition"_s].toString(), json[u"kind"_s].toString(), json[u"by"_s].toString(), metricRowsFrom(json[u"rows"_s])};
}

QJsonValue timeOrNull(const QDateTime &at)
{
    return at.isValid() ? QJsonValue(at.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

} // namespace

QList<MetricRow> metricRowsFrom(const QJsonValue &rows)
{
    QList<MetricRow> all;
    for (const QJsonValue &row : rows.toArray())
        all.append(toRow(row.toObject()));
    return all;
}

MetricRow MetricReading::whole(const QString &key) const
{
    return part({}, key);
}

MetricRow MetricReading::part(const QString &part, const QString &key) const
{
    for (const MetricRow &row : rows) {
        if (row.part == part && row.key == key)
            return row;
    }
    return {};
}

QList<MetricRow> MetricReading::keys() const
{
    QList<MetricRow> found;
    for (const MetricRow &row : rows) {
        if (row.part.isEmpty())
            found.append(row);
    }
    return found;
}

QList<MetricRow> MetricReading::parts() const
{
    QList<MetricRow> found;
    for (const MetricRow &row : rows) {
        if (!row.part.isEmpty() && row.key.isEmpty())
            found.append(row);
    }
    return found;
}

QFuture<Result<QHash<QString, MetricReading>>> readMetrics(Database &database, const QList<MetricWish> &wishes)
{
    QJsonArray wanted;
    for (const MetricWish &wish : wishes) {
        wanted.append(QJsonObject{{u"as"_s, wish.as.isEmpty() ? wish.metric : wish.as}, {u"metric"_s, wish.metric}, {u"from"_s, timeOrNull(wish.from)},
                                  {u"to"_s, timeOrNull(wish.to)}, {u"by"_s, wish.by.isEmpty() ? QJsonValue() : QJsonValue(wish.by)}});
    }
    return database.read([wanted](Session &session) {
        return session.query(u"dashboard/metrics"_s).bind(u"wanted"_s, wanted).one([](const Row &row) {
            QHash<QString, MetricReading> all;
            const QJsonObject answers = row.get<QJsonObject>(u"metrics");
            for (auto entry = answers.begin(); entry != answers.end(); ++entry)
                all.insert(entry.key(), toReading(entry.value().toObject()));
            return all;
        });
    });
}

QFuture<Result<QList<CaseBehind>>> readCasesBehind(Database &database, const QJsonObject &filter, CaseId after, int limit)
{
    return database.read([filter, after, limit](Session &session) {
        const auto text = [&](const QString &name) { return filter[name].isString() ? std::optional(filter[name].toString()) : std::nullopt; };
        return session.query(u"dashboard/cases_behind"_s)
            .bind(u"metric"_s, filter[u"metric"_s].toString()).bind(u"from"_s, text(u"from"_s)).bind(u"to"_s, text(u"to"_s)).bind(u"by"_s, text(u"by"_s))
            .bind(u"key"_s, text(u"key"_s)).bind(u"part"_s, text(u"part"_s)).bind(u"after"_s, after.value > 0 ? std::optional(after.value) : std::nullopt).bind(u"limit"_s, limit)
            .bind(u"late"_s, filter[u"late"_s].isBool() ? std::optional(filter[u"late"_s].toBool()) : std::nullopt)
            .all([](const Row &row) {
                CaseBehind made;
                made.id = row.get<CaseId>(u"id");
                made.number = row.get<QString>(u"number");
                made.status = row.get<QString>(u"status");
                made.urgency = row.get<QString>(u"urgency");
                made.category = row.get<QString>(u"category_name");
                made.categoryEn = row.get<QString>(u"category_name_en");
                made.unit = row.get<QString>(u"unit_name");
                made.unitEn = row.get<QString>(u"unit_name_en");
                made.area = row.get<QString>(u"area");
                made.holder = row.get<QString>(u"holder_name");
                made.clock = row.get<QString>(u"burns_clock");
                made.firstWords = row.get<QString>(u"first_words");
                made.openedAt = row.get<QDateTime>(u"opened_at");
                made.burnsAt = row.get<QDateTime>(u"burns_at");
                made.at = row.get<QDateTime>(u"at");
                made.seconds = row.get<double>(u"seconds");
                made.late = row.get<bool>(u"late");
                made.times = row.get<int>(u"times");
                return made;
            });
    });
}

} // namespace trucban
