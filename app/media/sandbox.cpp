// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/sandbox.h"

#include "base/logging.h"
#include "media/seccomp_filter.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <csignal>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

namespace trucban::media {

namespace {

/// A file that lives in memory and that nobody can change any more.
class SealedFile
{
public:
    SealedFile(const char *name, QByteArrayView bytes) : m_fd(memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING))
    {
        for (qsizetype done = 0; m_fd >= 0 && done < bytes.size();) {
            const ssize_t written = write(m_fd, bytes.data() + done, size_t(bytes.size() - done));
            if (written <= 0)
                return;
            done += written;
        }
        m_good = m_fd >= 0 && lseek(m_fd, 0, SEEK_SET) == 0 && fcntl(m_fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL) == 0;
    }
    ~SealedFile()
    {
        if (m_fd >= 0)
            close(m_fd);
    }
    Q_DISABLE_COPY_MOVE(SealedFile)
    bool good() const { return m_good; }
    int fd() const { return m_fd; }

private:
    int m_fd;
    bool m_good = false;
};

std::unexpected<Failure> unavailable(const QString &why)
{
    return failed(Failure::Bug, u"sandbox_unavailable"_s, why);
}

/// Runs between fork and exec: only calls that are safe there.
void confineChild(int inputFd, int filterFd, const SandboxLimits &limits)
{
    fcntl(inputFd, F_SETFD, 0);
    fcntl(filterFd, F_SETFD, 0);
    const auto limit = [](auto resource, rlim_t value) {
        const rlimit both{value, value};
        setrlimit(resource, &both);
    };
    limit(RLIMIT_CPU, rlim_t(limits.cpuSeconds));
    limit(RLIMIT_AS, rlim_t(limits.memoryBytes));
    limit(RLIMIT_FSIZE, rlim_t(limits.scratchBytes));
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, 128);
}

/// libvips loads every plug-in it finds: leave it only the one for phone photographs
QStringList onlyNeededPlugins()
{
    QStringList arguments;
    const QDir libraries(u"/usr/lib"_s);
    for (const QString &machine : libraries.entryList({u"*-linux-gnu*"_s}, QDir::Dirs)) {
        const QDir folder(libraries.filePath(machine));
        for (const QString &plugins : folder.entryList({u"vips-modules-*"_s}, QDir::Dirs)) {
            const QString path = folder.filePath(plugins);
            arguments << u"--tmpfs"_s << path;
            if (QFileInfo::exists(path + u"/vips-heif.so"_s))
                arguments << u"--ro-bind"_s << path + u"/vips-heif.so"_s << path + u"/vips-heif.so"_s;
            arguments << u"--remount-ro"_s << path;
        }
    }
    return arguments;
}

QString wordsFor(int exitCode)
{
    const int signal = exitCode > 128 ? exitCode - 128 : 0;
    switch (signal) {
    case 0: return u"the worker ended with code %1"_s.arg(exitCode);
    case SIGSYS: return u"the worker made a forbidden system call"_s;
    case SIGXCPU: return u"the worker used up its processor time"_s;
    case SIGXFSZ: return u"the worker wrote too large a file"_s;
    default: return u"the worker was ended by signal %1"_s.arg(signal);
    }
}

Failure crashed(const QString &why)
{
    return {Failure::Invalid, u"worker_crashed"_s, why, {}};
}

} // namespace

Sandbox::Sandbox(SandboxSettings settings) : m_settings(std::move(settings))
{
    if (m_settings.worker.isEmpty())
        m_settings.worker = findWorker();
}

QString Sandbox::findWorker()
{
    const QString name = u"trucban-media-worker"_s;
    const QDir here(QCoreApplication::applicationDirPath());
    for (const QString &candidate : {here.filePath(name), here.filePath(u"../bin/"_s + name), here.filePath(u"../libexec/trucban/"_s + name)}) {
        if (QFileInfo(candidate).isExecutable())
            return QFileInfo(candidate).canonicalFilePath();
    }
    return QStandardPaths::findExecutable(name);
}

QStringList Sandbox::command(int inputFd, int filterFd, const QStringList &arguments) const
{
    QStringList words{u"--unshare-all"_s, u"--unshare-user"_s, u"--disable-userns"_s, u"--die-with-parent"_s, u"--new-session"_s, u"--clearenv"_s,
                      u"--setenv"_s, u"PATH"_s, u"/usr/bin"_s, u"--setenv"_s, u"LANG"_s, u"C.UTF-8"_s, u"--cap-drop"_s, u"ALL"_s,
                      u"--hostname"_s, u"sandbox"_s, u"--ro-bind"_s, u"/usr"_s, u"/usr"_s};
    words += onlyNeededPlugins();
    for (const QString &folder : {u"bin"_s, u"lib"_s, u"lib64"_s})
        words << u"--symlink"_s << u"usr/"_s + folder << u'/' + folder;
    for (const QString &needed : {u"/etc/ld.so.cache"_s, u"/etc/alternatives"_s})
        words << u"--ro-bind-try"_s << needed << needed;
    words << u"--dev"_s << u"/dev"_s << u"--size"_s << QString::number(m_settings.limits.scratchBytes) << u"--tmpfs"_s << u"/scratch"_s
          << u"--chdir"_s << u"/scratch"_s << u"--ro-bind"_s << m_settings.worker << u"/worker"_s << u"--remount-ro"_s << u"/dev"_s << u"--remount-ro"_s << u"/"_s
          << u"--seccomp"_s << QString::number(filterFd) << u"--"_s << u"/worker"_s << QString::number(inputFd);
    return words + arguments;
}

Result<SandboxOutcome> Sandbox::run(QByteArrayView input, const QStringList &arguments) const
{
    const QString bubblewrap = QStandardPaths::findExecutable(m_settings.bubblewrap);
    if (bubblewrap.isEmpty())
        return unavailable(u"bubblewrap (bwrap) is not installed"_s);
    if (m_settings.worker.isEmpty())
        return unavailable(u"trucban-media-worker is not installed"_s);
    const auto filter = seccompProgram();
    if (!filter)
        return failed(filter.error());
    const SealedFile inputFile("media", input);
    const SealedFile filterFile("filter", *filter);
    if (!inputFile.good() || !filterFile.good())
        return unavailable(u"no memory for the file"_s);

    QProcess process;
    process.setProgram(bubblewrap);
    process.setArguments(command(inputFile.fd(), filterFile.fd(), arguments));
    process.setStandardInputFile(QProcess::nullDevice());
    process.setChildProcessModifier([&] { confineChild(inputFile.fd(), filterFile.fd(), m_settings.limits); });
    process.start(QIODevice::ReadOnly);
    if (!process.waitForStarted())
        return unavailable(process.errorString());

    FrameReader reader(m_settings.mediaLimits);
    SandboxOutcome outcome;
    QDeadlineTimer deadline(m_settings.limits.wall);
    const auto drain = [&] {
        outcome.log = (outcome.log + QString::fromUtf8(process.readAllStandardError())).right(4000);
        return reader.feed(process.readAllStandardOutput());
    };
    while (process.state() != QProcess::NotRunning) {
        process.waitForFinished(int(qMin<qint64>(20, deadline.remainingTime())));
        const bool good = drain();
        if (!good || deadline.hasExpired()) {
            process.kill();
            process.waitForFinished();
            outcome.ended = good ? Failure{Failure::Invalid, u"worker_timeout"_s, u"the worker took too long"_s, {}} : crashed(QString::fromLatin1(reader.broken()));
            break;
        }
    }
    drain();
    outcome.frames = reader.frames();
    const bool neverBegan = outcome.frames.isEmpty();
    const bool endedWell = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    if (neverBegan && !endedWell && !outcome.ended && outcome.log.contains("bwrap:"_L1))
        return unavailable(outcome.log.trimmed());
    if (!endedWell && !outcome.ended)
        outcome.ended = crashed(process.exitStatus() == QProcess::NormalExit ? wordsFor(process.exitCode()) : u"bubblewrap was killed"_s);
    if (endedWell && !outcome.ended && !reader.finished())
        outcome.ended = crashed(u"the last output is not complete"_s);
    if (outcome.ended)
        qCInfo(lcMedia) << "worker did not finish:" << outcome.ended->code << outcome.ended->detail;
    return outcome;
}

} // namespace trucban::media
