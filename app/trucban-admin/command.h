// SPDX-License-Identifier: GPL-3.0-or-later
// A command of trucban-admin: its words, its options, what it says of itself, and what it does.
#pragma once

#include "arguments.h"
#include "storage/database.h"
#include "storage/schema_version.h"

#include <QJsonObject>

#include <functional>
#include <vector>

namespace trucban::admin {

struct Context {
    ConnectOptions options;
    Arguments arguments;
    QStringList words; // after those of the command

    /// Runs the work in one transaction and waits for it.
    template<typename F>
    auto write(F work, Database::Speed speed = Database::Interactive) -> std::invoke_result_t<F &, Session &>
    {
        Database database(options);
        return database.write([work = std::move(work)](Session &session) mutable {
            return schema::mayUse(session).and_then([&] { return work(session); });
        }, speed).result();
    }
    /// The same for a verb that answers with one JSON value named `answer`.
    Result<QJsonObject> ask(const QString &statement, const std::function<void(Query &)> &bind, Database::Speed speed = Database::Interactive);
};

struct Command {
    QString name; // "journal show"
    QString operands;
    QString sentence;
    QStringList valued;   // options with a value
    QStringList switches; // and without
    std::function<Result<QJsonObject>(Context &)> run;
    bool takesPassword = false; // --password-file is that of the person it speaks of, not of the connection
    bool draws = false; // makes pages: needs fonts, but no screen
};

std::vector<Command> createCommands();
std::vector<Command> caseCommands();
std::vector<Command> clockCommands();
std::vector<Command> journalCommands();
std::vector<Command> peopleCommands();
std::vector<Command> importCommands();
std::vector<Command> metricCommands();
std::vector<Command> verifyCommands();
std::vector<Command> paperCommands();

/// The first line of a file; "-" is standard input. Invalid("password_missing") when there is none.
Result<QString> passwordFrom(const QString &path);
QString newRequest();

} // namespace trucban::admin
