// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/graph/pacer.h"

#include "base/result.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QRandomGenerator>
#include <QTimeZone>

namespace trucban::gateway {

namespace {

constexpr int slowFrom = 75;  // percent
constexpr int stopAt = 100;
constexpr int breakerAfter = 5;
constexpr Pacer::Duration longestSlowing{2000};

int highestOf(const QJsonObject &usage)
{
    double highest = 0;
    for (const QString &key : {u"call_count"_s, u"total_time"_s, u"total_cputime"_s})
        highest = std::max(highest, usage[key].toDouble());
    return int(std::min(highest, 1000.0));
}

} // namespace

Pacer::Duration Pacer::pauseAfter(int failures) const
{
    const Duration pause = m_firstPause * std::min(30, 1 << std::min(failures - 1, 5));
    return pause + Duration(QRandomGenerator::global()->bounded(int(pause.count() / 4) + 1)); // jitter: gateways must not march in step
}

Pacer::Duration Pacer::pauseOf(Family family) const
{
    const std::lock_guard lock(m_mutex);
    const QDateTime now = m_clock.now();
    qint64 left = 0;
    for (const QDateTime &until : {m_states[family].pausedUntil, m_openUntil})
        if (until.isValid())
            left = std::max(left, now.msecsTo(until));
    return Duration(left);
}

Pacer::Duration Pacer::waitBefore(Family family) const
{
    if (const Duration pause = pauseOf(family); pause > Duration(0))
        return pause;
    const std::lock_guard lock(m_mutex);
    const int usage = m_states[family].usage;
    if (usage < slowFrom)
        return Duration(0);
    return longestSlowing * (std::min(usage, stopAt) - slowFrom) / (stopAt - slowFrom);
}

void Pacer::learn(Family family, const QByteArray &appUsage, const QByteArray &businessUsage)
{
    int usage = highestOf(QJsonDocument::fromJson(appUsage).object());
    double regainMinutes = 0;
    const QJsonObject byId = QJsonDocument::fromJson(businessUsage).object();
    for (const QJsonValue &objects : byId)
        for (const QJsonValue &object : objects.toArray()) {
            const bool ours = object[u"type"_s].toString() == (family == Messenger ? u"messenger"_s : u"pages"_s);
            if (!ours)
                continue;
            usage = std::max(usage, highestOf(object.toObject()));
            regainMinutes = std::max(regainMinutes, object[u"estimated_time_to_regain_access"_s].toDouble());
        }
    const std::lock_guard lock(m_mutex);
    if (!appUsage.isEmpty() || !businessUsage.isEmpty())
        m_states[family].usage = usage;
    if (regainMinutes > 0)
        m_states[family].pausedUntil = m_clock.now().addSecs(qint64(std::min(regainMinutes, 1440.0) * 60));
}

void Pacer::refused(Family family)
{
    const std::lock_guard lock(m_mutex);
    State &state = m_states[family];
    const QDateTime until = m_clock.now().addMSecs(pauseAfter(++state.refusals).count());
    if (!state.pausedUntil.isValid() || state.pausedUntil < until)
        state.pausedUntil = until;
}

void Pacer::succeeded(Family family)
{
    const std::lock_guard lock(m_mutex);
    m_states[family].refusals = 0;
    m_failures = 0;
    m_openUntil = {};
}

void Pacer::unreachable()
{
    const std::lock_guard lock(m_mutex);
    if (++m_failures >= breakerAfter)
        m_openUntil = m_clock.now().addMSecs(pauseAfter(m_failures - breakerAfter + 1).count());
}

int Pacer::usage(Family family) const
{
    const std::lock_guard lock(m_mutex);
    return m_states[family].usage;
}

void Pacer::learnDate(const QByteArray &dateHeader)
{
    QDateTime theirs = QLocale::c().toDateTime(QString::fromLatin1(dateHeader), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    if (!theirs.isValid())
        return;
    theirs.setTimeZone(QTimeZone::UTC);
    const std::lock_guard lock(m_mutex);
    m_skew = std::chrono::seconds(m_clock.now().secsTo(theirs));
}

std::chrono::seconds Pacer::skew() const
{
    const std::lock_guard lock(m_mutex);
    return m_skew;
}

} // namespace trucban::gateway
