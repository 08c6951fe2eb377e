// SPDX-License-Identifier: GPL-3.0-or-later
// Media in a real PostgreSQL: stored by the gateway, derived in the real sandbox, read by the people who may.
#include "media/derivation_work.h"
#include "media/media_device.h"
#include "media/pg_media_store.h"
#include "sample_media.h"
#include "support/scratch_database.h"

using namespace trucban;
using namespace trucban::media;

class PgMediaTest : public QObject
{
    Q_OBJECT

private:
    tests::SampleMedia samples;

    static QByteArray noise(qint64 size)
    {
        QByteArray bytes(size, Qt::Uninitialized);
        for (qint64 i = 0; i < size; ++i)
            bytes[i] = char((i * 31) ^ (i >> 8));
        return bytes;
    }

private Q_SLOTS:
    void bytesGoThereAndBackOnce()
    {
        ScratchDatabase scratch;
        Database database(scratch.connectAs(u"gateway"_s));
        PgMediaStore store(database, PgMediaStore::Gateway);
        const QByteArray bytes = noise(2 * mebibyte + 77);
        const auto id = store.put(*MediaSpool::of(bytes), u"video/mp4"_s, u"video"_s).result();
        QVERIFY2(id, qPrintable(id ? QString() : id.error().code + id.error().detail));
        QCOMPARE(*store.put(*MediaSpool::of(bytes), u"video/mp4"_s, u"video"_s).result(), *id);
        QCOMPARE(scratch.ask(u"SELECT count(*) FROM core.media_chunk"_s), u"3"_s);
        const auto info = store.info(*id).result();
        QVERIFY(info && info->complete);
        QCOMPARE(info->original.bytes, bytes.size());
        QCOMPARE(*readAll(store, info->original).result(), bytes);
        QVERIFY(verify(store, *id).result());
        QCOMPARE(store.chunk(*id, 3).result().error().code, u"no_such_chunk"_s);
        MediaDevice device(store, info->original);
        device.seek(mebibyte - 3);
        QCOMPARE(device.read(6), bytes.sliced(mebibyte - 3, 6));
    }

    void storingGoesOnWhereItStopped()
    {
        ScratchDatabase scratch;
        Database database(scratch.connectAs(u"gateway"_s));
        PgMediaStore store(database, PgMediaStore::Gateway);
        const QByteArray bytes = noise(3 * mebibyte);
        const auto spool = *MediaSpool::of(bytes);
        scratch.ask(u"WITH m AS (INSERT INTO core.media (sha256, bytes, mime, kind) VALUES ('\\x%1', %2, 'video/mp4', 'video') RETURNING id) "
                    "INSERT INTO core.media_chunk SELECT id, 0, '\\x%3' FROM m"_s
                        .arg(QString::fromLatin1(spool->sha256().toHex())).arg(bytes.size()).arg(QString::fromLatin1(bytes.first(mebibyte).toHex())));
        const auto id = store.put(spool, u"video/mp4"_s, u"video"_s).result();
        QVERIFY2(id, qPrintable(id ? QString() : id.error().code));
        QVERIFY(verify(store, *id).result());
    }

    void aPersonReadsOnlyWhatHangsOnTheirCases()
    {
        ScratchDatabase scratch;
        Database gateway(scratch.connectAs(u"gateway"_s));
        PgMediaStore store(gateway, PgMediaStore::Gateway);
        const auto id = store.put(*MediaSpool::of(noise(100)), u"image/png"_s, u"file"_s).result();
        QVERIFY(id);
        Database officer(scratch.connectAs(u"officer1"_s));
        PgMediaStore desk(officer, PgMediaStore::Person);
        QCOMPARE(desk.chunk(*id, 0).result().error().kind, Failure::NotFound); // hangs on no case
        QCOMPARE(desk.info(*id).result().error().code, u"media_not_found"_s);
        const auto own = desk.put(*MediaSpool::of("an answer's attachment"), u"text/plain"_s, u"file"_s).result();
        QVERIFY2(own, qPrintable(own ? QString() : own.error().code));
        QCOMPARE(*desk.chunk(*own, 0).result(), QByteArray("an answer's attachment"));
        Database other(scratch.connectAs(u"unit1"_s));
        PgMediaStore stranger(other, PgMediaStore::Person);
        QCOMPARE(stranger.chunk(*own, 0).result().error().kind, Failure::NotFound);
    }

    void derivativesAreMadeAndStoredBesideTheOriginal()
    {
        ScratchDatabase scratch;
        Database database(scratch.connectAs(u"gateway"_s));
        PgMediaStore store(database, PgMediaStore::Gateway);
        const QByteArray clip = samples.film(u"clip.mov"_s, 2, u"640x360"_s, {u"-c:v"_s, u"libx264"_s, u"-preset"_s, u"ultrafast"_s, u"-c:a"_s, u"aac"_s});
        const QByteArray photo = samples.byMagick(u"photo.png"_s, {u"-size"_s, u"900x600"_s, u"plasma:fractal"_s});
        const auto clipId = *store.put(*MediaSpool::of(clip), u"video/quicktime"_s, u"video"_s).result();
        const auto photoId = *store.put(*MediaSpool::of(photo), u"image/png"_s, u"image"_s).result();
        const auto brokenId = *store.put(*MediaSpool::of(clip.first(clip.size() / 2)), u"video/quicktime"_s, u"video"_s).result();
        DerivationWork work(database, store);
        QCOMPARE(*work.doSome(), 3);
        QCOMPARE(*work.doSome(), 0); // the derivatives themselves are not derived again
        const auto info = store.info(clipId).result();
        QCOMPARE(QStringList(info->derivatives.keys()).size(), 4);
        QVERIFY(info->derivative(u"clip"_s) && info->derivative(u"poster"_s) && info->derivative(u"thumbnail"_s) && info->derivative(u"waveform"_s));
        QVERIFY(store.info(photoId).result()->derivative(u"screen"_s));
        QCOMPARE(scratch.ask(u"SELECT derive_state || ' ' || width || 'x' || height FROM core.media WHERE id = %1"_s.arg(clipId.value)), u"done 640x360"_s);
        QCOMPARE(scratch.ask(u"SELECT derive_state || ' ' || derive_error FROM core.media WHERE id = %1"_s.arg(brokenId.value)), u"refused refused_broken"_s);
        QCOMPARE(scratch.ask(u"SELECT phash IS NOT NULL FROM core.media WHERE id = %1"_s.arg(photoId.value)), u"t"_s);
    }

    void withoutASandboxTheOriginalStaysAndSaysWhy()
    {
        ScratchDatabase scratch;
        Database database(scratch.connectAs(u"gateway"_s));
        PgMediaStore store(database, PgMediaStore::Gateway);
        const auto id = *store.put(*MediaSpool::of(samples.byMagick(u"s.png"_s, {u"-size"_s, u"8x8"_s, u"xc:red"_s})), u"image/png"_s, u"image"_s).result();
        SandboxSettings none;
        none.bubblewrap = u"no-such-bwrap"_s;
        DerivationWork work(database, store, Deriver(none));
        QCOMPARE(*work.doSome(), 1);
        QCOMPARE(scratch.ask(u"SELECT derive_state || ' ' || derive_error FROM core.media WHERE id = %1"_s.arg(id.value)), u"waiting sandbox_unavailable"_s);
        QVERIFY(verify(store, id).result());
    }
};

QTEST_GUILESS_MAIN(PgMediaTest)
#include "test_media_pg.moc"
