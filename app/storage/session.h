// SPDX-License-Identifier: GPL-3.0-or-later
// Session: one conversation with the database inside one transaction; lives on a worker thread, handed to the work.
#pragma once

#include "base/result.h"
#include "storage/parameter.h"
#include "storage/row.h"

#include <QHash>

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>

namespace trucban {

class Connection;
struct Statement;

class Query
{
public:
    Query &bind(const QString &name, const auto &value)
    {
        m_values.insert(name.startsWith(u':') ? name.sliced(1) : name, toParameter(value));
        return *this;
    }

    /// Exactly the first row; a Failure of this kind with code "no_row" when there is none.
    template<typename F>
    auto one(F toX, Failure::Kind whenNone = Failure::NotFound) -> Result<std::invoke_result_t<F &, const Row &>>
    {
        using X = std::invoke_result_t<F &, const Row &>;
        return maybe(std::move(toX)).and_then([&](std::optional<X> found) -> Result<X> {
            if (!found)
                return failed(whenNone, u"no_row"_s, m_label);
            return *std::move(found);
        });
    }

    template<typename F>
    auto maybe(F toX) -> Result<std::optional<std::invoke_result_t<F &, const Row &>>>
    {
        std::optional<std::invoke_result_t<F &, const Row &>> found;
        if (auto read = fetch([&](const Row &row) { found.emplace(toX(row)); return false; }); !read)
            return failed(read.error());
        return found;
    }

    template<typename F>
    auto all(F toX) -> Result<QList<std::invoke_result_t<F &, const Row &>>>
    {
        QList<std::invoke_result_t<F &, const Row &>> found;
        if (auto read = fetch([&](const Row &row) { found.append(toX(row)); return true; }); !read)
            return failed(read.error());
        return found;
    }

    /// How many rows were touched (or returned)
    Result<int> run();

private:
    friend class Session;
    Query(class Session &session, const QString &label, std::shared_ptr<const Statement> statement, const QByteArray &preparedName);
    Query(class Session &session, const QString &label, const Failure &broken);
    /// Calls `take` for each row until it returns false.
    Result<int> fetch(const std::function<bool(const Row &)> &take);
    Result<QList<Parameter>> ordered() const;

    class Session &m_session;
    QString m_label;
    std::shared_ptr<const Statement> m_statement;
    QByteArray m_preparedName; // empty: a text that is run once
    std::optional<Failure> m_broken;
    QHash<QString, Parameter> m_values;
};

class Session
{
public:
    explicit Session(Connection &connection) : m_connection(connection) {}
    /// The statement of app/storage/sql/<name>.sql, prepared once a session.
    Query query(const QString &statementName);
    /// A text made by the program, prepared once a session as well when it comes again.
    Query sql(const QString &text);
    /// Several statements without parameters, as a migration has them.
    Result<> script(const QByteArray &sql);
    /// What the server keeps of a password (SCRAM-SHA-256), made here so that the password itself never travels.
    Result<QString> passwordVerifier(const QString &password);
    /// After a reconnect nothing is prepared any more.
    void forgetPrepared() { m_prepared.clear(); }

private:
    friend class Query;
    struct Prepared {
        std::shared_ptr<const Statement> statement;
        QByteArray name;
    };
    Query prepared(const QString &label, const QString &key, const std::function<Result<QString>()> &text);

    Connection &m_connection;
    QHash<QString, Prepared> m_prepared;
};

} // namespace trucban
