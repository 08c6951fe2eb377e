// SPDX-License-Identifier: GPL-3.0-or-later
// Real media files made on the spot by ffmpeg and ImageMagick.
#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace trucban::tests {

class SampleMedia
{
public:
    SampleMedia() : m_folder(QStringLiteral(TRUCBAN_BINARY_DIR "/sample-media-XXXXXX")) {}

    QString path(const QString &name) const { return m_folder.filePath(name); }

    /// what ffmpeg makes of `words` under that name
    QByteArray byFfmpeg(const QString &name, const QStringList &words)
    {
        return made(name, QStringLiteral("ffmpeg"), QStringList{QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y")} + words + QStringList{path(name)});
    }
    QByteArray byMagick(const QString &name, const QStringList &words)
    {
        return made(name, QStringLiteral("convert"), words + QStringList{path(name)});
    }
    /// a film of one colour a second: red, green, blue, and then again; with a tone when wanted
    QByteArray film(const QString &name, int seconds, const QString &size, const QStringList &codec, bool sound = true)
    {
        const QString colours = QStringLiteral("color=c=red:s=%1:r=25:d=1[r];color=c=lime:s=%1:r=25:d=1[g];color=c=blue:s=%1:r=25:d=1[b];"
                                               "[r][g][b]concat=n=3,loop=loop=-1:size=75[v]").arg(size);
        QStringList words{QStringLiteral("-filter_complex"), colours};
        if (sound)
            words = QStringList{QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"), QStringLiteral("sine=frequency=440:duration=%1").arg(seconds)} + words
                + QStringList{QStringLiteral("-map"), QStringLiteral("0:a")};
        return byFfmpeg(name, words + QStringList{QStringLiteral("-map"), QStringLiteral("[v]"), QStringLiteral("-t"), QString::number(seconds)} + codec);
    }

private:
    QByteArray made(const QString &name, const QString &program, const QStringList &words)
    {
        QProcess maker;
        maker.setProcessChannelMode(QProcess::MergedChannels);
        maker.start(program, words);
        QFile file(path(name));
        if (!maker.waitForFinished(60'000) || maker.exitCode() != 0 || !file.open(QIODevice::ReadOnly))
            qFatal("%s could not make %s: %s", qPrintable(program), qPrintable(name), maker.readAll().constData());
        return file.readAll();
    }

    QTemporaryDir m_folder;
};

} // namespace trucban::tests
