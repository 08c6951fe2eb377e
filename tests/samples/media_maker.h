// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the attachments of sample citizens as real files of their kind, once, into a cache folder.
#pragma once

#include "citizens.h"
#include "scenes.h"

#include <expected>

namespace samples {

struct MediaFile {
    QString path;
    QString name;
    QString mime;
    QString kind;
};

using Made = std::expected<MediaFile, QString>; // or what went wrong, for the person at the terminal

class MediaMaker
{
public:
    MediaMaker(const QString &cacheFolder, bool realSizes);
    Made make(const SampleMessage &message, const SampleAttachment &attachment);

private:
    using Outcome = std::expected<void, QString>;
    Outcome image(const QString &path, const Scene &scene, const SampleAttachment &attachment) const;
    Outcome video(const QString &path, const Scene &scene, const SampleAttachment &attachment) const;
    Outcome audio(const QString &path, const QString &words, const SampleAttachment &attachment) const;
    Outcome speak(const QString &wav, const QString &words, bool child) const;
    double length(const SampleAttachment &attachment) const;

    QString m_folder;
    bool m_realSizes;
};

} // namespace samples
