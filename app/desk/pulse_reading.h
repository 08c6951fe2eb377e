// SPDX-License-Identifier: GPL-3.0-or-later
// PulseReading: how the whole road is doing, as every desk shows it.
#pragma once

#include <QDateTime>
#include <QString>

namespace trucban {

struct PulseReading {
    int latencyMs = -1;        // one round trip to PostgreSQL
    int sending = 0;           // replies and posts not yet through
    int sendFailed = 0;        // within the last day
    qint64 journalPending = 0; // taken in, not yet understood
    qint64 journalRejected = 0;
    enum Health { Unknown, Good, Trouble, Down };
    Health facebook = Unknown; // the worst of what the gateway reports
    QString facebookKey;       // facebook_token, subscription, sending, intake, media, gateway
    QString facebookCode;      // stable word of the gateway
};

} // namespace trucban
