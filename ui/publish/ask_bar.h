// SPDX-License-Identifier: GPL-3.0-or-later
// AskBar: one question inside the place, a reason or a time, instead of a box over everything.
#pragma once

#include <QDateTime>
#include <QFrame>

#include <functional>

class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace trucban {

class AskBar : public QFrame
{
    Q_OBJECT
public:
    explicit AskBar(QWidget *parent = nullptr);
    void askReason(const QString &question, const QString &verb, std::function<void(const QString &)> then);
    void askTime(const QString &question, const QString &verb, const QDateTime &proposed, const QDateTime &latest, std::function<void(const QDateTime &)> then);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void answer();
    void ask(const QString &question, const QString &verb, bool time);

    QLabel *m_question;
    QLineEdit *m_reason;
    QDateTimeEdit *m_time;
    QPushButton *m_verb;
    QPushButton *m_cancel;
    std::function<void(const QString &)> m_withReason;
    std::function<void(const QDateTime &)> m_withTime;
};

} // namespace trucban
