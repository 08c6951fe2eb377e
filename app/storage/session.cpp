// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/session.h"

#include "base/logging.h"
#include "storage/connection.h"

#include <QFile>

namespace trucban {

namespace {

constexpr int mostPrepared = 400; // made-up texts must not fill the server's memory

Result<QString> textOf(const QString &statementName)
{
    QFile file(u":/sql/"_s + statementName + u".sql"_s);
    if (!file.open(QIODevice::ReadOnly))
        return failed(Failure::Bug, u"no_statement"_s, u"app/storage/sql/%1.sql is not there"_s.arg(statementName));
    return QString::fromUtf8(file.readAll());
}

} // namespace

Query::Query(Session &session, const QString &label, std::shared_ptr<const Statement> statement, const QByteArray &preparedName)
    : m_session(session), m_label(label), m_statement(std::move(statement)), m_preparedName(preparedName)
{
}

Query::Query(Session &session, const QString &label, const Failure &broken) : m_session(session), m_label(label), m_broken(broken) {}

Result<QList<Parameter>> Query::ordered() const
{
    QList<Parameter> parameters;
    for (const QString &name : m_statement->names) {
        const auto found = m_values.constFind(name);
        if (found == m_values.cend())
            return failed(Failure::Bug, u"unbound"_s, u"%1: :%2 is not bound"_s.arg(m_label, name));
        parameters.append(*found);
    }
    for (auto value = m_values.cbegin(); value != m_values.cend(); ++value) {
        if (!m_statement->names.contains(value.key()))
            return failed(Failure::Bug, u"unknown_parameter"_s, u"%1: there is no :%2"_s.arg(m_label, value.key()));
    }
    return parameters;
}

Result<int> Query::fetch(const std::function<bool(const Row &)> &take)
{
    if (m_broken)
        return failed(*m_broken);
    const auto parameters = ordered();
    if (!parameters) {
        qCCritical(lcStorage) << parameters.error().detail;
        return failed(parameters.error());
    }
    Connection &connection = m_session.m_connection;
    const auto answer = !m_statement->isQuery()      ? connection.run(m_statement->text)
                        : m_preparedName.isEmpty() ? connection.runOnce(m_statement->text, *parameters)
                                                   : connection.runPrepared(m_preparedName, *parameters);
    if (!answer) {
        if (answer.error().kind == Failure::Bug)
            qCCritical(lcStorage) << m_label << answer.error().detail;
        return failed(answer.error());
    }
    for (int row = 0; row < answer->rows(); ++row) {
        if (!take(Row(*answer, row)))
            break;
    }
    if (!answer->missingColumn().isEmpty()) {
        qCCritical(lcStorage) << m_label << "has no column" << answer->missingColumn();
        return failed(Failure::Bug, u"no_column"_s, m_label + u": no column "_s + answer->missingColumn());
    }
    return answer->rows() > 0 ? answer->rows() : answer->affected();
}

Result<int> Query::run()
{
    return fetch([](const Row &) { return false; });
}

Query Session::prepared(const QString &label, const QString &key, const std::function<Result<QString>()> &text)
{
    if (const auto known = m_prepared.constFind(key); known != m_prepared.cend())
        return Query(*this, label, known->statement, known->name);
    const auto source = text();
    if (!source) {
        qCCritical(lcStorage) << source.error().detail;
        return Query(*this, label, source.error());
    }
    auto statement = std::make_shared<const Statement>(Statement::from(*source));
    if (m_prepared.size() >= mostPrepared || !statement->isQuery())
        return Query(*this, label, statement, {});
    const QByteArray name = "s" + QByteArray::number(m_prepared.size());
    if (const auto done = m_connection.prepare(name, statement->text); !done) {
        if (done.error().kind == Failure::Bug)
            qCCritical(lcStorage) << label << done.error().detail;
        return Query(*this, label, done.error());
    }
    m_prepared.insert(key, {statement, name});
    return Query(*this, label, statement, name);
}

Query Session::query(const QString &statementName)
{
    return prepared(statementName, statementName, [&] { return textOf(statementName); });
}

Query Session::sql(const QString &text)
{
    return prepared(text.left(60).simplified(), u"\n"_s + text, [&] { return Result<QString>(text); });
}

Result<QString> Session::passwordVerifier(const QString &password)
{
    return m_connection.passwordVerifier(password);
}

Result<> Session::script(const QByteArray &sql)
{
    return m_connection.run(sql).transform([](const Answer &) {});
}

} // namespace trucban
