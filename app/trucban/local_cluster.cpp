// SPDX-License-Identifier: GPL-3.0-or-later
#include "local_cluster.h"

#include "base/logging.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTimer>

namespace trucban {

namespace {

const QString owner = u"trucban_setup"_s;
const QString administrator = u"administrator"_s;
const QString gatewayLogin = u"trucban_gateway_1"_s;

QString newPassword()
{
    QByteArray bytes(18, Qt::Uninitialized);
    QRandomGenerator::system()->generate(bytes.begin(), bytes.end());
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

bool keepPrivately(const QString &file, const QString &text)
{
    QSaveFile out(file);
    return out.open(QIODevice::WriteOnly) && out.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && out.write(text.toUtf8()) >= 0 && out.commit();
}

/// The path of a Unix socket is at most 107 bytes, so it lies in the runtime folder and not beside the data.
QString shortFolder(const QString &dataFolder)
{
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    const QByteArray mark = QCryptographicHash::hash(dataFolder.toUtf8(), QCryptographicHash::Sha256).toHex().left(8);
    return u"%1/trucban-%2"_s.arg(runtime.isEmpty() ? QDir::tempPath() : runtime, QString::fromLatin1(mark));
}

} // namespace

LocalCluster::LocalCluster(const QString &folder, QObject *parent)
    : QObject(parent), m_folder(folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/local"_s : folder),
      m_sockets(shortFolder(m_folder.absolutePath()))
{
}

LocalCluster::~LocalCluster()
{
    if (m_gateway.state() != QProcess::NotRunning) {
        m_gateway.terminate();
        m_gateway.waitForFinished(5000);
    }
    if (m_server.state() != QProcess::NotRunning) {
        QProcess::execute(tool(u"pg_ctl"_s), {u"stop"_s, u"-D"_s, m_folder.filePath(u"postgresql"_s), u"-m"_s, u"fast"_s, u"-s"_s});
        m_server.waitForFinished(5000);
    }
}

void LocalCluster::start()
{
    m_folder.mkpath(u"."_s);
    QFile::setPermissions(m_folder.absolutePath(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QDir().mkpath(m_sockets);
    QFile::setPermissions(m_sockets, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (tool(u"initdb"_s).isEmpty())
        giveUp(u"postgresql_missing"_s, u"initdb was not found"_s);
    else if (QFile::exists(m_folder.filePath(u"postgresql/PG_VERSION"_s)))
        startServer();
    else
        makeCluster();
}

void LocalCluster::makeCluster()
{
    Q_EMIT doing(tr("Making the private database of this computer (once) …"));
    m_fresh = true;
    for (const QString &login : {owner, administrator, gatewayLogin}) {
        if (!keepPrivately(m_folder.filePath(login), newPassword())) {
            giveUp(u"data_folder_not_writable"_s, m_folder.absolutePath());
            return;
        }
    }
    run(tool(u"initdb"_s),
        {u"-D"_s, m_folder.filePath(u"postgresql"_s), u"-U"_s, owner, u"--auth=scram-sha-256"_s, u"--pwfile"_s, m_folder.filePath(owner), u"-E"_s,
         u"UTF8"_s, u"--locale=C.UTF-8"_s},
        [this] { startServer(); });
}

void LocalCluster::startServer()
{
    Q_EMIT doing(tr("Starting the private database …"));
    m_server.setStandardOutputFile(m_folder.filePath(u"postgresql.log"_s), QIODevice::Append);
    m_server.setStandardErrorFile(m_folder.filePath(u"postgresql.log"_s), QIODevice::Append);
    m_server.start(tool(u"postgres"_s),
                   {u"-D"_s, m_folder.filePath(u"postgresql"_s), u"-c"_s, u"listen_addresses="_s, u"-c"_s, u"unix_socket_directories="_s + m_sockets});
    awaitServer(30'000);
}

void LocalCluster::awaitServer(int patience)
{
    if (patience <= 0 || m_server.state() == QProcess::NotRunning) {
        giveUp(u"server_does_not_start"_s, m_folder.filePath(u"postgresql.log"_s));
        return;
    }
    if (QProcess::execute(tool(u"pg_isready"_s), {u"-q"_s, u"-h"_s, m_sockets}) == 0)
        makeSchema();
    else
        QTimer::singleShot(200, this, [this, patience] { awaitServer(patience - 200); });
}

/// Roles, database, schema and the first logins; what is there already is left as it is.
void LocalCluster::makeSchema()
{
    Q_EMIT doing(tr("Bringing the database up to date …"));
    run(tool(u"trucban-admin"_s),
        {u"--database"_s, u"postgresql://%1@/postgres?host=%2"_s.arg(owner, m_sockets), u"--password-file"_s, m_folder.filePath(owner), u"create"_s, u"--name"_s,
         u"trucban"_s, u"--admin"_s, administrator, u"--admin-password-file"_s, m_folder.filePath(administrator), u"--gateway"_s, gatewayLogin,
         u"--gateway-password-file"_s, m_folder.filePath(gatewayLogin)},
        [this] {
            if (m_fresh)
                loadSample({u"units"_s, u"areas"_s, u"categories"_s, u"deadlines"_s, u"holidays"_s, u"templates"_s, u"sources"_s});
            else
                startGateway();
        });
}

/// What a desk needs before its first case can be forwarded; the administrator changes it to what is true here.
void LocalCluster::loadSample(QStringList lists)
{
    if (lists.isEmpty()) {
        startGateway();
        return;
    }
    Q_EMIT doing(tr("Bringing in units, areas, categories and templates …"));
    const QString list = lists.takeFirst();
    const QString file = m_folder.filePath(list + u".csv"_s);
    QFile::remove(file);
    if (!QFile::copy(u":/trucban/sample/"_s + list + u".csv"_s, file)) {
        giveUp(u"data_folder_not_writable"_s, file);
        return;
    }
    run(tool(u"trucban-admin"_s),
        {u"--database"_s, u"postgresql://%1@/trucban?host=%2"_s.arg(administrator, m_sockets), u"--password-file"_s, m_folder.filePath(administrator), list, u"import"_s, file},
        [this, lists, file] {
            QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner); // it came read-only out of the program
            QFile::remove(file);
            loadSample(lists);
        });
}

void LocalCluster::startGateway()
{
    if (const QString program = tool(u"trucban-gateway"_s); !program.isEmpty()) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TRUCBAN_DATABASE_URL"_s, u"postgresql://%1@/trucban?host=%2"_s.arg(gatewayLogin, m_sockets));
        environment.insert(u"PGPASSWORD"_s, password(gatewayLogin));
        environment.insert(u"TRUCBAN_NAME"_s, u"local"_s);
        m_gateway.setProcessEnvironment(environment);
        m_gateway.setStandardOutputFile(m_folder.filePath(u"gateway.log"_s), QIODevice::Append);
        m_gateway.setStandardErrorFile(m_folder.filePath(u"gateway.log"_s), QIODevice::Append);
        m_gateway.start(program, QStringList{});
    }
    Q_EMIT ready(m_fresh ? administrator : QString(), m_fresh ? password(administrator) : QString());
}

void LocalCluster::run(const QString &program, const QStringList &arguments, Then then)
{
    auto *process = new QProcess(this);
    process->setProcessChannelMode(QProcess::MergedChannels);
    connect(process, &QProcess::finished, this, [this, process, program, then = std::move(then)](int code) {
        process->deleteLater();
        if (code == 0)
            then();
        else
            giveUp(u"local_setup_failed"_s, program + u": "_s + QString::fromUtf8(process->readAll()).right(600));
    });
    connect(process, &QProcess::errorOccurred, this, [this, process, program](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            process->deleteLater();
            giveUp(u"local_setup_failed"_s, program + u" cannot be started"_s);
        }
    });
    process->start(program, arguments);
}

void LocalCluster::giveUp(const QString &code, const QString &detail)
{
    qCWarning(lcUi) << code << detail;
    Q_EMIT failed({Failure::Bug, code, detail, {}});
}

QString LocalCluster::tool(const QString &name) const
{
    const QStringList folders{QCoreApplication::applicationDirPath(), u"/usr/lib/postgresql/17/bin"_s};
    const QString near = QStandardPaths::findExecutable(name, folders);
    return near.isEmpty() ? QStandardPaths::findExecutable(name) : near;
}

QString LocalCluster::password(const QString &name) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace trucban
