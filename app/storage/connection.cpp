// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connection.h"

#include "base/logging.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlResult>
#include <QVariant>
#include <QVarLengthArray>

#include <libpq-fe.h>
#include <poll.h>

#include <atomic>

namespace trucban {

Answer::Answer(pg_result *result) : m_result(result, PQclear) {}

int Answer::rows() const
{
    return PQntuples(m_result.get());
}

int Answer::affected() const
{
    return QByteArray(PQcmdTuples(m_result.get())).toInt();
}

QStringList Answer::columns() const
{
    QStringList all;
    for (int column = 0; column < PQnfields(m_result.get()); ++column)
        all.append(QString::fromUtf8(PQfname(m_result.get(), column)));
    return all;
}

std::optional<QByteArrayView> Answer::value(int row, QStringView column) const
{
    // a handful of columns: comparing their names is faster than any index of them
    for (int at = 0; at < PQnfields(m_result.get()); ++at) {
        if (column.compare(QLatin1StringView(PQfname(m_result.get(), at))) != 0)
            continue;
        if (PQgetisnull(m_result.get(), row, at))
            return {};
        return QByteArrayView(PQgetvalue(m_result.get(), row, at), PQgetlength(m_result.get(), row, at));
    }
    m_missing = column.toString();
    return {};
}

Failure failureFor(const QByteArray &sqlstate, const QString &message, const QString &detail, const QJsonObject &facts)
{
    const QString log = u"%1 %2 %3"_s.arg(QString::fromLatin1(sqlstate), message, detail).trimmed();
    if (sqlstate == "TB409")
        return {Failure::Conflict, message, log, facts};
    if (sqlstate == "TB404")
        return {Failure::NotFound, message, log, facts};
    if (sqlstate == "TB403")
        return {Failure::NotAllowed, message, log, facts};
    if (sqlstate == "TB422")
        return {Failure::Invalid, message, log, facts};
    if (sqlstate == "40001" || sqlstate == "40P01" || sqlstate == "55P03")
        return {Failure::Conflict, u"busy"_s, log, facts};
    if (sqlstate == "57014")
        return {Failure::Offline, u"too_slow"_s, log, facts};
    if (sqlstate == "28P01" || sqlstate == "28000")
        return {Failure::NotAllowed, u"wrong_password"_s, log, facts};
    if (sqlstate == "42501" || sqlstate == "25006")
        return {Failure::NotAllowed, u"not_allowed"_s, log, facts};
    if (sqlstate == "3D000")
        return {Failure::NotFound, u"no_such_database"_s, log, facts};
    if (sqlstate == "23505")
        return {Failure::Invalid, u"already_there"_s, log, facts};
    if (sqlstate.startsWith("23") || sqlstate.startsWith("22"))
        return {Failure::Invalid, u"constraint"_s, log, facts};
    if (sqlstate.startsWith("53") || sqlstate.startsWith("57") || sqlstate.startsWith("08"))
        return {Failure::Offline, u"connection_lost"_s, log, facts};
    return {Failure::Bug, u"sql"_s, log, facts};
}

Connection::~Connection()
{
    close();
}

void Connection::close()
{
    {
        const std::lock_guard lock(m_cancelGuard);
        PQfreeCancel(std::exchange(m_cancel, nullptr));
        m_connection = nullptr;
    }
    m_prepared.clear();
    if (!m_name.isEmpty())
        QSqlDatabase::removeDatabase(std::exchange(m_name, {}));
}

void Connection::cancel()
{
    const std::lock_guard lock(m_cancelGuard);
    char complaint[256];
    if (m_cancel)
        PQcancel(m_cancel, complaint, sizeof complaint);
}

namespace {

QString quotedForConnecting(const QByteArray &value)
{
    QString text = QString::fromUtf8(value);
    return u'\'' + text.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u'\'';
}

// Why the driver could not connect. It keeps only words, in whatever language the server speaks; the SQLSTATE is asked for once more.
Failure whyNotConnected(const ConnectOptions::Words &words, std::chrono::milliseconds patience)
{
    QVarLengthArray<const char *, 32> keys, values;
    for (const auto &[key, value] : words) {
        keys.append(key.constData());
        values.append(value.constData());
    }
    keys.append(nullptr);
    values.append(nullptr);
    const std::unique_ptr<PGconn, decltype(&PQfinish)> knock(PQconnectStartParams(keys.constData(), values.constData(), 0), PQfinish);
    const auto complaint = [&knock] { return QString::fromUtf8(PQerrorMessage(knock.get())).trimmed(); };
    PQsetErrorVerbosity(knock.get(), PQERRORS_VERBOSE); // puts the SQLSTATE of a refusal into the message
    QElapsedTimer clock;
    clock.start();
    PostgresPollingStatusType wanted = PGRES_POLLING_WRITING;
    while (wanted != PGRES_POLLING_OK) {
        if (PQstatus(knock.get()) == CONNECTION_BAD || wanted == PGRES_POLLING_FAILED) {
            static const QRegularExpression state(u"\\b([0-9A-Z]{5}): "_s);
            // several hosts were tried: a refusal says more than a host that is not there
            QByteArray sqlstate;
            for (auto match = state.globalMatch(complaint()); match.hasNext();)
                sqlstate = match.next().captured(1).toLatin1();
            if (PQconnectionNeedsPassword(knock.get()))
                sqlstate = "28P01";
            if (sqlstate.isEmpty())
                return {Failure::Offline, u"unreachable"_s, complaint(), {}};
            return failureFor(sqlstate, complaint(), {}, {});
        }
        const qint64 left = patience.count() - clock.elapsed();
        pollfd wait{PQsocket(knock.get()), static_cast<short>(wanted == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
        if (left <= 0 || poll(&wait, 1, static_cast<int>(left)) == 0)
            return {Failure::Offline, u"unreachable"_s, u"no answer within %1 ms"_s.arg(patience.count()), {}};
        wanted = PQconnectPoll(knock.get());
    }
    return {Failure::Offline, u"unreachable"_s, u"the server was busy; it answers now"_s, {}};
}

template<typename Handle>
Handle *handleIn(const QVariant &variant)
{
    return variant.isValid() ? *static_cast<Handle *const *>(variant.constData()) : nullptr;
}

} // namespace

Result<> Connection::open(const ConnectOptions &options, const QList<QByteArray> &greeting)
{
    close();
    if (!QCoreApplication::instance())
        return failed(Failure::Bug, u"no_application"_s, u"QtSql finds its driver through the application"_s);
    const auto words = options.keywords();
    if (!words)
        return failed(words.error());
    QStringList told{u"connect_timeout=%1"_s.arg(std::max<qint64>(2, options.connectTimeout.count() / 1000))};
    for (const auto &[key, value] : *words)
        told.append(QString::fromUtf8(key) + u'=' + quotedForConnecting(value));
    static std::atomic_int counter = 0;
    m_name = u"trucban-%1"_s.arg(++counter);
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QPSQL"_s, m_name);
        database.setConnectOptions(told.join(u' '));
        database.setNumericalPrecisionPolicy(QSql::HighPrecision);
        if (database.open())
            m_connection = handleIn<PGconn>(database.driver()->handle());
    }
    if (!m_connection) {
        close();
        return failed(whyNotConnected(*words, options.connectTimeout));
    }
    PQsetNoticeProcessor(
        m_connection, [](void *, const char *notice) { qCDebug(lcStorage) << QByteArray(notice).trimmed(); }, nullptr);
    {
        const std::lock_guard lock(m_cancelGuard);
        m_cancel = PQgetCancel(m_connection);
    }
    for (const QByteArray &sentence :
         QList<QByteArray>{"SET TIME ZONE 'UTC'; SET datestyle = 'ISO'; SET intervalstyle = 'postgres'; SET bytea_output = 'hex'"} + greeting) {
        if (auto said = run(sentence); !said) {
            close();
            return failed(said.error());
        }
    }
    return {};
}

bool Connection::seemsAlive()
{
    if (!m_connection)
        return false;
    PQconsumeInput(m_connection);
    while (PGnotify *notice = PQnotifies(m_connection))
        PQfreemem(notice);
    return PQstatus(m_connection) == CONNECTION_OK;
}

Result<QString> Connection::passwordVerifier(const QString &password) const
{
    if (!m_connection)
        return failed(Failure::Offline, u"connection_lost"_s);
    if (password.isEmpty())
        return failed(Failure::Invalid, u"password_empty"_s);
    const std::unique_ptr<char, decltype(&PQfreemem)> verifier(PQencryptPasswordConn(m_connection, password.toUtf8().constData(), "", "scram-sha-256"), PQfreemem);
    if (!verifier)
        return failed(Failure::Bug, u"password_verifier"_s, QString::fromUtf8(PQerrorMessage(m_connection)).trimmed());
    return QString::fromLatin1(verifier.get());
}

int Connection::socket() const
{
    return PQsocket(m_connection);
}

bool Connection::inTransaction() const
{
    const PGTransactionStatusType status = PQtransactionStatus(m_connection);
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
}

Failure Connection::lost(const QString &complaint)
{
    const Failure failure{Failure::Offline, u"connection_lost"_s, complaint.trimmed(), {}};
    close();
    return failure;
}

void Connection::noteTrouble(const QByteArray &sqlstate, bool stalePlan)
{
    m_stalePlans |= stalePlan;
    m_worthAnotherTry |= sqlstate == "40001" || sqlstate == "40P01" || stalePlan;
}

Result<> Connection::verdict(const pg_result *result)
{
    const ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY)
        return {};
    const auto field = [result](int which) { return QString::fromUtf8(PQresultErrorField(result, which)); };
    const QByteArray sqlstate = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    if (PQstatus(m_connection) == CONNECTION_BAD || sqlstate.isEmpty()) // no state: the words are libpq's own, the server said nothing
        return failed(lost(QString::fromUtf8(PQerrorMessage(m_connection))));
    noteTrouble(sqlstate, sqlstate == "0A000" && field(PG_DIAG_SOURCE_FUNCTION) == u"RevalidateCachedQuery");
    const QString detail = field(PG_DIAG_MESSAGE_DETAIL);
    QJsonObject facts = QJsonDocument::fromJson(detail.toUtf8()).object();
    if (const QString constraint = field(PG_DIAG_CONSTRAINT_NAME); !constraint.isEmpty())
        facts[u"constraint"_s] = constraint;
    const Failure failure = failureFor(sqlstate, field(PG_DIAG_MESSAGE_PRIMARY), detail, facts);
    if (failure.kind == Failure::Bug)
        qCWarning(lcStorage).noquote() << failure.detail << field(PG_DIAG_CONTEXT) << field(PG_DIAG_STATEMENT_POSITION);
    return failed(failure);
}

Result<Answer> Connection::run(const QByteArray &sql)
{
    if (!m_connection)
        return failed(Failure::Offline, u"connection_lost"_s);
    pg_result *result = PQexec(m_connection, sql.constData());
    const Answer answer(result);
    return verdict(result).transform([&answer] { return answer; });
}

Result<QSqlQuery> Connection::prepared(const QByteArray &sql)
{
    if (!m_connection)
        return failed(Failure::Offline, u"connection_lost"_s);
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    if (query.prepare(QString::fromUtf8(sql)))
        return query;
    const QByteArray sqlstate = query.lastError().nativeErrorCode().toLatin1();
    if (PQstatus(m_connection) == CONNECTION_BAD || sqlstate.isEmpty()) {
        const QString complaint = query.lastError().text();
        query = QSqlQuery();
        return failed(lost(complaint));
    }
    noteTrouble(sqlstate, false);
    return failed(failureFor(sqlstate, query.lastError().databaseText(), {}, {}));
}

Result<> Connection::prepare(const QByteArray &name, const QByteArray &sql)
{
    auto query = prepared(sql);
    if (!query)
        return failed(query.error());
    m_prepared.insert(name, *std::move(query));
    return {};
}

// The driver's own result is copied: a prepared query forgets it at its next run.
Result<Answer> Connection::exec(QSqlQuery &query, const QList<Parameter> &parameters)
{
    for (const Parameter &parameter : parameters) {
        if (parameter.isNull)
            query.addBindValue(QVariant(QMetaType::fromType<QString>()));
        else if (parameter.binary)
            query.addBindValue(QString(u"\\x"_s + QString::fromLatin1(parameter.bytes.toHex())));
        else
            query.addBindValue(parameter.bytes.isEmpty() ? u""_s : QString::fromUtf8(parameter.bytes)); // a null QString would be NULL
    }
    query.exec();
    const auto *result = handleIn<PGresult>(query.result()->handle());
    if (!result) {
        const QString complaint = query.lastError().text();
        query = QSqlQuery();
        return failed(lost(complaint));
    }
    if (auto good = verdict(result); !good)
        return failed(good.error());
    return Answer(PQcopyResult(result, PG_COPYRES_ATTRS | PG_COPYRES_TUPLES));
}

Result<Answer> Connection::runPrepared(const QByteArray &name, const QList<Parameter> &parameters)
{
    if (!m_connection || !m_prepared.contains(name))
        return failed(Failure::Offline, u"connection_lost"_s);
    QSqlQuery &query = m_prepared[name];
    return exec(query, parameters);
}

Result<Answer> Connection::runOnce(const QByteArray &sql, const QList<Parameter> &parameters)
{
    auto query = prepared(sql);
    return query ? exec(*query, parameters) : failed(query.error());
}

} // namespace trucban
