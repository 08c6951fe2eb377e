// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publish/media_strip.h"

#include "base/when_done.h"
#include "desk/publish/publish_desk.h"
#include "desk/unit_desk_upload.h"
#include "ui/publish/case_media_dialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QImageReader>
#include <QListWidget>
#include <QPainter>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtConcurrent>

namespace trucban {

namespace {

constexpr int mediumRole = Qt::UserRole;
constexpr int videoRole = Qt::UserRole + 1;

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

Result<QString> cleanPicture(const QString &path, const QString &folder)
{
    QImageReader reader(path);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && qint64(size.width()) * size.height() > 100'000'000)
        return trucban::failed(Failure::Invalid, u"refused_too_large"_s, path);
    const QSize wanted = size.isValid() ? size.scaled(QSize(4096, 4096), Qt::KeepAspectRatio) : QSize();
    if (wanted.isValid() && wanted.width() < size.width())
        reader.setScaledSize(wanted);
    const QImage picture = reader.read();
    if (picture.isNull())
        return trucban::failed(Failure::Invalid, u"refused_broken"_s, reader.errorString(), {{u"path"_s, path}});
    // drawn anew: colour profiles, places, dates and thumbnails stay behind
    QImage plain(picture.size(), QImage::Format_RGB32);
    plain.fill(Qt::white);
    QPainter(&plain).drawImage(0, 0, picture);
    const QString clean = QDir(folder).filePath(QFileInfo(path).completeBaseName() + u".jpg"_s);
    if (!plain.save(clean, "JPEG", 90))
        return trucban::failed(Failure::Invalid, u"file_not_readable"_s, clean);
    return clean;
}

MediaStrip::MediaStrip(Database &database, PublishDesk &desk, QWidget *parent)
    : QFrame(parent), m_database(database), m_desk(desk), m_list(new QListWidget(this)),
      m_fromCase(button(this, u"folder-pictures"_s, tr("Pictures from the case (safe copies)…"), u"mediaFromCase"_s)),
      m_fromDisk(button(this, u"list-add"_s, tr("Pictures from disk…"), u"mediaFromDisk"_s)),
      m_left(button(this, u"go-previous"_s, tr("Move to the front"), u"mediaLeft"_s)), m_right(button(this, u"go-next"_s, tr("Move to the back"), u"mediaRight"_s)),
      m_remove(button(this, u"edit-delete"_s, tr("Take out of the post"), u"mediaRemove"_s)), m_note(new QuietLabel({}, this))
{
    m_fromCase->setText(tr("From the case"));
    m_fromDisk->setText(tr("From disk"));
    m_fromCase->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fromDisk->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const int side = Theme::space(14);
    m_list->setObjectName(u"mediaList"_s);
    m_list->setAccessibleName(tr("Pictures of the post; tick what has been looked over"));
    m_list->setViewMode(QListView::IconMode);
    m_list->setFlow(QListView::LeftToRight);
    m_list->setWrapping(false);
    m_list->setMovement(QListView::Static);
    m_list->setIconSize({side, side});
    m_list->setGridSize({side + Theme::space(6), side + Theme::space(7)});
    m_list->setFixedHeight(side + Theme::space(11));
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_fromCase);
    buttons->addWidget(m_fromDisk);
    buttons->addWidget(m_note, 1);
    buttons->addWidget(m_left);
    buttons->addWidget(m_right);
    buttons->addWidget(m_remove);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(Theme::space(1));
    rows->addLayout(buttons);
    rows->addWidget(m_list);

    connect(m_fromCase, &QToolButton::clicked, this, &MediaStrip::chooseFromCase);
    connect(m_fromDisk, &QToolButton::clicked, this, &MediaStrip::chooseFromDisk);
    connect(m_left, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_right, &QToolButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QToolButton::clicked, this, &MediaStrip::removeCurrent);
    connect(m_list, &QListWidget::currentItemChanged, this, &MediaStrip::refresh);
    connect(m_list, &QListWidget::itemChanged, this, [this] {
        if (!m_filling)
            Q_EMIT edited();
    });
    refresh();
}

void MediaStrip::show(const QList<PostMedium> &media, const QSet<qint64> &checked)
{
    QList<MediaId> wanted;
    for (const PostMedium &medium : media)
        wanted.append(medium.id);
    if (wanted == ids() && checked == this->checked())
        return;
    m_filling = true;
    m_list->clear();
    m_filling = false;
    for (const PostMedium &medium : media) {
        add(medium);
        m_filling = true;
        if (QListWidgetItem *item = itemOf(medium.id))
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
    return m_list->count() - int(checked().size());
}

QList<ShownMedium> MediaStrip::shown() const
{
    QList<ShownMedium> all;
    for (int i = 0; i < m_list->count(); ++i) {
        const QListWidgetItem *item = m_list->item(i);
        all.append({m_pictures.value(item->data(mediumRole).toLongLong()), item->data(videoRole).toBool(), item->toolTip()});
    }
    return all;
}

void MediaStrip::add(const PostMedium &medium)
{
    if (itemOf(medium.id))
        return;
    m_filling = true;
    auto *item = new QListWidgetItem(tr("Looked over"));
    item->setData(mediumRole, medium.id.value);
    item->setData(videoRole, medium.kind == u"video");
    item->setToolTip(medium.name);
    item->setData(Qt::AccessibleTextRole, medium.kind == u"video" ? tr("Video %1").arg(medium.name) : tr("Picture %1").arg(medium.name));
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    item->setCheckState(Qt::Unchecked);
    item->setIcon(Theme::icon(medium.kind == u"video" ? u"video-x-generic"_s : u"image-x-generic"_s));
    m_list->addItem(item);
    m_filling = false;
    read(medium);
    refresh();
}

void MediaStrip::read(const PostMedium &medium)
{
    const auto known = m_pictures.constFind(medium.id.value);
    if (known != m_pictures.cend() && !known->isNull()) {
        if (QListWidgetItem *item = itemOf(medium.id))
            item->setIcon(QIcon(*known));
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
    auto folder = std::make_shared<QTemporaryDir>();
    const QString target = folder->path();
    whenDone(QtConcurrent::run([path, target] { return cleanPicture(path, target); }), this, [this, path, folder](const Result<QString> &clean) {
        if (!clean) {
            --m_uploads;
            refresh();
            Q_EMIT failed(clean.error());
            return;
        }
        auto *upload = new FileUpload(m_database, *clean, this);
        connect(upload, &FileUpload::finished, this, [this, upload, folder, name = QFileInfo(path).fileName()] { uploaded(upload, name); });
        upload->start();
    });
}

void MediaStrip::uploaded(FileUpload *upload, const QString &name)
{
    --m_uploads;
    upload->deleteLater();
    if (upload->failure()) {
        Q_EMIT failed(*upload->failure());
    } else {
        PostMedium medium{upload->media(), upload->kind(), {}, upload->bytes(), {}, 0, name, {}, false};
        QPixmap shown;
        if (shown.load(upload->path()))
            m_pictures.insert(medium.id.value, shown);
        add(medium);
        Q_EMIT edited();
        Q_EMIT picturesArrived();
    }
    refresh();
}

void MediaStrip::chooseFromDisk()
{
    const QStringList paths = QFileDialog::getOpenFileNames(window(), tr("Pictures for the post"), {}, tr("Pictures (*.jpg *.jpeg *.png *.webp *.heic *.bmp)"));
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
    m_fromCase->setEnabled(m_editable && bool(m_case));
    m_fromDisk->setEnabled(m_editable);
    for (QToolButton *button : {m_left, m_right, m_remove})
        button->setVisible(m_list->count() > 0);
    m_left->setEnabled(chosen && m_list->currentRow() > 0);
    m_right->setEnabled(chosen && m_list->currentRow() + 1 < m_list->count());
    m_remove->setEnabled(chosen);
    m_note->setText(m_uploads > 0 ? tr("Files on their way: %1").arg(m_uploads) : m_list->count() == 0 ? tr("No pictures") : QString());
}

} // namespace trucban
