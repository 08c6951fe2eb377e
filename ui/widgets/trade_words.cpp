// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/trade_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <utility>

namespace trucban::tradeWords {

namespace {

using Table = std::initializer_list<std::pair<QStringView, const char *>>;

QString read(const QString &word, const char *context, const Table &table)
{
    for (const auto &[key, source] : table) {
        if (key == word)
            return QCoreApplication::translate(context, source);
    }
    return word;
}

} // namespace

QString status(const QString &word)
{
    return read(word, "CaseStatus", {
        {u"new", QT_TRANSLATE_NOOP("CaseStatus", "New")},
        {u"claimed", QT_TRANSLATE_NOOP("CaseStatus", "Claimed")},
        {u"classified", QT_TRANSLATE_NOOP("CaseStatus", "Classified")},
        {u"forwarded", QT_TRANSLATE_NOOP("CaseStatus", "With the unit")},
        {u"handed_back", QT_TRANSLATE_NOOP("CaseStatus", "Handed back")},
        {u"answered", QT_TRANSLATE_NOOP("CaseStatus", "Answered by the unit")},
        {u"released", QT_TRANSLATE_NOOP("CaseStatus", "Released to the citizen")},
        {u"published", QT_TRANSLATE_NOOP("CaseStatus", "Published")},
        {u"closed", QT_TRANSLATE_NOOP("CaseStatus", "Closed")},
        {u"rejected", QT_TRANSLATE_NOOP("CaseStatus", "Rejected")},
        {u"duplicate", QT_TRANSLATE_NOOP("CaseStatus", "Duplicate")},
        {u"reopened", QT_TRANSLATE_NOOP("CaseStatus", "Reopened")},
    });
}

Meaning meaningOfStatus(const QString &word)
{
    if (word == u"new" || word == u"reopened" || word == u"handed_back")
        return Meaning::Information;
    if (word == u"forwarded")
        return Meaning::Waiting;
    if (word == u"answered" || word == u"released" || word == u"published")
        return Meaning::Good;
    return word == u"claimed" || word == u"classified" ? Meaning::Accent : Meaning::Quiet;
}

QString urgency(const QString &word)
{
    return read(word, "Urgency", {
        {u"emergency", QT_TRANSLATE_NOOP("Urgency", "Emergency")},
        {u"high", QT_TRANSLATE_NOOP("Urgency", "High")},
        {u"medium", QT_TRANSLATE_NOOP("Urgency", "Medium")},
        {u"low", QT_TRANSLATE_NOOP("Urgency", "Low")},
    });
}

Meaning meaningOfUrgency(const QString &word)
{
    return word == u"emergency" ? Meaning::Burning : word == u"high" ? Meaning::Soon : Meaning::Quiet;
}

QString clock(const QString &word)
{
    return read(word, "Clock", {
        {u"take_in", QT_TRANSLATE_NOOP("Clock", "Take in")},
        {u"classify", QT_TRANSLATE_NOOP("Clock", "Classify")},
        {u"forward", QT_TRANSLATE_NOOP("Clock", "Forward")},
        {u"confirm", QT_TRANSLATE_NOOP("Clock", "Unit confirms")},
        {u"answer", QT_TRANSLATE_NOOP("Clock", "Unit answers")},
        {u"review", QT_TRANSLATE_NOOP("Clock", "Review")},
        {u"reply", QT_TRANSLATE_NOOP("Clock", "Reply")},
        {u"publish", QT_TRANSLATE_NOOP("Clock", "Publish")},
        {u"window_24h", QT_TRANSLATE_NOOP("Clock", "Facebook 24 h")},
        {u"window_7d", QT_TRANSLATE_NOOP("Clock", "Facebook 7 days")},
    });
}

QString channel(const QString &word)
{
    return read(word, "Channel", {
        {u"messenger", QT_TRANSLATE_NOOP("Channel", "Messenger")},
        {u"comment", QT_TRANSLATE_NOOP("Channel", "Comment")},
        {u"visitor_post", QT_TRANSLATE_NOOP("Channel", "Visitor post")},
        {u"mention", QT_TRANSLATE_NOOP("Channel", "Mention")},
    });
}

QString assignmentState(const QString &word)
{
    return read(word, "AssignmentState", {
        {u"sent", QT_TRANSLATE_NOOP("AssignmentState", "Not confirmed yet")},
        {u"confirmed", QT_TRANSLATE_NOOP("AssignmentState", "Being handled")},
        {u"answered", QT_TRANSLATE_NOOP("AssignmentState", "Answered")},
        {u"handed_back", QT_TRANSLATE_NOOP("AssignmentState", "Handed back")},
        {u"handed_on", QT_TRANSLATE_NOOP("AssignmentState", "Handed on")},
        {u"withdrawn", QT_TRANSLATE_NOOP("AssignmentState", "Withdrawn")},
        {u"accepted", QT_TRANSLATE_NOOP("AssignmentState", "Answer accepted")},
        {u"returned", QT_TRANSLATE_NOOP("AssignmentState", "Returned to the unit")},
    });
}

QString outboxState(const QString &word)
{
    return read(word, "OutboxState", {
        {u"queued", QT_TRANSLATE_NOOP("OutboxState", "Queued")},
        {u"sending", QT_TRANSLATE_NOOP("OutboxState", "Sending")},
        {u"uncertain", QT_TRANSLATE_NOOP("OutboxState", "Being checked with Facebook")},
        {u"sent", QT_TRANSLATE_NOOP("OutboxState", "Sent")},
        {u"delivered", QT_TRANSLATE_NOOP("OutboxState", "Delivered")},
        {u"seen", QT_TRANSLATE_NOOP("OutboxState", "Seen")},
        {u"failed", QT_TRANSLATE_NOOP("OutboxState", "Not sent")},
        {u"cancelled", QT_TRANSLATE_NOOP("OutboxState", "Cancelled")},
    });
}

QString bulletinState(const QString &word)
{
    return read(word, "BulletinState", {
        {u"draft", QT_TRANSLATE_NOOP("BulletinState", "Draft")},
        {u"submitted", QT_TRANSLATE_NOOP("BulletinState", "Submitted")},
        {u"approved", QT_TRANSLATE_NOOP("BulletinState", "Approved")},
        {u"scheduled", QT_TRANSLATE_NOOP("BulletinState", "Scheduled")},
        {u"publishing", QT_TRANSLATE_NOOP("BulletinState", "Being published")},
        {u"published", QT_TRANSLATE_NOOP("BulletinState", "Published")},
        {u"failed", QT_TRANSLATE_NOOP("BulletinState", "Not published")},
        {u"withdrawn", QT_TRANSLATE_NOOP("BulletinState", "Withdrawn")},
    });
}

QString role(const QString &word)
{
    return read(word, "Role", {
        {u"officer", QT_TRANSLATE_NOOP("Role", "Officer")},
        {u"unit", QT_TRANSLATE_NOOP("Role", "Unit officer")},
        {u"supervisor", QT_TRANSLATE_NOOP("Role", "Supervisor")},
        {u"admin", QT_TRANSLATE_NOOP("Role", "Administrator")},
    });
}

QString inLanguage(const QString &name, const QString &nameEn)
{
    return QLocale().language() == QLocale::English && !nameEn.isEmpty() ? nameEn : name;
}

QString citizenAlias(qint64 citizenId)
{
    return QCoreApplication::translate("Citizen", "Citizen #%1").arg(citizenId);
}

} // namespace trucban::tradeWords
