// SPDX-License-Identifier: GPL-3.0-or-later
// Charts read in both schemes, without colour and without a mouse; their numbers are links, their axes begin at zero, a map needs no server.
#include "ui/charts/area_map.h"
#include "ui/charts/bar_table.h"
#include "ui/charts/heat_map.h"
#include "ui/charts/number_strip.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace trucban;

class ChartsTest : public QObject
{
    Q_OBJECT

    static MapPlaces city(bool withBoundaries)
    {
        MapPlaces made;
        for (int i = 0; i < 4; ++i) {
            MapPlace place{u"A%1"_s.arg(i), u"Ward %1"_s.arg(i), {105.8 + 0.1 * i, 21.0}, true, {}};
            if (withBoundaries)
                place.rings = {{{105.76 + 0.1 * i, 20.95}, {105.84 + 0.1 * i, 20.95}, {105.84 + 0.1 * i, 21.05}, {105.76 + 0.1 * i, 21.05}, {105.76 + 0.1 * i, 20.95}}};
            made.places.append(place);
        }
        made.attribution = withBoundaries ? u"Survey"_s : QString();
        return made;
    }
    static MetricRow row(const QString &key, qint64 n, qint64 late)
    {
        MetricRow made;
        made.key = key;
        made.n = n;
        made.late = late;
        made.filter = {{u"key"_s, key}};
        return made;
    }

private Q_SLOTS:
    void initTestCase() { Theme::install(*qApp, Scheme::Light); }

    void oneHueGrowsEvenlyAndItsWordsReadInBothSchemes()
    {
        for (const bool dark : {false, true}) {
            double before = Theme::contrast(ramp::at(0, dark), Theme::colour(Neutral::Text, dark));
            for (int step = 0; step <= 20; ++step) {
                const double share = step / 20.0;
                QVERIFY2(Theme::contrast(ramp::on(share, dark), ramp::at(share, dark)) >= 4.5, qPrintable(u"%1 at %2"_s.arg(dark ? u"dark"_s : u"light"_s).arg(share)));
                if (step == 0)
                    continue;
                // nearer to the words' colour with every step: told apart by brightness alone
                const double now = Theme::contrast(ramp::at(share, dark), Theme::colour(Neutral::Text, dark));
                QVERIFY2(now < before, qPrintable(u"%1 at %2"_s.arg(dark ? u"dark"_s : u"light"_s).arg(share)));
                before = now;
            }
            QVERIFY(Theme::contrast(ramp::at(0, dark), ramp::at(1, dark)) > 4.5);
        }
    }

    void aBarIsAsLongAsItsShareFromZero()
    {
        BarTable table(u"Units"_s, {u"on time"_s}, u"nothing"_s);
        table.resize(600, 200);
        table.show({{u"a"_s, 0.5, -1, {u"50 %"_s}, u"a"_s, {}, {{u"key"_s, u"a"_s}}, false}, {u"b"_s, 1.0, -1, {u"100 %"_s}, u"b"_s, {}, {{u"key"_s, u"b"_s}}, false}});
        const QImage seen = table.grab().toImage();
        QCOMPARE(table.links().size(), 2);
        const auto length = [&](int index) {
            const int y = int(table.links().at(index).box.center().y() * seen.devicePixelRatio());
            int count = 0;
            for (int x = 0; x < seen.width(); ++x)
                count += seen.pixelColor(x, y) == Theme::colour(Meaning::Accent);
            return count;
        };
        QVERIFY(length(1) > 100);
        QVERIFY2(std::abs(length(0) * 2 - length(1)) <= 3, qPrintable(u"%1 %2"_s.arg(length(0)).arg(length(1))));
    }

    void numbersAreWalkedByKeysAndOpenedByEnter()
    {
        NumberStrip strip(u"Load"_s);
        strip.resize(600, strip.sizeHint().height());
        strip.show({{u"Late"_s, u"3"_s, u"of 9"_s, Meaning::Burning, {}, {{u"view"_s, u"overdue"_s}}}, {u"New"_s, u"5"_s, {}, Meaning::Quiet, {}, {{u"view"_s, u"new"_s}}}});
        strip.grab();
        QSignalSpy chosen(&strip, &LinkedCanvas::chosen);
        QTest::keyClick(&strip, Qt::Key_Home);
        QVERIFY(strip.accessibleName().contains(u"Late: 3"_s));
        QTest::keyClick(&strip, Qt::Key_Right);
        QVERIFY(strip.accessibleName().contains(u"New: 5"_s));
        QTest::keyClick(&strip, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toJsonObject()[u"view"_s].toString(), u"new"_s);
        QTest::mouseClick(&strip, Qt::LeftButton, {}, strip.links().first().box.center().toPoint());
        QCOMPARE(chosen.last().first().toJsonObject()[u"view"_s].toString(), u"overdue"_s);
    }

    void everySquareOfTheHeatMapSaysItsNumber()
    {
        HeatMap map(u"Hours"_s);
        map.resize(1200, 300);
        QList<MetricRow> parts;
        for (const auto &[part, n] : {std::pair{u"1-08"_s, 3}, std::pair{u"7-23"_s, 9}, std::pair{u"8-01"_s, 4}, std::pair{u"x"_s, 1}}) {
            MetricRow cell = row({}, n, 0);
            cell.part = part;
            cell.filter = {{u"part"_s, part}};
            parts.append(cell);
        }
        map.show(parts);
        map.grab();
        QCOMPARE(map.links().size(), 2); // a day or an hour there is not is nowhere
        QVERIFY(map.links().last().words.contains(u"9"_s));
        QCOMPARE(map.links().last().target[u"part"_s].toString(), u"7-23"_s);
    }

    void aMapIsThereWithoutBoundariesAndWithThem()
    {
        for (const bool drawn : {false, true}) {
            AreaMap map(u"City"_s);
            map.resize(700, 500);
            map.setPlaces(city(drawn));
            map.show({row(u"A0"_s, 10, 0), row(u"A1"_s, 2, 2), row({}, 5, 1)});
            const QImage byCount = map.grab().toImage();
            QCOMPARE(map.links().size(), 4); // each ward, also one without a case
            QVERIFY2(map.links().first().words.contains(u"10"_s), qPrintable(map.links().first().words)); // the most first
            QVERIFY(map.links().last().target.isEmpty());
            QSignalSpy turned(&map, &AreaMap::shadeChanged);
            QTest::keyClick(&map, Qt::Key_M);
            QCOMPARE(turned.size(), 1);
            QVERIFY(map.grab().toImage() != byCount);
            QCOMPARE(map.links().first().target[u"key"_s].toString(), u"A1"_s); // the most late ones first
        }
        AreaMap empty(u"City"_s);
        empty.resize(700, 500);
        empty.grab();
        QVERIFY(empty.links().isEmpty());
    }
};

QTEST_MAIN(ChartsTest)
#include "test_charts.moc"
