// SPDX-License-Identifier: GPL-3.0-or-later
// A moment as the database writes it into JSON.
#pragma once

#include <QDateTime>
#include <QJsonValue>

namespace trucban {

/// ISO 8601 with its offset, in UTC; invalid when there is none.
inline QDateTime timeOf(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

} // namespace trucban
