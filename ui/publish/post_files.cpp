// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publish/post_files.h"

#include "media/sniff.h"

#include <QDir>
#include <QFileInfo>
#include <QImageReader>
#include <QPainter>

namespace trucban {

Result<QString> cleanPicture(const QString &path, const QString &folder)
{
    QImageReader reader(path);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && qint64(size.width()) * size.height() > 100'000'000)
        return failed(Failure::Invalid, u"refused_too_large"_s, path);
    const QSize wanted = size.isValid() ? size.scaled(QSize(4096, 4096), Qt::KeepAspectRatio) : QSize();
    if (wanted.isValid() && wanted.width() < size.width())
        reader.setScaledSize(wanted);
    const QImage picture = reader.read();
    if (picture.isNull())
        return failed(Failure::Invalid, u"refused_broken"_s, reader.errorString(), {{u"path"_s, path}});
    return cleanPicture(picture, QDir(folder).filePath(QFileInfo(path).completeBaseName() + u".jpg"_s));
}

// drawn anew: colour profiles, places, dates and thumbnails stay behind
Result<QString> cleanPicture(const QImage &picture, const QString &path)
{
    QImage plain(picture.size(), QImage::Format_RGB32);
    plain.fill(Qt::white);
    QPainter(&plain).drawImage(0, 0, picture);
    if (!plain.save(path, "JPEG", 90))
        return failed(Failure::Invalid, u"file_not_readable"_s, path);
    return path;
}

Result<PreparedFile> preparedFile(const QString &path, const QString &folder)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failed(Failure::Invalid, u"file_not_readable"_s, file.errorString(), {{u"path"_s, path}});
    const media::Sniffed found = media::sniff(file.read(media::mebibyte));
    if (found.kind == media::MediaKind::Video)
        return PreparedFile{path, true};
    if (found.kind != media::MediaKind::Image)
        return failed(Failure::Invalid, u"refused_type"_s, path);
    return cleanPicture(path, folder).transform([](const QString &clean) { return PreparedFile{clean, false}; });
}

} // namespace trucban
