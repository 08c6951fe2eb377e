// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connection.h"

#include <QTemporaryFile>
#include <QTest>

using namespace trucban;

class StatementTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesBecomeNumbers_data();
    void namesBecomeNumbers();
    void aUrlWithSeveralHostsLooksForTheOneThatWrites();
    void aServiceReadsItsPasswordFromAFile();
    void farAwayMeansEncrypted();
    void anUnreadableUrlIsInvalid();
};

void StatementTest::namesBecomeNumbers_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("twice") << u"a = :x OR b = :y OR c = :x"_s << QByteArray("a = $1 OR b = $2 OR c = $1") << QStringList{u"x"_s, u"y"_s};
    QTest::newRow("cast") << u":x::text || ':no'"_s << QByteArray("$1::text || ':no'") << QStringList{u"x"_s};
    QTest::newRow("comment") << u"-- :no\n/* :no */ :x"_s << QByteArray("   $1") << QStringList{u"x"_s};
    QTest::newRow("dollars") << u"$$ :no $$ $a$ :no $$ $a$ :x"_s << QByteArray("$$ :no $$ $a$ :no $$ $a$ $1") << QStringList{u"x"_s};
    QTest::newRow("quotes") << u"'it''s :no' \":no\" :x"_s << QByteArray("'it''s :no' \":no\" $1") << QStringList{u"x"_s};
    QTest::newRow("operators") << u"a ? 'b' AND c[1:2] AND :x"_s << QByteArray("a ? 'b' AND c[1:2] AND $1") << QStringList{u"x"_s};
    QTest::newRow("unfinished") << u"'never closed :no"_s << QByteArray("'never closed :no") << QStringList();
}

void StatementTest::namesBecomeNumbers()
{
    QFETCH(QString, sql);
    const Statement statement = Statement::from(sql);
    QTEST(statement.text, "text");
    QTEST(statement.names, "names");
}

namespace {
QByteArray word(const ConnectOptions &options, const QByteArray &key)
{
    const auto words = options.keywords();
    if (words) {
        for (const auto &[keyword, value] : *words) {
            if (keyword == key)
                return value;
        }
    }
    return {};
}
} // namespace

void StatementTest::aUrlWithSeveralHostsLooksForTheOneThatWrites()
{
    ConnectOptions options;
    options.url = u"postgresql://lan@one:5432,two:5433/trucban"_s;
    options.password = u"a secret; with 'marks'"_s;
    options.application = u"test"_s;
    QCOMPARE(word(options, "host"), "one,two");
    QCOMPARE(word(options, "port"), "5432,5433");
    QCOMPARE(word(options, "target_session_attrs"), "read-write");
    QCOMPARE(word(options, "password"), "a secret; with 'marks'");
    QCOMPARE(word(options, "application_name"), "test");
    QVERIFY(!options.place().contains(u"secret"_s));
    ConnectOptions again;
    again.url = QString::fromUtf8(options.conninfo());
    QCOMPARE(word(again, "password"), "a secret; with 'marks'");
    QCOMPARE(word(again, "host"), "one,two");
}

void StatementTest::aServiceReadsItsPasswordFromAFile()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("from the file\n");
    file.flush();
    qputenv("TRUCBAN_DATABASE_PASSWORD_FILE", file.fileName().toUtf8());
    ConnectOptions options;
    options.url = u"postgresql://gateway@db/trucban"_s;
    QCOMPARE(word(options, "password"), "from the file");
    options.url = u"postgresql://gateway:in-the-url@db/trucban"_s;
    QCOMPARE(word(options, "password"), "in-the-url");
    qunsetenv("TRUCBAN_DATABASE_PASSWORD_FILE");
}

void StatementTest::farAwayMeansEncrypted()
{
    ConnectOptions options;
    options.host = u"db.example.vn"_s;
    QCOMPARE(word(options, "sslmode"), "require");
    options.host = u"/run/postgresql"_s;
    QCOMPARE(word(options, "sslmode"), "prefer");
    options.sslMode = u"verify-full"_s;
    QCOMPARE(word(options, "sslmode"), "verify-full");
}

void StatementTest::anUnreadableUrlIsInvalid()
{
    ConnectOptions options;
    options.url = u"postgresql://[broken"_s;
    QCOMPARE(options.keywords().error().code, u"database_url"_s);
}

QTEST_GUILESS_MAIN(StatementTest)
#include "test_statement.moc"
