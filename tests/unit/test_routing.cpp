// SPDX-License-Identifier: GPL-3.0-or-later
// Where a message belongs: named wards decide, old and divided ones ask, streets and bare words never do.
#include "domain/csv.h"
#include "domain/routing.h"
#include "unit/shared_data.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace trucban;

class RoutingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void findsTheArea_data();
    void findsTheArea();
    void pointsAtTheWords();
    void complaintGoesBehindTheWall();
    void categoryWithAUnitTakesTheAreaAlong();
    void withoutAreaItAsks();
    void expectedOfTheSamples_data();
    void expectedOfTheSamples();

private:
    QList<Area> areas;
    Gazetteer gazetteer;
};

void RoutingTest::initTestCase()
{
    QFile file(test::sampleFile("areas.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto table = CsvTable::fromUtf8(file.readAll());
    for (const CsvRow &row : table.rows()) {
        areas.append({table.cell(row, u"code"_s), table.cell(row, u"type"_s), table.cell(row, u"name"_s), table.cell(row, u"name_alt"_s),
                      formerUnits(table.cell(row, u"former_names"_s)), table.cell(row, u"unit_code"_s)});
    }
    gazetteer = Gazetteer(areas);
}

void RoutingTest::findsTheArea_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("evidence");
    QTest::addColumn<QStringList>("codes");
    const auto row = [](const QString &text, NamedPlace::Evidence evidence, const QStringList &codes) { QTest::addRow("%s", qPrintable(text)) << text << int(evidence) << codes; };
    row(u"mất xe ở phường Cầu Giấy hôm qua"_s, NamedPlace::Named, {u"00166"_s});
    row(u"Công an phường Yên Hoà"_s, NamedPlace::Named, {u"00175"_s});
    row(u"Phường Yên Hòa"_s, NamedPlace::Named, {u"00175"_s});
    row(u"ca p. Định Công ơi"_s, NamedPlace::Named, {u"00316"_s});
    row(u"PHƯỜNG VĂN MIẾU - QUỐC TỬ GIÁM"_s, NamedPlace::Named, {u"00226"_s});
    row(u"cong an phuong Hoang Mai oi"_s, NamedPlace::NamedWithoutMarks, {u"00331"_s});
    row(u"thon toi o xa Hat Mon"_s, NamedPlace::NamedWithoutMarks, {u"09772"_s});
    row(u"phường Hàng Buồm, quận Hoàn Kiếm"_s, NamedPlace::FormerName, {u"00070"_s});
    row(u"phường Cự Khối, quận Long Biên"_s, NamedPlace::FormerNameSplit, {});
    row(u"phường Trung Hòa, quận Cầu Giấy"_s, NamedPlace::FormerNameSplit, {});
    row(u"chung cu Anh Sao Duong Noi"_s, NamedPlace::Mentioned, {u"09886"_s});
    row(u"quận Hoàng Mai có nhiều xe"_s, NamedPlace::None, {});
    row(u"đường Láng tắc, phố Bạch Mai ngập"_s, NamedPlace::None, {});
    row(u"cầu Long Biên, hồ Hoàn Kiếm, ga Thường Tín"_s, NamedPlace::None, {});
    row(u"lang toi, lang ben"_s, NamedPlace::None, {});
    row(u"xã hội bây giờ, phương án nào"_s, NamedPlace::None, {});
    row(QString(), NamedPlace::None, {});
}

void RoutingTest::findsTheArea()
{
    QFETCH(QString, text);
    QFETCH(QStringList, codes);
    const NamedPlace place = gazetteer.find(text);
    QTEST(int(place.evidence), "evidence");
    if (!codes.isEmpty())
        QCOMPARE(place.areas, codes);
    if (place.evidence == NamedPlace::FormerNameSplit)
        QVERIFY(place.areas.size() > 1 && !place.decides());
}

void RoutingTest::pointsAtTheWords()
{
    const QString text = u"Bãi xe ở phường Hoàng Mai"_s.normalized(QString::NormalizationForm_D);
    const NamedPlace place = gazetteer.find(text);
    QVERIFY(place.decides());
    QCOMPARE(place.name.normalized(QString::NormalizationForm_C), u"Hoàng Mai"_s);
}

void RoutingTest::complaintGoesBehindTheWall()
{
    const auto route = suggestRoute(u"Cán bộ Công an phường Yên Hòa nói trống không"_s, {u"TAC_PHONG"_s, u"PX05"_s, true}, gazetteer);
    QCOMPARE(route.unit, u"PX05"_s);
    QVERIFY(route.alsoUnits.isEmpty());
    QCOMPARE(route.reason, RouteSuggestion::BehindTheWall);
}

void RoutingTest::categoryWithAUnitTakesTheAreaAlong()
{
    const auto route = suggestRoute(u"Mất xe ở phường Cầu Giấy"_s, {u"TOI_PHAM_TROM_CAP"_s, u"PC02"_s, false}, gazetteer);
    QCOMPARE(route.unit, u"PC02"_s);
    QCOMPARE(route.alsoUnits, QStringList{u"CAP-00166"_s});
}

void RoutingTest::withoutAreaItAsks()
{
    const RoutingCategory noise{u"ANTT_TIENG_ON"_s, {}, false};
    QCOMPARE(suggestRoute(u"Karaoke ồn ở phường Cầu Giấy"_s, noise, gazetteer).unit, u"CAP-00166"_s);
    QCOMPARE(suggestRoute(u"Karaoke ồn quá"_s, noise, gazetteer).reason, RouteSuggestion::AreaUnknown);
    const auto divided = suggestRoute(u"Karaoke ồn ở phường Trung Hòa"_s, noise, gazetteer);
    QVERIFY(divided.asks());
    QCOMPARE(divided.reason, RouteSuggestion::SeveralAreas);
}

void RoutingTest::expectedOfTheSamples_data()
{
    QTest::addColumn<QJsonObject>("message");
    for (const QString &file : {test::sampleFile("citizens.jsonl"), test::referenceFile("citizen_messages.jsonl")}) {
        for (const QJsonObject &message : test::jsonLines(file))
            QTest::addRow("%s", qPrintable(message.value(u"id"_s).toString())) << message;
    }
}

void RoutingTest::expectedOfTheSamples()
{
    QFETCH(QJsonObject, message);
    const QJsonObject expected = message.value(u"expected"_s).toObject();
    const QString evidence = expected.value(u"ward_evidence"_s).toString();
    const QString ward = expected.value(u"ward_code"_s).toString();
    const NamedPlace place = gazetteer.find(message.value(u"text"_s).toString());
    const QString got = u"%1: %2"_s.arg(place.evidence).arg(place.areas.join(u' '));
    if (evidence == u"explicit"_s || evidence == u"explicit_tone_variant"_s || evidence == u"legacy_name"_s) {
        QVERIFY2(place.decides(), qPrintable(got));
        if (!ward.isEmpty())
            QCOMPARE(place.areas.first(), ward);
    } else if (evidence == u"explicit_no_accent"_s) {
        QVERIFY2(place.areas.contains(ward), qPrintable(got)); // decided or asked, never missed
    } else {
        QVERIFY2(!place.decides(), qPrintable(got)); // streets, landmarks, divided units, nothing: ask
    }
}

QTEST_APPLESS_MAIN(RoutingTest)
#include "test_routing.moc"
