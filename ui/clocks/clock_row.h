// SPDX-License-Identifier: GPL-3.0-or-later
// ClockRow: one holder's time with a case as a bar: in time plain, past its due time hatched, and the words beside it.
#pragma once

#include "desk/case_clocks.h"

#include <QWidget>

namespace trucban {

class ClockRow : public QWidget
{
    Q_OBJECT
public:
    /// `longest`: the seconds a full bar stands for
    ClockRow(const CaseClocks::Stage &stage, qint64 longest, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

    static QString holderWords(const CaseClocks::Stage &stage);
    static QString stateWords(const CaseClocks::Stage &stage);
    /// "2 d 03 h", "1 h 20 min", "45 s"
    static QString duration(qint64 seconds);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    CaseClocks::Stage m_stage;
    qint64 m_longest;
};

} // namespace trucban
