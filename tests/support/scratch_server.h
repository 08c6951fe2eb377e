// SPDX-License-Identifier: GPL-3.0-or-later
// ScratchServer: one real PostgreSQL for one test program; it dies with the program, however that ends.
#pragma once

#include "storage/connect_options.h"

#include <QProcess>
#include <QTemporaryDir>

namespace trucban {

class ScratchServer
{
public:
    /// Started when first asked for; aborts the test program with the server's own words when it cannot.
    static ScratchServer &instance();
    ~ScratchServer();

    /// As the superuser
    ConnectOptions options(const QString &database) const;
    /// Answers the first column of the first row as text.
    QString ask(const QString &sql, const QString &database = u"postgres"_s) const;
    void stop(); // as a crash would: clients are cut off
    void start();

    /// The database with every migration in it, that fresh ones are copied from
    static QString schemaTemplate() { return u"trucban_template"_s; }
    /// The copies: CREATE DATABASE … TEMPLATE, a tenth of a second.
    QString makeDatabase(const QString &copyOf);

private:
    ScratchServer();
    void startIn(const QString &folder);
    void fillTemplate(const QString &folder);

    QTemporaryDir m_sockets; // in /tmp: the path of a Unix socket must be short
    QString m_folder;
    QProcess m_process;
    int m_databases = 0;
};

} // namespace trucban
