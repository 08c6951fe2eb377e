// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as spreadsheets write them, and the sample the product ships.
#include "domain/csv.h"
#include "domain/deadlines.h"
#include "unit/shared_data.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace trucban;

class CsvTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsQuotesBreaksAndMarks();
    void lineNumbersAreThoseOfTheFile();
    void writesForExcelWithoutFormulas();
    void sampleHangsTogether();
};

void CsvTest::readsQuotesBreaksAndMarks()
{
    const auto table = CsvTable::fromUtf8("\xEF\xBB\xBF" "code;name\r\nA;\"xin \"\"chào\"\"\nbạn; ơi\"\r\n\r\nB; tên \r\nC"_ba);
    QCOMPARE(table.header(), (QStringList{u"code"_s, u"name"_s}));
    QCOMPARE(table.rows().size(), 3);
    QCOMPARE(table.cell(table.rows().at(0), u"name"_s), u"xin \"chào\"\nbạn; ơi"_s);
    QCOMPARE(table.cell(table.rows().at(1), u"name"_s), u"tên"_s);
    QCOMPARE(table.cell(table.rows().at(2), u"name"_s), QString());
    QVERIFY(table.has(u"code"_s) && !table.has(u"unit"_s));
}

void CsvTest::lineNumbersAreThoseOfTheFile()
{
    const auto table = CsvTable::fromUtf8("a,b\n1,\"x\ny\"\n2,z\n"_ba);
    QCOMPARE(table.rows().at(0).line, 2);
    QCOMPARE(table.rows().at(1).line, 4);
}

void CsvTest::writesForExcelWithoutFormulas()
{
    QCOMPARE(csvLine({u"=cmd|x"_s, u"a,b"_s, u"nói \"thế\""_s}), u"'=cmd|x,\"a,b\",\"nói \"\"thế\"\"\"\r\n"_s);
}

static CsvTable sample(const char *name)
{
    QFile file(test::sampleFile(name));
    return file.open(QIODevice::ReadOnly) ? CsvTable::fromUtf8(file.readAll()) : CsvTable();
}

static QSet<QString> column(const CsvTable &table, const QString &name)
{
    QSet<QString> values;
    for (const CsvRow &row : table.rows())
        values.insert(table.cell(row, name));
    return values;
}

void CsvTest::sampleHangsTogether()
{
    const auto units = sample("units.csv"), areas = sample("areas.csv"), people = sample("people.csv"), categories = sample("categories.csv");
    QCOMPARE(areas.rows().size(), 126);
    QVERIFY(column(units, u"code"_s).contains(column(areas, u"unit_code"_s)));
    QVERIFY(column(units, u"code"_s).contains(column(people, u"unit"_s)));
    QVERIFY((column(units, u"code"_s) + QSet{QString()}).contains(column(categories, u"default_unit"_s)));
    QVERIFY((column(categories, u"code"_s) + QSet{QString()}).contains(column(categories, u"parent_code"_s)));
    QVERIFY((column(categories, u"code"_s) + QSet{QString()}).contains(column(sample("deadlines.csv"), u"category"_s)));
    QVERIFY((column(categories, u"code"_s) + QSet{QString()}).contains(column(sample("templates.csv"), u"category"_s)));
    const auto holidays = sample("holidays.csv");
    for (const CsvRow &row : holidays.rows()) {
        QVERIFY(QDate::fromString(holidays.cell(row, u"date"_s), Qt::ISODate).isValid());
        QVERIFY2(dayKindFromWord(holidays.cell(row, u"kind"_s)), qPrintable(holidays.cell(row, u"kind"_s)));
    }
    const auto deadlines = sample("deadlines.csv");
    for (const CsvRow &row : deadlines.rows())
        QVERIFY(termUnitFromWord(deadlines.cell(row, u"unit"_s)));
    QVERIFY(test::jsonLines(test::sampleFile("citizens.jsonl")).size() >= 45);
}

QTEST_APPLESS_MAIN(CsvTest)
#include "test_csv.moc"
