// SPDX-License-Identifier: GPL-3.0-or-later
#include "output.h"

#include "media/worker_protocol.h"

#include <QFile>
#include <QJsonDocument>

#include <cstdlib>
#include <unistd.h>

namespace trucban::worker {

namespace {
void writeAll(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = write(STDOUT_FILENO, bytes.data(), size_t(bytes.size()));
        if (written <= 0)
            _exit(3); // nobody listens any more
        bytes = bytes.sliced(written);
    }
}
} // namespace

void sendFrame(QByteArrayView name, QByteArrayView content)
{
    writeAll(media::frameHead(name, quint64(content.size())));
    writeAll(content);
}

bool sendFile(QByteArrayView name, const char *path)
{
    QFile file(QString::fromLatin1(path));
    if (!file.open(QIODevice::ReadOnly) || file.size() == 0)
        return false;
    sendFrame(name, file.readAll());
    return true;
}

void sendFacts(const QJsonObject &facts)
{
    sendFrame("facts.json", QJsonDocument(facts).toJson(QJsonDocument::Compact));
}

void refuse(const QString &code, const QString &why)
{
    sendFacts({{QStringLiteral("refused"), code}, {QStringLiteral("why"), why.left(400)}});
}

} // namespace trucban::worker
