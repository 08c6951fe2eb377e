// SPDX-License-Identifier: GPL-3.0-or-later
// Screens and papers people photograph: a chat, a bank transfer, a card marked as a specimen.
#pragma once

#include <QPainter>

namespace samples {

void paintChat(QPainter &painter, QSizeF box, const QString &words, quint32 seed);
void paintTransfer(QPainter &painter, QSizeF box, quint32 seed);
void paintCard(QPainter &painter, QSizeF box, bool back);

} // namespace samples
