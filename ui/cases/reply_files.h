// SPDX-License-Identifier: GPL-3.0-or-later
// ReplyFiles: the files of a reply. What comes from disk goes to the store at once, so that a draft loses nothing;
// what is sent is the copy the sandbox made of it.
#pragma once

#include "desk/case_desk.h"
#include "ui/media/picture_loader.h"

#include <QWidget>

class QHBoxLayout;
class QScrollArea;

namespace trucban {

class FileChip;
class FileUpload;

class ReplyFiles : public QWidget
{
    Q_OBJECT
public:
    /// `folder`: where pasted pictures are kept until they are sent
    ReplyFiles(Database &database, PictureLoader &pictures, const QString &folder, QWidget *parent = nullptr);
    ~ReplyFiles() override;

    /// Another reply, with the files its draft holds
    void begin(const QList<ReplyFile> &files);
    void add(const ReplyFile &file);
    void addPaths(const QStringList &paths);
    void addPicture(const QImage &picture);
    bool holds(MediaId source) const;
    bool isEmpty() const { return m_files.empty(); }
    qsizetype count() const { return qsizetype(m_files.size()); }
    /// as a draft keeps them, also those not in the store yet
    QList<ReplyFile> files() const;
    /// as they are sent; only those that can be
    QList<SentFile> sent() const;
    /// why a reply of this kind cannot go with these files; empty: it can
    QString whyNot(const QString &replyKind) const;
    QList<FileChip *> chips() const;
    /// the sandbox has done something for this medium
    void lookAgain(MediaId id);
    void lookAgain();

Q_SIGNALS:
    void changed();
    void openWanted(trucban::MediaId source, const QString &name);

private:
    struct File;

    File *fileOf(const FileChip *chip) const;
    void upload(File &file);
    void uploaded(FileChip *chip);
    void read(File &file);
    void take(const FileChip *chip, const Result<media::MediaInfo> &info);
    void remove(FileChip *chip);
    void retry(FileChip *chip);
    void show(File &file);
    void refuse(File &file, const QString &code);
    void refresh();
    QString nameOf(const File &file) const;
    QString stateOf(const File &file) const;

    Database &m_database;
    PictureLoader &m_pictures;
    CaseDesk m_desk;
    QString m_folder;
    QScrollArea *m_scroll;
    QHBoxLayout *m_row;
    std::vector<std::unique_ptr<File>> m_files;
};

} // namespace trucban
