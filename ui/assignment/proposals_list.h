// SPDX-License-Identifier: GPL-3.0-or-later
// ProposalsList: what the rules of the centre propose for this case and why; one button takes a proposal over, nothing happens by itself.
#pragma once

#include "desk/assignment_values.h"

#include <QWidget>

class QVBoxLayout;

namespace trucban {

class ProposalsList : public QWidget
{
    Q_OBJECT
public:
    explicit ProposalsList(QWidget *parent = nullptr);
    /// Only those that say something the case does not have yet.
    void show(const QList<RuleProposal> &proposals, const AssignmentCase &subject);
    bool takeFirst();

Q_SIGNALS:
    void useWanted(const trucban::RuleProposal &proposal);

private:
    QWidget *row(const RuleProposal &proposal);

    QList<RuleProposal> m_proposals;
    QVBoxLayout *m_column;
};

} // namespace trucban
