// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/cached_media_store.h"

#include <QCoreApplication>
#include <QDir>
#include <QPromise>
#include <QSaveFile>
#include <QStandardPaths>

#include <map>
#include <vector>

namespace trucban::media {

struct CachedMediaStore::State {
    mutable QMutex mutex;
    QString folder;
    qint64 mostBytes = 0;
    qint64 bytes = 0;
    std::list<Key> byUse; // newest first
    std::map<Key, Held> held;
    std::map<Key, std::vector<QPromise<Result<QByteArray>>>> asked; // a future takes one continuation: each asker has its own

    QString path(const Key &key) const { return u"%1/%2-%3"_s.arg(folder).arg(key.first).arg(key.second); }
    std::optional<QByteArray> take(const Key &key);
    void keep(const Key &key, const QByteArray &data);
    void drop(const Key &key);
    void makeRoom();
    void sweep();
    void answer(const Key &key, const Result<QByteArray> &data);
};

/// a file is 32 bytes of SHA-256 and then the chunk, so that a damaged disk is noticed
std::optional<QByteArray> CachedMediaStore::State::take(const Key &key)
{
    const auto found = held.find(key);
    if (found == held.end())
        return std::nullopt;
    QFile file(path(key));
    if (file.open(QIODevice::ReadOnly)) {
        const QByteArray sum = file.read(32);
        const QByteArray data = file.readAll();
        if (QCryptographicHash::hash(data, QCryptographicHash::Sha256) == sum) {
            byUse.splice(byUse.begin(), byUse, found->second.place);
            return data;
        }
    }
    drop(key);
    return std::nullopt;
}

void CachedMediaStore::State::keep(const Key &key, const QByteArray &data)
{
    if (folder.isEmpty() || held.contains(key))
        return;
    QSaveFile file(path(key));
    if (!file.open(QIODevice::WriteOnly))
        return; // no cache is slower, not wrong
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QCryptographicHash::hash(data, QCryptographicHash::Sha256));
    file.write(data);
    if (!file.commit())
        return;
    byUse.push_front(key);
    held.emplace(key, Held{byUse.begin(), data.size()});
    bytes += data.size();
    makeRoom();
}

void CachedMediaStore::State::drop(const Key &key)
{
    const auto found = held.find(key);
    bytes -= found->second.bytes;
    byUse.erase(found->second.place);
    held.erase(found);
    QFile::remove(path(key));
}

void CachedMediaStore::State::makeRoom()
{
    while (bytes > mostBytes && !byUse.empty())
        drop(Key(byUse.back()));
}

void CachedMediaStore::State::sweep()
{
    byUse.clear();
    held.clear();
    bytes = 0;
    QDir(folder).removeRecursively();
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void CachedMediaStore::State::answer(const Key &key, const Result<QByteArray> &data)
{
    std::vector<QPromise<Result<QByteArray>>> askers;
    {
        const QMutexLocker locked(&mutex);
        askers = std::move(asked[key]);
        asked.erase(key);
        if (data)
            keep(key, *data);
    }
    for (auto &asker : askers) {
        asker.addResult(data);
        asker.finish();
    }
}

CachedMediaStore::CachedMediaStore(MediaStore &behind, const QString &folder, qint64 mostBytes) : m_state(std::make_shared<State>()), m_behind(behind)
{
    m_state->folder = folder;
    m_state->mostBytes = mostBytes;
    m_state->sweep();
}

CachedMediaStore::~CachedMediaStore()
{
    clear();
    const QMutexLocker locked(&m_state->mutex);
    QDir(m_state->folder).removeRecursively();
    m_state->folder.clear();
}

QString CachedMediaStore::folderFor(const QString &server, const QString &login)
{
    const QByteArray who = QCryptographicHash::hash((server + u'\n' + login).toUtf8(), QCryptographicHash::Sha256).toHex().first(16);
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + u"/media/"_s + QString::fromLatin1(who) + u'-' + QString::number(QCoreApplication::applicationPid());
}

void CachedMediaStore::clear()
{
    const QMutexLocker locked(&m_state->mutex);
    m_state->sweep();
}

qint64 CachedMediaStore::size() const
{
    const QMutexLocker locked(&m_state->mutex);
    return m_state->bytes;
}

QFuture<Result<MediaId>> CachedMediaStore::put(std::shared_ptr<const MediaSpool> spool, const QString &mime, const QString &kind)
{
    return m_behind.put(std::move(spool), mime, kind);
}

QFuture<Result<MediaInfo>> CachedMediaStore::info(MediaId id)
{
    return m_behind.info(id);
}

QFuture<Result<QByteArray>> CachedMediaStore::chunk(MediaId id, int index)
{
    const Key key{id.value, index};
    QMutexLocker locked(&m_state->mutex);
    if (auto data = m_state->take(key))
        return QtFuture::makeReadyValueFuture(Result<QByteArray>(*std::move(data)));
    const bool isFirst = !m_state->asked.contains(key);
    auto &promise = m_state->asked[key].emplace_back();
    promise.start();
    const auto future = promise.future();
    if (isFirst) {
        locked.unlock();
        m_behind.chunk(id, index)
            .then(QtFuture::Launch::Sync, [state = m_state, key](const Result<QByteArray> &data) { state->answer(key, data); })
            .onCanceled([state = m_state, key] { state->answer(key, failed(Failure::Offline, u"cancelled"_s)); });
    }
    return future;
}

} // namespace trucban::media
