// SPDX-License-Identifier: GPL-3.0-or-later
// CaseMediaDialog: the safe copies of what the citizen sent and the pictures of the unit, to choose from.
#pragma once

#include "desk/publish/publish_values.h"

#include <QDialog>

class QDialogButtonBox;
class QListWidget;

namespace trucban {

class EmptyState;
class PublishDesk;

class CaseMediaDialog : public QDialog
{
    Q_OBJECT
public:
    CaseMediaDialog(PublishDesk &desk, CaseId caseId, const QList<MediaId> &taken, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QList<trucban::PostMedium> &media);

private:
    void fill(const QList<PostMedium> &media);

    PublishDesk &m_desk;
    QList<MediaId> m_taken;
    QList<PostMedium> m_media;
    QListWidget *m_list;
    EmptyState *m_empty;
    QDialogButtonBox *m_buttons;
};

} // namespace trucban
