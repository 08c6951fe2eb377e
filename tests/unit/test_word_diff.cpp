// SPDX-License-Identifier: GPL-3.0-or-later
// Two texts side by side: the reader sees which words went and which came.
#include "domain/word_diff.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace trucban;
using namespace Qt::StringLiterals;

class WordDiffTest : public QObject
{
    Q_OBJECT

    static QString shown(const QString &before, const QString &after)
    {
        QString words;
        for (const WordChange &change : wordChanges(before, after))
            words += change.kind == WordChange::Same ? change.text : (change.kind == WordChange::Removed ? u"[-%1-]"_s : u"{+%1+}"_s).arg(change.text);
        return words;
    }
    static QString spelled(const QList<WordChange> &changes, WordChange::Kind without)
    {
        QString text;
        for (const WordChange &change : changes)
            text += change.kind == without ? QString() : change.text;
        return text;
    }

private Q_SLOTS:
    void wordsGoAndCome_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("marked");
        QTest::newRow("nothing") << u"Đã kiểm tra."_s << u"Đã kiểm tra."_s << u"Đã kiểm tra."_s;
        QTest::newRow("empty") << QString() << QString() << QString();
        QTest::newRow("all new") << QString() << u"Đã xong"_s << u"{+Đã xong+}"_s;
        QTest::newRow("all gone") << u"Đã xong"_s << QString() << u"[-Đã xong-]"_s;
        QTest::newRow("one word") << u"Đã bắt tên trộm ở phường"_s << u"Đã bắt đối tượng ở phường"_s << u"Đã bắt [-tên trộm-]{+đối tượng+} ở phường"_s;
        QTest::newRow("put in") << u"Đã lập biên bản."_s << u"Đã lập biên bản, nhắc nhở."_s << u"Đã lập biên bản{+, nhắc nhở+}."_s;
        QTest::newRow("a mark is a change") << u"ma tuy"_s << u"ma túy"_s << u"ma [-tuy-]{+túy+}"_s;
        QTest::newRow("capitals too") << u"Công an"_s << u"công an"_s << u"[-Công-]{+công+} an"_s;
        QTest::newRow("lines") << u"Một\nHai"_s << u"Một\nBa\nHai"_s << u"Một\n{+Ba\n+}Hai"_s;
    }
    void wordsGoAndCome()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QTEST(shown(before, after), "marked");
    }

    void bothTextsCanBeReadOutOfTheMarks()
    {
        QRandomGenerator dice(20261124);
        const QStringList words{u"đã"_s, u"bắt"_s, u"xe"_s, u" "_s, u"\n"_s, u", "_s, u"ở"_s, u"phường"_s};
        const auto text = [&] {
            QString made;
            for (int n = dice.bounded(60); n > 0; --n)
                made += words.at(dice.bounded(int(words.size()))) + (dice.bounded(3) ? u" "_s : QString());
            return made;
        };
        for (int round = 0; round < 500; ++round) {
            const QString before = text(), after = text();
            const QList<WordChange> changes = wordChanges(before, after);
            QCOMPARE(spelled(changes, WordChange::Added), before);
            QCOMPARE(spelled(changes, WordChange::Removed), after);
            for (qsizetype i = 1; i < changes.size(); ++i)
                QVERIFY(changes.at(i).kind != changes.at(i - 1).kind);
        }
    }

    void twoBooksAreComparedInNoTime()
    {
        QString before, after;
        for (int i = 0; i < 20000; ++i) {
            before += u"cũ%1 "_s.arg(i);
            after += u"mới%1 "_s.arg(i);
        }
        QElapsedTimer clock;
        clock.start();
        const QList<WordChange> changes = wordChanges(before, after);
        QVERIFY(clock.elapsed() < 5000);
        QCOMPARE(spelled(changes, WordChange::Added), before);
        QCOMPARE(spelled(changes, WordChange::Removed), after);
    }
};

QTEST_GUILESS_MAIN(WordDiffTest)
#include "test_word_diff.moc"
