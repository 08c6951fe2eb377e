// SPDX-License-Identifier: GPL-3.0-or-later
// A post with one desk needs no server: the private cluster makes itself, opens again, and ends with the program.
#include "app/trucban/local_cluster.h"

#include "desk/me.h"
#include "storage/database.h"
#include "support/scratch_database.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace trucban;

class LocalTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

    static Result<Me> signIn(const LocalCluster &cluster, const QString &login, const QString &password)
    {
        ConnectOptions options;
        options.host = cluster.socketFolder();
        options.database = u"trucban"_s;
        options.user = login;
        options.password = password;
        Database database(options);
        return answerOf(database.open()).and_then([&] { return answerOf(readMe(database)); });
    }

private Q_SLOTS:
    void initTestCase() { qputenv("PATH", QByteArray(TRUCBAN_BINARY_DIR "/bin:") + qgetenv("PATH")); }

    void theFirstStartMakesAnAdministratorAndTheSecondKeepsThem()
    {
        QString login, password;
        {
            LocalCluster cluster(m_folder.filePath(u"data"_s));
            QSignalSpy ready(&cluster, &LocalCluster::ready);
            QSignalSpy doing(&cluster, &LocalCluster::doing);
            QSignalSpy failed(&cluster, &LocalCluster::failed);
            cluster.start();
            QTRY_VERIFY_WITH_TIMEOUT(!ready.isEmpty() || !failed.isEmpty(), 90'000);
            QVERIFY2(failed.isEmpty(), failed.isEmpty() ? "" : qPrintable(failed.first().first().value<Failure>().detail));
            QVERIFY(doing.size() >= 3); // what is going on is told at each step
            login = ready.first().at(0).toString();
            password = ready.first().at(1).toString();
            QVERIFY(!password.isEmpty());
            const auto me = signIn(cluster, login, password);
            QVERIFY2(me.has_value(), me ? "" : qPrintable(me.error().code + me.error().detail));
            QCOMPARE(me->role, u"admin"_s);
            // a case can be forwarded at once: to whom and where from is known
            ConnectOptions options;
            options.host = cluster.socketFolder();
            options.database = u"trucban"_s;
            options.user = login;
            options.password = password;
            Database database(options);
            const auto known = answerOf(database.read([](Session &session) {
                return session.sql(u"SELECT (SELECT count(*) FROM desk.units) AS units, (SELECT count(*) FROM desk.areas) AS areas, (SELECT count(*) FROM desk.categories) AS categories, "
                                   "(SELECT count(*) FROM desk.deadlines) AS deadlines, (SELECT count(*) FROM desk.sources) AS sources"_s)
                    .one([](const Row &row) { return QList{row.get<int>(u"units"), row.get<int>(u"areas"), row.get<int>(u"categories"), row.get<int>(u"deadlines"), row.get<int>(u"sources")}; });
            }));
            QVERIFY(known);
            QVERIFY2(known->at(0) > 100 && known->at(1) == 126 && known->at(2) > 20 && known->at(3) > 10 && known->at(4) > 3, qPrintable(QDebug::toString(*known)));
            QVERIFY(QDir(m_folder.filePath(u"data"_s)).entryList({u"*.csv"_s}).isEmpty());
            QCOMPARE(signIn(cluster, login, u"wrong"_s).error().code, u"wrong_password"_s);
            QCOMPARE(QFile::permissions(m_folder.filePath(u"data/administrator"_s)) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        }
        QVERIFY(!QFile::exists(m_folder.filePath(u"data/postgresql/postmaster.pid"_s))); // it ended with its owner
        LocalCluster again(m_folder.filePath(u"data"_s));
        QSignalSpy ready(&again, &LocalCluster::ready);
        again.start();
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 60'000);
        QVERIFY(ready.first().at(1).toString().isEmpty()); // a password is shown once
        QVERIFY(signIn(again, login, password).has_value());
    }
};

QTEST_GUILESS_MAIN(LocalTest)
#include "test_local.moc"
