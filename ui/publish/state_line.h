// SPDX-License-Identifier: GPL-3.0-or-later
// StateLine: draft → submitted → approved → scheduled → published, each with who and when; where it stands is filled.
#pragma once

#include "desk/publish/publish_values.h"

#include <QWidget>

namespace trucban {

class StateLine : public QWidget
{
    Q_OBJECT
public:
    explicit StateLine(QWidget *parent = nullptr);
    void show(const Bulletin &bulletin);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Stop {
        BulletinState state;
        QString word;
        QString detail;
        enum Standing { Ahead, Done, Here } standing = Ahead;
    };
    QRect cell(int index) const;

    QList<Stop> m_stops;
    QString m_history;
};

} // namespace trucban
