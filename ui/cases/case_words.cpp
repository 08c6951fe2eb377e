// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/case_words.h"

#include "ui/widgets/clock_text.h"
#include "ui/widgets/refusal_words.h"
#include "ui/widgets/trade_words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace trucban::caseWords {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CaseWords)
};

struct Pair {
    QStringView word;
    const char *sentence;
};

QString lookUp(QStringView word, std::initializer_list<Pair> table)
{
    for (const Pair &pair : table) {
        if (pair.word == word)
            return QCoreApplication::translate("CaseWords", pair.sentence);
    }
    return {};
}

QString deed(const QString &verb)
{
    const QString known = lookUp(verb, {
        {u"claim", QT_TRANSLATE_NOOP("CaseWords", "%1 took the case in hand")},
        {u"release_claim", QT_TRANSLATE_NOOP("CaseWords", "%1 let the case go")},
        {u"take_over", QT_TRANSLATE_NOOP("CaseWords", "%1 took the case over")},
        {u"claim_expired", QT_TRANSLATE_NOOP("CaseWords", "The claim ran out")},
        {u"arrived", QT_TRANSLATE_NOOP("CaseWords", "The case came in")},
        {u"classify", QT_TRANSLATE_NOOP("CaseWords", "%1 classified the case")},
        {u"reject", QT_TRANSLATE_NOOP("CaseWords", "%1 rejected the case")},
        {u"mark_duplicate", QT_TRANSLATE_NOOP("CaseWords", "%1 marked the case as a duplicate")},
        {u"reopen", QT_TRANSLATE_NOOP("CaseWords", "%1 opened the case again")},
        {u"forward", QT_TRANSLATE_NOOP("CaseWords", "%1 forwarded the case")},
        {u"withdraw_assignment", QT_TRANSLATE_NOOP("CaseWords", "%1 took a forward back")},
        {u"escalate", QT_TRANSLATE_NOOP("CaseWords", "%1 told those responsible of the deadline")},
        {u"confirm", QT_TRANSLATE_NOOP("CaseWords", "%1 confirmed that the unit has the case")},
        {u"hand_back", QT_TRANSLATE_NOOP("CaseWords", "%1 handed the case back")},
        {u"hand_on", QT_TRANSLATE_NOOP("CaseWords", "%1 handed the case on to another unit")},
        {u"ask_citizen", QT_TRANSLATE_NOOP("CaseWords", "%1 has a question to the citizen")},
        {u"relay_question", QT_TRANSLATE_NOOP("CaseWords", "%1 sent the unit's question to the citizen")},
        {u"refuse_question", QT_TRANSLATE_NOOP("CaseWords", "%1 did not send the unit's question")},
        {u"withdraw_question", QT_TRANSLATE_NOOP("CaseWords", "%1 took the question to the citizen back")},
        {u"question_answered", QT_TRANSLATE_NOOP("CaseWords", "The citizen answered the unit's question")},
        {u"ask_extension", QT_TRANSLATE_NOOP("CaseWords", "%1 asked for more time")},
        {u"grant_extension", QT_TRANSLATE_NOOP("CaseWords", "%1 granted more time")},
        {u"refuse_extension", QT_TRANSLATE_NOOP("CaseWords", "%1 refused more time")},
        {u"remind", QT_TRANSLATE_NOOP("CaseWords", "%1 reminded the unit")},
        {u"partial_answer", QT_TRANSLATE_NOOP("CaseWords", "%1 answered a part for the unit")},
        {u"approve_answer", QT_TRANSLATE_NOOP("CaseWords", "%1 approved the unit's answer")},
        {u"answer", QT_TRANSLATE_NOOP("CaseWords", "%1 answered for the unit")},
        {u"return_answer", QT_TRANSLATE_NOOP("CaseWords", "%1 returned the answer to the unit")},
        {u"reply", QT_TRANSLATE_NOOP("CaseWords", "%1 wrote to the citizen")},
        {u"comment_reply", QT_TRANSLATE_NOOP("CaseWords", "%1 answered the comment")},
        {u"private_reply", QT_TRANSLATE_NOOP("CaseWords", "%1 answered the comment privately")},
        {u"release", QT_TRANSLATE_NOOP("CaseWords", "%1 released the answer to the citizen")},
        {u"hide_comment", QT_TRANSLATE_NOOP("CaseWords", "%1 changed whether the comment is shown on the page")},
        {u"cancel_send", QT_TRANSLATE_NOOP("CaseWords", "%1 cancelled what had not left yet")},
        {u"retry_send", QT_TRANSLATE_NOOP("CaseWords", "%1 sent again what Facebook had refused")},
        {u"send_failed", QT_TRANSLATE_NOOP("CaseWords", "Facebook refused what was sent")},
        {u"publish", QT_TRANSLATE_NOOP("CaseWords", "%1 published the result")},
        {u"published", QT_TRANSLATE_NOOP("CaseWords", "The result was published on the page")},
        {u"close", QT_TRANSLATE_NOOP("CaseWords", "%1 closed the case")},
        {u"open_identity", QT_TRANSLATE_NOOP("CaseWords", "%1 opened the sealed identity")},
        {u"sign_slip", QT_TRANSLATE_NOOP("CaseWords", "%1 signed the transfer slip")},
        {u"answered_elsewhere", QT_TRANSLATE_NOOP("CaseWords", "The citizen was answered from elsewhere")},
    });
    return known.isEmpty() ? Words::tr("%1: %2").arg(u"%1"_s, verb) : known;
}

} // namespace

QString step(const CaseStep &step)
{
    const QString who = step.person.isEmpty() ? Words::tr("The gateway") : step.person;
    QString line = deed(step.verb);
    if (line.contains(u"%1"_s))
        line = line.arg(who);
    if (const QString listed = tradeWords::inLanguage(step.facts[u"reason_name"].toString(), step.facts[u"reason_name_en"].toString()); !listed.isEmpty())
        line = Words::tr("%1: %2").arg(line, listed);
    if (!step.reason.isEmpty())
        line = Words::tr("%1: %2").arg(line, step.verb == "send_failed"_L1 ? refusal(step.reason) : step.reason);
    return line;
}

QString delivery(const CaseMessage &message)
{
    if (message.direction == "echo"_L1)
        return Words::tr("Written elsewhere, outside Trực Ban");
    const QString state = tradeWords::outboxState(message.outboxState);
    if (message.outboxState == "seen"_L1 && message.seenAt.isValid())
        return Words::tr("%1 %2", "delivery state and when").arg(state, clockText::hourMinute(message.seenAt));
    if (message.outboxState == "delivered"_L1 && message.deliveredAt.isValid())
        return Words::tr("%1 %2", "delivery state and when").arg(state, clockText::hourMinute(message.deliveredAt));
    if (message.outboxState == "failed"_L1)
        return Words::tr("Not sent: %1").arg(refusal(message.outboxError));
    return state;
}

QString refusal(const QString &word)
{
    return refusalWords(word, Leaving::Answer).happened;
}

QString nextAfter(const QString &word)
{
    return refusalWords(word, Leaving::Answer).next;
}

FailureWords words(const Failure &failure)
{
    const QString holder = failure.facts.value(u"holder_name"_s).toString();
    const QString kept = Words::tr("What you typed is kept.");
    const QString unchanged = Words::tr("Nothing was changed.");
    const QString &code = failure.code;
    if (code == "held_by_other"_L1 || code == "not_holder"_L1) {
        if (!holder.isEmpty())
            return {Words::tr("%1 has this case in hand.").arg(holder), kept, Words::tr("Ask them to let it go, or take it over with a reason.")};
        return {Words::tr("The case is in nobody's hand."), kept, Words::tr("Take the case in hand first.")};
    }
    if (code == "claim_expired"_L1)
        return {Words::tr("Your claim has run out."), kept, Words::tr("Take the case in hand again.")};
    if (code == "stale_revision"_L1) {
        QStringList changes;
        for (const QJsonValue &change : failure.facts.value(u"changes"_s).toArray())
            changes.append(step({0, {}, change[u"who"_s].toString(), {}, change[u"verb"_s].toString(), {}, {}, {}, change[u"reason"_s].toString(), {}}));
        return {changes.isEmpty() ? Words::tr("The case has changed since you saw it.") : Words::tr("The case has changed since you saw it: %1.").arg(changes.join(u"; "_s)), kept,
                Words::tr("Look again, then repeat the step if it still makes sense.")};
    }
    if (code == "empty_variable"_L1)
        return {Words::tr("The words still hold an empty variable: %1.").arg(u"{{"_s + failure.facts.value(u"variable"_s).toString() + u"}}"_s), kept,
                Words::tr("Put the words in its place, then send.")};
    if (code == "original_media"_L1)
        return {Words::tr("A file holds the very bytes a citizen sent: those stay sealed."), kept, Words::tr("Attach the safe copy from the case instead.")};
    if (code == "media_not_of_case"_L1)
        return {Words::tr("A file does not belong to this case."), kept, Words::tr("Leave it out, or attach it from this computer.")};
    if (code == "comment_takes_pictures_only"_L1)
        return {Words::tr("Under a comment Facebook takes pictures only."), kept, Words::tr("Leave the other files out, or ask the citizen to write to the page.")};
    if (code == "private_reply_takes_no_files"_L1)
        return {Words::tr("The private answer to a comment takes words only."), kept, Words::tr("Leave the files out, or answer under the comment.")};
    if (code == "too_many_files"_L1)
        return {Words::tr("A reply takes at most %1 files.").arg(failure.facts.value(u"most"_s).toInt()), kept, Words::tr("Leave some out and send them afterwards.")};
    if (code == "file_too_large"_L1)
        return {Words::tr("Facebook takes at most 25 MB a file."), kept, Words::tr("Leave it out, or make it smaller first.")};
    if (code == "window_closed"_L1)
        return {refusal(code), Words::tr("The draft is kept."), nextAfter(code)};
    if (code == "answer_or_decision_needed"_L1)
        return {Words::tr("No unit has answered yet."), kept, Words::tr("Wait for the unit's answer, or write down why you decide yourself.")};
    if (code == "not_classified"_L1)
        return {Words::tr("The case is not classified yet."), kept, Words::tr("Classify it first (F2).")};
    if (code == "reason_missing"_L1 || code == "reason_too_short"_L1)
        return {Words::tr("A reason is needed."), unchanged, Words::tr("Write at least a few words: they go into the record.")};
    if (code == "unread_messages"_L1)
        return {Words::tr("The citizen has written something that nobody has read yet."), unchanged, Words::tr("Read it first, then close the case.")};
    if (code == "still_sending"_L1)
        return {Words::tr("Something is still on its way to the citizen."), unchanged, Words::tr("Wait until it has arrived, then close the case.")};
    if (code == "conflict_of_interest"_L1)
        return {Words::tr("The unit complained of holds this case."), unchanged, Words::tr("Take the forward back first.")};
    if (code == "private_reply_spent"_L1)
        return {refusal(u"private_reply_used"_s), kept, nextAfter(u"private_reply_used"_s)};
    if (code == "not_a_case_number"_L1 || code == "duplicate_of_unknown"_L1 || code == "no_row"_L1)
        return {Words::tr("There is no case of that number that you may see."), unchanged, Words::tr("Check the number, for example 26-004217.")};
    return wordsFor(failure);
}

QString category(const CaseRow &row)
{
    if (row.category.isEmpty())
        return Words::tr("Not classified");
    return QLocale().language() == QLocale::English && !row.categoryNameEn.isEmpty() ? row.categoryNameEn : row.categoryName;
}

QString clocks(const CaseMessage &message)
{
    const QString sent = clockText::hourMinute(message.sentAt);
    if (message.isOurs() || qAbs(message.sentAt.secsTo(message.receivedAt)) < 60)
        return sent;
    //: Facebook's time and ours
    return Words::tr("%1, received %2").arg(sent, message.sentAt.date() == message.receivedAt.date() ? clockText::hourMinute(message.receivedAt) : clockText::exact(message.receivedAt));
}

QString sender(const CaseMessage &message, CitizenId citizen)
{
    if (!message.isOurs())
        return tradeWords::citizenAlias(citizen.value);
    return message.personName.isEmpty() ? Words::tr("The page") : message.personName;
}

QString kindWords(const CaseMessage &message)
{
    const QString known = lookUp(message.kind, {
        {u"sticker", QT_TRANSLATE_NOOP("CaseWords", "A sticker")},
        {u"postback", QT_TRANSLATE_NOOP("CaseWords", "Pressed a button of the page")},
        {u"referral", QT_TRANSLATE_NOOP("CaseWords", "Came to the page by a link")},
        {u"reaction", QT_TRANSLATE_NOOP("CaseWords", "A reaction")},
        {u"location", QT_TRANSLATE_NOOP("CaseWords", "A place on the map")},
        {u"unsupported", QT_TRANSLATE_NOOP("CaseWords", "Something this program does not support yet; the raw event is kept.")},
    });
    return known;
}

QString spoken(const CaseMessage &message, CitizenId citizen)
{
    QString words = Words::tr("%1, %2: %3").arg(sender(message, citizen), clocks(message), message.text.isEmpty() ? kindWords(message) : message.text);
    if (message.isOurs())
        words += u". "_s + delivery(message);
    if (message.deletedAt.isValid())
        words += u". "_s + Words::tr("Removed by the sender");
    return words;
}

} // namespace trucban::caseWords
