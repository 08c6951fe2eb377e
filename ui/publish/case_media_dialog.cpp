// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publish/case_media_dialog.h"

#include "base/when_done.h"
#include "desk/publish/publish_desk.h"
#include "ui/publish/post_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/labels.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace trucban {

CaseMediaDialog::CaseMediaDialog(PublishDesk &desk, CaseId caseId, const QList<MediaId> &taken, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_taken(taken), m_list(new QListWidget(this)), m_empty(new EmptyState(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Pictures and videos from the case"));
    const int side = Theme::space(28);
    m_list->setObjectName(u"caseMediaList"_s);
    m_list->setAccessibleName(tr("Pictures and videos of the case"));
    m_list->setViewMode(QListView::IconMode);
    m_list->setMovement(QListView::Static);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setIconSize({side, side});
    m_list->setGridSize({side + Theme::space(6), side + Theme::space(14)});
    m_list->setWordWrap(true);
    m_list->setSelectionMode(QAbstractItemView::MultiSelection);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Add to the post"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(false);
    m_empty->say(u"folder-pictures"_s, tr("Looking…"), tr("Safe copies are made by the gateway when a picture arrives."));
    m_list->hide();

    auto *rows = new QVBoxLayout(this);
    rows->addWidget(new QuietLabel(tr("Only safe copies, without places and dates in them. Cover faces, plates and papers before publishing."), this));
    rows->addWidget(m_list, 1);
    rows->addWidget(m_empty, 1);
    rows->addWidget(m_buttons);
    resize(Theme::space(150), Theme::space(100));

    connect(m_list, &QListWidget::itemSelectionChanged, this, [this] { m_buttons->button(QDialogButtonBox::Ok)->setEnabled(!m_list->selectedItems().isEmpty()); });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        QList<PostMedium> media;
        for (int row = 0; row < m_list->count(); ++row) {
            if (m_list->item(row)->isSelected())
                media.append(m_media.at(row));
        }
        Q_EMIT chosen(media);
        accept();
    });
    whenDone(m_desk.caseMedia(caseId), this, [this](const Result<QList<PostMedium>> &media) {
        if (media)
            fill(*media);
        else
            m_empty->say(u"dialog-error"_s, wordsFor(media.error()).happened, wordsFor(media.error()).next);
    });
}

void CaseMediaDialog::fill(const QList<PostMedium> &media)
{
    for (const PostMedium &medium : media) {
        if (m_taken.contains(medium.id))
            continue;
        QString who = medium.fromCitizen ? tr("Citizen") : medium.name;
        if (medium.uncovered)
            who += u" · "_s + tr("to be covered");
        auto *item = new QListWidgetItem(Theme::icon(medium.kind == u"video" ? u"video-x-generic"_s : u"image-x-generic"_s), who + u'\n' + PostWords::moment(medium.at), m_list);
        m_media.append(medium);
        const MediaId source = medium.thumbnail ? medium.thumbnail : medium.kind == u"image" ? medium.id : MediaId{};
        const qint64 bytes = medium.thumbnail ? medium.thumbnailBytes : medium.bytes;
        if (!source || bytes <= 0)
            continue;
        whenDone(m_desk.picture(source, bytes), this, [item](const Result<QByteArray> &picture) {
            QPixmap shown;
            if (picture && shown.loadFromData(*picture))
                item->setIcon(QIcon(shown));
        });
    }
    m_list->setVisible(m_list->count() > 0);
    m_empty->setVisible(m_list->count() == 0);
    if (m_list->count() == 0)
        m_empty->say(u"folder-pictures"_s, tr("No pictures or videos to choose"), tr("The citizen and the unit have sent none, or their safe copies are not made yet."));
}

} // namespace trucban
