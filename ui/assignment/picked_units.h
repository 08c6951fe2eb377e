// SPDX-License-Identifier: GPL-3.0-or-later
// PickedUnits: the units a forward will go to, each lead or co-handling.
#pragma once

#include "desk/assignment_values.h"
#include "ui/widgets/trade_words.h"

#include <QWidget>

class QVBoxLayout;

namespace trucban {

class PickedUnits : public QWidget
{
    Q_OBJECT
public:
    explicit PickedUnits(QWidget *parent = nullptr);

    struct Pick {
        UnitId unit;
        QString name;
        QString code;
        bool lead = false;
        QString nameEn;
        /// in the language of the screen
        QString shownName() const { return tradeWords::inLanguage(name, nameEn); }
    };
    /// A new lead makes the old one co-handling.
    void pick(const Pick &pick);
    void drop(UnitId unit);
    void setPicks(const QList<Pick> &picks);
    const QList<Pick> &picks() const { return m_picks; }
    bool hasLead() const;
    QList<ForwardTo> toForward() const;

Q_SIGNALS:
    void changed();

private:
    void refresh();
    QWidget *rowFor(const Pick &pick);

    QList<Pick> m_picks;
    QVBoxLayout *m_column;
};

} // namespace trucban
