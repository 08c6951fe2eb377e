// SPDX-License-Identifier: GPL-3.0-or-later
// ffmpeg and ffprobe, run inside the sandbox with the file as a descriptor and nothing else to open.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <functional>

namespace trucban::worker {

struct Ran {
    bool good = false;
    bool timedOut = false;
    QByteArray errors; // the last words
};

using Sink = std::function<void(QByteArrayView)>;

class Decoder
{
public:
    explicit Decoder(int inputFd) : m_fd(inputFd) {}

    /// what ffprobe says of streams and format; empty when it cannot read the file
    QJsonObject probe() const;
    /// ffmpeg with `before` ahead of the input and `after` behind it; standard output goes to `sink`
    Ran ffmpeg(const QStringList &before, const QStringList &after, int seconds, const Sink &sink = {}) const;
    int fd() const { return m_fd; }

private:
    Ran run(const QString &program, const QStringList &arguments, int seconds, const Sink &sink) const;
    QStringList input() const;

    int m_fd;
};

} // namespace trucban::worker
