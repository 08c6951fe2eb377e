// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/clock_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

#include <cmath>

namespace trucban {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ClockText)
};

QDateTime local(const QDateTime &when)
{
    static const QTimeZone zone("Asia/Ho_Chi_Minh");
    return zone.isValid() ? when.toTimeZone(zone) : when.toLocalTime();
}

QString twoDigits(qint64 number)
{
    return u"%1"_s.arg(number, 2, 10, QChar(u'0'));
}

QString span(qint64 seconds)
{
    if (seconds < 3600)
        return u"%1:%2"_s.arg(twoDigits(seconds / 60), twoDigits(seconds % 60));
    if (seconds < 2 * 86400)
        return Words::tr("%1 h %2", "hours and minutes left").arg(seconds / 3600).arg(twoDigits(seconds / 60 % 60));
    return Words::tr("%1 d", "days left").arg(seconds / 86400);
}

} // namespace

namespace clockText {

QString left(const QDateTime &due, const QDateTime &now)
{
    const qint64 seconds = now.secsTo(due);
    if (seconds < 0)
        return Words::tr("over %1", "overdue by this much").arg(span(-seconds));
    return span(seconds);
}

Meaning meaning(const QDateTime &due, const QDateTime &now, int soonSeconds)
{
    const qint64 seconds = now.secsTo(due);
    return seconds < 0 ? Meaning::Burning : seconds <= soonSeconds ? Meaning::Soon : Meaning::Quiet;
}

QString ago(const QDateTime &when, const QDateTime &now)
{
    const qint64 seconds = when.secsTo(now);
    if (seconds < 60)
        return Words::tr("just now");
    if (seconds < 3600)
        return Words::tr("%1 min ago").arg(seconds / 60);
    const QDateTime then = local(when);
    const qint64 days = then.date().daysTo(local(now).date());
    if (days == 0 || seconds < 6 * 3600)
        return Words::tr("%1 h ago").arg(seconds / 3600);
    if (days == 1)
        return Words::tr("yesterday %1").arg(then.toString(u"HH:mm"));
    return then.toString(u"dd/MM/yyyy");
}

QString exact(const QDateTime &when)
{
    const QDateTime then = local(when);
    return Words::tr("%1 %2", "weekday, date and time").arg(QLocale().dayName(then.date().dayOfWeek()), then.toString(u"dd/MM/yyyy HH:mm:ss"));
}

QString duration(qint64 milliseconds)
{
    const qint64 seconds = (milliseconds + 500) / 1000;
    if (seconds < 3600)
        return u"%1:%2"_s.arg(seconds / 60).arg(twoDigits(seconds % 60));
    return u"%1:%2:%3"_s.arg(seconds / 3600).arg(twoDigits(seconds / 60 % 60), twoDigits(seconds % 60));
}

QString hourMinute(const QDateTime &when)
{
    return local(when).toString(u"HH:mm");
}

} // namespace clockText

} // namespace trucban
