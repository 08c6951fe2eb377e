// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at a PDF as somebody else's program sees it: poppler for words, fonts and pixels, zbar for the code.
#pragma once

#include "base/result.h"

#include <QImage>
#include <QProcess>
#include <QTemporaryDir>

namespace trucban::paper {

inline QString run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        return u"FAILED: "_s + QString::fromUtf8(process.readAllStandardError());
    return QString::fromUtf8(process.readAllStandardOutput());
}

inline QString wordsOf(const QString &pdf, const QStringList &options = {})
{
    return run(u"pdftotext"_s, options + QStringList{u"-layout"_s, pdf, u"-"_s}).normalized(QString::NormalizationForm_C);
}

/// One page of it in black and white at so many dots per inch
inline QImage pictureOf(const QString &pdf, int page, int dpi = 150)
{
    QTemporaryDir folder;
    const QString base = folder.filePath(u"page"_s);
    run(u"pdftoppm"_s, {u"-r"_s, QString::number(dpi), u"-f"_s, QString::number(page), u"-l"_s, QString::number(page), u"-singlefile"_s, u"-png"_s, pdf, base});
    return QImage(base + u".png"_s);
}

/// What is darker than `threshold` on it
inline QRect inkOf(const QImage &image, const QRect &within = {}, int threshold = 128)
{
    QRect ink;
    const QRect box = within.isValid() ? within & image.rect() : image.rect();
    for (int y = box.top(); y <= box.bottom(); ++y)
        for (int x = box.left(); x <= box.right(); ++x)
            if (qGray(image.pixel(x, y)) < threshold)
                ink |= QRect(x, y, 1, 1);
    return ink;
}

inline double millimetres(double pixels, int dpi = 150)
{
    return pixels * 25.4 / dpi;
}

} // namespace trucban::paper
