// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/media_device.h"

#include "base/logging.h"

#include <QMutex>
#include <QSet>
#include <QWaitCondition>

#include <list>
#include <map>

namespace trucban::media {

namespace {
constexpr int ahead = 2;      // chunks asked for before they are read
constexpr size_t window = 12; // chunks held in memory; older ones come back from the disk cache
} // namespace

struct MediaDevice::State {
    mutable QMutex mutex;
    QWaitCondition changed;
    std::map<int, QByteArray> chunks;
    std::list<int> order; // newest first
    QSet<int> asked;
    QSet<int> everLoaded;
    qint64 loaded = 0;
    std::optional<Failure> failure;
    bool cancelled = false;

    void take(int index, const Result<QByteArray> &data);
};

void MediaDevice::State::take(int index, const Result<QByteArray> &data)
{
    const QMutexLocker locked(&mutex);
    asked.remove(index);
    if (!data) {
        failure = data.error();
    } else if (!chunks.contains(index)) {
        chunks.emplace(index, *data);
        order.push_front(index);
        if (!everLoaded.contains(index)) {
            everLoaded.insert(index);
            loaded += data->size();
        }
        if (chunks.size() > window) {
            chunks.erase(order.back());
            order.pop_back();
        }
    }
    changed.wakeAll();
}

MediaDevice::MediaDevice(MediaStore &store, const MediaPart &part, QObject *parent)
    : QIODevice(parent), m_store(store), m_part(part), m_state(std::make_shared<State>())
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

MediaDevice::~MediaDevice()
{
    cancel();
}

void MediaDevice::cancel()
{
    const QMutexLocker locked(&m_state->mutex);
    m_state->cancelled = true;
    m_state->changed.wakeAll();
}

qint64 MediaDevice::loaded() const
{
    const QMutexLocker locked(&m_state->mutex);
    return m_state->loaded;
}

std::optional<Failure> MediaDevice::failure() const
{
    const QMutexLocker locked(&m_state->mutex);
    return m_state->failure;
}

void MediaDevice::retry()
{
    const QMutexLocker locked(&m_state->mutex);
    m_state->failure.reset();
    m_state->cancelled = false;
}

void MediaDevice::ask(int index)
{
    {
        const QMutexLocker locked(&m_state->mutex);
        if (index >= chunkCount(m_part.bytes) || m_state->chunks.contains(index) || m_state->asked.contains(index))
            return;
        m_state->asked.insert(index);
    }
    m_store.chunk(m_part.id, index)
        .then(QtFuture::Launch::Sync, [state = m_state, index](const Result<QByteArray> &data) { state->take(index, data); })
        .onCanceled([state = m_state, index] { state->take(index, failed(Failure::Offline, u"cancelled"_s)); });
}

std::optional<QByteArray> MediaDevice::await(int index)
{
    ask(index);
    for (int i = 1; i <= ahead; ++i)
        ask(index + i);
    QMutexLocker locked(&m_state->mutex);
    while (!m_state->cancelled && !m_state->chunks.contains(index)) {
        if (m_state->failure && !m_state->asked.contains(index))
            return std::nullopt;
        m_state->changed.wait(&m_state->mutex);
    }
    if (m_state->cancelled)
        return std::nullopt;
    return m_state->chunks.at(index);
}

qint64 MediaDevice::readData(char *data, qint64 most)
{
    const qint64 before = loaded();
    const qint64 from = pos();
    const qint64 end = qMin(m_part.bytes, from + most);
    qint64 at = from;
    while (at < end) {
        const auto chunk = await(int(at / chunkBytes));
        const qint64 within = at % chunkBytes;
        if (!chunk || chunk->size() <= within)
            break;
        const qint64 count = qMin(end - at, chunk->size() - within);
        memcpy(data + (at - from), chunk->constData() + within, size_t(count));
        at += count;
    }
    if (const qint64 now = loaded(); now != before)
        Q_EMIT loadedChanged(now);
    if (at > from || at >= m_part.bytes)
        return at - from;
    if (const auto why = failure()) {
        qCInfo(lcMedia) << "media" << m_part.id.value << "cannot be read:" << why->code;
        Q_EMIT readingFailed();
    }
    return -1;
}

} // namespace trucban::media
