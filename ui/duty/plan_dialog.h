// SPDX-License-Identifier: GPL-3.0-or-later
// PlanDialog: a shift with its name, leader, times and people.
#pragma once

#include "desk/paper_desk.h"

#include <QDialog>

class QComboBox;
class QDateTimeEdit;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace trucban {

class PlanDialog : public QDialog
{
    Q_OBJECT
public:
    /// `shift` null: a new one, after the last that is planned
    PlanDialog(const ShiftRow *shift, const DutyRoom &room, const QDateTime &now, QWidget *parent = nullptr);
    QJsonObject fields() const;

Q_SIGNALS:
    void dropWanted();

private:
    void refresh();

    QLineEdit *m_name;
    QComboBox *m_leader;
    QDateTimeEdit *m_from, *m_to;
    QTableWidget *m_people;
    QPushButton *m_save;
};

} // namespace trucban
