// SPDX-License-Identifier: GPL-3.0-or-later
// Sandbox: runs the media worker where a hostile file can break nothing but itself.
//
// bubblewrap with no network, no home, only /usr to read, a small private scratch, a system call filter, and limits on
// processor time, memory, file size and the clock on the wall. The file goes in as a sealed memory file, results come
// back over one pipe. When bubblewrap cannot run here the answer is `sandbox_unavailable`: never an unsandboxed run.
#pragma once

#include "base/result.h"
#include "media/limits.h"
#include "media/worker_protocol.h"

namespace trucban::media {

struct SandboxSettings {
    QString bubblewrap = u"bwrap"_s;
    QString worker; // empty: found beside the running program
    SandboxLimits limits;
    MediaLimits mediaLimits;
};

struct SandboxOutcome {
    QList<Frame> frames;
    std::optional<Failure> ended; // why it did not come to its end: worker_crashed, worker_timeout
    QString log;                  // the last words of the worker, for our log only
};

class Sandbox
{
public:
    explicit Sandbox(SandboxSettings settings = {});

    /// Blocks the calling thread until the worker is done or its time is up. Fails only with sandbox_unavailable.
    Result<SandboxOutcome> run(QByteArrayView input, const QStringList &arguments) const;

    static QString findWorker();

private:
    QStringList command(int inputFd, int filterFd, const QStringList &arguments) const;

    SandboxSettings m_settings;
};

} // namespace trucban::media
