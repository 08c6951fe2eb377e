// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/post_format.h"

#include "domain/case.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace trucban::post {

namespace {

bool isTagPart(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c == u'_';
}

/// Goes through the source once; each line decides what it is, then its inside is read from left to right.
class Reader
{
public:
    Reader(const QString &source, const Filling &filling) : m_filling(filling) { m_reading.source = text::display(source); }

    Reading read()
    {
        const QString &source = m_reading.source;
        for (qsizetype start = 0; start <= source.size();) {
            qsizetype end = source.indexOf(u'\n', start);
            if (end < 0)
                end = source.size();
            readLine(start, end);
            start = end + 1;
        }
        appendSource();
        return std::move(m_reading);
    }

private:
    const QString &source() const { return m_reading.source; }
    QStringView view(qsizetype from, qsizetype to) const { return QStringView(source()).sliced(from, to - from); }

    // markup that does not close within a thousand letters is not markup: one long line stays cheap to read
    qsizetype find(QStringView wanted, qsizetype from, qsizetype end) const
    {
        const qsizetype at = view(from, qMin(end, from + 1000)).indexOf(wanted);
        return at < 0 ? at : from + at;
    }

    void token(Token::Kind kind, qsizetype from, qsizetype to, const QString &value)
    {
        m_reading.tokens.append({kind, {from, to - from}, value});
    }

    void emitUnit(QChar c, qsizetype from)
    {
        m_reading.text.append(m_capitals ? c.toUpper() : c);
        m_reading.origin.append(from);
    }

    void emitText(QStringView words, qsizetype from)
    {
        for (const QChar c : words)
            emitUnit(c, from);
    }

    void emitSource(qsizetype from, qsizetype to)
    {
        for (qsizetype i = from; i < to; ++i)
            emitUnit(source().at(i), i);
    }

    // line ends are kept back until something follows: no empty lines at either end, never two in a row
    void startLine()
    {
        if (m_reading.text.isEmpty()) {
            m_lineEnds.clear();
            return;
        }
        const qsizetype kept = qMin(m_lineEnds.size(), qsizetype(2));
        for (qsizetype i = 0; i < kept; ++i)
            emitUnit(u'\n', m_lineEnds.at(i));
        m_lineEnds.clear();
    }

    void readLine(qsizetype start, qsizetype end)
    {
        qsizetype stop = end;
        while (stop > start && source().at(stop - 1).isSpace())
            --stop;
        if (stop > start) {
            startLine();
            readContent(start, stop);
        }
        m_lineEnds.append(end);
    }

    void readContent(qsizetype start, qsizetype end)
    {
        if (start == 0 && view(start, end).startsWith("# "_L1)) {
            token(Token::Headline, start, end, view(start + 2, end).toString());
            m_capitals = true;
            readInline(start + 2, end);
            m_capitals = false;
            return;
        }
        if (view(start, end).startsWith(u"nguồn:", Qt::CaseInsensitive)) {
            const qsizetype name = start + QStringView(u"nguồn:").size();
            token(Token::Source, start, end, view(name, end).trimmed().toString());
            m_hasSource = true;
        }
        readInline(readListMark(start, end), end);
    }

    qsizetype readListMark(qsizetype start, qsizetype end)
    {
        qsizetype at = start;
        while (at < end && source().at(at) == u' ')
            ++at;
        const qsizetype mark = at;
        if (at < end && QStringView(u"-*•–").contains(source().at(at))) {
            ++at;
        } else {
            while (at < end && at - mark < 3 && source().at(at).isDigit())
                ++at;
            if (at == mark || at == end || (source().at(at) != u'.' && source().at(at) != u')'))
                return start;
            ++at;
        }
        if (at >= end || source().at(at) != u' ')
            return start;
        token(Token::ListMark, mark, at, view(mark, at).toString());
        emitSource(start, mark);
        if (source().at(mark) == u'*')
            emitUnit(u'-', mark);
        else
            emitSource(mark, at);
        return at;
    }

    void readInline(qsizetype start, qsizetype end)
    {
        for (qsizetype at = start; at < end;) {
            const qsizetype next = readMarkup(at, start, end);
            if (next > at) {
                at = next;
                continue;
            }
            emitUnit(source().at(at), at);
            ++at;
        }
    }

    // the end of the markup that begins at `at`, or `at` when none does
    qsizetype readMarkup(qsizetype at, qsizetype start, qsizetype end)
    {
        switch (source().at(at).unicode()) {
        case u'\\': return readEscape(at, end);
        case u'*': return readBold(at, end);
        case u'[': return readLabelledLink(at, end);
        case u'h':
        case u'H': return readBareLink(at, start, end);
        case u'@': return readMention(at, end);
        case u'{': return readBraces(at, end);
        case u'#': return readHashtag(at, start, end);
        }
        return at;
    }

    qsizetype readEscape(qsizetype at, qsizetype end)
    {
        if (at + 1 >= end || !QStringView(u"\\*[{#@").contains(source().at(at + 1)))
            return at;
        emitUnit(source().at(at + 1), at + 1);
        return at + 2;
    }

    qsizetype readBold(qsizetype at, qsizetype end)
    {
        if (m_inBold || !view(at, end).startsWith("**"_L1))
            return at;
        const qsizetype close = find(u"**", at + 2, end);
        if (close < 0 || close == at + 2)
            return at;
        token(Token::Bold, at, close + 2, view(at + 2, close).toString());
        m_inBold = true;
        readInline(at + 2, close);
        m_inBold = false;
        return close + 2;
    }

    qsizetype readLabelledLink(qsizetype at, qsizetype end)
    {
        const qsizetype middle = find(u"](", at + 1, end);
        if (middle < 0 || middle == at + 1)
            return at;
        const qsizetype close = find(u")", middle + 2, end);
        if (close < 0 || view(at + 1, middle).contains(u'['))
            return at;
        const QStringView address = view(middle + 2, close);
        if (!isAddress(address))
            return at;
        token(Token::Link, at, close + 1, address.toString());
        emitSource(at + 1, middle);
        if (view(at + 1, middle) != address) {
            emitText(u": ", middle);
            emitSource(middle + 2, close);
        }
        return close + 1;
    }

    static bool isAddress(QStringView address)
    {
        return (address.startsWith("https://"_L1, Qt::CaseInsensitive) && address.size() > 8)
            || (address.startsWith("http://"_L1, Qt::CaseInsensitive) && address.size() > 7);
    }

    qsizetype readBareLink(qsizetype at, qsizetype start, qsizetype end)
    {
        if ((at > start && isTagPart(source().at(at - 1))) || !isAddress(view(at, end)))
            return at;
        qsizetype stop = at;
        while (stop < end && !source().at(stop).isSpace() && !QStringView(u"<>\"*[]{}").contains(source().at(stop)))
            ++stop;
        while (stop > at && QStringView(u".,;:!?)…'”").contains(source().at(stop - 1)))
            --stop;
        if (!isAddress(view(at, stop)))
            return at;
        token(Token::Link, at, stop, view(at, stop).toString());
        const bool capitals = std::exchange(m_capitals, false);
        emitSource(at, stop);
        m_capitals = capitals;
        return stop;
    }

    qsizetype readMention(qsizetype at, qsizetype end)
    {
        if (!view(at, end).startsWith("@["_L1))
            return at;
        const qsizetype close = find(u"]", at + 2, end);
        if (close < 0 || close == at + 2)
            return at;
        token(Token::Mention, at, close + 1, view(at + 2, close).toString());
        emitSource(at + 2, close);
        return close + 1;
    }

    qsizetype readBraces(qsizetype at, qsizetype end)
    {
        if (!view(at, end).startsWith("{{"_L1))
            return at;
        const qsizetype close = find(u"}}", at + 2, end);
        if (close < 0)
            return at;
        const QString name = view(at + 2, close).trimmed().toString();
        if (name.startsWith("case:"_L1)) {
            const QString number = name.sliced(5).trimmed();
            token(Token::CaseReference, at, close + 2, number);
            const auto parsed = CaseNumber::fromString(number);
            emitText(parsed ? parsed->toString() : number, at);
            return close + 2;
        }
        token(Token::Variable, at, close + 2, name);
        const QString value = m_filling.variables.value(name);
        if (value.trimmed().isEmpty())
            emitSource(at, close + 2);
        else
            emitText(text::display(value), at);
        return close + 2;
    }

    qsizetype readHashtag(qsizetype at, qsizetype start, qsizetype end)
    {
        if (at > start && (isTagPart(source().at(at - 1)) || source().at(at - 1) == u'#' || source().at(at - 1) == u'&'))
            return at;
        qsizetype stop = at + 1;
        while (stop < end && isTagPart(source().at(stop)))
            ++stop;
        if (stop == at + 1)
            return at;
        token(Token::Hashtag, at, stop, view(at + 1, stop).toString());
        emitSource(at, stop);
        return stop;
    }

    void appendSource()
    {
        const QString name = text::display(m_filling.sourceName).trimmed();
        if (m_hasSource || name.isEmpty())
            return;
        const QString line = (m_reading.text.isEmpty() ? QString() : u"\n\n"_s) + u"Nguồn: "_s + name;
        emitText(line, source().size());
    }

    const Filling &m_filling;
    Reading m_reading;
    QList<qsizetype> m_lineEnds;
    bool m_capitals = false;
    bool m_inBold = false;
    bool m_hasSource = false;
};

} // namespace

QStringList Reading::values(Token::Kind kind) const
{
    QStringList found;
    for (const Token &token : tokens) {
        if (token.kind == kind)
            found.append(token.value);
    }
    return found;
}

TextRange Reading::inSource(const TextRange &inText) const
{
    if (origin.isEmpty() || inText.start >= origin.size())
        return {source.size(), 0};
    const qsizetype last = qMin(qMax(inText.end() - 1, inText.start), origin.size() - 1);
    const qsizetype from = origin.at(inText.start);
    const qsizetype to = qMin(origin.at(last) + 1, source.size());
    return {from, qMax(qsizetype(0), to - from)};
}

Reading read(const QString &source, const Filling &filling)
{
    return Reader(source, filling).read();
}

} // namespace trucban::post
