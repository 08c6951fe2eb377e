// SPDX-License-Identifier: GPL-3.0-or-later
// MediaStrip: the pictures and clips of the post in their order. From the case come safe copies only; of files from disk what is
// posted was made anew, here or in the sandbox. Each is ticked when somebody has looked it over; faces are covered in a copy.
#pragma once

#include "desk/publish/publish_values.h"
#include "ui/publish/media_grid.h"

#include <QFrame>
#include <QHash>
#include <QSet>

#include <memory>

class QListWidget;
class QListWidgetItem;
class QLabel;
class QTemporaryDir;
class QToolButton;

namespace trucban {

class FileUpload;
class MediaLook;
class PublishDesk;
struct Workbench;

class MediaStrip : public QFrame
{
    Q_OBJECT
public:
    MediaStrip(Workbench &bench, PublishDesk &desk, QWidget *parent = nullptr);
    ~MediaStrip() override;

    void show(const QList<PostMedium> &media, const QSet<qint64> &checked);
    void setEditable(bool editable);
    bool isEditable() const { return m_editable; }
    /// Where “From the case” looks; none: the button is off.
    void setCase(CaseId id);
    /// Another post is shown: what is still on its way belonged to the last one.
    void forgetComing();

    QList<MediaId> ids() const;
    QSet<qint64> checked() const;
    /// Also what is still being prepared: nobody can have looked it over.
    int unchecked() const;
    bool isMixed() const;
    QList<ShownMedium> shown() const;
    bool isBusy() const { return m_uploads > 0 || m_reading > 0; }
    int preparing() const { return int(m_preparing.size()); }

    void add(const PostMedium &medium);
    void addFile(const QString &path);
    void chooseFromCase();
    void chooseFromDisk();

    bool mayChooseFromCase() const { return m_editable && m_case; }
    bool hasCurrent() const;
    bool mayCover() const;
    void coverCurrent();
    void lookAtCurrent();

Q_SIGNALS:
    void edited();
    void coming(); // something is on its way, or is no more
    void picturesArrived();
    void failed(const trucban::Failure &failure);

private:
    void makeButtons();
    QListWidgetItem *itemOf(MediaId id) const;
    PostMedium current() const;
    void read(const PostMedium &medium);
    void refresh();
    void removeCurrent();
    void move(int by);
    void upload(const QString &path, std::shared_ptr<QTemporaryDir> folder, std::function<void(FileUpload &)> then);
    void took(const FileUpload &upload, const QString &name);
    void askCopy(MediaId upload);
    void replace(const PostMedium &source, const QImage &picture, int places);
    void insert(const PostMedium &medium, int row);

    Workbench &m_bench;
    PublishDesk &m_desk;
    std::unique_ptr<MediaLook> m_look;
    CaseId m_case;
    QListWidget *m_list;
    QToolButton *m_fromCase;
    QToolButton *m_fromDisk;
    QToolButton *m_cover;
    QToolButton *m_lookAt;
    QToolButton *m_left;
    QToolButton *m_right;
    QToolButton *m_remove;
    QLabel *m_note;
    QHash<qint64, PostMedium> m_media;
    QHash<qint64, QPixmap> m_pictures;
    QHash<qint64, QString> m_preparing; // uploaded clips whose copy the sandbox makes, with their names
    bool m_editable = true;
    bool m_filling = false;
    int m_uploads = 0;
    int m_reading = 0;
    int m_generation = 0; // of the post that is shown
};

} // namespace trucban
