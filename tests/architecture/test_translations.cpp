// SPDX-License-Identifier: GPL-3.0-or-later
// Every word a person can see has its Vietnamese: what the program's sources say is looked up in the catalogue it carries.
#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

struct Said {
    QString context;
    QString source;
    QString comment;
    QString where;
};

QList<Said> saidIn(const QString &tsFile)
{
    QFile file(tsFile);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Said> all;
    Said now;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == u"name")
            now.context = xml.readElementText();
        else if (xml.isStartElement() && xml.name() == u"message")
            now = {now.context, {}, {}, {}};
        else if (xml.isStartElement() && xml.name() == u"location")
            now.where = u"%1:%2"_s.arg(xml.attributes().value(u"filename"), xml.attributes().value(u"line"));
        else if (xml.isStartElement() && xml.name() == u"source")
            now.source = xml.readElementText();
        else if (xml.isStartElement() && xml.name() == u"comment")
            now.comment = xml.readElementText();
        else if (xml.isEndElement() && xml.name() == u"message")
            all.append(now);
    }
    return all;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression mark(u"%(L?\\d|n)"_s);
    QStringList found;
    for (auto match = mark.globalMatch(text); match.hasNext();)
        found.append(match.next().captured());
    found.sort();
    found.removeDuplicates();
    return found;
}

} // namespace

class TranslationsTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    QList<Said> m_said;
    QTranslator m_catalogue;

    QString vietnamese(const Said &said) const
    {
        return m_catalogue.translate(said.context.toUtf8().constData(), said.source.toUtf8().constData(), said.comment.toUtf8().constData(), 1);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString lupdate = QStandardPaths::findExecutable(u"lupdate"_s, {u"/usr/lib/qt6/bin"_s});
        QVERIFY2(!lupdate.isEmpty(), "lupdate belongs to the userland");
        QProcess extract;
        extract.setWorkingDirectory(QStringLiteral(TRUCBAN_SOURCE_DIR));
        const QString ts = m_folder.filePath(u"said.ts"_s);
        extract.start(lupdate, {u"-silent"_s, u"-no-obsolete"_s, u"-locations"_s, u"absolute"_s, u"-I"_s, u"."_s, u"-I"_s, u"app"_s, u"ui"_s,
                                u"app/trucban"_s, u"app/desk"_s, u"-ts"_s, ts});
        QVERIFY(extract.waitForFinished(120'000));
        m_said = saidIn(ts);
        QVERIFY(m_said.size() > 100);
        QVERIFY(m_catalogue.load(QStringLiteral(TRUCBAN_BINARY_DIR "/translations/trucban_vi.qm")));
    }

    void everyWordHasItsVietnamese()
    {
        QStringList missing;
        for (const Said &said : std::as_const(m_said)) {
            if (vietnamese(said).isEmpty())
                missing.append(u"%1 %2: %3"_s.arg(said.where, said.context, said.source));
        }
        QVERIFY2(missing.isEmpty(), qPrintable(u"%1 without Vietnamese:\n  "_s.arg(missing.size()) + missing.join(u"\n  "_s)));
    }

    void nothingIsLostFromASentence()
    {
        QStringList wrong;
        for (const Said &said : std::as_const(m_said)) {
            const QString made = vietnamese(said);
            if (!made.isEmpty() && placeholders(made) != placeholders(said.source))
                wrong.append(u"%1: %2 → %3"_s.arg(said.where, said.source, made));
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u"\n"_s)));
    }

    void vietnameseIsKeptInOneForm()
    {
        for (const Said &said : std::as_const(m_said))
            QCOMPARE(vietnamese(said), vietnamese(said).normalized(QString::NormalizationForm_C));
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "test_translations.moc"
