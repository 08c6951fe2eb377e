// SPDX-License-Identifier: GPL-3.0-or-later
// Real files through the real sandbox: what a desk gets to see, and what becomes of broken and hostile ones.
#include "media/derive.h"
#include "media/waveform.h"
#include "sample_media.h"

#include <QColor>
#include <QElapsedTimer>
#include <QImage>

using namespace trucban;
using namespace trucban::media;
using tests::SampleMedia;

class DeriveTest : public QObject
{
    Q_OBJECT

private:
    SampleMedia samples;
    Deriver deriver;

    static QStringList h264(const QString &extra = {})
    {
        QStringList words{u"-c:v"_s, u"libx264"_s, u"-preset"_s, u"ultrafast"_s, u"-pix_fmt"_s, u"yuv420p"_s, u"-c:a"_s, u"aac"_s};
        if (!extra.isEmpty())
            words << u"-movflags"_s << extra;
        return words;
    }
    Result<Derivation> derived(const QByteArray &bytes) const { return deriver.derive(bytes, sniff(bytes)); }
    static QSize sizeOf(const QByteArray &jpeg)
    {
        const Sniffed found = sniff(jpeg);
        return QSize(int(found.width), int(found.height));
    }

private Q_SLOTS:
    void aPhotographIsShrunkUprightAndForgetsWhereItWasTaken()
    {
        const QByteArray photo = samples.byMagick(u"photo.jpg"_s, {u"-size"_s, u"3000x2000"_s, u"gradient:red-blue"_s, u"-set"_s, u"comment"_s, u"SECRETPLACE"_s,
                                                                   u"-set"_s, u"exif:GPSLatitude"_s, u"21"_s, u"-orient"_s, u"RightTop"_s});
        // ImageMagick writes the orientation only into an existing EXIF block: put a small one there by hand
        QByteArray exif("Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0", 32);
        const QByteArray turned = photo.first(2) + QByteArray("\xFF\xE1\0", 3) + char(exif.size() + 2) + exif + photo.sliced(2);
        QVERIFY(turned.contains("SECRETPLACE"));
        const auto made = derived(turned);
        QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
        QCOMPARE(QSize(made->width, made->height), QSize(2000, 3000));
        QCOMPARE(sizeOf(made->screen), QSize(1365, 2048));
        QVERIFY(sizeOf(made->thumbnail).height() == 400);
        QVERIFY(!made->damaged && !made->unfinished && made->perceptualHash);
        for (const QByteArray &derivative : {made->screen, made->thumbnail}) {
            QVERIFY(!derivative.contains("SECRETPLACE"));
            QVERIFY(!derivative.contains("Exif"));
        }
    }

    void everyPictureTypeOfThePhones_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"a.png", "a.gif", "a.webp", "a.jpg"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void everyPictureTypeOfThePhones()
    {
        QFETCH(QString, name);
        const auto made = derived(samples.byMagick(name, {u"-size"_s, u"300x200"_s, u"plasma:red-yellow"_s}));
        QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
        QCOMPARE(QSize(made->width, made->height), QSize(300, 200));
        QCOMPARE(sizeOf(made->screen), QSize(300, 200)); // never blown up
        QCOMPARE(sizeOf(made->thumbnail), QSize(300, 200));
    }

    void colourStaysColour_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("colour");
        for (const char *name : {"c.png", "c.gif", "c.webp", "c.jpg"}) {
            for (const char *colour : {"#c03020", "#2050b0", "#808080", "#f0e8d0"})
                QTest::addRow("%s %s", name, colour) << QString::fromLatin1(name) << QString::fromLatin1(colour);
        }
    }
    void colourStaysColour()
    {
        QFETCH(QString, name);
        QFETCH(QString, colour);
        const auto made = derived(samples.byMagick(name, {u"-size"_s, u"900x600"_s, u"xc:"_s + colour}));
        QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
        for (const QByteArray &jpeg : {made->screen, made->thumbnail}) {
            const QColor seen = QImage::fromData(jpeg).pixelColor(100, 100), wanted(colour);
            const int off = qAbs(seen.red() - wanted.red()) + qAbs(seen.green() - wanted.green()) + qAbs(seen.blue() - wanted.blue());
            QVERIFY2(off < 20, qPrintable(seen.name()));
        }
    }

    void aLargeColourfulPhotograph()
    {
        const auto made = derived(samples.byMagick(u"large.jpg"_s, {u"-size"_s, u"1200x800"_s, u"plasma:fractal"_s}));
        QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
        QCOMPARE(sizeOf(made->screen), QSize(1200, 800));
        QCOMPARE(sizeOf(made->thumbnail).width(), 400);
    }

    void theSamePictureIsKnownAgain()
    {
        const QByteArray one = samples.byMagick(u"one.png"_s, {u"-size"_s, u"800x600"_s, u"-seed"_s, u"3"_s, u"plasma:fractal"_s});
        const QByteArray smaller = samples.byMagick(u"smaller.jpg"_s, {samples.path(u"one.png"_s), u"-resize"_s, u"50%"_s, u"-quality"_s, u"40"_s});
        const QByteArray other = samples.byMagick(u"other.png"_s, {u"-size"_s, u"800x600"_s, u"-seed"_s, u"99"_s, u"plasma:fractal"_s});
        const auto first = derived(one)->perceptualHash, again = derived(smaller)->perceptualHash, different = derived(other)->perceptualHash;
        QVERIFY(first && again && different);
        QVERIFY(hashDistance(*first, *again) <= 6);
        QVERIFY(hashDistance(*first, *different) > 12);
    }

    void halfAPictureIsShownAndSaidToBeHalf()
    {
        const QByteArray whole = samples.byMagick(u"whole.jpg"_s, {u"-size"_s, u"1200x900"_s, u"plasma:fractal"_s, u"-quality"_s, u"95"_s});
        const auto made = derived(whole.first(whole.size() / 2));
        QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
        QVERIFY(made->damaged);
        QVERIFY(!made->screen.isEmpty());
    }

    void brokenPicturesCostOneFile()
    {
        QCOMPARE(derived("\xFF\xD8\xFF\xE0 this is no picture at all").error().code, u"refused_broken"_s);
        QCOMPARE(derived(QByteArray("GIF89a\x3d\0\x2a\0=alert(1);<script>", 26)).error().code, u"refused_broken"_s);
        QByteArray claim = samples.byMagick(u"small.png"_s, {u"-size"_s, u"10x10"_s, u"xc:red"_s});
        qToBigEndian(quint32(100'000), claim.data() + 16);
        qToBigEndian(quint32(100'000), claim.data() + 20);
        QCOMPARE(derived(claim).error().code, u"refused_too_large"_s);
        // the door's figures forged away: the worker looks for itself
        Sniffed forged = sniff(claim);
        forged.width = forged.height = 1;
        QVERIFY(QStringList({u"refused_too_large"_s, u"refused_broken"_s}).contains(deriver.derive(claim, forged).error().code));
    }

    void aPictureThatIsAlsoAnArchiveLeavesTheArchiveBehind()
    {
        const QByteArray both = samples.byMagick(u"p.jpg"_s, {u"-size"_s, u"64x64"_s, u"xc:blue"_s}) + QByteArray("PK\x03\x04", 4) + "EVILPAYLOAD" + QByteArray("PK\x05\x06", 4);
        const auto made = derived(both);
        QVERIFY(made);
        QCOMPARE(made->kind, MediaKind::Image);
        QVERIFY(!made->screen.contains("EVILPAYLOAD") && !made->thumbnail.contains("EVILPAYLOAD"));
    }

    void aHighlyPackedPictureStaysWithinItsLimits()
    {
        const QByteArray bomb = samples.byMagick(u"bomb.png"_s, {u"-size"_s, u"10000x10000"_s, u"xc:white"_s, u"-depth"_s, u"8"_s});
        QVERIFY(bomb.size() < mebibyte);
        const auto made = derived(bomb);
        QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
        QCOMPARE(sizeOf(made->screen), QSize(2048, 2048));
    }

    void aPhoneClipBecomesOneThatEveryDeskPlays()
    {
        const QByteArray clip = samples.film(u"phone.mov"_s, 4, u"1920x1080"_s, h264());
        const auto made = derived(clip);
        QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
        QCOMPARE(made->kind, MediaKind::Video);
        QCOMPARE(QSize(made->width, made->height), QSize(1920, 1080));
        QVERIFY(qAbs(made->durationMs - 4000) < 150);
        QVERIFY(made->hasAudio && !made->damaged && !made->playableAsIs && !made->unfinished);
        QCOMPARE(sizeOf(made->poster), QSize(1280, 720));
        QCOMPARE(sizeOf(made->thumbnail).width(), 400);
        const Sniffed copy = sniff(made->clip);
        QCOMPARE(copy.mime, u"video/mp4"_s);
        QVERIFY2(made->clip.indexOf("moov") < made->clip.indexOf("mdat"), "the index does not stand in front");
        const auto wave = Waveform::decoded(made->waveform);
        QVERIFY(wave);
        QVERIFY(qAbs(wave->durationMs - 4000) < 150);
        QVERIFY(*std::ranges::max_element(wave->peaks) > 20);
    }

    void aClipThatPlaysAlreadyIsCopiedWithoutWhatItTells()
    {
        const QByteArray film = samples.film(u"good.mp4"_s, 2, u"640x360"_s,
                                             h264(u"+faststart+use_metadata_tags"_s) + QStringList{u"-metadata"_s, u"location=+21.0285+105.8542/"_s, u"-metadata"_s, u"comment=SECRETPLACE"_s}, true);
        QVERIFY(film.contains("SECRETPLACE") && film.contains("+21.0285"));
        const auto made = derived(film);
        QVERIFY(made);
        QVERIFY(made->playableAsIs);
        QVERIFY(!made->poster.isEmpty() && !made->waveform.isEmpty());
        QCOMPARE(sniff(made->clip).mime, u"video/mp4"_s);
        QVERIFY(!made->clip.contains("SECRETPLACE") && !made->clip.contains("+21.0285"));
    }

    void webmWithoutSound()
    {
        const auto made = derived(samples.film(u"a.webm"_s, 2, u"320x240"_s, {u"-c:v"_s, u"libvpx"_s, u"-deadline"_s, u"realtime"_s}, false));
        QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
        QVERIFY(!made->hasAudio && made->waveform.isEmpty());
        QCOMPARE(sniff(made->clip).mime, u"video/mp4"_s);
    }

    void aClipCutInHalf()
    {
        // the index at the end is lost with the second half: nothing can be shown
        const QByteArray plain = samples.film(u"plain.mp4"_s, 6, u"640x360"_s, h264());
        QCOMPARE(derived(plain.first(plain.size() / 2)).error().code, u"refused_broken"_s);
        // with the index in front the first half is shown, and said to be cut
        const QByteArray fast = samples.byFfmpeg(u"fast.mp4"_s, QStringList{u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc2=s=640x360:d=6"_s} + h264(u"+faststart"_s));
        const auto made = derived(fast.first(fast.size() / 2));
        QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
        QVERIFY(made->damaged && !made->playableAsIs);
        QVERIFY(made->durationMs > 500 && made->durationMs < 5500);
        QVERIFY(!made->clip.isEmpty() && !made->poster.isEmpty());
    }

    void recordingsOfEveryKind_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("codec");
        QTest::newRow("mp3") << u"a.mp3"_s << QStringList{};
        QTest::newRow("opus") << u"a.ogg"_s << QStringList{u"-c:a"_s, u"libopus"_s};
        QTest::newRow("wav") << u"a.wav"_s << QStringList{};
        QTest::newRow("aac") << u"a.aac"_s << QStringList{};
        QTest::newRow("m4a") << u"a.m4a"_s << QStringList{u"-movflags"_s, u"+faststart"_s};
    }
    void recordingsOfEveryKind()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, codec);
        const QByteArray bytes = samples.byFfmpeg(name, QStringList{u"-f"_s, u"lavfi"_s, u"-i"_s, u"sine=frequency=300:duration=3"_s} + codec);
        const auto made = derived(bytes);
        QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
        QCOMPARE(made->kind, MediaKind::Audio);
        QVERIFY2(qAbs(made->durationMs - 3000) < 200, qPrintable(QString::number(made->durationMs)));
        QVERIFY(Waveform::decoded(made->waveform));
        QCOMPARE(made->playableAsIs, name == "a.m4a"_L1);
        QCOMPARE(made->audio.isEmpty(), made->playableAsIs);
        if (!made->playableAsIs)
            QCOMPARE(sniff(made->audio).mime, u"audio/mp4"_s);
    }

    void aVideoThatIsOnlySoundIsARecording()
    {
        const QByteArray bytes = samples.byFfmpeg(u"voice.mp4"_s, {u"-f"_s, u"lavfi"_s, u"-i"_s, u"sine=duration=1"_s});
        QCOMPARE(sniff(bytes).kind, MediaKind::Audio);
        Sniffed claimed = sniff(bytes);
        claimed.kind = MediaKind::Video;
        QCOMPARE(deriver.derive(bytes, claimed)->kind, MediaKind::Audio);
    }

    void aPlaylistOpensNothing()
    {
        // ffmpeg would follow it to other files; the worker knows no playlists and the sandbox has no other files
        Sniffed forged;
        forged.kind = MediaKind::Video;
        QCOMPARE(deriver.derive("#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:10.0,\nfile:///etc/passwd\n#EXT-X-ENDLIST", forged).error().code, u"refused_broken"_s);
        QCOMPARE(deriver.derive("ffconcat version 1.0\nfile /etc/passwd\n", forged).error().code, u"refused_broken"_s);
    }

    void aSlowFileRunsOutOfTimeAndKeepsWhatWasMade()
    {
        SandboxSettings hurried;
        hurried.limits.wall = std::chrono::milliseconds(2500);
        const QByteArray heavy = samples.byFfmpeg(u"heavy.mp4"_s, QStringList{u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc2=s=1920x1080:r=60:d=20"_s} + h264(u"+faststart"_s));
        QElapsedTimer timer;
        timer.start();
        const auto made = Deriver(hurried).derive(heavy, sniff(heavy));
        QVERIFY(timer.elapsed() < 6000);
        QVERIFY2(made, qPrintable(made ? QString() : made.error().code));
        QVERIFY(made->unfinished);
        QCOMPARE(made->unfinished->code, u"worker_timeout"_s);
        QVERIFY(!made->poster.isEmpty() && made->clip.isEmpty());
    }

    void documentsAreNeverOpened()
    {
        SandboxSettings none;
        none.bubblewrap = u"no-such-bwrap"_s;
        QVERIFY(Deriver(none).derive("%PDF-1.7", sniff("%PDF-1.7")));
        const QByteArray picture = samples.byMagick(u"x.png"_s, {u"-size"_s, u"8x8"_s, u"xc:red"_s});
        QCOMPARE(Deriver(none).derive(picture, sniff(picture)).error().code, u"sandbox_unavailable"_s);
    }
};

QTEST_GUILESS_MAIN(DeriveTest)
#include "test_media_derive.moc"
