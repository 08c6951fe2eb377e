// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/dashboard.h"

#include "base/json_time.h"
#include "storage/database.h"

#include <QJsonArray>
#include <QTimeZone>

namespace trucban {

namespace {

QList<DashboardReading::Count> countsOf(const QJsonValue &rows, const QString &codeKey)
{
    QList<DashboardReading::Count> all;
    for (const QJsonValue &row : rows.toArray())
        all.append({row[codeKey].toString(), row[u"name"].toString(), row[u"name_en"].toString(), row[u"cases"].toInteger(), row[u"overdue"].toInteger()});
    return all;
}

DashboardReading toReading(const QJsonObject &json)
{
    DashboardReading made;
    made.now = timeOf(json[u"now"]);
    const QJsonObject queues = json[u"queues"].toObject();
    made.fresh = queues[u"new"].toInteger();
    made.inHand = queues[u"in_hand"].toInteger();
    made.waiting = queues[u"waiting"].toInteger();
    made.answered = queues[u"answered"].toInteger();
    made.overdue = queues[u"overdue"].toInteger();
    made.arrivedToday = json[u"arrived_today"].toInteger();
    made.arrivedLastWeek = json[u"arrived_same_time_last_week"].toInteger();
    made.releasedToday = json[u"released_today"].toInteger();
    made.publishedToday = json[u"published_today"].toInteger();
    made.statuses = countsOf(json[u"statuses"], u"status"_s);
    made.categories = countsOf(json[u"categories"], u"code"_s);
    made.units = countsOf(json[u"units"], u"code"_s);
    for (const QJsonValue &row : json[u"oldest"].toArray())
        made.oldest.append({CaseId{row[u"id"].toInteger()}, row[u"number"].toString(), row[u"status"].toString(), row[u"burns_clock"].toString(),
                            row[u"category"].toString(), row[u"unit"].toString(), row[u"first_words"].toString(), timeOf(row[u"opened_at"]), timeOf(row[u"due_at"])});
    QHash<int, double> usual;
    for (const QJsonValue &row : json[u"usual"].toArray())
        usual.insert(row[u"hour"].toInt(), row[u"cases"].toDouble());
    static const QTimeZone hanoi("Asia/Ho_Chi_Minh");
    for (const QJsonValue &row : json[u"arrivals"].toArray()) {
        const QDateTime at = timeOf(row[u"at"]);
        made.hours.append({at, row[u"cases"].toInteger(), usual.value(at.toTimeZone(hanoi).time().hour())});
    }
    return made;
}

} // namespace

QFuture<Result<DashboardReading>> readDashboard(Database &database, int hours)
{
    return database.read([hours](Session &session) {
        return session.query(u"dashboard/read"_s).bind(u"hours"_s, hours).one([](const Row &row) { return toReading(row.get<QJsonObject>(u"dashboard")); });
    });
}

} // namespace trucban
