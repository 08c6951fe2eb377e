// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notices/notice_words.h"

#include "base/json_time.h"
#include "ui/widgets/clock_text.h"
#include "ui/widgets/trade_words.h"

#include <QCoreApplication>

namespace trucban {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Notices)
};

QString ofRung(const QJsonObject &facts)
{
    const QString stage = tradeWords::clock(facts[u"stage"].toString());
    bool counted = false;
    const int percent = facts[u"rung"].toString().toInt(&counted);
    if (counted && percent < 100)
        return Words::tr("%1: %2 % of the time is gone", "stage, percent").arg(stage).arg(percent);
    if (counted)
        return Words::tr("%1: overdue", "stage").arg(stage);
    return Words::tr("%1: overdue for long", "stage; the last rung of the ladder").arg(stage);
}

QString ofExtension(const QJsonObject &facts)
{
    const QString decision = facts[u"state"].toString();
    if (decision == u"approved")
        return Words::tr("More time was granted, until %1").arg(clockText::exact(timeOf(facts[u"until"])));
    if (decision == u"refused")
        return Words::tr("More time was refused");
    return Words::tr("%1 asks for more time", "unit").arg(facts[u"unit"].toString());
}

QString ofQuestion(const QJsonObject &facts)
{
    const QString state = facts[u"state"].toString();
    if (state == u"answered")
        return Words::tr("The citizen has answered your question");
    if (state == u"refused")
        return Words::tr("The centre did not ask the citizen");
    if (state == u"sent")
        return Words::tr("The centre has asked the citizen");
    return Words::tr("%1 has a question for the citizen", "unit").arg(facts[u"unit"].toString());
}

} // namespace

QString noticeWords::title(const DeskNotice &notice)
{
    if (notice.kind == u"escalation")
        return ofRung(notice.facts);
    if (notice.kind == u"reminder")
        return Words::tr("The centre reminds you");
    if (notice.kind == u"extension")
        return ofExtension(notice.facts);
    if (notice.kind == u"question")
        return ofQuestion(notice.facts);
    if (notice.kind == u"report")
        return Words::tr("A report is ready");
    if (notice.kind == u"handover")
        return Words::tr("The shift is handed over");
    if (notice.kind == u"due_moved")
        return Words::tr("Due dates have moved");
    return notice.kind;
}

QString noticeWords::about(const DeskNotice &notice, const QDateTime &now, Whose words)
{
    QStringList parts;
    if (!notice.number.isEmpty())
        parts << Words::tr("Case %1").arg(notice.number);
    if (const QDateTime due = timeOf(notice.facts[u"due_at"]); due.isValid())
        parts << clockText::left(due, now);
    if (!notice.unitName.isEmpty() && notice.kind == u"escalation")
        parts << notice.unitName;
    const QString text = notice.facts[u"text"].toString().simplified();
    parts << (!text.isEmpty() ? text : words == WithWords ? notice.firstWords.simplified() : QString());
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString noticeWords::severity(DeskNotice::Severity severity)
{
    switch (severity) {
    case DeskNotice::Info: return Words::tr("For your information");
    case DeskNotice::Warning: return Words::tr("Warning");
    case DeskNotice::Urgent: return Words::tr("Urgent");
    case DeskNotice::Alarm: return Words::tr("Alarm");
    }
    return {};
}

Meaning noticeWords::meaning(DeskNotice::Severity severity)
{
    switch (severity) {
    case DeskNotice::Info: return Meaning::Information;
    case DeskNotice::Warning: return Meaning::Soon;
    case DeskNotice::Urgent:
    case DeskNotice::Alarm: return Meaning::Burning;
    }
    return Meaning::Quiet;
}

QString noticeWords::iconName(DeskNotice::Severity severity)
{
    switch (severity) {
    case DeskNotice::Info: return u"data-information"_s;
    case DeskNotice::Warning: return u"chronometer"_s;
    case DeskNotice::Urgent: return u"data-warning"_s;
    case DeskNotice::Alarm: return u"data-error"_s;
    }
    return {};
}

QString noticeWords::spoken(const DeskNotice &notice, const QDateTime &now)
{
    return Words::tr("%1. %2. %3.", "severity, what happened, about which case").arg(severity(notice.severity), title(notice), about(notice, now));
}

} // namespace trucban
