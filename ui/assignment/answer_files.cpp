// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignment/answer_files.h"

#include "desk/unit_desk_upload.h"
#include "ui/assignment/assignment_words.h"
#include "ui/widgets/labels.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

namespace trucban {

AnswerFiles::AnswerFiles(Database &database, QWidget *parent)
    : QWidget(parent), m_database(database), m_column(new QVBoxLayout(this))
{
    setAccessibleName(tr("Files of the answer"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Theme::space(1));
}

void AnswerFiles::add(const QStringList &paths)
{
    for (const QString &path : paths) {
        auto *upload = new FileUpload(m_database, path, this);
        m_uploads.append(upload);
        addRow(upload);
        upload->start();
    }
    Q_EMIT changed();
}

void AnswerFiles::clear()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    qDeleteAll(std::exchange(m_uploads, {}));
    Q_EMIT changed();
}

QList<NamedFile> AnswerFiles::files() const
{
    QList<NamedFile> files;
    for (const FileUpload *upload : m_uploads) {
        const bool known = std::ranges::contains(files, upload->media(), &NamedFile::id);
        if (upload->isDone() && !known)
            files.append({upload->media(), upload->fileName()});
    }
    return files;
}

bool AnswerFiles::isBusy() const
{
    return std::ranges::any_of(m_uploads, [](const FileUpload *upload) { return !upload->isDone() && !upload->failure(); });
}

bool AnswerFiles::hasRefused() const
{
    return std::ranges::any_of(m_uploads, [](const FileUpload *upload) { return upload->failure().has_value(); });
}

void AnswerFiles::addRow(FileUpload *upload)
{
    auto *holder = new QWidget(this);
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    auto *name = new ElidedLabel(upload->fileName(), holder, Qt::ElideMiddle);
    name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *bar = new QProgressBar(holder);
    bar->setAccessibleName(tr("Progress of %1").arg(upload->fileName()));
    bar->setMaximumWidth(Theme::space(30));
    auto *again = new QPushButton(tr("Try again"), holder);
    again->hide();
    auto *drop = new QToolButton(holder);
    drop->setIcon(Theme::icon(u"dialog-close"_s));
    drop->setAutoRaise(true);
    drop->setToolTip(tr("Leave this file out"));
    drop->setAccessibleName(tr("Leave %1 out").arg(upload->fileName()));
    auto *words = new QuietLabel({}, holder);
    words->setWordWrap(true);
    words->hide();
    row->addWidget(name, 1);
    row->addWidget(bar);
    row->addWidget(again);
    row->addWidget(drop);
    column->addLayout(row);
    column->addWidget(words);
    m_column->addWidget(holder);
    connect(upload, &FileUpload::progressed, bar, &QProgressBar::setValue);
    connect(upload, &FileUpload::finished, holder, [this, upload, bar, again, words] {
        if (upload->failure()) {
            const FailureWords why = assignmentWords::refusal(*upload->failure());
            words->setText(why.happened + u' ' + why.next);
        } else {
            words->setText(tr("%1, %2; safe in the store.").arg(assignmentWords::fileKind(upload->kind()), assignmentWords::fileSize(upload->bytes())));
        }
        words->show();
        bar->setVisible(false);
        again->setVisible(upload->failure() && upload->failure()->kind == Failure::Offline);
        Q_EMIT changed();
    });
    connect(again, &QPushButton::clicked, upload, [this, upload, bar, again, words] {
        words->hide();
        again->hide();
        bar->show();
        upload->start();
        Q_EMIT changed();
    });
    connect(drop, &QToolButton::clicked, holder, [this, upload, holder] {
        m_uploads.removeOne(upload);
        upload->deleteLater();
        m_column->removeWidget(holder);
        holder->hide();
        holder->deleteLater();
        Q_EMIT changed();
    });
}

} // namespace trucban
