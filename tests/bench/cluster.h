// SPDX-License-Identifier: GPL-3.0-or-later
// The benchmarks' own PostgreSQL: kept between runs (seeding a million cases takes minutes), fsync on while it measures.
#pragma once

#include "storage/connect_options.h"

#include <QString>

namespace trucban::bench {

class Cluster
{
public:
    /// `folder` keeps the data of this size and schema; a new one is made when it is not there.
    explicit Cluster(const QString &folder);
    ~Cluster();
    Q_DISABLE_COPY_MOVE(Cluster)

    /// Durable: as a real server writes. Not durable: as fast as the disk takes it, for seeding.
    void start(bool durable);
    void stop();
    ConnectOptions asSuperuser(const QString &database = QStringLiteral("trucban")) const;
    ConnectOptions as(const QString &login) const;
    /// One statement by psql, for what is not worth a program; ends the run with its words when it fails.
    QString ask(const QString &sql, const QString &database = QStringLiteral("trucban")) const;
    QString socketFolder() const { return m_socket; }
    int port() const { return m_port; }
    bool wasMade() const { return m_made; }

private:
    QString m_folder;
    QString m_socket;
    int m_port = 0;
    bool m_made = false;
    bool m_running = false;
};

/// Runs a program to its end; ends the whole run with its words when it fails.
QString runOrDie(const QString &program, const QStringList &arguments, const QString &input = {});

} // namespace trucban::bench
