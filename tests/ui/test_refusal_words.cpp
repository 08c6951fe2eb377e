// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever Facebook or the gateway refuses, a person reads what happened, what is safe and what to do next, in both languages.
#include "base/result.h"
#include "domain/refusals.h"
#include "ui/media/media_item.h"
#include "ui/widgets/refusal_words.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace trucban;

class RefusalWordsTest : public QObject
{
    Q_OBJECT

    QTranslator m_vietnamese;

    static QString whyNotFetched(const QString &word)
    {
        MediaItem item;
        item.state = u"failed"_s;
        item.failure = word;
        return mediaWords::whyNot(item);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_vietnamese.load(QStringLiteral(TRUCBAN_BINARY_DIR "/translations/trucban_vi.qm")), "the catalogue is not built");
    }

    void everyRefusalHasItsSentences_data()
    {
        QTest::addColumn<QString>("word");
        const QStringList words = refusals::ofOutbox() + QStringList{u"window_closed"_s};
        for (const QString &word : words)
            QTest::newRow(qPrintable(word)) << word;
    }
    void everyRefusalHasItsSentences()
    {
        QFETCH(QString, word);
        for (const Leaving what : {Leaving::Answer, Leaving::Post}) {
            const FailureWords english = refusalWords(word, what);
            QVERIFY2(!english.happened.contains(u"(%1)"_s.arg(word)), "only the bare word is said");
            QCoreApplication::installTranslator(&m_vietnamese);
            const FailureWords vietnamese = refusalWords(word, what);
            QCoreApplication::removeTranslator(&m_vietnamese);
            const std::pair<QString, QString> both[] = {{english.happened, vietnamese.happened}, {english.safe, vietnamese.safe}, {english.next, vietnamese.next}};
            for (const auto &[source, translated] : both) {
                QVERIFY(source.endsWith(u'.') && translated.endsWith(u'.'));
                QVERIFY2(source != translated, qPrintable(source));
            }
        }
    }

    void anUnknownOneIsAtLeastSaid()
    {
        QVERIFY(refusalWords(u"never_heard_of"_s, Leaving::Post).happened.contains(u"never_heard_of"_s));
        QVERIFY(!refusalWords({}, Leaving::Answer).happened.contains(u'('));
    }

    void everyFileThatDidNotComeSaysWhy_data()
    {
        QTest::addColumn<QString>("word");
        for (const QString &word : refusals::ofAttachments())
            QTest::newRow(qPrintable(word)) << word;
    }
    void everyFileThatDidNotComeSaysWhy()
    {
        QFETCH(QString, word);
        const QString english = whyNotFetched(word);
        QVERIFY2(!english.isEmpty() && !english.contains(word), qPrintable(english));
        QCoreApplication::installTranslator(&m_vietnamese);
        const QString vietnamese = whyNotFetched(word);
        QCoreApplication::removeTranslator(&m_vietnamese);
        QVERIFY(english != vietnamese);
    }
};

QTEST_GUILESS_MAIN(RefusalWordsTest)
#include "test_refusal_words.moc"
