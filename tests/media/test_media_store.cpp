// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a medium while it still loads, from the desk's own disk, and when the line is down.
#include "media/cached_media_store.h"
#include "media/media_device.h"
#include "memory_store.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QtConcurrent>

using namespace trucban;
using namespace trucban::media;
using tests::MemoryStore;

namespace {
QByteArray noise(qint64 size, quint32 seed = 1)
{
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator(seed).fillRange(reinterpret_cast<quint32 *>(bytes.data()), size / 4);
    return bytes;
}
} // namespace

class MediaStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSpoolHashesOnTheWayAndStopsAtTheLimit()
    {
        MediaLimits small;
        small.bytes = 1000;
        MediaSpool spool(small);
        QVERIFY(spool.append("Công "));
        QVERIFY(spool.append("an"));
        QVERIFY(spool.finish());
        QCOMPARE(spool.bytes(), QByteArrayView("Công an"));
        QCOMPARE(spool.sha256(), QCryptographicHash::hash("Công an", QCryptographicHash::Sha256));
        MediaSpool flood(small);
        QVERIFY(flood.append(QByteArray(1000, 'x')));
        QCOMPARE(flood.append("x").error().code, u"refused_too_large"_s);
        QCOMPARE(flood.size(), 1000);
    }

    void rangesAndWholes()
    {
        MemoryStore store;
        const QByteArray bytes = noise(2 * mebibyte + 4000);
        const MediaPart part = store.add(bytes);
        QCOMPARE(*readAll(store, part).result(), bytes);
        QCOMPARE(*readRange(store, part, mebibyte - 10, 20).result(), bytes.sliced(mebibyte - 10, 20));
        QCOMPARE(*readRange(store, part, bytes.size() - 5, 100).result(), bytes.last(5));
        QVERIFY(verify(store, part.id).result());
        store.original.insert(part.id.value, bytes);
        store.stored[part.id.value][100] = char(store.stored[part.id.value].at(100) ^ 1);
        QCOMPARE(verify(store, part.id).result().error().code, u"media_damaged"_s);
        store.stored[part.id.value].truncate(mebibyte);
        QVERIFY(!readAll(store, part).result());
    }

    void aDeviceReadsLikeAFile()
    {
        MemoryStore store;
        const QByteArray bytes = noise(5 * mebibyte + 124);
        MediaDevice device(store, store.add(bytes));
        QVERIFY(!device.isSequential());
        QCOMPARE(device.size(), bytes.size());
        QCOMPARE(device.read(100), bytes.first(100));
        QVERIFY(device.seek(4 * mebibyte - 50));
        QCOMPARE(device.read(100), bytes.sliced(4 * mebibyte - 50, 100));
        QVERIFY(device.seek(0));
        QCOMPARE(device.readAll(), bytes);
        QVERIFY(device.atEnd());
    }

    void theBeginningIsReadBeforeTheRestIsThere()
    {
        MemoryStore store;
        const QByteArray bytes = noise(20 * mebibyte);
        MediaDevice device(store, store.add(bytes));
        QSignalSpy progress(&device, &MediaDevice::loadedChanged);
        QCOMPARE(device.read(1000), bytes.first(1000));
        QVERIFY2(store.chunksAsked() <= 3, "a first look must not fetch the whole clip");
        QVERIFY(!progress.isEmpty());
    }

    void readingWaitsForASlowStoreAndCancelEndsTheWait()
    {
        MemoryStore store;
        store.holdBack = true;
        const QByteArray bytes = noise(3 * mebibyte);
        const MediaPart part = store.add(bytes);
        {
            MediaDevice device(store, part);
            const auto reading = QtConcurrent::run([&] { return device.read(10); });
            QTRY_VERIFY(store.timesAsked(part.id, 0) == 1);
            QVERIFY(!reading.isFinished());
            store.release();
            QCOMPARE(reading.result(), bytes.first(10));
        }
        store.holdBack = true;
        MediaDevice device(store, part);
        const auto reading = QtConcurrent::run([&] { return device.read(10); });
        QTRY_VERIFY(store.timesAsked(part.id, 0) == 2);
        device.cancel();
        QCOMPARE(reading.result(), QByteArray());
        store.release(); // the late answer finds nobody and harms nothing
    }

    void aLostLineIsSaidAndARetryGoesOn()
    {
        MemoryStore store;
        store.offline = true;
        const QByteArray bytes = noise(mebibyte);
        MediaDevice device(store, store.add(bytes));
        QSignalSpy failing(&device, &MediaDevice::readingFailed);
        QCOMPARE(device.read(10), QByteArray());
        QCOMPARE(failing.size(), 1);
        QCOMPARE(device.failure()->kind, Failure::Offline);
        store.offline = false;
        device.retry();
        QCOMPARE(device.read(10), bytes.first(10));
    }

    void theDiskCacheAsksOnceAndKeepsToItsSize()
    {
        MemoryStore store;
        const QTemporaryDir folder;
        const QString place = folder.filePath(u"cache"_s);
        CachedMediaStore cache(store, place, 3 * mebibyte);
        QCOMPARE(QFile::permissions(place) & 0x0077, QFile::Permissions());
        const QByteArray bytes = noise(5 * mebibyte);
        const MediaPart part = store.add(bytes);
        QCOMPARE(*readAll(cache, part).result(), bytes);
        QTRY_VERIFY(cache.size() == 3 * mebibyte);
        QCOMPARE(*cache.chunk(part.id, 4).result(), bytes.last(mebibyte));
        QCOMPARE(store.timesAsked(part.id, 4), 1);
        QCOMPARE(*cache.chunk(part.id, 0).result(), bytes.first(mebibyte)); // the oldest had to go
        QCOMPARE(store.timesAsked(part.id, 0), 2);
        cache.clear();
        QCOMPARE(cache.size(), 0);
        QVERIFY(QDir(place).isEmpty());
    }

    void twoWhoAskAtOnceShareOneAnswer()
    {
        MemoryStore store;
        const QTemporaryDir folder;
        CachedMediaStore cache(store, folder.filePath(u"cache"_s));
        const MediaPart part = store.add(noise(1000));
        store.holdBack = true;
        const auto first = cache.chunk(part.id, 0);
        const auto second = cache.chunk(part.id, 0);
        store.release();
        QCOMPARE(*first.result(), *second.result());
        QCOMPARE(store.timesAsked(part.id, 0), 1);
    }

    void aDamagedDiskIsNoticed()
    {
        MemoryStore store;
        const QTemporaryDir folder;
        const QString place = folder.filePath(u"cache"_s);
        CachedMediaStore cache(store, place);
        const QByteArray bytes = noise(1000);
        const MediaPart part = store.add(bytes);
        QVERIFY(cache.chunk(part.id, 0).result());
        QFile file(place + u"/1-0"_s);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(500);
        file.write("zzzz");
        file.close();
        QCOMPARE(*cache.chunk(part.id, 0).result(), bytes);
        QCOMPARE(store.timesAsked(part.id, 0), 2);
    }

    void nothingIsLeftBehindAfterSignOut()
    {
        MemoryStore store;
        const QTemporaryDir folder;
        const QString place = folder.filePath(u"cache"_s);
        {
            CachedMediaStore cache(store, place);
            QVERIFY(cache.chunk(store.add(noise(1000)).id, 0).result());
            QVERIFY(QDir(place).exists());
        }
        QVERIFY(!QDir(place).exists());
    }
};

QTEST_GUILESS_MAIN(MediaStoreTest)
#include "test_media_store.moc"
