// SPDX-License-Identifier: GPL-3.0-or-later
// The one way Vietnamese text becomes what we show, what we compare and what we search: display text, exact key, plain key.
#pragma once

#include <QString>
#include <QStringList>

namespace trucban {

/// A stretch of a QString, in UTF-16 units.
struct TextRange {
    qsizetype start = 0;
    qsizetype length = 0;
    qsizetype end() const { return start + length; }
    friend bool operator==(const TextRange &, const TextRange &) = default;
};

namespace text {

/// NFC, without bidirectional controls and byte-order marks; a no-break space is a space. Emoji joiners stay.
QString display(const QString &received);

/// Compares words with their marks: NFKC, lower case, `hòa` and `hoà` are one word.
QString exactKey(const QString &text);

/// Compares words without their marks: `đ` is `d`, `đẹpppp` is `dep`.
QString plainKey(const QString &text);

/// The words of a plain key as the search index keeps them: each syllable, and each pair of neighbours as `mat_xe`.
QStringList searchLexemes(const QString &plainKey);

/// The beginning of a text on one line, cut at a word and elided.
QString firstWords(const QString &text, qsizetype limit = 120);

/// Where `query` is found inside `text`. A query word with marks wants them, one without marks finds every accent;
/// the whole phrase wins, else neighbouring pairs, else single words.
QList<TextRange> highlights(const QString &query, const QString &text);

} // namespace text
} // namespace trucban
