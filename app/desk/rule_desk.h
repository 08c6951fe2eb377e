// SPDX-License-Identifier: GPL-3.0-or-later
// RuleDesk: rules that propose: listed, written, tried on past traffic, switched on.
#pragma once

#include "base/ids.h"
#include "base/result.h"

#include <QDateTime>
#include <QFuture>
#include <QJsonObject>

namespace trucban {

class Database;

struct Rule {
    qint64 id = 0; // 0: not kept yet
    QString name;
    int position = 0;
    bool enabled = false;
    QJsonObject conditions; // any_words all_words category area channel media track
    QJsonObject proposal;   // unit urgency category track amount unit_of_time
    int revision = 0;
    QString unitName;
    QString unitNameEn;
    QString changedBy;
    QDateTime changedAt;
    QDateTime triedAt; // of what it says now; invalid: not tried yet
    QString triedBy;
    QJsonObject triedCounts;

    bool saysTheSameAs(const Rule &other) const { return conditions == other.conditions && proposal == other.proposal; }
};

/// What a rule would have proposed for one case, beside what was done.
struct RuleSample {
    struct Side {
        UnitId unit;
        QString unitName;
        QString urgency;
        QString category;
        QString track;
    };
    CaseId id;
    QString number;
    QString firstWords;
    Side did;
    Side would;
    bool walled = false; // the case is about the proposed unit: the rule would be silent
};

struct RuleRun {
    int lookedAt = 0;
    int matched = 0;
    bool bounded = false; // only the newest were looked at
    int walled = 0;
    int sameUnit = 0, otherUnit = 0, notForwarded = 0;
    int sameUrgency = 0, otherUrgency = 0;
    int sameCategory = 0, otherCategory = 0;
    int sameTrack = 0, otherTrack = 0;
    QList<RuleSample> sample; // what differs first
};

class RuleDesk
{
public:
    explicit RuleDesk(Database &database) : m_database(database) {}

    QFuture<Result<QList<Rule>>> rules();
    /// Answers the id. Switching on is refused until what the rule says was tried.
    QFuture<Result<qint64>> save(const Rule &rule, const QString &request);
    QFuture<Result<qint64>> retire(const Rule &rule, const QString &request);
    QFuture<Result<RuleRun>> tryOut(qint64 rule, const QDateTime &from, const QDateTime &to);

private:
    Database &m_database;
};

} // namespace trucban
