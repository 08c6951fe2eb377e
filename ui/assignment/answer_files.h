// SPDX-License-Identifier: GPL-3.0-or-later
// AnswerFiles: the files going with an answer, each with its progress, its refusal in words and a way to try again.
#pragma once

#include "desk/assignment_values.h"

#include <QWidget>

class QVBoxLayout;

namespace trucban {

class Database;
class FileUpload;

class AnswerFiles : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerFiles(Database &database, QWidget *parent = nullptr);
    void add(const QStringList &paths);
    void clear();
    /// In the order they were added; only whole ones.
    QList<NamedFile> files() const;
    bool isBusy() const;
    bool hasRefused() const;
    qsizetype count() const { return m_uploads.size(); }

Q_SIGNALS:
    void changed();

private:
    void addRow(FileUpload *upload);

    Database &m_database;
    QList<FileUpload *> m_uploads;
    QVBoxLayout *m_column;
};

} // namespace trucban
