// SPDX-License-Identifier: GPL-3.0-or-later
// AnswerReview: a unit's answer beside the words the citizen will read; what changed since the answer that was returned, and between the two,
// is marked word by word. Approved, returned, or approved and taken over into the reply.
#pragma once

#include "desk/assignment_values.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace trucban {

class NoticeBar;
class ReasonLine;
class WordChanges;

class AnswerReview : public QDialog
{
    Q_OBJECT
public:
    /// `earlier`: the answer of the same unit that was returned before, id 0 when there is none.
    AnswerReview(const UnitAnswer &answer, const UnitAnswer &earlier, const QString &unitName, QWidget *parent = nullptr);
    QString words() const;
    void setWords(const QString &words);
    qint64 answer() const { return m_answer.id; }
    /// Where a refusal is said; what was typed stays.
    NoticeBar &notice() { return *m_notice; }

Q_SIGNALS:
    void approveWanted(const QString &words, bool andReply);
    void returnWanted(const QString &reason);

private:
    QWidget *makeLeft(const UnitAnswer &earlier);
    QWidget *makeRight();
    QLayout *makeButtons();
    void refresh();

    UnitAnswer m_answer;
    NoticeBar *m_notice;
    QPlainTextEdit *m_words = nullptr;
    WordChanges *m_changes = nullptr;
    QLabel *m_summary = nullptr;
    ReasonLine *m_reason = nullptr;
    QPushButton *m_approve = nullptr;
    QPushButton *m_reply = nullptr;
};

} // namespace trucban
