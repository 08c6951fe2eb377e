// SPDX-License-Identifier: GPL-3.0-or-later
// AssignmentDesk: what an officer does with units: look, forward, take back, return an answer.
#pragma once

#include "desk/assignment_values.h"
#include "desk/request.h"

#include <QFuture>

namespace trucban {

class Database;

class AssignmentDesk
{
public:
    explicit AssignmentDesk(Database &database) : m_database(database) {}

    QFuture<Result<UnitDirectory>> directory();
    /// With suggestions for an officer; a unit officer sees their own forwards only.
    QFuture<Result<AssignmentRoom>> room(CaseId id, const UnitDirectory &directory, bool suggest);

    QFuture<Result<>> forward(CaseId id, Revision seen, const QList<ForwardTo> &units, const QDateTime &dueAt, const QString &instruction,
                              const QString &request);
    QFuture<Result<>> withdraw(AssignmentId id, const QString &reason, const QString &request);
    QFuture<Result<>> returnAnswer(qint64 answer, Revision seen, const QString &reason, const QString &request);
    /// Sends a unit's question in these words; `outbox` is the id of the sending, the same when it is tried again.
    QFuture<Result<>> relayQuestion(qint64 question, Revision seen, const QString &outbox, const QString &words);
    QFuture<Result<>> refuseQuestion(qint64 question, const QString &reason, const QString &request);
    /// `until` invalid: as long as was asked for.
    QFuture<Result<>> decideExtension(qint64 extension, bool grant, const QDateTime &until, const QString &reason, const QString &request);
    QFuture<Result<>> remind(AssignmentId id, const QString &words, const QString &request);
    /// The unit's answer in the words the citizen will read.
    QFuture<Result<>> approveAnswer(qint64 answer, Revision seen, const QString &words, const QString &request);
    /// The bytes of an answer's file into a file on disk; logged by the server.
    QFuture<Result<>> saveFile(MediaId id, qint64 bytes, const QString &path);

private:
    Database &m_database;
};

} // namespace trucban
