// SPDX-License-Identifier: GPL-3.0-or-later
// Text of message number N, always the same: sentences of the sample, places, names, now and then a rare word or a phone number.
#pragma once

#include <QByteArray>
#include <QStringList>

#include <cstdint>
#include <string>
#include <vector>

namespace trucban::bench {

class TextMaker
{
public:
    TextMaker();
    /// UTF-8 text and, when wanted, its lexemes in tsvector's text form.
    void make(qint64 number, std::string &text, std::string *lexemes) const;
    const QStringList &places() const { return m_placeNames; }
    const QStringList &people() const { return m_personNames; }
    static QString rareWord(qint64 number); // message `number` holds it when number % 997 == 0
    static QString phone(qint64 number);    // message `number` holds it when number % 40 == 7

private:
    struct Piece {
        std::string text;
        std::vector<std::string> words;
    };
    static Piece piece(const QString &text);

    std::vector<Piece> m_sentences, m_places, m_people;
    QStringList m_placeNames, m_personNames;
};

inline std::uint64_t mixed(std::uint64_t x) // splitmix64: a good number for each number
{
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

} // namespace trucban::bench
