// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notices/notice_panel.h"

#include "desk/request.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScreen>

namespace trucban {

namespace {

/// A report or a hand-over: its number stands in the facts under its own name.
bool isPaper(const DeskNotice &notice)
{
    return (notice.kind == u"report" || notice.kind == u"handover") && notice.facts.contains(notice.kind);
}

} // namespace

NoticePanel::NoticePanel(Workbench &bench, NoticeBoard &board, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_board(board), m_model(new NoticeModel(bench.clock, this)), m_title(new QLabel(this)), m_list(new QListView(this)),
      m_empty(new EmptyState(this)), m_open(new QPushButton(Theme::icon(u"document-open"_s), tr("Open the case"), this)),
      m_why(new QPushButton(Theme::icon(u"help-hint"_s), tr("Why is it red?"), this)),
      m_seen(new QPushButton(Theme::icon(u"dialog-ok"_s), tr("Acknowledge"), this)), m_all(new QPushButton(tr("Acknowledge all"), this))
{
    setObjectName(u"noticePanel"_s);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Notices"));
    m_title->setFont(Theme::bold());
    m_list->setModel(m_model);
    m_list->setItemDelegate(new NoticeDelegate(m_list));
    m_list->setAccessibleName(tr("Notices that wait for you"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_empty->say(u"notifications"_s, tr("Nothing waits for you."), tr("The ladder, reminders and requests of units appear here, and sound until you acknowledge them."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, Theme::space(2), 0, Theme::space(2));
    auto *top = new QHBoxLayout;
    top->setContentsMargins(Theme::space(3), 0, Theme::space(3), 0);
    top->addWidget(m_title, 1);
    top->addWidget(m_all);
    column->addLayout(top);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Theme::space(3), 0, Theme::space(3), 0);
    row->addWidget(m_open);
    row->addWidget(m_why);
    row->addStretch(1);
    row->addWidget(m_seen);
    column->addLayout(row);
    connect(m_list, &QListView::activated, this, &NoticePanel::openSelected);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { refresh(); });
    connect(m_open, &QPushButton::clicked, this, &NoticePanel::openSelected);
    connect(m_why, &QPushButton::clicked, this, [this] {
        if (const DeskNotice *notice = selected(); notice && notice->caseId) {
            const CaseId id = notice->caseId;
            hide();
            Q_EMIT whyWanted(id);
        }
    });
    connect(m_seen, &QPushButton::clicked, this, &NoticePanel::acknowledgeSelected);
    connect(m_all, &QPushButton::clicked, this, &NoticePanel::acknowledgeAll);
    connect(&m_board, &NoticeBoard::changed, this, &NoticePanel::refresh);
    refresh();
}

void NoticePanel::refresh()
{
    const int row = m_list->currentIndex().row();
    m_model->show(m_board.waiting());
    const int count = m_model->rowCount();
    if (count > 0 && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(std::clamp(row, 0, count - 1)));
    m_title->setText(count == 0 ? tr("Notices") : count == 1 ? tr("1 notice waits for you") : tr("%1 notices wait for you").arg(count));
    m_list->setVisible(count > 0);
    m_empty->setVisible(count == 0);
    const DeskNotice *notice = selected();
    m_open->setEnabled(notice && (notice->caseId || isPaper(*notice)));
    m_open->setText(notice && !notice->caseId && isPaper(*notice) ? tr("Open") : tr("Open the case"));
    m_why->setEnabled(notice && notice->caseId);
    m_seen->setEnabled(notice != nullptr);
    m_all->setEnabled(count > 0);
}

void NoticePanel::popUp(const QPoint &bottomRight)
{
    const QRect room = screen()->availableGeometry();
    resize(std::min(Theme::space(140), room.width() - Theme::space(8)), std::min(Theme::space(110), room.height() * 2 / 3));
    move(std::clamp(bottomRight.x() - width(), room.left(), std::max(room.left(), room.right() - width())), bottomRight.y());
    refresh();
    show();
    m_list->setFocus();
}

const DeskNotice *NoticePanel::selected() const
{
    return m_model->notice(m_list->currentIndex());
}

void NoticePanel::openSelected()
{
    const DeskNotice *notice = selected();
    if (notice && !notice->caseId && isPaper(*notice)) {
        const DeskNotice paper = *notice;
        hide();
        Q_EMIT paperWanted(paper.kind, paper.facts[paper.kind].toInteger());
        return;
    }
    if (!notice || !notice->caseId)
        return;
    const CaseId id = notice->caseId;
    hide();
    Q_EMIT caseWanted(id);
}

void NoticePanel::acknowledgeSelected()
{
    if (const DeskNotice *notice = selected())
        m_board.acknowledge({notice->id}, newRequest());
}

void NoticePanel::acknowledgeAll()
{
    QList<qint64> all;
    for (const DeskNotice &notice : m_model->notices())
        all.append(notice.id);
    if (!all.isEmpty())
        m_board.acknowledge(all, newRequest());
}

void NoticePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete)
        acknowledgeSelected();
    else
        QFrame::keyPressEvent(event);
}

} // namespace trucban
