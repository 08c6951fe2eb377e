// SPDX-License-Identifier: GPL-3.0-or-later
// The real gateway as a child process against the benchmarks' database; Facebook's side of it answers nothing.
#pragma once

#include "cluster.h"

#include <QProcess>
#include <QTemporaryDir>

#include <string>

namespace trucban::bench {

class GatewayProcess
{
public:
    explicit GatewayProcess(Cluster &cluster);
    ~GatewayProcess();
    quint16 port() const { return m_port; }
    double residentMegabytes() const;
    /// One signed request on a connection kept open; false unless it is answered 200.
    bool deliver(const std::string &request);

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
    int m_socket = -1;
};

double residentMegabytes(qint64 pid);
/// A Messenger text as Facebook sends it, escaped.
std::string messageBody(const QString &psid, const QString &mid, const QString &text);
/// The whole HTTP request with its signature.
std::string signedRequest(const std::string &body);

} // namespace trucban::bench
