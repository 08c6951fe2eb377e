// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/rule_desk.h"

#include "storage/database.h"

#include <QJsonArray>

namespace trucban {

namespace {

Rule toRule(const Row &row)
{
    return {
        .id = row.get<qint64>(u"id"),
        .name = row.get<QString>(u"name"),
        .position = row.get<int>(u"position"),
        .enabled = row.get<bool>(u"enabled"),
        .conditions = row.get<QJsonObject>(u"conditions"),
        .proposal = row.get<QJsonObject>(u"proposal"),
        .revision = row.get<int>(u"revision"),
        .unitName = row.get<QString>(u"unit_name"),
        .unitNameEn = row.get<QString>(u"unit_name_en"),
        .changedBy = row.get<QString>(u"changed_by_name"),
        .changedAt = row.get<QDateTime>(u"changed_at"),
        .triedAt = row.get<QDateTime>(u"tried_at"),
        .triedBy = row.get<QString>(u"tried_by_name"),
        .triedCounts = row.get<QJsonObject>(u"tried_counts"),
    };
}

QJsonObject toJson(const Rule &rule)
{
    QJsonObject row{{u"name"_s, rule.name}, {u"position"_s, rule.position}, {u"enabled"_s, rule.enabled}, {u"conditions"_s, rule.conditions}, {u"proposal"_s, rule.proposal}};
    if (rule.id != 0)
        row[u"id"_s] = rule.id;
    return row;
}

RuleSample::Side toSide(const QJsonObject &said)
{
    return {UnitId{said[u"unit_id"].toInteger()}, said[u"unit"].toString(), said[u"urgency"].toString(), said[u"category"].toString(), said[u"track"].toString()};
}

RuleRun toRun(const QJsonObject &said)
{
    const auto count = [&](QStringView key) { return said[key].toInt(); };
    RuleRun run{count(u"looked_at"), count(u"matched"), said[u"bounded"].toBool(), count(u"walled"), count(u"same_unit"), count(u"other_unit"), count(u"not_forwarded"),
                count(u"same_urgency"), count(u"other_urgency"), count(u"same_category"), count(u"other_category"), count(u"same_track"), count(u"other_track"), {}};
    for (const QJsonValue &value : said[u"sample"].toArray()) {
        const QJsonObject one = value.toObject();
        run.sample.append({CaseId{one[u"id"].toInteger()}, one[u"number"].toString(), one[u"first_words"].toString(), toSide(one[u"did"].toObject()), toSide(one[u"would"].toObject()),
                           one[u"walled"].toBool()});
    }
    return run;
}

QFuture<Result<qint64>> saved(Database &database, const QJsonObject &row, int seen, const QString &request)
{
    return database.write([=](Session &session) {
        return session.query(u"rules/save"_s).bind(u":row"_s, row).bind(u":seen"_s, seen).bind(u":request"_s, request)
            .one([](const Row &answer) { return answer.get<QJsonObject>(u"answer")[u"id"].toInteger(); });
    });
}

} // namespace

QFuture<Result<QList<Rule>>> RuleDesk::rules()
{
    return m_database.read([](Session &session) { return session.query(u"rules/list"_s).all(toRule); });
}

QFuture<Result<qint64>> RuleDesk::save(const Rule &rule, const QString &request)
{
    return saved(m_database, toJson(rule), rule.revision, request);
}

QFuture<Result<qint64>> RuleDesk::retire(const Rule &rule, const QString &request)
{
    QJsonObject row = toJson(rule);
    row[u"retired"_s] = true;
    row[u"enabled"_s] = false;
    return saved(m_database, row, rule.revision, request);
}

QFuture<Result<RuleRun>> RuleDesk::tryOut(qint64 rule, const QDateTime &from, const QDateTime &to)
{
    return m_database.write([=](Session &session) {
        return session.query(u"rules/dry_run"_s).bind(u":rule"_s, rule).bind(u":from"_s, from).bind(u":to"_s, to)
            .one([](const Row &row) { return toRun(row.get<QJsonObject>(u"answer")); });
    }, Database::Long);
}

} // namespace trucban
