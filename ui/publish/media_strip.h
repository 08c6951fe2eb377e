// SPDX-License-Identifier: GPL-3.0-or-later
// MediaStrip: the pictures of the post in their order. From the case come safe copies only; from disk come re-written files
// without places and dates in them. Each is ticked when somebody has looked it over.
#pragma once

#include "desk/publish/publish_values.h"
#include "ui/publish/media_grid.h"

#include <QFrame>
#include <QHash>
#include <QSet>

class QListWidget;
class QListWidgetItem;
class QLabel;
class QToolButton;

namespace trucban {

class Database;
class FileUpload;
class PublishDesk;

class MediaStrip : public QFrame
{
    Q_OBJECT
public:
    MediaStrip(Database &database, PublishDesk &desk, QWidget *parent = nullptr);

    void show(const QList<PostMedium> &media, const QSet<qint64> &checked);
    void setEditable(bool editable);
    /// Where “From the case” looks; none: the button is off.
    void setCase(CaseId id);

    QList<MediaId> ids() const;
    QSet<qint64> checked() const;
    int unchecked() const;
    QList<ShownMedium> shown() const;
    bool isBusy() const { return m_uploads > 0 || m_reading > 0; }

    void add(const PostMedium &medium);
    void addFile(const QString &path);
    void chooseFromCase();
    void chooseFromDisk();

Q_SIGNALS:
    void edited();
    void picturesArrived();
    void failed(const trucban::Failure &failure);

private:
    QListWidgetItem *itemOf(MediaId id) const;
    void read(const PostMedium &medium);
    void refresh();
    void removeCurrent();
    void move(int by);
    void uploaded(FileUpload *upload, const QString &name);

    Database &m_database;
    PublishDesk &m_desk;
    CaseId m_case;
    QListWidget *m_list;
    QToolButton *m_fromCase;
    QToolButton *m_fromDisk;
    QToolButton *m_left;
    QToolButton *m_right;
    QToolButton *m_remove;
    QLabel *m_note;
    QHash<qint64, QPixmap> m_pictures;
    bool m_editable = true;
    bool m_filling = false;
    int m_uploads = 0;
    int m_reading = 0;
};

/// A copy of a picture that tells nothing but what it shows: decoded, at most 4,096 pixels, without metadata, JPEG.
Result<QString> cleanPicture(const QString &path, const QString &folder);

} // namespace trucban
