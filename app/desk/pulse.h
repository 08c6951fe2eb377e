// SPDX-License-Identifier: GPL-3.0-or-later
// Pulse: reads every few seconds, and at once when told, how the whole road is doing; and names new urgent cases.
#pragma once

#include "base/ids.h"
#include "desk/pulse_reading.h"

#include <QObject>
#include <QTimer>

namespace trucban {

class ChangeListener;
class Database;
struct Change;

struct UrgentCase {
    CaseId id;
    QString number;
    QString urgency;
    QString area;
    QString firstWords;
};

class Pulse : public QObject
{
    Q_OBJECT
public:
    Pulse(Database &database, ChangeListener &changes, QObject *parent = nullptr);

    const PulseReading &last() const { return m_last; }
    static PulseReading worstOf(const QJsonArray &health, PulseReading reading);

Q_SIGNALS:
    void beat(const trucban::PulseReading &reading);
    void urgentCase(const trucban::UrgentCase &urgent);

private:
    void read();
    void hear(const Change &change);

    Database &m_database;
    QTimer m_every;
    QTimer m_soon;
    PulseReading m_last;
    bool m_reading = false;
};

} // namespace trucban
