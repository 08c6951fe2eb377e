// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/gateway.h"

#include <QCoreApplication>
#include <QProcessEnvironment>
#include <QSocketNotifier>

#include <cstdio>

#include <csignal>
#include <unistd.h>

using namespace trucban;

namespace {

int wakePipe[2];

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = write(wakePipe[1], &byte, 1);
}

/// SIGTERM and SIGINT end the event loop; a second one ends the program at once.
bool quitOnSignals(QCoreApplication &application)
{
    if (pipe(wakePipe) != 0)
        return false;
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
    auto *notifier = new QSocketNotifier(wakePipe[0], QSocketNotifier::Read, &application);
    QObject::connect(notifier, &QSocketNotifier::activated, &application, [] { QCoreApplication::quit(); });
    return true;
}

int refuse(const Failure &failure)
{
    std::fprintf(stderr, "trucban-gateway: %s\n", qPrintable(failure.detail.isEmpty() ? failure.code : failure.detail));
    return failure.kind == Failure::Invalid ? 2 : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"trucban-gateway"_s);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.contains(u"--help"_s)) {
        std::fputs(qPrintable(gateway::Config::help()), stdout);
        return 0;
    }
    const auto config = gateway::Config::from(arguments, QProcessEnvironment::systemEnvironment());
    if (!config)
        return refuse(config.error());
    std::signal(SIGPIPE, SIG_IGN);
    if (!quitOnSignals(application))
        return 1;
    gateway::Gateway gateway(*config);
    if (const auto port = gateway.start(); !port)
        return refuse(port.error());
    const int result = QCoreApplication::exec();
    gateway.stop();
    return result;
}
