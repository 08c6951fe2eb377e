// SPDX-License-Identifier: GPL-3.0-or-later
// AssignmentPanel: the officer's side. Left who could handle the case, right what they are told, below who has it.
#pragma once

#include "desk/assignment_desk.h"
#include "ui/frame/workbench.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;
class QTreeView;

namespace trucban {

class AnswerReview;
class ForwardForm;
class ForwardsList;
class NoticeBar;
class ProposalsList;
class SearchField;
class UnitTreeModel;

class AssignmentPanel : public QWidget
{
    Q_OBJECT
public:
    explicit AssignmentPanel(Workbench &bench, QWidget *parent = nullptr);

    void showCase(CaseId id);
    void beginSearch();
    void search(const QString &query);
    void takeFirstSuggestion();
    void showReview(); // of the last answer that may be reviewed
    bool isSettled() const { return m_waiting == 0; }
    NoticeBar &notice() { return *m_notice; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void makeLayout();
    void makeActions();
    void load();
    void readDirectory();
    void readRoom();
    void showRoom(const AssignmentRoom &room);
    void pick(const QModelIndex &index, bool lead);
    void forward();
    void forwarded(const Result<> &outcome);
    void makeMatterActions();
    void connectMatters();
    /// One step of the centre about a unit; its question in the list goes away when it went through.
    void took(QFuture<Result<>> outcome, const QString &goodWord);
    void relay(qint64 question, const QString &words);
    void review(qint64 answer);
    /// A step of the review: its window goes when the step went through, and says why when it did not.
    void reviewed(AnswerReview *dialog, QFuture<Result<>> outcome, const QString &goodWord, std::function<void()> after = {});
    void useProposal(const RuleProposal &proposal);
    /// What the actions without a button of their own are about; empty: nothing.
    QString keyOf(const QString &step) const;
    void openFile(const AnswerFile &file);
    void tell(const Failure &failure);
    void keepDraft();
    void openSlips();
    bool mayForward() const;
    QString draftKey() const;

    Workbench &m_bench;
    AssignmentDesk m_desk;
    CaseId m_case;
    UnitDirectory m_directory;
    bool m_haveDirectory = false;
    AssignmentRoom m_room;
    std::pair<qint64, QString> m_relay; // the question being sent, and the id of the sending while its outcome is not known
    QString m_request; // of the forward being sent: the same until its answer is known
    QList<qint64> m_proposed; // what the tree was made for
    int m_waiting = 0;
    QJsonObject m_sent; // what m_request stands for
    bool m_sending = false;
    bool m_restoring = false;
    bool m_asleep = false;
    QTimer m_again;

    NoticeBar *m_notice;
    QLabel *m_headline;
    SearchField *m_search;
    UnitTreeModel *m_model;
    QTreeView *m_tree;
    ForwardForm *m_form;
    ForwardsList *m_forwards;
    ProposalsList *m_proposals;
    QLabel *m_forwardsTitle;
    QPushButton *m_slips = nullptr;
    QBoxLayout *m_columns = nullptr;
    QWidget *m_left = nullptr;
};

} // namespace trucban
