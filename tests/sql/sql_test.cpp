// SPDX-License-Identifier: GPL-3.0-or-later
// Runs one file of pgTAP tests through psql against a fresh database, or compares the schema with its snapshot.
#include "support/scratch_database.h"
#include "support/scratch_server.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>

#include <cstdio>

using namespace trucban;
using namespace Qt::StringLiterals;

namespace {

const auto folder = QStringLiteral(TRUCBAN_SQL_DIR);

void say(const QByteArray &line)
{
    fwrite(line.constData(), 1, size_t(line.size()), stdout);
    fputc('\n', stdout);
}

QString program(const QString &name)
{
    const QString debian = u"/usr/lib/postgresql/17/bin/"_s + name;
    return QFile::exists(debian) ? debian : name;
}

struct Outcome {
    int status = -1;
    QByteArray output; // both streams, in order
};

Outcome run(const QString &name, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program(name), arguments);
    if (!process.waitForFinished(170000))
        return {-1, process.readAll() + "\n# " + name.toUtf8() + ": " + process.errorString().toUtf8()};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAll()};
}

/// What TAP says: every line that is not "ok" or a comment, and whether the whole file was run
struct Tap {
    int passed = 0;
    int failed = 0;
    bool finished = false;
    QList<QByteArray> complaints;
};

Tap read(const QByteArray &output)
{
    Tap tap;
    bool complaining = false;
    for (const QByteArray &line : output.split('\n')) {
        if (line.startsWith("ok ")) {
            ++tap.passed;
            complaining = false;
        } else if (line.startsWith("not ok ")) {
            ++tap.failed;
            complaining = true;
            tap.complaints << line;
        } else if (line.startsWith("1..")) {
            tap.finished = line.sliced(3).toInt() == tap.passed + tap.failed && tap.passed + tap.failed > 0;
        } else if (line.startsWith('#') ? complaining : !line.trimmed().isEmpty()) {
            tap.complaints << line;
        }
    }
    return tap;
}

int runCases(const QString &file)
{
    const ScratchDatabase database;
    const ConnectOptions options = database.asSuperuser();
    const Outcome outcome = run(u"psql"_s, {u"-XAtq"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-v"_s, u"VERBOSITY=verbose"_s, u"-v"_s, u"host="_s + options.host,
                                            u"-h"_s, options.host, u"-U"_s, options.user, u"-d"_s, options.database,
                                            u"-f"_s, folder + u"/begin.sql"_s, u"-f"_s, file});
    const Tap tap = read(outcome.output);
    for (const QByteArray &line : tap.complaints)
        say(line.size() > 800 ? line.left(800) + " …" : line);
    if (outcome.status != 0)
        say("# psql ended with " + QByteArray::number(outcome.status));
    else if (!tap.finished)
        say("# the file ended without SELECT * FROM finish()");
    say(file.section(u'/', -1).toUtf8() + ": " + QByteArray::number(tap.passed) + " passed, " + QByteArray::number(tap.failed) + " failed");
    return outcome.status == 0 && tap.finished && tap.failed == 0 ? 0 : 1;
}

/// The schema without what differs from day to day: comments, settings, the partitions of single months
QByteArray normalised(const QByteArray &dump)
{
    static const QRegularExpression noise(uR"(^(--|SET |SELECT pg_catalog\.set_config|\\|$))"_s);
    QByteArray text;
    for (const QByteArray &line : dump.split('\n')) {
        if (!noise.match(QString::fromUtf8(line)).hasMatch())
            text += line + '\n';
    }
    return text;
}

int compareSnapshot()
{
    const ConnectOptions options = ScratchServer::instance().options(ScratchServer::schemaTemplate());
    const QStringList where{u"-h"_s, options.host, u"-U"_s, options.user};
    const Outcome schema = run(u"pg_dump"_s, where + QStringList{u"--schema-only"_s, u"--exclude-table=search.message_text_2*"_s, options.database});
    const QString roles = ScratchServer::instance().ask(uR"(
        SELECT string_agg(line, E'\n' ORDER BY line) FROM (
            SELECT format('role %s%s%s%s', rolname, CASE WHEN rolcanlogin THEN ' login' END, CASE WHEN rolcreaterole THEN ' createrole' END, CASE WHEN rolsuper THEN ' superuser' END)
            FROM pg_roles WHERE rolname LIKE 'trucban%'
            UNION ALL SELECT format('role %s is a member of %s%s%s%s', m.rolname, r.rolname, CASE WHEN a.admin_option THEN ' admin' END,
                CASE WHEN a.inherit_option THEN ' inherit' END, CASE WHEN a.set_option THEN ' set' END)
            FROM pg_auth_members a JOIN pg_roles m ON m.oid = a.member JOIN pg_roles r ON r.oid = a.roleid WHERE m.rolname LIKE 'trucban%') lines(line))"_s);
    if (schema.status != 0) {
        say(schema.output);
        return 1;
    }
    const QByteArray is = "-- SPDX-License-Identifier: GPL-3.0-or-later\n-- The schema as the migrations make it. Renew it with tests/sql/renew_snapshot.sh and read the difference before you commit it.\n"
        + roles.toUtf8().replace("role ", "-- role ") + "\n\n" + normalised(schema.output);
    const QString actual = QStringLiteral(TRUCBAN_BINARY_DIR) + u"/schema_snapshot.sql"_s;
    QFile out(actual);
    if (!out.open(QIODevice::WriteOnly) || out.write(is) != is.size())
        qFatal("cannot write %s", qPrintable(actual));
    out.close();
    const Outcome difference = run(u"/usr/bin/diff"_s, {u"-u"_s, u"--label"_s, u"snapshot"_s, u"--label"_s, u"migrations"_s, folder + u"/schema_snapshot.sql"_s, actual});
    if (difference.status == 0)
        return 0;
    say(difference.output.left(20000));
    say("# The migrations make another schema than tests/sql/schema_snapshot.sql says (the lines above).\n"
        "# If that is meant, run tests/sql/renew_snapshot.sh, read the difference once more with git diff, and commit both together.");
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc != 2) {
        say("usage: sql_test FILE.sql | --snapshot");
        return 2;
    }
    return qstrcmp(argv[1], "--snapshot") == 0 ? compareSnapshot() : runCases(QString::fromLocal8Bit(argv[1]));
}
