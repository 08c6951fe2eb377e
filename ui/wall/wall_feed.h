// SPDX-License-Identifier: GPL-3.0-or-later
// WallFeed: reads the wall off the painting thread in one query, when something changed, at most every two seconds, and at least every minute.
#pragma once

#include "desk/wall.h"

#include <QObject>
#include <QTimer>

namespace trucban {

class ChangeListener;
class Database;

class WallFeed : public QObject
{
    Q_OBJECT
public:
    WallFeed(Database &database, ChangeListener &changes, QObject *parent);
    void read();
    /// Only while somebody looks
    void setOn(bool on);

Q_SIGNALS:
    void arrived(const trucban::WallReading &reading);
    void placesArrived(const trucban::MapPlaces &places);
    void failed(const trucban::Failure &failure);

private:
    void readPlaces();

    Database &m_database;
    QTimer m_soon, m_minute;
    bool m_on = false, m_reading = false, m_again = false, m_placesRead = false;
};

} // namespace trucban
