// SPDX-License-Identifier: GPL-3.0-or-later
// Drawn scenes in the place of citizens' pictures: a street at night, a fire, a child, a chat. Nobody real is in them.
#pragma once

#include <QImage>
#include <QPainter>
#include <QStringList>

namespace samples {

struct Scene {
    QStringList contains; // what the sample file says is to be seen
    QString subject;      // subtype of the message
    QString words;        // first words of the message
    QString caption;      // file name
    QString stamp;        // date and time in the corner
    quint32 seed = 1;
};

QSize photoSize(const Scene &scene); // screenshots stand upright
void paintScene(QPainter &painter, QSize size, const Scene &scene, double seconds);
QImage photo(const Scene &scene, double scale);

} // namespace samples
