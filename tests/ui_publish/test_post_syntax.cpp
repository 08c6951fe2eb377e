// SPDX-License-Identifier: GPL-3.0-or-later
// The definition of the post format as KSyntaxHighlighting sees it, and what it paints in the real editor.
#include "domain/personal_data.h"
#include "ui/publish/post_edit.h"
#include "ui/theme/theme.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>

#include <QApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>
#include <QXmlStreamReader>

using namespace trucban;

namespace {

QStringList complaints;

void listen(QtMsgType type, const QMessageLogContext &context, const QString &words)
{
    if (type != QtDebugMsg && QByteArrayView(context.category).contains("syntaxhighlight"))
        complaints.append(words);
}

/// What each element may carry, as the framework documents its format.
const QHash<QString, QStringList> &allowed()
{
    static const QStringList rule{u"attribute"_s, u"context"_s, u"beginRegion"_s, u"endRegion"_s, u"firstNonSpace"_s, u"column"_s, u"lookAhead"_s};
    static const QHash<QString, QStringList> all{
        {u"language"_s, {u"name"_s, u"section"_s, u"extensions"_s, u"version"_s, u"kateversion"_s, u"style"_s, u"mimetype"_s, u"casesensitive"_s, u"priority"_s, u"author"_s, u"license"_s, u"indenter"_s, u"hidden"_s}},
        {u"highlighting"_s, {}}, {u"contexts"_s, {}}, {u"itemDatas"_s, {}}, {u"general"_s, {}},
        {u"context"_s, {u"name"_s, u"attribute"_s, u"lineEndContext"_s, u"lineEmptyContext"_s, u"fallthroughContext"_s, u"dynamic"_s, u"noIndentationBasedFolding"_s}},
        {u"RegExpr"_s, rule + QStringList{u"String"_s, u"insensitive"_s, u"minimal"_s, u"dynamic"_s}},
        {u"StringDetect"_s, rule + QStringList{u"String"_s, u"insensitive"_s, u"dynamic"_s}},
        {u"IncludeRules"_s, {u"context"_s, u"includeAttrib"_s}},
        {u"itemData"_s, {u"name"_s, u"defStyleNum"_s, u"color"_s, u"selColor"_s, u"italic"_s, u"bold"_s, u"underline"_s, u"strikeOut"_s, u"backgroundColor"_s, u"selBackgroundColor"_s, u"spellChecking"_s}},
        {u"keywords"_s, {u"casesensitive"_s, u"weakDeliminator"_s, u"additionalDeliminator"_s, u"wordWrapDeliminator"_s}}};
    return all;
}

const QStringList styles{u"dsNormal"_s, u"dsKeyword"_s, u"dsFunction"_s, u"dsVariable"_s, u"dsControlFlow"_s, u"dsOperator"_s, u"dsBuiltIn"_s, u"dsExtension"_s, u"dsPreprocessor"_s,
                         u"dsAttribute"_s, u"dsChar"_s, u"dsSpecialChar"_s, u"dsString"_s, u"dsVerbatimString"_s, u"dsSpecialString"_s, u"dsImport"_s, u"dsDataType"_s, u"dsDecVal"_s,
                         u"dsBaseN"_s, u"dsFloat"_s, u"dsConstant"_s, u"dsComment"_s, u"dsDocumentation"_s, u"dsAnnotation"_s, u"dsCommentVar"_s, u"dsRegionMarker"_s, u"dsInformation"_s,
                         u"dsWarning"_s, u"dsAlert"_s, u"dsOthers"_s, u"dsError"_s};

struct Shape {
    QStringList faults;
    QSet<QString> contexts, itemDatas, usedContexts, usedItemDatas;

    void look(const QXmlStreamReader &xml)
    {
        const QString name = xml.name().toString();
        if (!allowed().contains(name)) {
            faults.append(u"unknown element "_s + name);
            return;
        }
        for (const QXmlStreamAttribute &attribute : xml.attributes()) {
            const QString key = attribute.name().toString(), value = attribute.value().toString();
            if (!allowed().value(name).contains(key))
                faults.append(name + u" has no attribute "_s + key);
            static const QStringList truths{u"bold"_s, u"italic"_s, u"underline"_s, u"insensitive"_s, u"minimal"_s, u"dynamic"_s, u"spellChecking"_s, u"casesensitive"_s, u"lookAhead"_s};
            if (truths.contains(key) && !QStringList{u"true"_s, u"false"_s, u"0"_s, u"1"_s}.contains(value))
                faults.append(key + u" is no truth value: "_s + value);
            if (key == u"defStyleNum" && !styles.contains(value))
                faults.append(u"unknown style "_s + value);
            if (key == u"attribute")
                usedItemDatas.insert(value);
            if (key.endsWith(u"ontext"_s) && !value.startsWith(u'#'))
                usedContexts.insert(value);
            if (name == u"RegExpr" && key == u"String" && !QRegularExpression(value, QRegularExpression::UseUnicodePropertiesOption).isValid())
                faults.append(u"no regular expression: "_s + value);
        }
        if (name == u"context")
            contexts.insert(xml.attributes().value(u"name").toString());
        else if (name == u"itemData")
            itemDatas.insert(xml.attributes().value(u"name").toString());
    }
};

class Reader : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    void read(const QString &line) { m_state = highlightLine(line, m_state); }
    QSet<QString> names;

protected:
    void applyFormat(int, int length, const KSyntaxHighlighting::Format &format) override
    {
        if (length > 0)
            names.insert(format.name());
    }

private:
    KSyntaxHighlighting::State m_state;
};

} // namespace

class PostSyntaxTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::install(*qApp, Scheme::Light); }
    void cleanupTestCase() { Theme::setScheme(Scheme::Light); }

    void theDefinitionHasTheShapeTheFrameworkDocuments()
    {
        QFile file(QStringLiteral(TRUCBAN_SOURCE_DIR "/resources/syntax/trucban-post.xml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        Shape shape;
        QStringList order;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            shape.look(xml);
            if (QStringList{u"highlighting"_s, u"contexts"_s, u"itemDatas"_s, u"general"_s}.contains(xml.name()))
                order.append(xml.name().toString());
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY2(shape.faults.isEmpty(), qPrintable(shape.faults.join(u'\n')));
        QCOMPARE(order, (QStringList{u"highlighting"_s, u"contexts"_s, u"itemDatas"_s, u"general"_s}));
        QVERIFY2(shape.contexts.contains(shape.usedContexts), qPrintable(QStringList((shape.usedContexts - shape.contexts).values()).join(u' ')));
        QCOMPARE(shape.usedItemDatas, shape.itemDatas); // none is missing and none is there for nothing
    }

    void theFrameworkReadsItWithoutAWord()
    {
        complaints.clear();
        const QtMessageHandler before = qInstallMessageHandler(listen);
        Reader reader;
        {
            KSyntaxHighlighting::Repository repository;
            repository.addCustomSearchPath(QStringLiteral(TRUCBAN_SOURCE_DIR "/resources"));
            const auto definition = repository.definitionForName(u"Truc Ban Post"_s);
            QVERIFY(definition.isValid());
            QCOMPARE(definition.license(), u"GPL-3.0-or-later"_s);
            reader.setDefinition(definition);
            for (const char *line : {"# Tin **mới**", "", "- @[An ninh Thủ đô] #HaNoi [lời](https://a.vn/1) https://a.vn \\*", "Theo {{case:26-004217}}, {{unit}}: tên trộm, (Mật)",
                                     "Gọi 0912 345 678, 001099012345, xe 29-H1 234.56, stk 0011004123456, a.b@c.vn, số hiệu 123-456", "cmnd 012345678", "Nguồn: x"})
                reader.read(QString::fromUtf8(line));
            QVERIFY(definition.formats().size() > 15);
            for (const auto &format : definition.formats()) {
                if (format.name() != u"Text" && format.name() != u"Bold")
                    QVERIFY2(reader.names.contains(format.name()), qPrintable(format.name())); // every mark can be reached
            }
        }
        qInstallMessageHandler(before);
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
    }

    void everyMarkIsReadInBothSchemes()
    {
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            Theme::setScheme(scheme);
            PostEdit edit;
            edit.setSource(u"# Tin **mới**\n\n- @[An ninh Thủ đô] #HaNoi https://a.vn\n{{case:26-004217}} {{unit}} tên trộm 0912345678\nNguồn: x"_s);
            const QColor ground = edit.palette().color(QPalette::Base);
            int seen = 0;
            for (QTextBlock block = edit.document()->begin(); block.isValid(); block = block.next()) {
                for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
                    ++seen;
                    const QColor colour = range.format.foreground().color();
                    QVERIFY2(Theme::contrast(colour, ground) >= 4.5, qPrintable(block.text().mid(range.start, range.length) + u' ' + colour.name()));
                }
            }
            QVERIFY(seen >= 8);
        }
    }

    void whatIdentifiesAPersonIsPaintedWhileItIsTyped_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QString>("name");
        const struct {
            const char *words, *secret, *name;
        } all[] = {{"Liên hệ 0912 345 678 để biết", "0912 345 678", "Phone"},          {"Gọi +84912345678 ngay", "+84912345678", "Phone"},
                   {"Căn cước 001099012345 của", "001099012345", "National ID"},       {"Xe máy 29-H1 234.56 rời đi", "29-H1 234.56", "Plate"},
                   {"Ô tô 30A-123.45 vượt đèn", "30A-123.45", "Plate"},                {"Chuyển vào STK 0011004123456 nhé", "0011004123456", "Bank account"},
                   {"Số tài khoản: 19034567890123 là", "19034567890123", "Bank account"}, {"Thư về nguyen.an@gmail.com nhé", "nguyen.an@gmail.com", "E-mail"},
                   {"CMND số 012345678 cấp", "012345678", "National ID"}};
        for (const auto &each : all) {
            for (const char *scheme : {"light", "dark"})
                QTest::addRow("%s %s %s", each.name, each.secret, scheme) << QString::fromUtf8(each.words) << QString::fromUtf8(each.secret) << QString::fromUtf8(each.name);
        }
    }
    void whatIdentifiesAPersonIsPaintedWhileItIsTyped()
    {
        QFETCH(QString, words);
        QFETCH(QString, secret);
        QFETCH(QString, name);
        Theme::setScheme(QByteArrayView(QTest::currentDataTag()).endsWith("dark") ? Scheme::Dark : Scheme::Light);
        PostEdit edit;
        edit.resize(700, 200);
        edit.show();
        edit.setFocus();
        QTest::keyClicks(&edit, u"x "_s);
        edit.textCursor().insertText(words);
        const int start = 2 + int(words.indexOf(secret));
        QCOMPARE(edit.classAt(start), name);
        QCOMPARE(edit.classAt(start + int(secret.size()) - 1), name);

        // the colour the highlighter laid over these letters …
        const auto colourAt = [&](int position) {
            for (const QTextLayout::FormatRange &range : edit.document()->firstBlock().layout()->formats()) {
                if (position >= range.start && position < range.start + range.length && range.format.hasProperty(QTextFormat::ForegroundBrush))
                    return range.format.foreground().color();
            }
            return edit.palette().color(QPalette::Text);
        };
        const QColor marked = colourAt(start), plain = colourAt(0);
        QCOMPARE(colourAt(start + int(secret.size()) - 1), marked);
        QVERIFY2(marked.hsvSaturation() > 100 && marked != plain, qPrintable(marked.name()));
        const QColor ground = edit.palette().color(QPalette::Base);
        QVERIFY2(Theme::contrast(marked, ground) >= 4.5, qPrintable(u"%1 on %2: %3"_s.arg(marked.name(), ground.name()).arg(Theme::contrast(marked, ground))));

        // … is what is on the screen
        QTextCursor cursor(edit.document());
        cursor.setPosition(start);
        const QRect from = edit.cursorRect(cursor);
        cursor.setPosition(start + int(secret.size()));
        const QRect where = from.united(edit.cursorRect(cursor));
        const QImage seen = edit.viewport()->grab(where).toImage();
        int hits = 0, others = 0;
        for (int y = 0; y < seen.height(); ++y) {
            for (int x = 0; x < seen.width(); ++x) {
                const QColor pixel = seen.pixelColor(x, y);
                const auto near = [&](const QColor &to) { return qAbs(pixel.red() - to.red()) + qAbs(pixel.green() - to.green()) + qAbs(pixel.blue() - to.blue()) < 60; };
                hits += near(marked);
                others += near(plain);
            }
        }
        QVERIFY2(hits > 40, qPrintable(QString::number(hits)));
        QVERIFY2(others < hits / 4, qPrintable(u"%1 of %2"_s.arg(others).arg(hits)));
    }
};

QTEST_MAIN(PostSyntaxTest)
#include "test_post_syntax.moc"
