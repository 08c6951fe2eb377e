// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/fuzzy.h"

#include "ui/widgets/paint.h"

namespace trucban {

int fuzzyScore(const QString &typed, const QString &title)
{
    const QString needle = paint::plain(typed.normalized(QString::NormalizationForm_C).simplified());
    const QString hay = paint::plain(title);
    if (needle.isEmpty())
        return 0;
    if (const qsizetype at = hay.indexOf(needle); at >= 0)
        return 1000 - int(at) - int(hay.size() - needle.size()) / 4 + (at == 0 || hay.at(at - 1) == u' ' ? 200 : 0);
    int score = 0;
    qsizetype from = 0;
    for (const QChar letter : needle) {
        if (letter == u' ')
            continue;
        const qsizetype at = hay.indexOf(letter, from);
        if (at < 0)
            return -1;
        const bool startsWord = at == 0 || hay.at(at - 1) == u' ';
        score += startsWord ? 12 : at == from ? 6 : 1;
        from = at + 1;
    }
    return score - int(hay.size()) / 8;
}

} // namespace trucban
