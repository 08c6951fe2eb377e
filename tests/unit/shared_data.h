// SPDX-License-Identifier: GPL-3.0-or-later
// Reads JSON lines; the reference data beside the repository is used when it is there, and never needed.
#pragma once

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace trucban::test {

inline QList<QJsonObject> jsonLines(const QString &path)
{
    QList<QJsonObject> lines;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return lines;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().trimmed();
        if (!line.isEmpty())
            lines.append(QJsonDocument::fromJson(line).object());
    }
    return lines;
}

inline QString sampleFile(const char *name)
{
    return QDir(QString::fromUtf8(TRUCBAN_SOURCE_DIR)).filePath(QLatin1StringView("resources/sample/") + QLatin1StringView(name));
}

inline QString referenceFile(const char *name)
{
    // TRUCBAN_REFERENCE names the folder where it cannot lie beside the repository
    const QString folder = qEnvironmentVariable("TRUCBAN_REFERENCE", QString::fromUtf8(TRUCBAN_SOURCE_DIR) + QLatin1StringView("/../shared/data"));
    return QDir(folder).filePath(QLatin1StringView(name));
}

} // namespace trucban::test
