// SPDX-License-Identifier: GPL-3.0-or-later
// ForwardForm: chosen units, deadline, instruction and the slip as it will read.
#pragma once

#include "ui/assignment/picked_units.h"

#include <QJsonObject>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace trucban {

class DueEdit;

class ForwardForm : public QWidget
{
    Q_OBJECT
public:
    explicit ForwardForm(QString officer, QWidget *parent = nullptr);

    void setDirectory(const UnitDirectory &directory);
    void setCase(const AssignmentCase &subject);
    PickedUnits &units() { return *m_units; }
    QDateTime dueAt() const;
    void setDue(const QDateTime &due);
    /// With its variables filled
    QString instruction() const;
    /// The first variable nobody filled, empty when all is said
    QString openVariable() const;
    QString slip() const;
    void setBusy(bool busy);
    void clear();

    /// Unfinished work, kept on this machine
    QJsonObject draft() const;
    void setDraft(const QJsonObject &draft);

Q_SIGNALS:
    void forwardWanted();
    void edited();

private:
    void refresh();

    UnitDirectory m_directory;
    AssignmentCase m_subject;
    QString m_officer;
    PickedUnits *m_units;
    DueEdit *m_due;
    QComboBox *m_templates;
    QPlainTextEdit *m_instruction;
    QPlainTextEdit *m_slip;
    QPushButton *m_forward;
    bool m_busy = false;
};

} // namespace trucban
