// SPDX-License-Identifier: GPL-3.0-or-later
// Steps that need more than a reason, asked in their place: words to send, a moment to grant.
#pragma once

#include <QWidget>

class QDateTime;
class QDateTimeEdit;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace trucban {

/// Words that leave when the button is pressed; begun with those that are there.
class WordsLine : public QWidget
{
    Q_OBJECT
public:
    WordsLine(const QString &question, const QString &words, const QString &verb, QWidget *parent = nullptr);
    QString words() const;
    void setWords(const QString &words);
    void begin();

Q_SIGNALS:
    void given(const QString &words);
    void edited(const QString &words);
    void dropped();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QPlainTextEdit *m_text;
    QPushButton *m_do;
};

/// A moment and, if they help, words.
class MomentLine : public QWidget
{
    Q_OBJECT
public:
    MomentLine(const QString &question, const QDateTime &moment, const QString &verb, QWidget *parent = nullptr);
    QDateTime moment() const;
    void setMoment(const QDateTime &moment);
    void begin();

Q_SIGNALS:
    void given(const QDateTime &moment, const QString &words);
    void dropped();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QDateTimeEdit *m_moment;
    QLineEdit *m_words;
};

} // namespace trucban
