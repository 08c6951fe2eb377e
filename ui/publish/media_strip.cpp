// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publish/media_strip.h"

#include "base/when_done.h"
#include "desk/publish/publish_desk.h"
#include "desk/unit_desk_upload.h"
#include "storage/change_listener.h"
#include "ui/frame/workbench.h"
#include "ui/publish/case_media_dialog.h"
#include "ui/publish/cover_dialog.h"
#include "ui/publish/media_look.h"
#include "ui/publish/post_files.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QListWidget>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtConcurrent>

namespace trucban {

namespace {

constexpr int mediumRole = Qt::UserRole;

QToolButton *button(QWidget *parent, const QString &icon, const QString &text, const QString &name)
{
    auto *made = new QToolButton(parent);
    made->setIcon(Theme::icon(icon));
    made->setToolTip(text);
    made->setAccessibleName(text);
    made->setObjectName(name);
    made->setAutoRaise(true);
    return made;
}

} // namespace

MediaStrip::MediaStrip(Workbench &bench, PublishDesk &desk, QWidget *parent)
    : QFrame(parent), m_bench(bench), m_desk(desk), m_list(new QListWidget(this)), m_note(new QuietLabel({}, this))
{
    const int side = Theme::space(14);
    m_list->setObjectName(u"mediaList"_s);
    m_list->setAccessibleName(tr("Pictures and videos of the post; tick what has been looked over"));
    m_list->setViewMode(QListView::IconMode);
    m_list->setFlow(QListView::LeftToRight);
    m_list->setWrapping(false);
    m_list->setMovement(QListView::Static);
    m_list->setIconSize({side, side});
    m_list->setGridSize({side + Theme::space(6), side + Theme::space(7)});
    m_list->setFixedHeight(side + Theme::space(11));
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    makeButtons();

    connect(m_list, &QListWidget::currentItemChanged, this, [this] {
        refresh();
        Q_EMIT coming();
    });
    connect(m_list, &QListWidget::itemActivated, this, &MediaStrip::lookAtCurrent);
    connect(m_list, &QListWidget::itemChanged, this, [this] {
        if (!m_filling)
            Q_EMIT edited();
    });
    connect(&bench.changes, &ChangeListener::changed, this, [this](const Change &change) {
        if (change.kind == u"media" && m_preparing.contains(change.id))
            askCopy(MediaId{change.id});
    });
    connect(&bench.changes, &ChangeListener::mayHaveMissedSome, this, [this] {
        for (const qint64 id : m_preparing.keys())
            askCopy(MediaId{id});
    });
    refresh();
}

MediaStrip::~MediaStrip() = default;

void MediaStrip::makeButtons()
{
    m_fromCase = button(this, u"folder-pictures"_s, tr("Pictures and videos from the case (safe copies)…"), u"mediaFromCase"_s);
    m_fromDisk = button(this, u"list-add"_s, tr("Pictures and videos from disk…"), u"mediaFromDisk"_s);
    m_cover = button(this, u"pixelate"_s, tr("Cover faces, plates and papers in the picture…"), u"mediaCover"_s);
    m_lookAt = button(this, u"view-preview"_s, tr("Look at it large (Enter)"), u"mediaLook"_s);
    m_left = button(this, u"go-previous"_s, tr("Move to the front"), u"mediaLeft"_s);
    m_right = button(this, u"go-next"_s, tr("Move to the back"), u"mediaRight"_s);
    m_remove = button(this, u"edit-delete"_s, tr("Take out of the post"), u"mediaRemove"_s);
    m_fromCase->setText(tr("From the case"));
    m_fromDisk->setText(tr("From disk"));
    m_cover->setText(tr("Cover…"));
    for (QToolButton *each : {m_fromCase, m_fromDisk, m_cover})
        each->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_fromCase);
    buttons->addWidget(m_fromDisk);
    buttons->addWidget(m_note, 1);
    for (QToolButton *each : {m_cover, m_lookAt, m_left, m_right, m_remove})
        buttons->addWidget(each);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(Theme::space(1));
    rows->addLayout(buttons);
    rows->addWidget(m_list);
    connect(m_fromCase, &QToolButton::clicked, this, &MediaStrip::chooseFromCase);
    connect(m_fromDisk, &QToolButton::clicked, this, &MediaStrip::chooseFromDisk);
    connect(m_cover, &QToolButton::clicked, this, &MediaStrip::coverCurrent);
    connect(m_lookAt, &QToolButton::clicked, this, &MediaStrip::lookAtCurrent);
    connect(m_left, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_right, &QToolButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QToolButton::clicked, this, &MediaStrip::removeCurrent);
}

void MediaStrip::show(const QList<PostMedium> &media, const QSet<qint64> &checked)
{
    QList<MediaId> wanted;
    bool same = checked == this->checked();
    for (const PostMedium &medium : media) {
        wanted.append(medium.id);
        same = same && m_media.value(medium.id.value).uncovered == medium.uncovered;
    }
    if (same && wanted == ids())
        return;
    m_filling = true;
    m_list->clear();
    m_filling = false;
    for (const PostMedium &medium : media) {
        add(medium);
        m_filling = true;
        if (QListWidgetItem *item = itemOf(medium.id); item && !medium.uncovered)
            item->setCheckState(checked.contains(medium.id.value) ? Qt::Checked : Qt::Unchecked);
        m_filling = false;
    }
    refresh();
}

void MediaStrip::setEditable(bool editable)
{
    m_editable = editable;
    refresh();
}

void MediaStrip::setCase(CaseId id)
{
    m_case = id;
    refresh();
}

void MediaStrip::forgetComing()
{
    ++m_generation;
    m_preparing.clear();
    refresh();
}

QList<MediaId> MediaStrip::ids() const
{
    QList<MediaId> all;
    for (int i = 0; i < m_list->count(); ++i)
        all.append(MediaId{m_list->item(i)->data(mediumRole).toLongLong()});
    return all;
}

QSet<qint64> MediaStrip::checked() const
{
    QSet<qint64> all;
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->checkState() == Qt::Checked)
            all.insert(m_list->item(i)->data(mediumRole).toLongLong());
    }
    return all;
}

int MediaStrip::unchecked() const
{
    return m_list->count() - int(checked().size()) + m_uploads + preparing();
}

bool MediaStrip::isMixed() const
{
    const QList<MediaId> all = ids();
    return all.size() > 1 && std::ranges::any_of(all, [this](MediaId id) { return m_media.value(id.value).isVideo(); });
}

QList<ShownMedium> MediaStrip::shown() const
{
    QList<ShownMedium> all;
    for (const MediaId id : ids()) {
        const PostMedium medium = m_media.value(id.value);
        all.append({m_pictures.value(id.value), medium.isVideo(), medium.name});
    }
    return all;
}

void MediaStrip::add(const PostMedium &medium)
{
    insert(medium, m_list->count());
}

void MediaStrip::insert(const PostMedium &medium, int row)
{
    if (itemOf(medium.id))
        return;
    m_media.insert(medium.id.value, medium);
    m_filling = true;
    auto *item = new QListWidgetItem(medium.uncovered ? tr("To be covered") : tr("Looked over"));
    item->setData(mediumRole, medium.id.value);
    item->setToolTip(medium.uncovered ? tr("A covered copy of this picture exists: it is not published uncovered. Cover it again, or take it out.") : medium.name);
    const QString kind = medium.isVideo() ? tr("Video %1").arg(medium.name) : medium.covered ? tr("Covered picture %1").arg(medium.name) : tr("Picture %1").arg(medium.name);
    item->setData(Qt::AccessibleTextRole, medium.uncovered ? kind + u". "_s + item->toolTip() : kind);
    if (medium.uncovered) {
        item->setForeground(Theme::colour(Meaning::Burning));
        item->setFlags(item->flags() & ~Qt::ItemIsUserCheckable);
    } else {
        item->setCheckState(Qt::Unchecked);
    }
    item->setIcon(Theme::icon(medium.isVideo() ? u"video-x-generic"_s : u"image-x-generic"_s));
    m_list->insertItem(row, item);
    m_filling = false;
    read(medium);
    refresh();
}

void MediaStrip::read(const PostMedium &medium)
{
    const auto known = m_pictures.constFind(medium.id.value);
    if (known != m_pictures.cend() && !known->isNull()) {
        m_filling = true;
        if (QListWidgetItem *item = itemOf(medium.id))
            item->setIcon(QIcon(*known));
        m_filling = false;
        return;
    }
    const bool whole = medium.kind == u"image" && medium.bytes <= 8 * 1024 * 1024;
    const MediaId source = whole ? medium.id : medium.thumbnail;
    const qint64 bytes = whole ? medium.bytes : medium.thumbnailBytes;
    if (!source || bytes <= 0)
        return;
    ++m_reading;
    whenDone(m_desk.picture(source, bytes), this, [this, id = medium.id](const Result<QByteArray> &picture) {
        --m_reading;
        QPixmap shown;
        if (!picture || !shown.loadFromData(*picture))
            return;
        m_pictures.insert(id.value, shown);
        m_filling = true;
        if (QListWidgetItem *item = itemOf(id))
            item->setIcon(QIcon(shown));
        m_filling = false;
        Q_EMIT picturesArrived();
    });
}

void MediaStrip::addFile(const QString &path)
{
    ++m_uploads;
    refresh();
    Q_EMIT coming();
    auto folder = std::make_shared<QTemporaryDir>();
    const QString target = folder->path();
    whenDone(QtConcurrent::run([path, target] { return preparedFile(path, target); }), this,
             [this, path, folder, generation = m_generation](const Result<PreparedFile> &file) {
                 if (!file || generation != m_generation) {
                     --m_uploads;
                     refresh();
                     if (!file)
                         Q_EMIT failed(file.error());
                     return;
                 }
                 upload(file->path, folder, [this, generation, name = QFileInfo(path).fileName()](const FileUpload &upload) {
                     if (generation == m_generation)
                         took(upload, name);
                 });
             });
}

// m_uploads was counted up by the caller
void MediaStrip::upload(const QString &path, std::shared_ptr<QTemporaryDir> folder, std::function<void(FileUpload &)> then)
{
    auto *upload = new FileUpload(m_bench.database, path, this);
    connect(upload, &FileUpload::finished, this, [this, upload, folder, then] {
        --m_uploads;
        upload->deleteLater();
        if (upload->failure())
            Q_EMIT failed(*upload->failure());
        else
            then(*upload);
        refresh();
        Q_EMIT coming();
    });
    upload->start();
}

void MediaStrip::took(const FileUpload &upload, const QString &name)
{
    if (upload.kind() != u"image") {
        m_preparing.insert(upload.media().value, name);
        askCopy(upload.media());
        return;
    }
    const PostMedium medium{.id = upload.media(), .kind = upload.kind(), .mime = u"image/jpeg"_s, .bytes = upload.bytes(), .name = name};
    QPixmap shown;
    if (shown.load(upload.path()))
        m_pictures.insert(medium.id.value, shown);
    add(medium);
    Q_EMIT edited();
    Q_EMIT picturesArrived();
}

void MediaStrip::askCopy(MediaId upload)
{
    whenDone(m_desk.safeCopy(upload), this, [this, upload](const Result<std::optional<PostMedium>> &copy) {
        const bool later = copy ? !*copy : copy.error().kind == Failure::Offline;
        if (later || !m_preparing.contains(upload.value))
            return; // a notice tells when
        const QString name = m_preparing.take(upload.value);
        if (copy) {
            PostMedium medium = **copy;
            medium.name = name;
            add(medium);
            Q_EMIT edited();
        } else {
            Q_EMIT failed(copy.error());
        }
        refresh();
        Q_EMIT coming();
    });
}

void MediaStrip::chooseFromDisk()
{
    const QStringList paths = QFileDialog::getOpenFileNames(window(), tr("Pictures and videos for the post"), {},
                                                            tr("Pictures and videos (*.jpg *.jpeg *.png *.webp *.heic *.bmp *.mp4 *.mov *.m4v *.webm *.mkv *.avi *.3gp)"));
    for (const QString &path : paths)
        addFile(path);
}

void MediaStrip::chooseFromCase()
{
    auto *dialog = new CaseMediaDialog(m_desk, m_case, ids(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CaseMediaDialog::chosen, this, [this](const QList<PostMedium> &media) {
        for (const PostMedium &medium : media)
            add(medium);
        Q_EMIT edited();
    });
    dialog->open();
}

PostMedium MediaStrip::current() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? m_media.value(item->data(mediumRole).toLongLong()) : PostMedium();
}

bool MediaStrip::hasCurrent() const
{
    return m_list->currentItem();
}

bool MediaStrip::mayCover() const
{
    return m_editable && hasCurrent() && !current().isVideo();
}

void MediaStrip::coverCurrent()
{
    if (!mayCover())
        return;
    const PostMedium medium = current();
    ++m_reading;
    whenDone(m_desk.picture(medium.id, medium.bytes), this, [this, medium, generation = m_generation](const Result<QByteArray> &bytes) {
        --m_reading;
        if (generation != m_generation)
            return;
        if (!bytes) {
            Q_EMIT failed(bytes.error());
            return;
        }
        const QImage picture = QImage::fromData(*bytes);
        if (picture.isNull()) {
            Q_EMIT failed({Failure::Invalid, u"refused_broken"_s, {}, {}});
            return;
        }
        auto *dialog = new CoverDialog(picture, window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &CoverDialog::covered, this, [this, medium, generation](const QImage &made, int places) {
            if (generation == m_generation)
                replace(medium, made, places);
        });
        dialog->open();
    });
}

// the copy is a medium of its own; once the server knows what it was made from, that leaves the desk no more
void MediaStrip::replace(const PostMedium &source, const QImage &picture, int places)
{
    ++m_uploads;
    refresh();
    Q_EMIT coming();
    auto folder = std::make_shared<QTemporaryDir>();
    const QString target = QDir(folder->path()).filePath(u"covered.jpg"_s);
    whenDone(QtConcurrent::run([picture, target] { return cleanPicture(picture, target); }), this, [this, source, places, folder, picture, generation = m_generation](const Result<QString> &path) {
        if (!path) {
            --m_uploads;
            refresh();
            Q_EMIT failed(path.error());
            return;
        }
        upload(*path, folder, [this, source, places, picture, generation](const FileUpload &upload) {
            const PostMedium copy{.id = upload.media(), .kind = u"image"_s, .mime = u"image/jpeg"_s, .bytes = upload.bytes(), .name = source.name, .covered = true};
            ++m_uploads;
            whenDone(m_desk.cover(source.id, copy.id, places, newPublishRequest()), this, [this, source, copy, picture, generation](const Result<> &outcome) {
                --m_uploads;
                if (!outcome) {
                    Q_EMIT failed(outcome.error());
                } else if (generation == m_generation) {
                    QListWidgetItem *old = itemOf(source.id);
                    const int row = old ? m_list->row(old) : m_list->count();
                    m_pictures.insert(copy.id.value, QPixmap::fromImage(picture));
                    m_pictures.remove(source.id.value);
                    delete old;
                    insert(copy, row);
                    m_list->setCurrentRow(row);
                    Q_EMIT edited();
                    Q_EMIT picturesArrived();
                }
                refresh();
                Q_EMIT coming();
            });
        });
    });
}

void MediaStrip::lookAtCurrent()
{
    if (!hasCurrent())
        return;
    QList<PostMedium> all;
    for (const MediaId id : ids())
        all.append(m_media.value(id.value));
    if (!m_look)
        m_look = std::make_unique<MediaLook>(m_bench);
    m_look->open(all, m_list->currentRow(), window());
}

QListWidgetItem *MediaStrip::itemOf(MediaId id) const
{
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->data(mediumRole).toLongLong() == id.value)
            return m_list->item(i);
    }
    return nullptr;
}

void MediaStrip::removeCurrent()
{
    delete m_list->currentItem();
    refresh();
    Q_EMIT edited();
}

void MediaStrip::move(int by)
{
    const int from = m_list->currentRow();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= m_list->count())
        return;
    m_filling = true;
    QListWidgetItem *item = m_list->takeItem(from);
    m_list->insertItem(to, item);
    m_list->setCurrentItem(item);
    m_filling = false;
    Q_EMIT edited();
}

void MediaStrip::refresh()
{
    const bool chosen = m_editable && m_list->currentItem();
    m_list->setVisible(m_list->count() > 0);
    m_fromCase->setEnabled(mayChooseFromCase());
    m_fromDisk->setEnabled(m_editable);
    for (QToolButton *button : {m_cover, m_lookAt, m_left, m_right, m_remove})
        button->setVisible(m_list->count() > 0);
    m_cover->setEnabled(mayCover());
    m_lookAt->setEnabled(hasCurrent());
    m_left->setEnabled(chosen && m_list->currentRow() > 0);
    m_right->setEnabled(chosen && m_list->currentRow() + 1 < m_list->count());
    m_remove->setEnabled(chosen);
    m_note->setText(m_uploads > 0       ? tr("Files on their way: %1").arg(m_uploads)
                    : preparing() > 0   ? tr("Videos being prepared in the sandbox: %1").arg(preparing())
                    : m_list->count() == 0 ? tr("No pictures")
                                           : QString());
}

} // namespace trucban
