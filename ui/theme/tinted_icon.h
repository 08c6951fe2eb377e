// SPDX-License-Identifier: GPL-3.0-or-later
// TintedIcon: a Breeze icon filled with the colour of a meaning, taken from the scheme at the time of painting.
#pragma once

#include "ui/theme/theme.h"

#include <QIconEngine>

namespace trucban {

class TintedIcon : public QIconEngine
{
public:
    TintedIcon(QString name, Meaning meaning) : m_name(std::move(name)), m_meaning(meaning) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine *clone() const override { return new TintedIcon(m_name, m_meaning); }

private:
    QString m_name;
    Meaning m_meaning;
};

} // namespace trucban
