// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/wall_feed.h"

#include "base/when_done.h"
#include "storage/change_listener.h"
#include "storage/database.h"

namespace trucban {

WallFeed::WallFeed(Database &database, ChangeListener &changes, QObject *parent) : QObject(parent), m_database(database)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(2000);
    m_minute.setInterval(60'000);
    connect(&m_soon, &QTimer::timeout, this, &WallFeed::read);
    connect(&m_minute, &QTimer::timeout, this, &WallFeed::read);
    connect(&changes, &ChangeListener::changed, this, [this](const Change &change) {
        if (!m_on)
            return;
        const bool counted = change.kind == u"case" || change.kind == u"new_case" || change.kind == u"assignment" || change.kind == u"notice";
        if (change.kind == u"admin")
            m_placesRead = false;
        if ((counted || change.kind == u"admin") && !m_soon.isActive())
            m_soon.start();
    });
    connect(&changes, &ChangeListener::mayHaveMissedSome, this, [this] {
        if (m_on)
            read();
    });
}

void WallFeed::setOn(bool on)
{
    if (on == m_on)
        return;
    m_on = on;
    if (on) {
        m_minute.start();
        read();
    } else {
        m_minute.stop();
        m_soon.stop();
    }
}

void WallFeed::readPlaces()
{
    if (std::exchange(m_placesRead, true))
        return;
    whenDone(readMapPlaces(m_database), this, [this](const Result<MapPlaces> &places) {
        if (places)
            Q_EMIT placesArrived(*places);
        else
            m_placesRead = false;
    });
}

void WallFeed::read()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    readPlaces();
    whenDone(readWall(m_database), this, [this](const Result<WallReading> &reading) {
        m_reading = false;
        if (reading)
            Q_EMIT arrived(*reading);
        else
            Q_EMIT failed(reading.error());
        if (std::exchange(m_again, false) && m_on)
            m_soon.start();
    });
}

} // namespace trucban
