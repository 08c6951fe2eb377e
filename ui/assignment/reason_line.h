// SPDX-License-Identifier: GPL-3.0-or-later
// ReasonLine: a step that needs a reason asks for it in its place, not in a box in front of everything.
#pragma once

#include "desk/assignment_values.h"

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
    /// A fixed list to choose from, with words of one's own beside it: needed where the entry says so.
    void setChoices(const QList<UnitReason> &choices);
    /// It may be left empty.
    void setOptional(const QString &placeholder);
    /// Of the chosen entry; empty when none is chosen or there is no list.
    QString code() const;
    QString words() const;
    void setWords(const QString &words);
    void clear();
    void begin();

Q_SIGNALS:
    void given(const QString &words);
    void changed();
    void edited(const QString &words);
    void dropped();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();
    bool isEnough() const;

    QComboBox *m_choices;
    QLineEdit *m_field;
    QPushButton *m_do;
    QList<UnitReason> m_entries;
    bool m_optional = false;
};

} // namespace trucban
