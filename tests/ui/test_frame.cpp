// SPDX-License-Identifier: GPL-3.0-or-later
// Actions by name, places by target, the palette and the key pages.
#include "ui/frame/action_registry.h"
#include "ui/frame/command_palette.h"
#include "ui/frame/fuzzy.h"
#include "ui/frame/key_pages.h"
#include "ui/frame/place_registry.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace trucban;

namespace {

class CasePlace : public Place
{
public:
    QString id() const override { return u"cases"_s; }
    QString title() const override { return u"Case"_s; }
    QString iconName() const override { return u"mail-message"_s; }
    QWidget *widget() override { return nullptr; }
    bool opens(const Target &target) const override { return target.kind == u"case" || target.kind == u"case_number"; }
    void open(const Target &target) override { opened.append(target.text.isEmpty() ? QString::number(target.id) : target.text); }
    QStringList opened;
};

} // namespace

class FrameTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;

private Q_SLOTS:
    void initTestCase() { Theme::install(*qApp, Scheme::Light); }

    void init()
    {
        m_settings = std::make_unique<QSettings>(m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u".ini"_s),
                                                 QSettings::IniFormat);
    }

    void anActionIsInTheMenuAndOnTheKeys()
    {
        QMainWindow window;
        ActionRegistry actions(*m_settings);
        actions.setWindow(&window);
        int ran = 0;
        actions.add(u"case.forward"_s).text(u"&Forward…"_s).menu(u"case"_s).keys(Qt::Key_F4).run(&window, [&] { ++ran; });
        QMenu menu;
        actions.fill(&menu, u"case"_s);
        QCOMPARE(menu.actions().size(), 1);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_F4);
        QCOMPARE(ran, 1);
    }

    void aLetterWorksInTheListOnly()
    {
        QWidget window;
        auto *list = new QListWidget(&window);
        auto *field = new QLineEdit(&window);
        field->move(0, 300);
        ActionRegistry actions(*m_settings);
        actions.setWindow(&window);
        int ran = 0;
        actions.add(u"inbox.claim"_s).text(u"Claim"_s).keys(Qt::Key_N).in(list).run(&window, [&] { ++ran; });
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        field->setFocus();
        QTest::keyClick(field, Qt::Key_N);
        QCOMPARE(field->text(), u"n"_s);
        QCOMPARE(ran, 0);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_N);
        QCOMPARE(ran, 1);
    }

    void theRuleDecidesNotTheButton()
    {
        QWidget window;
        ActionRegistry actions(*m_settings);
        bool may = false;
        int ran = 0;
        actions.add(u"case.close"_s).text(u"Close case"_s).enabledWhen([&] { return may; }).run(&window, [&] { ++ran; });
        QVERIFY(!actions.action(u"case.close")->isEnabled());
        QVERIFY(!actions.trigger(u"case.close"));
        may = true;
        actions.refresh();
        QVERIFY(actions.action(u"case.close")->isEnabled());
        QVERIFY(actions.trigger(u"case.close"));
        QCOMPARE(ran, 1);
    }

    void anActionLeavesWithItsReceiver()
    {
        ActionRegistry actions(*m_settings);
        auto place = std::make_unique<QObject>();
        actions.add(u"x"_s).text(u"X"_s).run(place.get(), [] {});
        QVERIFY(actions.action(u"x"));
        place.reset();
        QVERIFY(!actions.action(u"x"));
    }

    void keysAreRememberedAndCanGoBack()
    {
        QObject owner;
        const auto add = [&](ActionRegistry &actions) {
            actions.add(u"case.reply"_s).text(u"Reply"_s).keys(QKeySequence(u"Ctrl+R"_s)).run(&owner, [] {});
        };
        {
            ActionRegistry actions(*m_settings);
            add(actions);
            actions.setKeys(u"case.reply"_s, {QKeySequence(u"Ctrl+T"_s)});
        }
        ActionRegistry again(*m_settings);
        add(again);
        QCOMPARE(again.action(u"case.reply")->shortcut(), QKeySequence(u"Ctrl+T"_s));
        again.resetAllKeys();
        QCOMPARE(again.action(u"case.reply")->shortcut(), QKeySequence(u"Ctrl+R"_s));
    }

    void theKeyPageRefusesKeysThatBelongToAnother()
    {
        QObject owner;
        ActionRegistry actions(*m_settings);
        actions.add(u"a"_s).text(u"Alpha"_s).keys(QKeySequence(u"Ctrl+1"_s)).run(&owner, [] {});
        actions.add(u"b"_s).text(u"Beta"_s).keys(QKeySequence(u"Ctrl+2"_s)).run(&owner, [] {});
        ShortcutPage page(actions);
        auto *tree = page.findChild<QTreeWidget *>();
        tree->setCurrentItem(tree->topLevelItem(1));
        page.findChild<QKeySequenceEdit *>()->setKeySequence(QKeySequence(u"Ctrl+1"_s));
        const auto buttons = page.findChildren<QPushButton *>();
        for (auto *button : buttons) {
            if (button->text() == u"Assign")
                button->click();
        }
        QCOMPARE(actions.action(u"b")->shortcut(), QKeySequence(u"Ctrl+2"_s));
        page.findChild<QKeySequenceEdit *>()->setKeySequence(QKeySequence(u"Ctrl+3"_s));
        for (auto *button : buttons) {
            if (button->text() == u"Assign")
                button->click();
        }
        QCOMPARE(actions.action(u"b")->shortcut(), QKeySequence(u"Ctrl+3"_s));
    }

    void lettersWithoutMarksFit()
    {
        QVERIFY(fuzzyScore(u"chuyen don vi"_s, u"Chuyển đơn vị…"_s) > 0);
        QVERIFY(fuzzyScore(u"cdv"_s, u"Chuyển đơn vị"_s) > 0);
        QVERIFY(fuzzyScore(u"xyz"_s, u"Chuyển đơn vị"_s) < 0);
        QVERIFY(fuzzyScore(u"tra loi"_s, u"Trả lời"_s) > fuzzyScore(u"tra loi"_s, u"Mẫu trả lời cho người dân"_s));
    }

    void thePaletteRunsWhatIsTyped()
    {
        QMainWindow window;
        window.resize(800, 600);
        ActionRegistry actions(*m_settings);
        PlaceRegistry places;
        auto made = std::make_unique<CasePlace>();
        CasePlace *cases = made.get();
        places.add(std::move(made));
        int forwarded = 0;
        actions.add(u"case.forward"_s).text(u"Chuyển đơn vị…"_s).run(&window, [&] { ++forwarded; });
        actions.add(u"case.reply"_s).text(u"Trả lời"_s).run(&window, [] {});
        window.show();
        CommandPalette palette(actions, places, &window);
        auto *field = palette.findChild<QLineEdit *>();
        palette.popUp();
        QTest::keyClicks(field, u"chuyen"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(forwarded, 1);
        palette.popUp();
        QTest::keyClicks(field, u"26-4217"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(cases->opened, QStringList{u"26-004217"_s});
        QVERIFY(!palette.isVisible());
    }

    void placesMeetById()
    {
        PlaceRegistry places;
        QSignalSpy wanted(&places, &PlaceRegistry::wanted);
        QVERIFY(!places.open(CaseId{42})); // nobody there opens cases
        auto made = std::make_unique<CasePlace>();
        CasePlace *cases = made.get();
        places.add(std::move(made));
        QVERIFY(places.open(CaseId{42}));
        QCOMPARE(cases->opened, QStringList{u"42"_s});
        QCOMPARE(wanted.size(), 1);
        QVERIFY(places.go(u"cases"));
        QVERIFY(!places.go(u"nowhere"));
    }
};

QTEST_MAIN(FrameTest)
#include "test_frame.moc"
