// SPDX-License-Identifier: GPL-3.0-or-later
// The worker's voice: frames on standard output (see media/worker_protocol.h).
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace trucban::worker {

void sendFrame(QByteArrayView name, QByteArrayView content);
/// a file of the scratch; nothing when it is not there or empty
bool sendFile(QByteArrayView name, const char *path);
void sendFacts(const QJsonObject &facts);
/// says why this file cannot be used; the caller then ends
void refuse(const QString &code, const QString &why);

} // namespace trucban::worker
