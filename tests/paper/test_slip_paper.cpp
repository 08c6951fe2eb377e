// SPDX-License-Identifier: GPL-3.0-or-later
// The transfer slip as it comes out of a printer: measured, read and scanned by other people's programs.
#include "paper_eyes.h"

#include "paper/slip.h"
#include "paper/vietnamese.h"

#include <QGuiApplication>
#include <QRegularExpression>
#include <QTest>

using namespace trucban;
using namespace trucban::paper;

namespace {

Slip sample()
{
    Slip slip;
    slip.superior = u"CÔNG AN THÀNH PHỐ HÀ NỘI"_s;
    slip.issuer = u"PHÒNG THAM MƯU"_s;
    slip.place = u"Hà Nội"_s;
    slip.authority = u"TL. GIÁM ĐỐC"_s;
    slip.post = u"TRƯỞNG PHÒNG THAM MƯU"_s;
    slip.contact = u"Trung tâm Thông tin chỉ huy, Phòng Tham mưu (trực 24/24)"_s;
    slip.numberPattern = u"{number}/PC-CAHN-PV01"_s;
    slip.page = u"Công an Thành phố Hà Nội"_s;
    slip.number = u"05/PC-CAHN-PV01"_s;
    slip.code = u"7K3M-Q9XD-2HBT"_s;
    slip.caseNumber = u"26-004217"_s;
    slip.channel = u"messenger"_s;
    slip.citizen = u"Người dân #4821"_s;
    slip.category = u"An ninh, trật tự"_s;
    slip.urgency = u"high"_s;
    slip.track = u"Phản ánh, kiến nghị"_s;
    slip.area = u"Tương Mai"_s;
    slip.areaType = u"phuong"_s;
    slip.unit = u"Công an phường Tương Mai"_s;
    slip.others = {{u"Phòng Cảnh sát giao thông"_s, false}};
    slip.instruction = u"Kiểm tra, xử lý nhóm thanh niên tụ tập; báo cáo kết quả"_s;
    const auto at = [](const char *iso) { return momentOf(QString::fromLatin1(iso)); };
    slip.openedAt = at("2026-02-05T02:41:00Z");
    slip.receivedAt = at("2026-02-05T02:41:07Z");
    slip.sentAt = at("2026-02-05T03:05:00Z");
    slip.dueAt = at("2026-02-06T10:00:00Z");
    slip.signedAt = at("2026-02-05T03:20:00Z");
    slip.printedAt = slip.signedAt;
    slip.officer = u"Đại úy Nguyễn Hải An"_s;
    slip.signer = u"Đại tá Lê Thu Hà"_s;
    slip.messages = {{slip.openedAt, u"Alo trực ban ơi, có khoảng 20 thanh niên cầm gậy ở ngã tư, ẪM Ỹ cả phố. ỮNG CỨU với! ĐƯỢC ĐỘ nửa tiếng rồi ạ."_s, {}}};
    slip.files = {{u"image"_s, u"ảnh ngã tư.jpg"_s, u"image/jpeg"_s, QString(64, u'a'), u"stored"_s, 1'234'567}, {u"video"_s, {}, u"video/mp4"_s, QString(64, u'7'), u"stored"_s, 45'678'901}};
    slip.draft = false;
    return slip;
}

} // namespace

class SlipPaperTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void everyFieldIsOnThePaper()
    {
        const QString pdf = write(sample());
        const QString words = wordsOf(pdf).simplified();
        for (const QString &field : {u"CÔNG AN THÀNH PHỐ HÀ NỘI"_s, u"PHÒNG THAM MƯU"_s, u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"_s, u"Độc lập - Tự do - Hạnh phúc"_s, u"Số: 05/PC-CAHN-PV01"_s,
                 u"Hà Nội, ngày 05 tháng 02 năm 2026"_s, u"PHIẾU CHUYỂN"_s, u"Kính gửi: Công an phường Tương Mai"_s, u"26-004217"_s, u"09 giờ 41 phút ngày 05/02/2026"_s, u"danh tính được giữ bí mật"_s,
                 u"ẪM Ỹ"_s, u"ỮNG CỨU"_s, u"ĐƯỢC ĐỘ"_s, u"1.234.567 byte"_s, QString(64, u'a'), QString(64, u'7'), u"An ninh, trật tự"_s, u"phường Tương Mai"_s, u"Phòng Cảnh sát giao thông"_s,
                 u"17 giờ 00 phút ngày 06/02/2026"_s, u"TL. GIÁM ĐỐC"_s, u"TRƯỞNG PHÒNG THAM MƯU"_s, u"Đại tá Lê Thu Hà"_s, u"Nơi nhận:"_s, u"- Như trên;"_s, u"KHẨN"_s, u"Đại úy Nguyễn Hải An"_s, u"7K3M-Q9XD-2HBT"_s})
            QVERIFY2(words.contains(field), qPrintable(field + u"\nis not in\n"_s + words));
        QVERIFY(!words.contains(u"BẢN NHÁP"_s));
        // the unit's copy bears no receipt, the kept one does
        QCOMPARE(words.count(u"Đã nhận lúc"_s), 1);
    }

    void paperAndFontsAreTheDecrees()
    {
        const QString pdf = write(sample());
        const QString info = run(u"pdfinfo"_s, {pdf});
        QVERIFY2(info.contains(QRegularExpression(u"Page size: +59[45][^ ]* x 84[12]"_s)), qPrintable(info));
        const QStringList fonts = run(u"pdffonts"_s, {pdf}).split(u'\n', Qt::SkipEmptyParts).sliced(2);
        QVERIFY(!fonts.isEmpty());
        for (const QString &line : fonts) {
            QVERIFY2(line.contains(u"LiberationSerif"_s) || line.contains(u"TimesNewRoman"_s), qPrintable(line));
            QVERIFY2(line.contains(QRegularExpression(u"\\byes\\b"_s)), qPrintable(u"not embedded: "_s + line));
        }
    }

    void marginsAreTheDecrees()
    {
        Slip slip = sample();
        slip.messages[0].text = QString(u"Nội dung dài để lấp đầy trang giấy, đủ chữ ở cả hai bên lề. "_s).repeated(90);
        const QString pdf = write(slip, Copies::ForUnit);
        for (int page = 1; page <= 2; ++page) {
            const QImage image = pictureOf(pdf, page);
            QVERIFY(!image.isNull());
            QCOMPARE(qRound(millimetres(image.width())), 210);
            const QRect body = inkOf(image, QRect(0, int(image.height() * 16 / 297.0), image.width(), image.height())); // the page number stands in the margin
            const double left = millimetres(body.left()), right = millimetres(image.width() - 1 - body.right()), top = millimetres(body.top()), bottom = millimetres(image.height() - 1 - body.bottom());
            QVERIFY2(left >= 29.5 && left <= 35.5, qPrintable(u"left %1"_s.arg(left)));
            QVERIFY2(right >= 14.5 && right <= 20.5, qPrintable(u"right %1"_s.arg(right)));
            QVERIFY2(top >= 19.5 && top <= 25.5, qPrintable(u"top %1"_s.arg(top)));
            QVERIFY2(bottom >= 19.5, qPrintable(u"bottom %1"_s.arg(bottom)));
        }
    }

    void longWordsGoOverAsManySheetsAsTheyNeed()
    {
        Slip slip = sample();
        QString text;
        for (int i = 1; i <= 700; ++i)
            text += u"câu%1 Ẫ Ữ Ộ. "_s.arg(i);
        slip.messages = {{slip.openedAt, text, {}}};
        const QString pdf = write(slip, Copies::ForUnit);
        const QString words = wordsOf(pdf);
        for (int i = 1; i <= 700; ++i)
            QVERIFY2(words.contains(QRegularExpression(u"câu%1\\b"_s.arg(i))), qPrintable(u"lost: câu%1"_s.arg(i)));
        const int pages = QRegularExpression(u"Pages: +(\\d+)"_s).match(run(u"pdfinfo"_s, {pdf})).captured(1).toInt();
        QVERIFY(pages >= 3);
        for (int page = 1; page <= pages; ++page) { // no number on the first, then 2, 3 … in the middle of the upper margin
            const QString number = wordsOf(pdf, {u"-f"_s, QString::number(page), u"-l"_s, QString::number(page), u"-x"_s, u"0"_s, u"-y"_s, u"0"_s, u"-W"_s, u"595"_s, u"-H"_s, u"50"_s}).trimmed();
            QCOMPARE(number, page == 1 ? QString() : QString::number(page));
            const QImage image = pictureOf(pdf, page);
            const QRect ink = inkOf(image, QRect(0, 0, image.width(), int(image.height() * 17 / 297.0)));
            if (page > 1)
                QVERIFY(qAbs(ink.center().x() - image.width() / 2) < 8);
            else
                QVERIFY(ink.isEmpty());
        }
    }

    void whatACitizenTypesIsDrawnWhole()
    {
        Slip slip = sample();
        slip.messages[0].text = u"Cháy 🚒🔥 ở đây 😭\nDòng hai\tcó tab \u200b\u202e ngược; 漢字 và العربية; ký tự lạ \uFFFD"_s + QString(300, u'Ẫ');
        const QString pdf = write(slip, Copies::ForUnit);
        const QString words = wordsOf(pdf).simplified();
        QVERIFY2(words.contains(u"Cháy"_s) && words.contains(u"Dòng hai"_s) && words.contains(u"TRƯỞNG PHÒNG THAM MƯU"_s), qPrintable(words));
        // a word without a gap is broken at the margin and not drawn over it
        const QImage image = pictureOf(pdf, 1);
        const QRect ink = inkOf(image);
        QVERIFY(millimetres(image.width() - 1 - ink.right()) >= 14.5);
        QCOMPARE(words.count(u'Ẫ'), 300);
        QVERIFY(words.contains(u"Dòng hai có tab ngược"_s)); // and runs from left to right
        // little pictures are there in their colours (a fire engine is red, as the mark of urgency is not in this line)
        int red = 0, yellow = 0;
        for (int y = int(image.height() * 0.33); y < int(image.height() * 0.45); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor dot = image.pixelColor(x, y);
                red += dot.red() > 180 && dot.green() < 100 && dot.blue() < 100;
                yellow += dot.red() > 200 && dot.green() > 150 && dot.blue() < 110;
            }
        }
        QVERIFY2(red > 20 && yellow > 20, qPrintable(u"red %1, yellow %2"_s.arg(red).arg(yellow)));
    }

    void theCodeIsReadBack()
    {
        const Slip slip = sample();
        const QString pdf = write(slip);
        for (int page = 1; page <= 2; ++page) {
            QTemporaryDir folder;
            const QString picture = folder.filePath(u"page.png"_s);
            QVERIFY(pictureOf(pdf, page, 150).save(picture));
            QCOMPARE(run(u"zbarimg"_s, {u"-q"_s, u"--raw"_s, picture}).trimmed(), u"26-004217 7K3M-Q9XD-2HBT"_s);
        }
    }

    void aDraftSaysSoOnEverySheet()
    {
        Slip slip = sample();
        slip.draft = true;
        slip.number.clear();
        slip.signedAt = {};
        slip.signer.clear();
        const QString pdf = write(slip);
        for (int page = 1; page <= 2; ++page)
            QVERIFY(run(u"pdftotext"_s, {u"-raw"_s, u"-f"_s, QString::number(page), u"-l"_s, QString::number(page), pdf, u"-"_s}).normalized(QString::NormalizationForm_C).contains(u"NHÁP"_s));
        const QString words = wordsOf(pdf).simplified();
        QVERIFY(words.contains(u"Số: ……/PC-CAHN-PV01"_s));
        QVERIFY(words.contains(u"ngày …… tháng …… năm 2026"_s));
        QVERIFY(words.contains(u"(chưa ký)"_s));
    }

    void aNameStandsOnlyWhereItWasOpened()
    {
        Slip slip = sample();
        QVERIFY(!wordsOf(write(slip)).contains(u"Trần Thị Bưởi"_s));
        slip.identity = {u"Trần Thị Bưởi"_s};
        const QString words = wordsOf(write(slip)).simplified();
        QVERIFY(words.contains(u"Trần Thị Bưởi"_s));
        QVERIFY(words.contains(u"giữ bí mật danh tính"_s));
    }

    void aReceiptIsPrinted()
    {
        Slip slip = sample();
        slip.receivedBackAt = momentOf(u"2026-02-05T04:02:00Z"_s);
        slip.receivedBy = u"Thượng úy Đỗ Văn Kiên"_s;
        const QString words = wordsOf(write(slip, Copies::ToKeep)).simplified();
        QVERIFY(words.contains(u"Đã nhận lúc 11 giờ 02 phút ngày 05/02/2026."_s));
        QVERIFY(words.contains(u"Thượng úy Đỗ Văn Kiên"_s));
    }

    void theMarkFollowsTheUrgency_data()
    {
        QTest::addColumn<QString>("urgency");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QString>("mark");
        QTest::newRow("low") << u"low"_s << 60 << QString();
        QTest::newRow("medium") << u"medium"_s << 60 << QString();
        QTest::newRow("high") << u"high"_s << 60 << u"KHẨN"_s;
        QTest::newRow("emergency, hours") << u"emergency"_s << 240 << u"THƯỢNG KHẨN"_s;
        QTest::newRow("emergency, at once") << u"emergency"_s << 60 << u"HỎA TỐC"_s;
    }
    void theMarkFollowsTheUrgency()
    {
        QFETCH(QString, urgency);
        QFETCH(int, minutes);
        QFETCH(QString, mark);
        Slip slip = sample();
        slip.urgency = urgency;
        slip.dueAt = slip.sentAt.addSecs(minutes * 60);
        QCOMPARE(slip.mark(), mark);
        const QString head = wordsOf(write(slip, Copies::ForUnit), {u"-l"_s, u"1"_s, u"-x"_s, u"0"_s, u"-y"_s, u"0"_s, u"-W"_s, u"300"_s, u"-H"_s, u"190"_s});
        QCOMPARE(head.contains(u"KHẨN"_s) || head.contains(u"HỎA TỐC"_s), !mark.isEmpty());
        if (!mark.isEmpty())
            QVERIFY(head.contains(mark));
    }

    void manySlipsGoIntoOneFile()
    {
        Slip other = sample();
        other.caseNumber = u"26-000009"_s;
        const auto pages = slipPdf({sample(), other}, path(), Copies::Both);
        QVERIFY(pages);
        QCOMPARE(*pages, 4);
        QVERIFY(wordsOf(path()).contains(u"26-000009"_s));
    }

    void aPlaceThatCannotBeWrittenIsSaid()
    {
        const auto pages = slipPdf({sample()}, u"/nowhere/at/all.pdf"_s);
        QVERIFY(!pages);
        QCOMPARE(pages.error().code, u"file_not_writable"_s);
    }

private:
    QString path() const { return m_folder.filePath(u"slip.pdf"_s); }
    QString write(const Slip &slip, Copies copies = Copies::Both)
    {
        const auto pages = slipPdf({slip}, path(), copies);
        if (!pages)
            qFatal("%s", qPrintable(pages.error().detail));
        if (qEnvironmentVariableIsSet("TRUCBAN_KEEP_PAPERS"))
            QFile::copy(path(), qEnvironmentVariable("TRUCBAN_KEEP_PAPERS") + u'/' + QString::fromLatin1(QTest::currentTestFunction()) + u".pdf"_s);
        return path();
    }
    QTemporaryDir m_folder;
};

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    SlipPaperTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_slip_paper.moc"
