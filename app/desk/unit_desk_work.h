// SPDX-License-Identifier: GPL-3.0-or-later
// UnitDesk: what a unit officer does with a case forwarded to their unit: confirm, hand back, answer.
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
    QFuture<Result<>> handBack(AssignmentId id, const QString &reason, const QString &request);
    QFuture<Result<>> answer(AssignmentId id, const QString &text, const QList<NamedFile> &files, const QString &request);

    /// The server's copy of unfinished words; empty when there is none.
    QFuture<Result<QString>> draft(AssignmentId id);
    QFuture<Result<>> saveDraft(AssignmentId id, const QString &text);

private:
    Database &m_database;
};

} // namespace trucban
