// SPDX-License-Identifier: GPL-3.0-or-later
// ReasonLine: a step that needs a reason asks for it in its place, not in a box in front of everything.
#pragma once

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace trucban {

class ReasonLine : public QWidget
{
    Q_OBJECT
public:
    ReasonLine(const QString &question, const QString &verb, QWidget *parent = nullptr);
    /// A fixed list to choose from, with words of one's own beside it.
    void setChoices(const QStringList &choices);
    QString reason() const;
    QString words() const;
    void setWords(const QString &words);
    void begin();

Q_SIGNALS:
    void given(const QString &reason);
    void edited(const QString &words);
    void dropped();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();

    QComboBox *m_choices;
    QLineEdit *m_field;
    QPushButton *m_do;
};

} // namespace trucban
