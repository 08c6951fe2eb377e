// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/media/picture_loader.h"

#include "base/when_done.h"

#include <QBuffer>
#include <QImageReader>
#include <QtConcurrent>

namespace trucban {

namespace {
constexpr qint64 mostPictureBytes = 16 * media::mebibyte;

/// Only JPEG as our own worker writes it, and no more memory than the largest of them needs.
Result<QImage> decoded(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer, "jpeg");
    reader.setAllocationLimit(64);
    const QImage image = reader.read();
    if (image.isNull())
        return failed(Failure::Bug, u"refused_broken"_s, reader.errorString());
    return image.convertToFormat(QImage::Format_RGB32);
}
} // namespace

PictureLoader::PictureLoader(media::MediaStore &store, QObject *parent, qint64 mostBytes) : QObject(parent), m_store(store), m_pictures(qsizetype(mostBytes / 1024))
{
}

template<typename Work>
void PictureLoader::fetch(const media::MediaPart &part, Work take)
{
    if (!part || m_asked.contains(part.id) || m_failures.contains(part.id) || part.bytes > mostPictureBytes)
        return;
    m_asked.insert(part.id);
    whenDone(media::readAll(m_store, part), this, [this, id = part.id, take](const Result<QByteArray> &bytes) {
        if (bytes)
            return take(*bytes);
        m_asked.remove(id);
        m_failures.insert(id, bytes.error());
        Q_EMIT arrived(id);
    });
}

QImage PictureLoader::picture(const media::MediaPart &part)
{
    if (const QImage *held = m_pictures.object(part.id.value))
        return *held;
    fetch(part, [this, id = part.id](const QByteArray &bytes) {
        whenDone(QtConcurrent::run(decoded, bytes), this, [this, id](const Result<QImage> &image) {
            m_asked.remove(id);
            if (image)
                m_pictures.insert(id.value, new QImage(*image), qsizetype(image->sizeInBytes() / 1024));
            else
                m_failures.insert(id, image.error());
            Q_EMIT arrived(id);
        });
    });
    return {};
}

std::optional<media::Waveform> PictureLoader::waveform(const media::MediaPart &part)
{
    if (const auto held = m_waveforms.constFind(part.id); held != m_waveforms.cend())
        return *held;
    fetch(part, [this, id = part.id](const QByteArray &bytes) {
        m_asked.remove(id);
        if (const auto wave = media::Waveform::decoded(bytes))
            m_waveforms.insert(id, *wave);
        else
            m_failures.insert(id, Failure{Failure::Bug, u"refused_broken"_s, {}, {}});
        Q_EMIT arrived(id);
    });
    return std::nullopt;
}

std::optional<Failure> PictureLoader::failure(MediaId id) const
{
    const auto found = m_failures.constFind(id);
    return found == m_failures.cend() ? std::nullopt : std::optional(*found);
}

void PictureLoader::forget(MediaId id)
{
    m_failures.remove(id);
}

} // namespace trucban
