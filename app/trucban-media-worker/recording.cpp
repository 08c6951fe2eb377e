// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording.h"

#include "decoder.h"
#include "iso_layout.h"
#include "media/limits.h"
#include "media/waveform.h"
#include "output.h"

#include <QFile>
#include <QJsonArray>

#include <cmath>
#include <unistd.h>

namespace trucban::worker {

using namespace Qt::StringLiterals;

namespace {

constexpr int waveformRate = 8000;
constexpr qint64 longestMs = 4LL * 3600 * 1000;
constexpr qint64 mostCopied = 36 * media::mebibyte; // a heavier clip is made lighter: a derivative has its limit

/// What ffprobe found, in our words.
struct Tracks {
    QJsonObject picture;
    QJsonObject sound;
    qint64 durationMs = 0;
    int width = 0;
    int height = 0;
};

bool isCover(const QJsonObject &stream)
{
    return stream.value(u"disposition"_s).toObject().value(u"attached_pic"_s).toInt() == 1;
}

bool liesOnItsSide(const QJsonObject &picture)
{
    for (const QJsonValue &side : picture.value(u"side_data_list"_s).toArray()) {
        if (std::abs(side[u"rotation"_s].toInt()) % 180 == 90)
            return true;
    }
    return false;
}

Tracks tracksOf(const QJsonObject &probe)
{
    Tracks tracks;
    for (const QJsonValue &value : probe.value(u"streams"_s).toArray()) {
        const QJsonObject stream = value.toObject();
        const QString type = stream.value(u"codec_type"_s).toString();
        if (type == "video"_L1 && tracks.picture.isEmpty() && !isCover(stream))
            tracks.picture = stream;
        else if (type == "audio"_L1 && tracks.sound.isEmpty())
            tracks.sound = stream;
    }
    const double seconds = probe.value(u"format"_s).toObject().value(u"duration"_s).toString().toDouble();
    if (std::isfinite(seconds) && seconds > 0)
        tracks.durationMs = qMin(qint64(seconds * 1000), longestMs);
    tracks.width = tracks.picture.value(u"width"_s).toInt();
    tracks.height = tracks.picture.value(u"height"_s).toInt();
    if (liesOnItsSide(tracks.picture))
        std::swap(tracks.width, tracks.height);
    return tracks;
}

bool soundIsPlain(const Tracks &tracks)
{
    return tracks.sound.isEmpty() || (tracks.sound.value(u"codec_name"_s) == "aac"_L1 && tracks.sound.value(u"channels"_s).toInt() <= 2);
}

bool pictureMayBeCopied(const Tracks &tracks)
{
    return tracks.picture.value(u"codec_name"_s) == "h264"_L1 && tracks.picture.value(u"pix_fmt"_s) == "yuv420p"_L1 && qMax(tracks.width, tracks.height) <= 1280;
}

bool playsAsItIs(const Tracks &tracks, const IsoLayout &layout)
{
    if (!layout.isIso || !layout.fastStart || layout.cutOff || !soundIsPlain(tracks))
        return false;
    return tracks.picture.isEmpty() || pictureMayBeCopied(tracks);
}

QString fitted(int side)
{
    return u"scale=w='min(%1,iw)':h='min(%1,ih)':force_original_aspect_ratio=decrease:force_divisible_by=2"_s.arg(side);
}

bool hasFile(const char *path)
{
    return QFile(QString::fromLatin1(path)).size() > 0;
}

QStringList still(int side, const QString &path)
{
    return {u"-map"_s, u"0:v:0"_s, u"-frames:v"_s, u"1"_s, u"-vf"_s, fitted(side) + u",format=yuvj420p"_s, u"-q:v"_s, u"3"_s,
            u"-map_metadata"_s, u"-1"_s, u"-fflags"_s, u"+bitexact"_s, u"-flags:v"_s, u"+bitexact"_s, u"-f"_s, u"mjpeg"_s, path};
}

bool makeStills(const Decoder &decoder, qint64 durationMs)
{
    // a second in, where the picture has settled; a short or damaged clip gives its first frame
    for (const double at : {qMin(1.0, double(durationMs) / 3000.0), 0.0}) {
        decoder.ffmpeg({u"-ss"_s, QString::number(at, 'f', 2)}, still(1280, u"poster.jpg"_s) + still(400, u"thumbnail.jpg"_s), 30);
        if (hasFile("poster.jpg"))
            break;
    }
    return sendFile("poster.jpg", "poster.jpg") && sendFile("thumbnail.jpg", "thumbnail.jpg");
}

/// the length of the sound that could really be read
qint64 makeWaveform(const Decoder &decoder)
{
    media::WaveformMaker maker(waveformRate);
    QByteArray rest;
    decoder.ffmpeg({}, {u"-map"_s, u"0:a:0"_s, u"-ac"_s, u"1"_s, u"-ar"_s, QString::number(waveformRate), u"-f"_s, u"s16le"_s, u"pipe:1"_s}, 60,
                   [&](QByteArrayView out) {
                       rest += out;
                       qsizetype at = 0;
                       for (; at + 2 <= rest.size(); at += 2)
                           maker.add(qint16(media::le16(rest, at)));
                       rest.remove(0, at);
                   });
    if (maker.durationMs() > 0)
        sendFrame("waveform", maker.made().encoded());
    return maker.durationMs();
}

bool makeClip(const Decoder &decoder, const Tracks &tracks, bool copyPicture)
{
    QStringList words{u"-map"_s, u"0:v:0"_s, u"-map"_s, u"0:a:0?"_s};
    if (copyPicture)
        words << u"-c:v"_s << u"copy"_s;
    else
        words << u"-c:v"_s << u"libx264"_s << u"-preset"_s << u"veryfast"_s << u"-crf"_s << u"25"_s << u"-pix_fmt"_s << u"yuv420p"_s << u"-fpsmax"_s
              << u"30"_s << u"-vf"_s << fitted(1280);
    if (copyPicture && soundIsPlain(tracks))
        words << u"-c:a"_s << u"copy"_s;
    else
        words << u"-c:a"_s << u"aac"_s << u"-b:a"_s << u"96k"_s << u"-ac"_s << u"2"_s;
    words << u"-map_metadata"_s << u"-1"_s << u"-movflags"_s << u"+faststart"_s << u"-f"_s << u"mp4"_s << u"clip.mp4"_s;
    QFile::remove(u"clip.mp4"_s);
    const Ran ran = decoder.ffmpeg({}, words, 150);
    return !ran.timedOut && hasFile("clip.mp4") && sendFile("clip.mp4", "clip.mp4");
}

bool makeAudio(const Decoder &decoder)
{
    const Ran ran = decoder.ffmpeg({}, {u"-map"_s, u"0:a:0"_s, u"-c:a"_s, u"aac"_s, u"-b:a"_s, u"96k"_s, u"-ac"_s, u"2"_s, u"-map_metadata"_s, u"-1"_s,
                                        u"-movflags"_s, u"+faststart"_s, u"-f"_s, u"ipod"_s, u"audio.m4a"_s}, 120);
    return !ran.timedOut && hasFile("audio.m4a") && sendFile("audio.m4a", "audio.m4a");
}

qint64 durationOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const int inherited = dup(file.handle()); // without close-on-exec
    const qint64 length = tracksOf(Decoder(inherited).probe()).durationMs;
    close(inherited);
    return length;
}

QJsonObject factsOf(const Tracks &tracks)
{
    return {{u"kind"_s, tracks.picture.isEmpty() ? u"audio"_s : u"video"_s}, {u"width"_s, tracks.width}, {u"height"_s, tracks.height},
            {u"duration_ms"_s, tracks.durationMs}, {u"has_audio"_s, !tracks.sound.isEmpty()}};
}

/// much shorter than its own header says
bool cutShort(qint64 real, qint64 claimed)
{
    return real > 0 && claimed > 1000 && real < claimed * 9 / 10;
}

bool deriveSound(const Decoder &decoder, Tracks tracks, const IsoLayout &layout)
{
    const qint64 heard = makeWaveform(decoder);
    if (heard == 0) {
        refuse(u"refused_broken"_s, u"no sound could be read"_s);
        return false;
    }
    const bool damaged = layout.cutOff || cutShort(heard, tracks.durationMs);
    tracks.durationMs = heard;
    QJsonObject facts = factsOf(tracks);
    facts.insert(u"damaged"_s, damaged);
    facts.insert(u"playable_as_is"_s, playsAsItIs(tracks, layout));
    sendFacts(facts);
    if (!playsAsItIs(tracks, layout))
        makeAudio(decoder);
    return true;
}

bool deriveFilm(const Decoder &decoder, Tracks tracks, const IsoLayout &layout)
{
    if (!makeStills(decoder, tracks.durationMs)) {
        refuse(u"refused_broken"_s, u"no picture could be read"_s);
        return false;
    }
    QJsonObject facts = factsOf(tracks);
    facts.insert(u"damaged"_s, layout.cutOff);
    facts.insert(u"playable_as_is"_s, playsAsItIs(tracks, layout));
    sendFacts(facts); // what is known so far counts even if the rest takes too long
    if (!tracks.sound.isEmpty())
        makeWaveform(decoder);
    // also of one that plays already: only a copy is without the place and the telephone it tells of, and only copies are published
    const bool copyPicture = pictureMayBeCopied(tracks) && !layout.cutOff && layout.bytes <= mostCopied;
    if (!makeClip(decoder, tracks, copyPicture) && (!copyPicture || !makeClip(decoder, tracks, false)))
        return true;
    const qint64 real = durationOf(u"clip.mp4"_s);
    facts.insert(u"damaged"_s, layout.cutOff || cutShort(real, tracks.durationMs));
    if (real > 0)
        facts.insert(u"duration_ms"_s, real);
    sendFacts(facts);
    return true;
}

} // namespace

bool deriveRecording(int inputFd, qint64 mostPixels)
{
    const Decoder decoder(inputFd);
    const Tracks tracks = tracksOf(decoder.probe());
    if (tracks.picture.isEmpty() && tracks.sound.isEmpty()) {
        refuse(u"refused_broken"_s, u"no picture and no sound could be read"_s);
        return false;
    }
    if (qint64(tracks.width) * tracks.height > mostPixels) {
        refuse(u"refused_too_large"_s, u"%1 × %2 pixels"_s.arg(tracks.width).arg(tracks.height));
        return false;
    }
    const IsoLayout layout = isoLayoutOf(inputFd);
    return tracks.picture.isEmpty() ? deriveSound(decoder, tracks, layout) : deriveFilm(decoder, tracks, layout);
}

} // namespace trucban::worker
