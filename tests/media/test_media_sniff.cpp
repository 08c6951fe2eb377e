// SPDX-License-Identifier: GPL-3.0-or-later
// What a file is, by its bytes: real heads of every type, lies, and bombs.
#include "media/byte_reader.h"
#include "media/sniff.h"
#include "media/waveform.h"
#include "media/worker_protocol.h"

#include <QRandomGenerator>
#include <QTest>

using namespace trucban;
using namespace trucban::media;

namespace {

QByteArray big(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray png(quint32 width, quint32 height)
{
    return QByteArray("\x89PNG\r\n\x1a\n", 8) + big(13) + "IHDR" + big(width) + big(height) + QByteArray("\x08\x02\0\0\0", 5) + QByteArray(64, 'x');
}

QByteArray jpeg(int width, int height, const QByteArray &before = {})
{
    const QByteArray frame("\xFF\xC0\0\x11\x08", 5);
    return QByteArray("\xFF\xD8", 2) + QByteArray("\xFF\xE0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0", 18) + before + frame + big(quint32(height) << 16 | quint32(width))
        + QByteArray("\x03\x01\x22\0\x02\x11\x01\x03\x11\x01", 10);
}

QByteArray box(const QByteArray &type, const QByteArray &content)
{
    return big(quint32(8 + content.size())) + type + content;
}

QByteArray movie(const QByteArray &brand, const QByteArray &handlers)
{
    QByteArray tracks;
    for (qsizetype at = 0; at < handlers.size(); at += 4)
        tracks += box("hdlr", QByteArray(8, '\0') + handlers.sliced(at, 4));
    return box("ftyp", brand + big(0) + "isom") + box("mdat", QByteArray(100, 'm')) + box("moov", tracks);
}

} // namespace

class SniffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesTellTheType_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("mime");
        QTest::addColumn<QString>("kind");
        const auto row = [](const char *name, const QByteArray &bytes, const char *mime, const char *kind) {
            QTest::newRow(name) << bytes << QString::fromLatin1(mime) << QString::fromLatin1(kind);
        };
        row("jpeg", jpeg(10, 20), "image/jpeg", "image");
        row("png", png(10, 20), "image/png", "image");
        row("gif", QByteArray("GIF89a\x0A\0\x14\0", 10), "image/gif", "image");
        row("webp", QByteArray("RIFF\x10\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0\x09\0\0\x13\0\0", 30), "image/webp", "image");
        row("heic", box("ftyp", "heic" + big(0) + "mif1heic"), "image/heic", "image");
        row("mp4 with picture", movie("isom", "videsoun"), "video/mp4", "video");
        row("mp4 with sound only", movie("isom", "soun"), "audio/mp4", "audio");
        row("m4a, head only", box("ftyp", "M4A " + big(0) + "isom"), "audio/mp4", "audio");
        row("mov", movie("qt  ", "vide"), "video/quicktime", "video");
        row("mov without ftyp", box("wide", "") + box("mdat", "xx") + box("moov", ""), "video/quicktime", "video");
        row("3gp", movie("3gp5", "vide"), "video/3gpp", "video");
        row("webm", QByteArray("\x1A\x45\xDF\xA3\x9F\x42\x82\x84webm....V_VP9"), "video/webm", "video");
        row("webm, sound only", QByteArray("\x1A\x45\xDF\xA3\x9F\x42\x82\x84webm....A_OPUS"), "audio/webm", "audio");
        row("mp3 with tag", QByteArray("ID3\x04\0\0\0\0\0\0", 10), "audio/mpeg", "audio");
        row("mp3 frame", QByteArray("\xFF\xFB\x90\x64\0\0\0\0", 8), "audio/mpeg", "audio");
        row("aac", QByteArray("\xFF\xF1\x50\x80\x02\x1F\xFC\0", 8), "audio/aac", "audio");
        row("opus", QByteArray("OggS\0\x02............OpusHead"), "audio/ogg", "audio");
        row("ogg theora", QByteArray("OggS") + QByteArray(24, 'x') + "\x80theora", "video/ogg", "video");
        row("wav", QByteArray("RIFF\x10\0\0\0WAVEfmt ", 16), "audio/wav", "audio");
        row("amr", "#!AMR\n....", "audio/amr", "audio");
        row("pdf", "%PDF-1.7\n", "application/pdf", "file");
        row("zip", QByteArray("PK\x03\x04\x14\0\0\0", 8) + "hello.txt", "application/zip", "file");
        row("docx", QByteArray("PK\x03\x04\x14\0\0\0", 8) + "word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "file");
        row("text", QStringLiteral("Công an phường ơi").toUtf8(), "text/plain", "file");
        row("text, TCVN3", QByteArray("C\xABng an ph\xADêng \xA5i"), "text/x-other-encoding", "file");
        row("html", "<!DOCTYPE html><html>", "text/html", "file");
        row("svg is no picture here", "<?xml version='1.0'?><svg onload='x()'>", "image/svg+xml", "file");
        row("noise", QByteArray("\x01\x02\x03\0\x9f", 5), "application/octet-stream", "file");
    }
    void bytesTellTheType()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, mime);
        QFETCH(QString, kind);
        const Sniffed found = sniff(bytes);
        QCOMPARE(found.mime, mime);
        QCOMPARE(word(found.kind), kind);
    }

    void headersTellTheSize()
    {
        const auto size = [](const QByteArray &bytes) {
            const Sniffed found = sniff(bytes);
            return QSize(int(found.width), int(found.height));
        };
        QCOMPARE(size(jpeg(640, 480)), QSize(640, 480));
        QCOMPARE(size(png(640, 480)), QSize(640, 480));
        QCOMPARE(size(QByteArray("GIF89a\x0A\0\x14\0", 10)), QSize(10, 20));
        QCOMPARE(size(QByteArray("RIFF\x10\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0\x09\0\0\x13\0\0", 30)), QSize(10, 20));
        // the small picture inside the camera's notes is not the picture
        const QByteArray preview = jpeg(160, 120);
        const QByteArray notes = QByteArray("\xFF\xE1", 2) + big(quint32(preview.size() + 2)).last(2) + preview;
        QCOMPARE(size(jpeg(4000, 3000, notes)), QSize(4000, 3000));
        QCOMPARE(size(box("ftyp", "heic" + big(0)) + "...." + box("ispe", big(0) + big(320) + big(240)) + box("ispe", big(0) + big(4032) + big(3024))), QSize(4032, 3024));
    }

    void aClaimOfAHundredThousandPixelsIsRefusedUnread()
    {
        const QByteArray bomb = png(100'000, 100'000);
        QCOMPARE(admit(bomb, bomb.size(), u"image"_s).error().code, u"refused_too_large"_s);
        const QByteArray overflow = png(0xFFFFFFFF, 0xFFFFFFFF);
        QCOMPARE(admit(overflow, overflow.size(), u"image"_s).error().code, u"refused_too_large"_s);
        const QByteArray wide = jpeg(65'535, 65'535);
        QCOMPARE(admit(wide, wide.size(), u"image"_s).error().code, u"refused_too_large"_s);
        QVERIFY(admit(png(8000, 6000), 200, u"image"_s));
    }

    void sizeAndEmptiness()
    {
        QCOMPARE(admit(png(1, 1), 26 * mebibyte, u"image"_s).error().code, u"refused_too_large"_s);
        QCOMPARE(admit({}, 0, u"image"_s).error().code, u"refused_broken"_s);
        QVERIFY(admit(png(1, 1), 25 * mebibyte, u"image"_s));
    }

    void bytesWinOverWhatTheSenderClaims()
    {
        const auto video = admit(movie("isom", "vide"), 1000, u"image"_s);
        QVERIFY(video);
        QVERIFY(video->mismatch);
        QCOMPARE(video->found.kind, MediaKind::Video);
        QVERIFY(!admit(png(1, 1), 100, u"sticker"_s)->mismatch);
        QVERIFY(!admit("plain text", 10, u"file"_s)->mismatch);
        QVERIFY(admit("plain text", 10, u"image"_s)->mismatch);
        QCOMPARE(admit("<html>Log in to Facebook", 24, u"video"_s).error().code, u"refused_type"_s);
        QCOMPARE(admit(QByteArray("\x01\x02\0\x03", 4), 4, u"audio"_s).error().code, u"refused_type"_s);
    }

    void programsAreNeverTaken()
    {
        for (const QByteArray &bytes : {QByteArray("\x7F" "ELF\x02"), QByteArray("MZ\x90\0", 4), QByteArray("#!/bin/sh\nrm -rf /")})
            QCOMPARE(admit(bytes, bytes.size(), u"file"_s).error().code, u"refused_type"_s);
    }

    void hostileBytesNeverCrashIt()
    {
        QRandomGenerator random(7);
        const QList<QByteArray> seeds{jpeg(10, 10), png(10, 10), movie("isom", "videsoun"), box("ftyp", "heic" + big(0)) + box("ispe", big(1)), QByteArray("RIFF\0\0\0\0WEBP", 12),
                                      QByteArray("OggS"), QByteArray("\x1A\x45\xDF\xA3"), QByteArray("PK\x03\x04")};
        for (int i = 0; i < 40'000; ++i) {
            QByteArray bytes = seeds.at(i % seeds.size());
            bytes.truncate(random.bounded(int(bytes.size()) + 1));
            for (int n = random.bounded(6); n > 0 && !bytes.isEmpty(); --n)
                bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
            const Sniffed found = sniff(bytes);
            QVERIFY(found.width >= 0 && found.height >= 0);
        }
        // a box that points at itself must not loop, nor one that claims the whole address space
        QCOMPARE(sniff(box("ftyp", "isom") + big(0) + "moov").mime, u"video/mp4"_s);
        QCOMPARE(sniff(box("ftyp", "isom") + big(1) + "moov" + big(0xFFFFFFFF) + big(0xFFFFFFFF)).mime, u"video/mp4"_s);
    }

    void waveformsGoThereAndBack()
    {
        WaveformMaker maker(8000);
        for (int i = 0; i < 8000 * 30; ++i)
            maker.add(i < 8000 * 15 ? qint16(0) : qint16(-32768));
        const Waveform wave = maker.made();
        QCOMPARE(wave.durationMs, 30'000);
        QCOMPARE(wave.peaks.size(), 1000);
        QCOMPARE(int(wave.peaks.at(499)), 0);
        QCOMPARE(int(wave.peaks.at(500)), 255);
        const auto again = Waveform::decoded(wave.encoded());
        QVERIFY(again);
        QCOMPARE(again->peaks, wave.peaks);
        QVERIFY(!Waveform::decoded(wave.encoded().chopped(1)));
        QVERIFY(!Waveform::decoded("TBW1"));
    }

    void framesArriveInAnyPieces()
    {
        const QByteArray stream = frameHead("ready", 0) + frameHead("thumbnail.jpg", 5) + "12345" + frameHead("facts.json", 2) + "{}";
        FrameReader reader({});
        for (const char byte : stream)
            QVERIFY(reader.feed(QByteArrayView(&byte, 1)));
        QVERIFY(reader.finished());
        QCOMPARE(reader.frames().size(), 3);
        QCOMPARE(reader.frames().at(1).content, QByteArray("12345"));
        QVERIFY(!FrameReader({}).feed(frameHead("facts.json", quint64(-1))));
        QVERIFY(!FrameReader({}).feed(QByteArray(20, 'x')));
    }
};

QTEST_GUILESS_MAIN(SniffTest)
#include "test_media_sniff.moc"
