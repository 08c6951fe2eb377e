// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster.h"

#include "base/result.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>

namespace trucban::bench {

namespace {
constexpr auto bin = "/usr/lib/postgresql/17/bin/";
}

QString runOrDie(const QString &program, const QStringList &arguments, const QString &input)
{
    QProcess process;
    process.start(program, arguments);
    process.write(input.toUtf8());
    process.closeWriteChannel();
    if (!process.waitForFinished(-1) || process.exitCode() != 0) {
        std::fprintf(stderr, "bench: %s failed:\n%s\n", qPrintable(program), process.readAllStandardError().constData());
        std::exit(1);
    }
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

Cluster::Cluster(const QString &folder) : m_folder(folder)
{
    m_socket = QDir::tempPath() + u"/tbb-%1"_s.arg(QCoreApplication::applicationPid());
    QDir().mkpath(m_socket);
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    m_port = probe.serverPort();
    probe.close();
    if (QFile::exists(m_folder + u"/seeded"_s))
        return;
    QDir(m_folder).removeRecursively();
    QDir().mkpath(m_folder);
    runOrDie(QLatin1StringView(bin) + u"initdb"_s, {u"-D"_s, m_folder + u"/data"_s, u"-U"_s, u"postgres"_s, u"--auth=trust"_s, u"-E"_s, u"UTF8"_s, u"--locale=C.UTF-8"_s});
    m_made = true;
}

Cluster::~Cluster()
{
    stop();
    QDir(m_socket).removeRecursively();
}

void Cluster::start(bool durable)
{
    stop();
    const QString safe = u"-c fsync=%1 -c full_page_writes=%1 -c synchronous_commit=%1 -c wal_level=%2"_s.arg(durable ? u"on"_s : u"off"_s, durable ? u"replica"_s : u"minimal"_s);
    const QString options = u"-p %1 -c listen_addresses=127.0.0.1 -c unix_socket_directories=%2 %3 -c max_wal_senders=0 -c shared_buffers=4GB -c effective_cache_size=12GB "
                            "-c maintenance_work_mem=1GB -c max_wal_size=8GB -c work_mem=16MB -c random_page_cost=1.1 -c max_connections=150 "
                            "-c max_parallel_maintenance_workers=2 -c jit=off -c checkpoint_timeout=15min"_s.arg(m_port).arg(m_socket, safe);
    runOrDie(QLatin1StringView(bin) + u"pg_ctl"_s, {u"-D"_s, m_folder + u"/data"_s, u"-w"_s, u"-t"_s, u"300"_s, u"-l"_s, m_folder + u"/log"_s, u"-o"_s, options, u"start"_s});
    m_running = true;
}

void Cluster::stop()
{
    if (std::exchange(m_running, false))
        runOrDie(QLatin1StringView(bin) + u"pg_ctl"_s, {u"-D"_s, m_folder + u"/data"_s, u"-w"_s, u"-t"_s, u"600"_s, u"-m"_s, u"fast"_s, u"stop"_s});
}

ConnectOptions Cluster::asSuperuser(const QString &database) const
{
    ConnectOptions options;
    options.host = m_socket;
    options.port = m_port;
    options.database = database;
    options.user = u"postgres"_s;
    options.application = u"trucban-bench"_s;
    return options;
}

ConnectOptions Cluster::as(const QString &login) const
{
    ConnectOptions options = asSuperuser();
    options.user = options.password = login;
    return options;
}

QString Cluster::ask(const QString &sql, const QString &database) const
{
    return runOrDie(QLatin1StringView(bin) + u"psql"_s,
                    {u"-h"_s, m_socket, u"-p"_s, QString::number(m_port), u"-U"_s, u"postgres"_s, u"-d"_s, database, u"-XAtq"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s}, sql);
}

} // namespace trucban::bench
