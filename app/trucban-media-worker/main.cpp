// SPDX-License-Identifier: GPL-3.0-or-later
// trucban-media-worker FD KIND MIME PIXELS: opens one file of a stranger, inside the sandbox of media/sandbox.h only.
#include "output.h"
#include "picture.h"
#include "recording.h"

#include <QCoreApplication>

#include <sys/resource.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {
/// few enough processes and threads that a runaway decoder starves nobody; counted in the sandbox's own user namespace
void limitProcesses()
{
    const rlimit few{128, 128};
    setrlimit(RLIMIT_NPROC, &few);
}

/// only inside the sandbox is there such a root: whoever starts the worker by hand is told no
bool insideSandbox()
{
    struct stat scratch{};
    struct stat home{};
    return stat("/scratch", &scratch) == 0 && stat("/home", &home) != 0;
}
} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 5 || !insideSandbox()) {
        fputs("trucban-media-worker runs only inside the sandbox that Trực Ban makes for it.\n", stderr);
        return 2;
    }
    limitProcesses();
    trucban::worker::sendFrame("ready", {});
    const int input = words.at(1).toInt();
    const qint64 mostPixels = words.at(4).toLongLong();
    if (words.at(2) == "image"_L1)
        trucban::worker::derivePicture(input, mostPixels);
    else
        trucban::worker::deriveRecording(input, mostPixels);
    return 0;
}
