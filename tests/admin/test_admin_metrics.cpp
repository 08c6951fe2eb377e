// SPDX-License-Identifier: GPL-3.0-or-later
// trucban-admin metrics and boundaries: numbers with their definitions, periods as people write them, a map's lines with whom they come from.
#include "admin_process.h"

#include <QTest>

using namespace trucban;

namespace {

QJsonObject square(const QString &code, double lon, double lat)
{
    const auto at = [](double x, double y) { return QJsonArray{x, y}; };
    const QJsonArray ring{at(lon, lat), at(lon + 0.1, lat), at(lon + 0.1, lat + 0.1), at(lon, lat + 0.1), at(lon, lat)};
    return {{u"type"_s, u"Feature"_s}, {u"properties"_s, QJsonObject{{u"code"_s, code}}}, {u"geometry"_s, QJsonObject{{u"type"_s, u"Polygon"_s}, {u"coordinates"_s, QJsonArray{ring}}}}};
}

QByteArray collection(const QJsonArray &features, const QJsonObject &metadata)
{
    return QJsonDocument(QJsonObject{{u"type"_s, u"FeatureCollection"_s}, {u"metadata"_s, metadata}, {u"features"_s, features}}).toJson();
}

} // namespace

class AdminMetricsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutANameItListsWhatThereIs()
    {
        const ScratchDatabase scratch;
        const Outcome told = admin(scratch.urlFor(u"admin1"_s), {u"metrics"_s});
        QCOMPARE(told.code, 0);
        const QJsonArray all = told.json[u"metrics"_s].toArray();
        QCOMPARE_GE(all.size(), 14);
        for (const QJsonValue &metric : all) {
            for (const QString &key : {u"metric"_s, u"label"_s, u"label_en"_s, u"definition"_s, u"definition_vi"_s})
                QVERIFY2(metric[key].toString().size() > 3, qPrintable(key));
            QVERIFY(metric[u"by"].isArray());
        }
    }

    void aPeriodOfDaysCountsItsLastDay()
    {
        const ScratchDatabase scratch;
        for (const auto &[mid, at] : {std::pair{u"m1"_s, u"2026-11-23T16:59:59Z"_s}, std::pair{u"m2"_s, u"2026-11-23T17:00:00Z"_s}, std::pair{u"m3"_s, u"2026-11-24T16:59:59Z"_s}, std::pair{u"m4"_s, u"2026-11-24T17:00:00Z"_s}})
            scratch.ask(uR"(SELECT intake.apply(NULL, '1', '{"type": "message", "channel": "messenger", "direction": "in", "kind": "text", "person_id": "%1", "thread_key": "%1", "platform_id": "%1", "text": "x", "sent_at": "%2"}'))"_s.arg(mid, at));
        const QString url = scratch.urlFor(u"supervisor1"_s);
        const auto taken = [&](const QStringList &period) { return admin(url, QStringList{u"metrics"_s, u"intake"_s} + period).json[u"rows"_s][0][u"n"].toInteger(); };
        QCOMPARE(taken({u"--from"_s, u"2026-11-24"_s, u"--to"_s, u"2026-11-24"_s}), 2);
        QCOMPARE(taken({u"--from"_s, u"2026-11-23"_s, u"--to"_s, u"2026-11-24"_s}), 3);
        QCOMPARE(taken({u"--from"_s, u"2026-11-24T00:00:00+07:00"_s, u"--to"_s, u"2026-11-24T23:59:59+07:00"_s}), 1);
        const Outcome byHour = admin(url, {u"metrics"_s, u"intake"_s, u"--from"_s, u"2026-11-24"_s, u"--to"_s, u"2026-11-24"_s, u"--by"_s, u"hour"_s});
        QCOMPARE(byHour.code, 0);
        QVERIFY(byHour.json[u"definition"_s].toString().contains(u"Facebook"_s));
        QCOMPARE(byHour.json[u"rows"_s].toArray().size(), 2);
        QCOMPARE(byHour.json[u"rows"_s][0][u"key"].toString(), u"00"_s);
        QCOMPARE(byHour.json[u"rows"_s][1][u"key"].toString(), u"23"_s);
        QCOMPARE(byHour.json[u"rows"_s][1][u"filter"][u"metric"].toString(), u"intake"_s);
    }

    void whatMakesNoSenseIsRefusedInWords()
    {
        const ScratchDatabase scratch;
        const QString url = scratch.urlFor(u"admin1"_s);
        QCOMPARE(admin(url, {u"metrics"_s, u"luck"_s}).code, 1);
        QVERIFY(admin(url, {u"metrics"_s, u"luck"_s}).words.contains(u"metric_unknown"_s));
        QVERIFY(admin(url, {u"metrics"_s, u"intake"_s, u"--by"_s, u"officer"_s}).words.contains(u"by_not_possible"_s));
        QCOMPARE(admin(url, {u"metrics"_s, u"intake"_s, u"--by"_s, u"moon"_s}).code, 2);
        QCOMPARE(admin(url, {u"metrics"_s, u"intake"_s, u"--from"_s, u"yesterday"_s}).code, 2);
        QCOMPARE(admin(url, {u"metrics"_s, u"intake"_s, u"load"_s}).code, 2);
        QVERIFY(admin(url, {u"metrics"_s, u"intake"_s, u"--from"_s, u"2026-11-24"_s, u"--to"_s, u"2026-11-20"_s}).words.contains(u"period_invalid"_s));
        QVERIFY(admin(scratch.urlFor(u"unit1"_s), {u"metrics"_s, u"load"_s}).words.contains(u"role_may_not"_s));
    }

    void boundariesComeAllOrNoneWithTheirAttribution()
    {
        const ScratchDatabase scratch;
        const Folder folder;
        const QString url = scratch.urlFor(u"admin1"_s);
        scratch.ask(u"INSERT INTO core.area (code, name) VALUES ('00004', 'Ba Đình'), ('00008', 'Ngọc Hà') ON CONFLICT DO NOTHING"_s);
        const QString areas = scratch.ask(u"SELECT count(*) FROM core.area"_s);
        const QString good = folder.write(u"good.geojson"_s, collection({square(u"00004"_s, 105.8, 21.0), square(u"00008"_s, 105.9, 21.0)}, {{u"attribution"_s, u"Survey 2025"_s}}));
        const Outcome dry = admin(url, {u"areas"_s, u"import"_s, good, u"--dry-run"_s});
        QCOMPARE(dry.code, 0);
        QCOMPARE(dry.json[u"would_save"_s].toInt(), 2);
        QCOMPARE(scratch.ask(u"SELECT count(*) FROM core.area_boundary"_s), u"0"_s);
        const Outcome done = admin(url, {u"areas"_s, u"import"_s, good});
        QCOMPARE(done.code, 0);
        QCOMPARE(done.json[u"saved"_s].toInt(), 2);
        QCOMPARE(scratch.ask(u"SELECT count(*) FROM core.area_boundary WHERE attribution = 'Survey 2025' AND jsonb_array_length(rings) = 1"_s), u"2"_s);
        QCOMPARE(scratch.ask(u"SELECT count(*) FROM core.audit WHERE verb = 'import_boundaries' AND facts ->> 'attribution' = 'Survey 2025'"_s), u"1"_s);
        QCOMPARE(scratch.ask(u"SELECT count(*) FROM core.area"_s), areas);

        const QString strange = folder.write(u"strange.geojson"_s, collection({square(u"00004"_s, 105.0, 20.0), square(u"99999"_s, 105.9, 21.0), square(u"00008"_s, 105.9, 95.0)}, {{u"source"_s, u"Survey 2026"_s}}));
        const Outcome refused = admin(url, {u"areas"_s, u"import"_s, strange});
        QCOMPARE(refused.code, 1);
        QCOMPARE(refused.json[u"bad"_s].toArray().size(), 2);
        QCOMPARE(refused.json[u"bad"_s][0][u"code"].toString(), u"area_unknown"_s);
        QCOMPARE(refused.json[u"bad"_s][1][u"code"].toString(), u"boundary_invalid"_s);
        QCOMPARE(scratch.ask(u"SELECT count(*) FROM core.area_boundary WHERE attribution = 'Survey 2025'"_s), u"2"_s);

        const QString nameless = folder.write(u"nameless.geojson"_s, collection({square(u"00004"_s, 105.8, 21.0)}, {}));
        QVERIFY(admin(url, {u"areas"_s, u"import"_s, nameless}).words.contains(u"attribution_missing"_s));
        QCOMPARE(admin(url, {u"areas"_s, u"import"_s, nameless, u"--attribution"_s, u"Our own"_s}).code, 0);
        QVERIFY(admin(url, {u"areas"_s, u"import"_s, folder.write(u"no.geojson"_s, "{\"type\": \"Topology\"}")}).words.contains(u"not_geojson"_s));
        QVERIFY(admin(scratch.urlFor(u"officer1"_s), {u"areas"_s, u"import"_s, good}).words.contains(u"role_may_not"_s));
    }

    void theSampleOfAWholeCityIsTaken()
    {
        const ScratchDatabase scratch;
        const QString sample = QStringLiteral(TRUCBAN_SOURCE_DIR) + u"/resources/sample/"_s;
        QCOMPARE(admin(scratch.urlFor(u"admin1"_s), {u"units"_s, u"import"_s, sample + u"units.csv"_s}).code, 0);
        QCOMPARE(admin(scratch.urlFor(u"admin1"_s), {u"areas"_s, u"import"_s, sample + u"areas.csv"_s}).code, 0);
        const Outcome done = admin(scratch.urlFor(u"admin1"_s), {u"areas"_s, u"import"_s, sample + u"areas.geojson"_s});
        QVERIFY2(done.code == 0, qPrintable(done.words + QString::fromUtf8(QJsonDocument(done.json).toJson())));
        QCOMPARE(done.json[u"saved"_s].toInt(), 126);
    }
};

QTEST_GUILESS_MAIN(AdminMetricsTest)
#include "test_admin_metrics.moc"
