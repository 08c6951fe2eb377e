// SPDX-License-Identifier: GPL-3.0-or-later
// Where the database is and who signs in: a libpq URL (several hosts allowed), single fields, or a URL with fields on top.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>

#include <chrono>
#include <utility>

namespace trucban {

struct ConnectOptions {
    QString url;      // postgresql://user@one:5432,two:5432/trucban?sslmode=verify-full, or "host=… dbname=…"
    QString host;     // a field that is not empty wins over the URL; "/run/postgresql" is a local socket
    int port = 0;
    QString database;
    QString user;
    QString password;
    QString application; // shown in pg_stat_activity
    QString sslMode;     // empty: "prefer" on the local machine, "require" everywhere else

    int workers = 4; // connections of one Database
    std::chrono::milliseconds connectTimeout{5000};
    std::chrono::milliseconds readTimeout{10000}; // statement_timeout by class of work
    std::chrono::milliseconds writeTimeout{15000};
    std::chrono::milliseconds longTimeout{600000};

    using Words = QList<std::pair<QByteArray, QByteArray>>;
    /// The libpq keywords, complete with our defaults; Invalid("database_url") when the URL cannot be read.
    Result<Words> keywords() const;
    /// The same as one libpq connection string, password included; the URL as it is when it cannot be read.
    QByteArray conninfo() const;
    /// For a log line or a screen: where, without the password.
    QString place() const;
};

} // namespace trucban
