// SPDX-License-Identifier: GPL-3.0-or-later
// NumberTile: one big number with its name and a line beneath; a button that opens the cases behind it.
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace trucban {

class NumberTile : public QAbstractButton
{
    Q_OBJECT
public:
    explicit NumberTile(const QString &name, QWidget *parent = nullptr);
    void show(qint64 number, const QString &beneath, Meaning meaning = Meaning::Quiet);
    qint64 number() const { return m_number; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    QString m_beneath;
    qint64 m_number = -1; // not read yet
    Meaning m_meaning = Meaning::Quiet;
};

} // namespace trucban
