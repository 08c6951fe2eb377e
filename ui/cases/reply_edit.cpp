// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/reply_edit.h"

#include <QMimeData>
#include <QUrl>

namespace trucban {

namespace {

QStringList localFiles(const QMimeData &source)
{
    QStringList paths;
    for (const QUrl &url : source.urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace

bool ReplyEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasImage() || !localFiles(*source).isEmpty() || QPlainTextEdit::canInsertFromMimeData(source);
}

void ReplyEdit::insertFromMimeData(const QMimeData *source)
{
    if (const QStringList paths = localFiles(*source); !paths.isEmpty())
        Q_EMIT filesGiven(paths);
    else if (source->hasImage() && !source->hasText()) // a table copied from a sheet brings its picture along: its words are meant
        Q_EMIT pictureGiven(source->imageData().value<QImage>());
    else
        QPlainTextEdit::insertFromMimeData(source);
}

} // namespace trucban
