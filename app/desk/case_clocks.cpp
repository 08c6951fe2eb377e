// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/case_clocks.h"

#include "base/json_time.h"
#include "storage/database.h"

#include <QJsonArray>
#include <QJsonObject>

namespace trucban {

namespace {

CaseClocks::Stage toStage(const QJsonValue &row)
{
    CaseClocks::Stage made;
    made.stage = row[u"stage"].toString();
    made.holder = row[u"holder"].toString();
    made.holderName = row[u"holder_name"].toString();
    made.unit = row[u"unit"].toString();
    made.unitNameEn = row[u"unit_name_en"].toString();
    made.head = row[u"head"].toString();
    made.headRank = row[u"head_rank"].toString();
    made.shift = row[u"shift"].toString();
    made.from = timeOf(row[u"from"]);
    made.to = timeOf(row[u"to"]);
    made.dueAt = timeOf(row[u"due_at"]);
    made.seconds = row[u"seconds"].toInteger();
    made.lateSeconds = row[u"late_s"].toInteger();
    made.state = row[u"state"].toString();
    return made;
}

CaseClocks::Rung toRung(const QJsonValue &row)
{
    CaseClocks::Rung made{row[u"rung"].toString(), row[u"stage"].toString(), row[u"severity"].toString(), timeOf(row[u"at"]), {}, row[u"superseded"].toBool()};
    for (const QJsonValue &person : row[u"told"].toArray())
        made.told.append(person[u"name"].toString());
    return made;
}

CaseClocks toClocks(const QJsonObject &json)
{
    CaseClocks made;
    if (json[u"age_s"].isDouble())
        made.ageSeconds = json[u"age_s"].toInteger();
    for (const QJsonValue &row : json[u"stages"].toArray())
        made.stages.append(toStage(row));
    for (const QJsonValue &row : json[u"handed_back"].toArray())
        made.handedBack.append({timeOf(row[u"at"]), row[u"unit_name"].toString(), row[u"reason"].toString(), row[u"how"].toString() == u"handed_on"});
    for (const QJsonValue &row : json[u"ladder"].toArray())
        made.ladder.append(toRung(row));
    return made;
}

} // namespace

QFuture<Result<CaseClocks>> readClocks(Database &database, CaseId id)
{
    return database.read([id](Session &session) {
        return session.query(u"cases/clocks"_s).bind(u":case"_s, id).one([](const Row &row) { return toClocks(row.get<QJsonObject>(u"clocks")); });
    });
}

} // namespace trucban
