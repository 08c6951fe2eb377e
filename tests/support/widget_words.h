// SPDX-License-Identifier: GPL-3.0-or-later
// What a person sees of a widget: a button by its words, and everything its labels say.
#pragma once

#include <QLabel>
#include <QPushButton>

namespace trucban {

/// The visible button that says this, without its mnemonic; null when there is none.
inline QPushButton *button(QWidget *in, const QString &words)
{
    for (auto *one : in->findChildren<QPushButton *>()) {
        if (one->isVisible() && QString(one->text()).remove(u'&') == words)
            return one;
    }
    return nullptr;
}

/// Of all labels that can be seen, a line each
inline QString allWords(QWidget *in)
{
    QStringList words;
    for (const auto *label : in->findChildren<QLabel *>()) {
        if (label->isVisible())
            words.append(label->text());
    }
    return words.join(u'\n');
}

} // namespace trucban
