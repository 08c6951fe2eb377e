// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as pages, CSV and spreadsheet: nothing is lost, nothing a citizen wrote becomes a formula, heads come again on every sheet.
#include "paper_eyes.h"

#include "paper/registers.h"
#include "paper/report.h"
#include "paper/vietnamese.h"

#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

#include <private/qzipreader_p.h>

using namespace trucban;
using namespace trucban::paper;

namespace {

const QStringList hostile{u"=1+1"_s, u"+84912345678"_s, u"-2+3"_s, u"@SUM(A1)"_s, u"\tTab"_s, u"\rReturn"_s, u"=HYPERLINK(\"http://x\",\"y\")"_s, u"{=1+1}"_s, u"a\"b, c\nd"_s, u"Ẫ Ữ Ộ 🚓"_s};

QList<Column> columns()
{
    return {{u"n"_s, u"Số"_s, 1, Column::Count}, {u"text"_s, u"Chữ"_s, 5, Column::Text}, {u"share"_s, u"Tỷ lệ"_s, 2, Column::Percent, 1.0}, {u"time"_s, u"Thời gian"_s, 2, Column::Duration}, {u"at"_s, u"Lúc"_s, 2, Column::Moment}};
}

void fill(DocumentWriter &document)
{
    document.begin({.superior = u"CÔNG AN THÀNH PHỐ HÀ NỘI"_s, .issuer = u"PHÒNG THAM MƯU"_s, .place = u"Hà Nội"_s, .title = u"BẢNG THỬ"_s, .under = {u"Ngày 24/11/2026"_s}, .madeAt = momentOf(u"2026-11-24T01:00:00Z"_s)});
    document.section({}, {}, columns());
    int n = 0;
    for (const QString &text : hostile)
        document.row({double(++n), text, 0.25, 3723.0, momentOf(u"2026-11-24T01:05:00Z"_s)});
    document.row({-5.0, QString(), QVariant(), QVariant(), QVariant()});
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString partOf(const QString &zip, const QString &name)
{
    return QString::fromUtf8(QZipReader(zip).fileData(name));
}

QJsonObject caseRow(int number, const QString &words)
{
    return {{u"number"_s, u"26-%1"_s.arg(number, 6, 10, QChar(u'0'))}, {u"at"_s, u"2026-11-24T01:00:00+00:00"_s}, {u"channel"_s, u"messenger"_s}, {u"citizen"_s, u"Người dân #%1"_s.arg(number)}, {u"words"_s, words},
            {u"category"_s, u"An ninh, trật tự"_s}, {u"urgency"_s, u"high"_s}, {u"track"_s, u"Khiếu nại"_s}, {u"track_code"_s, u"khieu_nai"_s}, {u"units"_s, u"Công an phường Ba Đình"_s}, {u"slips"_s, u"05/PC-CAHN-PV01"_s},
            {u"due_at"_s, u"2026-11-25T01:00:00+00:00"_s}, {u"status"_s, u"forwarded"_s}, {u"result"_s, u"Đang xác minh"_s}, {u"taken_by"_s, u"Nguyễn Hải An"_s}, {u"files"_s, 2}};
}

} // namespace

class DocumentsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCsvIsSafeAndWhole()
    {
        const auto document = csvDocument(path(u"t.csv"_s));
        fill(*document);
        QVERIFY(document->end());
        QCOMPARE(document->rows(), 11);
        const QString golden = QString::fromUtf8("\xEF\xBB\xBF") + u"Số,Chữ,Tỷ lệ,Thời gian (giây),Lúc\r\n"_s
            + u"1,'=1+1,0.25,3723,24/11/2026 08:05\r\n2,'+84912345678,0.25,3723,24/11/2026 08:05\r\n3,'-2+3,0.25,3723,24/11/2026 08:05\r\n4,'@SUM(A1),0.25,3723,24/11/2026 08:05\r\n"
              "5,'\tTab,0.25,3723,24/11/2026 08:05\r\n6,\"'\rReturn\",0.25,3723,24/11/2026 08:05\r\n7,\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",0.25,3723,24/11/2026 08:05\r\n8,{=1+1},0.25,3723,24/11/2026 08:05\r\n"
              "9,\"a\"\"b, c\nd\",0.25,3723,24/11/2026 08:05\r\n10,Ẫ Ữ Ộ 🚓,0.25,3723,24/11/2026 08:05\r\n-5,,,,\r\n"_s;
        QCOMPARE(QString::fromUtf8(contentOf(path(u"t.csv"_s))), golden);
    }

    void aSpreadsheetKeepsTextAsText()
    {
        const auto document = xlsxDocument(path(u"t.xlsx"_s));
        fill(*document);
        QVERIFY(document->end());
        const QString sheet = partOf(path(u"t.xlsx"_s), u"xl/worksheets/sheet1.xml"_s);
        QVERIFY(!sheet.isEmpty());
        QVERIFY(!sheet.contains(u"<f>"_s) && !sheet.contains(u"<f "_s)); // no formula, whatever was typed
        QVERIFY(!sheet.contains(u"hyperlink"_s, Qt::CaseInsensitive) || sheet.contains(u"HYPERLINK(&quot;"_s) || sheet.contains(u"HYPERLINK(\""_s));
        for (const QString &text : {u"=1+1"_s, u"+84912345678"_s, u"-2+3"_s, u"@SUM(A1)"_s, u"{=1+1}"_s, u"Ẫ Ữ Ộ 🚓"_s})
            QVERIFY2(sheet.contains(QRegularExpression(u"t=\"inlineStr\"><is><t[^>]*>"_s + QRegularExpression::escape(text) + u"</t>"_s)), qPrintable(text));
        QVERIFY(sheet.contains(u"<v>-5</v>"_s)); // and numbers as numbers
        QVERIFY(sheet.contains(u"<v>0.25</v>"_s));
    }

    void aSpreadsheetGoesOnBeyondOneSheet()
    {
        const auto document = xlsxDocument(path(u"big.xlsx"_s));
        document->begin({.title = u"Lớn"_s});
        document->section({}, {}, {{u"n"_s, u"Số"_s, 1, Column::Count}});
        constexpr int many = 1'048'600;
        for (int i = 1; i <= many; ++i)
            document->row({double(i)});
        QVERIFY(document->end());
        QCOMPARE(document->rows(), many);
        const QString second = partOf(path(u"big.xlsx"_s), u"xl/worksheets/sheet2.xml"_s);
        QVERIFY(second.contains(u"<v>%1</v>"_s.arg(many)));
    }

    void aLongTableRunsOverManySheetsWithItsHead()
    {
        const RegisterSpec &spec = *registerOf(u"intake"_s);
        const auto document = pdfDocument(path(u"register.pdf"_s), spec.title, Sheet::registerSheet());
        document->begin(registerHead(spec, QDate(2026, 11, 1), QDate(2026, 11, 30), {{u"superior"_s, u"CÔNG AN THÀNH PHỐ HÀ NỘI"_s}, {u"issuer"_s, u"PHÒNG THAM MƯU"_s}, {u"place"_s, u"Hà Nội"_s}}, momentOf(u"2026-11-30T10:00:00Z"_s)));
        document->section({}, {}, spec.columns);
        for (int i = 1; i <= 120; ++i)
            document->row(spec.cells(i, caseRow(i, u"từ%1đầu Alo trực ban ơi, có khoảng 20 thanh niên tụ tập gây mất trật tự từ%1cuối"_s.arg(i))));
        QVERIFY(document->end());
        keep(u"register.pdf"_s);
        QVERIFY(document->pages() > 5);
        const QString words = run(u"pdftotext"_s, {u"-raw"_s, path(u"register.pdf"_s), u"-"_s}).normalized(QString::NormalizationForm_C);
        for (int i = 1; i <= 120; ++i)
            QVERIFY2(words.contains(u"từ%1đầu"_s.arg(i)) && words.contains(u"từ%1cuối"_s.arg(i)), qPrintable(u"row %1 is lost"_s.arg(i)));
        QCOMPARE(int(words.count(u"Mã tin"_s)), document->pages());
        QVERIFY(run(u"pdfinfo"_s, {path(u"register.pdf"_s)}).contains(QRegularExpression(u"Page size: +84[12][^ ]* x 59[45]"_s)));
        const QImage image = pictureOf(path(u"register.pdf"_s), 2);
        const QRect ink = inkOf(image, QRect(0, int(image.height() * 16 / 210.0), image.width(), image.height()));
        QVERIFY2(millimetres(ink.left()) >= 24 && millimetres(image.width() - 1 - ink.right()) >= 14 && millimetres(image.height() - 1 - ink.bottom()) >= 14, "over the margins");
    }

    void aCellHigherThanTheSheetIsNotCut()
    {
        QString text;
        for (int i = 1; i <= 900; ++i)
            text += u"mảnh%1 "_s.arg(i);
        const auto document = pdfDocument(path(u"high.pdf"_s), u"Cao"_s, Sheet());
        document->begin({.title = u"Cao"_s});
        document->section({}, {}, {{u"a"_s, u"A"_s, 1}, {u"b"_s, u"B"_s, 1}});
        document->row({text, u"ngắn"_s});
        document->row({u"sau"_s, u"cùng"_s});
        QVERIFY(document->end());
        const QString words = run(u"pdftotext"_s, {path(u"high.pdf"_s), u"-"_s}).normalized(QString::NormalizationForm_C);
        for (int i = 1; i <= 900; ++i)
            QVERIFY2(words.contains(QRegularExpression(u"mảnh%1\\b"_s.arg(i))), qPrintable(u"lost: %1"_s.arg(i)));
        QVERIFY(words.contains(u"cùng"_s));
        QVERIFY(document->pages() >= 2);
    }

    void everyRegisterHasItsColumns_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("columns");
        QTest::newRow("intake") << u"intake"_s << 14;
        QTest::newRow("form 294") << u"crime"_s << 14;
        QTest::newRow("03/TCD") << u"visits"_s << 13;
        QTest::newRow("outgoing") << u"outgoing"_s << 9; // eight of the model and the serial number
        QTest::newRow("shift book") << u"shift_book"_s << 10;
    }
    void everyRegisterHasItsColumns()
    {
        QFETCH(QString, kind);
        QFETCH(int, columns);
        const RegisterSpec *spec = registerOf(kind);
        QVERIFY(spec);
        QCOMPARE(int(spec->columns.size()), columns);
        QCOMPARE(spec->cells(1, caseRow(7, u"x"_s)).size(), spec->columns.size());
        QCOMPARE(spec->cells(1, {}).size(), spec->columns.size());
    }

    void aReportComparesWithThePeriodBefore()
    {
        const auto row = [](const QString &key, const QString &name, QJsonObject values) {
            values[u"key"_s] = key;
            values[u"name"_s] = name;
            return values;
        };
        const auto answer = [](const QString &label, const QString &kind, const QString &by, const QJsonArray &rows) {
            return QJsonObject{{u"label"_s, label}, {u"kind"_s, kind}, {u"by"_s, by.isEmpty() ? QJsonValue() : QJsonValue(by)}, {u"definition_vi"_s, u"Định nghĩa của "_s + label}, {u"live"_s, false}, {u"rows"_s, rows}};
        };
        const QJsonArray sections{
            QJsonObject{{u"metric"_s, u"intake"_s}, {u"summary"_s, true}, {u"now"_s, answer(u"Vụ việc tiếp nhận"_s, u"count"_s, {}, {row({}, {}, {{u"n"_s, 120}})})}, {u"before"_s, answer(u"Vụ việc tiếp nhận"_s, u"count"_s, {}, {row({}, {}, {{u"n"_s, 100}})})}},
            QJsonObject{{u"metric"_s, u"on_time"_s}, {u"detail"_s, true}, {u"now"_s, answer(u"Tỷ lệ đúng hạn"_s, u"share"_s, u"unit"_s, {row(u"W1"_s, u"Công an phường Ẫ Ữ Ộ"_s, {{u"n"_s, 8}, {u"good"_s, 6}, {u"late"_s, 2}, {u"share"_s, 0.75}})})},
                        {u"before"_s, answer(u"Tỷ lệ đúng hạn"_s, u"share"_s, u"unit"_s, {row(u"W1"_s, u"Công an phường Ẫ Ữ Ộ"_s, {{u"n"_s, 2}, {u"share"_s, 0.5}})})}},
            QJsonObject{{u"metric"_s, u"charged_time"_s}, {u"detail"_s, true}, {u"now"_s, answer(u"Thời gian nắm giữ"_s, u"time"_s, u"head"_s, {row(u"3"_s, u"Thiếu tá Lê A, CAP Ba Đình"_s, {{u"n"_s, 3}, {u"seconds"_s, 100'000}})})}}};
        const QJsonObject data{{u"kind"_s, u"daily"_s}, {u"from"_s, u"2026-11-24T00:00:00+07:00"_s}, {u"to"_s, u"2026-11-25T00:00:00+07:00"_s}, {u"before_from"_s, u"2026-11-23T00:00:00+07:00"_s}, {u"before_to"_s, u"2026-11-24T00:00:00+07:00"_s},
                               {u"made_at"_s, u"2026-11-25T06:30:00+07:00"_s}, {u"head"_s, QJsonObject{{u"superior"_s, u"CÔNG AN THÀNH PHỐ HÀ NỘI"_s}, {u"issuer"_s, u"PHÒNG THAM MƯU"_s}, {u"place"_s, u"Hà Nội"_s}}},
                               {u"sections"_s, sections}, {u"channels"_s, QJsonArray{QJsonObject{{u"channel"_s, u"comment"_s}, {u"n"_s, 3}, {u"before"_s, 1}}}}};
        const auto document = pdfDocument(path(u"report.pdf"_s), reportTitle(data), Sheet());
        writeReport(data, *document);
        QVERIFY(document->end());
        keep(u"report.pdf"_s);
        const QString words = wordsOf(path(u"report.pdf"_s)).simplified();
        for (const QString &field : {u"BÁO CÁO NGÀY VỀ TIẾP NHẬN"_s, u"Kỳ báo cáo: 24/11/2026"_s, u"kỳ trước: 23/11/2026"_s, u"Vụ việc tiếp nhận 120 100 +20"_s, u"Bình luận"_s, u"Công an phường Ẫ Ữ Ộ"_s, u"75,0 %"_s, u"50,0 %"_s,
                 u"Thiếu tá Lê A"_s, u"1 ngày 3 giờ"_s, u"Định nghĩa của Tỷ lệ đúng hạn"_s})
            QVERIFY2(words.contains(field), qPrintable(field + u"\nis not in\n"_s + words));
    }

    void vietnameseTimesAndNumbers()
    {
        QCOMPARE(count(1234567.89, 2), u"1.234.567,89"_s);
        QCOMPARE(placeAndDay(u"Hà Nội"_s, QDate(2026, 2, 5)), u"Hà Nội, ngày 05 tháng 02 năm 2026"_s);
        QCOMPARE(placeAndDay(u"Hà Nội"_s, QDate(2026, 3, 15)), u"Hà Nội, ngày 15 tháng 3 năm 2026"_s);
        QCOMPARE(clockAndDay(momentOf(u"2026-11-24T07:05:00Z"_s)), u"14 giờ 05 phút ngày 24/11/2026"_s);
        QCOMPARE(seconds(45), u"45 giây"_s);
        QCOMPARE(seconds(3723), u"1 giờ 02 phút"_s);
        QCOMPARE(seconds(100'000), u"1 ngày 3 giờ"_s);
        QVERIFY(clockAndDay({}).isEmpty());
        // a term that ends with a day ends at its 24:00
        QCOMPARE(deadline(momentOf(u"2026-12-03T17:00:00Z"_s)), u"24 giờ 00 phút ngày 03/12/2026"_s);
        QCOMPARE(shortDeadline(momentOf(u"2026-12-03T17:00:00Z"_s)), u"03/12/2026 24:00"_s);
        QCOMPARE(shortDeadline(momentOf(u"2026-12-03T16:59:00Z"_s)), u"03/12/2026 23:59"_s);
        QVERIFY(shortDeadline({}).isEmpty());
    }

    void aFileThatCannotBeWrittenIsSaidByEachFormat()
    {
        for (const QString &format : {u"pdf"_s, u"csv"_s, u"xlsx"_s}) {
            const auto document = documentFor(format, u"/nowhere/at/all"_s, u"x"_s, Sheet());
            fill(*document);
            const auto done = document->end();
            QVERIFY(!done);
            QCOMPARE(done.error().code, u"file_not_writable"_s);
        }
        QVERIFY(!documentFor(u"odt"_s, path(u"x"_s), {}, Sheet()));
    }

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void keep(const QString &name)
    {
        if (qEnvironmentVariableIsSet("TRUCBAN_KEEP_PAPERS"))
            QFile::copy(path(name), qEnvironmentVariable("TRUCBAN_KEEP_PAPERS") + u'/' + name);
    }
    QTemporaryDir m_folder;
};

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    DocumentsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_documents.moc"
