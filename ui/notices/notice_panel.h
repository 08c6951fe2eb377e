// SPDX-License-Identifier: GPL-3.0-or-later
// NoticePanel: the list under the bell. Enter opens the case, Delete acknowledges; F1 tells the keys.
#pragma once

#include "ui/frame/workbench.h"
#include "ui/notices/notice_model.h"

#include <QFrame>

class QLabel;
class QListView;
class QPushButton;

namespace trucban {

class EmptyState;

class NoticePanel : public QFrame
{
    Q_OBJECT
public:
    NoticePanel(Workbench &bench, NoticeBoard &board, QWidget *parent = nullptr);

    void popUp(const QPoint &bottomRight);
    QListView &list() { return *m_list; }
    void acknowledgeSelected();
    void acknowledgeAll();

Q_SIGNALS:
    void caseWanted(trucban::CaseId id);
    void whyWanted(trucban::CaseId id);
    void paperWanted(const QString &kind, qint64 id);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();
    const DeskNotice *selected() const;
    void openSelected();

    NoticeBoard &m_board;
    NoticeModel *m_model;
    QLabel *m_title;
    QListView *m_list;
    EmptyState *m_empty;
    QPushButton *m_open;
    QPushButton *m_why;
    QPushButton *m_seen;
    QPushButton *m_all;
};

} // namespace trucban
