// SPDX-License-Identifier: GPL-3.0-or-later
// ReasonPrompt: a step that needs a reason, and sometimes the number of another case, asked inside the window.
#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace trucban {

class ReasonPrompt : public QFrame
{
    Q_OBJECT
public:
    struct Question {
        QString sentence;
        QString verb;
        bool needsReason = true;
        bool asksNumber = false;
    };
    using Answer = std::function<void(const QString &reason, const QString &number)>;

    explicit ReasonPrompt(QWidget *parent = nullptr);
    void ask(const Question &question, Answer answer);
    void put(const QString &reason, const QString &number = {}); // fills the fields, as a person types
    void accept();
    void leave();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();

    QLabel *m_sentence;
    QLineEdit *m_number;
    QLineEdit *m_reason;
    QPushButton *m_ok;
    bool m_needsReason = true;
    Answer m_answer;
};

} // namespace trucban
