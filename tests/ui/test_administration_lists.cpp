// SPDX-License-Identifier: GPL-3.0-or-later
// The administrator's lists against a real database: people, rows, stale rows, files tried and imported, export.
#include "assignment_bench.h"

#include "support/given_cases.h"
#include "support/widget_words.h"
#include "ui/administration/administration_place.h"
#include "ui/administration/field_edit.h"
#include "ui/administration/import_panel.h"
#include "ui/administration/record_form.h"
#include "ui/administration/table_model.h"
#include "ui/administration/tree_fold.h"
#include "ui/theme/theme.h"
#include "ui/widgets/notice_bar.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>

using namespace trucban;

class AdministrationListsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ScratchDatabase> m_scratch;
    std::unique_ptr<DeskBench> m_admin;
    std::unique_ptr<AdministrationPlace> m_place;
    std::unique_ptr<QWidget> m_widget;
    QTemporaryDir m_folder;

    void signIn(const QString &login)
    {
        m_widget.reset();
        m_place.reset();
        m_admin = std::make_unique<DeskBench>(*m_scratch, login);
        m_place = std::make_unique<AdministrationPlace>(m_admin->bench);
        m_widget.reset(m_place->widget());
        m_widget->resize(1366, 768);
        m_admin->bench.actions.setWindow(m_widget.get());
        m_widget->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_widget.get()));
    }
    ListPage *open(const QString &list)
    {
        m_place->open({u"administration"_s, 0, list, {}});
        ListPage *page = m_place->page(list);
        (void)QTest::qWaitFor([page] { return page->isSettled(); });
        return page;
    }
    static void type(ListPage *page, const QString &key, const QString &text)
    {
        FieldEdit *field = page->form().field(key);
        QVERIFY(field);
        field->setValue(text);
    }
    QString file(const QString &name, const QString &text)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }

private Q_SLOTS:
    void initTestCase() { Theme::install(*qApp, Scheme::Light); }
    void init()
    {
        m_scratch = std::make_unique<ScratchDatabase>();
        signIn(u"admin1"_s);
    }
    void cleanup()
    {
        m_widget.reset();
        m_place.reset();
        m_admin.reset();
        m_scratch.reset();
    }

    void everyListShowsItsRowsAndKeepsTheModelsPromises()
    {
        for (const AdminListSpec &spec : adminListSpecs()) {
            AdminTableModel model(m_admin->bench.database, spec);
            QAbstractItemModelTester tester(&model);
            QSignalSpy refused(&model, &AdminTableModel::refused);
            model.reload();
            QTRY_VERIFY(model.isSettled());
            QVERIFY2(refused.isEmpty(), qPrintable(spec.id));
            if (spec.list != AdminList::Holidays && spec.list != AdminList::Templates && spec.list != AdminList::Heads)
                QVERIFY2(model.rowCount() > 0, qPrintable(spec.id));
        }
    }

    void aThousandUnitsComePageByPageAndAreFoundWithoutMarks()
    {
        m_scratch->ask(u"SELECT count(core.save_row('unit', jsonb_build_object('code', 'X' || lpad(n::text, 4, '0'), 'name', 'Đội số ' || n))) FROM generate_series(1, 1000) n"_s);
        AdminTableModel model(m_admin->bench.database, adminListSpecs().at(1));
        model.reload();
        QTRY_VERIFY(model.isSettled());
        QCOMPARE(model.rowCount(), AdministrationDesk::pageSize);
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 2 * AdministrationDesk::pageSize);
        model.setFilter(u"doi so 777"_s);
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, 1).data().toString(), u"Đội số 777"_s);
    }

    void branchesFoldAndUnfoldWithTheKeys()
    {
        ListPage *page = open(u"units"_s);
        auto *table = page->findChild<QTableView *>(u"adminTable"_s);
        TreeFold *fold = page->fold();
        QVERIFY(fold);
        const int all = page->model().rowCount();
        const auto shown = [&] {
            int count = 0;
            for (int row = 0; row < page->model().rowCount(); ++row)
                count += !table->isRowHidden(row);
            return count;
        };
        QCOMPARE(shown(), all);
        QVERIFY(fold->hasChildren(0)); // the city's police
        table->setCurrentIndex(page->model().index(0, 0));
        QTest::keyClick(table, Qt::Key_Left);
        QCOMPARE(shown(), 1);
        QVERIFY(fold->isFolded(0));
        QTest::keyClick(table, Qt::Key_Right);
        QCOMPARE(shown(), all);
        table->setCurrentIndex(page->model().index(2, 0));
        QTest::keyClick(table, Qt::Key_Left); // from a leaf to what it is under
        QCOMPARE(table->currentIndex().row(), 0);
        QPushButton *both = button(page, u"Fold all"_s);
        QVERIFY(both);
        QTest::mouseClick(both, Qt::LeftButton);
        QTRY_COMPARE(shown(), 1);
        page->search(u"PC06"_s); // what is searched for is found inside a folded branch
        QTRY_VERIFY(page->isSettled() && page->model().rowCount() == 1);
        QCOMPARE(shown(), 1);
        page->search({});
        QTRY_VERIFY(page->isSettled() && page->model().rowCount() == all);
        QTRY_COMPARE(shown(), 1); // still folded
        QTest::mouseClick(button(page, u"Unfold all"_s), Qt::LeftButton);
        QTRY_COMPARE(shown(), all);
    }

    void theFirstAdministratorIsToldWhatToDo()
    {
        m_scratch->ask(u"DO $$ BEGIN SET LOCAL session_replication_role = replica; DELETE FROM core.person WHERE login <> 'admin1'; END $$"_s);
        signIn(u"admin1"_s);
        ListPage *page = open(u"people"_s);
        QTRY_VERIFY(page->notice().isVisible() && page->notice().text().contains(u"Only you are known"));
        QTest::mouseClick(button(page, u"Add a person"_s), Qt::LeftButton);
        QTRY_VERIFY(page->form().isVisible());
    }

    void aNewPersonCanSignInAndTheServerNeverSawThePassword()
    {
        ListPage *page = open(u"people"_s);
        page->addNew();
        button(page, u"Save"_s)->click();
        QVERIFY(allWords(page).contains(u"Some fields are not right yet."_s)); // in words, and nothing is sent
        type(page, u"login"_s, u"unit9"_s);
        type(page, u"name"_s, u"Hoàng Văn Minh"_s);
        type(page, u"role"_s, u"unit"_s);
        type(page, u"unit"_s, u"PC08"_s);
        auto *password = page->findChildren<QLineEdit *>().last();
        for (auto *line : page->findChildren<QLineEdit *>()) {
            if (line->accessibleName() == u"Password")
                password = line;
        }
        password->setText(u"short"_s);
        button(page, u"Save"_s)->click();
        QVERIFY(allWords(page).contains(u"A password has at least"_s));
        password->setText(u"mật-khẩu-dài-26"_s);
        button(page, u"Save"_s)->click();
        QTRY_VERIFY(page->notice().text().contains(u"Hoàng Văn Minh is saved"_s));
        QVERIFY(m_scratch->ask(u"SELECT rolpassword FROM pg_authid WHERE rolname = 'unit9'"_s).startsWith(u"SCRAM-SHA-256$"_s));
        ConnectOptions as = m_scratch->connectAs(u"unit9"_s);
        as.password = u"mật-khẩu-dài-26"_s;
        Database database(as);
        QVERIFY(answerOf(database.open()));
        as.password = u"wrong"_s;
        Database other(as);
        QCOMPARE(answerOf(other.open()).error().code, u"wrong_password"_s);
        QVERIFY(!m_scratch->ask(u"SELECT coalesce(string_agg(facts::text, ' '), '') FROM core.audit"_s).contains(u"mật-khẩu"_s));
    }

    void aDisabledPersonCannotSignInAndNobodyShutsThemselvesOut()
    {
        ListPage *page = open(u"people"_s);
        page->search(u"officer2"_s);
        QTRY_COMPARE(page->model().rowCount(), 1);
        page->openRow(0);
        QVERIFY(!page->form().isDirty());
        page->form().field(u"active"_s)->findChild<QCheckBox *>()->click();
        QVERIFY(page->form().isDirty());
        button(page, u"Save"_s)->click();
        QTRY_COMPARE(m_scratch->ask(u"SELECT rolcanlogin FROM pg_roles WHERE rolname = 'officer2'"_s), u"f"_s);
        QTRY_VERIFY(page->isSettled());
        page->search(u"admin1"_s);
        QTRY_VERIFY(page->model().rowCount() == 1 && page->model().index(0, 0).data().toString() == u"admin1");
        page->openRow(0);
        page->form().field(u"active"_s)->findChild<QCheckBox *>()->click();
        button(page, u"Save"_s)->click();
        QTRY_VERIFY(page->form().notice().text().contains(u"shuts themselves out"_s));
    }

    void aStaleRowShowsTheOthersVersion()
    {
        ListPage *page = open(u"sources"_s);
        page->openRow(0);
        type(page, u"name"_s, u"Tên của tôi"_s);
        m_scratch->ask(u"SELECT core.save_row('source', '{\"code\": \"KET_QUA\", \"name\": \"Tên của họ\", \"kind\": \"result\"}')"_s);
        button(page, u"Save"_s)->click();
        QTRY_VERIFY(allWords(page).contains(u"theirs “Tên của họ”, yours “Tên của tôi”"_s));
        QCOMPARE(m_scratch->ask(u"SELECT name FROM core.source WHERE code = 'KET_QUA'"_s), u"Tên của họ"_s);
        button(page, u"Save mine over it"_s)->click();
        QTRY_COMPARE(m_scratch->ask(u"SELECT name FROM core.source WHERE code = 'KET_QUA'"_s), u"Tên của tôi"_s);
    }

    void theDryRunNamesEveryBadLineAndChangesNothing()
    {
        const QString bad = file(u"units.csv"_s, u"code,name,level,parent_code,valid_from\nDOI1,Đội một,team,CAHN,\n,Không mã,team,CAHN,\nDOI2,Đội hai,team,KHONG_CO,\nDOI3,,team,CAHN,\nDOI4,Đội bốn,team,CAHN,hôm qua\n"_s);
        const QString before = m_scratch->ask(u"SELECT count(*) FROM core.unit"_s);
        ListPage *page = open(u"units"_s);
        page->tryFile(bad);
        auto *table = page->findChild<ImportPanel *>()->findChild<QTableWidget *>();
        QTRY_COMPARE(table->rowCount(), 4);
        QStringList lines;
        for (int row = 0; row < table->rowCount(); ++row)
            lines.append(table->item(row, 0)->text() + u' ' + table->item(row, 1)->text());
        QCOMPARE(lines, (QStringList{u"3 The code is missing."_s, u"4 There is no unit with the code “KHONG_CO”."_s, u"5 The name is missing."_s,
                                     u"6 “hôm qua” is no day; write 2026-11-24."_s}));
        QVERIFY(!button(page, u"Import 5 lines"_s)); // not while a line is bad
        QCOMPARE(m_scratch->ask(u"SELECT count(*) FROM core.unit"_s), before);
        const QString good = file(u"good.csv"_s, u"code,name,level,parent_code\nDOI1,Đội một,team,CAHN\nDOI2,Đội hai,team,DOI1\n"_s);
        page->tryFile(good);
        QTRY_VERIFY(button(page, u"Import 2 lines"_s));
        QCOMPARE(m_scratch->ask(u"SELECT count(*) FROM core.unit"_s), before); // still only tried
        button(page, u"Import 2 lines"_s)->click();
        QTRY_COMPARE(m_scratch->ask(u"SELECT string_agg(code, ' ' ORDER BY code) FROM core.unit WHERE code LIKE 'DOI%'"_s), u"DOI1 DOI2"_s);
        QTRY_VERIFY(page->notice().text().contains(u"imported"_s));
        page->search(u"doi hai"_s);
        QTRY_COMPARE(page->model().rowCount(), 1);
    }

    void peopleComeFromASheetAndTheirNewPasswordsAreShownOnce()
    {
        ListPage *page = open(u"people"_s);
        page->tryFile(file(u"bad_people.csv"_s, u"login,name,rank,role,unit,password\nnguoi1,Người Một,,officer,,\nofficer1,Trùng tên,,officer,,\nnguoi2,Người Hai,,vua,,\n"_s));
        auto *table = page->findChild<QTableWidget *>(u"importLines"_s);
        QTRY_COMPARE(table->rowCount(), 2);
        QCOMPARE(table->item(0, 0)->text(), u"3"_s);
        QCOMPARE(table->item(1, 0)->text(), u"4"_s);
        QCOMPARE(m_scratch->ask(u"SELECT count(*) FROM core.person WHERE login LIKE 'nguoi%'"_s), u"0"_s);

        page->tryFile(file(u"people.csv"_s, u"login,name,rank,role,unit,password\nnguoi1,Người Một,,officer,,\nnguoi2,Người Hai,,officer,,tu-dat-lay-2026\n"_s));
        QTRY_VERIFY(button(page, u"Import 2 lines"_s));
        QCOMPARE(m_scratch->ask(u"SELECT count(*) FROM core.person WHERE login LIKE 'nguoi%'"_s), u"0"_s); // still only tried
        button(page, u"Import 2 lines"_s)->click();
        QTRY_COMPARE(m_scratch->ask(u"SELECT string_agg(login, ' ' ORDER BY login) FROM core.person WHERE login LIKE 'nguoi%'"_s), u"nguoi1 nguoi2"_s);
        QTRY_COMPARE(table->rowCount(), 1); // the one that was made here
        QCOMPARE(table->item(0, 0)->text(), u"nguoi1"_s);
        const QString password = table->item(0, 1)->text();
        QCOMPARE(password.size(), 24);
        ConnectOptions theirs = m_scratch->connectAs(u"nguoi1"_s);
        theirs.password = password;
        Database signedIn(theirs);
        const auto opened = answerOf(signedIn.open());
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().code));
        button(page, u"Close"_s)->click();
        QCOMPARE(table->rowCount(), 0);
    }

    void aFileOfAnotherKindIsRefusedByItsHeader()
    {
        ListPage *page = open(u"deadlines"_s);
        page->tryFile(file(u"x.csv"_s, u"code,name\nA,B\n"_s));
        QTRY_VERIFY(allWords(page).contains(u"names no column"_s));
        page->tryFile(m_folder.filePath(u"nowhere.csv"_s));
        QTRY_VERIFY(allWords(page).contains(u"cannot be read"_s));
    }

    void whatIsExportedIsHarmlessAndComesBack()
    {
        m_scratch->ask(u"SELECT core.save_row('source', '{\"code\": \"XAU\", \"name\": \"=cmd|calc\", \"kind\": \"portal\", \"url_prefix\": \"https://a.vn/\"}')"_s);
        ListPage *page = open(u"sources"_s);
        const QString path = m_folder.filePath(u"sources.csv"_s);
        page->exportTo(path);
        QTRY_VERIFY(page->notice().text().contains(u"written"_s));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("\xEF\xBB\xBF" "code,name,url_prefix,kind,retired\r\n"));
        QVERIFY(bytes.contains("XAU,'=cmd|calc,https://a.vn/,portal,false\r\n"));
        page->tryFile(path);
        QTRY_VERIFY(button(page, u"Import 2 lines"_s));
    }

    void templatesShowHowTheyWillReadAndSupervisorsMayChangeThem()
    {
        m_scratch->ask(u"SELECT core.save_row('template', '{\"code\": \"A\", \"stage\": \"reply\", \"name\": \"Báo\", \"body\": \"Mã {{case}}, kính gửi {{ten}}\"}')"_s);
        signIn(u"supervisor1"_s);
        ListPage *page = open(u"templates"_s);
        QTRY_VERIFY(allWords(page).contains(u"Mã 26-004217, kính gửi {{ten}}"_s));
        QVERIFY(allWords(page).contains(u"Filled by the officer before sending: ten."_s));
        page->form().field(u"name"_s)->findChild<QLineEdit *>()->setText(u"Báo kết quả"_s);
        button(page, u"Save"_s)->click();
        QTRY_COMPARE(m_scratch->ask(u"SELECT name FROM core.template"_s), u"Báo kết quả"_s);
        ListPage *units = open(u"units"_s); // everything else they read
        QVERIFY(!button(units, u"Save"_s));
        QVERIFY(!button(units, u"Add a unit"_s));
        QVERIFY(!button(units, u"Import CSV…"_s));
        QVERIFY(button(units, u"Export CSV…"_s));
    }

    void aSettingKeepsItsType()
    {
        ListPage *page = open(u"settings"_s);
        page->search(u"lease"_s);
        QTRY_COMPARE(page->model().rowCount(), 1);
        page->openRow(0);
        type(page, u"value"_s, u"240"_s);
        button(page, u"Save"_s)->click();
        QTRY_COMPARE(m_scratch->ask(u"SELECT value::text FROM core.setting WHERE key = 'lease_seconds'"_s), u"240"_s);
    }

    void aDayThatIsEnteredMovesDueDatesAndSaysWhich()
    {
        m_scratch->ask(u"INSERT INTO core.setting VALUES ('test_now', '\"2027-02-04T08:00:00Z\"')"_s);
        m_scratch->ask(u"DELETE FROM core.deadline"_s);
        m_scratch->ask(u"INSERT INTO core.deadline (stage, amount, unit, calendar) VALUES ('take_in', 1, 'working_days', 'office')"_s);
        given(*m_scratch, {u"an"_s, u"Mất xe máy"_s, u"medium"_s, QDateTime::fromString(u"2027-02-04T08:00:00Z"_s, Qt::ISODate), {}});
        const auto due = [this] { return m_scratch->ask(u"SELECT to_char(due_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'DD/MM HH24:MI') FROM core.case"_s); };
        QCOMPARE(due(), u"06/02 00:00"_s);
        ListPage *page = open(u"holidays"_s);
        button(page, u"Add a day"_s)->click();
        type(page, u"date"_s, u"2027-02-05"_s);
        type(page, u"kind"_s, u"holiday"_s);
        type(page, u"name"_s, u"Tết"_s);
        button(page, u"Save"_s)->click();
        QTRY_COMPARE(due(), u"09/02 00:00"_s);
        QTRY_VERIFY2(allWords(page).contains(u"One due date moved: "_s + m_scratch->ask(u"SELECT number FROM core.case"_s)), qPrintable(allWords(page)));
    }

    void theHoursOfUnitsAreWrittenAsPeopleWriteThem()
    {
        ListPage *page = open(u"calendars"_s);
        page->search(u"office"_s);
        QTRY_COMPARE(page->model().rowCount(), 1);
        page->openRow(0);
        QCOMPARE(page->form().field(u"day1"_s)->value().toString(), u"08:00–12:00, 13:30–17:30"_s);
        type(page, u"day1"_s, u"8:00-11:30; 13:00 - 17:00"_s);
        type(page, u"day6"_s, u"08:00–11:00"_s);
        button(page, u"Save"_s)->click();
        QTRY_COMPARE(m_scratch->ask(u"SELECT string_agg(weekday || ' ' || from_time || '-' || to_time, ', ' ORDER BY weekday, from_time) FROM core.calendar_period WHERE calendar = 'office' AND weekday IN (1, 6)"_s),
                     u"1 08:00:00-11:30:00, 1 13:00:00-17:00:00, 6 08:00:00-11:00:00"_s);
        QTRY_COMPARE(page->model().record(page->model().index(0, 0))->revision, 2);
        page->openRow(0);
        type(page, u"day1"_s, u"mornings"_s);
        button(page, u"Save"_s)->click();
        QTRY_VERIFY(allWords(page).contains(u"The hours cannot be read."_s));
    }

    void aHeadAndARungOfTheLadderAreKept()
    {
        const QString unit = m_scratch->ask(u"SELECT code FROM core.unit ORDER BY id LIMIT 1"_s);
        ListPage *heads = open(u"heads"_s);
        button(heads, u"Add a head"_s)->click();
        type(heads, u"unit"_s, unit);
        type(heads, u"name"_s, u"Trần Văn Đức"_s);
        type(heads, u"rank"_s, u"Thượng tá"_s);
        type(heads, u"from"_s, u"2026-11-01"_s);
        type(heads, u"to"_s, u"2026-11-30"_s);
        button(heads, u"Save"_s)->click();
        QTRY_COMPARE(m_scratch->ask(u"SELECT rank || ' ' || name || ' ' || (from_at AT TIME ZONE 'Asia/Ho_Chi_Minh') || ' ' || (to_at AT TIME ZONE 'Asia/Ho_Chi_Minh') FROM core.unit_head"_s),
                     u"Thượng tá Trần Văn Đức 2026-11-01 00:00:00 2026-12-01 00:00:00"_s);
        QTRY_COMPARE(heads->model().rowCount(), 1);
        heads->openRow(0); // the day it shows is the last one, as it was written
        QTRY_COMPARE(heads->form().field(u"to"_s)->value().toString(), u"2026-11-30"_s);

        ListPage *ladder = open(u"ladder"_s);
        QTRY_COMPARE(ladder->model().rowCount(), 4);
        ladder->openRow(1);
        type(ladder, u"percent"_s, u"75"_s);
        type(ladder, u"recipients"_s, u"holder, unit_head; "_s + unit);
        button(ladder, u"Save"_s)->click();
        QTRY_COMPARE(m_scratch->ask(u"SELECT percent || ' ' || array_to_string(recipients, ',') FROM core.rung WHERE code = '80'"_s), u"75 holder,unit_head,"_s + unit);
        QTRY_COMPARE(ladder->model().record(ladder->model().index(1, 0))->revision, 2);
        ladder->openRow(1);
        type(ladder, u"recipients"_s, u"everybody"_s);
        button(ladder, u"Save"_s)->click();
        QTRY_VERIFY(allWords(ladder).contains(u"neither a word of the ladder"_s));
    }

    void anotherAdministratorsChangeAppearsByItself()
    {
        ListPage *page = open(u"units"_s);
        page->search(u"moi toanh"_s);
        QTRY_COMPARE(page->model().rowCount(), 0);
        DeskBench other(*m_scratch, u"admin1"_s);
        other.call(u"SELECT desk.save_unit('{\"code\": \"MOI\", \"name\": \"Đội mới toanh\"}', NULL, gen_random_uuid()) AS answer"_s);
        QTRY_COMPARE(page->model().rowCount(), 1);
    }

    void officersHaveNoSuchPlace()
    {
        DeskBench officer(*m_scratch, u"officer1"_s);
        AdministrationPlace place(officer.bench);
        QVERIFY(!place.isFor(officer.bench.me));
        QVERIFY(!officer.bench.actions.action(u"administration.add"));
        AdministrationDesk desk(officer.bench.database); // and the database says the same
        const auto outcome = answerOf(desk.save(AdminList::Units, {0, 0, 0, {}, {{u"code"_s, u"A"_s}, {u"name"_s, u"A"_s}}}, newRequest()));
        QCOMPARE(outcome.error().kind, Failure::NotAllowed);
    }
};

QTEST_MAIN(AdministrationListsTest)
#include "test_administration_lists.moc"
