// SPDX-License-Identifier: GPL-3.0-or-later
// PaperJob: a document as work that any thread can do. Laid out and painted on the same thread, never on the GUI's.
#pragma once

#include "paper/document.h"

#include <QFuture>
#include <QJsonObject>

#include <functional>
#include <memory>

class QPrinter;

namespace trucban {

struct PaperJob {
    using Pages = std::function<Result<>(const paper::PageSink &)>;
    using Table = std::function<Result<>(paper::DocumentWriter &)>;

    QString title;
    QString fileName; // without ending
    paper::Sheet sheet;
    Pages pages;
    Table table; // none: pages only
    QString what; // for the log of exports: slip register report handover
    QJsonObject facts;

    /// A document of tables: its pages follow from it.
    static PaperJob ofTable(const QString &title, const paper::Sheet &sheet, Table table);
};

struct PaperPictures {
    QList<QImage> pages;
    bool more = false; // there are sheets after these
};

/// The first sheets as pictures
QFuture<Result<PaperPictures>> picturesOf(const PaperJob &job, int width, int most);
/// pdf, csv or xlsx
QFuture<Result<>> writeFile(const PaperJob &job, const QString &format, const QString &path);
/// The printer was chosen before, on the GUI thread.
QFuture<Result<>> printOut(const PaperJob &job, std::shared_ptr<QPrinter> printer);

} // namespace trucban
