// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/case.h"

#include <QRegularExpression>
#include <QTextBoundaryFinder>

#include <algorithm>

using namespace std::chrono_literals;

namespace trucban {

bool mayFollow(CaseStatus from, CaseStatus to)
{
    using enum CaseStatus;
    const auto oneOf = [to](std::initializer_list<CaseStatus> allowed) { return std::ranges::find(allowed, to) != allowed.end(); };
    switch (from) {
    case New: return oneOf({Claimed, Rejected, Duplicate});
    case Claimed: return oneOf({New, Classified, Rejected, Duplicate});
    case Classified: return oneOf({Claimed, Forwarded, Released, Closed, Rejected, Duplicate});
    case Forwarded: return oneOf({Answered, HandedBack, Classified, Duplicate});
    case HandedBack: return oneOf({Classified, Forwarded, Released, Closed, Rejected, Duplicate});
    case Answered: return oneOf({Released, Forwarded, Closed});
    case Released: return oneOf({Published, Closed, Forwarded});
    case Published: return oneOf({Closed});
    case Closed:
    case Rejected:
    case Duplicate: return oneOf({Reopened});
    case Reopened: return oneOf({Claimed, Classified, Forwarded, Rejected, Duplicate, Closed});
    }
    return false;
}

bool isOpen(CaseStatus status)
{
    return status != CaseStatus::Closed && status != CaseStatus::Rejected && status != CaseStatus::Duplicate;
}

QString CaseNumber::toString() const
{
    return u"%1-%2"_s.arg(year % 100, 2, 10, QChar(u'0')).arg(serial, 6, 10, QChar(u'0'));
}

std::optional<CaseNumber> CaseNumber::fromString(const QString &typed)
{
    static const QRegularExpression shape(uR"((?<![0-9])(?:20)?([0-9]{2})\s?[-–—_/. ]\s?([0-9]{1,9})(?![0-9]))"_s);
    const auto match = shape.match(typed);
    if (!match.hasMatch() || match.capturedView(2).toInt() == 0)
        return std::nullopt;
    return CaseNumber{2000 + match.capturedView(1).toInt(), match.capturedView(2).toInt()};
}

QString ReplyWindow::tag() const
{
    return kind == HumanAgent ? u"HUMAN_AGENT"_s : QString();
}

ReplyWindow replyWindow(const QDateTime &citizensLastMessage, const QDateTime &now, bool humanAgentPermitted)
{
    if (!citizensLastMessage.isValid())
        return {};
    const auto open = [&](ReplyWindow::Kind kind, const QDateTime &until) {
        return ReplyWindow{kind, until, std::chrono::seconds(now.secsTo(until))};
    };
    const QDateTime day = citizensLastMessage.addDuration(24h);
    if (now < day)
        return open(ReplyWindow::Standard, day);
    const QDateTime week = citizensLastMessage.addDuration(7 * 24h);
    if (humanAgentPermitted && now < week)
        return open(ReplyWindow::HumanAgent, week);
    return {};
}

namespace {

bool endsSentence(const QString &text, qsizetype at) // a break before `at`
{
    qsizetype last = at - 1;
    while (last > 0 && QStringView(u"\"'”’)»]").contains(text.at(last)))
        --last;
    return last >= 0 && QStringView(u".!?…").contains(text.at(last));
}

// the best place to cut `text`, not after `limit` and not too near its beginning
qsizetype cutBefore(const QString &text, qsizetype limit)
{
    qsizetype paragraph = 0, sentence = 0, word = 0;
    for (qsizetype at = 1; at <= limit && at < text.size(); ++at) {
        if (!text.at(at).isSpace())
            continue;
        word = at;
        if (endsSentence(text, at))
            sentence = at;
        if (text.at(at) == u'\n')
            paragraph = at;
    }
    if (paragraph > limit / 2)
        return paragraph;
    if (sentence > limit / 3)
        return sentence;
    if (word > 0)
        return std::max({paragraph, word});
    QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, text);
    letters.setPosition(limit);
    const qsizetype cut = letters.isAtBoundary() ? limit : letters.toPreviousBoundary();
    if (cut > 0)
        return cut;
    return text.at(limit).isLowSurrogate() && limit > 1 ? limit - 1 : limit;
}

} // namespace

QStringList splitMessage(const QString &text, qsizetype limit)
{
    QStringList pieces;
    QString rest = text.trimmed();
    while (rest.size() > limit) {
        const qsizetype cut = cutBefore(rest, limit);
        pieces.append(rest.first(cut).trimmed());
        rest = rest.sliced(cut).trimmed();
    }
    if (!rest.isEmpty())
        pieces.append(rest);
    return pieces;
}

} // namespace trucban
