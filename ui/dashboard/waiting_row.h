// SPDX-License-Identifier: GPL-3.0-or-later
// WaitingRow: one case that burns longest: its clock, number, first words and who has it; a button that opens it.
#pragma once

#include "desk/dashboard.h"

#include <QAbstractButton>

namespace trucban {

class WaitingRow : public QAbstractButton
{
    Q_OBJECT
public:
    explicit WaitingRow(const DashboardReading::Waiting &waiting, const QDateTime &now, QWidget *parent = nullptr);
    CaseId caseId() const { return m_waiting.id; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    DashboardReading::Waiting m_waiting;
    QString m_left;
    bool m_late;
};

} // namespace trucban
