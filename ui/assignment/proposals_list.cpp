// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignment/proposals_list.h"

#include "ui/assignment/assignment_words.h"
#include "ui/widgets/labels.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QPushButton>

namespace trucban {

namespace {

bool saysNews(const RuleProposal &proposal, const AssignmentCase &subject)
{
    return (proposal.unit && proposal.unit != subject.leadUnit) || (!proposal.urgency.isEmpty() && proposal.urgency != subject.urgency)
        || (!proposal.category.isEmpty() && proposal.category != subject.category) || (!proposal.track.isEmpty() && proposal.track != subject.track);
}

} // namespace

ProposalsList::ProposalsList(QWidget *parent)
    : QWidget(parent), m_column(new QVBoxLayout(this))
{
    setAccessibleName(tr("What the rules propose"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Theme::space(1));
}

void ProposalsList::show(const QList<RuleProposal> &proposals, const AssignmentCase &subject)
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    m_proposals.clear();
    for (const RuleProposal &proposal : proposals) {
        if (saysNews(proposal, subject) && m_proposals.size() < 5) {
            m_proposals.append(proposal);
            m_column->addWidget(row(proposal));
        }
    }
    setVisible(!m_proposals.isEmpty());
}

bool ProposalsList::takeFirst()
{
    if (!m_proposals.isEmpty())
        Q_EMIT useWanted(m_proposals.first());
    return !m_proposals.isEmpty();
}

QWidget *ProposalsList::row(const RuleProposal &proposal)
{
    auto *box = new QFrame(this);
    box->setFrameShape(QFrame::StyledPanel);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(Theme::space(2), Theme::space(1), Theme::space(2), Theme::space(1));
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    auto *what = new QLabel(tr("The rule “%1” proposes: %2").arg(proposal.name, assignmentWords::proposed(proposal)), box);
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    auto *why = new QuietLabel(assignmentWords::because(proposal), box);
    why->setWordWrap(true);
    column->addWidget(what);
    column->addWidget(why);
    auto *use = new QPushButton(tr("Take over"), box);
    use->setAccessibleName(tr("Take over what the rule “%1” proposes").arg(proposal.name));
    use->setToolTip(tr("Chooses the unit and the deadline here; category, urgency and legal track are put into the classification for you to confirm"));
    connect(use, &QPushButton::clicked, this, [this, proposal] { Q_EMIT useWanted(proposal); });
    row->addLayout(column, 1);
    row->addWidget(use, 0, Qt::AlignTop);
    box->setAccessibleName(what->text());
    return box;
}

} // namespace trucban
