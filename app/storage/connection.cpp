// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connection.h"

#include "base/logging.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QVarLengthArray>

#include <libpq-fe.h>
#include <poll.h>

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
    const std::lock_guard lock(m_cancelGuard);
    PQfreeCancel(std::exchange(m_cancel, nullptr));
    PQfinish(std::exchange(m_connection, nullptr));
}

void Connection::cancel()
{
    const std::lock_guard lock(m_cancelGuard);
    char complaint[256];
    if (m_cancel)
        PQcancel(m_cancel, complaint, sizeof complaint);
}

Result<> Connection::handshake(const ConnectOptions &options)
{
    const auto complaint = [this] { return QString::fromUtf8(PQerrorMessage(m_connection)).trimmed(); };
    PQsetErrorVerbosity(m_connection, PQERRORS_VERBOSE); // puts the SQLSTATE of a refusal into the message
    QElapsedTimer clock;
    clock.start();
    PostgresPollingStatusType wanted = PGRES_POLLING_WRITING;
    while (wanted != PGRES_POLLING_OK) {
        if (PQstatus(m_connection) == CONNECTION_BAD || wanted == PGRES_POLLING_FAILED) {
            static const QRegularExpression state(u"\\b([0-9A-Z]{5}): "_s);
            // several hosts were tried: a refusal says more than a host that is not there
            QByteArray sqlstate;
            for (auto match = state.globalMatch(complaint()); match.hasNext();)
                sqlstate = match.next().captured(1).toLatin1();
            if (PQconnectionNeedsPassword(m_connection))
                sqlstate = "28P01";
            if (sqlstate.isEmpty())
                return failed(Failure::Offline, u"unreachable"_s, complaint());
            return failed(failureFor(sqlstate, complaint(), {}));
        }
        const qint64 left = options.connectTimeout.count() - clock.elapsed();
        pollfd wait{PQsocket(m_connection), static_cast<short>(wanted == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
        if (left <= 0 || poll(&wait, 1, static_cast<int>(left)) == 0)
            return failed(Failure::Offline, u"unreachable"_s, u"no answer within %1 ms"_s.arg(options.connectTimeout.count()));
        wanted = PQconnectPoll(m_connection);
    }
    PQsetErrorVerbosity(m_connection, PQERRORS_DEFAULT);
    return {};
}

Result<> Connection::open(const ConnectOptions &options, const QList<QByteArray> &greeting)
{
    close();
    const auto words = options.keywords();
    if (!words)
        return failed(words.error());
    QVarLengthArray<const char *, 32> keys, values;
    for (const auto &[key, value] : *words) {
        keys.append(key.constData());
        values.append(value.constData());
    }
    keys.append(nullptr);
    values.append(nullptr);
    m_connection = PQconnectStartParams(keys.constData(), values.constData(), 0);
    if (auto shaken = handshake(options); !shaken) {
        close();
        return shaken;
    }
    PQsetNoticeProcessor(
        m_connection, [](void *, const char *notice) { qCDebug(lcStorage) << QByteArray(notice).trimmed(); }, nullptr);
    {
        const std::lock_guard lock(m_cancelGuard);
        m_cancel = PQgetCancel(m_connection);
    }
    for (const QByteArray &sentence : QList<QByteArray>{"SET TIME ZONE 'UTC'; SET datestyle = 'ISO'; SET intervalstyle = 'postgres'"} + greeting) {
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

Result<Answer> Connection::answerOf(pg_result *result)
{
    const Answer answer(result);
    const ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY)
        return answer;
    const auto field = [result](int which) { return QString::fromUtf8(PQresultErrorField(result, which)); };
    const QByteArray sqlstate = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    if (PQstatus(m_connection) == CONNECTION_BAD || sqlstate.isEmpty()) { // no state: the words are libpq's own, the server said nothing
        const Failure lost{Failure::Offline, u"connection_lost"_s, QString::fromUtf8(PQerrorMessage(m_connection)).trimmed(), {}};
        close();
        return failed(lost);
    }
    m_stalePlans |= sqlstate == "0A000" && field(PG_DIAG_SOURCE_FUNCTION) == u"RevalidateCachedQuery";
    m_worthAnotherTry |= sqlstate == "40001" || sqlstate == "40P01" || m_stalePlans;
    const QString detail = field(PG_DIAG_MESSAGE_DETAIL);
    QJsonObject facts = QJsonDocument::fromJson(detail.toUtf8()).object();
    if (const QString constraint = field(PG_DIAG_CONSTRAINT_NAME); !constraint.isEmpty())
        facts[u"constraint"_s] = constraint;
    const Failure failure = failureFor(sqlstate, field(PG_DIAG_MESSAGE_PRIMARY), detail, facts);
    if (failure.kind == Failure::Bug)
        qCWarning(lcStorage).noquote() << failure.detail << field(PG_DIAG_CONTEXT) << field(PG_DIAG_STATEMENT_POSITION);
    return failed(failure);
}

namespace {

struct Bound {
    QVarLengthArray<const char *, 24> values;
    QVarLengthArray<int, 24> lengths, formats;
    explicit Bound(const QList<Parameter> &parameters)
    {
        for (const Parameter &parameter : parameters) {
            values.append(parameter.isNull ? nullptr : parameter.bytes.constData());
            lengths.append(static_cast<int>(parameter.bytes.size()));
            formats.append(parameter.binary ? 1 : 0);
        }
    }
};

} // namespace

Result<Answer> Connection::run(const QByteArray &sql)
{
    if (!m_connection)
        return failed(Failure::Offline, u"connection_lost"_s);
    return answerOf(PQexec(m_connection, sql.constData()));
}

Result<Answer> Connection::prepare(const QByteArray &name, const QByteArray &sql)
{
    if (!m_connection)
        return failed(Failure::Offline, u"connection_lost"_s);
    return answerOf(PQprepare(m_connection, name.constData(), sql.constData(), 0, nullptr));
}

Result<Answer> Connection::runPrepared(const QByteArray &name, const QList<Parameter> &parameters)
{
    if (!m_connection)
        return failed(Failure::Offline, u"connection_lost"_s);
    const Bound bound(parameters);
    return answerOf(PQexecPrepared(m_connection, name.constData(), static_cast<int>(parameters.size()), bound.values.constData(),
                                   bound.lengths.constData(), bound.formats.constData(), 0));
}

Result<Answer> Connection::runOnce(const QByteArray &sql, const QList<Parameter> &parameters)
{
    if (!m_connection)
        return failed(Failure::Offline, u"connection_lost"_s);
    const Bound bound(parameters);
    return answerOf(PQexecParams(m_connection, sql.constData(), static_cast<int>(parameters.size()), nullptr, bound.values.constData(),
                                 bound.lengths.constData(), bound.formats.constData(), 0));
}

} // namespace trucban
