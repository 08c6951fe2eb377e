// SPDX-License-Identifier: GPL-3.0-or-later
#include "media_maker.h"

#include "documents.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace samples {

static constexpr int FramesPerSecond = 12;
static constexpr double LongestVideo = 20, LongestAudio = 40;
static constexpr int ToolLimitMs = 180'000;
static const QByteArray CacheVersion = "5"; // changes when the same sample would come out differently

MediaMaker::MediaMaker(const QString &cacheFolder, bool realSizes) : m_folder(QDir(cacheFolder).absolutePath()), m_realSizes(realSizes)
{
    QDir().mkpath(m_folder);
}

double MediaMaker::length(const SampleAttachment &attachment) const
{
    const double wanted = attachment.seconds > 0 ? attachment.seconds : 8;
    return m_realSizes ? wanted : qMin(wanted, attachment.kind == u"video" ? LongestVideo : LongestAudio);
}

// ---- tools -------------------------------------------------------------------------------------------------------------------

static std::expected<void, QString> finish(QProcess &process)
{
    const QString name = process.program();
    if (process.error() == QProcess::FailedToStart)
        return std::unexpected(u"%1 is not installed"_s.arg(name));
    if (!process.waitForFinished(ToolLimitMs)) {
        process.kill();
        process.waitForFinished();
        return std::unexpected(u"%1 took too long"_s.arg(name));
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return std::unexpected(u"%1 failed: %2"_s.arg(name, QString::fromUtf8(process.readAllStandardError()).trimmed().right(400)));
    return {};
}

static std::expected<void, QString> run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.closeWriteChannel();
    return finish(process);
}

static const QStringList Quietly {u"-hide_banner"_s, u"-loglevel"_s, u"error"_s, u"-nostdin"_s, u"-y"_s};

// ---- sound -------------------------------------------------------------------------------------------------------------------

MediaMaker::Outcome MediaMaker::speak(const QString &wav, const QString &words, bool child) const
{
    return run(u"espeak-ng"_s, {u"-v"_s, u"vi"_s, u"-s"_s, child ? u"170"_s : u"150"_s, u"-p"_s, child ? u"95"_s : u"45"_s, u"-w"_s, wav,
                                words.normalized(QString::NormalizationForm_C)});
}

static QString spokenWords(const SampleMessage &message, const SampleAttachment &attachment)
{
    if (attachment.contains.contains(u"tieng_tre_em"_s))
        return u"Hu hu, mẹ ơi, con xin lỗi, con đau quá. Hu hu. Con không dám nữa đâu ạ."_s;
    if (attachment.contains.contains(u"giong_noi"_s) && attachment.kind == u"audio")
        return u"Alô. Anh chuyển tiền ngay trong hôm nay cho tôi. Không chuyển thì đừng có trách. Anh nghe rõ chưa?"_s;
    if (message.text.trimmed().isEmpty())
        return u"Alô công an ạ, em quay lại cảnh ở đây, các anh đến ngay giúp em với."_s;
    return u"Alô trực ban ạ. "_s + message.text.left(220);
}

MediaMaker::Outcome MediaMaker::audio(const QString &path, const QString &words, const SampleAttachment &attachment) const
{
    const QString wav = path + u".voice.wav"_s, seconds = QString::number(length(attachment));
    if (const auto spoken = speak(wav, words, attachment.contains.contains(u"tieng_tre_em"_s)); !spoken)
        return spoken;
    const bool bangs = attachment.contains.contains(u"tieng_no"_s);
    const QString noise = bangs ? u"aevalsrc=0.01*(random(0)*2-1)+0.8*(random(1)*2-1)*exp(-7*mod(t\\,4.3)):s=44100:d=%1"_s.arg(seconds)
                                : u"anoisesrc=color=pink:amplitude=0.03:r=44100:d=%1"_s.arg(seconds);
    const bool mp3 = attachment.mime == u"audio/mpeg";
    const QString rate = m_realSizes && attachment.sizeBytes > 0
                             ? QString::number(
                                   qBound(qint64(24'000), qint64(double(attachment.sizeBytes) * 8 / length(attachment)), qint64(256'000)))
                             : u"40k"_s;
    const auto made = run(u"ffmpeg"_s, Quietly
                                           + QStringList {u"-i"_s, wav, u"-f"_s, u"lavfi"_s, u"-i"_s, noise, u"-filter_complex"_s,
                                                          u"[0:a]aresample=44100[v];[v][1:a]amix=inputs=2:duration=longest:normalize=0"_s,
                                                          u"-t"_s, seconds, u"-ac"_s, u"1"_s, u"-c:a"_s, mp3 ? u"libmp3lame"_s : u"aac"_s,
                                                          u"-b:a"_s, rate, u"-f"_s, mp3 ? u"mp3"_s : u"ipod"_s, path});
    QFile::remove(wav);
    return made;
}

// ---- pictures ----------------------------------------------------------------------------------------------------------------

MediaMaker::Outcome MediaMaker::image(const QString &path, const Scene &scene, const SampleAttachment &attachment) const
{
    const bool png = attachment.mime == u"image/png";
    const QImage picture = photo(scene, m_realSizes ? 5 : png ? 1.5 : 2);
    if (!picture.save(path, png ? "PNG" : "JPEG", png ? -1 : m_realSizes ? 97 : 86))
        return std::unexpected(u"%1 cannot be written"_s.arg(path));
    return {};
}

static QStringList videoCoding(const SampleAttachment &attachment, double seconds, bool realSizes)
{
    const QString container = attachment.mime == u"video/quicktime" ? u"mov"_s : u"mp4"_s;
    QStringList coding {u"-c:v"_s, u"libx264"_s, u"-preset"_s, u"veryfast"_s, u"-pix_fmt"_s, u"yuv420p"_s};
    if (realSizes && attachment.sizeBytes > 0) {
        const QString rate = QString::number(qint64(double(attachment.sizeBytes) * 8 / seconds) - 64'000);
        coding += {u"-vf"_s, u"noise=alls=14:allf=t"_s, u"-b:v"_s,       rate, u"-minrate"_s, rate, u"-maxrate"_s, rate, u"-bufsize"_s,
                   rate,     u"-x264-params"_s,         u"nal-hrd=cbr"_s};
    } else {
        coding += {u"-crf"_s, u"34"_s};
    }
    return coding + QStringList {u"-c:a"_s,      u"aac"_s,       u"-b:a"_s,       u"40k"_s, u"-ac"_s, u"1"_s,
                                 u"-shortest"_s, u"-movflags"_s, u"+faststart"_s, u"-f"_s,  container};
}

MediaMaker::Outcome MediaMaker::video(const QString &path, const Scene &scene, const SampleAttachment &attachment) const
{
    const double seconds = length(attachment);
    const QSize size = m_realSizes ? QSize(1280, 720) : QSize(640, 360);
    SampleAttachment sound = attachment;
    sound.kind = u"audio"_s;
    sound.mime = u"audio/mp4"_s;
    sound.seconds = seconds;
    const QString track = path + u".sound.m4a"_s;
    const QString words = scene.words.isEmpty() ? u"Alô công an ạ, em quay lại cảnh ở đây, các anh đến ngay giúp em với."_s : scene.words;
    if (const auto made = audio(track, words, sound); !made)
        return made;
    QProcess encoder;
    encoder.start(u"ffmpeg"_s, QStringList {u"-hide_banner"_s, u"-loglevel"_s, u"error"_s, u"-y"_s, u"-f"_s, u"rawvideo"_s, u"-pix_fmt"_s,
                                            u"bgra"_s, u"-s"_s, u"%1x%2"_s.arg(size.width()).arg(size.height()), u"-r"_s,
                                            QString::number(FramesPerSecond), u"-i"_s, u"-"_s, u"-i"_s, track}
                                   + videoCoding(attachment, seconds, m_realSizes) + QStringList {path});
    encoder.waitForStarted();
    QImage frame(size, QImage::Format_RGB32);
    for (int i = 0; i < int(seconds * FramesPerSecond) && encoder.state() == QProcess::Running; ++i) {
        frame.fill(Qt::black);
        QPainter painter(&frame);
        paintScene(painter, size, scene, double(i) / FramesPerSecond);
        painter.end();
        encoder.write(reinterpret_cast<const char *>(frame.constBits()), frame.sizeInBytes());
        while (encoder.bytesToWrite() > frame.sizeInBytes() * 4 && encoder.waitForBytesWritten(10'000)) {
        }
    }
    encoder.closeWriteChannel();
    const auto made = finish(encoder);
    QFile::remove(track);
    return made;
}

// ---- the whole ---------------------------------------------------------------------------------------------------------------

// Messenger hands HEIC photos over as JPEG, and so do we
static SampleAttachment asMessengerPasses(SampleAttachment attachment)
{
    if (attachment.mime == u"image/heic") {
        attachment.mime = u"image/jpeg"_s;
        attachment.fileName = QFileInfo(attachment.fileName).completeBaseName() + u".jpg"_s;
    }
    return attachment;
}

Made MediaMaker::make(const SampleMessage &message, const SampleAttachment &given)
{
    const SampleAttachment attachment = asMessengerPasses(given);
    QCryptographicHash key(QCryptographicHash::Sha1);
    key.addData(CacheVersion + (m_realSizes ? "real" : "small") + message.id.toUtf8() + QJsonDocument(given.described).toJson()
                + message.text.toUtf8());
    const QByteArray digest = key.result();
    const QString safe = QFileInfo(attachment.fileName).fileName();
    const MediaFile file {.path = u"%1/%2-%3"_s.arg(m_folder, QString::fromLatin1(digest.toHex().first(12)), safe),
                          .name = attachment.fileName,
                          .mime = attachment.mime,
                          .kind = attachment.kind};
    if (QFileInfo(file.path).size() > 0)
        return file;
    const QDateTime taken = QDateTime::fromString(message.receivedAt, Qt::ISODate);
    const Scene scene {.contains = attachment.contains,
                       .subject = message.subtype,
                       .words = message.text.normalized(QString::NormalizationForm_C),
                       .caption = attachment.fileName,
                       .stamp = taken.toOffsetFromUtc(7 * 3600).toString(u"dd/MM/yyyy HH:mm"_s),
                       .seed = digest.first(4).toHex().toUInt(nullptr, 16)};
    const QString partial = file.path + u".partial"_s;
    Outcome outcome;
    if (attachment.kind == u"image" || attachment.kind == u"sticker")
        outcome = image(partial, scene, attachment);
    else if (attachment.kind == u"video")
        outcome = video(partial, scene, attachment);
    else if (attachment.kind == u"audio")
        outcome = audio(partial, spokenWords(message, attachment), attachment);
    else
        outcome = writeDocument(partial, attachment.mime, attachment.fileName, scene.words);
    if (!outcome)
        return std::unexpected(u"%1 of %2 could not be made: %3"_s.arg(attachment.fileName, message.id, outcome.error()));
    if (!QFile::rename(partial, file.path))
        return std::unexpected(u"%1 cannot be written"_s.arg(file.path));
    return file;
}

} // namespace samples
