// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/place_registry.h"

#include "base/logging.h"

#include <algorithm>

namespace trucban {

PlaceRegistry::PlaceRegistry(QObject *parent)
    : QObject(parent)
{
}

PlaceRegistry::~PlaceRegistry() = default;

void PlaceRegistry::add(std::unique_ptr<Place> place)
{
    const auto after = std::ranges::find_if(m_places, [&](const auto &other) { return other->order() > place->order(); });
    m_places.insert(after, std::move(place));
}

QList<Place *> PlaceRegistry::all(Place::Where where) const
{
    QList<Place *> found;
    for (const auto &place : m_places) {
        if (place->where() == where)
            found.append(place.get());
    }
    return found;
}

QList<Place *> PlaceRegistry::all() const
{
    QList<Place *> found;
    for (const auto &place : m_places)
        found.append(place.get());
    return found;
}

Place *PlaceRegistry::byId(QStringView id) const
{
    const auto found = std::ranges::find_if(m_places, [&](const auto &place) { return place->id() == id; });
    return found == m_places.end() ? nullptr : found->get();
}

Place *PlaceRegistry::opener(const Target &target) const
{
    const auto found = std::ranges::find_if(m_places, [&](const auto &place) { return place->opens(target); });
    return found == m_places.end() ? nullptr : found->get();
}

bool PlaceRegistry::open(const Target &target)
{
    Place *place = opener(target);
    if (!place) {
        qCInfo(lcUi) << "no place opens" << target.kind;
        return false;
    }
    Q_EMIT wanted(place);
    place->open(target);
    return true;
}

bool PlaceRegistry::go(QStringView id)
{
    Place *place = byId(id);
    if (place)
        Q_EMIT wanted(place);
    return place;
}

void PlaceRegistry::setCurrent(Place *place)
{
    if (m_current == place)
        return;
    m_current = place;
    Q_EMIT currentChanged(place);
}

} // namespace trucban
