// SPDX-License-Identifier: GPL-3.0-or-later
// The small things every place is made of.
#include "ui/widgets/clock_text.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/list_keys.h"
#include "ui/widgets/memory_splitter.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/search_field.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStringListModel>
#include <QTemporaryDir>
#include <QTest>

using namespace trucban;

namespace {

const QDateTime now(QDate(2026, 11, 14), QTime(15, 41, 7), QTimeZone::UTC); // 22:41:07 in Hà Nội

void compose(QWidget *field, const QString &preedit)
{
    QInputMethodEvent event(preedit, {});
    QApplication::sendEvent(field, &event);
}

void commit(QWidget *field, const QString &text)
{
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(field, &event);
}

} // namespace

class WidgetsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::install(*qApp, Scheme::Light); }

    void clocksReadAsOnTheWall()
    {
        QCOMPARE(clockText::left(now.addSecs(252), now), u"04:12"_s);
        QCOMPARE(clockText::left(now.addSecs(2 * 3600 + 600), now), u"2 h 10"_s);
        QCOMPARE(clockText::left(now.addDays(5), now), u"5 d"_s);
        QCOMPARE(clockText::left(now.addSecs(-65), now), u"over 01:05"_s);
        QCOMPARE(clockText::meaning(now.addSecs(-1), now), Meaning::Burning);
        QCOMPARE(clockText::meaning(now.addSecs(600), now), Meaning::Soon);
        QCOMPARE(clockText::meaning(now.addDays(1), now), Meaning::Quiet);
    }

    void agesSpeakOfHanoisDays()
    {
        QCOMPARE(clockText::ago(now.addSecs(-20), now), u"just now"_s);
        QCOMPARE(clockText::ago(now.addSecs(-720), now), u"12 min ago"_s);
        QCOMPARE(clockText::ago(now.addSecs(-20 * 3600), now), u"20 h ago"_s); // still the 14th in Hà Nội
        QCOMPARE(clockText::ago(now.addSecs(-23 * 3600), now), u"yesterday 23:41"_s);
        QCOMPARE(clockText::ago(now.addDays(-10), now), u"04/11/2026"_s);
        QCOMPARE(clockText::hourMinute(now), u"22:41"_s);
        QCOMPARE(clockText::duration(47000), u"0:47"_s);
        QCOMPARE(clockText::duration(3723000), u"1:02:03"_s);
    }

    void searchHitsAreFoundWithoutMarks()
    {
        const QString text = u"Đua xe ở Tương Mai, đua ầm ầm"_s;
        const auto hits = paint::hits(text, u"dua tuong unit:PC02"_s);
        QCOMPARE(hits.size(), 3);
        QCOMPARE(text.mid(hits[0].start, hits[0].length), u"Đua"_s);
        QCOMPARE(text.mid(hits[1].start, hits[1].length), u"Tương"_s);
        QCOMPARE(text.mid(hits[2].start, hits[2].length), u"đua"_s);
    }

    void theSearchFieldWaitsForTheEndOfTheWord()
    {
        SearchField field(u"find"_s);
        field.setDelay(20);
        QSignalSpy asked(&field, &SearchField::queryChanged);
        QTest::keyClicks(&field, u"mat xe"_s);
        QCOMPARE(asked.size(), 0);
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(field.query(), u"mat xe"_s);
    }

    void theSearchFieldIsStillWhileAnInputMethodComposes()
    {
        SearchField field(u"find"_s);
        field.setDelay(1);
        QSignalSpy asked(&field, &SearchField::queryChanged);
        compose(&field, u"đu"_s);
        QVERIFY(field.isComposing());
        QTest::qWait(30); // long past the delay: only a commit may end the silence
        QCOMPARE(asked.size(), 0);
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(asked.size(), 0);
        commit(&field, u"đua"_s);
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().toString(), u"đua"_s);
    }

    void theSearchFieldAsksInOneForm()
    {
        SearchField field(u"find"_s);
        field.ask(u"  Tương   Mai "_s.normalized(QString::NormalizationForm_D));
        QCOMPARE(field.query(), u"Tương Mai"_s);
    }

    void aNoticeSaysWhatHappenedWhatIsSafeWhatNext()
    {
        QWidget window;
        NoticeBar bar(&window);
        bar.tell(Failure{Failure::Offline, u"lost"_s, {}, {}});
        QVERIFY(bar.isVisibleTo(&window));
        QCOMPARE(bar.text(), u"The server cannot be reached.\nWhat you typed is kept. The program reconnects by itself; then try again."_s);
        QVERIFY(!bar.accessibleDescription().isEmpty());
        int retried = 0;
        bar.offer(u"Again"_s, [&] { ++retried; });
        bar.findChild<QPushButton *>()->click();
        QCOMPARE(retried, 1);
        QVERIFY(!bar.isVisibleTo(&window));
    }

    void anEmptyPlaceSaysWhy()
    {
        EmptyState empty;
        QSignalSpy acted(&empty, &EmptyState::acted);
        empty.say(u"mail-read"_s, u"Nothing is waiting"_s, u"New messages from citizens appear here."_s, u"Show all"_s);
        QCOMPARE(empty.accessibleDescription(), u"New messages from citizens appear here."_s);
        empty.findChild<QPushButton *>()->click();
        QCOMPARE(acted.size(), 1);
    }

    void anElidedLabelKeepsTheWholeInItsTooltip()
    {
        ElidedLabel label(u"Công an phường Tương Mai, thành phố Hà Nội"_s);
        label.resize(label.sizeHint());
        label.grab();
        QVERIFY(label.toolTip().isEmpty());
        label.resize(60, 20);
        label.grab();
        QCOMPARE(label.toolTip(), label.text());
    }

    void panesStandWhereTheyWereLeft()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        QList<int> left;
        {
            MemorySplitter splitter(u"test"_s, settings);
            splitter.addWidget(new QWidget);
            splitter.addWidget(new QWidget);
            splitter.resize(600, 100);
            splitter.restore({1, 1});
            splitter.show();
            splitter.setSizes({150, 445});
            Q_EMIT splitter.splitterMoved(150, 1);
            left = splitter.sizes();
        }
        MemorySplitter again(u"test"_s, settings);
        again.addWidget(new QWidget);
        again.addWidget(new QWidget);
        again.resize(600, 100);
        again.restore({1, 1});
        again.show();
        QCOMPARE(again.sizes(), left);
    }

    void listsMoveWithTheSameKeys()
    {
        QStringListModel model({u"a"_s, u"b"_s, u"c"_s});
        QListView view;
        view.setModel(&model);
        addListKeys(&view);
        view.setCurrentIndex(model.index(0));
        QTest::keyClick(&view, Qt::Key_J, Qt::ControlModifier);
        QCOMPARE(view.currentIndex().row(), 1);
        QTest::keyClick(&view, Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(view.currentIndex().row(), 0);
    }

    void chipsSpeak()
    {
        const std::unique_ptr<Chip> chip(Chip::unit(u"Công an phường Tương Mai"_s));
        QCOMPARE(chip->accessibleName(), u"Công an phường Tương Mai"_s);
        QVERIFY(chip->sizeHint().width() > 0);
    }
};

QTEST_MAIN(WidgetsTest)
#include "test_widgets.moc"
