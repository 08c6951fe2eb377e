// SPDX-License-Identifier: GPL-3.0-or-later
// CaseHeader: which case this is, how it stands, which clock burns first, in whose hand it is.
#pragma once

#include "desk/case_values.h"

#include <QWidget>

class QLabel;

namespace trucban {

class Chip;
class ElidedLabel;

class CaseHeader : public QWidget
{
    Q_OBJECT
public:
    explicit CaseHeader(PersonId me, QWidget *parent = nullptr);
    void show(const CaseRow &row, const QDateTime &now);
    void refreshClock(const QDateTime &now);
    QString holderWords() const;

private:
    PersonId m_me;
    CaseRow m_row;
    QLabel *m_number;
    Chip *m_category;
    Chip *m_urgency;
    Chip *m_status;
    Chip *m_clock;
    ElidedLabel *m_whence;
    Chip *m_holder;
};

} // namespace trucban
