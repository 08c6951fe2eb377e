// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrator.h"
#include "support/scratch_database.h"

#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrent>

using namespace trucban;

class MigratorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachFileLandsOnceAndInOrder();
    void aFileThatFailsLeavesTheOnesBefore();
    void aLandedFileIsNeverEdited();
    void twoAtOnceWaitForEachOther();
    void aFileMustSayWhy_data();
    void aFileMustSayWhy();
    void desksTooOldAndTooNewAreToldApart();
    void theShippedMigrationsAreWellFormed();
};

namespace {

class Folder
{
public:
    void write(const QString &name, const QByteArray &sql)
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(sql);
    }
    QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

QByteArray letter(const QByteArray &sql, int oldest = 1)
{
    return "-- why: a test needs it\n-- oldest-desk: " + QByteArray::number(oldest) + "   (older desks are asked to update)\n" + sql;
}

} // namespace

void MigratorTest::eachFileLandsOnceAndInOrder()
{
    ScratchDatabase scratch(ScratchDatabase::Empty);
    Folder folder;
    folder.write(u"0001_units.sql"_s, letter("CREATE TABLE core.unit (id int);"));
    folder.write(u"0002_more.sql"_s, letter("ALTER TABLE core.unit ADD COLUMN name text; INSERT INTO core.unit VALUES (1, 'a');"));
    Migrator migrator(scratch.asSuperuser(), folder.path());
    QCOMPARE(migrator.upgrade(), (QList<int>{1, 2}));
    QCOMPARE(migrator.upgrade(), QList<int>());
    QCOMPARE(scratch.ask(u"SELECT count(*) FROM core.unit"_s), u"1"_s);
    folder.write(u"0003_last.sql"_s, letter("DELETE FROM core.unit;", 2));
    QStringList announced;
    QCOMPARE(migrator.upgrade([&](const schema::Migration &next) { announced.append(next.name + u": "_s + next.why); }), QList<int>{3});
    QCOMPARE(announced, QStringList{u"last: a test needs it"_s});
    QCOMPARE(scratch.ask(u"SELECT max(number) || ' ' || max(oldest_desk) FROM core.migration"_s), u"3 2"_s);
}

void MigratorTest::aFileThatFailsLeavesTheOnesBefore()
{
    ScratchDatabase scratch(ScratchDatabase::Empty);
    Folder folder;
    folder.write(u"0001_good.sql"_s, letter("CREATE TABLE core.good (id int);"));
    folder.write(u"0002_bad.sql"_s, letter("CREATE TABLE core.half (id int); SELECT 1 / 0;"));
    const auto broken = Migrator(scratch.asSuperuser(), folder.path()).upgrade();
    QVERIFY(!broken);
    QVERIFY2(broken.error().detail.startsWith(u"0002_bad.sql"_s), qPrintable(broken.error().detail));
    QCOMPARE(scratch.ask(u"SELECT to_regclass('core.good') IS NOT NULL AND to_regclass('core.half') IS NULL"_s), u"t"_s);
    QCOMPARE(scratch.ask(u"SELECT max(number) FROM core.migration"_s), u"1"_s);
}

void MigratorTest::aLandedFileIsNeverEdited()
{
    ScratchDatabase scratch(ScratchDatabase::Empty);
    Folder folder;
    folder.write(u"0001_units.sql"_s, letter("CREATE TABLE core.unit (id int);"));
    Migrator migrator(scratch.asSuperuser(), folder.path());
    QVERIFY(migrator.upgrade());
    folder.write(u"0001_units.sql"_s, letter("CREATE TABLE core.unit (id bigint);"));
    QCOMPARE(migrator.upgrade().error().code, u"migration_changed"_s);
    QCOMPARE(migrator.compare().error().code, u"migration_changed"_s);
}

void MigratorTest::twoAtOnceWaitForEachOther()
{
    ScratchDatabase scratch(ScratchDatabase::Empty);
    Folder folder;
    folder.write(u"0001_units.sql"_s, letter("CREATE TABLE core.unit (id int); SELECT pg_sleep(0.2);"));
    const auto upgrade = [&] { return Migrator(scratch.asSuperuser(), folder.path()).upgrade(); };
    auto one = QtConcurrent::run(upgrade);
    auto two = QtConcurrent::run(upgrade);
    const auto first = answerOf(one), second = answerOf(two);
    QVERIFY(first && second);
    QCOMPARE(first->size() + second->size(), 1);
}

void MigratorTest::aFileMustSayWhy_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("code");
    QTest::newRow("no why") << u"0001_a.sql"_s << QByteArray("-- oldest-desk: 1\n") << u"migration_header"_s;
    QTest::newRow("no oldest desk") << u"0001_a.sql"_s << QByteArray("-- why: b\n") << u"migration_header"_s;
    QTest::newRow("a desk of the future") << u"0001_a.sql"_s << letter({}, 2) << u"migration_header"_s;
    QTest::newRow("a gap") << u"0002_a.sql"_s << letter({}) << u"migration_numbering"_s;
    QTest::newRow("a strange name") << u"01-a.sql"_s << letter({}) << u"migration_header"_s;
}

void MigratorTest::aFileMustSayWhy()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, sql);
    Folder folder;
    folder.write(name, sql);
    const auto shipped = schema::shipped(folder.path());
    QVERIFY(!shipped);
    QTEST(shipped.error().code, "code");
}

void MigratorTest::desksTooOldAndTooNewAreToldApart()
{
    const schema::Version server{.number = 8, .oldestDesk = 6};
    QCOMPARE(schema::mayUse(server, 5).error().code, u"desk_too_old"_s);
    QVERIFY(schema::mayUse(server, 6));
    QVERIFY(schema::mayUse(server, 8));
    const Failure tooNew = schema::mayUse(server, 9).error();
    QCOMPARE(tooNew.code, u"desk_too_new"_s);
    QCOMPARE(tooNew.facts[u"server"_s], 8);
}

void MigratorTest::theShippedMigrationsAreWellFormed()
{
    const auto shipped = schema::shipped();
    QVERIFY2(shipped, shipped ? "" : qPrintable(shipped.error().detail));
    ScratchDatabase scratch;
    if (!shipped->isEmpty()) {
        Database database(scratch.connectAs(u"officer1"_s));
        QVERIFY(answerOf(database.open()));
    }
}

QTEST_GUILESS_MAIN(MigratorTest)
#include "test_migrator.moc"
