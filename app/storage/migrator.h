// SPDX-License-Identifier: GPL-3.0-or-later
// Migrator: brings a database to the schema of this program, one numbered file and one transaction after the other.
#pragma once

#include "storage/connect_options.h"
#include "storage/schema_version.h"

#include <functional>

namespace trucban {

class Migrator
{
public:
    using Progress = std::function<void(const schema::Migration &)>;

    explicit Migrator(const ConnectOptions &options, const QString &folder = u":/schema"_s);

    /// Runs schema/roles.sql, which may be run again at any time; needs a login that may create roles.
    Result<> makeRoles();
    /// Every shipped migration with appliedAt of those the database has. Conflict("migration_changed") when a landed file
    /// is no longer what was applied, Conflict("desk_too_old") when the database is ahead of this program.
    Result<QList<schema::Migration>> compare();
    /// Applies what is missing, in order; several at once wait for each other. Returns the numbers applied.
    Result<QList<int>> upgrade(const Progress &beforeEach = {});
    /// One connection and no transaction, for what knows none (CREATE DATABASE).
    Result<> alone(const std::function<Result<>(Session &)> &work);

private:
    template<typename F>
    auto connected(F work) -> std::invoke_result_t<F &, Session &>;
    static Result<> prepareLedger(Session &session);
    Result<QList<schema::Migration>> compareIn(Session &session) const;
    static Result<> apply(Session &session, const schema::Migration &migration);

    ConnectOptions m_options;
    QString m_folder;
};

} // namespace trucban
