// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/sniff.h"

#include "media/byte_reader.h"
#include "media/image_header.h"

#include <QStringDecoder>

namespace trucban::media {

QString word(MediaKind kind)
{
    switch (kind) {
    case MediaKind::Image: return u"image"_s;
    case MediaKind::Video: return u"video"_s;
    case MediaKind::Audio: return u"audio"_s;
    case MediaKind::File: break;
    }
    return u"file"_s;
}

std::optional<MediaKind> kindFromWord(QStringView word)
{
    if (word == "image"_L1 || word == "sticker"_L1)
        return MediaKind::Image;
    if (word == "video"_L1)
        return MediaKind::Video;
    if (word == "audio"_L1)
        return MediaKind::Audio;
    if (word == "file"_L1)
        return MediaKind::File;
    return std::nullopt;
}

namespace {

Sniffed known(MediaKind kind, const QString &mime, const QString &extension, ClaimedSize size = {})
{
    return {kind, mime, extension, size.width, size.height, true, false};
}

Sniffed program(const QString &mime)
{
    Sniffed found = known(MediaKind::File, mime, u"bin"_s);
    found.executable = true;
    return found;
}

std::optional<Sniffed> asImage(QByteArrayView b)
{
    if (has(b, 0, "\xFF\xD8\xFF"))
        return known(MediaKind::Image, u"image/jpeg"_s, u"jpg"_s, jpegSize(b));
    if (has(b, 0, "\x89PNG\r\n\x1a\n"))
        return known(MediaKind::Image, u"image/png"_s, u"png"_s, pngSize(b));
    if (has(b, 0, "GIF87a") || has(b, 0, "GIF89a"))
        return known(MediaKind::Image, u"image/gif"_s, u"gif"_s, gifSize(b));
    if (has(b, 0, "RIFF") && has(b, 8, "WEBP"))
        return known(MediaKind::Image, u"image/webp"_s, u"webp"_s, webpSize(b));
    if (has(b, 0, "BM") && le32(b, 14) >= 12 && le32(b, 14) <= 124 && le16(b, 6) == 0)
        return known(MediaKind::Image, u"image/bmp"_s, u"bmp"_s, bmpSize(b));
    return std::nullopt;
}

/// which handlers the movie header names: picture and sound tracks
struct Tracks {
    bool seen = false;
    bool picture = false;
    bool sound = false;
};

Tracks tracksOf(QByteArrayView b)
{
    Tracks tracks;
    for (IsoBox box = isoBoxAt(b, 0); !box.type.isEmpty(); box = isoBoxAt(b, qsizetype(qMin<qint64>(box.end, b.size())))) {
        if (box.type != "moov")
            continue;
        const QByteArrayView movie = part(b, box.contentBegin, qsizetype(qMin<qint64>(box.end, b.size()) - box.contentBegin));
        for (qsizetype at = movie.indexOf("hdlr"); at >= 0; at = movie.indexOf("hdlr", at + 4)) {
            tracks.seen = true;
            tracks.picture |= has(movie, at + 12, "vide");
            tracks.sound |= has(movie, at + 12, "soun");
        }
    }
    return tracks;
}

std::optional<Sniffed> asIsoFile(QByteArrayView b)
{
    const IsoBox first = isoBoxAt(b, 0);
    const bool oldQuickTime = first.type == "moov" || ((first.type == "wide" || first.type == "mdat" || first.type == "free") && first.end >= 8
                                                       && (has(b, first.end + 4, "mdat") || has(b, first.end + 4, "moov")));
    if (first.type != "ftyp" && !oldQuickTime)
        return std::nullopt;
    const QByteArrayView brands = first.type == "ftyp" ? part(b, 8, qMin<qint64>(first.end, 256) - 8) : QByteArrayView("qt  ");
    const QByteArrayView major = part(brands, 0, 4);
    static constexpr std::array heic{"heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1"};
    if (major == "avif" || major == "avis")
        return known(MediaKind::Image, u"image/avif"_s, u"avif"_s, heifSize(b));
    if (std::ranges::any_of(heic, [&](const char *brand) { return major == QByteArrayView(brand); }))
        return known(MediaKind::Image, u"image/heic"_s, u"heic"_s, heifSize(b));
    const Tracks tracks = tracksOf(b);
    const bool soundOnly = tracks.seen ? tracks.sound && !tracks.picture : major == "M4A " || major == "M4B ";
    if (soundOnly)
        return known(MediaKind::Audio, u"audio/mp4"_s, u"m4a"_s);
    if (major == "qt  ")
        return known(MediaKind::Video, u"video/quicktime"_s, u"mov"_s);
    if (major.startsWith("3g"))
        return known(MediaKind::Video, u"video/3gpp"_s, u"3gp"_s);
    return known(MediaKind::Video, u"video/mp4"_s, u"mp4"_s);
}

std::optional<Sniffed> asMatroska(QByteArrayView b)
{
    if (!has(b, 0, "\x1A\x45\xDF\xA3"))
        return std::nullopt;
    const QByteArrayView head = part(b, 0, 64 * 1024);
    const bool webm = part(b, 0, 64).contains("webm");
    const bool soundOnly = !head.contains("V_") && head.contains("A_");
    if (soundOnly)
        return known(MediaKind::Audio, webm ? u"audio/webm"_s : u"audio/x-matroska"_s, webm ? u"webm"_s : u"mka"_s);
    return known(MediaKind::Video, webm ? u"video/webm"_s : u"video/x-matroska"_s, webm ? u"webm"_s : u"mkv"_s);
}

std::optional<Sniffed> asOgg(QByteArrayView b)
{
    if (!has(b, 0, "OggS"))
        return std::nullopt;
    const QByteArrayView head = part(b, 0, 512);
    if (head.contains("\x80theora"))
        return known(MediaKind::Video, u"video/ogg"_s, u"ogv"_s);
    return known(MediaKind::Audio, u"audio/ogg"_s, head.contains("OpusHead") ? u"opus"_s : u"ogg"_s);
}

bool isMpegAudioFrame(QByteArrayView b, qsizetype at)
{
    const quint32 head = be32(b, at);
    return (head & 0xFFE00000) == 0xFFE00000 && ((head >> 19) & 3) != 1 && ((head >> 17) & 3) != 0 && ((head >> 12) & 15) != 15
        && ((head >> 10) & 3) != 3;
}

std::optional<Sniffed> asSound(QByteArrayView b)
{
    if (has(b, 0, "ID3") || (b.size() > 4 && isMpegAudioFrame(b, 0)))
        return known(MediaKind::Audio, u"audio/mpeg"_s, u"mp3"_s);
    if (u8(b, 0) == 0xFF && (u8(b, 1) & 0xF6) == 0xF0 && b.size() > 7)
        return known(MediaKind::Audio, u"audio/aac"_s, u"aac"_s);
    if (has(b, 0, "RIFF") && has(b, 8, "WAVE"))
        return known(MediaKind::Audio, u"audio/wav"_s, u"wav"_s);
    if (has(b, 0, "#!AMR\n") || has(b, 0, "#!AMR-WB\n"))
        return known(MediaKind::Audio, u"audio/amr"_s, u"amr"_s);
    if (has(b, 0, "fLaC"))
        return known(MediaKind::Audio, u"audio/flac"_s, u"flac"_s);
    return std::nullopt;
}

std::optional<Sniffed> asOtherVideo(QByteArrayView b)
{
    if (has(b, 0, "RIFF") && has(b, 8, "AVI "))
        return known(MediaKind::Video, u"video/x-msvideo"_s, u"avi"_s);
    if (has(b, 0, "FLV\x01"))
        return known(MediaKind::Video, u"video/x-flv"_s, u"flv"_s);
    if (has(b, 0, "\x30\x26\xB2\x75\x8E\x66\xCF\x11"))
        return known(MediaKind::Video, u"video/x-ms-wmv"_s, u"wmv"_s);
    if (has(b, 0, QByteArrayView("\x00\x00\x01\xBA", 4)))
        return known(MediaKind::Video, u"video/mpeg"_s, u"mpg"_s);
    if (b.size() > 376 && u8(b, 0) == 0x47 && u8(b, 188) == 0x47 && u8(b, 376) == 0x47)
        return known(MediaKind::Video, u"video/mp2t"_s, u"ts"_s);
    return std::nullopt;
}

std::optional<Sniffed> asProgram(QByteArrayView b)
{
    if (has(b, 0, "\x7F" "ELF"))
        return program(u"application/x-executable"_s);
    if (has(b, 0, "MZ"))
        return program(u"application/vnd.microsoft.portable-executable"_s);
    if (has(b, 0, "#!/") || has(b, 0, "#! /"))
        return program(u"text/x-script"_s);
    if (has(b, 0, "\xCF\xFA\xED\xFE") || has(b, 0, "\xCE\xFA\xED\xFE"))
        return program(u"application/x-mach-binary"_s);
    return std::nullopt;
}

std::optional<Sniffed> asDocument(QByteArrayView b)
{
    if (has(b, 0, "%PDF-"))
        return known(MediaKind::File, u"application/pdf"_s, u"pdf"_s);
    if (has(b, 0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
        return known(MediaKind::File, u"application/x-ole-storage"_s, u"doc"_s);
    if (has(b, 0, "{\\rtf"))
        return known(MediaKind::File, u"application/rtf"_s, u"rtf"_s);
    if (has(b, 0, "Rar!\x1A\x07"))
        return known(MediaKind::File, u"application/vnd.rar"_s, u"rar"_s);
    if (has(b, 0, "7z\xBC\xAF\x27\x1C"))
        return known(MediaKind::File, u"application/x-7z-compressed"_s, u"7z"_s);
    if (!has(b, 0, "PK\x03\x04") && !has(b, 0, "PK\x05\x06"))
        return std::nullopt;
    const QByteArrayView head = part(b, 0, 8192);
    const QString office = u"application/vnd.openxmlformats-officedocument."_s;
    if (head.contains("word/"))
        return known(MediaKind::File, office + u"wordprocessingml.document"_s, u"docx"_s);
    if (head.contains("xl/"))
        return known(MediaKind::File, office + u"spreadsheetml.sheet"_s, u"xlsx"_s);
    if (head.contains("ppt/"))
        return known(MediaKind::File, office + u"presentationml.presentation"_s, u"pptx"_s);
    if (head.contains("mimetypeapplication/vnd.oasis.opendocument"))
        return known(MediaKind::File, u"application/vnd.oasis.opendocument"_s, u"odf"_s);
    return known(MediaKind::File, u"application/zip"_s, u"zip"_s);
}

std::optional<Sniffed> asText(QByteArrayView b)
{
    const QByteArrayView head = part(b, 0, 64 * 1024);
    if (head.isEmpty() || head.contains('\0'))
        return std::nullopt;
    const auto odd = std::ranges::count_if(head, [](char c) { return quint8(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1b; });
    if (odd > 0)
        return std::nullopt;
    const QByteArray lower = part(b, 0, 1024).toByteArray().trimmed().toLower();
    if (lower.startsWith("<!doctype html") || lower.startsWith("<html") || lower.contains("<script"))
        return known(MediaKind::File, u"text/html"_s, u"html"_s);
    if (lower.startsWith("<svg") || (lower.startsWith("<?xml") && lower.contains("<svg")))
        return known(MediaKind::File, u"image/svg+xml"_s, u"svg"_s);
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString decoded = utf8(head.chopped(qMin<qsizetype>(head.size() > 4 && head.size() < b.size() ? 4 : 0, head.size())));
    return known(MediaKind::File, decoded.isNull() || utf8.hasError() ? u"text/x-other-encoding"_s : u"text/plain"_s, u"txt"_s);
}

} // namespace

Sniffed sniff(QByteArrayView bytes)
{
    for (const auto look : {asProgram, asImage, asIsoFile, asMatroska, asOgg, asOtherVideo, asSound, asDocument, asText}) {
        if (const auto found = look(bytes))
            return *found;
    }
    return {};
}

Result<> checkPixels(const Sniffed &found, const MediaLimits &limits)
{
    const bool tooLarge = found.width > limits.side || found.height > limits.side || found.width * found.height > limits.pixels;
    if (!tooLarge)
        return {};
    return failed(Failure::Invalid, u"refused_too_large"_s, u"the header claims %1 × %2 pixels"_s.arg(found.width).arg(found.height),
                  {{u"width"_s, found.width}, {u"height"_s, found.height}});
}

Result<Admitted> admit(QByteArrayView bytes, qint64 totalBytes, const QString &claimed, const MediaLimits &limits)
{
    if (totalBytes > limits.bytes)
        return failed(Failure::Invalid, u"refused_too_large"_s, u"%1 bytes"_s.arg(totalBytes), {{u"bytes"_s, totalBytes}, {u"limit"_s, limits.bytes}});
    if (totalBytes <= 0 || bytes.isEmpty())
        return failed(Failure::Invalid, u"refused_broken"_s, u"the file is empty"_s);
    Admitted admitted{sniff(bytes), false, claimed};
    if (admitted.found.executable)
        return failed(Failure::Invalid, u"refused_type"_s, admitted.found.mime, {{u"mime"_s, admitted.found.mime}});
    if (const auto small = checkPixels(admitted.found, limits); !small)
        return failed(small.error());
    const auto wanted = kindFromWord(claimed);
    if (!wanted || *wanted == MediaKind::File)
        return admitted;
    if (!admitted.found.known || admitted.found.mime == u"text/html"_s)
        return failed(Failure::Invalid, u"refused_type"_s, u"claimed %1, found %2"_s.arg(claimed, admitted.found.mime),
                      {{u"claimed"_s, claimed}, {u"mime"_s, admitted.found.mime}});
    admitted.mismatch = admitted.found.kind != *wanted;
    return admitted;
}

} // namespace trucban::media
