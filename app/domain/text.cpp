// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace trucban::text {

namespace {

bool steersDirection(char16_t unit)
{
    return (unit >= 0x202A && unit <= 0x202E) || (unit >= 0x2066 && unit <= 0x2069) || unit == 0x200E || unit == 0x200F || unit == 0x061C
        || unit == 0xFEFF;
}

bool hasNoWidth(char16_t unit)
{
    return steersDirection(unit) || unit == 0x00AD || unit == 0x200B || unit == 0x200C || unit == 0x200D || unit == 0x2060;
}

// The five tones of a vowel, in one order for every vowel.
constexpr QStringView tonesOf(char16_t vowel)
{
    switch (vowel) {
    case u'o': return u"òóỏõọ";
    case u'u': return u"ùúủũụ";
    case u'a': return u"àáảãạ";
    case u'e': return u"èéẻẽẹ";
    case u'y': return u"ỳýỷỹỵ";
    }
    return {};
}

// `hòa` → `hoà`, `khỏe` → `khoẻ`, `thúy` → `thuý`: only the open syllables differ; `hoàn`, `suýt` and `quý` are left alone.
void moveTone(QString &key, qsizetype last)
{
    const char16_t first = key.at(last - 1).unicode();
    const char16_t second = key.at(last).unicode();
    const bool afterO = tonesOf(u'o').contains(first) && (second == u'a' || second == u'e');
    const bool afterU = tonesOf(u'u').contains(first) && second == u'y';
    if (!afterO && !afterU)
        return;
    const auto tone = tonesOf(afterO ? u'o' : u'u').indexOf(first);
    key[last - 1] = QChar(afterO ? u'o' : u'u');
    key[last] = tonesOf(second).at(tone);
}

void unifyTones(QString &key)
{
    for (qsizetype i = 1; i < key.size(); ++i) {
        const bool endsHere = i + 1 == key.size() || !(key.at(i + 1).isLetter() || key.at(i + 1).isMark());
        if (endsHere)
            moveTone(key, i);
    }
}

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

struct Word {
    TextRange range;
    QString exact;
    QString plain;
    bool marked() const { return exact != plain; }
};

QList<Word> wordsOf(const QString &text)
{
    QList<Word> words;
    for (qsizetype i = 0; i < text.size();) {
        if (!isWordPart(text.at(i))) {
            ++i;
            continue;
        }
        const qsizetype start = i;
        while (i < text.size() && (isWordPart(text.at(i)) || hasNoWidth(text.at(i).unicode())))
            ++i;
        const QString word = text.mid(start, i - start);
        Word found{{start, i - start}, exactKey(word), plainKey(word)};
        if (!found.plain.isEmpty() && found.plain.at(0).isLetterOrNumber())
            words.append(found);
    }
    return words;
}

bool meets(const Word &wanted, const Word &found, bool prefix)
{
    if (wanted.marked())
        return prefix ? found.exact.startsWith(wanted.exact) : found.exact == wanted.exact;
    return prefix ? found.plain.startsWith(wanted.plain) : found.plain == wanted.plain;
}

// every place where the words `wanted[from … from+count)` stand side by side
void findRun(const QList<Word> &wanted, qsizetype from, qsizetype count, const QList<Word> &words, QList<TextRange> &found)
{
    for (qsizetype at = 0; at + count <= words.size(); ++at) {
        bool all = true;
        for (qsizetype i = 0; i < count && all; ++i)
            all = meets(wanted.at(from + i), words.at(at + i), from + i + 1 == wanted.size());
        if (all) {
            const qsizetype start = words.at(at).range.start;
            found.append({start, words.at(at + count - 1).range.end() - start});
        }
    }
}

QList<TextRange> merged(QList<TextRange> ranges)
{
    std::ranges::sort(ranges, {}, &TextRange::start);
    QList<TextRange> result;
    for (const TextRange &range : ranges) {
        if (!result.isEmpty() && range.start <= result.last().end())
            result.last().length = std::max(result.last().end(), range.end()) - result.last().start;
        else
            result.append(range);
    }
    return result;
}

} // namespace

QString display(const QString &received)
{
    QString shown = received.normalized(QString::NormalizationForm_C);
    shown.removeIf([](QChar c) { return steersDirection(c.unicode()); });
    shown.replace(QChar(QChar::Nbsp), u' ');
    return shown;
}

QString exactKey(const QString &text)
{
    QString key = text.normalized(QString::NormalizationForm_KC);
    key.removeIf([](QChar c) { return hasNoWidth(c.unicode()); });
    for (QChar &c : key) {
        if (c == u'ð')
            c = u'đ';
        else if (c == u'Ð' || c == u'Ɖ')
            c = u'Đ';
    }
    key = key.toLower();
    unifyTones(key);
    return key;
}

QString plainKey(const QString &text)
{
    QString bare = exactKey(text).normalized(QString::NormalizationForm_D);
    bare.removeIf([](QChar c) { return c.isMark(); });
    bare = bare.normalized(QString::NormalizationForm_C);
    bare.replace(u'đ', u'd');

    QString key;
    key.reserve(bare.size());
    for (qsizetype i = 0; i < bare.size(); ++i) {
        const QChar c = bare.at(i);
        if (c.isSpace()) {
            if (!key.isEmpty() && key.back() != u' ')
                key.append(u' ');
            continue;
        }
        qsizetype run = 1;
        while (c.isLetter() && i + run < bare.size() && bare.at(i + run) == c)
            ++run;
        if (run >= 3)
            i += run - 1;
        key.append(c);
    }
    if (key.endsWith(u' '))
        key.chop(1);
    return key;
}

QStringList searchLexemes(const QString &plainKey)
{
    QStringList syllables;
    for (const Word &word : wordsOf(plainKey))
        syllables.append(word.plain);
    QStringList lexemes = syllables;
    for (qsizetype i = 0; i + 1 < syllables.size(); ++i)
        lexemes.append(syllables.at(i) + u'_' + syllables.at(i + 1));
    lexemes.removeDuplicates();
    return lexemes;
}

QString firstWords(const QString &text, qsizetype limit)
{
    const QString line = display(text).simplified();
    if (line.size() <= limit)
        return line;
    qsizetype cut = line.lastIndexOf(u' ', limit);
    if (cut < limit / 2) {
        cut = limit;
        while (cut > 0 && (line.at(cut).isLowSurrogate() || line.at(cut).isMark()))
            --cut;
    }
    QString start = line.first(cut);
    while (!start.isEmpty() && (start.back().isSpace() || start.back().isPunct()))
        start.chop(1);
    return start + u'…';
}

QList<TextRange> highlights(const QString &query, const QString &text)
{
    const QList<Word> wanted = wordsOf(query);
    const QList<Word> words = wordsOf(text);
    QList<TextRange> found;
    if (wanted.isEmpty())
        return found;
    findRun(wanted, 0, wanted.size(), words, found);
    if (found.isEmpty() && wanted.size() > 2) {
        for (qsizetype i = 0; i + 1 < wanted.size(); ++i)
            findRun(wanted, i, 2, words, found);
    }
    if (found.isEmpty()) {
        for (qsizetype i = 0; i < wanted.size(); ++i)
            findRun(wanted, i, 1, words, found);
    }
    return merged(found);
}

} // namespace trucban::text
