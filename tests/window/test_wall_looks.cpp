// SPDX-License-Identifier: GPL-3.0-or-later
// The wall of a full day at 1080p and 4K, in both languages and schemes: everything there, nothing cut off. The pictures lie in build/pictures.
#include "domain/csv.h"
#include "ui/charts/area_map.h"
#include "ui/theme/theme.h"
#include "ui/wall/wall_blocks.h"
#include "ui/wall/wall_view.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QTest>
#include <QTimeZone>
#include <QTranslator>

using namespace trucban;

class WallLooksTest : public QObject
{
    Q_OBJECT
    QTranslator m_vietnamese;
    MapPlaces m_places;
    WallReading m_reading;

    static QByteArray sample(const QString &name)
    {
        QFile file(QStringLiteral(TRUCBAN_SOURCE_DIR "/resources/sample/") + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void readPlaces()
    {
        const CsvTable areas = CsvTable::fromUtf8(sample(u"areas.csv"_s));
        for (const CsvRow &row : areas.rows())
            m_places.places.append({areas.cell(row, u"code"_s), areas.cell(row, u"name"_s), {areas.cell(row, u"label_lon"_s).toDouble(), areas.cell(row, u"label_lat"_s).toDouble()}, true, {}});
        const QJsonObject drawn = QJsonDocument::fromJson(sample(u"areas.geojson"_s)).object();
        m_places.attribution = drawn[u"metadata"_s][u"attribution"].toString();
        const QJsonArray features = drawn[u"features"_s].toArray();
        for (const QJsonValue &feature : features) {
            for (MapPlace &place : m_places.places) {
                if (place.code != feature[u"id"].toString())
                    continue;
                for (const QJsonValue &polygon : feature[u"geometry"][u"coordinates"].toArray()) {
                    for (const QJsonValue &ring : polygon.toArray()) {
                        QList<QPointF> points;
                        for (const QJsonValue &point : ring.toArray())
                            points.append({point[0].toDouble(), point[1].toDouble()});
                        place.rings.append(points);
                    }
                }
            }
        }
    }
    void fillReading()
    {
        const QDateTime now(QDate(2026, 11, 24), QTime(14, 32), QTimeZone("Asia/Ho_Chi_Minh"));
        m_reading.now = now.toUTC();
        m_reading.from = now.addDays(-6).toUTC();
        m_reading.days = 7;
        const auto part = [](const QString &name, qint64 n, qint64 late) {
            MetricRow row;
            row.part = name;
            row.n = n;
            row.late = late;
            return row;
        };
        m_reading.load = {part({}, 1283, 241), part(u"new"_s, 214, 31), part(u"in_hand"_s, 88, 12), part(u"waiting"_s, 861, 175), part(u"answered"_s, 120, 23)};
        m_reading.unclaimed = 197;
        m_reading.arrivedToday = 612;
        m_reading.arrivedLastWeek = 548;
        for (int hour = 0; hour < 24; ++hour) {
            m_reading.usual.append(12 + 40.0 * (hour > 6 && hour < 22) - (hour % 5) * 3);
            m_reading.hours.append(hour > 14 ? 0 : qint64(m_reading.usual.last() * (hour == 14 ? 0.4 : 0.8 + (hour * 37 % 50) / 100.0)));
        }
        const QStringList units{u"Công an phường Cầu Giấy"_s, u"Phòng Cảnh sát hình sự (PC02)"_s, u"Công an phường Văn Miếu - Quốc Tử Giám"_s, u"Phòng Cảnh sát giao thông (PC08)"_s, u"Công an xã Đông Anh"_s, u"Công an phường Hoàn Kiếm"_s, u"Phòng An ninh mạng (PA05)"_s, u"Công an phường Nghĩa Đô"_s, u"Công an phường Bồ Đề"_s, u"Công an phường Láng"_s, u"Công an xã Sóc Sơn"_s, u"Công an phường Tây Hồ"_s};
        for (int i = 0; i < units.size(); ++i) {
            MetricRow row;
            row.key = u"U%1"_s.arg(i);
            row.name = units[i];
            row.n = 40 + i * 7;
            row.good = qint64(double(row.n) * (0.58 + 0.035 * i));
            row.late = row.n - row.good;
            row.share = double(row.good) / double(row.n);
            m_reading.onTime.append(row);
            m_reading.charged.insert(row.key, (300 - 20 * i) * 3600);
        }
        static const char *urgencies[] = {"emergency", "emergency", "high", "high", "high", "medium", "medium", "low"};
        for (int i = 0; i < 8; ++i)
            m_reading.red.append({CaseId{i + 1}, u"26-0%1"_s.arg(14217 + i * 31), QString::fromLatin1(urgencies[i]), i == 0 ? u"take_in"_s : i % 3 == 1 ? u"answer"_s : u"window_24h"_s, u"An ninh, trật tự"_s, u"Security and order"_s,
                                  i % 2 ? u"Phường Cầu Giấy"_s : QString(), i % 3 == 1 ? u"unit"_s : u"desk"_s, i % 3 == 2 ? u"Nguyễn Thị Hải Yến"_s : QString(), i % 3 == 1 ? units[i % 5] : QString(), {}, i % 3 == 1 ? u"Thượng tá Trần Quốc Vượng"_s : QString(),
                                  m_reading.now.addSecs(-(i * i * 4000 + 720))});
        for (int i = 0; i < 8; ++i)
            m_reading.ladder.append({CaseId{i + 1}, u"26-0%1"_s.arg(14217 + i * 31), i % 4 == 0 ? u"after_24h"_s : i % 4 == 1 ? u"100"_s : u"80"_s, i % 4 == 0 ? u"alarm"_s : i % 4 == 1 ? u"urgent"_s : u"warning"_s,
                                     {u"Thượng tá Trần Quốc Vượng"_s, u"Trực ban trưởng Lê Minh"_s}, m_reading.now.addSecs(-i * 1700)});
        m_reading.emergencies.append({CaseId{99}, u"26-015002"_s, u"Phường Hoàn Kiếm"_s, u"Cháy, nổ"_s, u"Fire, explosion"_s, m_reading.now.addSecs(-190)});
        for (int i = 0; i < m_places.places.size(); ++i) {
            MetricRow row;
            row.key = m_places.places[i].code;
            row.name = m_places.places[i].name;
            row.n = (i * 7919 % 53) * (i % 3 == 0 ? 2 : 1) / (i > 60 ? 4 : 1);
            row.late = row.n / 5;
            row.good = row.n - row.late;
            m_reading.areas.append(row);
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        Theme::install(*qApp, Scheme::Light);
        QVERIFY2(m_vietnamese.load(QStringLiteral(TRUCBAN_BINARY_DIR "/translations/trucban_vi.qm")), "the catalogue is not built");
        QDir().mkpath(QStringLiteral(TRUCBAN_BINARY_DIR "/../pictures"));
        readPlaces();
        QCOMPARE(m_places.places.size(), 126);
        fillReading();
    }

    void everythingIsThereAndNothingIsCutOff_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        for (const QString &language : {u"vi"_s, u"en"_s}) {
            for (const bool dark : {false, true}) {
                for (const QSize size : {QSize(1366, 768), QSize(1920, 1080), QSize(3840, 2160)})
                    QTest::addRow("%s-%s-%d", qPrintable(language), dark ? "dark" : "light", size.width()) << language << dark << size;
            }
        }
    }
    void everythingIsThereAndNothingIsCutOff()
    {
        QFETCH(QString, language);
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        Theme::setScheme(dark ? Scheme::Dark : Scheme::Light);
        QLocale::setDefault(QLocale(language == u"vi" ? u"vi_VN"_s : u"en_GB"_s));
        if (language == u"vi")
            QCoreApplication::installTranslator(&m_vietnamese);
        {
            WallView wall;
            wall.setAttribute(Qt::WA_DontShowOnScreen);
            wall.resize(size);
            wall.QWidget::show();
            wall.setPlaces(m_places);
            wall.show(m_reading);
            const QPixmap seen = wall.grab();
            seen.save(QStringLiteral(TRUCBAN_BINARY_DIR "/../pictures/wall-%1-%2-%3.png").arg(language, dark ? u"dark"_s : u"light"_s).arg(size.width()));
            if (size.width() == 1920) // as an eye has it three metres away
                seen.scaled(size / 3, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).save(QStringLiteral(TRUCBAN_BINARY_DIR "/../pictures/wall-%1-%2-third.png").arg(language, dark ? u"dark"_s : u"light"_s));
            const auto blocks = wall.findChildren<LinkedCanvas *>();
            QCOMPARE(blocks.size(), 7); // what an eye can hold
            for (const LinkedCanvas *block : blocks) {
                QVERIFY2(block->isVisible() && wall.rect().contains(block->geometry()), qPrintable(block->objectName()));
                QVERIFY2(!block->links().isEmpty(), qPrintable(block->objectName()));
                for (const LinkedCanvas *other : blocks)
                    QVERIFY2(other == block || !other->geometry().intersects(block->geometry()), qPrintable(block->objectName()));
                for (const LinkedCanvas::Link &link : block->links()) {
                    QVERIFY2(!link.words.isEmpty(), qPrintable(block->objectName()));
                    QVERIFY2(QRectF(block->rect()).adjusted(-4, -4, 4, 4).contains(link.box) || block->objectName() == u"wallMap", qPrintable(block->objectName() + u": "_s + link.words));
                }
            }
            QVERIFY(wall.findChild<RedCases *>()->links().size() >= 4);
            QVERIFY(wall.findChild<LadderSteps *>()->links().size() >= 4);
        }
        QCoreApplication::removeTranslator(&m_vietnamese);
    }
};

QTEST_MAIN(WallLooksTest)
#include "test_wall_looks.moc"
