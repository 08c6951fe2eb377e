// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/assignment_suggest.h"

#include "domain/routing.h"

#include <algorithm>

namespace trucban {

namespace {

class Scale
{
public:
    Scale(const UnitDirectory &directory, const AssignmentCase &subject) : m_directory(directory), m_subject(subject) {}

    void put(UnitId unit, int weight, const Suggestion::Reason &reason)
    {
        const UnitEntry *entry = m_directory.unit(unit);
        if (!entry || !entry->valid || isBehindWall(m_directory, m_subject.aboutUnit, unit))
            return;
        auto found = std::ranges::find(m_found, unit, &Suggestion::unit);
        if (found == m_found.end())
            found = m_found.insert(m_found.end(), {unit, 0, {}});
        found->weight += weight;
        found->reasons.append(reason);
    }
    QList<Suggestion> best() &&
    {
        std::ranges::stable_sort(m_found, std::ranges::greater(), &Suggestion::weight);
        return m_found.first(std::min<qsizetype>(m_found.size(), 5));
    }

private:
    const UnitDirectory &m_directory;
    const AssignmentCase &m_subject;
    QList<Suggestion> m_found;
};

// the gazetteer goes by codes; ours are the ids, which are never used twice
Gazetteer gazetteerOf(const UnitDirectory &directory)
{
    QList<Area> areas;
    for (const AreaEntry &area : directory.areas)
        areas.append({QString::number(area.id.value), area.type, area.name, {}, formerUnits(area.formerNames.join(u';')), {}});
    return Gazetteer(areas);
}

const AreaEntry *areaById(const UnitDirectory &directory, qint64 id)
{
    const auto found = std::ranges::find(directory.areas, AreaId{id}, &AreaEntry::id);
    return found == directory.areas.end() ? nullptr : &*found;
}

void weighWords(Scale &scale, const UnitDirectory &directory, const QString &words)
{
    const auto place = gazetteerOf(directory).find(words);
    const bool former = place.evidence == NamedPlace::FormerName || place.evidence == NamedPlace::FormerNameSplit;
    for (const QString &code : place.areas) {
        if (const AreaEntry *area = areaById(directory, code.toLongLong()))
            scale.put(area->unit, place.decides() ? 35 : 12, {former ? Suggestion::FormerNameInText : Suggestion::NameInText, place.name});
    }
}

} // namespace

bool isBehindWall(const UnitDirectory &directory, UnitId about, UnitId unit)
{
    if (!about)
        return false;
    for (int depth = 0; unit && depth < 16; ++depth) {
        if (unit == about)
            return true;
        const UnitEntry *entry = directory.unit(unit);
        unit = entry ? entry->parent : UnitId{};
    }
    return false;
}

QList<Suggestion> suggestUnits(const UnitDirectory &directory, const AssignmentCase &subject, const QString &citizensWords,
                               const QList<SimilarCases> &similar, const QList<RuleProposal> &proposals)
{
    Scale scale(directory, subject);
    int weight = 1000; // a rule of the centre goes before every guess, the first one before the second
    for (const RuleProposal &proposal : proposals) {
        if (proposal.unit)
            scale.put(proposal.unit, weight, {Suggestion::Rule, proposal.name});
        weight = std::max(weight - 100, 200);
    }
    if (subject.defaultUnit)
        scale.put(subject.defaultUnit, 50, {Suggestion::CategoryDefault, subject.category});
    if (!subject.needsWall) { // whoever is complained of, and their neighbours, hear nothing of it
        const AreaEntry *area = areaById(directory, subject.areaId.value);
        if (area)
            scale.put(area->unit, 40, {Suggestion::AreaOfCase, area->name});
        else
            weighWords(scale, directory, citizensWords);
    }
    for (const SimilarCases &seen : similar)
        scale.put(seen.unit, std::min(seen.cases, 20) * (seen.sameArea ? 2 : 1) / 2 + 1, {Suggestion::SimilarCases, {}, seen.cases, seen.sameArea});
    return std::move(scale).best();
}

} // namespace trucban
