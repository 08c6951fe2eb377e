// SPDX-License-Identifier: GPL-3.0-or-later
// UnitDesk: what a unit officer does with a case forwarded to their unit: confirm, hand back or on, ask, answer, ask for more time.
#pragma once

#include "desk/assignment_values.h"

#include <QFuture>

namespace trucban {

class Database;

class UnitDesk
{
public:
    explicit UnitDesk(Database &database) : m_database(database) {}

    QFuture<Result<>> confirm(AssignmentId id, const QString &request);
    /// `code`: of the fixed list; `words` of one's own beside it.
    QFuture<Result<>> handBack(AssignmentId id, const QString &code, const QString &words, const QString &request);
    QFuture<Result<>> handOn(AssignmentId id, UnitId to, const QString &code, const QString &words, const QString &request);
    QFuture<Result<>> askCitizen(AssignmentId id, const QString &question, const QString &request);
    QFuture<Result<>> withdrawQuestion(qint64 question, const QString &request);
    QFuture<Result<>> askExtension(AssignmentId id, const QDateTime &until, const QString &reason, const QString &request);
    /// `partial`: more follows, the case stays with the unit.
    QFuture<Result<>> answer(AssignmentId id, const QString &text, const QList<NamedFile> &files, bool partial, const QString &request);

    /// The server's copy of unfinished words; empty when there is none.
    QFuture<Result<QString>> draft(AssignmentId id);
    QFuture<Result<>> saveDraft(AssignmentId id, const QString &text);

private:
    Database &m_database;
};

} // namespace trucban
