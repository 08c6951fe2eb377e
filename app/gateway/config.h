// SPDX-License-Identifier: GPL-3.0-or-later
// What the gateway must be told: from an ini file, the environment and options, the later winning.
// Secrets come from files or the environment; an option only names the file.
#pragma once

#include "base/result.h"
#include "gateway/graph/graph_client.h"
#include "gateway/media/fetch_rules.h"

#include <QProcessEnvironment>
#include <QStringList>

namespace trucban::gateway {

struct Config {
    QString databaseUrl;
    GraphSettings graph;
    QString pageTokenFile;
    QByteArray pageToken; // when it comes from the environment
    QByteArray previousAppSecret;
    QByteArray verifyToken;
    QString listenAddress = QStringLiteral("127.0.0.1");
    quint16 listenPort = 8480;
    QString portFile;
    size_t bodyLimit = 8u << 20;
    FetchRules media;
    QString mediaWorker; // program of the sandbox; empty: beside this one
    bool humanAgent = true;
    std::chrono::milliseconds retryBase{30'000}; // shortest back-off
    std::chrono::seconds lease{120}; // of an item of the outbox
    std::chrono::milliseconds checkEvery{45'000}; // token, subscription: trouble is on every desk within a minute
    std::chrono::milliseconds backfillEvery{900'000}; // the reconciliation walk, besides those after an outage
    QString name; // of this gateway among several

    /// Invalid with a sentence for the administrator in `detail`. `help` and `version` are for the caller.
    static Result<Config> from(const QStringList &arguments, const QProcessEnvironment &environment);
    static QString help();
};

} // namespace trucban::gateway
