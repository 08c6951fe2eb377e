// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/rule_words.h"

#include "ui/widgets/clock_text.h"
#include "ui/widgets/trade_words.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace trucban::ruleWords {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RuleWords)
};

QString categoryName(const QString &code, const CaseReference &reference)
{
    const auto found = std::ranges::find(reference.categories, code, &CategoryEntry::code);
    return found == reference.categories.end() ? code : tradeWords::inLanguage(found->name, found->nameEn);
}

QString trackName(const QString &code, const CaseReference &reference)
{
    const auto found = std::ranges::find(reference.tracks, code, &NamedRow::code);
    return found == reference.tracks.end() ? code : tradeWords::inLanguage(found->name, found->other);
}

QString areaName(qint64 id, const CaseReference &reference)
{
    const auto found = std::ranges::find(reference.areas, id, &NamedRow::id);
    return found == reference.areas.end() ? QString::number(id) : found->name;
}

QString quoted(const QJsonArray &words)
{
    QStringList list;
    for (const QJsonValue &word : words)
        list.append(u"“%1”"_s.arg(word.toString()));
    return list.join(u", "_s);
}

QString medium(QStringView word)
{
    if (word == u"image")
        return Words::tr("a picture");
    if (word == u"video")
        return Words::tr("a video");
    if (word == u"audio")
        return Words::tr("a recording");
    return word == u"file" ? Words::tr("a file") : Words::tr("nothing");
}

QString fieldName(const QString &field)
{
    if (field == u"any_words" || field == u"all_words")
        return Words::tr("the words");
    if (field == u"unit")
        return Words::tr("the unit");
    if (field == u"area")
        return Words::tr("the area");
    if (field == u"amount")
        return Words::tr("the time to answer");
    return field.contains(u"category") ? Words::tr("the category") : field.contains(u"track") ? Words::tr("the legal track") : Words::tr("one of the fields");
}

} // namespace

QString term(int amount, QStringView unit)
{
    if (unit == u"minutes")
        return Words::tr("%1 min").arg(amount);
    if (unit == u"hours")
        return Words::tr("%1 h").arg(amount);
    if (unit == u"days")
        return Words::tr("%1 days").arg(amount);
    return unit == u"months" ? Words::tr("%1 months").arg(amount) : Words::tr("%1 working days").arg(amount);
}

QString conditions(const Rule &rule, const CaseReference &reference)
{
    const QJsonObject &asks = rule.conditions;
    QStringList parts;
    if (asks.contains(u"any_words"))
        parts.append(Words::tr("one of %1 is written").arg(quoted(asks[u"any_words"].toArray())));
    if (asks.contains(u"all_words"))
        parts.append(Words::tr("%1 are written together").arg(quoted(asks[u"all_words"].toArray())));
    if (asks.contains(u"category"))
        parts.append(Words::tr("category %1").arg(categoryName(asks[u"category"].toString(), reference)));
    if (asks.contains(u"area"))
        parts.append(Words::tr("area %1").arg(areaName(asks[u"area"].toInteger(), reference)));
    if (asks.contains(u"channel"))
        parts.append(Words::tr("came as: %1").arg(tradeWords::channel(asks[u"channel"].toString())));
    if (asks.contains(u"media"))
        parts.append(Words::tr("attached: %1").arg(medium(asks[u"media"].toString())));
    if (asks.contains(u"track"))
        parts.append(Words::tr("legal track %1").arg(trackName(asks[u"track"].toString(), reference)));
    return parts.join(u" · "_s);
}

QString proposal(const Rule &rule, const CaseReference &reference)
{
    const QJsonObject &says = rule.proposal;
    QStringList parts;
    if (says.contains(u"unit"))
        parts.append(tradeWords::inLanguage(rule.unitName, rule.unitNameEn));
    if (says.contains(u"urgency"))
        parts.append(tradeWords::urgency(says[u"urgency"].toString()));
    if (says.contains(u"category"))
        parts.append(categoryName(says[u"category"].toString(), reference));
    if (says.contains(u"track"))
        parts.append(trackName(says[u"track"].toString(), reference));
    if (says.contains(u"amount"))
        parts.append(Words::tr("within %1").arg(term(says[u"amount"].toInt(), says[u"unit_of_time"].toString())));
    return parts.join(u" · "_s);
}

QString state(const Rule &rule)
{
    if (rule.enabled)
        return Words::tr("On", "a rule");
    return rule.triedAt.isValid() ? Words::tr("Off", "a rule") : Words::tr("Off, not tried yet", "a rule");
}

QString tried(const Rule &rule)
{
    if (!rule.triedAt.isValid())
        return Words::tr("not yet", "tried");
    //: when, by whom, how many cases it fitted
    return Words::tr("%1, %2: fitted %3").arg(clockText::exact(rule.triedAt), rule.triedBy).arg(rule.triedCounts[u"matched"].toInt());
}

QString summary(const RuleRun &run, const Rule &rule)
{
    QStringList said{Words::tr("Of %L1 cases in this time the rule fits %L2.").arg(run.lookedAt).arg(run.matched)};
    if (rule.proposal.contains(u"unit"))
        said.append(Words::tr("Unit: %L1 as proposed, %L2 went to another, %L3 to none.").arg(run.sameUnit).arg(run.otherUnit).arg(run.notForwarded));
    if (rule.proposal.contains(u"urgency"))
        said.append(Words::tr("Urgency: %L1 as proposed, %L2 another.").arg(run.sameUrgency).arg(run.otherUrgency));
    if (rule.proposal.contains(u"category"))
        said.append(Words::tr("Category: %L1 as proposed, %L2 another.").arg(run.sameCategory).arg(run.otherCategory));
    if (rule.proposal.contains(u"track"))
        said.append(Words::tr("Legal track: %L1 as proposed, %L2 another.").arg(run.sameTrack).arg(run.otherTrack));
    if (run.walled > 0)
        said.append(Words::tr("%L1 are about the proposed unit: the rule would not have named it.").arg(run.walled));
    if (run.bounded)
        said.append(Words::tr("Only the newest cases of this time were looked at."));
    return said.join(u' ');
}

QString side(const RuleSample::Side &side, const Rule &rule, const CaseReference &reference)
{
    QStringList parts;
    if (rule.proposal.contains(u"unit"))
        parts.append(side.unitName.isEmpty() ? Words::tr("no unit") : side.unitName);
    if (rule.proposal.contains(u"urgency"))
        parts.append(tradeWords::urgency(side.urgency));
    if (rule.proposal.contains(u"category"))
        parts.append(side.category.isEmpty() ? Words::tr("no category") : categoryName(side.category, reference));
    if (rule.proposal.contains(u"track"))
        parts.append(side.track.isEmpty() ? Words::tr("no legal track") : trackName(side.track, reference));
    return parts.join(u" · "_s);
}

QString compared(const RuleSample &sample, const Rule &rule)
{
    if (sample.walled)
        return Words::tr("about that unit");
    const auto differs = [&](QStringView key, const auto &did, const auto &would) { return rule.proposal.contains(key) && did != would; };
    if (differs(u"urgency", sample.did.urgency, sample.would.urgency) || differs(u"category", sample.did.category, sample.would.category)
        || differs(u"track", sample.did.track, sample.would.track) || (sample.did.unit && differs(u"unit", sample.did.unit, sample.would.unit)))
        return Words::tr("differs");
    return rule.proposal.contains(u"unit") && !sample.did.unit ? Words::tr("not forwarded") : Words::tr("the same");
}

FailureWords refusal(const Failure &failure)
{
    const QString kept = Words::tr("Nothing was changed; what you typed is kept.");
    if (failure.code == u"dry_run_first")
        return {Words::tr("What the rule says now has not been tried yet."), Words::tr("It stays off."), Words::tr("Try it on past traffic, read the result, then switch it on.")};
    if (failure.code == u"rule_without_condition")
        return {Words::tr("The rule asks for nothing, so it would fit every case."), kept, Words::tr("Write words, or choose a category, an area, a channel or an attachment.")};
    if (failure.code == u"rule_proposes_nothing")
        return {Words::tr("The rule proposes nothing."), kept, Words::tr("Choose a unit, an urgency, a category, a legal track or a time.")};
    if (failure.code == u"rule_invalid")
        return {Words::tr("Something is not right with %1.").arg(fieldName(failure.facts[u"field"].toString())), kept, Words::tr("Mend that field and save again.")};
    if (failure.code == u"name_missing")
        return {Words::tr("The rule has no name."), kept, Words::tr("Give it a short name the officers will read.")};
    if (failure.code == u"stale_revision" || failure.code == u"rule_not_found")
        return {Words::tr("Somebody changed this rule meanwhile."), kept, Words::tr("Open the rule again in the list; note your words first.")};
    if (failure.code == u"time_not_possible")
        return {Words::tr("This span of time cannot be looked at."), Words::tr("Nothing was tried."), Words::tr("Choose a beginning before the end, at most a year.")};
    return wordsFor(failure);
}

} // namespace trucban::ruleWords
