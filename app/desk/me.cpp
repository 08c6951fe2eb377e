// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/me.h"

#include "storage/database.h"

namespace trucban {

namespace {

Me toMe(const Row &row)
{
    return {row.get<PersonId>(u"id"),      row.get<QString>(u"login"),  row.get<QString>(u"name"),      row.get<QString>(u"rank"),
            row.get<QString>(u"role"),     row.get<UnitId>(u"unit_id"), row.get<QString>(u"unit_code"), row.get<QString>(u"unit_name")};
}

} // namespace

QFuture<Result<Me>> readMe(Database &database)
{
    return database.read([](Session &session) -> Result<Me> {
        auto found = session.query(u"desk/me"_s).one(toMe, Failure::NotAllowed);
        if (!found && found.error().code == u"no_row")
            return failed(Failure::NotAllowed, u"unknown_person"_s);
        return found;
    });
}

} // namespace trucban
