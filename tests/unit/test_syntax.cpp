// SPDX-License-Identifier: GPL-3.0-or-later
// The highlighting definition of the post format: it loads without a complaint, every class of it is reached, and it
// marks as personal data what the finder finds.
#include "domain/personal_data.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace trucban;

namespace {

QStringList complaints;

void collect(QtMsgType, const QMessageLogContext &context, const QString &message)
{
    if (QLatin1StringView(context.category).contains("syntax"_L1))
        complaints.append(message);
}

class Marker : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    QStringList marks; // `class:words` of one text
    void run(const QString &text)
    {
        marks.clear();
        KSyntaxHighlighting::State state;
        for (const QString &line : text.split(u'\n')) {
            m_line = line;
            state = highlightLine(line, state);
        }
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        if (length > 0 && format.name() != u"Text"_s)
            marks.append(format.name() + u':' + m_line.mid(offset, length));
    }

private:
    QString m_line;
};

} // namespace

class SyntaxTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void loadsWithoutComplaint();
    void marksEachClass_data();
    void marksEachClass();
    void everyClassIsReached();
    void leavesOrdinaryWordsAlone();
    void agreesWithTheFinder();

private:
    KSyntaxHighlighting::Repository repository;
    Marker marker;
};

void SyntaxTest::initTestCase()
{
    const auto before = qInstallMessageHandler(collect);
    repository.addCustomSearchPath(QStringLiteral(TRUCBAN_SOURCE_DIR "/resources"));
    const auto definition = repository.definitionForName(u"Truc Ban Post"_s);
    QVERIFY(definition.isValid());
    marker.setTheme(repository.defaultTheme(KSyntaxHighlighting::Repository::DarkTheme)); // before the definition, or formats are not resolved
    marker.setDefinition(definition);
    marker.run(u"# Tin\n\nthử"_s);
    qInstallMessageHandler(before);
}

void SyntaxTest::loadsWithoutComplaint()
{
    QCOMPARE(complaints, QStringList());
}

void SyntaxTest::marksEachClass_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QString &text, const QStringList &expected) { QTest::newRow(name) << text << expected; };
    row("headline", u"# Tin mới\nthân"_s, {u"Headline:# Tin mới"_s});
    row("bold with a phone inside", u"x\n**gọi 0912 345 678**"_s, {u"Markup:**"_s, u"Bold:gọi "_s, u"Phone:0912 345 678"_s, u"Markup:**"_s});
    row("list", u"x\n- một\n1. hai"_s, {u"List mark:- "_s, u"List mark:1. "_s});
    row("hashtag", u"x\n#CongAnHàNội và a#b"_s, {u"Hashtag:#CongAnHàNội"_s});
    row("link", u"x\nhttps://example.vn/a"_s, {u"Link:https://example.vn/a"_s});
    row("labelled link", u"x\n[Cổng](https://example.vn)"_s, {u"Link:[Cổng](https://example.vn)"_s});
    row("mention", u"x\n@[An ninh Thủ đô]"_s, {u"Mention:@[An ninh Thủ đô]"_s});
    row("case", u"x\nvụ {{case:26-004217}}"_s, {u"Case reference:{{case:26-004217}}"_s});
    row("variable", u"x\n{{unit}}"_s, {u"Variable:{{unit}}"_s});
    row("source", u"x\nNguồn: An ninh Thủ đô"_s, {u"Source line:Nguồn: An ninh Thủ đô"_s});
    row("id", u"x\ncăn cước 001204000000"_s, {u"National ID:001204000000"_s});
    row("old id", u"x\nCMND số 012345678"_s, {u"National ID:012345678"_s});
    row("plate", u"x\nxe 29-H1 000.00"_s, {u"Plate:29-H1 000.00"_s});
    row("account", u"x\nstk 0000123456789"_s, {u"Bank account:0000123456789"_s});
    row("e-mail", u"x\na.b@example.com"_s, {u"E-mail:a.b@example.com"_s});
    row("badge", u"x\nsố hiệu 000-000"_s, {u"Badge:000-000"_s});
    row("guilt", u"x\nTên trộm và hung thủ"_s, {u"Guilt word:Tên trộm"_s, u"Guilt word:hung thủ"_s});
    row("secret", u"x\n(Mật) bí số"_s, {u"Secret mark:(Mật)"_s, u"Secret mark:bí số"_s});
}

void SyntaxTest::marksEachClass()
{
    QFETCH(QString, text);
    marker.run(text);
    QTEST(marker.marks, "expected");
}

void SyntaxTest::everyClassIsReached()
{
    QSet<QString> reached{u"Text"_s};
    marker.run(u"# Tin\n- **a** #b [c](https://d.vn) @[e] {{case:1-2}} {{f}} 0912345678 001204000000 29A-123.45 stk 0000123456\na@b.vn số hiệu 123-456 thủ phạm (mật)\nNguồn: g"_s);
    for (const QString &mark : std::as_const(marker.marks))
        reached.insert(mark.section(u':', 0, 0));
    for (const auto &format : marker.definition().formats())
        QVERIFY2(reached.contains(format.name()), qPrintable(format.name()));
}

void SyntaxTest::leavesOrdinaryWordsAlone()
{
    marker.run(u"Bí mật của mật khẩu, ngày 14/11/2026 lúc 22h40 gọi 113; 1.500.000đ; kẻ vạch đường; tên phố"_s);
    QCOMPARE(marker.marks, QStringList());
}

void SyntaxTest::agreesWithTheFinder()
{
    const QString text = u"gọi 0912.345.678 hoặc +84 98 765 43 21, CCCD 001204000000, xe 30K-000.00, stk 0000123456789, thư a@example.com, số hiệu 000-000"_s;
    QStringList found;
    for (const PersonalDatum &datum : findPersonalData(text))
        found.append(text.mid(datum.range.start, datum.range.length));
    marker.run(u"x\n"_s + text);
    QStringList marked;
    for (const QString &mark : std::as_const(marker.marks))
        marked.append(mark.section(u':', 1));
    QCOMPARE(marked, found);
}

QTEST_GUILESS_MAIN(SyntaxTest)
#include "test_syntax.moc"
