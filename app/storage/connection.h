// SPDX-License-Identifier: GPL-3.0-or-later
// One QtSql connection and its answers; private to storage, opened and used on one thread.
// Statements go through QSqlQuery; what QtSql does not hand through (several statements at once, SQLSTATE and DETAIL,
// cancelling, the socket of LISTEN) is asked of the libpq connection that the QPSQL driver holds.
#pragma once

#include "storage/connect_options.h"
#include "storage/parameter.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <memory>
#include <mutex>

struct pg_conn;
struct pg_result;
struct pg_cancel;

namespace trucban {

class Answer
{
public:
    explicit Answer(pg_result *result);
    int rows() const;
    int affected() const;
    QStringList columns() const;
    std::optional<QByteArrayView> value(int row, QStringView column) const;
    /// The column a reader asked for that the statement does not have; a defect of the program
    const QString &missingColumn() const { return m_missing; }

private:
    std::shared_ptr<pg_result> m_result;
    mutable QString m_missing;
};

struct Statement { // a text with :names turned into $1, $2, …
    QByteArray text;
    QStringList names;
    static Statement from(const QString &sql);
    /// PREPARE takes only queries; CREATE, SET, LISTEN and their like are run as they are.
    bool isQuery() const;
};

class Connection
{
public:
    Connection() = default;
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    Result<> open(const ConnectOptions &options, const QList<QByteArray> &greeting = {});
    void close();
    bool isOpen() const { return m_connection != nullptr; }
    /// Gives up every prepared statement; only outside a failed transaction.
    void forgetPrepared() { m_prepared.clear(); }
    /// Looks at the socket without asking the server: false once the other side has hung up.
    bool seemsAlive();
    /// From any thread: the statement that runs now is given up.
    void cancel();

    Result<Answer> run(const QByteArray &sql); // simple protocol: several statements allowed
    Result<> prepare(const QByteArray &name, const QByteArray &sql);
    Result<Answer> runPrepared(const QByteArray &name, const QList<Parameter> &parameters);
    Result<Answer> runOnce(const QByteArray &sql, const QList<Parameter> &parameters);

    Result<QString> passwordVerifier(const QString &password) const;

    int socket() const;
    pg_conn *raw() const { return m_connection; }
    /// The transaction failed for a reason that a second try may not meet: serialisation, deadlock, a plan older than a migration.
    bool isWorthAnotherTry() const { return m_worthAnotherTry; }
    bool hasStalePlans() const { return m_stalePlans; }
    void forgetTroubles() { m_worthAnotherTry = m_stalePlans = false; }
    bool inTransaction() const;

private:
    Failure lost(const QString &complaint);
    void noteTrouble(const QByteArray &sqlstate, bool stalePlan);
    Result<> verdict(const pg_result *result);
    Result<QSqlQuery> prepared(const QByteArray &sql);
    Result<Answer> exec(QSqlQuery &query, const QList<Parameter> &parameters);

    QString m_name; // of the QSqlDatabase; empty while closed
    QHash<QByteArray, QSqlQuery> m_prepared;
    pg_conn *m_connection = nullptr; // the driver's own
    std::mutex m_cancelGuard;
    pg_cancel *m_cancel = nullptr;
    bool m_worthAnotherTry = false;
    bool m_stalePlans = false;
};

/// What an SQLSTATE means to the person in front of the screen.
Failure failureFor(const QByteArray &sqlstate, const QString &message, const QString &detail, const QJsonObject &facts = {});

} // namespace trucban
