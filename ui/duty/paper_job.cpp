// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duty/paper_job.h"

#include "paper/pdf_file.h"

#include <QPainter>
#include <QPrinter>
#include <QtConcurrent>

namespace trucban {

PaperJob PaperJob::ofTable(const QString &title, const paper::Sheet &sheet, Table table)
{
    PaperJob job;
    job.title = title;
    job.sheet = sheet;
    job.table = table;
    job.pages = [sheet, table](const paper::PageSink &sink) {
        const auto document = paper::pagesDocument(sheet, sink);
        return table(*document);
    };
    return job;
}

QFuture<Result<PaperPictures>> picturesOf(const PaperJob &job, int width, int most)
{
    return QtConcurrent::run([job, width, most]() -> Result<PaperPictures> {
        PaperPictures pictures;
        const auto done = job.pages([&](const paper::Page &page) {
            if (pictures.pages.size() >= most) {
                pictures.more = true;
                return false;
            }
            pictures.pages.append(page.picture(width));
            return true;
        });
        if (!done)
            return failed(done.error());
        return pictures;
    });
}

QFuture<Result<>> writeFile(const PaperJob &job, const QString &format, const QString &path)
{
    return QtConcurrent::run([job, format, path]() -> Result<> {
        if (format == u"pdf") {
            paper::PdfFile file(path, job.title, job.sheet);
            return job.pages(file.sink()).and_then([&] { return file.close(); });
        }
        const auto document = paper::documentFor(format, path, job.title, job.sheet);
        return document && job.table ? job.table(*document) : Result<>(failed(Failure::Invalid, u"kind_unknown"_s));
    });
}

QFuture<Result<>> printOut(const PaperJob &job, std::shared_ptr<QPrinter> printer)
{
    return QtConcurrent::run([job, printer]() -> Result<> {
        QPainter painter;
        bool good = true, first = true;
        const auto done = job.pages([&](const paper::Page &page) {
            good = first ? painter.begin(printer.get()) : printer->newPage();
            first = false;
            if (!good)
                return false;
            painter.save();
            const double scale = printer->resolution() / paper::unitsPerInch;
            painter.scale(scale, scale);
            page.paint(painter);
            painter.restore();
            return true;
        });
        painter.end();
        if (done && !good)
            return failed(Failure::Offline, u"printer_failed"_s);
        return done;
    });
}

} // namespace trucban
