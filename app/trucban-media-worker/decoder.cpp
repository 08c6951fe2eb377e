// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QProcess>

#include <unistd.h>

namespace trucban::worker {

using namespace Qt::StringLiterals;

namespace {
/// containers we know; no playlists, no image sequences, nothing that names other files
const QString containers = u"mov,matroska,webm,ogg,mp3,aac,wav,amr,amrnb,amrwb,flac,avi,flv,asf,mpeg,mpegts"_s;
} // namespace

QStringList Decoder::input() const
{
    return {u"-protocol_whitelist"_s, u"fd"_s, u"-format_whitelist"_s, containers, u"-fd"_s, QString::number(m_fd), u"-i"_s, u"fd:"_s};
}

Ran Decoder::run(const QString &program, const QStringList &arguments, int seconds, const Sink &sink) const
{
    lseek(m_fd, 0, SEEK_SET);
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, arguments, QIODevice::ReadOnly);
    Ran ran;
    const QDeadlineTimer deadline(seconds * 1000LL);
    const auto drain = [&] {
        ran.errors = (ran.errors + process.readAllStandardError()).right(2000);
        const QByteArray out = process.readAllStandardOutput();
        if (sink && !out.isEmpty())
            sink(out);
    };
    while (process.state() != QProcess::NotRunning) {
        if (deadline.hasExpired()) {
            ran.timedOut = true;
            process.kill();
        }
        process.waitForFinished(10);
        drain();
    }
    drain();
    ran.good = !ran.timedOut && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    return ran;
}

QJsonObject Decoder::probe() const
{
    QByteArray answer;
    const QStringList arguments = QStringList{u"-v"_s, u"error"_s, u"-of"_s, u"json"_s, u"-show_format"_s, u"-show_streams"_s} + input();
    const Ran ran = run(u"/usr/bin/ffprobe"_s, arguments, 20, [&](QByteArrayView out) {
        if (answer.size() < 1024 * 1024)
            answer += out;
    });
    return ran.good ? QJsonDocument::fromJson(answer).object() : QJsonObject();
}

Ran Decoder::ffmpeg(const QStringList &before, const QStringList &after, int seconds, const Sink &sink) const
{
    const QStringList always{u"-hide_banner"_s, u"-nostdin"_s, u"-v"_s, u"error"_s, u"-y"_s, u"-threads"_s, u"2"_s};
    return run(u"/usr/bin/ffmpeg"_s, always + before + input() + after, seconds, sink);
}

} // namespace trucban::worker
