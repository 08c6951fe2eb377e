// SPDX-License-Identifier: GPL-3.0-or-later
// The real program, started as an administrator starts it, and what its stories write with.
#pragma once

#include "support/scratch_database.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

namespace trucban {

struct Outcome {
    int code = -1;
    QJsonObject json;
    QString words; // standard error
};

inline Outcome admin(const QString &url, const QStringList &arguments, const QByteArray &input = {}, const QStringList &environment = {})
{
    QProcess process;
    QProcessEnvironment surroundings = QProcessEnvironment::systemEnvironment();
    surroundings.insert(u"TRUCBAN_DATABASE_URL"_s, url);
    for (const QString &entry : environment)
        surroundings.insert(entry.section(u'=', 0, 0), entry.section(u'=', 1));
    process.setProcessEnvironment(surroundings);
    process.start(QStringLiteral(TRUCBAN_BINARY_DIR) + u"/bin/trucban-admin"_s, arguments + QStringList{u"--json"_s});
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60000))
        return {};
    return {process.exitCode(), QJsonDocument::fromJson(process.readAllStandardOutput()).object(), QString::fromUtf8(process.readAllStandardError())};
}

class Folder
{
public:
    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
        return file.fileName();
    }
    QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

// a citizen's message, as the gateway applies it
inline void citizenWrites(const ScratchDatabase &scratch, const QString &mid, const QString &text, const QString &psid = u"24680"_s)
{
    scratch.ask(uR"(SELECT intake.apply(NULL, '1', '{"type": "message", "channel": "messenger", "direction": "in", "kind": "text", "person_id": "%1", "thread_key": "%1",
        "platform_id": "%2", "text": "%3", "sent_at": "2026-11-24T08:00:00Z"}'))"_s.arg(psid, mid, text));
}

} // namespace trucban
