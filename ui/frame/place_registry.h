// SPDX-License-Identifier: GPL-3.0-or-later
// PlaceRegistry: where places meet. Somebody asks for a target, the place that opens it comes to the front.
#pragma once

#include "ui/frame/place.h"

#include <memory>
#include <vector>

namespace trucban {

class PlaceRegistry : public QObject
{
    Q_OBJECT
public:
    explicit PlaceRegistry(QObject *parent = nullptr);
    ~PlaceRegistry() override;

    void add(std::unique_ptr<Place> place);
    QList<Place *> all(Place::Where where) const;
    QList<Place *> all() const;
    Place *byId(QStringView id) const;
    Place *current() const { return m_current; }

    /// True when some place opens it.
    bool open(const Target &target);
    bool open(CaseId id) { return open(Target::ofCase(id)); }
    bool open(BulletinId id) { return open(Target::ofBulletin(id)); }
    bool opens(const Target &target) const { return opener(target); }
    bool go(QStringView id);

Q_SIGNALS:
    /// The window brings the place to the front.
    void wanted(trucban::Place *place);
    void currentChanged(trucban::Place *place);

private:
    friend class MainWindow;
    Place *opener(const Target &target) const;
    void setCurrent(Place *place);

    std::vector<std::unique_ptr<Place>> m_places;
    Place *m_current = nullptr;
};

} // namespace trucban
