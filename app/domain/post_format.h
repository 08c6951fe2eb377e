// SPDX-License-Identifier: GPL-3.0-or-later
// The source format of a bulletin: reads it into tokens and makes exactly the text Facebook will show.
//
//   # Headline on the first line      → in capitals
//   **bold**                          → plain: Facebook knows no bold
//   - item, 1. item                   → as they are
//   #Hashtag  https://…  [label](https://…)  @[Name of a page]
//   {{case:26-004217}}                → the number of a case
//   {{name}}                          → a variable of a template, which must be filled
//   Nguồn: …                          → the source line
#pragma once

#include "domain/text.h"

#include <QHash>

namespace trucban::post {

/// What Facebook takes at most, in UTF-16 units.
inline constexpr qsizetype LengthLimit = 63206;

struct Token {
    enum Kind { Headline, Bold, ListMark, Link, Hashtag, Mention, CaseReference, Variable, Source };
    Kind kind;
    TextRange range; // in the source
    QString value;   // the address, the tag, the name, the number, the variable, the source's name
    friend bool operator==(const Token &, const Token &) = default;
};

struct Reading {
    QString source;          // display text of what was given; every range is of this
    QList<Token> tokens;     // in reading order
    QString text;            // what Facebook shows
    QList<qsizetype> origin; // for each unit of `text` where it stands in `source`

    QStringList values(Token::Kind kind) const;
    /// The stretch of the source that made a stretch of the text.
    TextRange inSource(const TextRange &inText) const;
};

struct Filling {
    QHash<QString, QString> variables;
    QString sourceName; // appended as `Nguồn: …` when the source text has no such line
};

Reading read(const QString &source, const Filling &filling = {});

} // namespace trucban::post
