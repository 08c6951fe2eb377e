// SPDX-License-Identifier: GPL-3.0-or-later
// Every action of the desktop has an id, a menu place, a palette entry, a line on the page of keys, and words in both languages;
// and every control of a case can be named by a screen reader.
#include "support/given_cases.h"
#include "ui/assignment_bench.h"

#include "app/trucban/desk_session.h"
#include "desk/pulse.h"
#include "storage/change_listener.h"
#include "ui/frame/command_palette.h"
#include "ui/frame/key_pages.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSettings>
#include <QSpinBox>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QTreeWidget>

using namespace trucban;

class ActionsTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    std::unique_ptr<ScratchDatabase> m_scratch;
    CaseId m_case, m_unitCase;

    struct Desk {
        Desk(const ScratchDatabase &scratch, const QString &login, const QString &settingsFile)
            : settings(settingsFile, QSettings::IniFormat), database(scratch.connectAs(login)), changes(scratch.connectAs(login))
        {
            session = std::make_unique<DeskSession>(database, changes, settings, answerOf(readMe(database)).value());
            window().resize(1366, 768);
            window().show();
            for (const Place *place : session->places().all(Place::Bar)) {
                if (place->isFor(session->me()))
                    session->places().go(place->id()); // each makes its actions with itself
            }
        }
        MainWindow &window() { return session->window(); }
        ActionRegistry &actions() { return session->actions(); }
        QSettings settings;
        Database database;
        ChangeListener changes;
        std::unique_ptr<DeskSession> session;
    };

    std::unique_ptr<Desk> desk(const QString &login)
    {
        auto made = std::make_unique<Desk>(*m_scratch, login, m_folder.filePath(login + u".ini"_s));
        made->session->places().open(login == "unit1"_L1 ? m_unitCase : m_case);
        return made;
    }
    static QSet<const QAction *> inMenus(MainWindow &window)
    {
        QSet<const QAction *> all;
        for (QAction *top : window.menuBar()->actions()) {
            Q_EMIT top->menu()->aboutToShow();
            for (const QAction *action : top->menu()->actions())
                all.insert(action);
        }
        return all;
    }
    static QHash<QString, QString> wordsOf(ActionRegistry &actions)
    {
        QHash<QString, QString> words;
        for (const auto *entry : actions.entries())
            words.insert(entry->id, ActionRegistry::plainText(entry->action));
        return words;
    }
    /// as a screen reader says it
    static QString nameOf(QWidget *widget)
    {
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        return face ? face->text(QAccessible::Name) : QString();
    }
    /// what a person works with; the inner parts of Qt's own widgets are named by their owners
    static bool isControl(const QWidget *widget)
    {
        if (widget->objectName().startsWith(u"qt_") || qobject_cast<QAbstractSpinBox *>(widget->parent()) || qobject_cast<QComboBox *>(widget->parent()))
            return false;
        for (const QWidget *up = widget->parentWidget(); up; up = up->parentWidget()) {
            if (up->inherits("QComboBoxPrivateContainer") || up->inherits("QCalendarWidget"))
                return false;
        }
        if (widget->inherits("QScrollBar") || widget->inherits("QTabBar") || widget->inherits("QHeaderView") || widget->inherits("QLineEditIconButton"))
            return false;
        return widget->inherits("QAbstractButton") || widget->inherits("QLineEdit") || widget->inherits("QPlainTextEdit") || widget->inherits("QTextEdit") || widget->inherits("QComboBox")
            || widget->inherits("QAbstractItemView") || widget->inherits("QAbstractSlider") || widget->inherits("QAbstractSpinBox");
    }

private Q_SLOTS:
    void initTestCase()
    {
        Theme::install(*qApp, Scheme::Light);
        m_scratch = std::make_unique<ScratchDatabase>();
        m_case = given(*m_scratch, {u"a"_s, u"Có đánh nhau ở chợ"_s, u"high"_s, QDateTime::currentDateTimeUtc(), {}});
        m_unitCase = given(*m_scratch, {u"b"_s, u"Lấn chiếm vỉa hè"_s, u"low"_s, QDateTime::currentDateTimeUtc(), {}});
        DeskBench officer(*m_scratch, u"officer2"_s);
        classify(officer, m_unitCase);
        officer.call(u"SELECT desk.forward(%1, (SELECT revision FROM desk.cases WHERE id = %1), jsonb_build_array(jsonb_build_object('unit', u.id, 'lead', true)), 'xin kiểm tra', gen_random_uuid()) AS answer "
                     "FROM desk.units u WHERE u.id = (SELECT unit_id FROM core.person WHERE login = 'unit1')"_s.arg(m_unitCase.value));
    }
    void everyPlaceFitsTheSmallestScreen_data()
    {
        QTest::addColumn<QString>("login");
        for (const char *login : {"officer1", "supervisor1", "unit1", "admin1"})
            QTest::newRow(login) << QString::fromLatin1(login);
    }
    void everyPlaceFitsTheSmallestScreen()
    {
        QFETCH(QString, login);
        const auto made = desk(login); // every place was shown once, and a case stands beside the inbox
        for (Place *place : made->session->places().all(Place::Bar)) {
            if (!place->isFor(made->session->me()))
                continue;
            made->session->places().go(place->id());
            QTRY_VERIFY_WITH_TIMEOUT(place->isSettled(), 20'000);
            const QSize least = made->window().minimumSizeHint();
            QVERIFY2(least.width() <= 1366 && least.height() <= 768, qPrintable(u"%1 wants %2 × %3"_s.arg(place->id()).arg(least.width()).arg(least.height())));
        }
        QCOMPARE(made->window().size(), QSize(1366, 768));
    }

    void cleanupTestCase() { m_scratch.reset(); }

    void everyActionHasItsPlaces_data()
    {
        QTest::addColumn<QString>("login");
        for (const QString &login : {u"officer1"_s, u"unit1"_s, u"supervisor1"_s, u"admin1"_s})
            QTest::newRow(qPrintable(login)) << login;
    }
    void everyActionHasItsPlaces()
    {
        QFETCH(QString, login);
        auto person = desk(login);
        const QSet<const QAction *> menus = inMenus(person->window());
        ShortcutPage page(person->actions(), &person->window());
        QSet<QString> onPage;
        const auto *tree = page.findChild<QTreeWidget *>();
        for (int i = 0; i < tree->topLevelItemCount(); ++i)
            onPage.insert(tree->topLevelItem(i)->data(0, Qt::UserRole).toString());
        static const QRegularExpression form(u"^[a-z]+(\\.[a-z0-9_]+)+$"_s);
        QStringList wrong;
        for (const auto *entry : person->actions().entries()) {
            if (!form.match(entry->id).hasMatch())
                wrong.append(entry->id + u": no good id"_s);
            if (ActionRegistry::plainText(entry->action).isEmpty())
                wrong.append(entry->id + u": no words"_s);
            if (!menus.contains(entry->action))
                wrong.append(entry->id + u": in no menu"_s);
            if (!onPage.contains(entry->id))
                wrong.append(entry->id + u": its keys cannot be changed"_s);
            for (const QKeySequence &keys : entry->defaults) {
                const auto *other = person->actions().conflict(entry->id, keys);
                const bool apart = other && !entry->place.isEmpty() && !other->place.isEmpty() && entry->place != other->place; // one place is in front at a time
                if (other && !apart)
                    wrong.append(u"%1: %2 belongs to %3 as well"_s.arg(entry->id, keys.toString(), other->id));
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
        QVERIFY(person->actions().entries().size() > 40);
    }

    void everyActionThatCanBeDoneIsInThePalette()
    {
        auto person = desk(u"officer1"_s);
        auto *palette = person->window().findChild<CommandPalette *>();
        if (!palette) {
            QVERIFY(person->actions().trigger(u"palette.open"));
            palette = person->window().findChild<CommandPalette *>();
        }
        QVERIFY(palette);
        palette->popUp();
        QSet<QString> offered;
        const auto *list = palette->findChild<QListWidget *>();
        for (int i = 0; i < list->count(); ++i)
            offered.insert(list->item(i)->data(Qt::UserRole).toString());
        palette->hide();
        for (const auto *entry : person->actions().entries()) {
            if (entry->action->isEnabled() && entry->id != u"palette.open")
                QVERIFY2(offered.contains(entry->id), qPrintable(entry->id));
        }
    }

    void everyActionSpeaksBothLanguages()
    {
        QTranslator catalogue;
        QVERIFY(catalogue.load(QStringLiteral(TRUCBAN_BINARY_DIR "/translations/trucban_vi.qm")));
        for (const QString &login : {u"officer1"_s, u"unit1"_s, u"admin1"_s}) {
            const QHash<QString, QString> english = wordsOf(desk(login)->actions());
            QCoreApplication::installTranslator(&catalogue);
            const QHash<QString, QString> vietnamese = wordsOf(desk(login)->actions());
            QCoreApplication::removeTranslator(&catalogue);
            QCOMPARE(QSet(vietnamese.keyBegin(), vietnamese.keyEnd()), QSet(english.keyBegin(), english.keyEnd()));
            for (const auto &[id, words] : english.asKeyValueRange()) {
                if (id != "view.vietnamese"_L1 && id != "view.english"_L1) // each in its own
                    QVERIFY2(vietnamese.value(id) != words, qPrintable(id + u": "_s + words));
            }
        }
    }

    void everyControlOfACaseHasAName_data() { everyActionHasItsPlaces_data(); }
    void everyControlOfACaseHasAName()
    {
        QFETCH(QString, login);
        auto person = desk(login);
        auto *place = person->session->places().byId(u"cases");
        QTRY_VERIFY_WITH_TIMEOUT(place->isSettled(), 15'000);
        QWidget *view = place->widget();
        QStringList nameless;
        QSet<const QWidget *> controls;
        const auto look = [&] {
            for (QWidget *widget : view->findChildren<QWidget *>()) {
                if (!isControl(widget) || !widget->isVisible() || controls.contains(widget))
                    continue;
                controls.insert(widget);
                if (nameOf(widget).trimmed().isEmpty())
                    nameless.append(u"%1 %2 in %3"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(), QString::fromLatin1(widget->parentWidget()->metaObject()->className())));
            }
        };
        auto *tabs = view->findChild<QTabWidget *>();
        for (int i = 0; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            QTRY_VERIFY_WITH_TIMEOUT(place->isSettled() && tabs->currentWidget()->isVisible(), 15'000);
            QTRY_VERIFY_WITH_TIMEOUT((look(), controls.size() > 5), 15'000); // a panel fills itself when it is looked at
        }
        const auto can = [&](const char *id) {
            person->actions().refresh();
            const QAction *action = person->actions().action(QString::fromLatin1(id));
            return action && action->isEnabled();
        };
        if (login == "officer1"_L1) { // what comes up when one works
            person->actions().trigger(u"case.claim");
            QTRY_VERIFY_WITH_TIMEOUT(can("case.classify"), 15'000);
            person->actions().trigger(u"case.reject");
            look();
            person->actions().trigger(u"case.classify");
            QTRY_VERIFY_WITH_TIMEOUT(view->findChild<QDialog *>() && view->findChild<QDialog *>()->isVisible(), 15'000);
            look();
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(u'\n' + nameless.join(u'\n')));
        QVERIFY2(controls.size() > 5, qPrintable(QString::number(controls.size())));
    }
};

QTEST_MAIN(ActionsTest)
#include "test_actions.moc"
