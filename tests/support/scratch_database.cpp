// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scratch_database.h"

#include "support/scratch_server.h"

#include <QCoreApplication>

namespace trucban {

ScratchDatabase::ScratchDatabase(Content content)
    : m_name(ScratchServer::instance().makeDatabase(content == WithSchema ? ScratchServer::schemaTemplate() : u"template0"_s))
{
}

ScratchDatabase::~ScratchDatabase()
{
    if (QCoreApplication::instance()) // a static one outlives it, and with it QtSql; the server's folder is swept away all the same
        ScratchServer::instance().ask(u"DROP DATABASE IF EXISTS %1 WITH (FORCE)"_s.arg(m_name));
}

ConnectOptions ScratchDatabase::asSuperuser() const
{
    return ScratchServer::instance().options(m_name);
}

ConnectOptions ScratchDatabase::connectAs(const QString &login) const
{
    ConnectOptions options = asSuperuser();
    options.user = options.password = login;
    options.application = login;
    return options;
}

QString ScratchDatabase::urlFor(const QString &login) const
{
    const ConnectOptions options = connectAs(login);
    return u"postgresql://%1:%1@/%2?host=%3"_s.arg(login, m_name, options.host);
}

QString ScratchDatabase::ask(const QString &sql) const
{
    return ScratchServer::instance().ask(sql, m_name);
}

int ScratchDatabase::cutOff(const QString &applicationLike) const
{
    return ask(u"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '%1' AND pid <> pg_backend_pid() AND application_name LIKE '%2'"_s
                   .arg(m_name, applicationLike))
        .toInt();
}

} // namespace trucban
