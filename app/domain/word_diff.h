// SPDX-License-Identifier: GPL-3.0-or-later
// What changed between two texts, word by word, as a reader would mark it with a pencil.
#pragma once

#include <QList>
#include <QString>

namespace trucban {

struct WordChange {
    enum Kind { Same, Removed, Added };
    Kind kind = Same;
    QString text; // whole words with the blanks around them; neighbours of one kind are one piece
    friend bool operator==(const WordChange &, const WordChange &) = default;
};

/// Removed before added where both stand in one place. Same and removed pieces spell `before`, same and added ones `after`.
QList<WordChange> wordChanges(QStringView before, QStringView after);

} // namespace trucban
