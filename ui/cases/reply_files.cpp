// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/reply_files.h"

#include "base/when_done.h"
#include "desk/unit_desk_upload.h"
#include "ui/cases/file_chip.h"
#include "ui/media/media_item.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMimeDatabase>
#include <QScrollArea>
#include <QScrollBar>

namespace trucban {

struct ReplyFiles::File {
    ReplyFile file;
    FileChip *chip = nullptr;
    FileUpload *upload = nullptr;
    std::optional<media::MediaInfo> info;
    replyFiles::Sendable sendable;
    QString trouble;      // a code
    bool mayRetry = false;
    bool isReady() const { return info && !sendable.isWaiting && trouble.isEmpty(); }
};

ReplyFiles::ReplyFiles(Database &database, PictureLoader &pictures, const QString &folder, QWidget *parent)
    : QWidget(parent), m_database(database), m_pictures(pictures), m_desk(database), m_folder(folder), m_scroll(new QScrollArea(this))
{
    setAccessibleName(tr("Files of the reply"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *inner = new QWidget(m_scroll);
    m_row = new QHBoxLayout(inner);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(Theme::space());
    m_row->addStretch(1);
    m_scroll->setWidget(inner);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setAccessibleName(accessibleName());
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_scroll);
    connect(&m_pictures, &PictureLoader::arrived, this, [this](MediaId id) {
        for (const auto &file : m_files) {
            if (file->info && (file->info->derivative(u"thumbnail"_s).id == id || file->sendable.part.id == id))
                show(*file);
        }
    });
    hide();
}

ReplyFiles::~ReplyFiles() = default;

void ReplyFiles::begin(const QList<ReplyFile> &files)
{
    for (const auto &file : m_files) {
        file->chip->hide();
        file->chip->deleteLater();
        delete file->upload;
    }
    m_files.clear();
    for (const ReplyFile &file : files)
        add(file);
    refresh();
}

void ReplyFiles::add(const ReplyFile &file)
{
    if (file.source && holds(file.source))
        return;
    auto made = std::make_unique<File>();
    made->file = file;
    made->chip = new FileChip(m_row->parentWidget());
    FileChip *chip = made->chip;
    connect(chip, &FileChip::removeWanted, this, [this, chip] { remove(chip); });
    connect(chip, &FileChip::retryWanted, this, [this, chip] { retry(chip); });
    connect(chip, &FileChip::openWanted, this, [this, chip] {
        if (const File *one = fileOf(chip); one && one->file.source)
            Q_EMIT openWanted(one->file.source, one->file.name);
    });
    m_row->insertWidget(m_row->count() - 1, chip);
    m_files.push_back(std::move(made));
    File &held = *m_files.back();
    show(held);
    refresh();
    file.source ? read(held) : upload(held);
    m_scroll->horizontalScrollBar()->setValue(m_scroll->horizontalScrollBar()->maximum());
}

void ReplyFiles::addPaths(const QStringList &paths)
{
    for (const QString &path : paths)
        add({{}, QFileInfo(path).fileName(), ReplyFile::Disk, path});
    Q_EMIT changed();
}

void ReplyFiles::addPicture(const QImage &picture)
{
    QDir().mkpath(m_folder);
    const QString name = tr("Picture %1").arg(QDateTime::currentDateTime().toString(u"dd-MM HH.mm.ss"_s)) + u".png"_s;
    const QString path = QDir(m_folder).filePath(u"pasted-%1.png"_s.arg(CaseDesk::newOutboxId()));
    if (!picture.save(path, "PNG"))
        return;
    add({{}, name, ReplyFile::Disk, path});
    Q_EMIT changed();
}

bool ReplyFiles::holds(MediaId source) const
{
    return std::ranges::any_of(m_files, [source](const auto &file) { return file->file.source == source; });
}

QList<ReplyFile> ReplyFiles::files() const
{
    QList<ReplyFile> all;
    for (const auto &file : m_files)
        all.append(file->file);
    return all;
}

QList<SentFile> ReplyFiles::sent() const
{
    QList<SentFile> all;
    for (const auto &file : m_files) {
        const bool twice = std::ranges::contains(all, file->sendable.part.id, &SentFile::media); // one picture, come by two ways
        if (file->isReady() && !twice)
            all.append({file->sendable.part.id, file->file.name});
    }
    return all;
}

QList<FileChip *> ReplyFiles::chips() const
{
    QList<FileChip *> all;
    for (const auto &file : m_files)
        all.append(file->chip);
    return all;
}

QString ReplyFiles::whyNot(const QString &replyKind) const
{
    if (m_files.empty())
        return {};
    if (replyKind == "private_reply"_L1)
        return tr("The private answer to a comment takes words only: leave the files out, or answer under the comment.");
    if (count() > replyFiles::mostFiles)
        return tr("A reply takes at most %1 files: leave some out.").arg(replyFiles::mostFiles);
    const auto bad = std::ranges::find_if(m_files, [](const auto &file) { return !file->trouble.isEmpty(); });
    if (bad != m_files.end())
        return tr("%1 cannot be sent. %2").arg(nameOf(**bad), stateOf(**bad));
    if (replyKind == "comment_reply"_L1) {
        const auto other = std::ranges::find_if(m_files, [](const auto &file) { return file->info && file->sendable.kind != "image"_L1; });
        if (other != m_files.end())
            return tr("Under a comment Facebook takes pictures only: leave %1 out.").arg(nameOf(**other));
    }
    if (std::ranges::any_of(m_files, [](const auto &file) { return !file->isReady(); }))
        return tr("The files are still on their way to the store.");
    return {};
}

ReplyFiles::File *ReplyFiles::fileOf(const FileChip *chip) const
{
    const auto found = std::ranges::find_if(m_files, [chip](const auto &file) { return file->chip == chip; });
    return found == m_files.end() ? nullptr : found->get();
}

void ReplyFiles::upload(File &file)
{
    const QFileInfo there(file.file.path);
    if (!there.isFile() || !there.isReadable())
        return refuse(file, u"file_not_readable"_s);
    // a picture goes as a smaller copy; all else goes as it is
    if (there.size() > replyFiles::mostBytes && !QMimeDatabase().mimeTypeForFile(there, QMimeDatabase::MatchContent).name().startsWith("image/"_L1))
        return refuse(file, u"file_too_large"_s);
    file.upload = new FileUpload(m_database, file.file.path, this);
    FileChip *chip = file.chip;
    connect(file.upload, &FileUpload::progressed, this, [this, chip] {
        if (File *one = fileOf(chip))
            show(*one);
    });
    connect(file.upload, &FileUpload::finished, this, [this, chip] { uploaded(chip); });
    file.upload->start();
}

void ReplyFiles::uploaded(FileChip *chip)
{
    File *file = fileOf(chip);
    if (!file)
        return;
    const auto failure = file->upload->failure();
    const MediaId id = file->upload->media();
    file->upload->deleteLater();
    file->upload = nullptr;
    if (failure) {
        file->mayRetry = failure->kind == Failure::Offline;
        return refuse(*file, failure->kind == Failure::Offline ? u"offline"_s : failure->code);
    }
    if (holds(id))
        return remove(chip); // the same bytes twice
    file->file.source = id;
    if (QFileInfo(file->file.path).path() == QDir(m_folder).path())
        QFile::remove(file->file.path); // a pasted picture: it is in the store now
    file->file.path.clear();
    read(*file);
    Q_EMIT changed();
}

void ReplyFiles::read(File &file)
{
    whenDone(m_desk.medium(file.file.source), this, [this, chip = QPointer(file.chip)](const Result<media::MediaInfo> &info) {
        if (chip)
            take(chip, info);
    });
}

void ReplyFiles::take(const FileChip *chip, const Result<media::MediaInfo> &info)
{
    File *file = fileOf(chip);
    if (!file)
        return;
    if (!info) {
        file->mayRetry = info.error().kind == Failure::Offline;
        return refuse(*file, file->mayRetry ? u"offline"_s : info.error().code);
    }
    if (file->info && file->info->isPrepared() && !info->isPrepared())
        return; // an older answer that came later
    file->info = *info;
    file->sendable = replyFiles::sendable(*info, file->file.from);
    file->trouble = file->sendable.trouble;
    file->mayRetry = false;
    show(*file);
    Q_EMIT changed();
}

void ReplyFiles::lookAgain(MediaId id)
{
    for (const auto &file : m_files) {
        if (file->file.source == id && !file->isReady())
            read(*file);
    }
}

void ReplyFiles::lookAgain()
{
    for (const auto &file : m_files) {
        if (file->file.source && !file->isReady())
            read(*file);
    }
}

void ReplyFiles::refuse(File &file, const QString &code)
{
    file.trouble = code;
    show(file);
    Q_EMIT changed();
}

void ReplyFiles::remove(FileChip *chip)
{
    File *file = fileOf(chip);
    if (!file)
        return;
    if (file->upload)
        file->upload->deleteLater();
    const bool hadFocus = chip->hasFocus() || chip->isAncestorOf(focusWidget());
    std::erase_if(m_files, [chip](const auto &one) { return one->chip == chip; });
    chip->hide();
    chip->deleteLater();
    if (hadFocus && !m_files.empty())
        m_files.back()->chip->setFocus();
    refresh();
    Q_EMIT changed();
}

void ReplyFiles::retry(FileChip *chip)
{
    File *file = fileOf(chip);
    if (!file)
        return;
    file->trouble.clear();
    file->mayRetry = false;
    show(*file);
    file->file.source ? read(*file) : upload(*file);
    Q_EMIT changed();
}

/// a file without a name is called by its kind, in the language of the moment
QString ReplyFiles::nameOf(const File &file) const
{
    return file.file.name.isEmpty() ? mediaWords::kind(file.info ? file.sendable.kind : QString()) : file.file.name;
}

QString ReplyFiles::stateOf(const File &file) const
{
    if (file.trouble == "sealed"_L1)
        return tr("The citizen's own file stays sealed: there is no safe copy of it to send.");
    if (file.trouble == "file_too_large"_L1)
        return tr("Facebook takes at most 25 MB a file.");
    if (file.trouble == "file_not_readable"_L1)
        return tr("The file cannot be read.");
    if (file.trouble == "offline"_L1)
        return tr("The server cannot be reached.");
    if (!file.trouble.isEmpty())
        return mediaWords::whyNot(Failure{Failure::Invalid, file.trouble, {}, {}});
    if (file.upload)
        return tr("To the store, %1 %").arg(file.upload->percent());
    if (!file.info)
        return tr("Reading …");
    if (file.sendable.isWaiting)
        return tr("Being made safe to send …");
    return mediaWords::size(file.sendable.part.bytes);
}

void ReplyFiles::show(File &file)
{
    QImage picture;
    QString icon = u"text-x-generic"_s;
    if (file.info) {
        const QString kind = file.sendable.kind;
        icon = kind == "image"_L1 ? u"image-x-generic"_s : kind == "video"_L1 ? u"video-x-generic"_s : kind == "audio"_L1 ? u"audio-x-generic"_s : icon;
        const media::MediaPart small = file.info->derivative(u"thumbnail"_s);
        if (small)
            picture = m_pictures.picture(small);
    }
    file.chip->say(nameOf(file), stateOf(file), !file.trouble.isEmpty(), icon, picture, file.mayRetry);
}

void ReplyFiles::refresh()
{
    setVisible(!m_files.empty());
    if (m_files.empty())
        return;
    const int bar = m_scroll->horizontalScrollBar()->sizeHint().height();
    m_scroll->setFixedHeight(m_files.front()->chip->sizeHint().height() + bar + 2);
}

} // namespace trucban
