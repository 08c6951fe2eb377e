// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/word_diff.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace trucban {

namespace {

// more than this many cells of the table are not worth a second of waiting: the middle is then one change
constexpr qsizetype mostCells = 6'000'000;

enum class Sort { Blank, Word, Mark };

Sort sortOf(QChar letter)
{
    if (letter.isSpace())
        return Sort::Blank;
    return letter.isLetterOrNumber() || letter.isMark() || letter.isSurrogate() ? Sort::Word : Sort::Mark;
}

/// Words, runs of blanks, and each punctuation mark by itself
QList<QStringView> piecesOf(QStringView text)
{
    QList<QStringView> pieces;
    for (qsizetype at = 0; at < text.size();) {
        const Sort sort = sortOf(text.at(at));
        qsizetype end = at + 1;
        while (sort != Sort::Mark && end < text.size() && sortOf(text.at(end)) == sort)
            ++end;
        pieces.append(text.sliced(at, end - at));
        at = end;
    }
    return pieces;
}

class Marked
{
public:
    void put(WordChange::Kind kind, QStringView text)
    {
        if (text.isEmpty())
            return;
        if (kind == WordChange::Same) {
            flush();
            append(kind, text);
        } else {
            (kind == WordChange::Removed ? m_removed : m_added).append(text);
        }
    }
    QList<WordChange> take() &&
    {
        flush();
        return std::move(m_changes);
    }

private:
    void append(WordChange::Kind kind, QStringView text)
    {
        if (!m_changes.isEmpty() && m_changes.last().kind == kind)
            m_changes.last().text.append(text);
        else if (!text.isEmpty())
            m_changes.append({kind, text.toString()});
    }
    void flush()
    {
        append(WordChange::Removed, std::exchange(m_removed, {}));
        append(WordChange::Added, std::exchange(m_added, {}));
    }

    QList<WordChange> m_changes;
    QString m_removed;
    QString m_added;
};

using Pieces = std::span<const QStringView>;

/// length of the longest common run of pieces from each place to both ends
std::vector<quint16> table(Pieces before, Pieces after)
{
    const size_t width = after.size() + 1;
    std::vector<quint16> common((before.size() + 1) * width, 0);
    for (size_t i = before.size(); i-- > 0;) {
        for (size_t j = after.size(); j-- > 0;)
            common[i * width + j] = before[i] == after[j] ? quint16(common[(i + 1) * width + j + 1] + 1)
                                                         : std::max(common[(i + 1) * width + j], common[i * width + j + 1]);
    }
    return common;
}

void compare(Marked &marked, Pieces before, Pieces after)
{
    size_t i = 0, j = 0;
    if (!before.empty() && !after.empty() && qsizetype(before.size()) * qsizetype(after.size()) <= mostCells) {
        const std::vector<quint16> common = table(before, after);
        const size_t width = after.size() + 1;
        while (i < before.size() && j < after.size()) {
            if (before[i] == after[j]) {
                marked.put(WordChange::Same, before[i++]);
                ++j;
            } else if (common[(i + 1) * width + j] >= common[i * width + j + 1]) {
                marked.put(WordChange::Removed, before[i++]);
            } else {
                marked.put(WordChange::Added, after[j++]);
            }
        }
    }
    for (; i < before.size(); ++i)
        marked.put(WordChange::Removed, before[i]);
    for (; j < after.size(); ++j)
        marked.put(WordChange::Added, after[j]);
}

/// A lone blank between two changed words is read as part of the change.
QList<WordChange> joined(const QList<WordChange> &changes)
{
    QList<WordChange> marked;
    QString removed, added;
    const auto flush = [&] {
        for (auto &[kind, text] : {std::pair{WordChange::Removed, &removed}, std::pair{WordChange::Added, &added}}) {
            if (!text->isEmpty())
                marked.append({kind, std::exchange(*text, {})});
        }
    };
    for (qsizetype i = 0; i < changes.size(); ++i) {
        const WordChange &change = changes.at(i);
        if (change.kind != WordChange::Same) {
            (change.kind == WordChange::Removed ? removed : added).append(change.text);
        } else if (change.text == u" " && !removed.isEmpty() && !added.isEmpty() && i + 2 < changes.size() && changes.at(i + 1).kind == WordChange::Removed
                   && changes.at(i + 2).kind == WordChange::Added) {
            removed.append(change.text);
            added.append(change.text);
        } else {
            flush();
            marked.append(change);
        }
    }
    flush();
    return marked;
}

} // namespace

QList<WordChange> wordChanges(QStringView before, QStringView after)
{
    const QList<QStringView> was = piecesOf(before), is = piecesOf(after);
    qsizetype head = 0, tail = 0;
    const qsizetype most = std::min(was.size(), is.size());
    while (head < most && was.at(head) == is.at(head))
        ++head;
    while (tail < most - head && was.at(was.size() - 1 - tail) == is.at(is.size() - 1 - tail))
        ++tail;
    Marked marked;
    for (const QStringView piece : Pieces(was).first(size_t(head)))
        marked.put(WordChange::Same, piece);
    compare(marked, Pieces(was).subspan(size_t(head), size_t(was.size() - head - tail)), Pieces(is).subspan(size_t(head), size_t(is.size() - head - tail)));
    for (const QStringView piece : Pieces(was).last(size_t(tail)))
        marked.put(WordChange::Same, piece);
    return joined(std::move(marked).take());
}

} // namespace trucban
