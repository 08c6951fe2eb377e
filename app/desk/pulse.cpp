// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/pulse.h"

#include "base/logging.h"
#include "base/when_done.h"
#include "storage/change_listener.h"
#include "storage/database.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>

namespace trucban {

namespace {

constexpr int silentAfterSeconds = 90;

struct Beat {
    int sending = 0;
    int failed = 0;
    QJsonArray health;
    int milliseconds = 0;
};

} // namespace

Pulse::Pulse(Database &database, ChangeListener &changes, QObject *parent)
    : QObject(parent), m_database(database)
{
    m_every.setInterval(10'000);
    m_soon.setSingleShot(true);
    m_soon.setInterval(300);
    connect(&m_every, &QTimer::timeout, this, &Pulse::read);
    connect(&m_soon, &QTimer::timeout, this, &Pulse::read);
    connect(&changes, &ChangeListener::changed, this, &Pulse::hear);
    connect(&changes, &ChangeListener::mayHaveMissedSome, this, [this] { m_soon.start(); });
    m_every.start();
    read();
}

void Pulse::hear(const Change &change)
{
    if (change.kind == u"health" || change.kind == u"outbox") {
        if (!m_soon.isActive())
            m_soon.start();
        return;
    }
    if (change.kind != u"new_case")
        return;
    const auto reading = m_database.read([id = CaseId{change.id}](Session &session) {
        return session.query(u"desk/urgent_case"_s).bind(u":case_id"_s, id).maybe([id](const Row &row) {
            return UrgentCase{id, row.get<QString>(u"number"), row.get<QString>(u"urgency"), row.get<QString>(u"area"),
                              row.get<QString>(u"first_words")};
        });
    });
    whenDone(reading, this, [this](const Result<std::optional<UrgentCase>> &found) {
        if (found && *found)
            Q_EMIT urgentCase(**found);
    });
}

void Pulse::read()
{
    if (m_reading)
        return;
    m_reading = true;
    const auto reading = m_database.read([](Session &session) -> Result<Beat> {
        QElapsedTimer watch;
        watch.start();
        if (auto ping = session.sql(u"SELECT 1"_s).run(); !ping)
            return failed(ping.error());
        const int milliseconds = int(watch.elapsed());
        return session.query(u"desk/pulse"_s).one([&](const Row &row) {
            return Beat{row.get<int>(u"sending"), row.get<int>(u"failed"), row.get<QJsonArray>(u"health"), milliseconds};
        });
    });
    whenDone(reading, this, [this](const Result<Beat> &beat) {
        m_reading = false;
        if (!beat) {
            qCInfo(lcDesk) << "pulse:" << beat.error().code;
            return;
        }
        PulseReading made;
        made.sending = beat->sending;
        made.sendFailed = beat->failed;
        made.latencyMs = beat->milliseconds;
        m_last = worstOf(beat->health, made);
        Q_EMIT this->beat(m_last);
    });
}

PulseReading Pulse::worstOf(const QJsonArray &health, PulseReading reading)
{
    bool gatewaySpoke = false;
    for (const QJsonValue &value : health) { // the worst comes first
        const QJsonObject row = value.toObject();
        const QString key = row.value(u"key").toString();
        const QJsonObject facts = row.value(u"facts").toObject();
        if (key == u"intake") {
            reading.journalPending = facts.value(u"pending").toInteger(reading.journalPending);
            reading.journalRejected = facts.value(u"rejected").toInteger(reading.journalRejected);
        }
        if (key.startsWith(u"gateway:"))
            gatewaySpoke = gatewaySpoke || row.value(u"age").toInt() < silentAfterSeconds;
        const QString state = row.value(u"state").toString();
        const auto now = state == u"bad" ? PulseReading::Down : state == u"warning" ? PulseReading::Trouble : PulseReading::Good;
        if (now > reading.facebook) {
            reading.facebook = now;
            reading.facebookKey = key;
            reading.facebookCode = row.value(u"code").toString();
        }
    }
    const bool anyGateway = std::ranges::any_of(health, [](const QJsonValue &value) {
        return value.toObject().value(u"key").toString().startsWith(u"gateway:");
    });
    if (anyGateway && !gatewaySpoke) {
        reading.facebook = PulseReading::Down;
        reading.facebookKey = u"gateway"_s;
        reading.facebookCode = u"gateway_silent"_s;
    }
    return reading;
}

} // namespace trucban
