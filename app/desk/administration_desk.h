// SPDX-License-Identifier: GPL-3.0-or-later
// AdministrationDesk: the lists an administrator keeps: pages of them, one row changed, many rows imported, all exported.
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "desk/request.h"
#include "domain/sheet_words.h"

#include <QDateTime>
#include <QFuture>
#include <QJsonArray>

namespace trucban {

class Database;

enum class AdminList { People, Units, Heads, Areas, Categories, Tracks, Deadlines, Calendars, Holidays, Rungs, Templates, Sources, Settings };

/// One row with the fields its verb takes
struct AdminRecord {
    qint64 id = 0;
    int revision = 0;
    int depth = 0; // in a tree
    QString sort;
    QJsonObject fields;
};

struct AdminPage {
    QList<AdminRecord> records;
    bool more = false;
};

/// Which due dates a change of days or targets moved
struct DueMoves {
    struct One {
        QString number;
        QDateTime now; // invalid: none
    };
    int moved = 0;
    QList<One> cases; // the first hundred
};

struct ImportReport {
    struct Bad {
        int line = 0;
        QString code;
        QJsonObject facts;
    };
    bool dryRun = true;
    int lines = 0;
    int good = 0; // saved, or would be
    QList<Bad> bad;
    DueMoves dueMoves;
    QList<std::pair<QString, QString>> passwords; // login and password of those whose password was made here: shown once
};

class AdministrationDesk
{
public:
    static constexpr int pageSize = 100;

    explicit AdministrationDesk(Database &database) : m_database(database) {}

    /// Rows after `last` (none: from the beginning) that fit the filter, with and without marks.
    QFuture<Result<AdminPage>> page(AdminList list, const QString &filter, const AdminRecord &last = {}, int limit = pageSize);
    QFuture<Result<AdminRecord>> record(AdminList list, qint64 id);

    /// A row of id 0 is new. Not for people.
    QFuture<Result<DueMoves>> save(AdminList list, const AdminRecord &row, const QString &request);
    /// The password becomes a SCRAM verifier here; it never travels.
    QFuture<Result<>> addPerson(const QJsonObject &person, const QString &password, const QString &request);
    /// `changes`: what differs; an empty password stays as it is.
    QFuture<Result<>> changePerson(const AdminRecord &seen, const QJsonObject &changes, const QString &password, const QString &request);

    QFuture<Result<ImportReport>> importFile(Sheet sheet, const QString &path, bool dryRun, const QString &request);
    /// How many rows were written: UTF-8 with a byte-order mark, harmless to spreadsheets.
    QFuture<Result<int>> exportTo(AdminList list, const QStringList &columns, const QString &path);

private:
    QFuture<Result<ImportReport>> importPeopleFile(const QString &path, bool dryRun);

    Database &m_database;
};

/// The sheet a list is imported from; none for settings.
std::optional<Sheet> sheetOf(AdminList list);

} // namespace trucban
