// SPDX-License-Identifier: GPL-3.0-or-later
// Vietnamese as it really arrives: composed, decomposed, unaccented, in two spellings of one tone, and in old font encodings.
#include "domain/legacy_text.h"
#include "domain/text.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace trucban;

class TextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void decomposedTextIsShownComposed();
    void directionOverrideIsNotShown();
    void emojiSequenceStaysWhole();
    void twoTonePlacementsAreOneWord_data();
    void twoTonePlacementsAreOneWord();
    void closedSyllablesKeepTheirTone_data();
    void closedSyllablesKeepTheirTone();
    void plainKeyDropsEveryMark_data();
    void plainKeyDropsEveryMark();
    void everyEncodingOfOneTextHasOneKey();
    void lexemesAreSyllablesAndPairs();
    void firstWordsEndAtAWord();
    void highlightFindsWithoutMarks();
    void highlightWithMarksWantsTheMarks();
    void highlightInDecomposedTextCoversTheLetters();
    void highlightFallsBackToPairsThenWords();
    void legacyEncodingsAreRead_data();
    void legacyEncodingsAreRead();
    void ordinaryTextIsNotTakenForLegacy_data();
    void ordinaryTextIsNotTakenForLegacy();
};

void TextTest::decomposedTextIsShownComposed()
{
    const QString composed = u"Tiếng Việt ở phường Định Công"_s;
    QCOMPARE(text::display(composed.normalized(QString::NormalizationForm_D)), composed);
    QCOMPARE(text::display(u"một\u00A0chút"_s), u"một chút"_s);
}

void TextTest::directionOverrideIsNotShown()
{
    QCOMPARE(text::display(u"\uFEFFlên trang \u202Egnat hnib\u202C\u2067!\u2069"_s), u"lên trang gnat hnib!"_s);
}

void TextTest::emojiSequenceStaysWhole()
{
    const QString family = u"👨‍👩‍👧 cảm ơn"_s;
    QCOMPARE(text::display(family), family);
}

void TextTest::twoTonePlacementsAreOneWord_data()
{
    QTest::addColumn<QString>("older");
    QTest::addColumn<QString>("newer");
    for (const auto &[older, newer] : {std::pair{u"hòa"_s, u"hoà"_s}, {u"Hóa"_s, u"Hoá"_s}, {u"thúy"_s, u"thuý"_s}, {u"khỏe"_s, u"khoẻ"_s},
                                       {u"ủy ban"_s, u"uỷ ban"_s}, {u"TÒA ÁN"_s, u"TOÀ ÁN"_s}, {u"qúy"_s, u"quý"_s}, {u"lũy"_s, u"luỹ"_s}})
        QTest::addRow("%s", qPrintable(older)) << older << newer;
}

void TextTest::twoTonePlacementsAreOneWord()
{
    QFETCH(QString, older);
    QFETCH(QString, newer);
    QCOMPARE(text::exactKey(older), text::exactKey(newer));
}

void TextTest::closedSyllablesKeepTheirTone_data()
{
    QTest::addColumn<QString>("word");
    for (const QString &word : {u"hoàn"_s, u"huỳnh"_s, u"suýt"_s, u"quý"_s, u"quả"_s, u"toàn"_s, u"khuỷu"_s, u"xoáy"_s, u"của"_s, u"thuở"_s})
        QTest::addRow("%s", qPrintable(word)) << word;
}

void TextTest::closedSyllablesKeepTheirTone()
{
    QFETCH(QString, word);
    QCOMPARE(text::exactKey(word), word);
}

void TextTest::plainKeyDropsEveryMark_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("key");
    QTest::newRow("stroke") << u"Đường Đê La Thành"_s << u"duong de la thanh"_s;
    QTest::newRow("look-alike d") << u"Ðống Ða ð"_s << u"dong da d"_s;
    QTest::newRow("drawn out") << u"đẹpppp   quáaaaa\tluôn"_s << u"dep qua luon"_s;
    QTest::newRow("double letters stay") << u"xoong boong"_s << u"xoong boong"_s;
    QTest::newRow("digits stay") << u"stk 0000123"_s << u"stk 0000123"_s;
    QTest::newRow("full width and zero width") << u"ＡＢＣ mất\u200B xe"_s << u"abc mat xe"_s;
}

void TextTest::plainKeyDropsEveryMark()
{
    QFETCH(QString, text);
    QFETCH(QString, key);
    QCOMPARE(text::plainKey(text), key);
    QCOMPARE(text::plainKey(text.normalized(QString::NormalizationForm_D)), key);
}

void TextTest::everyEncodingOfOneTextHasOneKey()
{
    const QString composed = u"Toà nhà ở Yên Hoà bị mất điện"_s;
    QString mixed = composed;
    mixed.replace(u"ệ"_s, u"ê\u0323"_s); // as Windows-1258 writes it
    QCOMPARE(text::exactKey(mixed), text::exactKey(composed));
    QCOMPARE(text::exactKey(composed.normalized(QString::NormalizationForm_D)), text::exactKey(composed));
    QCOMPARE(text::exactKey(u"Tòa nhà ở Yên Hòa bị mất điện"_s), text::exactKey(composed));
}

void TextTest::lexemesAreSyllablesAndPairs()
{
    QCOMPARE(text::searchLexemes(text::plainKey(u"Mất xe, Wave đen!"_s)),
             (QStringList{u"mat"_s, u"xe"_s, u"wave"_s, u"den"_s, u"mat_xe"_s, u"xe_wave"_s, u"wave_den"_s}));
    QCOMPARE(text::searchLexemes(QString()), QStringList());
}

void TextTest::firstWordsEndAtAWord()
{
    QCOMPARE(text::firstWords(u"Ngắn gọn"_s, 20), u"Ngắn gọn"_s);
    QCOMPARE(text::firstWords(u"Có khoảng 20 thanh niên,\n cầm tuýp sắt đuổi nhau"_s, 28), u"Có khoảng 20 thanh niên, cầm…"_s);
    QCOMPARE(text::firstWords(u"Có khoảng 20 thanh niên, cầm tuýp"_s, 26), u"Có khoảng 20 thanh niên…"_s);
    const QString endless = u"🙏"_s.repeated(50);
    QVERIFY(!text::firstWords(endless, 21).chopped(1).back().isHighSurrogate());
}

static QStringList marked(const QString &query, const QString &where)
{
    QStringList found;
    for (const TextRange &range : text::highlights(query, where))
        found.append(where.mid(range.start, range.length));
    return found;
}

void TextTest::highlightFindsWithoutMarks()
{
    QCOMPARE(marked(u"mat xe"_s, u"Em bị MẤT XE ở đây, mật xe, mất tiền"_s), (QStringList{u"MẤT XE"_s, u"mật xe"_s}));
    QCOMPARE(marked(u"hoang ma"_s, u"phường Hoàng Mai"_s), (QStringList{u"Hoàng Mai"_s}));
}

void TextTest::highlightWithMarksWantsTheMarks()
{
    QCOMPARE(marked(u"má"_s, u"ma má mã"_s), (QStringList{u"má"_s}));
    QCOMPARE(marked(u"Yên Hòa"_s, u"phường Yên Hoà"_s), (QStringList{u"Yên Hoà"_s}));
}

void TextTest::highlightInDecomposedTextCoversTheLetters()
{
    const QString decomposed = u"bị mất xe rồi"_s.normalized(QString::NormalizationForm_D);
    QCOMPARE(marked(u"mất xe"_s, decomposed), (QStringList{u"mất xe"_s.normalized(QString::NormalizationForm_D)}));
}

void TextTest::highlightFallsBackToPairsThenWords()
{
    QCOMPARE(marked(u"mất xe máy đỏ"_s, u"mất xe hôm qua, xe máy đen"_s), (QStringList{u"mất xe"_s, u"xe máy"_s}));
    QCOMPARE(marked(u"cháy nhà"_s, u"nhà tôi sắp cháy"_s), (QStringList{u"nhà"_s, u"cháy"_s}));
    QCOMPARE(marked(u"..."_s, u"nhà tôi"_s), QStringList());
}

void TextTest::legacyEncodingsAreRead_data()
{
    QTest::addColumn<QString>("received");
    QTest::addColumn<QString>("read");
    QTest::newRow("tcvn3") << u"C«ng an cho t«i hái thñ tôc ®¨ng ký xe cò cña c«ng ty"_s << u"Công an cho tôi hỏi thủ tục đăng ký xe cũ của công ty"_s;
    QTest::newRow("vni") << u"Coâng an cho toâi hoûi thuû tuïc ñaêng kyù xe cuû"_s << u"Công an cho tôi hỏi thủ tục đăng ký xe củ"_s;
    QTest::newRow("vni capitals") << u"NGÖÔØI DAÂN BAÙO TIN"_s << u"NGƯỜI DÂN BÁO TIN"_s;
    QTest::newRow("viqr") << u"Co^ng an cho to^i ho?i thu? tu.c dda(ng ky' xe cu~. Ca?m o+n."_s << u"Công an cho tôi hỏi thủ tục đăng ký xe cũ. Cảm ơn."_s;
}

void TextTest::legacyEncodingsAreRead()
{
    QFETCH(QString, received);
    QFETCH(QString, read);
    const auto reading = text::legacyReading(received);
    QVERIFY(reading);
    QCOMPARE(reading->text, read);
}

void TextTest::ordinaryTextIsNotTakenForLegacy_data()
{
    QTest::addColumn<QString>("received");
    QTest::newRow("vietnamese") << u"Cháu bé mất tích ở ngõ 12, áo vàng, quần bò. Ai thấy gọi giúp ạ!"_s;
    QTest::newRow("decomposed") << u"Đèn tín hiệu hỏng từ sáng"_s.normalized(QString::NormalizationForm_D);
    QTest::newRow("unaccented") << u"cong an phuong oi, bai xe lay 50k/xe (khong ve)?"_s;
    QTest::newRow("arithmetic") << u"a+b=c, 2^10 (hai mu muoi) o+o"_s;
    QTest::newRow("french") << u"Bonjour, j'ai perdu mon passeport à l'hôtel près du théâtre"_s;
    QTest::newRow("quotes and degrees") << u"«Nóng» 38°C ®Bộ Y tế © 2026 ½ ngày"_s;
    QTest::newRow("empty") << QString();
}

void TextTest::ordinaryTextIsNotTakenForLegacy()
{
    QFETCH(QString, received);
    QVERIFY(!text::legacyReading(received));
}

QTEST_APPLESS_MAIN(TextTest)
#include "test_text.moc"
