// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duty/export_bar.h"

#include "base/when_done.h"
#include "desk/request.h"
#include "ui/duty/duty_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/notice_bar.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QStandardPaths>

namespace trucban {

ExportBar::ExportBar(PaperDesk &desk, NoticeBar &notice, QWidget *parent) : QWidget(parent), m_desk(desk), m_notice(notice)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(Theme::space(2));
    const auto add = [&](const QString &name, const QString &words, const QString &icon, const QString &hint, auto act) {
        auto *button = new QPushButton(Theme::icon(icon), words, this);
        button->setObjectName(name);
        button->setToolTip(hint);
        button->setAccessibleName(hint);
        connect(button, &QPushButton::clicked, this, act);
        row->addWidget(button);
        return button;
    };
    m_print = add(u"exportPrint"_s, tr("Print…"), u"document-print"_s, tr("Print on paper"), [this] { print(); });
    m_pdf = add(u"exportPdf"_s, u"PDF"_s, u"application-pdf"_s, tr("Save as PDF"), [this] { save(u"pdf"_s); });
    m_csv = add(u"exportCsv"_s, u"CSV"_s, u"text-csv"_s, tr("Save as CSV for a spreadsheet"), [this] { save(u"csv"_s); });
    m_xlsx = add(u"exportXlsx"_s, u"Excel"_s, u"x-office-spreadsheet"_s, tr("Save as Excel workbook"), [this] { save(u"xlsx"_s); });
    row->addStretch(1);
    refresh();
}

void ExportBar::setJob(const std::optional<PaperJob> &job)
{
    m_job = job;
    refresh();
    Q_EMIT jobChanged();
}

void ExportBar::refresh()
{
    for (QPushButton *button : {m_print, m_pdf})
        button->setEnabled(m_job && !m_busy);
    for (QPushButton *button : {m_csv, m_xlsx}) {
        button->setVisible(!m_job || m_job->table);
        button->setEnabled(m_job && m_job->table && !m_busy);
    }
}

void ExportBar::save(const QString &format)
{
    if (!m_job || m_busy)
        return;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(window(), tr("Save as"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(format);
    dialog->selectFile(m_job->fileName + u'.' + format);
    dialog->setNameFilter(format == u"pdf" ? tr("PDF (*.pdf)") : format == u"csv" ? tr("Comma-separated values (*.csv)") : tr("Excel workbook (*.xlsx)"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, format](const QString &path) { saveAs(format, path); });
    dialog->open();
}

void ExportBar::saveAs(const QString &format, const QString &path)
{
    run(format, path, [format, path](const PaperJob &job) { return writeFile(job, format, path); }, tr("Saved as %1.").arg(QFileInfo(path).fileName()));
}

void ExportBar::print()
{
    if (!m_job || m_busy)
        return;
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setPageOrientation(m_job->sheet.landscape ? QPageLayout::Landscape : QPageLayout::Portrait);
    printer->setFullPage(true); // the margins are the paper's own
    printer->setDocName(m_job->title);
    auto *dialog = new QPrintDialog(printer.get(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer] {
        printer->setFullPage(true);
        run(u"print"_s, printer->printerName(), [printer](const PaperJob &job) { return printOut(job, printer); }, tr("Sent to the printer."));
    });
    dialog->open();
}

void ExportBar::run(const QString &how, const QString &file, std::function<QFuture<Result<>>(const PaperJob &)> work, const QString &goodWord)
{
    if (!m_job || m_busy)
        return;
    m_busy = true;
    refresh();
    const PaperJob job = *m_job;
    QJsonObject facts = job.facts;
    facts[u"format"_s] = how;
    facts[u"file"_s] = QFileInfo(file).fileName();
    const auto end = [this, file, goodWord](const Result<> &done) {
        m_busy = false;
        refresh();
        if (!done)
            return dutyWords::tell(m_notice, done.error());
        m_notice.confirm(goodWord);
        Q_EMIT saved(file);
    };
    whenDone(m_desk.logExport(job.what, facts, newRequest()), this, [this, job, work, end](const Result<QJsonObject> &logged) {
        if (!logged)
            return end(failed(logged.error()));
        whenDone(work(job), this, end);
    });
}

} // namespace trucban
