// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/unit_desk_upload.h"

#include "base/when_done.h"
#include "media/sniff.h"
#include "storage/database.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QtConcurrent>

namespace trucban {

namespace {

constexpr qint64 chunkSize = 1 << 20;
constexpr qint64 largest = 100 * chunkSize; // as desk.media_begin has it
constexpr int hashShare = 20; // of a hundred: hashing is the shorter half

// the hash is made in one pass; the type is read from the first 4 MiB and never from the name
Result<FileFacts> factsOf(const QString &path, const std::atomic_bool &stop)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failed(Failure::NotFound, u"file_not_readable"_s, file.errorString(), {{u"path"_s, path}});
    FileFacts facts;
    facts.bytes = file.size();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray head;
    while (!file.atEnd()) {
        if (stop)
            return failed(Failure::NotFound, u"cancelled"_s);
        const QByteArray part = file.read(chunkSize);
        if (part.isEmpty())
            return failed(Failure::NotFound, u"file_not_readable"_s, file.errorString(), {{u"path"_s, path}});
        hash.addData(part);
        if (head.size() < 4 * chunkSize)
            head += part;
    }
    const auto admitted = media::admit(head, facts.bytes, {}, {.bytes = largest});
    if (!admitted)
        return failed(admitted.error());
    facts.sha256 = hash.result();
    facts.mime = admitted->found.mime;
    facts.kind = media::word(admitted->found.kind);
    return facts;
}

Result<QByteArray> chunkOf(const QString &path, int index)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(index * chunkSize))
        return failed(Failure::NotFound, u"file_not_readable"_s, file.errorString(), {{u"path"_s, path}});
    return file.read(chunkSize);
}

} // namespace

FileUpload::FileUpload(Database &database, QString path, QObject *parent)
    : QObject(parent), m_database(database), m_path(std::move(path))
{
}

FileUpload::~FileUpload()
{
    *m_stop = true;
}

QString FileUpload::fileName() const
{
    return QFileInfo(m_path).fileName();
}

void FileUpload::start()
{
    m_failure.reset();
    *m_stop = false;
    auto hashing = QtConcurrent::run([path = m_path, stop = m_stop] { return factsOf(path, *stop); });
    whenDone(hashing, this, [this](const Result<FileFacts> &facts) {
        if (facts)
            begin(*facts);
        else
            fail(facts.error());
    });
}

void FileUpload::cancel()
{
    *m_stop = true;
    fail({Failure::NotFound, u"cancelled"_s, {}, {}});
}

void FileUpload::begin(const FileFacts &facts)
{
    m_facts = facts;
    tell(hashShare);
    auto begun = m_database.write([facts](Session &session) {
        return session.query(u"assignment/media_begin"_s)
            .bind(u":sha256"_s, facts.sha256).bind(u":bytes"_s, facts.bytes).bind(u":mime"_s, facts.mime).bind(u":kind"_s, facts.kind)
            .one([](const Row &row) { return row.get<QJsonObject>(u"answer"); });
    });
    whenDone(begun, this, [this](const Result<QJsonObject> &answer) {
        if (!answer)
            return fail(answer.error());
        m_media = MediaId{answer->value(u"id").toInteger()};
        if (answer->value(u"complete").toBool()) {
            end();
            return;
        }
        put(answer->value(u"next").toInt());
    });
}

void FileUpload::put(int index)
{
    if (*m_stop)
        return;
    const qint64 chunks = (m_facts.bytes + chunkSize - 1) / chunkSize;
    if (index >= chunks) {
        end();
        return;
    }
    auto sent = m_database.write([path = m_path, media = m_media, index](Session &session) {
        return chunkOf(path, index).and_then([&](const QByteArray &data) {
            return session.query(u"assignment/media_put"_s).bind(u":media"_s, media).bind(u":index"_s, index).bind(u":data"_s, data).run();
        });
    });
    whenDone(sent, this, [this, index, chunks](const Result<int> &outcome) {
        if (!outcome)
            return fail(outcome.error());
        tell(hashShare + int((index + 1) * (99 - hashShare) / chunks));
        put(index + 1);
    });
}

void FileUpload::end()
{
    auto sealed = m_database.write([media = m_media](Session &session) {
        return session.query(u"assignment/media_end"_s).bind(u":media"_s, media).run();
    });
    whenDone(sealed, this, [this](const Result<int> &outcome) {
        if (!outcome)
            return fail(outcome.error());
        m_done = true;
        tell(100);
        Q_EMIT finished();
    });
}

void FileUpload::fail(const Failure &failure)
{
    if (m_done || m_failure)
        return;
    m_failure = failure;
    Q_EMIT finished();
}

void FileUpload::tell(int percent)
{
    m_percent = percent;
    Q_EMIT progressed(percent);
}

} // namespace trucban
