// SPDX-License-Identifier: GPL-3.0-or-later
// ForwardsList: who has the case, how far they are, what they answered; withdraw and return are asked for in place.
#pragma once

#include "desk/assignment_values.h"
#include "ui/widgets/notice_bar.h"

#include <QWidget>

class QVBoxLayout;

namespace trucban {

class ForwardsList : public QWidget
{
    Q_OBJECT
public:
    explicit ForwardsList(QWidget *parent = nullptr);
    /// `mayAct`: withdraw and return are offered.
    void showAll(const QList<AssignmentEntry> &assignments, const QList<UnitAnswer> &answers, const QDateTime &now, const WorkCalendar &calendar, bool mayAct);
    /// After the step went through its question is gone.
    void settle() { m_open.clear(); }

Q_SIGNALS:
    void withdrawWanted(trucban::AssignmentId id, const QString &reason);
    void returnWanted(qint64 answer, const QString &reason);
    void fileWanted(const trucban::AnswerFile &file);
    void replyFileWanted(const trucban::AnswerFile &file);

private:
    QWidget *card(const AssignmentEntry &entry);
    QWidget *answerBox(const UnitAnswer &answer);
    QWidget *fileRow(const AnswerFile &file, bool maySend, QWidget *parent);
    /// A button that unfolds a ReasonLine; what is typed survives the list being made anew.
    QWidget *step(const QString &key, const QString &verb, const QString &question, std::function<void(const QString &)> run);
    void refresh();

    QList<AssignmentEntry> m_assignments;
    QList<UnitAnswer> m_answers;
    QDateTime m_now;
    WorkCalendar m_calendar;
    bool m_mayAct = false;
    QString m_open;               // key of the question that is unfolded
    QHash<QString, QString> m_words; // what was typed into it
    QVBoxLayout *m_column;
};

} // namespace trucban
