// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/schema_version.h"

#include <QCryptographicHash>
#include <QDir>
#include <QRegularExpression>

namespace trucban::schema {

namespace {

QString header(const QByteArray &sql, const QString &key)
{
    const QRegularExpression line(u"^--\\s*%1:\\s*(.*?)\\s*$"_s.arg(key), QRegularExpression::MultilineOption);
    return line.match(QString::fromUtf8(sql)).captured(1);
}

Result<Migration> fromFile(const QString &path, const QString &fileName)
{
    static const QRegularExpression shape(u"^(\\d{4})_([a-z0-9_]+)\\.sql$"_s);
    const auto match = shape.match(fileName);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failed(Failure::Bug, u"migration_unreadable"_s, path);
    Migration migration;
    migration.number = match.captured(1).toInt();
    migration.name = match.captured(2);
    migration.sql = file.readAll();
    migration.sha256 = QCryptographicHash::hash(migration.sql, QCryptographicHash::Sha256).toHex();
    migration.why = header(migration.sql, u"why"_s);
    if (migration.why.isEmpty())
        return failed(Failure::Invalid, u"migration_header"_s, fileName + u" does not say why (-- why: …)"_s);
    static const QRegularExpression leadingNumber(u"^\\d+"_s);
    const auto oldest = leadingNumber.match(header(migration.sql, u"oldest-desk"_s));
    if (!oldest.hasMatch())
        return failed(Failure::Invalid, u"migration_header"_s, fileName + u" does not name the oldest desk (-- oldest-desk: N)"_s);
    migration.oldestDesk = oldest.captured().toInt();
    if (migration.oldestDesk > migration.number)
        return failed(Failure::Invalid, u"migration_header"_s, fileName + u" asks for a desk newer than itself"_s);
    return migration;
}

} // namespace

Result<QList<Migration>> shipped(const QString &folder)
{
    QList<Migration> all;
    for (const QString &fileName : QDir(folder).entryList({u"[0-9]*.sql"_s}, QDir::Files, QDir::Name)) {
        auto migration = fromFile(folder + u'/' + fileName, fileName);
        if (!migration)
            return failed(migration.error());
        if (migration->number != all.size() + 1)
            return failed(Failure::Invalid, u"migration_numbering"_s, u"%1 should be number %2"_s.arg(fileName).arg(all.size() + 1));
        all.append(*std::move(migration));
    }
    return all;
}

int own()
{
    static const int number = [] {
        const auto all = shipped();
        return all && !all->isEmpty() ? all->last().number : 0;
    }();
    return number;
}

Result<Version> ofDatabase(Session &session)
{
    return session.query(u"storage/schema_version"_s).one([](const Row &row) {
        return Version{row.get<int>(u"number"), row.get<int>(u"oldest_desk")};
    });
}

Result<> mayUse(Version database, int desk)
{
    const QJsonObject facts{{u"desk"_s, desk}, {u"server"_s, database.number}, {u"oldest_desk"_s, database.oldestDesk}};
    if (desk < database.oldestDesk)
        return failed(Failure::Conflict, u"desk_too_old"_s, u"this program knows schema %1, the server asks for %2"_s.arg(desk).arg(database.oldestDesk), facts);
    if (desk > database.number)
        return failed(Failure::Conflict, u"desk_too_new"_s, u"this program needs schema %1, the server has %2"_s.arg(desk).arg(database.number), facts);
    return {};
}

Result<> mayUse(Session &session)
{
    return ofDatabase(session).and_then([](Version version) { return mayUse(version, own()); });
}

} // namespace trucban::schema
