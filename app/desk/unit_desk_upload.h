// SPDX-License-Identifier: GPL-3.0-or-later
// FileUpload: one file on its way into the store. Hashed in a stream, sent in chunks of 1 MiB, both off the screen's thread;
// after a lost connection it goes on where the server says.
#pragma once

#include "base/ids.h"
#include "base/result.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace trucban {

class Database;

struct FileFacts {
    QByteArray sha256;
    qint64 bytes = 0;
    QString mime;
    QString kind;
};

class FileUpload : public QObject
{
    Q_OBJECT
public:
    FileUpload(Database &database, QString path, QObject *parent = nullptr);
    ~FileUpload() override;

    void start();
    void cancel();
    QString path() const { return m_path; }
    QString fileName() const;
    bool isDone() const { return m_done; }
    MediaId media() const { return m_media; }
    qint64 bytes() const { return m_facts.bytes; }
    QString kind() const { return m_facts.kind; }
    const std::optional<Failure> &failure() const { return m_failure; }
    int percent() const { return m_percent; }

Q_SIGNALS:
    void progressed(int percent);
    void finished();

private:
    void begin(const FileFacts &facts);
    void put(int index);
    void end();
    void fail(const Failure &failure);
    void tell(int percent);

    Database &m_database;
    QString m_path;
    FileFacts m_facts;
    MediaId m_media;
    bool m_done = false;
    int m_percent = 0;
    std::optional<Failure> m_failure;
    std::shared_ptr<std::atomic_bool> m_stop = std::make_shared<std::atomic_bool>(false);
};

} // namespace trucban
