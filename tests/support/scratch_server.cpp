// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scratch_server.h"

#include "storage/connection.h"
#include "storage/migrator.h"
#include "support/scratch_people.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QLockFile>
#include <QThread>

#include <signal.h>
#include <sys/prctl.h>

namespace trucban {

namespace {

constexpr auto recipe = "9"; // raise it when the making of the template changes

QString scratchFolder()
{
    return QStringLiteral(TRUCBAN_BINARY_DIR) + u"/scratch"_s;
}

void insist(bool fine, const QString &words)
{
    if (!fine)
        qFatal("scratch database: %s", qPrintable(words));
}

void insist(const Result<> &outcome)
{
    if (!outcome)
        insist(false, outcome.error().code + u' ' + outcome.error().detail);
}

QString postgresProgram(const QString &name)
{
    const QString debian = u"/usr/lib/postgresql/17/bin/"_s + name;
    return QFile::exists(debian) ? debian : name;
}

void runOrDie(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    insist(process.waitForFinished(60000) && process.exitCode() == 0,
           program + u' ' + arguments.join(u' ') + u": "_s + QString::fromUtf8(process.readAll()));
}

// what the template is made of: when it changes, a new one is made
QString templateKey()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(recipe);
    hash.addData(peopleRecipe().toUtf8());
    for (const QString &name : QDir(u":/schema"_s).entryList(QDir::Files, QDir::Name)) {
        QFile file(u":/schema/"_s + name);
        insist(file.open(QIODevice::ReadOnly), file.fileName());
        hash.addData(file.readAll());
    }
    return QString::fromLatin1(hash.result().toHex().left(12));
}

// folders of test programs that were killed
void sweep()
{
    for (const QFileInfo &folder : QDir(scratchFolder()).entryInfoList({u"run-*"_s}, QDir::Dirs)) {
        if (!QFile::exists(u"/proc/"_s + folder.fileName().section(u'-', 1)))
            QDir(folder.filePath()).removeRecursively();
    }
}

} // namespace

ScratchServer &ScratchServer::instance()
{
    static ScratchServer server;
    return server;
}

ScratchServer::ScratchServer() : m_sockets(QDir::tempPath() + u"/tb-XXXXXX"_s)
{
    QDir().mkpath(scratchFolder());
    QLockFile lock(scratchFolder() + u"/lock"_s);
    lock.setStaleLockTime(0);
    insist(lock.tryLock(120000), u"another test program holds "_s + lock.fileName());
    sweep();
    const QString master = scratchFolder() + u"/template-"_s + templateKey();
    if (!QFile::exists(master)) {
        for (const QFileInfo &old : QDir(scratchFolder()).entryInfoList({u"template-*"_s, u"making-*"_s}, QDir::Dirs))
            QDir(old.filePath()).removeRecursively();
        const QString making = scratchFolder() + u"/making-%1"_s.arg(QCoreApplication::applicationPid());
        fillTemplate(making);
        insist(QDir().rename(making, master), u"cannot rename "_s + making);
    }
    m_folder = scratchFolder() + u"/run-%1"_s.arg(QCoreApplication::applicationPid());
    QDir(m_folder).removeRecursively();
    runOrDie(u"cp"_s, {u"-a"_s, u"--reflink=auto"_s, master, m_folder});
    lock.unlock();
    startIn(m_folder);
}

ScratchServer::~ScratchServer()
{
    stop();
    QDir(m_folder).removeRecursively();
}

void ScratchServer::fillTemplate(const QString &folder)
{
    runOrDie(postgresProgram(u"initdb"_s), {u"--no-sync"_s, u"-U"_s, u"postgres"_s, u"-E"_s, u"UTF8"_s, u"--locale-provider=builtin"_s, u"--locale=C.UTF-8"_s,
                                            u"--wal-segsize=4"_s, u"-D"_s, folder});
    QFile hba(folder + u"/pg_hba.conf"_s);
    insist(hba.open(QIODevice::WriteOnly), hba.fileName());
    hba.write("local all postgres trust\nlocal all all scram-sha-256\n");
    hba.close();
    startIn(folder);
    Migrator roles(options(u"postgres"_s));
    if (QFile::exists(u":/schema/roles.sql"_s))
        insist(roles.makeRoles());
    ask(u"CREATE DATABASE %1 ENCODING 'UTF8'"_s.arg(schemaTemplate()));
    if (ask(u"SELECT count(*) FROM pg_roles WHERE rolname = 'trucban_owner'"_s) == u"1")
        ask(u"ALTER DATABASE %1 OWNER TO trucban_owner"_s.arg(schemaTemplate()));
    insist(Migrator(options(schemaTemplate())).upgrade().transform([](auto &&) {}));
    insist(makePeople(options(schemaTemplate())));
    // an orderly end, so that the copy starts without recovery
    ::kill(static_cast<pid_t>(m_process.processId()), SIGINT);
    insist(m_process.waitForFinished(30000), u"the template server does not stop"_s);
}

void ScratchServer::startIn(const QString &folder)
{
    const auto setting = [](const char *text) { return QStringList{u"-c"_s, QString::fromLatin1(text)}; };
    QStringList arguments{u"-D"_s, folder, u"-k"_s, m_sockets.path()};
    for (const char *text : {"listen_addresses=", "fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=64MB", "max_connections=120",
                             "autovacuum=off", "log_min_messages=warning", "scram_iterations=256", "max_wal_size=256MB", "deadlock_timeout=100ms", "jit=off",
                             "max_worker_processes=4", "wal_level=minimal", "max_wal_senders=0"})
        arguments += setting(text);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(folder + u"/log"_s, QIODevice::Append);
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGQUIT); });
    m_process.start(postgresProgram(u"postgres"_s), arguments);
    QElapsedTimer clock;
    clock.start();
    for (Connection probe; !probe.open(options(u"postgres"_s));) {
        QFile log(folder + u"/log"_s);
        const bool readable = log.open(QIODevice::ReadOnly);
        insist(m_process.state() != QProcess::NotRunning && clock.elapsed() < 60000,
               u"PostgreSQL does not start: "_s + (readable ? QString::fromUtf8(log.readAll().right(2000)) : m_process.errorString()));
        m_process.waitForFinished(15);
    }
}

void ScratchServer::start()
{
    startIn(m_folder);
}

void ScratchServer::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    ::kill(static_cast<pid_t>(m_process.processId()), SIGQUIT);
    m_process.waitForFinished(30000);
}

ConnectOptions ScratchServer::options(const QString &database) const
{
    ConnectOptions options;
    options.host = m_sockets.path();
    options.database = database;
    options.user = u"postgres"_s;
    options.application = u"scratch"_s;
    options.workers = 2;
    return options;
}

QString ScratchServer::ask(const QString &sql, const QString &database) const
{
    Connection connection;
    insist(connection.open(options(database)));
    const auto answer = connection.run(sql.toUtf8());
    insist(answer.has_value(), sql + u": "_s + (answer ? QString() : answer.error().detail));
    if (answer->rows() == 0 || answer->columns().isEmpty())
        return {};
    const auto value = answer->value(0, answer->columns().first());
    return value ? QString::fromUtf8(*value) : QString();
}

QString ScratchServer::makeDatabase(const QString &copyOf)
{
    const QString name = u"scratch_%1"_s.arg(++m_databases);
    ask(u"CREATE DATABASE %1 TEMPLATE %2"_s.arg(name, copyOf));
    if (ask(u"SELECT count(*) FROM pg_roles WHERE rolname = 'trucban_owner'"_s) == u"1")
        ask(u"ALTER DATABASE %1 OWNER TO trucban_owner"_s.arg(name));
    return name;
}

} // namespace trucban
