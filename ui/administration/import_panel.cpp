// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/import_panel.h"

#include "base/when_done.h"
#include "ui/administration/administration_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/notice_bar.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>

namespace trucban {

ImportPanel::ImportPanel(Database &database, const AdminListSpec &spec, QWidget *parent)
    : QWidget(parent), m_desk(database), m_sheet(*sheetOf(spec.list)), m_notice(new NoticeBar(this)), m_title(new ElidedLabel({}, this, Qt::ElideMiddle)),
      m_summary(new QLabel(this)), m_bad(new QTableWidget(0, 2, this)), m_import(new QPushButton(this)), m_again(new QPushButton(tr("Try the file again"), this)),
      m_copy(new QPushButton(tr("Copy the passwords"), this))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(Theme::space(3), Theme::space(2), Theme::space(3), Theme::space(2));
    column->setSpacing(Theme::space(2));
    m_title->setFont(Theme::bold());
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_bad->horizontalHeader()->setStretchLastSection(true);
    m_bad->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_bad->verticalHeader()->hide();
    m_bad->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_bad->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_bad->setShowGrid(false);
    m_bad->setObjectName(u"importLines"_s);
    m_import->setObjectName(u"importNow"_s);
    m_copy->hide();
    auto *buttons = new QHBoxLayout;
    auto *close = new QPushButton(tr("Close"), this);
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_again);
    buttons->addWidget(m_import);
    m_import->setDefault(true);
    column->addWidget(m_title);
    column->addWidget(m_summary);
    column->addWidget(m_bad, 1);
    column->addStretch(0);
    column->addLayout(buttons);
    outer->addWidget(m_notice);
    outer->addLayout(column, 1);
    connect(m_import, &QPushButton::clicked, this, &ImportPanel::importNow);
    connect(m_again, &QPushButton::clicked, this, [this] { tryFile(m_path); });
    connect(close, &QPushButton::clicked, this, [this] {
        m_bad->setRowCount(0); // no password stays behind a closed panel
        m_shows = false;
        Q_EMIT closed();
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QStringList lines;
        for (int row = 0; row < m_bad->rowCount(); ++row)
            lines.append(m_bad->item(row, 0)->text() + u'\t' + m_bad->item(row, 1)->text());
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
        m_notice->confirm(tr("Copied. Paste it where only the people themselves will read it."));
    });
}

void ImportPanel::tryFile(const QString &path)
{
    m_path = path;
    m_notice->clear();
    m_title->setText(QFileInfo(path).fileName());
    m_summary->setText(tr("Trying every line; nothing is changed yet…"));
    m_bad->hide();
    m_import->hide();
    m_copy->hide();
    m_again->show();
    m_shows = false;
    m_request.clear();
    ++m_waiting;
    whenDone(m_desk.importFile(m_sheet, path, true, newRequest()), this, [this, path](const Result<ImportReport> &report) {
        --m_waiting;
        if (path != m_path)
            return;
        if (report)
            return showReport(*report);
        m_summary->clear();
        m_notice->tell(Meaning::Soon, administrationWords::refusal(report.error()));
    });
}

void ImportPanel::showReport(const ImportReport &report)
{
    m_bad->setHorizontalHeaderLabels({tr("Line"), tr("What is wrong")});
    m_bad->setAccessibleName(tr("Lines that are not right"));
    m_bad->setRowCount(int(report.bad.size()));
    for (int row = 0; row < report.bad.size(); ++row) {
        const ImportReport::Bad &bad = report.bad.at(row);
        const QString why = administrationWords::fault(bad.code, bad.facts);
        m_bad->setItem(row, 0, new QTableWidgetItem(QString::number(bad.line)));
        m_bad->setItem(row, 1, new QTableWidgetItem(why.isEmpty() ? bad.code : why));
    }
    m_bad->setVisible(!report.bad.isEmpty());
    const bool good = report.bad.isEmpty() && report.lines > 0;
    if (report.lines == 0)
        m_summary->setText(tr("The file has no lines under its header."));
    else if (good)
        m_summary->setText(m_sheet == Sheet::People ? tr("Every line is right (%1). Each adds a person who may sign in.").arg(report.lines)
                                                    : tr("Every line is right (%1). Rows whose code and day are known are changed, the others are added.").arg(report.lines));
    else
        m_summary->setText(tr("Of %2 lines, %1 cannot be taken; nothing was changed. Mend them in the file, then try it again.").arg(report.bad.size()).arg(report.lines));
    m_import->setText(report.lines == 1 ? tr("Import 1 line") : tr("Import %1 lines").arg(report.lines));
    m_import->setVisible(good);
    if (good)
        m_import->setFocus();
}

void ImportPanel::importNow()
{
    if (m_waiting > 0)
        return;
    if (m_request.isEmpty())
        m_request = newRequest();
    ++m_waiting;
    m_import->setEnabled(false);
    whenDone(m_desk.importFile(m_sheet, m_path, false, m_request), this, [this](const Result<ImportReport> &report) {
        --m_waiting;
        m_import->setEnabled(true);
        if (!report)
            m_notice->tell(Meaning::Soon, administrationWords::refusal(report.error()));
        else if (!report->bad.isEmpty()) // the file or the lists have changed since it was tried
            showReport(*report);
        else {
            if (!report->passwords.isEmpty())
                showPasswords(*report);
            Q_EMIT imported(report->good, report->dueMoves);
        }
    });
}

void ImportPanel::showPasswords(const ImportReport &report)
{
    m_shows = true;
    m_bad->setHorizontalHeaderLabels({tr("Login"), tr("Password")});
    m_bad->setAccessibleName(tr("New passwords"));
    m_bad->setRowCount(int(report.passwords.size()));
    for (int row = 0; row < report.passwords.size(); ++row) {
        m_bad->setItem(row, 0, new QTableWidgetItem(report.passwords.at(row).first));
        m_bad->setItem(row, 1, new QTableWidgetItem(report.passwords.at(row).second));
    }
    m_bad->show();
    m_summary->setText(tr("These passwords were made here and are shown only now; the server keeps none of them. Hand each to its person, then close."));
    m_import->hide();
    m_again->hide();
    m_copy->show();
    m_bad->setFocus();
}

} // namespace trucban
