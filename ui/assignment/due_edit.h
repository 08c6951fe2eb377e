// SPDX-License-Identifier: GPL-3.0-or-later
// DueEdit: a deadline as a choice, as a date, and in words.
#pragma once

#include "desk/assignment_values.h"

#include <QWidget>

class QComboBox;
class QDateTimeEdit;
class QLabel;

namespace trucban {

class DueEdit : public QWidget
{
    Q_OBJECT
public:
    explicit DueEdit(QWidget *parent = nullptr);
    void setCase(const AssignmentCase &subject, const WorkCalendar &calendar);
    /// Invalid while the rule of the deadline table holds: the server counts it.
    QDateTime chosen() const;
    /// What the screen shows, whoever counts it.
    QDateTime shown() const;
    QString words() const;
    void setOwn(const QDateTime &due);

Q_SIGNALS:
    void changed();

private:
    void choose();
    void refresh();

    AssignmentCase m_subject;
    WorkCalendar m_calendar;
    QComboBox *m_terms;
    QDateTimeEdit *m_date;
    QLabel *m_words;
    bool m_filling = false;
};

} // namespace trucban
