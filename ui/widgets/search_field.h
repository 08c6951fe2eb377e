// SPDX-License-Identifier: GPL-3.0-or-later
// SearchField: speaks 250 ms after the last key, and never while an input method is composing a Vietnamese word.
#pragma once

#include <QLineEdit>
#include <QTimer>

namespace trucban {

class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(const QString &placeholder, QWidget *parent = nullptr);
    /// What was last asked for, in NFC.
    QString query() const { return m_asked; }
    bool isComposing() const { return m_composing; }
    void setDelay(int milliseconds) { m_wait.setInterval(milliseconds); }
    /// Sets the text and asks at once.
    void ask(const QString &query);

Q_SIGNALS:
    void queryChanged(const QString &query);
    /// Arrow down or Enter: the reader wants to go to the list.
    void leftDown();

protected:
    void inputMethodEvent(QInputMethodEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void speak();

    QTimer m_wait;
    QString m_asked;
    bool m_composing = false;
};

} // namespace trucban
