// SPDX-License-Identifier: GPL-3.0-or-later
// ForwardsList: who has the case, how far they are, what they ask, want and answered; every step about it is asked for in its place.
#pragma once

#include "desk/assignment_values.h"
#include "ui/widgets/notice_bar.h"

#include <QHash>
#include <QWidget>

class QVBoxLayout;

namespace trucban {

class ForwardsList : public QWidget
{
    Q_OBJECT
public:
    /// What the person in front of it may do.
    struct Rights {
        bool act = false;    // remind, withdraw, relay, review, return
        bool decide = false; // about more time
    };
    explicit ForwardsList(QWidget *parent = nullptr);
    void showAll(const AssignmentRoom &room, const WorkCalendar &calendar, Rights rights);
    /// After the step went through its question is gone.
    void settle();
    /// The step of this key asks its question; keys are "remind:ID", "withdraw:ID" of a forward, "relay:ID", "refuse:ID" of a question,
    /// "grant:ID", "deny:ID" of a wish for time, "return:ID" of an answer.
    void unfold(const QString &key);

Q_SIGNALS:
    void withdrawWanted(trucban::AssignmentId id, const QString &reason);
    void remindWanted(trucban::AssignmentId id, const QString &words);
    void relayWanted(qint64 question, const QString &words);
    void refuseWanted(qint64 question, const QString &reason);
    void decideWanted(qint64 extension, bool grant, const QDateTime &until, const QString &words);
    void reviewWanted(qint64 answer);
    void returnWanted(qint64 answer, const QString &reason);
    void fileWanted(const trucban::AnswerFile &file);
    void replyFileWanted(const trucban::AnswerFile &file);

private:
    struct Step {
        QString key;
        QString verb;
        std::function<QWidget *(QWidget *parent)> form; // none: the button acts at once
        std::function<void()> run;
    };
    QWidget *card(const AssignmentEntry &entry);
    void addMatters(QVBoxLayout *column, const AssignmentEntry &entry, QWidget *frame);
    QWidget *questionBox(const UnitQuestion &question, QWidget *parent);
    QWidget *extensionBox(const UnitExtension &wish, QWidget *parent);
    QWidget *answerBox(const UnitAnswer &answer, QWidget *parent);
    QWidget *fileRow(const AnswerFile &file, bool maySend, QWidget *parent);
    /// Buttons in a row; the one that is unfolded is its form below. What is typed survives the list being made anew.
    QWidget *steps(const QList<Step> &steps, QWidget *parent);
    Step reasonStep(const QString &key, const QString &verb, const QString &question, std::function<void(const QString &)> run, const QString &optional = {});
    Step wordsStep(const UnitQuestion &question);
    Step momentStep(const UnitExtension &wish);
    void fold();
    void refresh();

    AssignmentRoom m_room;
    QDateTime m_now;
    WorkCalendar m_calendar;
    Rights m_rights;
    QString m_open;                  // key of the question that is unfolded
    QHash<QString, QString> m_words; // what was typed into it
    QVBoxLayout *m_column;
};

} // namespace trucban
