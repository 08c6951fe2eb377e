// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/routing.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace trucban {

/// The text as words, each with its keys and its place.
struct Gazetteer::Text {
    struct Word {
        TextRange range;
        QString exact;
        QString plain;
    };
    QList<Word> words;
    bool marked = false; // somebody typed marks somewhere

    explicit Text(const QString &text)
    {
        for (qsizetype i = 0; i < text.size();) {
            const auto inside = [&](qsizetype at) { return text.at(at).isLetterOrNumber() || text.at(at).isMark(); };
            if (!inside(i)) {
                ++i;
                continue;
            }
            const qsizetype start = i;
            while (i < text.size() && inside(i))
                ++i;
            const QString word = text.mid(start, i - start);
            words.append({{start, i - start}, text::exactKey(word), text::plainKey(word)});
            marked = marked || words.last().exact != words.last().plain;
        }
    }

    QString plain(qsizetype at) const { return at >= 0 && at < words.size() ? words.at(at).plain : QString(); }
    QString exact(qsizetype from, qsizetype count) const
    {
        QStringList keys;
        for (qsizetype i = from; i < from + count; ++i)
            keys.append(words.at(i).exact);
        return keys.join(u' ');
    }
    QString plainRun(qsizetype from, qsizetype count) const
    {
        QStringList keys;
        for (qsizetype i = from; i < qMin(from + count, words.size()); ++i)
            keys.append(words.at(i).plain);
        return keys.join(u' ');
    }
};

namespace {

QString withoutType(const QString &name, QString *type)
{
    const QString plain = text::plainKey(name);
    for (const QString &word : {u"phuong"_s, u"xa"_s, u"thi tran"_s}) {
        if (plain.startsWith(word + u' ')) {
            *type = word;
            return name.section(u' ', word.contains(u' ') ? 2 : 1);
        }
    }
    return name;
}

QString exactWords(const QString &name)
{
    QString key = text::exactKey(name);
    key.replace(u'-', u' ');
    return key.simplified();
}

int rank(NamedPlace::Evidence evidence)
{
    switch (evidence) {
    case NamedPlace::Named: return 5;
    case NamedPlace::FormerName: return 4;
    case NamedPlace::NamedWithoutMarks: return 3;
    case NamedPlace::FormerNameSplit: return 2;
    case NamedPlace::Mentioned: return 1;
    case NamedPlace::None: break;
    }
    return 0;
}

} // namespace

QList<Area::Former> formerUnits(const QString &cell)
{
    QList<Area::Former> units;
    for (QString unit : cell.split(u';', Qt::SkipEmptyParts)) {
        unit = unit.trimmed();
        const bool part = unit.endsWith(u'*');
        if (part)
            unit.chop(1);
        const qsizetype bracket = unit.indexOf(u'(');
        QString district = bracket < 0 ? QString() : unit.sliced(bracket + 1);
        district.remove(u')');
        const QString name = (bracket < 0 ? unit : unit.first(bracket)).trimmed();
        if (!name.isEmpty())
            units.append({name, district.trimmed(), part});
    }
    return units;
}

Gazetteer::Gazetteer(const QList<Area> &areas) : m_areas(areas)
{
    for (const Area &area : areas) {
        const QString type = area.type == u"xa"_s ? u"xa"_s : u"phuong"_s;
        add(area.name, type, {}, area.code, false, false);
        for (const Area::Former &former : area.former) {
            QString formerType = u"phuong"_s;
            const QString name = withoutType(former.name, &formerType);
            add(name, formerType, text::plainKey(former.district), area.code, true, former.part);
        }
    }
}

void Gazetteer::add(const QString &name, const QString &type, const QString &district, const QString &area, bool former, bool part)
{
    const QString exact = exactWords(name);
    const Entry entry{text::plainKey(exact).split(u' ', Qt::SkipEmptyParts), exact, type, district, area, former, part};
    if (entry.words.isEmpty())
        return;
    m_byFirstWord.insert(entry.words.first(), m_entries.size());
    m_entries.append(entry);
}

const Area *Gazetteer::area(const QString &code) const
{
    const auto found = std::ranges::find(m_areas, code, &Area::code);
    return found == m_areas.end() ? nullptr : &*found;
}

NamedPlace Gazetteer::find(const QString &text) const
{
    const Text words(text);
    NamedPlace best;
    for (qsizetype from = 0; from < words.words.size(); ++from) {
        const NamedPlace here = at(words, from);
        const bool stronger = rank(here.evidence) > rank(best.evidence);
        const bool longer = rank(here.evidence) == rank(best.evidence) && here.words.start == best.words.start && here.words.length > best.words.length;
        if (stronger || longer)
            best = here;
    }
    if (best.evidence != NamedPlace::None)
        best.name = text.mid(best.words.start, best.words.length);
    return best;
}

// the longest name that begins at this word
NamedPlace Gazetteer::at(const Text &text, qsizetype from) const
{
    QList<const Entry *> found;
    qsizetype count = 0;
    const auto range = m_byFirstWord.equal_range(text.words.at(from).plain);
    for (auto it = range.first; it != range.second; ++it) {
        const Entry &entry = m_entries.at(it.value());
        if (from + entry.words.size() > text.words.size() || entry.words.size() < count)
            continue;
        if (text.plainRun(from, entry.words.size()) != entry.words.join(u' '))
            continue;
        if (text.marked && text.exact(from, entry.words.size()) != entry.exact)
            continue;
        if (entry.words.size() > count) {
            found.clear();
            count = entry.words.size();
        }
        found.append(&entry);
    }
    return found.isEmpty() ? NamedPlace() : verdict(text, from, count, found);
}

NamedPlace Gazetteer::verdict(const Text &text, qsizetype from, qsizetype count, const QList<const Entry *> &found) const
{
    const QString before = text.plain(from - 1);
    const QString type = before == u"p"_s ? u"phuong"_s : before == u"x"_s ? u"xa"_s : before == u"tran"_s && text.plain(from - 2) == u"thi"_s ? u"thi tran"_s : before;
    const bool typed = type == u"phuong"_s || type == u"xa"_s || type == u"thi tran"_s;
    const auto &first = text.words.at(from);
    const auto &last = text.words.at(from + count - 1);
    NamedPlace place{NamedPlace::None, {}, {first.range.start, last.range.end() - first.range.start}, {}};

    if (!typed) {
        // a district, a street, a bridge of that name is not the ward; without marks the name may be any word
        static const QStringList others{u"quan"_s, u"huyen"_s, u"pho"_s, u"duong"_s, u"ngo"_s, u"cau"_s, u"cho"_s, u"ho"_s, u"truong"_s, u"vien"_s, u"ga"_s, u"xe"_s, u"san"_s, u"chua"_s, u"den"_s};
        if (others.contains(before) || count < 2)
            return place;
        for (const Entry *entry : found) {
            if (!entry->former && !place.areas.contains(entry->area))
                place.areas.append(entry->area);
        }
        place.evidence = place.areas.isEmpty() ? NamedPlace::None : NamedPlace::Mentioned;
        return place;
    }

    // a district behind the name says that the writer means the old unit
    QString district;
    for (const QString &word : {u"quan"_s, u"huyen"_s, u"q"_s, u"h"_s, u"thi xa"_s}) {
        const QString behind = text.plainRun(from + count, 5) + u' ';
        if (behind.startsWith(word + u' '))
            district = behind.sliced(word.size() + 1).trimmed();
    }
    QStringList present, whole, parts;
    for (const Entry *entry : found) {
        if (entry->type != type)
            continue;
        if (!entry->former) {
            present.append(entry->area);
            continue;
        }
        const QString its = entry->district.section(u' ', entry->district.startsWith("thi xa"_L1) ? 2 : 1);
        if (!district.isEmpty() && !its.isEmpty() && !district.startsWith(its))
            continue;
        QStringList &list = entry->part ? parts : whole;
        if (!list.contains(entry->area))
            list.append(entry->area);
    }
    if (!present.isEmpty() && (district.isEmpty() || (whole.isEmpty() && parts.isEmpty()))) {
        place.areas = present;
        place.evidence = text.marked ? NamedPlace::Named : NamedPlace::NamedWithoutMarks;
    } else if (whole.size() == 1 && parts.isEmpty()) {
        place.areas = whole;
        place.evidence = NamedPlace::FormerName;
    } else if (!whole.isEmpty() || !parts.isEmpty()) {
        place.areas = whole + parts;
        place.areas.removeDuplicates();
        place.evidence = NamedPlace::FormerNameSplit;
    } else {
        for (const Entry *entry : found) {
            if (!entry->former && !place.areas.contains(entry->area))
                place.areas.append(entry->area);
        }
        place.evidence = place.areas.isEmpty() ? NamedPlace::None : NamedPlace::Mentioned;
    }
    return place;
}

RouteSuggestion suggestRoute(const QString &text, const RoutingCategory &category, const Gazetteer &gazetteer)
{
    RouteSuggestion suggestion;
    suggestion.place = gazetteer.find(text);
    const Area *area = suggestion.place.decides() ? gazetteer.area(suggestion.place.areas.first()) : nullptr;
    if (category.needsWall) {
        // whoever is complained about, and their neighbours, hear nothing of it
        suggestion.unit = category.defaultUnit;
        suggestion.reason = suggestion.unit.isEmpty() ? RouteSuggestion::NoUnit : RouteSuggestion::BehindTheWall;
        return suggestion;
    }
    if (!category.defaultUnit.isEmpty()) {
        suggestion.unit = category.defaultUnit;
        suggestion.reason = RouteSuggestion::UnitOfTheCategory;
        if (area && !area->unitCode.isEmpty())
            suggestion.alsoUnits.append(area->unitCode);
        return suggestion;
    }
    if (area && !area->unitCode.isEmpty()) {
        suggestion.unit = area->unitCode;
        suggestion.reason = RouteSuggestion::PoliceOfTheArea;
        return suggestion;
    }
    suggestion.reason = suggestion.place.areas.isEmpty() ? RouteSuggestion::AreaUnknown : RouteSuggestion::SeveralAreas;
    return suggestion;
}

} // namespace trucban
